"""Conversation: the loop that takes one question after the other to the terminal and the journal."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from failnote.cli.kept import Kept
from failnote.cli.left_text import LeftTexts
from failnote.errors import AnswerError, ConflictError, JournalError
from failnote.guide.questions import Info, Question
from failnote.guide.values import default
from failnote.interview import Interview, Progress, takes_distance
from failnote.review import Value
from failnote.terminal.moves import Keep, Left, Move

if TYPE_CHECKING:
    from failnote.cli.identifying import Identifying
    from failnote.cli.invocation import Invocation
    from failnote.cli.second_look import SecondLook

DISTANT = "  From here on it is a colleague's case. Where an answer says “I”, read “my colleague”."
Outcome = Literal["ended", "paused"]


@dataclass
class Conversation:
    """One interview at the terminal; nothing is shown before the answer before it is stored."""

    invocation: "Invocation"
    interview: Interview
    kept: Kept | None = None
    """None for the gate, whose answers are kept nowhere."""
    drafts: dict[str, str] = field(default_factory=dict)
    usual: Mapping[str, str] = field(default_factory=dict)
    second_look: "SecondLook | None" = None
    """None where no phrase of an answer is asked about."""
    identifying: "Identifying | None" = None
    """None where nothing is said of names in an answer."""

    def __post_init__(self) -> None:
        self._stored = self.interview
        self._unsaved: dict[str, Value] = {}
        self._note = ""
        self._left = LeftTexts(self.invocation)

    def run(self) -> Outcome:
        """Ask until the interview ends or the user pauses."""
        try:
            with self.invocation.asker.at_work():
                return self._asked()
        except KeyboardInterrupt:  # between two questions; each step is whole or not at all
            return "paused"
        finally:
            self._left.put_aside()

    def _asked(self) -> Outcome:
        while (question := self.interview.question) is not None:
            reply = self._ask(question)
            if reply is Move.STOP:
                self.invocation.screen.tell(self.invocation.risk_line)
            if reply in (Move.STOP, Move.PAUSE):
                return "paused"
            self._take(question, reply)
        return "ended"

    def _ask(self, question: Question) -> "Value | Move":
        today = self.invocation.today
        earlier = self.interview.result.get(question.id)
        old = self._unsaved.get(question.id, earlier.value if earlier else None)
        keep = self._keeping(question)
        try:
            taken = self._left.taken(question, self.drafts.get(question.id) or str(old or ""), keep)
        except Left as left:
            return left.move
        note, self._note = self._note, ""
        return self.invocation.asker.ask(
            question,
            head=heading(self.interview.progress),
            old=old,
            default=default(question, today, self.usual),
            draft=self.drafts.get(question.id) if taken is None else taken,
            keep=keep,
            today=today,
            note=note,
        )

    def _take(self, question: Question, reply: "Value | Move") -> None:
        """Bring one reply into the interview and the journal, or say why not."""
        before = self.interview
        try:
            if reply is Move.BACK:
                after = before.back()
            elif reply is Move.SKIP:
                after = before.skip()
            else:
                assert not isinstance(reply, Move)
                after = before.answer(reply)
            self._store(after)
        except AnswerError as error:
            self._note = str(error)
            return
        except ConflictError:
            raise
        except JournalError as error:
            if not isinstance(reply, Move):
                self._unsaved[question.id] = reply
            self._note = f"Not saved. {error} Your answer still stands here."
            return
        self.interview = after
        if not isinstance(reply, Move):
            self.drafts.pop(question.id, None)
            self._unsaved.pop(question.id, None)
            self._left.settled(question.id)
            self._note = self._noted(question, reply)
            if self._note:
                self.interview = after.jump(question.id)
                return
            if question.kept and not isinstance(question, Info):
                self.invocation.asker.say(question, reply)
                self._point_at_names(question, reply)
            if not takes_distance(question, before.answers) and takes_distance(
                question, after.answers
            ):
                self.invocation.screen.tell(DISTANT)

    def _noted(self, question: Question, reply: Value) -> str:
        """What there is to ask about a phrase of an answer, which is stored by now."""
        if self.second_look is None or not question.kept:
            return ""
        answers = self.interview.result.values()
        return self.second_look.note(question, reply, answers)

    def _point_at_names(self, question: Question, reply: Value) -> None:
        """Say, in one line and no question, that an answer may tell who it is about."""
        if self.identifying is not None:
            answers = self.interview.result.values()
            if line := self.identifying.line(question, reply, answers):
                self.invocation.screen.tell(line)

    def _store(self, after: Interview) -> None:
        if self.kept is not None and self.kept.store(self._stored, after):
            self._stored = after

    def _keeping(self, question: Question) -> Keep | None:
        kept = self.kept
        if kept is None:
            return None

        def keep(body: str) -> None:
            self.drafts[question.id] = body
            kept.draft(question.id, body)

        return self._left.watched(question, keep)


def heading(progress: Progress | None) -> str:
    """Where one is, without a countdown: the section, the place in it, and how many parts."""
    if progress is None:
        return ""
    if progress.parts == 1:
        return progress.section
    inside = f" {progress.number}/{progress.of}" if progress.of > 1 else ""
    return f"{progress.section}{inside}  ·  part {progress.part} of {progress.parts}"
