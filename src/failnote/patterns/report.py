"""Report: all findings about a set of reviews, and what they rest on."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from failnote.patterns.findings import Finding, MarkedCase, MarkedReview, MarkedRow, by_case
from failnote.patterns.recurrence import RECUR_FROM, recurrences
from failnote.review import CodeWord

THRESHOLDS: Mapping[str, int] = {"recur": RECUR_FROM}
"""Analysis -> the number of cases from which it says anything."""


@dataclass(frozen=True, slots=True)
class Base:
    """What was counted, and what was left out."""

    reviews: int
    """Finished reviews of therapies that frayed."""
    cases: int
    first: str
    """Date of the oldest of them, or empty."""
    last: str
    of: int
    """Finished frayed reviews there are without any filter."""
    unfinished: int
    """Left out, because they may yet change."""
    went_well: int
    """Left out, because they are no frays."""


@dataclass(frozen=True, slots=True)
class Report:
    """What the renderers draw, each in its own way."""

    base: Base
    cases: tuple[MarkedCase, ...]
    """Oldest first: the places of every strip."""
    findings: tuple[Finding[object], ...]
    thresholds: Mapping[str, int]
    codes: Mapping[str, CodeWord]
    """The wordings of the codes that findings name."""


def report(
    reviews: Iterable[MarkedRow],
    codes: Mapping[str, CodeWord],
    *,
    unfinished: int = 0,
    of: int | None = None,
) -> Report:
    """Look at finished reviews; ``of`` is how many frayed ones there are where a filter is on."""
    given = [MarkedReview(*row) for row in reviews]
    frayed = [review for review in given if review.kind == "frayed"]
    cases = by_case(frayed)
    dates = sorted(review.date for review in frayed)
    base = Base(
        reviews=len(frayed),
        cases=len(cases),
        first=dates[0] if dates else "",
        last=dates[-1] if dates else "",
        of=len(frayed) if of is None else of,
        unfinished=unfinished,
        went_well=len(given) - len(frayed),
    )
    return Report(base, cases, tuple(recurrences(cases, codes)), THRESHOLDS, codes)
