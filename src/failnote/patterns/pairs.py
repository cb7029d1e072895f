"""Pairs: misses of different areas that were ticked in the same cases."""

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from failnote.patterns.findings import (
    SHARES,
    Finding,
    Level,
    MarkedCase,
    Tell,
    is_miss,
    level_of,
    silent,
)
from failnote.patterns.memory import Memory
from failnote.patterns.reshuffling import (
    LATEST,
    Column,
    Matrix,
    Outcome,
    at_bits,
    matrix_of,
    reshuffle,
)
from failnote.review import CodeWord

COUNT_FROM = 3
"""Cases from which pairs are counted."""
CLAIM_FROM = 15
"""Cases from which they are compared with chance."""
EACH, TOGETHER = 3, 3
"""Ticks that each of the two, and both together, must have to be compared."""
SAME_STORY = 0.6
"""Two claimed pairs that share a miss and this share of their reviews are told as one."""

ASKED_TOGETHER = frozenset(
    {frozenset({"contract", "alliance"}), frozenset({"motivation", "history"})}
)
"""Areas between which pairs come from the questions: answers about the one close the list that
offers the other, so that their ticks fall together whoever answers."""


class PairCount(NamedTuple):
    """How often two misses were ticked in the same case; every number counts cases."""

    one: str
    other: str
    together: int
    one_ticked: int
    """Where both were looked at."""
    other_ticked: int
    looked: int
    """Cases in which both were looked at."""
    cases: int
    """Cases that were gone through: of a long journal the latest."""
    expected: float | None = None
    """Together, on average, in reshuffled journals; None where it was not compared."""
    as_strong: int | None = None
    """Reshuffled journals in which any pair was at least as strong."""
    reshuffled: int | None = None
    also: tuple[tuple[str, int], ...] = ()
    """Further misses of the same story, and in how many of these cases they were ticked."""


class Together:
    """The family of pair counts."""

    def __init__(self, matrix: Matrix, counted: Sequence[tuple[int, int]]) -> None:
        totals = matrix.totals()
        self.counted: Sequence[object] = counted
        self.most: Sequence[int] = [min(totals[one], totals[other]) for one, other in counted]
        self._masks = [1 << one | 1 << other for one, other in counted]
        # The same combination of ticks comes up again and again.
        self._known: dict[int, tuple[int, ...]] = {}

    def count(self, rows: Sequence[int]) -> list[int]:
        """In how many rows both bits of each pair are set."""
        counts = [0] * len(self._masks)
        for row in rows:
            places = self._known.get(row)
            if places is None:
                places = self._known[row] = tuple(
                    place for place, mask in enumerate(self._masks) if row & mask == mask
                )
            for place in places:
                counts[place] += 1
        return counts


def pairs(
    cases: Sequence[MarkedCase],
    codes: Mapping[str, CodeWord],
    memory: Memory,
    tell: Tell = silent,
) -> list[Finding[PairCount]]:
    """Every pair that was ticked together twice or more, the most striking first."""
    if len(cases) < COUNT_FROM:
        return []
    latest = cases[-LATEST:]
    seen = sorted({code for case in latest for code in case.marks if is_miss(code, codes)})
    matrix = matrix_of(latest, seen)
    outcomes = _outcomes(matrix, codes, memory, tell) if len(cases) >= CLAIM_FROM else {}
    columns = matrix.columns()
    found = []
    for one, other in combinations(range(len(seen)), 2):
        both = columns[one].ticked & columns[other].ticked
        if both.bit_count() > 1 and _compared(seen[one], seen[other], codes):
            found.append(
                _finding(
                    (seen[one], seen[other]),
                    (columns[one], columns[other]),
                    latest,
                    outcomes.get((one, other)),
                )
            )
    return sorted(found, key=_striking)


def _compared(one: str, other: str, codes: Mapping[str, CodeWord]) -> bool:
    """Whether a pair says more than that the two are asked about side by side."""
    areas = frozenset({codes[one].area, codes[other].area})
    return len(areas) == 2 and areas not in ASKED_TOGETHER


def _outcomes(
    matrix: Matrix, codes: Mapping[str, CodeWord], memory: Memory, tell: Tell
) -> dict[tuple[int, int], Outcome]:
    """Chosen by the totals alone: a choice by what is seen together would find what it chose."""
    often = [place for place, total in enumerate(matrix.totals()) if total >= EACH]
    counted = [
        (one, other)
        for one, other in combinations(often, 2)
        if _compared(matrix.codes[one], matrix.codes[other], codes)
    ]
    family = Together(matrix, counted)
    return dict(zip(counted, reshuffle(matrix, family, TOGETHER, memory, tell), strict=True))


def _finding(
    names: tuple[str, str],
    pair: tuple[Column, Column],
    cases: Sequence[MarkedCase],
    outcome: Outcome | None,
) -> Finding[PairCount]:
    one, other = pair
    both, looked = one.ticked & other.ticked, one.looked & other.looked
    data = PairCount(
        one=names[0],
        other=names[1],
        together=both.bit_count(),
        one_ticked=(one.ticked & looked).bit_count(),
        other_ticked=(other.ticked & looked).bit_count(),
        looked=looked.bit_count(),
        cases=len(cases),
    )
    level: Level = "count"
    if outcome is not None:
        level = level_of(outcome.p, SHARES["pair"])
        expected = round(outcome.expected, 2)
        data = data._replace(expected=expected, as_strong=outcome.as_strong, reshuffled=outcome.of)
    reviews = {
        review.number
        for case in at_bits(both, cases)
        for review in case.reviews
        if any(review.marks.get(name) for name in names)
    }
    return Finding(f"pair:{names[0]}+{names[1]}", "pair", level, data, tuple(sorted(reviews)))


def _striking(finding: Finding[PairCount]) -> tuple[float, int, str]:
    data = finding.data
    strong = 2.0 if data.as_strong is None else data.as_strong / (data.reshuffled or 1)
    return (strong, -data.together, finding.id)


def told_once(
    found: Sequence[Finding[PairCount]], cases: Sequence[MarkedCase]
) -> list[Finding[PairCount]]:
    """Claimed pairs; one that shares a miss and most reviews with an earlier joins its story.

    A pair that is only perhaps one may join a story, but makes none.
    """
    hosts: list[Finding[PairCount]] = []
    for finding in found:
        host = next((place for place, each in enumerate(hosts) if _same(each, finding)), None)
        if host is not None:
            hosts[host] = _joined(hosts[host], finding, cases)
        elif finding.level == "stands-out":
            hosts.append(finding)
    return hosts


def _same(host: Finding[PairCount], guest: Finding[PairCount]) -> bool:
    if guest.level == "count" or not _codes(host) & _codes(guest):
        return False
    shared = set(host.reviews) & set(guest.reviews)
    return len(shared) >= SAME_STORY * len(guest.reviews)


def _joined(
    host: Finding[PairCount], guest: Finding[PairCount], cases: Sequence[MarkedCase]
) -> Finding[PairCount]:
    told = {code for code, _ in host.data.also}
    also = list(host.data.also)
    for code in sorted(_codes(guest) - _codes(host) - told):
        both = [case for case in cases if all(case.marks.get(each) for each in _codes(host))]
        also.append((code, sum(bool(case.marks.get(code)) for case in both)))
    return host._replace(data=host.data._replace(also=tuple(also)))


def _codes(finding: Finding[PairCount]) -> set[str]:
    return {finding.data.one, finding.data.other}
