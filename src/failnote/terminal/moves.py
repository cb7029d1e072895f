"""Moves: what one can do at a question besides answering it, and the words for it."""

import enum
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date
from typing import Protocol

from failnote.guide.questions import Question
from failnote.review import Value

Keep = Callable[[str], object]
"""Puts a half-typed answer away; OSError or JournalError when it cannot."""

RISK_LINE = (
    "This is more than a page can hold. If you or anyone is in danger, call your local emergency "
    "or crisis line now; otherwise speak to a person today. failnote has not recorded this message."
)

NO_HELP = "There is no further help for this question."
UNSAVED = "The draft could not be saved. What you typed is still here."
NEEDED = "This question needs an answer; you can go back or pause."
NOTHING_MARKED = "Nothing is marked. Space marks; Enter once more means: none of these."

CHOICE_KEYS = ("↑↓ or number", "Enter take")
LONG_CHOICE_KEYS = ("↑↓ move", "Enter take")
CHOICES_KEYS = ("↑↓ move", "Space mark", "Enter done")
LINE_KEYS = ("Enter done",)
TEXT_KEYS = ("Enter done", "F2 editor")
LONG_KEYS = ("Enter new line", "Ctrl-S or Alt-Enter done", "F2 editor")
NOTED_KEYS = ("Enter keep", "Ctrl-S or Alt-Enter done", "F2 editor")
INFO_KEYS = ("Enter go on",)

PLAIN_HELP = (
    "At any time: .b back, .s skip, .? help, .q pause, .! stop and see whom to turn to. "
    "Everything is saved."
)


class Move(enum.Enum):
    """What someone did instead of answering."""

    BACK = "back"
    SKIP = "skip"
    PAUSE = "pause"
    STOP = "stop"
    """Leave at once and show the risk line."""


class Left(KeyboardInterrupt):
    """Someone left a question outside any guide by pausing or stopping."""

    def __init__(self, move: Move) -> None:
        super().__init__()
        self.move = move


class Asker(Protocol):
    """Asks one question at a time, whatever kind of terminal there is."""

    def ask(
        self,
        question: Question,
        *,
        head: str,
        today: date,
        old: Value = None,
        default: Value = None,
        draft: str | None = None,
        keep: Keep | None = None,
        note: str = "",
    ) -> Value | Move:
        """Give an answer that fits the question, or what was done instead."""

    def say(self, question: Question, value: Value) -> None:
        """Leave a quiet trace of an answer on the screen."""

    def at_work(self) -> AbstractContextManager[None]:
        """Hold for a row of questions: between two of them nothing that is typed is drawn."""


def ways(*, help_key: str, skippable: bool) -> tuple[str, ...]:
    """The keys that lead away from a question, for the hint under it."""
    skip = ("Tab skip",) if skippable else ()
    return ("Esc back", *skip, f"{help_key} help", "F8 urgent", "Ctrl-C pause")
