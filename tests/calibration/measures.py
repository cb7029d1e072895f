"""Measures: each one looks at one invented journal and says whether a finding was right."""

from collections.abc import Callable
from random import Random

from calibration.journals import Pair, Planned, Truth, codes, journal, plans
from failnote.patterns.chance import NEXT
from failnote.patterns.findings import MarkedReview, by_case
from failnote.patterns.pairs import pairs
from failnote.patterns.plans import plan_stories
from failnote.patterns.recurrence import recurrences
from failnote.patterns.report import report

Measure = Callable[[int, int], bool]
"""Size of the journal and seed -> whether it happened."""

ONE, OTHER = "motivation.my-goal-not-theirs", "resistance.pushed-through"
PLANTED = Truth(pairs=[Pair(ONE, OTHER, 0.25)])
PLANNED = "contract.how-unclear"


def screen_claims(size: int, seed: int) -> bool:
    """Whether the default screen claims anything on a journal without structure."""
    return bool(report(journal(size, seed), codes()).stands_out)


def pair_claims(size: int, seed: int) -> bool:
    """Whether any pair is claimed on a journal without structure."""
    found = pairs(by_case(journal(size, seed)), codes(), {})
    return any(finding.level == "stands-out" for finding in found)


def pair_found(size: int, seed: int) -> bool:
    """Whether a pair planted in a quarter of the reviews is claimed."""
    found = pairs(by_case(journal(size, seed, PLANTED)), codes(), {})
    key = f"pair:{ONE}+{OTHER}"
    return any(finding.id == key and finding.level == "stands-out" for finding in found)


def unchanged_plan_claims(size: int, seed: int) -> bool:
    """Whether "fewer" is said of a plan after which nothing changed; ``size`` reviews since it."""
    truth = Truth(plans=[Planned(PLANNED, 11, 0.35, 0.35)])
    return _fewer(journal(11 + size, seed, truth), 11)


def provoked_plan_claims(size: int, seed: int) -> bool:
    """The same where the plan was made after the miss came up in two of three reviews."""
    truth = Truth(plans=[Planned(PLANNED, 10_000, 0.35, 0.35)])
    rows = journal(11 + 2 * size, seed, truth)
    for at in range(5, len(rows) - size):
        if sum(bool(row.marks.get(PLANNED)) for row in rows[at - 2 : at + 1]) >= 2:
            return _fewer(rows[: at + 1 + size], rows[at].number)
    return False


def _fewer(rows: list[MarkedReview], review: int) -> bool:
    truth = Truth(plans=[Planned(PLANNED, review, 0, 0)])
    (story,) = plan_stories(by_case(rows), plans(truth), codes())
    return story.data.verdict == "fewer"


def next_ten_held(size: int, seed: int) -> bool:
    """Whether the next ten of the miss at the top fell within what was said of them.

    Rates are drawn from Beta(1, 4), a spread like that of real lists, and nothing is passed over.
    """
    random = Random(seed)
    rates = {code: random.betavariate(1, 4) for code in codes()}
    rows = [
        MarkedReview(
            number,
            f"case-{number}",
            "2025-01",
            "frayed",
            {},
            {code: random.random() < rate for code, rate in rates.items()},
        )
        for number in range(1, size + NEXT + 1)
    ]
    top = recurrences(by_case(rows[:size]), codes())[0].data
    if top.next_ten is None:
        return True
    low, high = top.next_ten
    return low <= sum(row.marks[top.code] for row in rows[size:]) <= high
