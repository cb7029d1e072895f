"""Dialogs: small questions outside guides, for both kinds of terminal."""

from collections.abc import Mapping
from datetime import date

from failnote.guide.questions import Choice, Question, Text
from failnote.review import Value
from failnote.terminal.moves import Asker, Left, Move

YES, NO = "yes", "no"


def choose(
    asker: Asker,
    text: str,
    options: Mapping[str, str],
    help: str = "",  # noqa: A002
    default: str | None = None,
) -> str | None:
    """Let one of the options (id -> words) be chosen; None when the user goes back. Left."""
    answer = _asked(asker, _choice(text, options, help), default)
    return answer if isinstance(answer, str) else None


def confirm(asker: Asker, text: str, default: bool) -> bool:
    """Ask for yes or no, with the pointer on the default; going back is a no. Left."""
    question = _choice(text, {YES: "Yes", NO: "No"}, "")
    return _asked(asker, question, YES if default else NO) == YES


def line(asker: Asker, text: str) -> str | None:
    """Ask for one line of text; None when the user skips or goes back. Left."""
    question = Text.model_validate({"type": "text", "id": "dialog", "ask": text})
    answer = _asked(asker, question)
    return answer if isinstance(answer, str) else None


def _choice(text: str, options: Mapping[str, str], help_text: str) -> Choice:
    fields = {"type": "choice", "id": "dialog", "ask": text, "help": help_text, "required": True}
    return Choice.model_validate(fields).offering(options)


def _asked(asker: Asker, question: Question, default: Value = None) -> Value:
    """The answer; None for going back; Left for pausing and stopping."""
    # No date is asked for here, so it does not matter which day it is.
    answer = asker.ask(question, head="", default=default, today=date.min)
    if not isinstance(answer, Move):
        return answer
    if answer in (Move.PAUSE, Move.STOP):
        raise Left(answer)
    return None
