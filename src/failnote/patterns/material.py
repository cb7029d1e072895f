"""Material: what findings are made from, beside the marks."""

from typing import NamedTuple


class PlanMade(NamedTuple):
    """One if-then plan and what became of it."""

    name: str
    """The review's number and, from its second plan on, a letter: 7, 7b."""
    review: int
    miss: str = ""
    """The code it answers to, or empty."""
    if_: str = ""
    then: str = ""
    state: str = "open"
    """``open``, ``habit``, ``retired`` or ``reworded``."""
    due: str = ""
    """ISO date, or empty."""
    looked_back: int = 0
    """Finished follow-ups."""
    came_up: int | None = None
    """Times the IF came, over all follow-ups; None where none says."""
    did: int | None = None
    """Times the THEN was done."""
    obstacles: tuple[str, ...] = ()


class Course(NamedTuple):
    """The sessions of one review's case, as numbers."""

    review: int
    first_sign: int | None = None
    """In about which session the first sign came; 0 is before the first."""
    ended: int | None = None
    """How many sessions there were."""


class Reply(NamedTuple):
    """One reply that is no text."""

    review: int
    question: str
    asked: str
    cannot_say: bool
    words: str
    """The reply in words as they stood then."""
    later: bool = False
    """It was given in a follow-up."""


class Written(NamedTuple):
    """One text that the therapist typed."""

    review: int
    question: str
    text: str


class Ended(NamedTuple):
    """How many therapies ended in a period, as their therapist noted it."""

    period: str
    """As it is called: 2026, 2026Q1, 2026-03."""
    first: str
    """Its first day, ISO."""
    last: str
    field: str
    value: str
    many: int
