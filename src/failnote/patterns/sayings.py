"""Sayings: replies to one question, worth reading side by side."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding
from failnote.patterns.material import Written

LEAST: Mapping[str, int] = {"core.kept": 5, "unk.rule": 2}
"""Question -> reviews that must say something to it: what would be done again, and which rule was
followed."""
MOST = 12
"""Of more the latest."""


class Sayings(NamedTuple):
    """What was written at one question."""

    question: str
    texts: tuple[tuple[int, str], ...]
    """Review and text, the newest first."""
    told: int
    """Reviews that say something to it."""


def sayings(written: Sequence[Written]) -> list[Finding[Sayings]]:
    """Question by question, where enough was said."""
    found = []
    for question, least in LEAST.items():
        texts = [
            (each.review, each.text)
            for each in reversed(written)
            if each.question == question and each.text.strip()
        ]
        if len(texts) >= least:
            reviews = tuple(sorted(review for review, _ in texts))
            data = Sayings(question, tuple(texts[:MOST]), len(texts))
            found.append(Finding(f"told:{question}", "told", "count", data, reviews))
    return found
