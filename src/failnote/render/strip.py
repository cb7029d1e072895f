"""Strip: one miss drawn over all cases, a dot for each, or a bar for each stretch of time."""

from collections.abc import Sequence
from dataclasses import dataclass

from failnote.page import Span, Style
from failnote.patterns.recurrence import LOOKED, NOT_LOOKED, TICKED

MOST_DOTS = 40
"""Cases up to which each has its own dot; beyond, nobody counts them."""

_DOTS = str.maketrans({TICKED: "●", LOOKED: "·", NOT_LOOKED: "?"})
_COLUMNS = 22
_BARS = ".▁▂▃▄▅▆▇█"
_DIGITS = ".123456789"
_STRETCHES = (1, 3, 6, 12, *(12 * 2**n for n in range(1, 12)))
"""Months that one bar may stand for."""
_NAMES = {1: "month", 3: "quarter", 6: "half-year", 12: "year"}


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which bar each case belongs to."""

    stretch: str
    """What one bar stands for: month, quarter, half-year, year, 2 years …"""
    columns: int
    places: tuple[int, ...]
    """For each case, the column of its bar."""
    years: str
    """The years above the columns, two digits each."""


def dots(strip: str, *, ascii_only: bool) -> list[Span]:
    """One sign for each case; what was ticked is set strong."""
    spans: list[Span] = []
    for sign in strip:
        style: Style = "strong" if sign == TICKED else "dim"
        text = sign if ascii_only else sign.translate(_DOTS)
        if spans and spans[-1].style == style:
            spans[-1] = Span(spans[-1].text + text, style)
        else:
            spans.append(Span(text, style))
    return spans


def dots_legend(*, ascii_only: bool) -> str:
    """What the signs mean."""
    signs = [sign if ascii_only else sign.translate(_DOTS) for sign in (TICKED, LOOKED, NOT_LOOKED)]
    return f"{signs[0]} ticked   {signs[1]} looked at, not ticked   {signs[2]} not looked at"


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
    drawn = ""
    for column in range(when.columns):
        here = [sign for sign, place in zip(strip, when.places, strict=True) if place == column]
        looked = len(here) - here.count(NOT_LOOKED)
        drawn += _bar(here.count(TICKED), looked, _DIGITS if ascii_only else _BARS)
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
