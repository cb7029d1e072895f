"""Review: the plain data that every floor reads. Frozen, without I/O, without a library."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Literal

Value = str | int | float | date | tuple[str, ...] | None
"""A bare reply: text or an option id, a number, a date, option ids; None when there is no value."""


def to_plain(value: Value) -> Any:
    """Give a value as JSON has it."""
    if isinstance(value, tuple):
        return list(value)
    return value.isoformat() if isinstance(value, date) else value


def from_plain(type_: str, plain: Any) -> Value:
    """Take back what :func:`to_plain` gave for a question of this type; ValueError if it is none."""
    if type_ == "date" and isinstance(plain, str):
        return date.fromisoformat(plain)
    value: Value = tuple(plain) if isinstance(plain, list) else plain
    return value


Status = Literal["answered", "skipped", "cannot-say"]
Kind = Literal["frayed", "went-well"]
State = Literal["open", "finished"]
PlanState = Literal["open", "habit", "retired", "reworded"]


@dataclass(frozen=True, slots=True)
class Answer:
    """One reply, kept with the words it replied to."""

    question: str
    type: str
    asked: str
    """The question as it stood on the screen."""
    status: Status = "answered"
    value: Value = None
    text: str = ""
    """The value in words as they stood then: the option's wording, or what was typed."""
    section: str = ""
    export: str = "no"
    """May it leave in a masked note or export: ``yes``, ``ask`` or ``no``."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Mark:
    """One code in one review: ticked, or looked at and not ticked. No mark: not looked at."""

    code: str
    ticked: bool


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One look at a plan later: how often the IF came up, how often the THEN was done."""

    id: str
    date: str
    came_up: int | None = None
    did: int | None = None
    obstacles: tuple[str, ...] = ()
    verdict: str = ""
    state: State = "finished"
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """One if-then sentence made in a review, with its follow-ups."""

    id: str
    miss: str = ""
    """The code it answers to, or empty."""
    if_: str = ""
    then: str = ""
    rehearsed: str = ""
    due: date | None = None
    state: PlanState = "open"
    parent: str = ""
    """The id of the plan this one rewords, or empty."""
    follow_ups: tuple[FollowUp, ...] = ()
    revision: int = 1
    name: str = ""
    """How findings call it: the review's number and, from the second plan on, a letter: 7, 7b."""


@dataclass(frozen=True, slots=True)
class Insight:
    """What was understood later; it stands beside the first account."""

    id: str
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Review:
    """One look back, finished or not."""

    id: str
    """uuid, the same in every journal and export."""
    number: int
    """Short name in this journal: ``failnote show 7``."""
    case: str
    guide: str
    guide_version: int
    date: str
    """Local date of the start, ISO; only ``YYYY-MM`` where it came from a masked export."""
    guide_digest: str = ""
    kind: Kind = "frayed"
    state: State = "open"
    offset: str = ""
    """UTC offset where it was written, such as ``+01:00``."""
    started: datetime | None = None
    finished: datetime | None = None
    lean: bool = False
    at: str | None = None
    """The question under the cursor of an unfinished review."""
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    marks: tuple[Mark, ...] = ()
    first_sign_session: int | None = None
    ended_session: int | None = None
    plans: tuple[Plan, ...] = ()
    insights: tuple[Insight, ...] = ()
    supervision_answer: str = ""
    supervision_date: str = ""
    distilled: str = ""
    """Date on which the texts were erased, or empty."""
    revision: int = 1
    others: tuple[Answer, ...] = ()
    """Texts that lost against another process writing at the same time; kept, never merged."""
    damaged: tuple[str, ...] = ()
    """Questions, plans and insights left out because they do not say what was written."""

    @property
    def ticked(self) -> tuple[str, ...]:
        """The codes that were ticked, in the order of the guide."""
        return tuple(mark.code for mark in self.marks if mark.ticked)

    def answer(self, question: str) -> Answer | None:
        """The reply to one question, or None when it was never reached."""
        return next((a for a in self.answers if a.question == question), None)


@dataclass(frozen=True, slots=True)
class Step:
    """What one event of an interview changes in the journal: one transaction, all or nothing."""

    answers: tuple[Answer, ...] = ()
    """New or changed replies; those that the plan holds come without value and text."""
    positions: Mapping[str, int] = field(default_factory=dict)
    """Place of each of these questions in the guide."""
    dormant: frozenset[str] = frozenset()
    """Every question whose reply is kept but out of play, because its branch was closed."""
    awake: frozenset[str] | None = None
    """Every question whose reply is in play; None: all that are not dormant. What stands in
    neither was asked by another guide, and stays as it is."""
    marks: tuple[Mark, ...] = ()
    """All marks of the review after the event."""
    at: str | None = None
    finished: bool = False
    plan: Mapping[str, Value] = field(default_factory=dict)
    """Parts of the plan: ``miss``, ``if``, ``then``, ``rehearsed``, ``due``; None takes one away."""
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Every context field that the guide's questions keep; an empty tuple takes one away."""
    numbers: Mapping[str, int | None] = field(default_factory=dict)
    """``first_sign_session`` and ``ended_session``, where the guide asks for them."""
    reminder: date | None = None
    follow_up: Mapping[str, Value] = field(default_factory=dict)
    """``came_up``, ``did``, ``obstacles``, ``verdict``, where the guide is about a plan."""


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    """A look at a plan that is under way."""

    id: str
    guide_digest: str = ""
    at: str | None = None
    """The question under the cursor."""
    answers: tuple[Answer, ...] = ()
    """Every reply, those that are out of play included."""
    drafts: Mapping[str, str] = field(default_factory=dict)
    """Half-typed texts by question."""
    revision: int = 1


@dataclass(frozen=True, slots=True)
class Case:
    """The therapy looked at, known by a random code."""

    code: str
    context: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    hold: str = ""
    """Date since which it must not be erased, or empty."""
    reviews: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeWord:
    """A code's wording as a journal keeps it, so that old reviews read without the codebook."""

    id: str
    family: str
    area: str
    label: str
    says: str
    own_words: bool = False
    """The code stands for something the therapist names in their own words."""
