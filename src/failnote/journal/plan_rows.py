"""Plan rows: the words of the if-then plan that an interview makes, part by part."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, select

from failnote.journal.moments import instant
from failnote.journal.tables import FollowUpRow, PlanRow, ReviewRow
from failnote.review import Answer, Value

_COLUMNS = {
    "miss": "miss",
    "if": "if_text",
    "then": "then_text",
    "rehearsed": "rehearsed",
    "due": "due",
}
"""Part of a plan, as a step names it -> its column."""


def plan_row(session: Session, row: ReviewRow) -> PlanRow | None:
    """The plan that the review's own interview made, not one that reworded it later."""
    return session.exec(
        select(PlanRow).where(PlanRow.review_id == row.id).order_by(col(PlanRow.ordinal))
    ).first()


def put_plan(session: Session, row: ReviewRow, parts: Mapping[str, Value], now: datetime) -> None:
    """Write these parts of the review's plan; a plan that loses its last part is taken away."""
    if not parts:
        return
    plan = plan_row(session, row)
    columns: dict[str, Any] = {
        _COLUMNS[part]: _column(part, words) for part, words in parts.items()
    }
    if plan is None:
        if any(columns.values()):
            session.add(
                PlanRow(
                    uuid=str(uuid4()),
                    review_id=row.id,
                    ordinal=1,
                    created_at=instant(now),
                    **columns,
                )
            )
    elif any(getattr(plan, column) != words for column, words in columns.items()):
        plan.sqlmodel_update(columns)
        plan.revision += 1
        if not any(getattr(plan, column) for column in _COLUMNS.values()):
            _take_away(session, plan)


def _column(part: str, words: Value) -> str | None:
    if isinstance(words, date):
        return words.isoformat()
    return str(words) if words else None if part == "due" else ""


def _take_away(session: Session, plan: PlanRow) -> None:
    followed = session.exec(select(FollowUpRow.id).where(FollowUpRow.plan_id == plan.id)).first()
    if followed is None:
        session.delete(plan)


def lost_words(session: Session, row: ReviewRow, parts: Mapping[str, Value]) -> list[Answer]:
    """Words for a plan that lost against another process, in the form of replies."""
    plan = plan_row(session, row)
    found = ((part, _column(part, words) or "") for part, words in parts.items())
    return [
        Answer(f"plan.{part}", "text", part, value=words, text=words)
        for part, words in found
        if words and (plan is None or words != getattr(plan, _COLUMNS[part]))
    ]


def plan_snapshot(session: Session, row: ReviewRow) -> dict[str, Any] | None:
    """All that the plan says, so that an edit can be taken back; a later verdict stays."""
    plan = plan_row(session, row)
    return (
        None if plan is None else plan.model_dump(exclude={"id", "checksum", "revision", "state"})
    )


def restore_plan(session: Session, row: ReviewRow, before: dict[str, Any] | None) -> None:
    """Let the plan say what it said in a snapshot."""
    plan = plan_row(session, row)
    if before is None:
        if plan is not None:
            _take_away(session, plan)
    elif plan is None:
        session.add(PlanRow(**before))
    else:
        plan.sqlmodel_update(before)
        plan.revision += 1
