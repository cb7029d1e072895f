"""Ended: how many of the therapies that ended were looked back on, value by value of a field."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding, MarkedCase
from failnote.patterns.material import Ended


class PerEnded(NamedTuple):
    """Cases looked back on beside therapies that ended, in the same periods; no rate, no sample."""

    field: str
    value: str
    cases: int
    """Begun to be looked back on in these periods."""
    ended: int
    periods: tuple[str, ...]
    """In order; none lies within another."""


def per_ended(
    cases: Sequence[MarkedCase], field: str, ended: Iterable[Ended]
) -> list[Finding[PerEnded]]:
    """Each value whose numbers are known, most ended first."""
    by_value: dict[str, list[Ended]] = {}
    for each in ended:
        if each.field == field:
            by_value.setdefault(each.value, []).append(each)
    found = []
    for value, told in by_value.items():
        apart = _apart(told)
        here = [
            case
            for case in cases
            if value in case.context.get(field, ()) and any(_within(case.date, p) for p in apart)
        ]
        data = PerEnded(
            field,
            value,
            len(here),
            sum(period.many for period in apart),
            tuple(period.period for period in apart),
        )
        reviews = sorted(review.number for case in here for review in case.reviews)
        key = f"ended:{field}={value}"
        found.append(Finding(key, "ended", "count", data, tuple(reviews)))
    return sorted(found, key=lambda finding: (-finding.data.ended, finding.id))


def _apart(told: Sequence[Ended]) -> list[Ended]:
    """Periods without those that lie in another: a year already holds its quarters."""
    outer = [
        one
        for one in told
        if not any(
            other is not one and other.first <= one.first and one.last <= other.last
            for other in told
        )
    ]
    return sorted(outer, key=lambda each: each.first)


def _within(day: str, period: Ended) -> bool:
    """Whether the day, or a month without a day, lies in the period."""
    return period.first[: len(day)] <= day <= period.last[: len(day)]
