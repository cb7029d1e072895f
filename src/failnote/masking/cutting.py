"""Cutting: a text with stretches replaced, and where its other places have gone."""

import bisect
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Cut(NamedTuple):
    """A stretch of a text, and the words that come in its place."""

    start: int
    end: int
    words: str


class CutText:
    """A text with its cuts, which are in order and do not overlap."""

    def __init__(self, text: str, cuts: Sequence[Cut]) -> None:
        self.text = "".join(_pieces(text, cuts))
        self._starts = [cut.start for cut in cuts]
        self._ends = [cut.end for cut in cuts]
        self._shifts = [0]
        for cut in cuts:
            self._shifts.append(self._shifts[-1] + len(cut.words) - (cut.end - cut.start))

    def place(self, place: int) -> int | None:
        """Where a place of the text has gone, or None where it was cut out."""
        before = bisect.bisect_right(self._starts, place)
        if before and place < self._ends[before - 1]:
            return None
        return place + self._shifts[before]


def _pieces(text: str, cuts: Sequence[Cut]) -> Iterator[str]:
    place = 0
    for cut in cuts:
        yield text[place : cut.start]
        yield cut.words
        place = cut.end
    yield text[place:]
