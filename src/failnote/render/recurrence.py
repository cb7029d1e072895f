"""Recurrence section: each miss with its strip and its count."""

from collections.abc import Sequence
from typing import NamedTuple

from failnote.page import Line, Page, Span, line
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import Report
from failnote.render.flow import WIDTH, cells, flow, padded
from failnote.render.strip import (
    MOST_DOTS,
    Calendar,
    bars,
    bars_legend,
    calendar,
    dots,
    dots_legend,
)
from failnote.render.words import Words

SHOWN = 8
"""Misses on the page; the others are counted in one line."""
PERCENT_FROM = 50
"""Cases looked at from which a share is told, too."""
LONGEST_LABEL = 26


class _Row(NamedTuple):
    data: Recurrence
    reviews: tuple[int, ...]


class _Table(NamedTuple):
    """The columns that all sections share."""

    labels: int
    counts: int
    places: int
    """Dots, or bars, of one strip."""
    when: Calendar | None
    """Where it is bars."""
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
        return dots_legend(ascii_only=self.ascii_only)


def comes_back(report: Report, words: Words, *, ascii_only: bool, everything: bool) -> Page:
    """Draw what was ticked in more than one case; or every miss, with its code and reviews."""
    rows = [_Row(f.data, f.reviews) for f in report.findings if isinstance(f.data, Recurrence)]
    again = [row for row in rows if row.data.ticked > 1]
    once = [row for row in rows if row.data.ticked == 1]
    never = [row for row in rows if row.data.ticked == 0]
    shown = again if everything else again[:SHOWN]
    table = _table(rows if everything else shown, report, words, ascii_only=ascii_only)
    drawn = _section("Comes back", shown, table, words, codes=everything)
    if everything:
        drawn += _section("Ticked once", once, table, words, codes=True)
        drawn += _section("Looked at, never ticked", never, table, words, codes=True)
        return [*drawn, (), line("    ", Span(table.legend, "dim"))]
    if shown:
        drawn.append(line("    ", Span(table.legend, "dim")))
    return drawn + _rest(len(again) - len(shown), len(once), len(never))


def _table(rows: Sequence[_Row], report: Report, words: Words, *, ascii_only: bool) -> _Table:
    labels = max((cells(words.label(row.data.code)) for row in rows), default=0)
    labels = min(labels, LONGEST_LABEL)
    counts = max((len(_count(row.data)) for row in rows), default=0)
    room = WIDTH - 4 - labels - 2 - 2 - counts
    places = len(report.cases)
    if places <= min(MOST_DOTS, room):
        return _Table(labels, counts, places, None, ascii_only)
    when = calendar([case.date for case in report.cases])
    return _Table(labels, counts, when.columns, when, ascii_only)


def _section(title: str, rows: Sequence[_Row], table: _Table, words: Words, *, codes: bool) -> Page:
    drawn: Page = [(), line("  ", Span(title, "title"))]
    if not rows:
        return [*drawn, line("    Nothing.")]
    margin = " " * (4 + table.labels + 2)
    head = f"{margin}{padded(table.above, table.strip)}  {'ticked':>{table.counts}}"
    drawn.append(line(Span(head, "dim")))
    for row in rows:
        drawn.append(_row(row.data, table, words))
        if codes:
            reviews = f"[{' '.join(map(str, row.reviews))}]" if row.reviews else ""
            drawn += flow(Span(f"{row.data.code} {reviews}", "dim"), indent=6, hang=2)
    return drawn


def _row(data: Recurrence, table: _Table, words: Words) -> Line:
    strip = dots(data.strip, ascii_only=table.ascii_only)
    if table.when:
        strip = [Span(bars(data.strip, table.when, ascii_only=table.ascii_only))]
    label = padded(words.label(data.code), table.labels)
    fill = " " * (table.strip - table.places)
    return line("    ", label, "  ", *strip, fill, f"  {_count(data):>{table.counts}}")


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
