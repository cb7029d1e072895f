"""Later: what changed from the review to its follow-up, and whether writing eased."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding
from failnote.patterns.material import Reply

COMPARED_FROM = 6
"""Reviews with a follow-up from which the two are set side by side."""
CHARGE_FROM = 5
"""Reviews with a number before and after from which they are compared."""
PREVENTABLE, PREVENTABLE_LATER, NEW = "core.preventable", "fu.preventable", "fu.new"
BEFORE, AFTER, LATER = "settle.charge", "close.charge", "fu.charge"
QUESTIONS = (PREVENTABLE, PREVENTABLE_LATER, NEW, BEFORE, AFTER, LATER)
"""Questions whose replies are compared."""
NOTHING_NEW = "No"


class Hindsight(NamedTuple):
    """What was thought preventable then, and at the follow-up; numbers count reviews."""

    compared: int
    same: int
    moved: tuple[tuple[str, str, int], ...]
    """From which answer to which, and how often, the most frequent first."""
    asked_new: int
    """Reviews in whose follow-up it was asked whether anything new was learned."""
    new: int


class Eased(NamedTuple):
    """How strongly something pulls, compared between two moments; numbers count reviews."""

    compared: int
    less: int
    same: int
    more: int


class Charge(NamedTuple):
    """How strongly it pulled before and after writing, and at the follow-up."""

    writing: Eased
    later: Eased
    """From the end of the review to its latest follow-up."""


def hindsight(replies: Sequence[Reply]) -> list[Finding[Hindsight]]:
    """Where a follow-up asked again what the review had asked."""
    then, later, new = (
        _latest(replies, question) for question in (PREVENTABLE, PREVENTABLE_LATER, NEW)
    )
    both = sorted(then.keys() & later.keys())
    if len(both) < COMPARED_FROM:
        return []
    moves: dict[tuple[str, str], int] = {}
    for review in both:
        if then[review] != later[review]:
            move = (then[review], later[review])
            moves[move] = moves.get(move, 0) + 1
    ranked = sorted(moves.items(), key=lambda item: (-item[1], item[0]))
    data = Hindsight(
        compared=len(both),
        same=len(both) - sum(moves.values()),
        moved=tuple((*move, count) for move, count in ranked),
        asked_new=len(new),
        new=sum(words != NOTHING_NEW for words in new.values()),
    )
    return [Finding("hindsight", "hindsight", "count", data, tuple(both))]


def charge(replies: Sequence[Reply]) -> list[Finding[Charge]]:
    """Whether it pulled less at the end of a review, and what it did later; never for others."""
    before, after, later = (
        _numbers(_latest(replies, question)) for question in (BEFORE, AFTER, LATER)
    )
    writing = _eased(before, after)
    if writing.compared < CHARGE_FROM:
        return []
    data = Charge(writing, _eased(after, later))
    return [Finding("charge", "charge", "count", data, tuple(sorted(before.keys() & after.keys())))]


def _latest(replies: Iterable[Reply], question: str) -> dict[int, str]:
    """By review, the last reply to a question; replies come oldest first."""
    return {r.review: r.words for r in replies if r.question == question and not r.cannot_say}


def _numbers(told: Mapping[int, str]) -> dict[int, int]:
    return {review: int(words) for review, words in told.items() if words.isdecimal()}


def _eased(one: Mapping[int, int], other: Mapping[int, int]) -> Eased:
    steps = [other[review] - one[review] for review in one.keys() & other.keys()]
    less, more = sum(step < 0 for step in steps), sum(step > 0 for step in steps)
    return Eased(len(steps), less, len(steps) - less - more, more)
