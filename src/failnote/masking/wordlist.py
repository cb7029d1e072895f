"""Word list: words as they are typed, one blank between them."""

from collections.abc import Sequence
from itertools import groupby


def words_of(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


def any_of(text: str) -> str:
    """A pattern for any word of a list; the words may be patterns, "~" stands for a blank."""
    return one_of([word.replace("~", " ") for word in text.split()])


def one_of(words: Sequence[str]) -> str:
    """A pattern for any of these words, gathered by their letters.

    Python's regular expressions try one word of a list after the other, at every place of a text:
    with a list as long as ours that is ten times the work.
    """
    return f"(?:{_branches(list(dict.fromkeys(words)))})"


def _branches(words: Sequence[str]) -> str:
    """The words side by side; which of two comes first matters only if both begin alike."""
    branches: list[str] = []
    for plain, run in groupby(words, key=lambda word: bool(_first_letter(word))):
        if not plain:
            branches += run
            continue
        grouped: dict[str, list[str]] = {}
        for word in run:
            grouped.setdefault(word[0], []).append(word[1:])
        branches += (
            letter + (rests[0] if len(rests) == 1 else f"(?:{_branches(rests)})")
            for letter, rests in grouped.items()
        )
    return "|".join(branches)


def _first_letter(word: str) -> str:
    """The letter that the word is sure to begin with, or nothing."""
    plain = word[:1].isalnum() and word[1:2] not in ("?", "*", "+", "{")
    return word[0] if plain and not _has_branches(word) else ""


def _has_branches(word: str) -> bool:
    """Whether it is several patterns side by side; those in brackets do not count."""
    depth = 0
    for char in word:
        depth += (char in "([") - (char in ")]")
        if char == "|" and not depth:
            return True
    return False
