"""Walking: the shipped guides gone through with answers from a file, or with any answers at all."""

import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from itertools import chain
from typing import Any

from hypothesis import strategies as st

from failnote.guide.model import Guide
from failnote.guide.placeholders import filled_in, placeholders
from failnote.guide.questions import Choice, Choices, Date, Info, Number, Question, Scale, Text
from failnote.guide.values import from_file
from failnote.interview import Interview
from failnote.promptfile import bundled_prompts
from failnote.review import Value

TODAY = date(2026, 3, 14)
SAMPLES = {path.stem: path for path in (bundled_prompts() / "samples").glob("*.toml")}
NOTHING_FOUND: Mapping[str, Any] = {
    "gate.urgent": "no",
    "core.contract.what": "both",
    "core.contract.how": "both",
    "core.contract.expect": "yes",
    "core.contract.care": "recent",
    "core.motivation.stated": "yes",
    "core.motivation.whose": "asked",
    "core.motivation.where": "doing",
    "core.resistance.kind": "none",
    "core.wide": ["no"],
}
RESTLESS = 8
"""From this charge on there is a minute of breathing, which no promise counts."""
Given = Mapping[str, Any]


def sample(name: str) -> dict[str, Any]:
    """The shipped answers to a guide."""
    return tomllib.loads(SAMPLES[name].read_text(encoding="utf-8"))


def interviewed(guide: Guide, given: Given, *, lean: bool = False) -> list[Interview]:
    """The gate and the rest of a guide with answers from a file; what is not given is skipped."""
    parts = [guide.opening, guide.rest] if guide.opening else [guide.rest]
    return [_with(Interview.start(part, lean=lean), given) for part in parts if part is not None]


def _with(interview: Interview, given: Given) -> Interview:
    while (question := interview.question) is not None:
        if question.id in given:
            value = from_file(question, given[question.id], TODAY)
            interview = interview.answer(value)
        else:
            interview = interview.skip()
    return interview


def minutes(interviews: list[Interview]) -> float:
    """How long a guide takes by the estimates of what was asked."""
    return sum(q.secs for q in chain(*(each.walk.visible for each in interviews))) / 60


def answered_in_full(guide: Guide, draw: Callable[..., Any], *, lean: bool) -> list[Interview]:
    """The guide with any answers, to every question that comes."""
    words = {place: "some words" for q in guide.questions for place in placeholders(q.ask)}
    guide = filled_in(guide, words)
    assert guide.opening is not None
    gate = _with(Interview.start(guide.opening), NOTHING_FOUND)
    given = {key: draw(st.sampled_from(_GIVEN[key]), label=key) for key in guide.given}
    interview = Interview.start(guide.rest, lean=lean, given=given)
    while (question := interview.question) is not None:
        interview = interview.answer(_any_answer(question, interview, draw))
    return [gate, interview]


_GIVEN: Mapping[str, tuple[str, ...]] = {
    "close.reach": ("no", "next-session"),
    "rep.when": ("next", "not-yet"),
    "close.question": ("some words",),
    "core.preventable": ("perhaps",),
}


def _any_answer(question: Question, interview: Interview, draw: Callable[..., Any]) -> Value:
    match question:
        case Info():
            return None
        case Text():
            return "Some words."
        case Date():
            return TODAY
        case Scale():
            value: int = draw(st.integers(question.low, RESTLESS - 1), label=question.id)
            return value
        case Number():
            upper = interview.answers.get(question.no_more_than or "")
            most = int(upper.value) if upper and isinstance(upper.value, int) else 9
            number: int = draw(st.integers(0, most), label=question.id)
            return number
        case Choice():
            ways = [k for k, o in question.offered.items() if not o.goto and not o.ends]
            one: str = draw(st.sampled_from(ways), label=question.id)
            return one
        case Choices():
            return _some_options(question, draw)


def _some_options(question: Choices, draw: Callable[..., Any]) -> tuple[str, ...]:
    """One or two, or none of these."""
    listed = [key for key, option in question.offered.items() if not option.none]
    most = min(2, len(listed), question.at_most or 2)
    some = st.lists(st.sampled_from(listed), min_size=1, max_size=most, unique=True)
    none = st.just([question.none_option]) if question.none_option else st.nothing()
    chosen: list[str] = draw(some | none, label=question.id)
    return tuple(chosen)
