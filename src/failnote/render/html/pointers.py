"""Pointers: how each number of the page leads to the reviews it was counted in."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

INLINE = 24
"""Reviews that are named behind a sentence; more stand in the list behind the numbers."""
LONGEST = 100
"""Reviews of one entry of that list, the latest; a long journal is searched rather than read."""


Place = Literal["everywhere", "screen", "on-demand"]
"""Where an entry stands: on paper, too; on screens; or there only once it is asked for."""


class Pointer(NamedTuple):
    """What stands behind a number: reviews, and where the others are."""

    reviews: tuple[int, ...] = ()
    more: int = 0
    anchor: str = ""
    """Of the entry that names all of them, where there is one."""


class Entry(NamedTuple):
    """One line of the list behind the numbers."""

    anchor: str
    label: str
    reviews: tuple[int, ...]
    earlier: int
    """Older ones that are counted only."""
    place: Place


class Index:
    """The list behind the numbers, in the order in which the page needs its entries."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    @property
    def on_paper(self) -> bool:
        """Whether any of it is printed."""
        return any(entry.place == "everywhere" for entry in self.entries)

    def entry(self, label: str, reviews: Sequence[int], place: Place = "everywhere") -> Pointer:
        """Add a line, and point to it alone."""
        if not reviews:
            return Pointer()
        latest = tuple(reviews[-LONGEST:])
        anchor = f"n{len(self.entries) + 1}"
        self.entries.append(Entry(anchor, label, latest, len(reviews) - len(latest), place))
        return Pointer(anchor=anchor)

    def point(self, label: str, reviews: Sequence[int]) -> Pointer:
        """Name a few reviews; add a line where there are more."""
        if len(reviews) <= INLINE:
            return Pointer(tuple(reviews))
        anchor = self.entry(label, reviews).anchor
        return Pointer(tuple(reviews[:INLINE]), len(reviews) - INLINE, anchor)
