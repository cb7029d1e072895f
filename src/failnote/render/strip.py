"""Strip: one miss drawn over all cases, a dot for each, or a bar for each stretch of time."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from typing import NamedTuple

from failnote.page import Span, Style
from failnote.patterns.strips import LOOKED, NOT_LOOKED, TICKED

MOST_DOTS = 40
"""Cases up to which each has its own dot; beyond, nobody counts them."""

PLANNED = "@"
"""The place of a strip whose case made a plan."""

_DOTS = str.maketrans({TICKED: "●", LOOKED: "·", NOT_LOOKED: "?", PLANNED: "◉"})
_COLUMNS = 22
_BARS = ".▁▂▃▄▅▆▇█"
_DIGITS = ".123456789"
_STRETCHES = (1, 3, 6, 12, *(12 * 2**n for n in range(1, 12)))
"""Months that one bar may stand for."""
_NAMES = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}


class Calendar(NamedTuple):
    """Which bar each case belongs to."""

    stretch: str
    """What one bar stands for: month, quarter, half-year, year, 2 years …"""
    columns: int
    places: tuple[int, ...]
    """For each case, the column of its bar."""
    years: str
    """The years above the columns, two digits each."""


def with_plans(strip: str, planned_at: Collection[int]) -> str:
    """The strip with its plans marked; the mark takes a place, so that the columns stay in line."""
    return "".join(PLANNED if at in planned_at else sign for at, sign in enumerate(strip))


def part_around(strip: str, place: int, most: int) -> str:
    """The strip, or of a long one so many signs with this place near their middle."""
    first = max(0, min(place - most // 2, len(strip) - most))
    return strip[first : first + most]


def dots(strip: str, *, ascii_only: bool) -> list[Span]:
    """One sign for each case; what was ticked is set strong."""
    spans: list[Span] = []
    for sign in strip:
        style: Style = "strong" if sign in (TICKED, PLANNED) else "dim"
        text = sign if ascii_only else sign.translate(_DOTS)
        if spans and spans[-1].style == style:
            spans[-1] = Span(spans[-1].text + text, style)
        else:
            spans.append(Span(text, style))
    return spans


def dots_legend(*, ascii_only: bool, planned: bool = False) -> str:
    """What the signs mean."""
    meanings = {TICKED: "ticked", LOOKED: "looked at, not ticked", NOT_LOOKED: "not looked at"}
    if planned:
        meanings[PLANNED] = "plan made then"
    return "   ".join(
        f"{sign if ascii_only else sign.translate(_DOTS)} {meaning}"
        for sign, meaning in meanings.items()
    )


def calendar(dates: Sequence[str]) -> Calendar:
    """Lay ISO dates, oldest first, into the shortest stretches that fit the screen."""
    months = [int(day[:4]) * 12 + int(day[5:7]) - 1 for day in dates]
    size = next(m for m in _STRETCHES if months[-1] // m - months[0] // m < _COLUMNS)
    first = months[0] // size
    columns = months[-1] // size - first + 1
    years = [(first + column) * size // 12 for column in range(columns)]
    return Calendar(
        _NAMES.get(size, f"{size // 12} years"),
        columns,
        tuple(month // size - first for month in months),
        _year_line(years),
    )


def bars(strip: str, when: Calendar, *, ascii_only: bool) -> str:
    """The share ticked of the cases looked at in each stretch; blank where none was."""
    levels = _DIGITS if ascii_only else _BARS
    drawn = ""
    start = 0
    for column in range(when.columns):
        # Cases come oldest first, so each column is one stretch of the strip.
        end = bisect_right(when.places, column)
        here = strip[start:end]
        drawn += _bar(here.count(TICKED), len(here) - here.count(NOT_LOOKED), levels)
        start = end
    return drawn


def bars_legend(when: Calendar, *, ascii_only: bool) -> str:
    """What the bars mean."""
    if ascii_only:
        return f"per {when.stretch}, tenths of its cases: . none   1   5 half   9 all"
    return f"per {when.stretch}, share of its cases: . none   ▂ a quarter   ▄ half   █ all"


def _bar(ticked: int, looked: int, levels: str) -> str:
    if not looked:
        return " "
    top = len(levels) - 1
    return levels[max(1, round(top * ticked / looked))] if ticked else levels[0]


def _year_line(years: Sequence[int]) -> str:
    line = [" "] * len(years)
    for at, year in enumerate(years):
        begins = at == 0 or year != years[at - 1]
        free = at == 0 or line[at - 1] == " "
        if begins and free and at + 1 < len(line):
            line[at : at + 2] = f"{year % 100:02}"
    return "".join(line)
