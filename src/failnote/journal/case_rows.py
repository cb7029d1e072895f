"""Case rows: cases, their random codes, and the context that reviews and cases carry."""

import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime
from itertools import count

from sqlalchemy import bindparam, delete
from sqlmodel import Session, col, select

from failnote.errors import JournalError
from failnote.journal.moments import instant
from failnote.journal.tables import (
    CaseCardRow,
    CaseContextRow,
    ReminderRow,
    ReviewContextRow,
    ReviewRow,
)

Context = Mapping[str, tuple[str, ...]]


def new_code(session: Session, words: tuple[Iterable[str], Iterable[str]]) -> str:
    """A random code that no case has, such as ``maple-lantern-27``: it stands for nobody."""
    first, second = (list(part) for part in words)
    for attempt in count():
        # The numbers grow only where the short ones are used up.
        number = 10 + secrets.randbelow(90 * (1 + attempt // 20))
        code = f"{secrets.choice(first)}-{secrets.choice(second)}-{number}"
        if session.get(CaseCardRow, code) is None:
            return code
    raise AssertionError


def put_case(session: Session, code: str, now: datetime) -> None:
    """Make the case's card unless it is there."""
    if session.get(CaseCardRow, code) is None:
        session.add(CaseCardRow(code=code, created_at=instant(now)))
        session.flush()


def known_case(session: Session, code: str) -> CaseCardRow:
    """The case's card; JournalError when there is none."""
    card = session.get(CaseCardRow, code)
    if card is None:
        message = f"There is no case {code}. failnote cases shows all of them."
        raise JournalError(message)
    return card


def end_case(session: Session, code: str) -> None:
    """Take a case away that nothing belongs to any more."""
    card = session.get(CaseCardRow, code)
    owners = (
        session.exec(select(ReviewRow.id).where(ReviewRow.case_code == code)).first(),
        session.exec(select(ReminderRow.id).where(ReminderRow.case_code == code)).first(),
    )
    if card is not None and not card.hold and owners == (None, None):
        session.delete(card)


def put_context(session: Session, row: ReviewRow, context: Context) -> None:
    """Set these fields of the review; the case follows, as the default of its next review.

    A field that is taken away leaves the case only with the value that this review gave it:
    what was known before is not lost by skipping a question.
    """
    before = review_context(session, row) if context else {}
    for field, values in context.items():
        old = set(before.get(field, ()))
        if old == set(values):
            continue
        session.exec(
            delete(ReviewContextRow).where(
                col(ReviewContextRow.review_id) == row.id, col(ReviewContextRow.field) == field
            )
        )
        session.add_all(
            ReviewContextRow(review_id=row.id, field=field, value=value) for value in set(values)
        )
        if values or old == _case_values(session, row.case_code, field):
            put_case_context(session, row.case_code, {field: values})


def review_context(session: Session, row: ReviewRow) -> dict[str, tuple[str, ...]]:
    """The context that stands on the review."""
    found: dict[str, tuple[str, ...]] = {}
    for field, value in session.connection().execute(_CONTEXT, {"review": row.id}):
        found[field] = (*found.get(field, ()), value)
    return found


def _case_values(session: Session, case: str, field: str) -> set[str]:
    return set(
        session.exec(
            select(CaseContextRow.value).where(
                CaseContextRow.case_code == case, CaseContextRow.field == field
            )
        )
    )


def put_case_context(session: Session, case: str, context: Context) -> None:
    """Set these fields of a case; an empty tuple takes one away."""
    for field, values in context.items():
        session.exec(
            delete(CaseContextRow).where(
                col(CaseContextRow.case_code) == case, col(CaseContextRow.field) == field
            )
        )
        session.add_all(
            CaseContextRow(case_code=case, field=field, value=value) for value in set(values)
        )


_CONTEXT = select(ReviewContextRow.field, ReviewContextRow.value).where(
    ReviewContextRow.review_id == bindparam("review")
)
