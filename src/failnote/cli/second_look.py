"""Second look: when a phrase of an answer is asked about, and when it is left alone."""

from collections.abc import Collection, Iterable
from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING

from failnote.guide.questions import Question, Text
from failnote.review import Answer, Value

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.cues import Cues, Note

MOST = 3
"""Notes in one review."""
TOO_MUCH = 9
"""From this charge on, sentences are let stand as they are."""


@dataclass
class SecondLook:
    """The notes of one review. Nothing about them is kept.

    ``answers`` are those of earlier sittings: one whose words still hold a cue has been asked about.
    """

    cues: "Cues"
    left_alone: Collection[str] = ()
    answers: InitVar[Iterable[Answer]] = ()
    _asked: set[str] = field(default_factory=set)

    def __post_init__(self, answers: Iterable[Answer]) -> None:
        self._asked |= {
            answer.question
            for answer in answers
            if answer.type == "text" and self._found(answer.question, answer.text)
        }

    def note(self, question: Question, value: Value, answers: Iterable[Answer]) -> str:
        """What to say when the answer is offered again; empty for nothing."""
        if not isinstance(question, Text) or not isinstance(value, str):
            return ""
        if question.id in self._asked or len(self._asked) >= MOST or weighs(answers):
            return ""
        found = self._found(question.id, value)
        if found is None:
            return ""
        self._asked.add(question.id)
        quote = " ".join(found.quote.split())
        return f"You wrote “{quote}”. {found.ask} Enter keeps your words."

    def _found(self, question: str, text: str) -> "Note | None":
        return self.cues.look(text, question, self.left_alone)


def second_look(invocation: "Invocation", answers: Iterable[Answer]) -> SecondLook | None:
    """A second look at answers, for a person and not for a pipe; None where it is switched off.

    ``answers`` are those given in earlier sittings.
    """
    if not invocation.settings.cues or not invocation.has_terminal:
        return None
    from failnote.cues import load_cues

    return SecondLook(load_cues(), invocation.settings.leave_alone, answers)


def weighs(answers: Iterable[Answer]) -> bool:
    """Does any scale of how strongly it pulls stand near its end?"""
    return any(
        answer.type == "scale"
        and answer.question.endswith(".charge")
        and isinstance(answer.value, int)
        and answer.value >= TOO_MUCH
        for answer in answers
    )
