"""Replies: what could not be said, and how often each answer was given."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from failnote.patterns.findings import Finding, MarkedCase, MarkedReview
from failnote.patterns.material import Reply
from failnote.review import CodeWord

UNKNOWN_FROM = 2
"""Reviews in which a question must have gone unanswered to be told."""
TALLY_FROM = 5
"""Cases, or reviews, from which answers are tallied."""
FIELDS = ("ending", "fray_phase", "learned_by", "preventability")
"""Context fields that are tallied."""
QUESTIONS = ("core.sure", "close.reach")
"""Questions whose answers are tallied."""
FAMILIES = ("kind", "why", "non-miss")
"""Families of codes that are tallied, each as one."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A question that was answered with "cannot say"; numbers count reviews."""

    question: str
    asked: str
    unknown: int
    answered: int
    """Reviews with any reply to it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How often each answer was given."""

    of: str
    """A context field, a question, or a family of codes."""
    sort: str
    """``field``, ``question``, ``family`` or ``tag``."""
    asked: str
    """The question's wording, or empty."""
    total: int
    counts: tuple[tuple[str, int], ...]
    """Answer and count, the most frequent first."""


def unknowns(replies: Iterable[Reply]) -> list[Finding[Unknown]]:
    """Questions that stayed open more than once, the most often first."""
    by_question: dict[str, list[Reply]] = {}
    for reply in replies:
        by_question.setdefault(reply.question, []).append(reply)
    found = []
    for question, given in by_question.items():
        open_ones = sorted({reply.review for reply in given if reply.cannot_say})
        if len(open_ones) < UNKNOWN_FROM:
            continue
        latest = max(given, key=lambda reply: reply.review)
        answered = len({reply.review for reply in given})
        data = Unknown(question, latest.asked, len(open_ones), answered)
        found.append(Finding(f"unknown:{question}", "unknown", "count", data, tuple(open_ones)))
    return sorted(found, key=lambda finding: (-finding.data.unknown, finding.id))


def tallies(
    cases: Sequence[MarkedCase],
    reviews: Sequence[MarkedReview],
    replies: Sequence[Reply],
    codes: Mapping[str, CodeWord],
    tags: Mapping[str, Mapping[str, str]],
) -> list[Finding[Tally]]:
    """Answers counted, field by field; ``tags`` name a tag of misses -> code -> its value."""
    found = []
    for field in FIELDS:
        values = [(v, c) for c in cases for v in c.context.get(field, ())]
        found += _tally(field, "field", values)
    by_number = {review.number: MarkedCase((review,), review.marks) for review in reviews}
    for question in QUESTIONS:
        given_here = [
            reply for reply in replies if reply.question == question and not reply.cannot_say
        ]
        asked = max(given_here, key=lambda reply: reply.review).asked if given_here else ""
        given = [(r.words, by_number[r.review]) for r in given_here if r.review in by_number]
        found += _tally(question, "question", given, asked)
    for family in FAMILIES:
        own = {code: code for code, word in codes.items() if word.family == family}
        found += _tally(family, "family", _ticked(cases, own))
    for tag, values_of in tags.items():
        found += _tally(tag, "tag", _ticked(cases, values_of))
    return found


def _ticked(
    cases: Sequence[MarkedCase], values_of: Mapping[str, str]
) -> list[tuple[str, MarkedCase]]:
    """The value of every code that was ticked, with its case."""
    if not values_of:
        return []
    return [
        (values_of[code], case)
        for case in cases
        for code, tick in case.marks.items()
        if tick and code in values_of
    ]


def _tally(
    of: str, sort: str, given: Sequence[tuple[str, MarkedCase]], asked: str = ""
) -> list[Finding[Tally]]:
    reviews = sorted({review.number for _, case in given for review in case.reviews})
    if len({case.reviews[0].number for _, case in given}) < TALLY_FROM:
        return []
    counts: dict[str, int] = {}
    for value, _ in given:
        counts[value] = counts.get(value, 0) + 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    data = Tally(of, sort, asked, len(given), tuple(ranked))
    return [Finding(f"tally:{of}", "tally", "count", data, tuple(reviews))]
