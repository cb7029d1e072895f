"""Brief: one small card to read before a first session."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from failnote.page import Page, Span, line
from failnote.patterns.findings import Finding
from failnote.patterns.recurrence import Recurrence
from failnote.render.flow import flow
from failnote.render.markdown import inline
from failnote.render.words import Words, counted, plan_lines
from failnote.review import Plan

TITLE = "Before a first session"
MOST = 3
"""Misses on the card: more are not carried into a room."""
NOTHING = "Nothing has come back yet: no miss was ticked in two cases."


@dataclass(frozen=True, slots=True)
class Reminded:
    """One miss that comes back, its plan and its next-time move."""

    says: str
    ticked: int
    looked: int
    plan: Plan | None
    next: str

    @property
    def count(self) -> str:
        """In how many of the cases in which it was looked at."""
        return f"({self.ticked} of {counted(self.looked, 'case')})"


def reminded(
    found: Iterable[Finding[Recurrence]],
    plans: Iterable[Plan],
    next_moves: dict[str, str],
    words: Words,
) -> list[Reminded]:
    """The misses ticked in more than one case, with the newest open plan of each.

    ``found`` comes most often ticked first, ``plans`` newest first; ``next_moves`` are the codebook's, by code.
    """
    newest: dict[str, Plan] = {}
    for plan in plans:
        newest.setdefault(plan.miss, plan)
    again = [each.data for each in found if each.data.ticked > 1][:MOST]
    return [
        Reminded(
            words.says(data.code),
            data.ticked,
            data.looked,
            newest.get(data.code),
            next_moves.get(data.code, ""),
        )
        for data in again
    ]


def brief_page(cards: Sequence[Reminded]) -> Page:
    """The card as it is read on a screen."""
    page: Page = [(), line("  ", Span(TITLE, "title"))]
    for card in cards:
        page += [(), *flow(Span(card.says, "strong"), f" {card.count}", indent=4)]
        for words in plan_lines(card.plan) if card.plan else ():
            page += flow(Span(words, "own"), indent=6, hang=2)
        if card.next:
            page += flow(Span("Next time: ", "dim"), card.next, indent=6, hang=2)
    return page if cards else [*page, (), *flow(NOTHING, indent=4)]


def brief_markdown(cards: Sequence[Reminded]) -> str:
    """The card as Markdown."""
    parts = [f"# {TITLE}"]
    for card in cards:
        items = [inline(words) for words in (plan_lines(card.plan) if card.plan else ())]
        items += [f"Next time: {inline(card.next)}"] if card.next else []
        head = f"**{inline(card.says)}** {card.count}"
        parts.append("\n".join([head, *([""] if items else []), *(f"- {each}" for each in items)]))
    return "\n\n".join(parts if cards else [*parts, NOTHING]) + "\n"
