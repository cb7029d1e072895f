"""Reshuffling: ticks dealt out again, to see what chance alone would give.

Each case keeps its number of ticks, each miss its total, and nothing lands where it was not
looked at. Moves are those of the curveball algorithm (Strona et al. 2014), on bit masks: a case
is an integer with one bit for each miss. What is tested together is held against the strongest
of each reshuffled journal, so that looking at many things at once does not make one of them
remarkable.
"""

from collections.abc import Callable, Iterator, Sequence
from math import lgamma, log
from random import Random
from typing import NamedTuple, Protocol
from zlib import crc32

from failnote.patterns.findings import MarkedCase, Tell, silent
from failnote.patterns.memory import Memory, remembered

MIXING = 6
"""Moves per case between two reshuffled journals; with fewer the test claims too much."""
MOVES = 240_000
LEAST, MOST = 250, 1000
"""Reshuffled journals: as many as the moves allow, within these bounds."""
FIRST_LOOK = 150
HOPELESS = 0.5
"""After the first look, a family whose best is as common as that is left alone."""
LATEST = 400
"""Cases that are reshuffled; of a longer journal the latest ones, to bound the work."""


class Column(NamedTuple):
    """One code over the cases, a bit for each."""

    ticked: int
    looked: int


class Matrix(NamedTuple):
    """Who was ticked where, over the latest cases."""

    codes: tuple[str, ...]
    ticked: tuple[int, ...]
    """For each case, a bit for each code."""
    looked: tuple[int, ...]

    def totals(self) -> list[int]:
        """For each code, the cases in which it was ticked."""
        return [sum(row >> place & 1 for row in self.ticked) for place in range(len(self.codes))]

    def columns(self) -> list[Column]:
        """The same the other way round: for each code, the cases."""
        return [
            Column(
                sum(1 << at for at, row in enumerate(self.ticked) if row >> place & 1),
                sum(1 << at for at, row in enumerate(self.looked) if row >> place & 1),
            )
            for place in range(len(self.codes))
        ]

    @property
    def seed(self) -> int:
        """The same for the same ticks, on any machine and on any day."""
        return crc32(repr(sorted(zip(self.ticked, self.looked, strict=True))).encode())


class Outcome(NamedTuple):
    """How one count fared against the reshuffled journals."""

    seen: int
    expected: float
    """Its mean over the reshuffled journals."""
    as_strong: int
    """Reshuffled journals in which anything tested beside it was at least as strong."""
    of: int

    @property
    def p(self) -> float:
        """Family-wise, and never zero."""
        return (self.as_strong + 1) / (self.of + 1)


class Family(Protocol):
    """Counts that are looked at together."""

    @property
    def counted(self) -> Sequence[object]:
        """What is counted: its ``repr`` is the same for the same counts."""
        ...

    @property
    def most(self) -> Sequence[int]:
        """For each count, the largest that its totals allow."""
        ...

    def count(self, rows: Sequence[int]) -> list[int]:
        """Count them in one journal."""
        ...


def at_bits(bits: int, cases: Sequence[MarkedCase]) -> Iterator[MarkedCase]:
    """The cases whose bits are set."""
    while bits:
        low = bits & -bits
        yield cases[low.bit_length() - 1]
        bits ^= low


def matrix_of(cases: Sequence[MarkedCase], codes: Sequence[str], latest: int = LATEST) -> Matrix:
    """Lay the latest cases out in bits; the place of a code in ``codes`` is its bit."""
    ticked, looked = [], []
    for case in cases[-latest:]:
        bits = [(1 << place, case.marks.get(code)) for place, code in enumerate(codes)]
        ticked.append(sum(bit for bit, tick in bits if tick))
        looked.append(sum(bit for bit, tick in bits if tick is not None))
    return Matrix(tuple(codes), tuple(ticked), tuple(looked))


def reshuffle(
    matrix: Matrix, family: Family, least: int, memory: Memory, tell: Tell = silent
) -> list[Outcome]:
    """Hold each count of the family against reshuffled journals; below ``least`` none is strong."""
    material = (matrix, list(family.counted), least)
    rows = remembered(memory, material, lambda: _reshuffled(matrix, family, least, tell))
    return [Outcome(int(seen), mean, int(strong), int(of)) for seen, mean, strong, of in rows]


def _reshuffled(matrix: Matrix, family: Family, least: int, tell: Tell) -> list[Outcome]:
    rows = list(matrix.ticked)
    random = Random(matrix.seed).random
    moves = MIXING * len(rows)
    wanted = max(LEAST, min(MOST, MOVES // moves))
    seen = family.count(rows)
    if max(seen, default=0) < least:
        return [Outcome(count, 0.0, wanted, wanted) for count in seen]
    _deal(rows, matrix.looked, random, 4 * moves)
    dealt: list[list[int]] = []
    while len(dealt) < wanted:
        _deal(rows, matrix.looked, random, moves)
        dealt.append(family.count(rows))
        tell(len(dealt), wanted)
        if len(dealt) == FIRST_LOOK:
            outcomes = _held_against(seen, dealt, family.most, least)
            if all(outcome.p > HOPELESS for outcome in outcomes):
                return outcomes
    return _held_against(seen, dealt, family.most, least)


def _deal(rows: list[int], looked: Sequence[int], random: Callable[[], float], moves: int) -> None:
    """Let pairs of cases trade the ticks that either could have had, again and again."""
    size = len(rows)
    if size < 2:
        return
    for _ in range(moves):
        one = int(random() * size)
        other = int(random() * (size - 1))
        other += other >= one
        a, b = rows[one], rows[other]
        free = (a ^ b) & looked[one] & looked[other]
        own = (a & free).bit_count()
        if not own or own == free.bit_count():
            continue
        bits = []
        left = free
        while left:
            low = left & -left
            bits.append(low)
            left ^= low
        drawn = 0
        many = len(bits)
        for place in range(own):
            pick = place + int(random() * (many - place))
            drawn |= bits[pick]
            bits[pick] = bits[place]
        rows[one] = (a & ~free) | drawn
        rows[other] = (b & ~free) | (free ^ drawn)


def _held_against(
    seen: Sequence[int], dealt: Sequence[Sequence[int]], most: Sequence[int], least: int
) -> list[Outcome]:
    of = len(dealt)
    means = [
        (sum(counts) + own) / (of + 1)
        for own, counts in zip(seen, zip(*dealt, strict=True), strict=True)
    ]
    scores = [
        [_score(count, mean, top) if count >= least else 0.0 for count in range(top + 1)]
        for mean, top in zip(means, most, strict=True)
    ]
    strongest = sorted(
        max(scores[place][count] for place, count in enumerate(counts)) for counts in dealt
    )
    outcomes = []
    for place, count in enumerate(seen):
        own = scores[place][count]
        as_strong = sum(score >= own - 1e-9 for score in strongest) if own > 0 else of
        outcomes.append(Outcome(count, means[place], as_strong, of))
    return outcomes


def _score(count: int, mean: float, most: int) -> float:
    """How surprising a count is: minus the logarithm of its binomial tail.

    A common scale for frequent and for rare misses; a plain z makes too much of rare ones.
    """
    if not 0 < mean < most or count <= mean:
        return 0.0
    odds = mean / (most - mean)
    ways = lgamma(most + 1) - lgamma(count + 1) - lgamma(most - count + 1)
    first = ways + count * log(mean / most) + (most - count) * log(1 - mean / most)
    tail = term = 1.0
    for hits in range(count, most):
        term *= (most - hits) / (hits + 1) * odds
        tail += term
    return -first - log(tail)
