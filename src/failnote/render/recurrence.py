"""Recurrence section: each miss with its strip, its count and the next ten."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from failnote.page import Line, Page, Span, line
from failnote.patterns.findings import Finding
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import Report
from failnote.render.blocks import heading
from failnote.render.flow import WIDTH, cells, flow, padded
from failnote.render.strip import (
    MOST_DOTS,
    Calendar,
    bars,
    bars_legend,
    calendar,
    dots,
    dots_legend,
    with_plans,
)
from failnote.render.view import Sort
from failnote.render.words import Words

SHOWN = 8
"""Misses on the page; the others are counted in one line."""
PERCENT_FROM = 50
"""Cases looked at from which a share is told, too."""
LONGEST_LABEL = 26
NEXT = "next ten"

Row = Finding[Recurrence]

_ORDERS: Mapping[Sort, Callable[[Row, list[str]], tuple[object, ...]]] = {
    "often": lambda row, _: (-row.data.ticked, row.data.looked, row.data.code),
    "lately": lambda row, _: (-row.data.lately, -row.data.ticked, row.data.code),
    "area": lambda row, areas: (areas.index(row.data.code), -row.data.ticked),
}


class _Table(NamedTuple):
    """The columns that all sections share."""

    labels: int
    counts: int
    places: int
    """Dots, or bars, of one strip."""
    when: Calendar | None
    """Where it is bars."""
    ahead: bool
    """With the next ten."""
    planned: bool
    ascii_only: bool

    @property
    def above(self) -> str:
        """The heading of the strips."""
        if self.when:
            return self.when.years
        return "older -> newer" if self.ascii_only else "older → newer"

    @property
    def strip(self) -> int:
        """Columns of the strips with their heading."""
        return max(self.places, len(self.above))

    @property
    def legend(self) -> str:
        """What the signs of the strips mean."""
        if self.when:
            return bars_legend(self.when, ascii_only=self.ascii_only)
        return dots_legend(ascii_only=self.ascii_only, planned=self.planned)


def ordered(rows: Sequence[Row], sort: Sort, words: Words) -> list[Row]:
    """The misses in the order asked for; areas come as the codebook has them."""
    areas = list(words.names.areas)
    codes = sorted({row.data.code for row in rows})
    codes.sort(key=lambda code: areas.index(_area(code)) if _area(code) in areas else len(areas))
    return sorted(rows, key=lambda row: _ORDERS[sort](row, codes))


def _area(code: str) -> str:
    return code.partition(".")[0]


def comes_back(
    report: Report,
    words: Words,
    *,
    ascii_only: bool,
    everything: bool,
    sort: Sort = "often",
    only: Callable[[str], bool] = lambda _: True,
) -> Page:
    """Draw what was ticked in more than one case; or every miss, with its code and reviews."""
    rows = ordered([row for row in report.of(Recurrence) if only(row.data.code)], sort, words)
    again = [row for row in rows if row.data.ticked > 1]
    once = [row for row in rows if row.data.ticked == 1]
    never = [row for row in rows if row.data.ticked == 0]
    shown = again if everything else again[:SHOWN]
    table = _table([*again, *once] if everything else shown, report, words, ascii_only=ascii_only)
    drawn = _section("Comes back", shown, table, words, codes=everything)
    if everything:
        drawn += _section("Ticked once", once, table, words, codes=True)
        drawn += _never(never, words)
        return [*drawn, (), line("    ", Span(table.legend, "dim"))]
    if shown:
        drawn.append(line("    ", Span(table.legend, "dim")))
    return drawn + _rest(len(again) - len(shown), len(once), len(never))


def _never(rows: Sequence[Row], words: Words) -> Page:
    """Misses without a tick, area by area: there is no strip worth its line."""
    if not rows:
        return []
    areas: dict[str, list[str]] = {}
    for row in rows:
        told = f"{words.label(row.data.code)} ({row.data.looked})"
        areas.setdefault(words.codes[row.data.code].area, []).append(told)
    drawn = heading("Looked at, never ticked", "in so many cases")
    for area, labels in areas.items():
        drawn += flow(
            Span(f"{words.names.area(area)}: ", "strong"), ", ".join(labels), indent=4, hang=2
        )
    return drawn


def _table(rows: Sequence[Row], report: Report, words: Words, *, ascii_only: bool) -> _Table:
    labels = max((cells(words.label(row.data.code)) for row in rows), default=0)
    labels = min(labels, LONGEST_LABEL)
    counts = max((len(_count(row.data)) for row in rows), default=0)
    ahead = any(row.data.next_ten for row in rows)
    planned = any(row.data.planned_at for row in rows)
    room = WIDTH - 4 - labels - 2 - 2 - counts
    places = len(report.cases)
    if places <= min(MOST_DOTS, room):
        ahead = ahead and places <= room - 2 - len(NEXT)
        return _Table(labels, counts, places, None, ahead, planned, ascii_only)
    when = calendar([case.date for case in report.cases])
    room = WIDTH - 4 - 2 - when.columns - 2 - counts - (2 + len(NEXT) if ahead else 0)
    labels = min(labels, room)
    return _Table(labels, counts, when.columns, when, ahead, planned, ascii_only)


def _section(title: str, rows: Sequence[Row], table: _Table, words: Words, *, codes: bool) -> Page:
    drawn = heading(title)
    if not rows:
        return [*drawn, line("    Nothing.")]
    margin = " " * (4 + table.labels + 2)
    head = f"{margin}{padded(table.above, table.strip)}  {'ticked':>{table.counts}}"
    drawn.append(line(Span(head + (f"  {NEXT}" if table.ahead else ""), "dim")))
    for row in rows:
        drawn.append(_row(row.data, table, words))
        if codes:
            reviews = f"[{' '.join(map(str, row.reviews))}]" if row.reviews else ""
            drawn += flow(Span(f"{row.data.code} {reviews}", "dim"), indent=6, hang=2)
    return drawn


def _row(data: Recurrence, table: _Table, words: Words) -> Line:
    label = padded(words.label(data.code), table.labels)
    fill = " " * (table.strip - table.places)
    parts: list[str | Span] = [*_strip(data, table), fill, f"  {_count(data):>{table.counts}}"]
    if table.ahead and data.next_ten:
        low, high = data.next_ten
        ahead = str(low) if low == high else f"{low}–{high}"
        parts.append(Span(f"  {ahead:>{len(NEXT)}}", "dim"))
    return line("    ", label, "  ", *parts)


def _strip(data: Recurrence, table: _Table) -> list[Span]:
    if table.when:
        return [Span(bars(data.strip, table.when, ascii_only=table.ascii_only))]
    return dots(with_plans(data.strip, data.planned_at), ascii_only=table.ascii_only)


def _count(data: Recurrence) -> str:
    share = f"  {data.ticked / data.looked:4.0%}" if data.looked >= PERCENT_FROM else ""
    return f"{data.ticked} of {data.looked}{share}"


def _rest(more: int, once: int, never: int) -> Page:
    parts = [
        f"{number} {what}"
        for number, what in (
            (more, "more came back"),
            (once, "ticked once"),
            (never, "never ticked"),
        )
        if number
    ]
    return flow(Span(", ".join(parts) + " (--all)", "dim"), indent=4) if parts else []
