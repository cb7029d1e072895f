"""Answer rows: replies written, replaced, kept among the past ones, or put to rest."""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from itertools import count
from typing import Any, NamedTuple

from sqlalchemy import bindparam, delete, func
from sqlmodel import Session, col, select

from failnote.journal.moments import instant
from failnote.journal.tables import AnswerPastRow, AnswerRow, DraftRow, Reply, ReviewRow
from failnote.review import Answer, Step, Value


def as_json(value: Value) -> str | None:
    """A value as the journal keeps it; dates in ISO form, several options as a list."""
    if value is None:
        return None
    return json.dumps(value.isoformat() if isinstance(value, date) else value, ensure_ascii=False)


def columns_of(answer: Answer) -> dict[str, Any]:
    """What an answer says, by column."""
    return {
        "question": answer.question,
        "type": answer.type,
        "section": answer.section,
        "export": answer.export,
        "status": answer.status,
        "asked": answer.asked,
        "value": as_json(answer.value),
        "text": answer.text,
    }


def reply_of(row: Reply) -> dict[str, object]:
    """What a kept reply, present or past, says, by column."""
    return row.model_dump(include=set(columns_of(Answer("", "", ""))))


def answer_rows(session: Session, row: ReviewRow, questions: Iterable[str]) -> dict[str, AnswerRow]:
    """The review's present replies to these questions; replies in follow-ups are not its own."""
    found = session.exec(
        select(AnswerRow).where(
            AnswerRow.review_id == row.id,
            col(AnswerRow.follow_up_id).is_(None),
            col(AnswerRow.question).in_(list(questions)),
        )
    )
    return {answer.question: answer for answer in found}


def put_answers(
    session: Session, row: ReviewRow, step: Step, now: datetime, follow_up: int | None = None
) -> None:
    """Write the step's replies, over the old ones where there are any, and end their drafts.

    The replies to the step's dormant questions are put to rest, and those in play are woken.
    With ``follow_up`` they are replies in this follow-up, and not the review's own.
    """
    there = _places(session, row, follow_up)
    following = count(max((place.position for place in there.values()), default=-1) + 1)
    for answer in step.answers:
        place = there.get(answer.question)
        if place is None:
            position = step.positions.get(answer.question, next(following))
            new = _new_row(row, answer, position, now)
            new.follow_up_id = follow_up
            new.dormant = int(answer.question in step.dormant)
            session.add(new)
            continue
        old = session.get_one(AnswerRow, place.id)
        if differs(old, answer):
            replace_answer(old, columns_of(answer), now)
        old.position = step.positions.get(answer.question, old.position)
    awake = there.keys() - step.dormant if step.awake is None else step.awake
    for question, place in there.items():
        if question in (awake if place.dormant else step.dormant):
            session.get_one(AnswerRow, place.id).dormant = 1 - place.dormant
    end_drafts(session, row, step.answers, follow_up)


class _Place(NamedTuple):
    id: int
    position: int
    dormant: int


def _places(session: Session, row: ReviewRow, follow_up: int | None = None) -> dict[str, _Place]:
    """Where the review's own replies stand, or those in a follow-up, by question."""
    values = {"review": row.id, "follow_up": follow_up or 0}
    found = session.connection().execute(_PLACES, values)
    return {question: _Place(*place) for question, *place in found}


def differs(old: AnswerRow, answer: Answer) -> bool:
    """Whether a reply says something else than the one that stands."""
    return reply_of(old) != columns_of(answer)


def _new_row(row: ReviewRow, answer: Answer, position: int, now: datetime) -> AnswerRow:
    return AnswerRow(
        review_id=row.id, position=position, answered_at=instant(now), **columns_of(answer)
    )


def replace_answer(old: AnswerRow, columns: Mapping[str, object], now: datetime) -> None:
    """Let a reply say something else; it counts one revision more."""
    old.sqlmodel_update(dict(columns))
    old.revision += 1
    old.answered_at = instant(now)


def end_drafts(
    session: Session, row: ReviewRow, answers: Iterable[Answer], follow_up: int | None = None
) -> None:
    """Drop the half-typed text of replies that were given; a skipped question keeps its own."""
    given = [
        {"review": row.id, "follow_up": follow_up or 0, "asked": answer.question}
        for answer in answers
        if answer.status == "answered"
    ]
    if given:
        session.connection().execute(_END_DRAFT, given)


def keep_past(session: Session, old: AnswerRow, now: datetime) -> AnswerPastRow:
    """Keep the present form of a reply among the past ones."""
    past = AnswerPastRow(
        **old.model_dump(exclude={"id", "dormant", "checksum"}),
        superseded_at=instant(now),
        reason="edited",
    )
    session.add(past)
    return past


def keep_losers(
    session: Session,
    row: ReviewRow,
    answers: Iterable[Answer],
    now: datetime,
    follow_up: int | None = None,
) -> None:
    """Keep replies that lost against another process, beside the ones that stand."""
    session.add_all(
        AnswerPastRow(
            review_id=row.id,
            follow_up_id=follow_up,
            position=position,
            revision=answer.revision,
            answered_at=instant(now),
            superseded_at=instant(now),
            reason="conflict",
            **columns_of(answer),
        )
        for position, answer in enumerate(answers)
    )


def dormant_questions(session: Session, row: ReviewRow) -> list[str]:
    """The questions whose replies are out of play."""
    return [question for question, place in _places(session, row).items() if place.dormant]


# Made once, and run without the session's bookkeeping: every answer waits for them.
_PLACES = select(AnswerRow.question, AnswerRow.id, AnswerRow.position, AnswerRow.dormant).where(
    AnswerRow.review_id == bindparam("review"),
    func.ifnull(AnswerRow.follow_up_id, 0) == bindparam("follow_up"),  # as the index has it
)
_END_DRAFT = delete(DraftRow).where(
    col(DraftRow.review_id) == bindparam("review"),
    col(DraftRow.follow_up_id) == bindparam("follow_up"),
    col(DraftRow.question) == bindparam("asked"),
)
