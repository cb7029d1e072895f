"""View: what of the findings is to be drawn, and how."""

from typing import Literal, NamedTuple

Section = Literal["", "pairs", "signs", "plans", "words"]
Sort = Literal["often", "lately", "area"]


class View(NamedTuple):
    """What of a report is to be drawn, and how."""

    section: Section = ""
    """One analysis in full, or the page."""
    everything: bool = False
    sort: Sort = "often"
    misses: str = ""
    """A code, whose own page it is, or a pattern such as ``contract.*`` that narrows the rows."""
    today: str = ""
    """ISO date: which plans are due."""
    ascii_only: bool = False
