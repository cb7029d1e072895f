"""Folding: text made comparable, with the way back to its places."""

import bisect
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

MOST_BETWEEN = 16
"""Characters that may part two words of one name: a line break with its indent, a dash, a dot."""

_NO_SPACES = (
    "\u0e00-\u0eff\u1000-\u109f\u1100-\u11ff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\ua960-\ua97f\ud7b0-\ud7ff\U00020000-\U0003ffff"
)
"""Scripts written without spaces, or with particles joined on (Hangul, decomposed)."""

WORD = re.compile(rf"[^\W\d_{_NO_SPACES}]+(?:(?<=n)'t(?![^\W\d_]))?|\d+")
"""Letters or digits; "don't" is one word, so that nobody called Don is seen in it."""

RUN = re.compile(rf"[{_NO_SPACES}]+")
"""A stretch of such a script: in it a name is searched as a substring."""

_APOSTROPHES = "'‘’‚‛′‵ʹʻʼʽˈ`´＇ꞌ"
_DASHES = "-‐‑‒–—―−﹘﹣－⁃"
_SPECIAL = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys(_DASHES, "-"),
    "…": ".",
    **dict(zip("łŁøØđĐðÐħĦŧŦŋŊıĸ", "lLoOdDdDhHtTnNik", strict=True)),
    "æ": "ae",
    "Æ": "AE",
    "œ": "oe",
    "Œ": "OE",
    "ß": "ss",
    "ẞ": "SS",
    "þ": "th",
    "Þ": "Th",
    **dict.fromkeys("\u115f\u1160\u3164\uffa0\u2800", ""),
}
_LONGEST_PIECE = 4
"""Characters that one may fall into; whole formulas in one sign (U+FDFA) are left alone."""
_WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85"


class _Pieces(dict[str, str]):
    """Character -> what stands for it in the plain text; filled as characters are met."""

    def __missing__(self, char: str) -> str:
        piece = self[char] = _piece(char)
        return piece


def _piece(char: str) -> str:
    if char in _SPECIAL:
        return _SPECIAL[char]
    if char in _WHITE:
        return char
    parts = unicodedata.normalize("NFKD", char)
    if len(parts) > _LONGEST_PIECE:
        return char
    kept = (part for part in parts if unicodedata.category(part)[0] not in "MC")
    piece = "".join(_SPECIAL.get(part, part) for part in kept)
    # Half of ½ or ⑴ cannot be cut out, so none of it is read.
    return piece if len(piece) < 2 or piece.isalpha() else " "


_PIECES = _Pieces()


class Word(NamedTuple):
    """One word of a folded text."""

    start: int
    end: int
    folded: str
    plain: str
    near: bool
    """Close enough to the word before it to be part of the same name."""

    @property
    def capitalised(self) -> bool:
        """Whether it begins with a capital, or is of a script that has none."""
        first = self.plain[0]
        return first.isupper() or first.istitle() or first.lower() == first.upper()


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in two comparable forms of one length."""

    text: str
    plain: str
    """Without accents and invisible characters, with one kind of apostrophe and dash; case kept."""
    folded: str
    """The same without case."""
    places: Sequence[int]
    """Place in ``text`` of each character of ``plain``, and the end."""
    words: tuple[Word, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of ``plain`` lies in ``text``, with the marks that follow it."""
        last = self.places[end]
        if end and last == self.places[end - 1]:
            last += 1
        return self.places[start], last

    def words_in(self, start: int, end: int) -> tuple[Word, ...]:
        """The words that have a letter between two places of ``plain``."""
        first = bisect.bisect_right(self.words, start, key=lambda word: word.end)
        last = bisect.bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:last]


def fold(text: str) -> Folded:
    """Fold a text: accents, case, invisible characters, apostrophes, dashes, special letters."""
    pieces = [_PIECES[char] for char in text]
    plain = "".join(pieces)
    places: Sequence[int] = range(len(text) + 1)
    if len(plain) != len(text) or "" in pieces:
        spread = [place for place, piece in enumerate(pieces) for _ in piece]
        places = [*spread, len(text)]
    folded = _without_case(plain)
    return Folded(text, plain, folded, places, tuple(_words(plain, folded)))


def _without_case(plain: str) -> str:
    folded = plain.casefold()
    if len(folded) == len(plain):
        return folded
    return "".join(each if len(each := c.casefold()) == 1 else c for c in plain)


def _words(plain: str, folded: str) -> list[Word]:
    found: list[Word] = []
    last = -MOST_BETWEEN - 1
    runs = RUN.search(folded) is not None
    for match in WORD.finditer(folded):
        start, end = match.span()
        near = start - last <= MOST_BETWEEN and not (runs and RUN.search(folded, last, start))
        found.append(Word(start, end, match[0], plain[start:end], near))
        last = end
    return found
