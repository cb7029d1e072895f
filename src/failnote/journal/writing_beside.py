"""Writing beside: every change besides those of reviews, each in one transaction."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime

from sqlmodel import Session, select

from failnote.errors import ConflictError
from failnote.journal.case_rows import known_case, put_case_context
from failnote.journal.cleaning import clean, clean_text
from failnote.journal.connection import Connection
from failnote.journal.drafting import drop_draft, keep_draft
from failnote.journal.following import begin_follow_up, put_look
from failnote.journal.guide_rows import GuideWords, keep_guide
from failnote.journal.moments import instant
from failnote.journal.tables import ReminderRow, ReviewRow, SettingRow
from failnote.journal.transactions import Transactions
from failnote.review import Answer, OpenFollowUp, Plan, Review, Step


class WriterBeside:
    """Half-typed texts, looks at plans, cases, reminders and settings of one journal."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._journal = Transactions(connection)

    def close(self) -> None:
        """End the writing; the connection stays open and belongs to whoever opened it."""
        self.connection.end_drafts()

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Several changes as one: all of them are kept at the end, or none."""
        with self._journal.transaction():
            yield

    def begin_follow_up(
        self,
        plan: Plan,
        *,
        guide: str,
        version: int,
        digest: str,
        title: str,
        body: str,
        now: datetime,
    ) -> OpenFollowUp:
        """Make an open look at a plan, without replies, and keep the guide's words."""
        kept = clean(GuideWords(guide, version, digest, title, body))
        with self._journal.transaction() as session:
            keep_guide(session, kept, now)
            row = begin_follow_up(session, plan.id, digest, now)
        return OpenFollowUp(row.uuid, row.guide_digest)

    def commit_follow_up(
        self, review: Review, look: OpenFollowUp, step: Step, now: datetime
    ) -> OpenFollowUp:
        """Keep one step of a look at a plan; its end closes, keeps or rewords the plan.

        ConflictError when another process went on with the same look: the replies are then kept
        beside those that stand.
        """
        step = clean(step)
        with self._journal.transaction() as session:
            reviewed = row_of(session, review)
            row = put_look(session, reviewed, look, step, now)
        if row is None:
            raise ConflictError(lost_sentence(reviewed, step.answers))
        return replace(look, at=row.at, revision=row.revision)

    def keep_draft(
        self, review: Review, question: str, body: str, now: datetime, follow_up: str = ""
    ) -> None:
        """Keep half-typed text at every key; it ends with the reply that it becomes."""
        keep_draft(self.connection, review, question, body, now, follow_up)

    def drop_draft(self, review: Review, question: str) -> None:
        """Forget the half-typed text of one question."""
        drop_draft(self.connection, review, question)

    def set_context(self, case: str, context: Mapping[str, tuple[str, ...]]) -> None:
        """Set these fields of a case; an empty tuple takes one away."""
        with self._journal.transaction() as session:
            card = known_case(session, case)
            put_case_context(session, card.code, clean(context))
            card.revision += 1

    def hold(self, case: str, since: date | None) -> None:
        """Keep a case from being erased since that day; None lifts it."""
        with self._journal.transaction() as session:
            card = known_case(session, case)
            card.hold = since.isoformat() if since else ""
            card.revision += 1

    def remind(self, due: date, case: str | None, review: Review | None, now: datetime) -> None:
        """Note a day on which ``list`` says that something waits."""
        with self._journal.transaction() as session:
            row = None if review is None else row_of(session, review)
            session.add(
                ReminderRow(review_id=row.id if row else None, case_code=case, due=due.isoformat())
            )

    def end_reminder(self, reminder: int, now: datetime) -> None:
        """Note that a reminder did its work; nothing happens when it is gone."""
        with self._journal.transaction() as session:
            row = session.get(ReminderRow, reminder)
            if row is not None:
                row.done_at = instant(now)

    def keep_setting(self, key: str, value: str) -> None:
        """Keep one setting, over the old value."""
        with self._journal.transaction() as session:
            session.merge(SettingRow(key=key, value=clean_text(value)))


def row_of(session: Session, review: Review) -> ReviewRow:
    """The review's row; ConflictError when another process took it away."""
    row = session.exec(select(ReviewRow).where(ReviewRow.uuid == review.id)).first()
    if row is None:
        message = f"Review {review.number} is no longer in the journal; it was taken away."
        raise ConflictError(message)
    return row


def lost_sentence(row: ReviewRow, losers: Iterable[Answer]) -> str:
    """That another process was first, and where the replies that lost are kept."""
    questions = ", ".join(answer.question for answer in losers)
    happened = f"Another failnote changed review {row.number} meanwhile."
    if not questions:
        return f"{happened} Open it again to go on."
    return (
        f"{happened} What was written here ({questions}) is kept beside it:"
        f" failnote show {row.number}."
    )
