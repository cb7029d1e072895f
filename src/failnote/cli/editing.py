"""Editing: answers changed later, and insights added beside them."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from failnote.cli import INTERRUPTED
from failnote.cli.answers import changed_by, read_answers
from failnote.cli.begin import change_of, plan_parts, stored_guide
from failnote.cli.conversation import heading
from failnote.cli.invocation import Invocation
from failnote.cli.left_text import LeftTexts
from failnote.errors import AnswerError, JournalError
from failnote.guide.questions import Info, Question
from failnote.interview import Interview
from failnote.journal.reading import resume
from failnote.review import Review, Value
from failnote.terminal.dialogs import choose
from failnote.terminal.moves import Left, Move
from failnote.terminal.screen import clean
from failnote.terminal.wrapping import cells, shorten

if TYPE_CHECKING:
    from failnote.journal.writing import Writer

DONE = "-done"
"""The choice to leave; no question's id begins with a dash."""
ROOM = 70
"""Columns for a question and its answer in the list to choose from."""
KEPT = "What you typed is kept, and stands there the next time."


def edit_review(invocation: Invocation, number: int) -> None:
    """Let the user pick one answer after the other and change it."""
    _ = invocation.asker
    with invocation.writing() as writer:
        editing = _Editing(invocation, writer, number)
        try:
            while (picked := editing.pick()) is not None:
                editing.change(picked)
        except Left as left:
            if left.move is Move.STOP:
                invocation.screen.tell(invocation.risk_line)
            editing.say_what_was_done()
            if editing.half_typed:
                invocation.screen.tell(KEPT)
            raise typer.Exit(INTERRUPTED) from None
        finally:
            editing.left.put_aside()
        editing.say_what_was_done()


class _Editing:
    """A finished review while its answers are changed; each change is kept at once."""

    def __init__(self, invocation: Invocation, writer: "Writer", number: int) -> None:
        self._invocation = invocation
        self._writer = writer
        stored = _stored(invocation, writer.connection, number)
        self._review, self._interview, drafts = stored
        self._drafts = dict(drafts)
        self._edits = 0
        self._note = ""
        self.left = LeftTexts(invocation)
        self.half_typed = False
        """Was something typed that did not become an answer?"""

    def pick(self) -> str | None:
        """The question to change; None to leave. Left."""
        words = {}
        for question in self._interview.walk.visible:
            if isinstance(question, Info):
                continue
            answer = self._interview.answers.get(question.id)
            said = answer.text if answer and answer.status != "skipped" else "–"
            ask = shorten(clean(question.ask, False), ROOM // 2)
            words[question.id] = f"{ask}  {shorten(clean(said, False), ROOM - cells(ask))}"
        picked = choose(self._invocation.asker, "Which answer?", {DONE: "Done", **words})
        return None if picked in (None, DONE) else picked

    def change(self, picked: str) -> None:
        """Ask one question again, then those that its new answer opens. Left."""
        shown = {question.id for question in self._interview.walk.visible}
        waiting: str | None = picked
        while waiting is not None:
            at = self._interview.jump(waiting)
            question = at.question
            assert question is not None
            reply = self._ask(at, question)
            if reply is Move.BACK:
                return
            if reply in (Move.PAUSE, Move.STOP):
                assert isinstance(reply, Move)
                raise Left(reply)
            if self._take(at, question, reply):
                waiting = next(self._opened(shown), None)

    def _ask(self, at: Interview, question: Question) -> Value | Move:
        answer = at.result.get(question.id)
        old = answer.value if answer else None

        keep = self.left.watched(question, lambda body: self._keep(question, body))
        standing = self._drafts.get(question.id) or str(old or "")
        taken = self.left.taken(question, standing, keep)
        note, self._note = self._note, ""
        return self._invocation.asker.ask(
            question,
            head=heading(at.progress),
            old=old,
            draft=self._drafts.get(question.id) if taken is None else taken,
            keep=keep,
            today=self._invocation.today,
            note=note,
        )

    def _keep(self, question: Question, body: str) -> None:
        self._drafts[question.id] = body
        self._writer.keep_draft(self._review, question.id, body, self._invocation.now)
        self.half_typed = True

    def _take(self, at: Interview, question: Question, reply: Value | Move) -> bool:
        """Keep one reply at once: what was confirmed must not hang on what is asked next.

        False when it does not fit, and then the question says why.
        """
        try:
            after = at.skip() if isinstance(reply, Move) else at.answer(reply)
        except AnswerError as error:
            self._note = str(error)
            return False
        if after.answers != self._interview.answers:
            change = change_of(self._review, self._interview, after)
            self._review = self._writer.edit(self._review, change, self._invocation.now)
            self._edits += 1
        self._interview = after
        if not isinstance(reply, Move):
            self._drafts.pop(question.id, None)
            self.left.settled(question.id)
            self._writer.drop_draft(self._review, question.id)
            self.half_typed = False
            self._invocation.asker.say(question, reply)
        return True

    def _opened(self, shown: Collection[str]) -> Iterator[str]:
        """The questions that came up by a change and have no reply yet."""
        for question in self._interview.walk.visible:
            known = question.id in shown or question.id in self._interview.answers
            if not known and not isinstance(question, Info):
                yield question.id

    def say_what_was_done(self) -> None:
        """Say whether anything is different, and how to take it back."""
        self._invocation.screen.tell(_changed(self._review, self._edits))


def _stored(
    invocation: Invocation, connection: Any, number: int
) -> tuple[Review, Interview, Mapping[str, str]]:
    review, drafts = resume(connection, number)
    if review.state != "finished":
        message = f"Review {number} is not finished; `failnote review` goes on with it."
        raise JournalError(message)
    guide = stored_guide(invocation, connection, review)
    plan = plan_parts(review)
    return review, Interview.resume(guide.rest, review.answers, plan=plan, lean=review.lean), drafts


def _changed(review: Review, edits: int) -> str:
    if not edits:
        return "Nothing was changed."
    back = "`failnote undo` takes it back" if edits == 1 else "each `failnote undo` takes one back"
    return f"Review {review.number} is changed{f' in {edits} places' * (edits > 1)}; {back}."


def edit_from_file(invocation: Invocation, number: int, path: Path) -> None:
    """Change the answers that stand in a file: all of them, or none."""
    given = read_answers(path)
    with invocation.writing() as writer:
        review, interview, _ = _stored(invocation, writer.connection, number)
        after = changed_by(interview, given, invocation.today)
        changed = after.answers != interview.answers
        if changed:
            writer.edit(review, change_of(review, interview, after), invocation.now)
    invocation.screen.tell(_changed(review, int(changed)))
