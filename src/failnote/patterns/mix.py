"""Mix: which areas were ticked in the latest ten cases, and in the ten before."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding, MarkedCase
from failnote.patterns.strips import looks, ticks
from failnote.review import CodeWord

WINDOW = 10
"""Cases on either side."""


class AreaMix(NamedTuple):
    """One area in the two windows; numbers count cases."""

    area: str
    ticked: int
    looked: int
    before_ticked: int
    before_looked: int


class Mix(NamedTuple):
    """The latest cases beside those before them; counts, and no comparison."""

    size: int
    areas: tuple[AreaMix, ...]
    """Most often ticked lately first; areas without a tick in either are left out."""


def mix(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord], strips: Mapping[str, str]
) -> list[Finding[Mix]]:
    """The areas of the misses in ``strips``; from twice the window on."""
    if len(cases) < 2 * WINDOW:
        return []
    first = len(cases) - 2 * WINDOW
    ticked: dict[str, int] = {}
    looked: dict[str, int] = {}
    for code, strip in strips.items():
        area, recent = codes[code].area, strip[first:]
        ticked[area] = ticked.get(area, 0) | ticks(recent)
        looked[area] = looked.get(area, 0) | looks(recent)
    areas = [AreaMix(area, *_counts(bits, looked[area])) for area, bits in ticked.items() if bits]
    areas.sort(key=lambda each: (-each.ticked, -each.before_ticked, each.area))
    numbers = sorted(review.number for case in cases[first:] for review in case.reviews)
    return [Finding("mix", "mix", "count", Mix(WINDOW, tuple(areas)), tuple(numbers))]


def _counts(ticked: int, looked: int) -> tuple[int, int, int, int]:
    """Ticked and looked at lately, and before; the latest case is the lowest bit."""
    late = (1 << WINDOW) - 1
    return (
        (ticked & late).bit_count(),
        (looked & late).bit_count(),
        (ticked >> WINDOW).bit_count(),
        (looked >> WINDOW).bit_count(),
    )
