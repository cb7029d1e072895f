"""Adding: what comes later, beside the first account: an insight, or what the supervisor said."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from failnote.cli import INTERRUPTED
from failnote.cli.answers import read_input
from failnote.cli.editing import KEPT
from failnote.cli.invocation import Invocation
from failnote.cli.left_text import LeftTexts
from failnote.errors import JournalError, UsageError
from failnote.guide.questions import LONGEST_TEXT, Text
from failnote.journal.reading import open_questions, resume
from failnote.review import Review
from failnote.selection import Selection
from failnote.terminal.moves import Move

if TYPE_CHECKING:
    from failnote.journal.writing import Writer

INSIGHT = Text(
    id="add.insight",
    type="text",
    ask="What do you understand now that you did not see then?",
    help="It is kept with today's date, beside the first account. Nothing of that is changed.",
    secs=60,
    lines=6,
)
SUPERVISION = Text(
    id="supervision.answer",
    type="text",
    ask="What did your supervisor say to it?",
    help="It is kept with today's date, and the question leaves the agenda.",
    secs=60,
    lines=6,
)


def add_insight(invocation: Invocation, number: int) -> None:
    """Ask for a later insight, or read it from standard input, and keep it with its date."""
    with invocation.writing() as writer:
        review, drafts = resume(writer.connection, number)
        with _written(invocation, writer, review, INSIGHT, drafts.get(INSIGHT.id)) as text:
            writer.add_insight(review, text, invocation.now)
    invocation.screen.tell(f"Added to review {number}.")


def record_supervision(invocation: Invocation, number: int) -> None:
    """Ask what the supervisor said, or read it from standard input; it closes the question.

    JournalError when the review has no question that is open.
    """
    with invocation.writing() as writer:
        review, drafts = resume(writer.connection, number)
        waiting = list(open_questions(writer.connection, Selection(numbers=(number,))))
        question = next((each.text for each in waiting), "")
        if not question:
            message = f"Review {number} has no open question; `failnote agenda` lists those."
            raise JournalError(message)
        if invocation.can_ask:
            invocation.screen.tell(f"Your question was:\n\n{question}\n")
        with _written(invocation, writer, review, SUPERVISION, drafts.get(SUPERVISION.id)) as text:
            writer.record_supervision(review, text, invocation.now)
    invocation.screen.tell(f"Kept with review {number}; its question is closed.")


@contextmanager
def _written(
    invocation: Invocation, writer: "Writer", review: Review, question: Text, draft: str | None
) -> Iterator[str]:
    """The text to keep; what was half-typed goes once it is kept."""
    left = LeftTexts(invocation)
    try:
        yield _asked(invocation, writer, review, question, draft, left)
        left.settled(question.id)
        writer.drop_draft(review, question.id)
    finally:
        left.put_aside()


def _asked(
    invocation: Invocation,
    writer: "Writer",
    review: Review,
    question: Text,
    draft: str | None,
    left: LeftTexts,
) -> str:
    if not invocation.can_ask:
        return _piped(question)
    now, typed = invocation.now, [draft or ""]

    def keep(body: str) -> None:
        writer.keep_draft(review, question.id, body, now)
        typed.append(body)

    watched = left.watched(question, keep)
    taken = left.taken(question, draft or "", watched)
    draft = draft if taken is None else taken
    reply = invocation.asker.ask(question, head="", draft=draft, keep=watched, today=now.date())
    if isinstance(reply, str):
        return reply
    if reply is Move.STOP:
        invocation.screen.tell(invocation.risk_line)
    invocation.screen.tell(f"Nothing was added. {KEPT if typed[-1] else ''}".rstrip())
    raise typer.Exit(INTERRUPTED if reply in (Move.STOP, Move.PAUSE) else 0)


def _piped(question: Text) -> str:
    text = read_input(LONGEST_TEXT * 4).strip()
    if not text:
        message = "Standard input holds no text, so nothing was added."
        raise UsageError(message)
    if problem := question.problem(text):
        message = f"Standard input: {problem}."
        raise UsageError(message)
    return text
