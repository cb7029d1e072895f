"""Following: a look back at one plan, reply by reply, and what it makes of the plan."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from sqlmodel import Session, col, func, select

from failnote.errors import ConflictError, JournalError
from failnote.journal.answer_rows import keep_losers, put_answers
from failnote.journal.moments import instant, local_date, offset
from failnote.journal.tables import FollowUpRow, PlanRow, ReviewRow
from failnote.review import OpenFollowUp, Step, Value

_ENDED = {"habit": "habit", "retire": "retired"}
"""Verdict -> what it makes of the plan."""


def begin_follow_up(session: Session, plan: str, digest: str, now: datetime) -> FollowUpRow:
    """Make an open follow-up of the plan with this id; JournalError when the plan is not there."""
    row = session.exec(select(PlanRow).where(PlanRow.uuid == plan)).first()
    if row is None:
        message = "This plan is no longer in the journal; it was taken away."
        raise JournalError(message)
    follow_up = FollowUpRow(
        uuid=str(uuid4()),
        plan_id=row.id,
        state="open",
        guide_digest=digest,
        local_date=local_date(now),
        utc_offset=offset(now),
        started_at=instant(now),
    )
    session.add(follow_up)
    session.flush()
    return follow_up


def put_look(
    session: Session, review: ReviewRow, known: OpenFollowUp, step: Step, now: datetime
) -> FollowUpRow | None:
    """Write one step of a follow-up; at its end the plan takes the verdict.

    None when another process went on with it meanwhile: the replies are then kept beside.
    """
    row = session.exec(select(FollowUpRow).where(FollowUpRow.uuid == known.id)).first()
    if row is None:
        message = "This look at the plan is no longer in the journal; it was taken away."
        raise ConflictError(message)
    if row.revision != known.revision:
        keep_losers(session, review, step.answers, now, follow_up=row.id)
        return None
    put_answers(session, review, step, now, follow_up=row.id)
    row.came_up = _number(step.follow_up.get("came_up"))
    row.did = _number(step.follow_up.get("did"))
    row.obstacles = json.dumps(step.follow_up.get("obstacles") or ())
    row.verdict = str(step.follow_up.get("verdict") or "")
    row.at = step.at
    row.revision += 1
    if step.finished and row.state == "open":
        row.state, row.at, row.finished_at = "finished", None, instant(now)
        _judge(session, session.get_one(PlanRow, row.plan_id), row.verdict, step.plan, now)
    return row


def _number(value: Value) -> int | None:
    return int(value) if isinstance(value, int | float) else None


def _judge(
    session: Session, plan: PlanRow, verdict: str, parts: Mapping[str, Value], now: datetime
) -> None:
    """Let the plan end, go on with another day, or go on in other words as its own child."""
    due = parts.get("due")
    day = due.isoformat() if isinstance(due, date) else None
    words = {"if_text": str(parts.get("if") or ""), "then_text": str(parts.get("then") or "")}
    if verdict == "reword" and any(words.values()):
        plan.state = "reworded"
        child: dict[str, Any] = {
            "review_id": plan.review_id,
            "ordinal": _next_ordinal(session, plan.review_id),
            "parent_uuid": plan.uuid,
            "miss": plan.miss,
            "if_text": words["if_text"] or plan.if_text,
            "then_text": words["then_text"] or plan.then_text,
            "due": day,
        }
        session.add(PlanRow(uuid=str(uuid4()), created_at=instant(now), **child))
    elif verdict in _ENDED:
        plan.state = _ENDED[verdict]
    else:  # without a day it stays open and waits quietly
        plan.due = day
    plan.revision += 1


def _next_ordinal(session: Session, review: int) -> int:
    last = select(func.max(col(PlanRow.ordinal))).where(PlanRow.review_id == review)
    return (session.exec(last).one() or 0) + 1
