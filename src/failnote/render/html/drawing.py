"""Drawing: where the marks of strips, bars, scales and lines go; the template draws them."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from failnote.patterns.findings import MarkedCase
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.signs import Timeline
from failnote.patterns.strips import LOOKED, NOT_LOOKED, TICKED
from failnote.render.chances import ranged
from failnote.render.patterns import month
from failnote.render.strip import MOST_DOTS, Calendar, calendar

WIDE, NARROW = 9, 7
"""Units from one dot to the next; the narrow ones for more than 30."""
COLUMN = 10
TALL = 22
"""Units of a whole bar."""
FULL: Mapping[float, str] = {0.25: "a quarter", 0.5: "half", 0.75: "three quarters", 1.0: "all"}
"""Shares that a whole bar may stand for."""
SCALE = 80
LINE = 240
"""Units of the longest line from the first sign to the end."""
MOST_SQUARES = 24
MOST_LINES = 30
"""Therapies with a line each; more would not leave room for anything else on a sheet of paper."""
LONGEST_WAY = 15
"""Sessions between sign and end from which they are counted as one."""

Sign = Literal["ticked", "looked", "unseen", "plan"]
_SIGNS: dict[str, Sign] = {TICKED: "ticked", LOOKED: "looked", NOT_LOOKED: "unseen"}


class Dot(NamedTuple):
    """One case of a strip."""

    sign: Sign
    at: float
    told: str


class Strip(NamedTuple):
    """One miss over all cases, a dot for each."""

    width: int
    dots: tuple[Dot, ...]
    told: str
    since: float | None = None
    """From where on cases came after the plan."""


class Bar(NamedTuple):
    """One stretch of time."""

    at: float
    height: float
    told: str
    planned: bool


class Bars(NamedTuple):
    """One miss over time, a bar for each stretch."""

    width: int
    bars: tuple[Bar, ...]
    told: str


class Scale(NamedTuple):
    """What was to be expected of some cases, and what was seen."""

    low: float
    high: float
    seen: float
    seen_told: str


class Way(NamedTuple):
    """One therapy from its first sign to its end."""

    review: int
    sign: float | None
    end: float
    told: str


def is_long(cases: Sequence[MarkedCase]) -> bool:
    """Whether there are too many cases for a dot each."""
    return len(cases) > MOST_DOTS


def strip(
    data: Recurrence, cases: Sequence[MarkedCase], label: str, since: int | None = None
) -> Strip:
    """A dot for each case; ``since`` is the place of the plan that is looked at."""
    pitch = _pitch(cases)
    dots = []
    for place, (sign, case) in enumerate(zip(data.strip, cases, strict=True)):
        kind: Sign = "plan" if place in data.planned_at else _SIGNS[sign]
        what = {"plan": "plan made", "ticked": "ticked"}.get(kind, "")
        numbers = ", ".join(str(review.number) for review in case.reviews)
        told = f"{numbers}: {what}" if what else ""
        dots.append(Dot(kind, (place + 0.5) * pitch, told))
    told = f"“{label}”, older to newer: {_in_a_row(data.strip)}"
    after = None if since is None else (since + 1) * pitch
    return Strip(pitch * len(cases), tuple(dots), told, after)


def numbers(cases: Sequence[MarkedCase]) -> list[tuple[float, int]]:
    """The first dot, and every fifth, with the number of its case's first review."""
    places = [0, *range(4, len(cases), 5)]
    return [((place + 0.5) * _pitch(cases), cases[place].reviews[0].number) for place in places]


def _pitch(cases: Sequence[MarkedCase]) -> int:
    return WIDE if len(cases) <= 30 else NARROW


def _in_a_row(signs: str) -> str:
    ticked, unseen = signs.count(TICKED), signs.count(NOT_LOOKED)
    half = len(signs) // 2
    older = signs[:half].count(TICKED)
    return (
        f"{ticked} ticked, {older} of them in the older half; {unseen} of {len(signs)} "
        "not looked at"
    )


class _Stretch(NamedTuple):
    column: int
    first: int
    end: int
    ticked: int
    looked: int


def _stretches(data: Recurrence, when: Calendar) -> Iterator[_Stretch]:
    """The columns in which the miss was looked at."""
    start = 0
    for column in range(when.columns):
        # Cases come oldest first, so each column is one stretch of the strip.
        end = bisect_right(when.places, column)
        here = data.strip[start:end]
        if looked := len(here) - here.count(NOT_LOOKED):
            yield _Stretch(column, start, end, here.count(TICKED), looked)
        start = end


def full_height(rows: Sequence[Recurrence], cases: Sequence[MarkedCase]) -> float:
    """The smallest share of ``FULL`` that no bar goes beyond, so that low bars can be read."""
    if not is_long(cases):
        return 1.0
    when = calendar([case.date for case in cases])
    most = max((s.ticked / s.looked for row in rows for s in _stretches(row, when)), default=1.0)
    return min(share for share in FULL if share >= most)


def bars(data: Recurrence, cases: Sequence[MarkedCase], label: str, full: float) -> Bars:
    """The share ticked of the cases looked at in each stretch of time; ``full`` is a whole bar."""
    when = calendar([case.date for case in cases])
    planned = {when.places[place] for place in data.planned_at}
    drawn = []
    for each in _stretches(data, when):
        first, last = month(cases[each.first].date), month(cases[each.end - 1].date)
        months = first if first == last else f"{first} – {last}"
        height = round(TALL * each.ticked / each.looked / full, 1)
        told = f"{months}: {each.ticked} of {each.looked}"
        drawn.append(Bar(each.column * COLUMN, height, told, each.column in planned))
    told = f"“{label}”, share ticked per {when.stretch}: {_in_a_row(data.strip)}"
    return Bars(when.columns * COLUMN, tuple(drawn), told)


def stretch(cases: Sequence[MarkedCase]) -> str:
    """What one bar stands for."""
    return calendar([case.date for case in cases]).stretch


def years(cases: Sequence[MarkedCase]) -> list[tuple[int, str]]:
    """Where a year begins above the bars, with room for its digits."""
    when = calendar([case.date for case in cases])
    marks: list[tuple[int, str]] = []
    seen = ""
    for place, case in zip(when.places, cases, strict=True):
        at, year = place * COLUMN, case.date[:4]
        if year != seen and (not marks or at - marks[-1][0] >= 3 * COLUMN):
            marks.append((at, year))
        seen = year
    return marks


def scale(data: PlanStory) -> Scale | None:
    """What no change would give of the cases since, and what was seen."""
    if data.expected is None or not data.since_looked:
        return None
    unit = SCALE / data.since_looked
    low, high = (round(each * unit, 1) for each in data.expected)
    told = f"seen {data.since_ticked}, expected {ranged(data.expected)}, of {data.since_looked}"
    return Scale(low, high, round(data.since_ticked * unit, 1), told)


def squares(data: PlanStory) -> list[bool]:
    """One for each time the IF came, filled where the THEN was done; none where it is not known."""
    if not data.came_up or data.did is None or data.came_up > MOST_SQUARES:
        return []
    return [place < data.did for place in range(data.came_up)]


def ways(data: Timeline) -> list[Way]:
    """A line for each therapy, the shortest first; none where there are too many to draw."""
    if len(data.lines) > MOST_LINES:
        return []
    unit = LINE / max(1, *(ended for *_, ended in data.lines))
    return [
        Way(
            review,
            None if sign is None else round(min(sign, ended) * unit, 1),
            round(ended * unit, 1),
            f"{'no first sign placed' if sign is None else f'first sign in session {sign}'}, "
            f"{ended} sessions",
        )
        for review, sign, ended in data.lines
    ]


def session_marks(data: Timeline) -> list[tuple[float, int]]:
    """Where the sessions stand under the lines."""
    longest = max(1, *(ended for *_, ended in data.lines))
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 10_000) if longest / each <= 8)
    return [(round(at * LINE / longest, 1), at) for at in range(0, longest + 1, step)]


def between(data: Timeline) -> list[tuple[str, int, float]]:
    """Sessions from sign to end, with how many therapies took so long, and their bar."""
    if len(data.lines) <= MOST_LINES:
        return []
    lengths = [max(0, ended - sign) for _, sign, ended in data.lines if sign is not None]
    counts = [0] * (LONGEST_WAY + 1)
    for length in lengths:
        counts[min(length, LONGEST_WAY)] += 1
    while counts and not counts[-1]:
        counts.pop()
    most = max(counts)
    return [
        (
            f"{length}{' or more' if length == LONGEST_WAY else ''}",
            count,
            round(LINE * count / most, 1),
        )
        for length, count in enumerate(counts)
    ]
