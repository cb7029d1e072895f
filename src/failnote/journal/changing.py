"""Changing: one step of an interview put into rows, and an edit or a delete taken back."""

import json
from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import bindparam, delete
from sqlalchemy.dialects.sqlite import insert
from sqlmodel import Session, col, select

from failnote.errors import JournalError
from failnote.journal.answer_rows import (
    answer_rows,
    differs,
    dormant_questions,
    keep_past,
    put_answers,
    replace_answer,
    reply_of,
)
from failnote.journal.case_rows import put_context, review_context
from failnote.journal.moments import instant
from failnote.journal.plan_rows import plan_snapshot, put_plan, restore_plan
from failnote.journal.tables import (
    AnswerPastRow,
    MarkRow,
    ReminderRow,
    ReviewRow,
    UndoStepRow,
)
from failnote.review import Mark, Step

_NUMBERS = ("first_sign_session", "ended_session")


def put_step(session: Session, row: ReviewRow, step: Step, now: datetime) -> None:
    """Everything that a step changes; the review counts one revision more."""
    put_answers(session, row, step, now)
    put_marks(session, row, step.marks)
    put_context(session, row, step.context)
    put_plan(session, row, step.plan, now)
    for name in _NUMBERS:
        if name in step.numbers:
            setattr(row, name, step.numbers[name])
    if step.finished and row.state == "open":
        row.state, row.finished_at = "finished", instant(now)
    row.at = step.at if row.state == "open" else None
    if step.reminder is not None:
        put_reminder(session, row, step.reminder)
    touch(row, now)


def touch(row: ReviewRow, now: datetime) -> None:
    """Count a revision, so that another process notices the change."""
    row.revision += 1
    row.updated_at = instant(now)


def put_marks(session: Session, row: ReviewRow, marks: Iterable[Mark]) -> None:
    """Make these the marks of the review, in this order, and touch only those that differ."""
    old = {code: rest for code, *rest in session.connection().execute(_MARKS, {"review": row.id})}
    new = {mark.code: [int(mark.ticked), place] for place, mark in enumerate(marks)}
    gone = [{"review": row.id, "gone": code} for code in old.keys() - new.keys()]
    changed = [
        {"review_id": row.id, "code": code, "ticked": ticked, "position": position}
        for code, (ticked, position) in new.items()
        if old.get(code) != [ticked, position]
    ]
    if gone:
        session.connection().execute(_DROP_MARK, gone)
    if changed:
        session.connection().execute(_PUT_MARK, changed)


# Made once, and run without the session's bookkeeping: every answer waits for them.
_MARKS = (
    select(MarkRow.code, MarkRow.ticked, MarkRow.position)
    .where(MarkRow.review_id == bindparam("review"))
    .order_by(col(MarkRow.position))
)
_DROP_MARK = delete(MarkRow).where(
    col(MarkRow.review_id) == bindparam("review"), col(MarkRow.code) == bindparam("gone")
)
_INSERT_MARK = insert(MarkRow)
_PUT_MARK = _INSERT_MARK.on_conflict_do_update(
    set_={
        "ticked": _INSERT_MARK.excluded.ticked,
        "position": _INSERT_MARK.excluded.position,
    }
)


def put_reminder(session: Session, row: ReviewRow, due: date) -> None:
    """Set the review's one reminder that is not done."""
    there = session.exec(
        select(ReminderRow).where(
            ReminderRow.review_id == row.id, col(ReminderRow.done_at).is_(None)
        )
    ).first()
    if there is None:
        session.add(ReminderRow(review_id=row.id, case_code=row.case_code, due=due.isoformat()))
    else:
        there.due = due.isoformat()


def edit_step(session: Session, row: ReviewRow, step: Step, now: datetime) -> None:
    """Put a step in place, keep the replies it changes, and note how to take it back."""
    there = answer_rows(session, row, (answer.question for answer in step.answers))
    pasts = [
        keep_past(session, there[answer.question], now)
        for answer in step.answers
        if answer.question in there and differs(there[answer.question], answer)
    ]
    session.flush()
    before: dict[str, Any] = {
        "past": [past.id for past in pasts],
        "added": [a.question for a in step.answers if a.question not in there],
        "dormant": dormant_questions(session, row),
        "marks": _marks(session, row),
        "context": {field: review_context(session, row).get(field, ()) for field in step.context},
        "numbers": {name: getattr(row, name) for name in step.numbers},
        "plan": plan_snapshot(session, row),
        "at": row.at,
    }
    session.add(_undo_step(row, "edit", now, before))
    put_step(session, row, step, now)


def _marks(session: Session, row: ReviewRow) -> list[tuple[str, bool]]:
    found = session.connection().execute(_MARKS, {"review": row.id})
    return [(code, bool(ticked)) for code, ticked, _ in found]


def _undo_step(row: ReviewRow, action: str, now: datetime, payload: dict[str, Any]) -> UndoStepRow:
    return UndoStepRow(
        at=instant(now),
        action=action,
        review_id=row.id,
        payload=json.dumps(payload, ensure_ascii=False),
    )


def delete_review(session: Session, number: int, now: datetime) -> None:
    """Hide a review; JournalError when there is none of that number."""
    row = session.exec(
        select(ReviewRow).where(ReviewRow.number == number, col(ReviewRow.deleted_at).is_(None))
    ).first()
    if row is None:
        message = f"There is no review {number}. failnote list shows all of them."
        raise JournalError(message)
    row.deleted_at = instant(now)
    touch(row, now)
    session.add(_undo_step(row, "delete", now, {}))


def undo_last(session: Session, now: datetime) -> str:
    """Take back the last delete or edit that stands; a sentence that names it."""
    last = session.exec(select(UndoStepRow).order_by(col(UndoStepRow.id).desc())).first()
    if last is None:
        message = "There is no delete or edit to take back."
        raise JournalError(message)
    row = session.get_one(ReviewRow, last.review_id)
    session.delete(last)
    if last.action == "delete":
        row.deleted_at = None
        touch(row, now)
        return f"Review {row.number} is back."
    _take_back_edit(session, row, json.loads(last.payload), now)
    return f"The last edit of review {row.number} is taken back."


def _take_back_edit(
    session: Session, row: ReviewRow, before: dict[str, Any], now: datetime
) -> None:
    """Let the review say what it said; what the edit had put there goes among the past replies."""
    for past in (session.get_one(AnswerPastRow, number) for number in before["past"]):
        present = answer_rows(session, row, [past.question])[past.question]
        keep_past(session, present, now)
        replace_answer(present, reply_of(past), now)
        session.delete(past)
    for added in answer_rows(session, row, before["added"]).values():
        keep_past(session, added, now)
        session.delete(added)
    restore_plan(session, row, before["plan"])
    # What reads past the session's bookkeeping must see this.
    session.flush()
    reverse = Step(
        dormant=frozenset(before["dormant"]),
        marks=tuple(Mark(code, ticked) for code, ticked in before["marks"]),
        at=before["at"],
        context={field: tuple(values) for field, values in before["context"].items()},
        numbers=before["numbers"],
    )
    put_step(session, row, reverse, now)
