"""Assembling: whole reviews put together from the rows of all their tables, one at a time."""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import ExitStack, closing, suppress
from datetime import date
from operator import itemgetter
from typing import Any

from failnote.journal.checksum import holds
from failnote.journal.connection import Connection, rows, speaking
from failnote.journal.moments import parsed
from failnote.review import Answer, FollowUp, Insight, Mark, Plan, Review, Value

LIGHT = """
    SELECT r.id, r.uuid, r.number, r.case_code, r.guide, r.guide_version, r.local_date,
        r.guide_digest, r.kind, r.state, r.utc_offset, r.started_at, r.finished_at, r.lean, r.at,
        r.first_sign_session, r.ended_session, r.supervision_answer, r.supervision_date,
        r.distilled, r.revision
    FROM review r"""
"""A review's own row; ``light_review`` reads it."""

# Every statement yields the review's id first and follows its order, so that one pass over
# all of them puts the reviews together. The review comes first in the join by CROSS JOIN:
# SQLite could otherwise begin with the other table and sort.
_PARTS = {
    "context": "SELECT r.id, c.field, c.value FROM review r"
    " CROSS JOIN review_context c ON c.review_id = r.id",
    "answers": "SELECT r.id, a.follow_up_id, a.position, a.question, a.type, a.asked, a.status,"
    " a.value, a.text, a.section, a.export, a.revision, a.checksum FROM review r"
    " CROSS JOIN answer a ON a.review_id = r.id AND a.dormant <= :dormant",
    "others": "SELECT r.id, NULL, a.id, a.question, a.type, a.asked, a.status,"
    " a.value, a.text, a.section, a.export, a.revision FROM review r"
    " CROSS JOIN answer_past a ON a.review_id = r.id AND a.reason = 'conflict'",
    "marks": "SELECT r.id, m.position, m.code, m.ticked FROM review r"
    " CROSS JOIN mark m ON m.review_id = r.id",
    "plans": "SELECT r.id, p.ordinal, p.id, p.uuid, p.miss, p.if_text, p.then_text, p.rehearsed,"
    " p.due, p.state, p.parent_uuid, p.revision, p.checksum FROM review r"
    " CROSS JOIN plan p ON p.review_id = r.id",
    "follow_ups": "SELECT r.id, f.id, f.plan_id, f.uuid, f.local_date, f.came_up, f.did,"
    " f.obstacles, f.verdict, f.state FROM review r CROSS JOIN plan p ON p.review_id = r.id"
    " CROSS JOIN follow_up f ON f.plan_id = p.id",
    "insights": "SELECT r.id, i.id, i.uuid, i.local_date, i.text, i.checksum FROM review r"
    " CROSS JOIN insight i ON i.review_id = r.id",
}

_FOLLOW_UP_ANSWERS = """
    SELECT question, type, asked, status, value, text, section, export, revision FROM answer
    WHERE follow_up_id = :follow_up ORDER BY position"""

# Where the columns stand that a checksum covers, in its order; the checksum itself comes last.
_SEALED = {
    "answers": itemgetter(3, 4, 9, 10, 6, 5, 7, 8),
    "plans": itemgetter(3, 4, 5, 6, 7, 8, 9),
    "insights": itemgetter(2, 3, 4),
}
_CALLED = {"plans": "plan", "insights": "insight"}

Rows = list[tuple[Any, ...]]


def assembled(
    con: Connection, which: str, values: Mapping[str, object], *, dormant: bool = False
) -> Generator[Review]:
    """The reviews for which the condition ``which`` on ``review r`` holds, in order of arrival.

    One review is in memory at a time. ``dormant`` takes in the replies that are out of play. What
    does not say any more what was written is left out and named in ``damaged``.
    """
    bound = {**values, "dormant": int(dormant)}
    end = f" WHERE {which} ORDER BY r.id"
    with speaking(con.path), ExitStack() as open_cursors:
        # All of them begin before the first ends: together they see one state of the journal.
        reviews = open_cursors.enter_context(closing(con.execute(LIGHT + end, bound)))
        parts = {
            name: _Following(open_cursors.enter_context(closing(con.execute(sql + end, bound))))
            for name, sql in _PARTS.items()
        }
        for row in reviews:
            own = {name: part.of(row[0]) for name, part in parts.items()}
            # SQLCipher has authenticated every page; in a plain journal nobody has.
            damaged = () if con.key else tuple(_taken_out(own))
            yield _review(row, own, damaged)


def _taken_out(parts: dict[str, Rows]) -> Iterator[str]:
    """Leave altered rows out of the parts; what each of them was."""
    for name, columns in _SEALED.items():
        altered = [row for row in parts[name] if not holds(columns(row), row[-1])]
        if altered:
            parts[name] = [row for row in parts[name] if row not in altered]
            yield from (_CALLED[name] if name in _CALLED else row[3] for row in altered)


def first(found: Generator[Review]) -> Review | None:
    """The first of some reviews; the rest are not read."""
    with closing(found):
        return next(found, None)


class _Following:
    """Rows in the order of the reviews, handed out review by review."""

    def __init__(self, rows: Iterator[tuple[Any, ...]]) -> None:
        self._rows = rows
        self._next = next(rows, None)

    def of(self, review: int) -> Rows:
        found: Rows = []
        while self._next is not None and self._next[0] == review:
            found.append(self._next)
            self._next = next(self._rows, None)
        return found


def light_review(row: tuple[Any, ...], **parts: Any) -> Review:
    """A review from its own row only."""
    return Review(
        id=row[1],
        number=row[2],
        case=row[3],
        guide=row[4],
        guide_version=row[5],
        date=row[6],
        guide_digest=row[7],
        kind=row[8],
        state=row[9],
        offset=row[10],
        started=parsed(row[11]),
        finished=parsed(row[12]),
        lean=bool(row[13]),
        at=row[14],
        first_sign_session=row[15],
        ended_session=row[16],
        supervision_answer=row[17],
        supervision_date=row[18],
        distilled=row[19],
        revision=row[20],
        **parts,
    )


def _review(row: tuple[Any, ...], parts: Mapping[str, Rows], damaged: tuple[str, ...]) -> Review:
    replies = _answers(parts["answers"])
    return light_review(
        row,
        context=as_context(part[1:] for part in parts["context"]),
        answers=replies.get(None, ()),
        marks=tuple(Mark(code, bool(ticked)) for _, _, code, ticked in sorted(parts["marks"])),
        plans=_plans(row[2], parts, replies),
        insights=tuple(Insight(*insight[:3]) for _, _, *insight in sorted(parts["insights"])),
        others=_answers(parts["others"]).get(None, ()),
        damaged=damaged,
    )


def as_context(pairs: Iterator[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    """Fields and values, in their order, as field -> values."""
    found: dict[str, tuple[str, ...]] = {}
    for field, value in pairs:
        found[field] = (*found.get(field, ()), value)
    return found


def _answers(rows: Rows) -> dict[int | None, tuple[Answer, ...]]:
    """Replies in the order of the guide, by the follow-up they belong to; None: the review."""
    found: dict[int | None, tuple[Answer, ...]] = {}
    for _, follow_up, _, *columns in sorted(rows, key=lambda row: row[2]):
        found[follow_up] = (*found.get(follow_up, ()), _answer(*columns[:9]))
    return found


def follow_up_answers(con: Connection, follow_up: int) -> tuple[Answer, ...]:
    """All replies in one follow-up, those that are out of play included."""
    found = rows(con, _FOLLOW_UP_ANSWERS, {"follow_up": follow_up})
    return tuple(_answer(*columns) for columns in found)


def _answer(
    question: str,
    kind: str,
    asked: str,
    status: Any,
    value: str | None,
    text: str,
    section: str,
    export: str,
    revision: int,
) -> Answer:
    return Answer(
        question=question,
        type=kind,
        asked=asked,
        status=status,
        value=_value(kind, value),
        text=text,
        section=section,
        export=export,
        revision=revision,
    )


def _value(kind: str, body: str | None) -> Value:
    value = None if body is None else json.loads(body)
    if isinstance(value, list):
        return tuple(value)
    if kind == "date" and isinstance(value, str):
        # A masked export has only a month, or less, in its place.
        with suppress(ValueError):
            return date.fromisoformat(value)
    return value


def _plans(
    number: int, parts: Mapping[str, Rows], replies: Mapping[int | None, tuple[Answer, ...]]
) -> tuple[Plan, ...]:
    follow_ups: dict[int, tuple[FollowUp, ...]] = {}
    for _, key, plan, *columns in sorted(parts["follow_ups"], key=lambda row: row[1]):
        found = _follow_up(columns, replies.get(key, ()))
        follow_ups[plan] = (*follow_ups.get(plan, ()), found)
    return tuple(
        plan_of(number, row[1], row[3:12], follow_ups.get(row[2], ()))
        for row in sorted(parts["plans"], key=lambda row: row[1])
    )


def _follow_up(columns: list[Any], answers: tuple[Answer, ...]) -> FollowUp:
    uuid, day, came_up, did, obstacles, verdict, state = columns
    return FollowUp(uuid, day, came_up, did, tuple(json.loads(obstacles)), verdict, state, answers)


def plan_of(
    number: int, ordinal: int, columns: tuple[Any, ...], follow_ups: tuple[FollowUp, ...] = ()
) -> Plan:
    """A plan with its name: 7 for the first of review 7, then 7b."""
    uuid, miss, if_, then, rehearsed, due, state, parent, revision = columns
    return Plan(
        id=uuid,
        miss=miss,
        if_=if_,
        then=then,
        rehearsed=rehearsed,
        due=date.fromisoformat(due) if due else None,
        state=state,
        parent=parent,
        follow_ups=follow_ups,
        revision=revision,
        name=f"{number}{_letters(ordinal)}",
    )


def _letters(ordinal: int) -> str:
    """Nothing for 1, then b to z, then za: nobody gets there, but no two may be the same."""
    if ordinal == 1:
        return ""
    return "z" * ((ordinal - 1) // 26) + chr(ord("a") + (ordinal - 1) % 26)
