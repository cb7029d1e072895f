"""Plans: those that wait for a look back, a few lines each."""

from collections.abc import Iterable
from typing import Protocol

from failnote.page import Page, Span
from failnote.render.flow import flow
from failnote.render.words import plan_lines
from failnote.review import Plan


class Waiting(Protocol):
    """A plan with the review and the case it belongs to."""

    @property
    def plan(self) -> Plan: ...
    @property
    def number(self) -> int: ...
    @property
    def case(self) -> str: ...


def plans_page(waiting: Iterable[Waiting]) -> Page:
    """Draw each plan under its name, its case and its day."""
    page: Page = []
    for each in waiting:
        day = f"look again {each.plan.due}" if each.plan.due else ""
        head = " · ".join(filter(None, (f"Plan {each.plan.name}", each.case, day)))
        page += flow(Span(head, "strong"), indent=0)
        for words in plan_lines(each.plan):
            page += flow(Span(words, "own"), indent=4, hang=2)
    return page
