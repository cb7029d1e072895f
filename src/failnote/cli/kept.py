"""Kept: where the replies of a conversation go, step by step."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from failnote.cli.begin import change_of
from failnote.guide.model import Guide
from failnote.interview import Interview, step
from failnote.review import OpenFollowUp, Plan, Review

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.journal.writing import Writer


class Kept(Protocol):
    """Takes what changed from one interview to the next, and half-typed texts."""

    def store(self, before: Interview, after: Interview) -> bool:
        """Keep a step before anything else is shown; False while there is nothing to keep."""

    def draft(self, question: str, body: str) -> None:
        """Keep a half-typed text."""


@dataclass
class KeptReview:
    """A review, whose row is made with the first answer or the first half-typed text."""

    invocation: "Invocation"
    writer: "Writer"
    review: Review | None = None
    begin: Callable[[], Review] | None = None

    def store(self, before: Interview, after: Interview) -> bool:
        """Keep a step; a review in which nothing was said yet is not begun."""
        if self.review is None:
            if _nothing_said(after):
                return False
            self.review = self._begun()
        change = change_of(self.review, before, after)
        self.review = self.writer.commit(self.review, change, self.invocation.now)
        return True

    def draft(self, question: str, body: str) -> None:
        """Keep a half-typed text."""
        if self.review is None:
            if not body:
                return
            self.review = self._begun()
        self.writer.keep_draft(self.review, question, body, self.invocation.now)

    def _begun(self) -> Review:
        assert self.begin is not None
        return self.begin()


@dataclass
class KeptLook:
    """A look at a plan, whose row is made with the first answer or the first half-typed text."""

    invocation: "Invocation"
    writer: "Writer"
    review: Review
    plan: Plan
    guide: Guide
    """In its own words, before those of the plan were filled in."""
    look: OpenFollowUp | None = None

    def store(self, before: Interview, after: Interview) -> bool:
        """Keep a step; a look in which nothing was said yet is not begun."""
        if self.look is None:
            if _nothing_said(after):
                return False
            self.look = self._begun()
        change = step(before, after)
        now = self.invocation.now
        self.look = self.writer.commit_follow_up(self.review, self.look, change, now)
        return True

    def draft(self, question: str, body: str) -> None:
        """Keep a half-typed text."""
        if self.look is None:
            if not body:
                return
            self.look = self._begun()
        now = self.invocation.now
        self.writer.keep_draft(self.review, question, body, now, self.look.id)

    def _begun(self) -> OpenFollowUp:
        return self.writer.begin_follow_up(
            self.plan,
            guide=self.guide.id,
            version=self.guide.version,
            digest=self.guide.digest,
            title=self.guide.title,
            body=self.guide.snapshot,
            now=self.invocation.now,
        )


def _nothing_said(interview: Interview) -> bool:
    return all(answer.status == "skipped" for answer in interview.answers.values())
