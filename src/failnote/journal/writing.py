"""Writing: every change of reviews, each in one transaction; the others are in writing_beside."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from uuid import uuid4

from sqlmodel import Session

from failnote.errors import ConflictError, JournalError
from failnote.journal.answer_rows import keep_losers
from failnote.journal.case_rows import (
    end_case,
    new_code,
    put_case,
    put_context,
)
from failnote.journal.changing import delete_review, edit_step, put_step, touch, undo_last
from failnote.journal.cleaning import clean, clean_text
from failnote.journal.guide_rows import GuideWords, keep_codes, keep_guide
from failnote.journal.importing import free_number, import_all
from failnote.journal.moments import instant, local_date, offset
from failnote.journal.plan_rows import lost_words
from failnote.journal.reading import review_by_id
from failnote.journal.tables import (
    InsightRow,
    ReviewRow,
)
from failnote.journal.writing_beside import WriterBeside, lost_sentence, row_of
from failnote.review import Answer, CodeWord, Kind, Review, Step

Change = Callable[[Session, ReviewRow], None]


class Writer(WriterBeside):
    """All changes of one journal over one connection that was opened for writing.

    Moments must carry their time zone. Errors: JournalError with a sentence; the transaction
    that failed leaves the journal as it was.
    """

    def begin(
        self,
        *,
        guide: str,
        version: int,
        digest: str,
        title: str,
        body: str,
        kind: Kind,
        codes: Iterable[CodeWord],
        case: str | None,
        words: tuple[Iterable[str], Iterable[str]],
        now: datetime,
        lean: bool = False,
    ) -> Review:
        """Make an open review without answers, and keep the guide and its codes' wording.

        Without a case it gets a new one, its code drawn from the two lists of words.
        """
        kept = clean(GuideWords(guide, version, digest, title, body))
        with self._journal.transaction() as session:
            keep_guide(session, kept, now)
            keep_codes(session, codes)
            code = clean_text(case) if case else new_code(session, words)
            put_case(session, code, now)
            row = ReviewRow(
                uuid=str(uuid4()),
                number=free_number(session),
                case_code=code,
                guide=guide,
                guide_version=version,
                guide_digest=digest,
                kind=kind,
                lean=int(lean),
                started_at=instant(now),
                local_date=local_date(now),
                utc_offset=offset(now),
                updated_at=instant(now),
            )
            session.add(row)
        return self._reread(row.uuid)

    def turn_into(
        self,
        review: Review,
        *,
        guide: str,
        version: int,
        digest: str,
        title: str,
        body: str,
        codes: Iterable[CodeWord],
        now: datetime,
    ) -> Review:
        """Let an open review go on under another guide; what was answered stays."""
        kept = clean(GuideWords(guide, version, digest, title, body))

        def change(session: Session, row: ReviewRow) -> None:
            keep_guide(session, kept, now)
            keep_codes(session, codes)
            row.guide, row.guide_version, row.guide_digest = guide, version, digest
            touch(row, now)

        return self._change(review, Step(), now, change)

    def commit(self, review: Review, step: Step, now: datetime) -> Review:
        """Keep one step of an interview; the review as it stands then, with its new revision.

        ConflictError when another process changed the review since this one read it: the
        replies are then kept beside the ones that stand.
        """
        step = clean(step)
        return self._change(review, step, now, lambda s, row: put_step(s, row, step, now))

    def edit(self, review: Review, step: Step, now: datetime) -> Review:
        """As ``commit``, but earlier replies are kept and ``undo`` takes the step back."""
        step = clean(step)
        return self._change(review, step, now, lambda s, row: edit_step(s, row, step, now))

    def put_context(
        self, review: Review, context: Mapping[str, tuple[str, ...]], now: datetime
    ) -> Review:
        """Set these fields of a review and, as its defaults, of its case; empty takes one away."""
        fields = clean(context)

        def change(session: Session, row: ReviewRow) -> None:
            put_context(session, row, fields)
            touch(row, now)

        return self._change(review, Step(), now, change)

    def record_supervision(self, review: Review, text: str, now: datetime) -> Review:
        """Keep what the supervisor said to the review's question; an empty text takes it away."""
        text = clean_text(text)
        answer = Answer("supervision", "text", "", value=text, text=text)

        def change(_: Session, row: ReviewRow) -> None:
            row.supervision_answer = text
            row.supervision_date = local_date(now) if text else ""
            touch(row, now)

        return self._change(review, Step(answers=(answer,)), now, change)

    def abandon(self, review: Review) -> None:
        """Take an open review away for good, and its case when it was the only one.

        JournalError when it is finished, ConflictError when another process went on with it.
        """
        with self._journal.transaction() as session:
            row = row_of(session, review)
            if row.state != "open":
                message = f"Review {row.number} is finished. failnote delete {row.number} hides it."
                raise JournalError(message)
            if row.revision != review.revision:
                raise ConflictError(lost_sentence(row, ()))
            session.delete(row)
            session.flush()
            end_case(session, row.case_code)

    def delete(self, number: int, now: datetime) -> None:
        """Hide a review; ``undo`` brings it back."""
        with self._journal.transaction() as session:
            delete_review(session, number, now)

    def undo(self, now: datetime) -> str:
        """Take back the last delete or edit that stands; a sentence that says which."""
        with self._journal.transaction() as session:
            return undo_last(session, now)

    def add_insight(self, review: Review, text: str, now: datetime) -> None:
        """Keep what was understood later, beside the first account."""
        with self._journal.transaction() as session:
            row = row_of(session, review)
            session.add(
                InsightRow(
                    uuid=str(uuid4()),
                    review_id=row.id,
                    written_at=instant(now),
                    local_date=local_date(now),
                    text=clean_text(text),
                )
            )

    def import_reviews(
        self, reviews: Iterable[Review], now: datetime, codes: Iterable[CodeWord] = ()
    ) -> tuple[int, int]:
        """Take in whole reviews, all or none; how many were added, how many were there already.

        A number is kept where it is free. ConflictError names a review whose id is there with
        other content.
        """
        with self._journal.transaction() as session:
            keep_codes(session, codes)
            return import_all(session, self.connection, map(clean, reviews), now)

    def _change(self, review: Review, step: Step, now: datetime, change: Change) -> Review:
        """Change a review that nobody else changed meanwhile; else keep what the step says."""
        with self._journal.transaction() as session:
            row = row_of(session, review)
            lost = row.revision != review.revision
            if lost:
                losers = [*step.answers, *lost_words(session, row, step.plan)]
                keep_losers(session, row, losers, now)
            else:
                change(session, row)
        if lost:
            raise ConflictError(lost_sentence(row, losers))
        return self._reread(row.uuid)

    def _reread(self, uuid: str) -> Review:
        review = review_by_id(self.connection, uuid)
        assert review is not None
        return review
