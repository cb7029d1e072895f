"""Caseload page: how many therapies ended, and on how many of them there are reviews."""

from collections.abc import Sequence
from typing import NamedTuple

from failnote.page import Page, Span, line
from failnote.render.blocks import heading
from failnote.render.flow import flow
from failnote.render.words import Names


class Load(NamedTuple):
    """One count, and the reviews beside it."""

    period: str
    field: str
    """A context field, or empty for all."""
    value: str
    ended: int
    reviews: int
    """Finished reviews of therapies that frayed, begun in the period."""


def caseload_page(loads: Sequence[Load], names: Names) -> Page:
    """One line for each count, the periods in their order."""
    if not loads:
        return [
            (),
            *flow("No numbers yet of how many therapies ended."),
            (),
            line("    failnote caseload 2026Q1 --ended 31 --among setup=couple:6"),
        ]
    drawn: Page = []
    for period in dict.fromkeys(load.period for load in loads):
        drawn += heading(period)
        for load in loads:
            if load.period == period:
                value = names.value(load.field, load.value) if load.field else "all"
                told = f"{load.ended} ended, {load.reviews} looked back on as frayed"
                drawn += flow(f"{value}: {told}", indent=4, hang=2)
    said = (
        "Both are counted in the same period, and a review may come later than the ending. What "
        "you chose to look back on is no sample."
    )
    return [*drawn, (), *flow(Span(said, "dim"))]
