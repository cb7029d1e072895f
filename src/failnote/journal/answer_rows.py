"""Answer rows: replies written, replaced, kept among the past ones, or put to rest."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, func, select

from failnote.journal.moments import instant
from failnote.journal.tables import AnswerPastRow, AnswerRow, DraftRow, Reply, ReviewRow
from failnote.review import Answer, Value


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
    session: Session,
    row: ReviewRow,
    answers: Sequence[Answer],
    positions: Mapping[str, int],
    now: datetime,
) -> None:
    """Write replies, over the old ones where there are any; ends the drafts of those given."""
    if not answers:
        return
    there = answer_rows(session, row, (answer.question for answer in answers))
    for place, answer in enumerate(answers, _last_position(session, row) + 1):
        old = there.get(answer.question)
        if old is None:
            position = positions.get(answer.question, place)
            session.add(_new_row(row, answer, position, now))
            continue
        if differs(old, answer):
            replace_answer(old, columns_of(answer), now)
        old.position = positions.get(answer.question, old.position)
    end_drafts(session, row, answers)


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


def _last_position(session: Session, row: ReviewRow) -> int:
    last = session.exec(
        select(func.max(AnswerRow.position)).where(AnswerRow.review_id == row.id)
    ).one()
    return -1 if last is None else int(last)


def end_drafts(session: Session, row: ReviewRow, answers: Iterable[Answer]) -> None:
    """Drop the half-typed text of replies that were given; a skipped question keeps its own."""
    given = [answer.question for answer in answers if answer.status == "answered"]
    if given:
        session.exec(
            delete(DraftRow).where(
                col(DraftRow.review_id) == row.id,
                col(DraftRow.follow_up_id) == 0,
                col(DraftRow.question).in_(given),
            )
        )


def keep_past(session: Session, old: AnswerRow, now: datetime) -> AnswerPastRow:
    """Keep the present form of a reply among the past ones."""
    past = AnswerPastRow(
        **old.model_dump(exclude={"id", "dormant", "checksum"}),
        superseded_at=instant(now),
        reason="edited",
    )
    session.add(past)
    return past


def keep_losers(session: Session, row: ReviewRow, answers: Iterable[Answer], now: datetime) -> None:
    """Keep replies that lost against another process, beside the ones that stand."""
    session.add_all(
        AnswerPastRow(
            review_id=row.id,
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
    return list(
        session.exec(
            select(AnswerRow.question).where(
                AnswerRow.review_id == row.id,
                col(AnswerRow.follow_up_id).is_(None),
                AnswerRow.dormant == 1,
            )
        )
    )


def put_dormant(session: Session, row: ReviewRow, dormant: Iterable[str]) -> None:
    """Put exactly the replies to these questions to rest, and wake the others."""
    own = (col(AnswerRow.review_id) == row.id, col(AnswerRow.follow_up_id).is_(None))
    resting = col(AnswerRow.question).in_(sorted(dormant))
    session.flush()
    session.exec(
        update(AnswerRow).where(*own, resting, col(AnswerRow.dormant) == 0).values(dormant=1)
    )
    session.exec(
        update(AnswerRow).where(*own, ~resting, col(AnswerRow.dormant) == 1).values(dormant=0)
    )
