"""Reading: everything that commands ask of a journal, in plain SQL and as plain data.

Imports neither SQLModel nor pydantic: they would cost every reading command 0.4 s.
"""

import json
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from typing import NamedTuple

from failnote.errors import JournalError
from failnote.journal.assembling import (
    LIGHT,
    as_context,
    assembled,
    first,
    follow_up_answers,
    light_review,
    plan_of,
)
from failnote.journal.connection import Connection, rows, speaking
from failnote.journal.selecting import CHOSEN, chosen_values
from failnote.review import Case, CodeWord, Kind, OpenFollowUp, Plan, Review, State
from failnote.selection import Selection


class Listed(NamedTuple):
    """One line of a list of reviews."""

    number: int
    date: str
    case: str
    guide: str
    kind: Kind
    state: State
    ending: str
    """What went wrong, or empty."""
    ticked: tuple[str, ...]
    """Labels of the misses (or of what went well) that were ticked, in the order of the guide."""
    has_plan: bool


class DuePlan(NamedTuple):
    """A plan whose day to look back at it has come."""

    plan: Plan
    number: int
    case: str


class OpenQuestion(NamedTuple):
    """A question for supervision that has no answer yet."""

    number: int
    date: str
    case: str
    text: str
    export: str
    """May it leave: ``yes``, ``ask`` or ``no``."""


class Reminder(NamedTuple):
    """A day on which something waits; review and case are empty when it belongs to none."""

    id: int
    due: date
    number: int | None
    case: str


def unfinished(con: Connection) -> list[Review]:
    """Reviews that were begun and not finished, newest first, without their parts."""
    sql = f"{LIGHT} WHERE r.state = 'open' AND r.deleted_at IS NULL {_NEWEST}"
    return [light_review(row) for row in rows(con, sql)]


def review(con: Connection, number: int) -> Review:
    """One review without replies that are out of play; JournalError when it is not there."""
    return _one(con, number, dormant=False)


def resume(con: Connection, number: int) -> tuple[Review, Mapping[str, str]]:
    """One review with all its replies, and its half-typed texts by question."""
    found = _one(con, number, dormant=True)
    drafts = rows(con, _DRAFTS, {"uuid": found.id})
    return found, dict(drafts)


def _one(con: Connection, number: int, *, dormant: bool) -> Review:
    which = "r.number = :number AND r.deleted_at IS NULL"
    found = first(assembled(con, which, {"number": number}, dormant=dormant))
    if found is None:
        message = f"There is no review {number}. failnote list shows all of them."
        raise JournalError(message)
    return found


def review_by_id(con: Connection, uuid: str) -> Review | None:
    """One review by its uuid, a deleted one too; None when it is not there."""
    return first(assembled(con, "r.uuid = :uuid", {"uuid": uuid}))


def reviews(con: Connection, selection: Selection) -> Generator[Review]:
    """The chosen reviews in order of arrival, one at a time in memory."""
    return assembled(con, CHOSEN, chosen_values(selection))


def listed(
    con: Connection, selection: Selection, limit: int | None = None, oldest: bool = False
) -> Iterator[Listed]:
    """A line for each of the chosen reviews, newest first unless ``oldest``."""
    values = {**chosen_values(selection), "limit": -1 if limit is None else limit}
    order = _OLDEST if oldest else _NEWEST
    for *columns, ending, ticked, plans in rows(con, f"{_LISTED} {order} LIMIT :limit", values):
        labels = tuple(label for _, label in sorted(json.loads(ticked)))
        yield Listed._make((*columns, ending or "", labels, bool(plans)))


def numbers_of(con: Connection, selection: Selection) -> list[int]:
    """The numbers of the chosen reviews, the oldest first."""
    sql = f"SELECT r.number FROM review r WHERE {CHOSEN} {_OLDEST}"
    return [number for (number,) in rows(con, sql, chosen_values(selection))]


def count(con: Connection, selection: Selection) -> int:
    """How many reviews are chosen."""
    sql = f"SELECT count(*) FROM review r WHERE {CHOSEN}"
    return int(next(rows(con, sql, chosen_values(selection)))[0])


def open_questions(con: Connection, selection: Selection) -> Iterator[OpenQuestion]:
    """The questions for supervision that wait for an answer, the oldest first."""
    return map(OpenQuestion._make, rows(con, _OPEN_QUESTIONS, chosen_values(selection)))


def latest_finished(con: Connection) -> int | None:
    """The number of the finished review that is the newest; None when there is none."""
    return next((number for (number,) in rows(con, _LATEST_FINISHED)), None)


def guide_body(con: Connection, digest: str) -> str | None:
    """The guide that a review was asked from, as it was then; None when it is not known."""
    found = rows(con, "SELECT body FROM guide_text WHERE digest = :digest", {"digest": digest})
    return next((body for (body,) in found), None)


def codes(con: Connection) -> dict[str, CodeWord]:
    """Every code that a review of this journal was asked about, by id."""
    sql = "SELECT id, family, area, label, says, own_words FROM code_word ORDER BY id"
    return {
        key: CodeWord(key, family, area, label, says, bool(own_words))
        for key, family, area, label, says, own_words in rows(con, sql)
    }


def cases(con: Connection) -> list[Case]:
    """All cases by code, with the numbers of their reviews."""
    return [_case(*row) for row in rows(con, f"{_CASES} ORDER BY k.code")]


def case(con: Connection, code: str) -> Case:
    """One case; JournalError when it is not there."""
    for row in rows(con, f"{_CASES} WHERE k.code = :code", {"code": code}):
        return _case(*row)
    message = f"There is no case {code}. failnote cases shows all of them."
    raise JournalError(message)


def _case(code: str, hold: str, context: str, numbers: str) -> Case:
    return Case(code, as_context(json.loads(context)), hold, tuple(sorted(json.loads(numbers))))


def due(con: Connection, today: date) -> tuple[int, int]:
    """How many plans and how many reminders have come due."""
    return len(due_plans(con, today)), len(due_reminders(con, today))


def due_plans(con: Connection, today: date) -> list[DuePlan]:
    """Open plans whose day has come, the longest waiting first; without their follow-ups."""
    return [
        DuePlan(plan_of(number, ordinal, tuple(columns)), number, code)
        for number, code, ordinal, *columns in rows(con, _DUE_PLANS, {"today": today.isoformat()})
    ]


def usual_context(con: Connection, before: int) -> dict[str, tuple[str, ...]]:
    """The context of the latest review that has any, other than review ``before``."""
    return as_context(iter(list(rows(con, _USUAL, {"before": before}))))


def open_plans(con: Connection) -> list[Plan]:
    """Open plans of finished reviews, the newest first; without their follow-ups."""
    found = rows(con, _OPEN_PLANS)
    return [plan_of(number, ordinal, tuple(columns)) for number, _, ordinal, *columns in found]


def open_follow_up(con: Connection, plan: str) -> OpenFollowUp | None:
    """The look at this plan that was begun and not finished; None when there is none."""
    for key, uuid, digest, at, revision in rows(con, _OPEN_FOLLOW_UP, {"plan": plan}):
        drafts = dict(rows(con, _FOLLOW_UP_DRAFTS, {"follow_up": key}))
        return OpenFollowUp(uuid, digest, at, follow_up_answers(con, key), drafts, revision)
    return None


def due_reminders(con: Connection, today: date) -> list[Reminder]:
    """Reminders that are not done and whose day has come, the longest waiting first."""
    return [
        Reminder(key, date.fromisoformat(day), number, code or "")
        for key, day, number, code in rows(con, _DUE_REMINDERS, {"today": today.isoformat()})
    ]


def has_answer(con: Connection, question: str, text: str) -> bool:
    """Whether a review, a hidden one too, has just this answer to the question."""
    found = rows(con, _HAS_ANSWER, {"question": question, "text": text})
    return next(found, None) is not None


@contextmanager
def one_state(con: Connection) -> Iterator[None]:
    """Let everything that is read inside be of one moment, whoever writes meanwhile."""
    with speaking(con.path):
        con.execute("BEGIN").close()
    try:
        yield
    finally:
        with speaking(con.path):
            con.execute("ROLLBACK").close()


def settings(con: Connection) -> dict[str, str]:
    """The journal's settings."""
    return dict(rows(con, "SELECT key, value FROM setting"))


_NEWEST = "ORDER BY r.started_at DESC, r.number DESC"
_OLDEST = "ORDER BY r.started_at, r.number"

_DRAFTS = """
    SELECT d.question, d.body FROM draft d JOIN review r ON r.id = d.review_id
    WHERE r.uuid = :uuid AND d.follow_up_id = 0"""

_LISTED = f"""
    SELECT r.number, r.local_date, r.case_code, r.guide, r.kind, r.state,
        (SELECT c.value FROM review_context c WHERE c.review_id = r.id AND c.field = 'ending'),
        (SELECT json_group_array(json_array(m.position, coalesce(w.label, m.code)))
            FROM mark m LEFT JOIN code_word w ON w.id = m.code
            WHERE m.review_id = r.id AND m.ticked = 1
                AND coalesce(w.family, 'miss') IN ('miss', 'non-miss')),
        EXISTS (SELECT 1 FROM plan p WHERE p.review_id = r.id)
    FROM review r WHERE {CHOSEN}"""

_OPEN_QUESTIONS = f"""
    SELECT r.number, r.local_date, r.case_code, a.text, a.export
    FROM review r CROSS JOIN answer a ON a.review_id = r.id AND a.follow_up_id IS NULL
    WHERE {CHOSEN} AND r.supervision_answer = '' AND a.question LIKE '%.question'
        AND a.type = 'text' AND a.status = 'answered' AND a.text <> '' AND a.dormant = 0
    {_OLDEST}"""

_LATEST_FINISHED = f"""
    SELECT r.number FROM review r WHERE r.state = 'finished' AND r.deleted_at IS NULL
    {_NEWEST} LIMIT 1"""

_HAS_ANSWER = "SELECT 1 FROM answer WHERE question = :question AND text = :text LIMIT 1"

_CASES = """
    SELECT k.code, k.hold,
        (SELECT json_group_array(json_array(c.field, c.value))
            FROM case_context c WHERE c.case_code = k.code),
        (SELECT json_group_array(r.number)
            FROM review r WHERE r.case_code = k.code AND r.deleted_at IS NULL)
    FROM case_card k"""

_USUAL = """
    SELECT c.field, c.value FROM review_context c WHERE c.review_id = (
        SELECT r.id FROM review r WHERE r.deleted_at IS NULL AND r.number <> :before
            AND EXISTS (SELECT 1 FROM review_context x WHERE x.review_id = r.id
                AND x.field IN ('setup', 'modality', 'delivery', 'setting'))
        ORDER BY r.started_at DESC, r.number DESC LIMIT 1)"""

_PLANS = """
    SELECT r.number, r.case_code, p.ordinal, p.uuid, p.miss, p.if_text, p.then_text, p.rehearsed,
        p.due, p.state, p.parent_uuid, p.revision
    FROM plan p JOIN review r ON r.id = p.review_id
    WHERE p.state = 'open' AND r.deleted_at IS NULL AND r.state = 'finished'"""

_OPEN_PLANS = f"{_PLANS} ORDER BY r.started_at DESC, r.number DESC, p.ordinal DESC"

_DUE_PLANS = f"{_PLANS} AND p.due <= :today ORDER BY p.due, r.number"

_OPEN_FOLLOW_UP = """
    SELECT f.id, f.uuid, f.guide_digest, f.at, f.revision
    FROM follow_up f JOIN plan p ON p.id = f.plan_id
    WHERE p.uuid = :plan AND f.state = 'open' ORDER BY f.id DESC LIMIT 1"""

_FOLLOW_UP_DRAFTS = "SELECT question, body FROM draft WHERE follow_up_id = :follow_up"

_DUE_REMINDERS = """
    SELECT m.id, m.due, r.number, coalesce(m.case_code, r.case_code)
    FROM reminder m LEFT JOIN review r ON r.id = m.review_id
    WHERE m.done_at IS NULL AND m.due <= :today AND r.deleted_at IS NULL
    ORDER BY m.due, m.id"""
