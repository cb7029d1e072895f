"""Relative dates: how far a day lies from another, roughly enough not to name it."""

from datetime import date

_WEEK, _MONTH, _YEAR = 7, 30.44, 365.25
_UNITS = (
    ("day", 1, 2 * _WEEK),
    ("week", _WEEK, 9 * _WEEK),
    ("month", _MONTH, 2 * _YEAR),
    ("year", _YEAR, float("inf")),
)
"""Unit, its days, and from how many days on the next one is used."""


def from_anchor(day: date, anchor: date) -> str:
    """The distance in words: days within two weeks, then weeks, months and years."""
    days = abs((day - anchor).days)
    if not days:
        return "the same day"
    unit, length = next((unit, length) for unit, length, until in _UNITS if days < until)
    count = max(1, round(days / length))
    plural = "" if count == 1 else "s"
    return f"{count} {unit}{plural} {'earlier' if day < anchor else 'later'}"
