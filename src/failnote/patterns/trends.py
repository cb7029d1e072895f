"""Trends: misses that were ticked more, or less, often as time went on."""

from collections.abc import Mapping, Sequence
from math import sqrt
from typing import NamedTuple

from failnote.patterns.chance import both_tails
from failnote.patterns.findings import SHARES, Finding, MarkedCase, level_of
from failnote.patterns.strips import NOT_LOOKED, TICKED, places_of, strips_of, ticked_in
from failnote.review import CodeWord

CLAIM_FROM = 15
"""Cases from which older and newer ones are compared."""
EACH = 4
"""Ticks that a miss must have, and cases in which it must have been seen and not ticked."""


class Trend(NamedTuple):
    """A miss in the older and in the newer half of the cases where it was looked at."""

    code: str
    older_ticked: int
    older_looked: int
    newer_ticked: int
    newer_looked: int
    p: float
    """How often chance alone gives a slope like this to any of the misses."""


def trends(
    cases: Sequence[MarkedCase],
    codes: Mapping[str, CodeWord],
    strips: Mapping[str, str] | None = None,
    reviews: Mapping[str, tuple[int, ...]] | None = None,
) -> list[Finding[Trend]]:
    """Every miss with enough ticks, the steepest first; ``reviews`` are those of each miss.

    Rank sum of the places of its ticks, in the normal approximation, which is cautious here:
    exact tails are shorter. All misses count as one family (Bonferroni).
    """
    if len(cases) < CLAIM_FROM:
        return []
    found = []
    strips = strips_of(cases, codes) if strips is None else strips
    slopes = {code: _slope(strip.replace(NOT_LOOKED, "")) for code, strip in strips.items()}
    steep = {code: slope for code, slope in slopes.items() if slope is not None}
    for code, slope in steep.items():
        p = min(1.0, len(steep) * both_tails(slope))
        own = ticked_in(code, strips[code], cases) if reviews is None else reviews[code]
        found.append(_finding(code, strips[code], own, p))
    return sorted(found, key=lambda finding: (finding.data.p, finding.id))


def _slope(looked: str) -> float | None:
    """Standard normal without a trend; None where there are too few ticks."""
    size = len(looked)
    ticked = looked.count(TICKED)
    if min(ticked, size - ticked) < EACH:
        return None
    mean = ticked * (size - 1) / 2
    spread = sqrt(ticked * (size - ticked) * (size + 1) / 12)
    return (sum(places_of(looked)) - mean) / spread


def _finding(code: str, strip: str, reviews: tuple[int, ...], p: float) -> Finding[Trend]:
    looked = strip.replace(NOT_LOOKED, "")
    half = len(looked) // 2
    older, newer = looked[:half], looked[half:]
    data = Trend(code, older.count(TICKED), len(older), newer.count(TICKED), len(newer), p)
    level = level_of(p, SHARES["trend"])
    return Finding(f"trend:{code}", "trend", level, data, reviews)
