"""Chance: the few distributions that findings are held against, exact where that is cheap."""

from collections.abc import Iterable
from math import comb, erfc, exp, lgamma, sqrt
from typing import NamedTuple

LEAST_WEIGHT, MOST_WEIGHT = 1.5, 12.0
"""Bounds of the prior's weight, in cases: with few misses its estimate runs wild."""
NEXT = 10
HELD = 0.8
"""Share of all cases in which the next ten shall fall within what was said."""


class Prior(NamedTuple):
    """A beta distribution of how often misses are ticked in this journal."""

    ticked: float
    not_ticked: float


def prior_of(counts: Iterable[tuple[int, int]]) -> Prior:
    """Empirical-Bayes prior by the method of moments, from (ticked, looked at) of every miss.

    Without it the misses at the top of the list are overstated: they are there by luck, too.
    """
    seen = [(ticked, looked) for ticked, looked in counts if looked]
    total = sum(looked for _, looked in seen)
    if not total:
        return Prior(0.5, 0.5)
    mean = (sum(ticked for ticked, _ in seen) + 0.5) / (total + 1)
    usual = total / len(seen)
    spread = sum(looked * (ticked / looked - mean) ** 2 for ticked, looked in seen)
    spread /= max(1, len(seen) - 1)
    noise = mean * (1 - mean)
    between = (spread - noise) / (usual - 1) if usual > 1 else 0.0
    weight = noise / between - 1 if between > 0 else MOST_WEIGHT
    weight = min(MOST_WEIGHT, max(LEAST_WEIGHT, weight))
    return Prior(weight * mean, weight * (1 - mean))


def expected(ticked: int, looked: int, prior: Prior, ahead: int = NEXT) -> tuple[int, int]:
    """The shortest run of counts that holds the next ``ahead`` cases 8 times in 10.

    Beta-binomial: the prior, updated by what was seen.
    """
    shares = _beta_binomial(prior.ticked + ticked, prior.not_ticked + looked - ticked, ahead)
    best = (0, ahead)
    for low in range(ahead + 1):
        held = 0.0
        for high in range(low, ahead + 1):
            held += shares[high]
            if held >= HELD:
                if high - low < best[1] - best[0]:
                    best = (low, high)
                break
    return best


def _beta_binomial(a: float, b: float, size: int) -> list[float]:
    whole = _log_beta(a, b)
    return [
        exp(_log_choose(size, hits) + _log_beta(a + hits, b + size - hits) - whole)
        for hits in range(size + 1)
    ]


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _log_choose(n: int, k: int) -> float:
    return lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)


def at_most(hits: int, marked: int, drawn: int, among: int) -> float:
    """P(X <= hits) when ``drawn`` of ``among`` are drawn, ``marked`` of which count."""
    fewest, most = max(0, drawn - (among - marked)), min(hits, marked, drawn)
    ways = sum(
        comb(marked, each) * comb(among - marked, drawn - each) for each in range(fewest, most + 1)
    )
    return ways / comb(among, drawn)


def at_least(hits: int, marked: int, drawn: int, among: int) -> float:
    """P(X >= hits) for the same draw."""
    most = min(marked, drawn)
    ways = sum(
        comb(marked, each) * comb(among - marked, drawn - each) for each in range(hits, most + 1)
    )
    return ways / comb(among, drawn)


def both_tails(z: float) -> float:
    """The chance of a standard normal at least as far from zero."""
    return erfc(abs(z) / sqrt(2))
