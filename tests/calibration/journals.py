"""Journals: invented ones with a known truth, in the codes that a core review looks at."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import NamedTuple

from failnote.patterns.findings import MarkedReview
from failnote.patterns.material import PlanMade
from failnote.review import CodeWord

CODEBOOK = Path(__file__).parents[2] / "prompts" / "codebook.toml"
CORE = ("contract", "alliance", "motivation", "resistance", "present-focus")
"""The areas that every core review asks about."""
ALSO = ("history.said-did-gap",)
"""A code of another area that it asks about, too."""
START = date(2021, 1, 4)
MOST = 8
"""Ticks of one review."""


class Pair(NamedTuple):
    """Two misses that are ticked together in a share of all reviews; there both are looked at."""

    one: str
    other: str
    share: float


class Context(NamedTuple):
    """A miss that is ticked more often where a context field has a value."""

    field: str
    value: str
    code: str
    inside: float
    outside: float


class Planned(NamedTuple):
    """A plan made in one review, and how often its miss is ticked before and since."""

    code: str
    review: int
    before: float
    since: float


@dataclass(frozen=True)
class Truth:
    """What is planted, and how uneven the rest is."""

    pairs: Sequence[Pair] = ()
    contexts: Sequence[Context] = ()
    plans: Sequence[Planned] = ()
    ticks: float = 3.0
    """Mean ticks of a review."""
    uneven: float = 1.6
    """Shape of the gamma distribution of ticks; the smaller, the more reviews differ."""
    skewed: float = 0.6
    """Exponent of the popularity of misses."""
    skip: float = 0.12
    """Share of areas that are passed over."""
    alone: float = 0.08
    """How often one of a planted pair is ticked by itself."""


NOTHING = Truth()


@cache
def codes() -> Mapping[str, CodeWord]:
    """The misses that a core review looks at: 29 of the codebook."""
    table = tomllib.loads(CODEBOOK.read_text(encoding="utf-8"))
    return {
        miss["id"]: CodeWord(miss["id"], "miss", _area(miss["id"]), miss["label"], miss["says"])
        for miss in table["miss"]
        if _area(miss["id"]) in CORE or miss["id"] in ALSO
    }


def journal(size: int, seed: int, truth: Truth = NOTHING) -> list[MarkedReview]:
    """So many reviews, one case each, five in a month; the same for the same seed."""
    random = Random(seed)
    order = list(codes())
    random.shuffle(order)
    weight = {code: 1 / (place + 1) ** truth.skewed for place, code in enumerate(order)}
    return [_review(number, random, weight, truth) for number in range(1, size + 1)]


def plans(truth: Truth) -> list[PlanMade]:
    """The plans of such a journal."""
    return [PlanMade(str(plan.review), plan.review, plan.code) for plan in truth.plans]


def _review(number: int, random: Random, weight: Mapping[str, float], truth: Truth) -> MarkedReview:
    context = {
        "setup": (random.choices(("individual", "couple", "group"), (7, 2, 1))[0],),
        "delivery": (random.choice(("in-person", "in-person", "video")),),
        "ending": (random.choices(("dropout", "no-progress", "rupture"), (5, 2, 2))[0],),
        "fray_phase": (random.choice(("opening", "early", "middle")),),
    }
    skipped = {area for area in (*CORE, "history") if random.random() < truth.skip}
    looked = [code for code in weight if _area(code) not in skipped]
    many = min(MOST, int(random.gammavariate(truth.uneven, truth.ticks / truth.uneven) + 0.5))
    planted = _planted(truth)
    free = [code for code in looked if code not in planted]
    ticked = set(sorted(free, key=lambda code: random.random() ** (1 / weight[code]))[-many:])
    if not many:
        ticked = set()
    _plant(ticked, looked, number, context, random, truth)
    marks = {code: code in ticked for code in sorted(looked)}
    day = START + timedelta(days=6 * number)
    return MarkedReview(number, f"case-{number:05}", day.isoformat(), "frayed", context, marks)


def _planted(truth: Truth) -> set[str]:
    return {
        *(code for pair in truth.pairs for code in pair[:2]),
        *(context.code for context in truth.contexts),
        *(plan.code for plan in truth.plans),
    }


def _plant(
    ticked: set[str],
    looked: list[str],
    number: int,
    context: Mapping[str, tuple[str, ...]],
    random: Random,
    truth: Truth,
) -> None:
    for one, other, share in truth.pairs:
        if random.random() < share:
            ticked |= {one, other}
            looked += {one, other} - set(looked)
        else:
            ticked |= {c for c in (one, other) if c in looked and random.random() < truth.alone}
    for field, value, code, inside, outside in truth.contexts:
        if code in looked and random.random() < (inside if value in context[field] else outside):
            ticked.add(code)
    for code, review, before, since in truth.plans:
        if number == review:
            ticked.add(code)
            if code not in looked:
                looked.append(code)
        elif code in looked and random.random() < (before if number < review else since):
            ticked.add(code)


def _area(code: str) -> str:
    return code.partition(".")[0]
