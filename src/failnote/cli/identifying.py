"""Identifying: one soft line when an answer may tell who it is about; it never asks and stops nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from failnote.cli.second_look import weighs
from failnote.guide.questions import Question, Text
from failnote.masking import Masker, soft_check
from failnote.review import Answer, Value

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation

MOST = 3
"""Words that a line quotes."""


@dataclass
class Identifying:
    """What the lines of one review need; each word is pointed at once."""

    masker: Masker
    _told: set[str] = field(default_factory=set)

    def line(self, question: Question, value: Value, answers: Iterable[Answer]) -> str:
        """What to say about an answer that is kept by now; empty for nothing.

        Nothing is said of what never leaves, nor where it pulls hard.
        """
        if not isinstance(question, Text) or not isinstance(value, str):
            return ""
        if question.export == "no" or weighs(answers):
            return ""
        found = soft_check(value, self.masker)
        places = (" ".join(value[notice.start : notice.end].split()) for notice in found)
        words = [word for word in dict.fromkeys(places) if word not in self._told]
        self._told.update(words)
        if not words:
            return ""
        quoted = ", ".join(f"“{word}”" for word in words[:MOST])
        more = f" and {len(words) - MOST} more" if len(words) > MOST else ""
        return f"  {quoted}{more} may tell who it is. Esc goes back; [client] or [place] will do."


def identifying(invocation: "Invocation", connection: Any) -> Identifying | None:
    """The soft check of one review, for a person and not for a pipe; None where it is off."""
    if not invocation.settings.identifiers or not invocation.has_terminal:
        return None
    from failnote.cli.leaving import masker

    # A bad term is told where masking needs it.
    return Identifying(masker(invocation, connection, whole=False))
