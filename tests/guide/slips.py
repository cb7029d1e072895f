"""Slips: a guide to make mistakes in, and what must be said about each."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import pytest

from failnote.errors import GuideError
from failnote.guide.load import guide_from_text
from failnote.guide.model import Guide

BASE = '''\
schema  = 1
id      = "mine"
version = 3
title   = "Who wanted what?"
intro   = """
Take one ending that you remember well.
"""

[[question]]
use = "gate"

[[question]]
id   = "pause"
type = "info"
ask  = "Take your time."

[[question]]
id      = "when"
section = "The situation"
type    = "date"
ask     = "When did you first notice that something was going wrong?"

[[question]]
id   = "origin"
type = "choice"
ask  = "Where did it begin, as you see it today?"
help = """
Choose what comes closest.
"""
options.mine   = "With something I did or left out"
options.client = "With something the client brought"
options.unsure = { text = "Cannot say", cannot_say = true }

[[question]]
id     = "part"
type   = "text"
ask    = "What did you do, or not do?"
ask_if = "origin is mine"

[[question]]
id   = "signs"
type = "choices"
ask  = "Which signs did you pass over?"
options.silence = { text = "Long silences", code = "alliance.small-signs-passed" }
options.late    = "Coming late, or at 12:30"

[[question]]
id        = "strain"
type      = "scale"
ask       = "How strained were you?"
low_text  = "at ease"
high_text = "at my limit"

[[question]]
id     = "next"
type   = "text"
ask    = "What will you do next time?"
ask_if = """\\
origin is mine or strain >= 7 \\
or signs has silence, late\\
"""
'''
HEAD = 'schema = 1\nid = "mine"\nversion = 1\ntitle = "Mine"\n'
LAST = '\n[[question]]\nid = "last"\ntype = "text"\nask = "What else?"\n'
Edit = tuple[str, str]


class Mistake(NamedTuple):
    """A slip, the line it is on, the question it is in, what is said of it and the mend."""

    edits: Sequence[Edit]
    at: str
    """What stands on the line; the last such line."""
    question: str
    says: str
    mend: str


def edited(*edits: Edit) -> str:
    """The guide with these pieces exchanged."""
    text = BASE
    for old, new in edits:
        assert old in text, f"{old} is not in the guide"
        text = text.replace(old, new, 1)
    return text


def message_of(text: str) -> str:
    """What is said about a guide that is refused."""
    with pytest.raises(GuideError) as caught:
        guide_from_text(text, "mine.toml")
    return str(caught.value)


def slip(
    name: str,
    old: str,
    new: str,
    *,
    at: str,
    of: str = "",
    says: str,
    mend: str,
    more: Edit = ("", ""),
) -> Any:
    """One row of a table of mistakes."""
    return pytest.param(Mistake([(old, new), more], at, of, says, mend), id=name)


def check(mistake: Mistake) -> None:
    """A mistake is told once, with its line, its question and a mend that fits."""
    text = edited(*mistake.edits)

    message = message_of(text)

    line = max(n for n, row in enumerate(text.split("\n"), 1) if mistake.at in row)
    assert message.startswith(f"mine.toml:{line}: "), message
    assert mistake.question in message.split("\n")[0], message
    assert mistake.says in message, message
    assert mistake.mend in message.partition("Mend: ")[2], message
    assert message.count("Mend: ") == 1, message


def loaded(*questions: str) -> Guide:
    """A guide of these questions and one more."""
    return guide_from_text(HEAD + "\n".join(f"[[question]]\n{q}" for q in questions) + LAST, "mine")


def refused(*questions: str) -> str:
    """What is said about a guide of these questions and one more."""
    return message_of(HEAD + "\n".join(f"[[question]]\n{q}" for q in questions) + LAST)
