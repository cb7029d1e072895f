"""Selection: which reviews are meant. The filters that every command understands."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True)
class Selection:
    """A set of reviews, by what they say; every given filter must hold."""

    numbers: tuple[int, ...] = ()
    since: date | None = None
    """First day, inclusive."""
    until: date | None = None
    """Last day, inclusive."""
    cases: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    kind: str = ""
    ending: str = ""
    misses: tuple[str, ...] = ()
    """Codes, or whole areas as ``contract.*``: reviews in which one of them was ticked."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Context field -> value."""
    finished_only: bool = False
