"""Left text: what an editor had open when failnote was ended, offered again at its question."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from failnote.cli.invocation import Invocation
from failnote.errors import JournalError
from failnote.guide.model import Question, Text
from failnote.terminal.dialogs import choose
from failnote.terminal.editor_file import LeftText, forget, left_text
from failnote.terminal.moves import Keep
from failnote.terminal.screen import clean
from failnote.terminal.wrapping import shorten

TAKE, LEAVE, REMOVE = "take", "leave", "remove"
ROOM = 60
"""Columns for the beginning of a text."""


@dataclass
class LeftTexts:
    """Offers every text that was left behind once in this process."""

    invocation: Invocation
    _seen: set[Path] = field(default_factory=set)

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


def _kept(left: LeftText, keep: Keep) -> str:
    try:
        keep(left.text)
    except (OSError, JournalError):  # it stands in the field, and in its file
        return left.text
    forget(left)
    return left.text


def _words(question: Text, left: LeftText) -> str:
    return (
        f"An editor left a text for this question ({left.saved:%Y-%m-%d %H:%M}).\n\n"
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
