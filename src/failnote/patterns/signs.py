"""Signs: which kinds were there, and how long it took from the first one to the end."""

from collections.abc import Iterable, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from failnote.patterns.findings import Finding, MarkedCase, MarkedReview
from failnote.patterns.material import Course
from failnote.patterns.strips import counts_of, looks, numbers_at, of_family, places, ticks
from failnote.review import CodeWord

COUNT_FROM = 5
"""Cases from which signs are counted."""
EARLY = 3
"""Sessions that are told as the beginning."""
PASSED_BY = "alliance.small-signs-passed"
"""The miss that says: a sign was seen and let go by."""


class SignFamily(NamedTuple):
    """How often signs of one family were ticked; numbers count cases."""

    family: str
    """The second part of its codes: ``away``, ``against``, ``mine``, ``data``."""
    ticked: int
    looked: int
    signs: tuple[tuple[str, int], ...]
    """Its codes with their counts, the most frequent first."""


class SignsPassed(NamedTuple):
    """Cases with a sign in which it was seen then and let go by, and the others."""

    passed: int
    looked: int
    """Cases with a sign in which that was asked about."""


class Timeline(NamedTuple):
    """From the first sign to the end, in sessions; one line for each review."""

    named: int
    """Reviews in which a first sign was placed."""
    known: int
    """Reviews in which the number of sessions is known."""
    early: int
    """First signs in session 3 or before."""
    median_sign: float
    median_ended: float
    median_between: float
    lines: tuple[tuple[int, int | None, int], ...]
    """Review, session of the first sign, sessions in all; the shortest therapy first."""


def sign_families(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord], strips: Mapping[str, str]
) -> list[Finding[SignFamily]]:
    """Each family of signs that was seen, the most frequent first."""
    signs = of_family(strips, codes, "sign")
    looked = _united(looks(strip) for strip in signs.values()).bit_count()
    if looked < COUNT_FROM:
        return []
    counts = {code: counts_of(strip)[0] for code, strip in signs.items()}
    families: dict[str, list[str]] = {}
    for code in sorted(counts, key=lambda code: (-counts[code], code)):
        if counts[code] and (family := _family(code)):
            families.setdefault(family, []).append(code)
    found = []
    for family, own in families.items():
        ticked = _united(ticks(signs[code]) for code in own)
        data = SignFamily(
            family, ticked.bit_count(), looked, tuple((code, counts[code]) for code in own)
        )
        reviews = numbers_at(places(ticked, len(cases)), cases)
        found.append(Finding(f"sign:{family}", "sign", "count", data, reviews))
    return sorted(found, key=lambda finding: (-finding.data.ticked, finding.id))


def signs_passed(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord], strips: Mapping[str, str]
) -> list[Finding[SignsPassed]]:
    """In how many cases with a sign it was seen at the time and passed by."""
    if PASSED_BY not in strips:
        return []
    seen = _united(ticks(strip) for strip in of_family(strips, codes, "sign").values())
    with_sign = seen & looks(strips[PASSED_BY])
    if with_sign.bit_count() < COUNT_FROM:
        return []
    passed = with_sign & ticks(strips[PASSED_BY])
    data = SignsPassed(passed.bit_count(), with_sign.bit_count())
    reviews = numbers_at(places(passed, len(cases)), cases)
    return [Finding("signs-passed", "signs-passed", "count", data, reviews)]


def _united(bits: Iterable[int]) -> int:
    """Cases of which any of them has its bit."""
    return reduce(or_, bits, 0)


def timeline(reviews: Sequence[MarkedReview], courses: Sequence[Course]) -> list[Finding[Timeline]]:
    """The way from sign to end; nothing where too few reviews carry both numbers."""
    frayed = {review.number for review in reviews}
    lines = sorted(
        (course.ended, course.first_sign, course.review)
        for course in courses
        if course.ended is not None and course.review in frayed and course.first_sign is not None
    )
    known = [course for course in courses if course.ended is not None and course.review in frayed]
    if len(lines) < COUNT_FROM:
        return []
    ends = [course.ended or 0 for course in known]
    drawn = sorted((c.ended or 0, c.first_sign is None, c.first_sign or 0, c) for c in known)
    data = Timeline(
        named=len(lines),
        known=len(known),
        early=sum((sign or 0) <= EARLY for _, sign, _ in lines),
        median_sign=_median(sign or 0 for _, sign, _ in lines),
        median_ended=_median(ends),
        median_between=_median(max(0, (end or 0) - (sign or 0)) for end, sign, _ in lines),
        lines=tuple((c.review, c.first_sign, c.ended or 0) for *_, c in drawn),
    )
    numbers = tuple(sorted(review for *_, review in lines))
    return [Finding("timeline", "timeline", "count", data, numbers)]


def _median(numbers: Iterable[int]) -> float:
    # The standard library's brings decimal and fractions with it: 10 ms at every start.
    ordered = sorted(numbers)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def _family(code: str) -> str:
    """The family in the code's id; none for a code such as ``sign.none``."""
    _, _, rest = code.partition(".")
    family, dot, _ = rest.partition(".")
    return family if dot else ""
