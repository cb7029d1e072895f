"""Importing: whole reviews from elsewhere put into rows, or found to be there already."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col, func, select

from failnote.errors import ConflictError
from failnote.journal.answer_rows import columns_of, keep_losers
from failnote.journal.case_rows import put_case, put_case_context
from failnote.journal.changing import put_marks
from failnote.journal.connection import Connection
from failnote.journal.erasing import LAST_NUMBER
from failnote.journal.moments import instant
from failnote.journal.reading import review_by_id
from failnote.journal.tables import (
    AnswerRow,
    FollowUpRow,
    InsightRow,
    PlanRow,
    ReviewContextRow,
    ReviewRow,
    SettingRow,
)
from failnote.review import Answer, FollowUp, Plan, Review


def import_all(
    session: Session, con: Connection, reviews: Iterable[Review], now: datetime
) -> tuple[int, int]:
    """Put in what is not there; how many were added, and how many were there unchanged.

    ConflictError names the first review whose id is there with other content.
    """
    added = unchanged = 0
    for place, review in enumerate(reviews, 1):
        there = review_by_id(con, review.id)
        if there is None:
            _put_or_refuse(session, review, place, now)
            added += 1
        elif _content(there) == _content(review):
            unchanged += 1
        else:
            message = (
                f"Review {place} of the import is in the journal with other content, as review"
                f" {there.number} (id {review.id}). Nothing was imported."
            )
            raise ConflictError(message)
    return added, unchanged


def _content(review: Review) -> Review:
    """The review without what another journal may number, order or name differently."""
    return replace(
        review,
        number=0,
        revision=0,
        others=(),
        context={field: tuple(sorted(values)) for field, values in review.context.items()},
        answers=_plain_answers(review.answers),
        marks=tuple(sorted(review.marks, key=lambda mark: mark.code)),
        plans=tuple(
            replace(
                plan,
                name="",
                revision=0,
                follow_ups=tuple(
                    replace(f, answers=_plain_answers(f.answers)) for f in plan.follow_ups
                ),
            )
            for plan in review.plans
        ),
    )


def _plain_answers(answers: Iterable[Answer]) -> tuple[Answer, ...]:
    return tuple(
        replace(answer, revision=0) for answer in sorted(answers, key=lambda a: a.question)
    )


def _put_or_refuse(session: Session, review: Review, place: int, now: datetime) -> None:
    try:
        _put_review(session, review, now)
        session.flush()
    except IntegrityError:
        message = (
            f"Review {place} of the import (id {review.id}) holds something the journal has"
            " elsewhere, such as the id of a plan, or something twice. Nothing was imported."
        )
        raise ConflictError(message) from None


def _put_review(session: Session, review: Review, now: datetime) -> None:
    put_case(session, review.case, now)
    row = ReviewRow(
        uuid=review.id,
        number=free_number(session, review.number),
        case_code=review.case,
        guide=review.guide,
        guide_version=review.guide_version,
        guide_digest=review.guide_digest,
        kind=review.kind,
        state=review.state,
        at=review.at,
        lean=int(review.lean),
        started_at=instant(review.started) if review.started else review.date,
        local_date=review.date,
        utc_offset=review.offset,
        finished_at=instant(review.finished) if review.finished else None,
        updated_at=instant(now),
        first_sign_session=review.first_sign_session,
        ended_session=review.ended_session,
        supervision_answer=review.supervision_answer,
        supervision_date=review.supervision_date,
        distilled=review.distilled,
        revision=review.revision,
    )
    session.add(row)
    session.flush()
    put_marks(session, row, review.marks)
    _put_context(session, row, review.context)
    _put_replies(session, row, review.answers, None, now)
    keep_losers(session, row, review.others, now)
    for ordinal, plan in enumerate(review.plans, 1):
        _put_plan(session, row, plan, ordinal, now)
    session.add_all(
        InsightRow(
            uuid=insight.id,
            review_id=row.id,
            written_at=insight.date,
            local_date=insight.date,
            text=insight.text,
        )
        for insight in review.insights
    )


def _put_context(session: Session, row: ReviewRow, context: Mapping[str, tuple[str, ...]]) -> None:
    """Set the review's context; the case takes it over unless it has a later review."""
    session.add_all(
        ReviewContextRow(review_id=row.id, field=field, value=value)
        for field, values in context.items()
        for value in set(values)
    )
    later = select(ReviewRow.id).where(
        ReviewRow.case_code == row.case_code, col(ReviewRow.started_at) > row.started_at
    )
    if session.exec(later).first() is None:
        put_case_context(session, row.case_code, {f: v for f, v in context.items() if v})


def free_number(session: Session, wanted: int = 0) -> int:
    """The wanted short number where no review has it, else the one after the last.

    The number of a deleted review stays its own, and that of an erased one is not given again.
    """
    taken = session.exec(select(ReviewRow.id).where(ReviewRow.number == wanted)).first()
    if wanted > 0 and taken is None:
        return wanted
    erased = session.get(SettingRow, LAST_NUMBER)
    highest = session.exec(select(func.max(ReviewRow.number))).one() or 0
    return max(highest, int(erased.value) if erased else 0) + 1


def _put_replies(
    session: Session,
    row: ReviewRow,
    answers: Sequence[Answer],
    follow_up: int | None,
    now: datetime,
) -> None:
    session.add_all(
        AnswerRow(
            review_id=row.id,
            follow_up_id=follow_up,
            position=position,
            revision=answer.revision,
            answered_at=instant(now),
            **columns_of(answer),
        )
        for position, answer in enumerate(answers)
    )


def _put_plan(session: Session, row: ReviewRow, plan: Plan, ordinal: int, now: datetime) -> None:
    kept = PlanRow(
        uuid=plan.id,
        review_id=row.id,
        ordinal=ordinal,
        parent_uuid=plan.parent,
        miss=plan.miss,
        if_text=plan.if_,
        then_text=plan.then,
        rehearsed=plan.rehearsed,
        due=plan.due.isoformat() if plan.due else None,
        state=plan.state,
        created_at=instant(now),
        revision=plan.revision,
    )
    session.add(kept)
    session.flush()
    for follow_up in plan.follow_ups:
        _put_follow_up(session, row, kept, follow_up, now)


def _put_follow_up(
    session: Session, row: ReviewRow, plan: PlanRow, follow_up: FollowUp, now: datetime
) -> None:
    kept = FollowUpRow(
        uuid=follow_up.id,
        plan_id=plan.id,
        state=follow_up.state,
        local_date=follow_up.date,
        started_at=follow_up.date,
        came_up=follow_up.came_up,
        did=follow_up.did,
        obstacles=json.dumps(follow_up.obstacles, ensure_ascii=False),
        verdict=follow_up.verdict,
    )
    session.add(kept)
    session.flush()
    _put_replies(session, row, follow_up.answers, kept.id, now)
