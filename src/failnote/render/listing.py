"""Listing: reviews, search hits and cases, a line or a few each."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from failnote.page import Page, Span, line
from failnote.render.flow import WIDTH, cells, clipped, flow, padded
from failnote.render.words import NO_NAMES, Names, counted, spelled
from failnote.review import Case

WIDEST = (6, 10, 24, 12, 13)
"""Columns that number, date, case, guide and ending take at most."""
LEAST_LABELS = 12


class Named(Protocol):
    """What every list shows of a review."""

    @property
    def number(self) -> int: ...
    @property
    def date(self) -> str: ...
    @property
    def case(self) -> str: ...


class Row(Named, Protocol):
    """What a list of reviews shows of one."""

    @property
    def guide(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def state(self) -> str: ...
    @property
    def ending(self) -> str: ...
    @property
    def ticked(self) -> Sequence[str]: ...


class Found(Named, Protocol):
    """A place where a search found its words."""

    @property
    def where(self) -> str: ...
    @property
    def section(self) -> str: ...
    @property
    def snippet(self) -> Sequence[tuple[str, bool]]: ...
    @property
    def damaged(self) -> bool: ...


def list_page(rows: Iterable[Row]) -> Page:
    """Draw one line for each review; ``ticked`` are the short names of its misses."""
    found = [((str(r.number), r.date, r.case, r.guide, _how(r)), r.ticked) for r in rows]
    widths = [
        min(widest, max((cells(row[at]) for row, _ in found), default=0))
        for at, widest in enumerate(WIDEST)
    ]
    page: Page = []
    for (number, *others), ticked in found:
        columns = [f"{number:>{widths[0]}}", *map(padded, others, widths[1:])]
        start = "  ".join(columns) + "  "
        page.append(line(start, Span(_that_fit(ticked, WIDTH - cells(start)), "dim")))
    return page


def hits_page(hits: Iterable[Found]) -> Page:
    """Draw each hit under the review it stands in; True in a snippet marks what was looked for.

    Where a text has no section, ``where`` is read instead: plan, insight.
    """
    page: Page = []
    for hit in hits:
        head = " · ".join(
            filter(None, (str(hit.number), hit.date, hit.case, hit.section or hit.where))
        )
        snippet = [Span(text, "strong" if sought else "own") for text, sought in hit.snippet]
        if hit.damaged:
            snippet = [Span("DAMAGED, and left out. See: failnote journal check")]
        page += [*flow(Span(head, "dim"), indent=0), *flow(*snippet, indent=4)]
    return page


def cases_page(cases: Iterable[Case], names: Names = NO_NAMES) -> Page:
    """Draw each case with its reviews and its context."""
    listed = list(cases)
    width = min(WIDEST[2], max((cells(case.code) for case in listed), default=0))
    page: Page = []
    for case in listed:
        facts = (
            f"{counted(len(case.reviews), 'review')} {_numbers(case)}".rstrip(),
            ", ".join(names.context(case.context, case.context)),
            f"on hold since {case.hold}" if case.hold else "",
        )
        first, *rest = flow(" · ".join(filter(None, facts)), indent=width + 2)
        page += [line(padded(case.code, width), "  ", *first[1:]), *rest]
    return page


def case_page(case: Case, names: Names = NO_NAMES) -> Page:
    """Draw the card of one case, a line for each field that is filled in."""
    card = {
        names.field(field): [names.value(field, value) for value in values]
        for field, values in case.context.items()
    }
    card["Reviews"] = [_numbers(case)] if case.reviews else []
    card["On hold since"] = [case.hold] if case.hold else []
    card = {heading: values for heading, values in card.items() if values}
    width = max(map(cells, card), default=0)
    page: Page = [(), line("  ", Span(case.code, "strong"))]
    for heading, values in card.items():
        first, *rest = flow(", ".join(values), indent=width + 6)
        page += [line("    ", Span(padded(heading, width), "dim"), "  ", *first[1:]), *rest]
    return page


def _how(row: Row) -> str:
    if row.state != "finished":
        return "unfinished"
    return "went well" if row.kind == "went-well" else spelled(row.ending)


def _that_fit(labels: Sequence[str], columns: int) -> str:
    """As many labels as fit, and how many more there are; the first one is cut if it must be."""
    if not labels or columns < LEAST_LABELS:
        return ""
    for shown in range(len(labels), 0, -1):
        more = f" +{len(labels) - shown}" if shown < len(labels) else ""
        text = ", ".join(labels[:shown])
        if cells(text + more) <= columns:
            return text + more
    more = f" +{len(labels) - 1}" if len(labels) > 1 else ""
    return clipped(labels[0], columns - len(more)) + more


def _numbers(case: Case) -> str:
    return f"[{' '.join(map(str, case.reviews))}]" if case.reviews else ""
