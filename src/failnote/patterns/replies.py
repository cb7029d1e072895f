"""Replies: what could not be said, and how often each answer was given."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding, MarkedCase, MarkedReview
from failnote.patterns.material import Reply
from failnote.patterns.strips import counts_of, numbers_at, of_family, places, ticks
from failnote.review import CodeWord

UNKNOWN_FROM = 2
"""Reviews in which a question must have gone unanswered to be told."""
TALLY_FROM = 5
"""Cases, or reviews, from which answers are tallied."""
FIELDS = ("ending", "fray_phase", "learned_by", "notice", "preventability")
"""Context fields that are tallied."""
QUESTIONS = ("core.sure", "close.reach", "fu.repair", "fu.supervision")
"""Questions whose answers are tallied."""
FAMILIES = ("kind", "why", "non-miss")
"""Families of codes that are tallied, each as one."""


class Unknown(NamedTuple):
    """A question that was answered with "cannot say"; numbers count reviews."""

    question: str
    asked: str
    unknown: int
    answered: int
    """Reviews with any reply to it."""


class Tally(NamedTuple):
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
        if reply.later:
            continue
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
    strips: Mapping[str, str],
) -> list[Finding[Tally]]:
    """Answers counted, field by field; ``tags`` name a tag of misses -> code -> its value."""
    found = []
    for field in FIELDS:
        told = [(case, case.context[field]) for case in cases if field in case.context]
        counts = Counter(value for _, values in told for value in values)
        numbers = [review.number for case, _ in told for review in case.reviews]
        found += _tally(field, "field", counts, len(told), numbers)
    frayed = {review.number for review in reviews}
    for question in QUESTIONS:
        given = [
            reply
            for reply in replies
            if reply.question == question and not reply.cannot_say and reply.review in frayed
        ]
        asked = max(given, key=lambda reply: reply.review).asked if given else ""
        counts = Counter(reply.words for reply in given)
        told_in = {reply.review for reply in given}
        found += _tally(question, "question", counts, len(told_in), told_in, asked)
    for family in FAMILIES:
        own = {code: code for code in of_family(strips, codes, family)}
        found += _tally_codes(family, "family", own, cases, strips)
    for tag, values_of in tags.items():
        own = {code: values_of[code] for code in strips if code in values_of}
        found += _tally_codes(tag, "tag", own, cases, strips)
    return found


def _tally_codes(
    of: str,
    sort: str,
    values_of: Mapping[str, str],
    cases: Sequence[MarkedCase],
    strips: Mapping[str, str],
) -> list[Finding[Tally]]:
    """How often codes with each value were ticked."""
    counts = Counter[str]()
    anywhere = 0
    for code, value in values_of.items():
        counts[value] += counts_of(strips[code])[0]
        anywhere |= ticks(strips[code])
    numbers = numbers_at(places(anywhere, len(cases)), cases)
    return _tally(of, sort, counts, anywhere.bit_count(), numbers)


def _tally(
    of: str, sort: str, counts: Counter[str], told: int, reviews: Iterable[int], asked: str = ""
) -> list[Finding[Tally]]:
    """The tally, where enough cases or reviews tell anything."""
    if told < TALLY_FROM:
        return []
    ranked = sorted(((v, n) for v, n in counts.items() if n), key=lambda item: (-item[1], item[0]))
    data = Tally(of, sort, asked, counts.total(), tuple(ranked))
    return [Finding(f"tally:{of}", "tally", "count", data, tuple(sorted(reviews)))]
