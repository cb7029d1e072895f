"""Found: an identifier in a text, by its kind."""

from datetime import date
from typing import NamedTuple


class Found(NamedTuple):
    """One identifier, in places of the plain text."""

    kind: str
    """A kind of `failnote.masking.roles.SHAPES`, or ``person``, ``place``, ``work``."""
    start: int
    end: int
    day: date | None = None
    """The day it names, where that is certain."""
