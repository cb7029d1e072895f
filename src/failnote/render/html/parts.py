"""Parts: what stands in each section of the report's page, ready to be drawn."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from failnote.render.html.drawing import Bars, Scale, Strip, Way
from failnote.render.html.pointers import Index, Pointer


class Said(NamedTuple):
    """A finding in words."""

    id: str
    text: str
    pointer: Pointer


class Row(NamedTuple):
    """One miss with its drawing."""

    id: str
    label: str
    ticked: str
    share: str
    ahead: tuple[int, int] | None
    since: str
    """The plan from which the next ten are counted."""
    pointer: Pointer
    strip: Strip | None
    bars: Bars | None


class PlanTold(NamedTuple):
    """One plan, without its words."""

    id: str
    name: str
    made_in: int
    label: str
    state: str
    text: str
    squares: Sequence[bool]
    scale: Scale | None
    strip: Strip | None
    pointer: Pointer


class Step(NamedTuple):
    """One cell of the triangle."""

    id: str
    number: int
    told: str
    pointer: Pointer
    mark: str


class Beside(NamedTuple):
    """One miss where therapies frayed and where they went well."""

    id: str
    label: str
    frayed: tuple[int, int]
    well: tuple[int, int]
    text: str


class Side(NamedTuple):
    """One miss with a count for each value of a field."""

    label: str
    cells: Sequence[tuple[str, str, bool, Pointer]]
    """Finding, count, whether it stands out, where it leads."""


class Reviewed(NamedTuple):
    """One review of the list that every number leads to."""

    number: int
    case: str
    month: str
    setup: str
    ticked: str
    well: bool


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sections; an empty one is left out."""

    claims: Sequence[Said]
    more_claims: int
    compared: bool
    """Whether there are enough cases for anything to stand out."""
    perhaps: Sequence[Said]
    rows: Sequence[Row]
    rest: str
    years: Sequence[tuple[int, str]]
    numbers: Sequence[tuple[float, int]]
    """Where the numbers of reviews stand above the strips."""
    stretch: str
    full: str
    """The share that a bar of full height stands for."""
    ahead: bool
    """Whether the next ten can be told of any of them."""
    planned: bool
    plans: Sequence[PlanTold]
    open_ends: Sequence[Said]
    beside: Sequence[Beside]
    course: Said | None
    signs: Sequence[Said]
    ways: Sequence[Way]
    session_marks: Sequence[tuple[float, int]]
    between: Sequence[tuple[str, int, float]]
    triangle: Sequence[tuple[str, Sequence[Step]]]
    before: Sequence[Said]
    values: Sequence[tuple[str, int]]
    more_values: int
    sides: Sequence[Side]
    everything: Sequence[Said]
    questions: Sequence[str]
    index: Index
    reviews: Sequence[Reviewed]
    listed_on_paper: bool
