"""Stems: tables of words as people spell them, made into patterns for folded text."""

import re
from functools import cache

from failnote.masking.folding import fold
from failnote.masking.wordlist import any_of, one_of

_SPACE = re.compile(r"(\[[^\]]*\])| (\??)")
_OPTIONAL = re.compile(r"\(\?:(?:[^()]|\(\?:[^()]*\)){0,99}\)\?")
_ENDING = r"[^\W\d_]{0,8}"
BLANK = r"[ \n]{1,3}"
"""What may stand between two words of one phrase."""


@cache
def folded_pattern(table: str) -> str:
    """A table without accents and case; "*" in it is any ending, up to eight letters.

    What it holds may be patterns, but none with a capital in an escape or a "*" of its own.
    """
    return fold(table).folded.replace("*", _ENDING)


@cache
def any_stem(table: str) -> str:
    """A pattern for any word of a table, which blanks part; "~" stands for a blank."""
    return _spaced(any_of(folded_pattern(table)))


@cache
def any_phrase(table: str) -> str:
    """A pattern for any phrase of a table, which " | " or a line's end parts; long ones first."""
    lines = folded_pattern(table).split("\n")
    phrases = [each.strip() for line in lines for each in line.split(" | ") if each.strip()]
    phrases.sort(key=lambda phrase: (-_least_blanks(phrase), -len(phrase)))
    return _spaced(one_of(phrases))


def _least_blanks(phrase: str) -> int:
    """Blanks in the shortest text that a phrase stands for."""
    while (shorter := _OPTIONAL.sub("", phrase)) != phrase:
        phrase = shorter
    return phrase.count(" ") - phrase.count(" ?")


def _spaced(pattern: str) -> str:
    """A pattern in which every blank, save in brackets, may be a line's end."""
    return _SPACE.sub(_blank, pattern)


def _blank(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return rf"(?:{BLANK})?" if found[2] else BLANK
