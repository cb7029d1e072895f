"""Run: ``python -m calibration.run`` in tests/ prints how often findings are right.

Each line is one figure on so many invented journals, the bound it is held to, and whether it
holds within two standard errors. ``--quick`` takes a tenth of the journals.
"""

import argparse
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from math import sqrt
from typing import NamedTuple

from calibration.measures import (
    Measure,
    next_ten_held,
    pair_claims,
    pair_found,
    provoked_plan_claims,
    screen_claims,
    unchanged_plan_claims,
)


class Figure(NamedTuple):
    """One thing that is measured, and the share that it must lie within."""

    says: str
    measure: Measure
    sizes: tuple[int, ...]
    journals: int
    least: tuple[float, ...] = (0.0,)
    most: float = 1.0


FIGURES = (
    Figure("next ten held, top miss", next_ten_held, (8, 10, 20, 60), 2000, (0.74,), 0.86),
    Figure("“fewer” after an unchanged plan", unchanged_plan_claims, (6, 11, 20), 2000, most=0.025),
    Figure("the same, made after 2 of 3", provoked_plan_claims, (6, 11, 20), 2000, most=0.025),
    Figure("a pair, nothing planted", pair_claims, (15, 24, 40, 80), 400, most=0.06),
    Figure("the screen, nothing planted", screen_claims, (15, 24, 40, 80), 400, most=0.10),
    Figure("a planted pair found", pair_found, (24, 40, 60), 200, (0.50, 0.75, 0.95)),
)


class Result(NamedTuple):
    """How often it happened, and what that means."""

    says: str
    size: int
    share: float
    error: float
    """One standard error."""
    bound: str
    holds: bool


def measured(figure: Figure, journals: int, pool: ProcessPoolExecutor | None) -> Iterator[Result]:
    """Look at so many journals of each size."""
    for place, size in enumerate(figure.sizes):
        once = partial(figure.measure, size)
        seeds = range(journals)
        happened = pool.map(once, seeds, chunksize=10) if pool else map(once, seeds)
        share = sum(happened) / journals
        error = sqrt(max(share * (1 - share), 1 / journals) / journals)
        least = figure.least[min(place, len(figure.least) - 1)]
        holds = least - 2 * error <= share <= figure.most + 2 * error
        bound = f"{least:.1%} to {figure.most:.1%}"
        yield Result(figure.says, size, share, error, bound, holds)


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--jobs", type=int, default=1)
    options = parser.parse_args()
    with ProcessPoolExecutor(options.jobs) as pool:
        for figure in FIGURES:
            journals = figure.journals // 10 if options.quick else figure.journals
            for result in measured(figure, journals, pool):
                verdict = "holds" if result.holds else "DOES NOT HOLD"
                print(  # noqa: T201
                    f"{result.says:34} n={result.size:<3} {result.share:6.1%} ± "
                    f"{result.error:5.1%}   {result.bound:>16}  {verdict}",
                    flush=True,
                )


if __name__ == "__main__":
    main()
