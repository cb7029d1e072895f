"""Left text: what lies in memory because the journal did not get it, offered again later."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from failnote.cli.invocation import Invocation
from failnote.errors import JournalError
from failnote.guide.questions import Question, Text
from failnote.terminal.dialogs import choose
from failnote.terminal.editor_file import LeftText, editor_file, forget, left_text, memory
from failnote.terminal.moves import Keep
from failnote.terminal.screen import clean
from failnote.terminal.wrapping import shorten

TAKE, LEAVE, REMOVE = "take", "leave", "remove"
ROOM = 60
"""Columns for the beginning of a text."""
ASIDE = (
    "What you typed last could not be saved in the journal. It is kept in memory until this machine"
    " is turned off, and its question offers it again: {path}"
)


@dataclass
class LeftTexts:
    """Offers every text that was left behind once in this process, and leaves none unsaved."""

    invocation: Invocation
    _seen: set[Path] = field(default_factory=set)
    _unkept: dict[str, str] = field(default_factory=dict)
    """Question -> half-typed text that the journal did not take."""

    def taken(self, question: Question, standing: str, keep: Keep | None) -> str | None:
        """The text that the user takes for the answer; None to go on with what stands. Left.

        Its file goes only after ``keep`` has put the text away, or when the user says so.
        """
        if keep is None or not isinstance(question, Text):
            return None
        left = left_text(question.id, os.environ)
        if left is None or left.path in self._seen:
            return None
        if left.text in ("", standing):
            forget(left)
            return None
        self._seen.add(left.path)
        choice = choose(self.invocation.asker, _words(question, left), _choices(standing))
        if choice == REMOVE:
            forget(left)
        return _kept(left, keep) if choice == TAKE else None

    def watched(self, question: Question, keep: Keep) -> Keep:
        """As ``keep``, but a text that it cannot put away is remembered."""

        def watching(body: str) -> None:
            if isinstance(question, Text):
                self._unkept[question.id] = body
            keep(body)
            self.settled(question.id)

        return watching

    def settled(self, question: str) -> None:
        """Note that the journal has the text of a question, or that nobody wants it."""
        self._unkept.pop(question, None)

    def put_aside(self) -> None:
        """Put every text that the journal did not take into memory, and say so."""
        for question, text in self._unkept.items():
            if text and memory(os.environ) is not None:
                with editor_file(text, question, os.environ) as file:
                    self.invocation.screen.tell(ASIDE.format(path=file.path))
        self._unkept.clear()


def _kept(left: LeftText, keep: Keep) -> str:
    try:
        keep(left.text)
    except (OSError, JournalError):  # it stands in the field, and in its file
        return left.text
    forget(left)
    return left.text


def _words(question: Text, left: LeftText) -> str:
    return (
        f"A text for this question was left unsaved ({left.saved:%Y-%m-%d %H:%M}).\n\n"
        f"    {shorten(clean(question.ask, False), ROOM)}\n    “{_begins(left.text)}”"
    )


def _choices(standing: str) -> dict[str, str]:
    take = f"Put it in place of “{_begins(standing)}”" if standing else "Put it into the answer"
    return {
        TAKE: take,
        LEAVE: "Leave it where it is; I will be asked again",
        REMOVE: "Throw it away",
    }


def _begins(text: str) -> str:
    return shorten(clean(text, False), ROOM)
