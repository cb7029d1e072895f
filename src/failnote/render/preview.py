"""Preview: what masking takes out and what stands in its place, for the owner's own screen."""

from collections import Counter
from collections.abc import Iterable
from typing import Protocol

from failnote.page import Page, Span, line
from failnote.render.flow import flow

NOTHING = "Nothing would be masked."
WHY = {
    "name": "looks like a name",
    "misspelt": "is nearly one of your terms",
    "everyday": "is on your list; an everyday word here?",
}


class Place(Protocol):
    """One place that is masked, or to be looked at again."""

    @property
    def case(self) -> str:
        """The case it is about."""

    @property
    def was(self) -> str:
        """The words there."""

    @property
    def becomes(self) -> str:
        """What stands in their place, or empty."""

    @property
    def kind(self) -> str:
        """Why it is to be looked at again."""


def preview_page(places: Iterable[Place]) -> Page:
    """Draw every place once, by case, with how often it comes."""
    found = Counter((p.case, " ".join(p.was.split()), p.becomes, p.kind) for p in places)
    if not found:
        return flow(NOTHING)
    page: Page = []
    for case in dict.fromkeys(key[0] for key in found):
        page.append(line(Span(case or "Elsewhere", "title")))
        own = [(key, count) for key, count in found.items() if key[0] == case]
        for (_, was, becomes, kind), count in sorted(own, key=lambda each: not each[0][2]):
            says = f" → {becomes}" if becomes else f"  {WHY.get(kind, kind)}"
            times = f"  ×{count}" if count > 1 else ""
            page += flow(Span(was, "own"), Span(says + times, "dim"), indent=4, hang=2)
    return page
