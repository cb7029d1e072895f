"""Recurrence: in how many of the cases where it was looked at each miss was ticked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from failnote.patterns.findings import Finding, MarkedCase, is_miss
from failnote.review import CodeWord

TICKED, LOOKED, NOT_LOOKED = "#", ".", "?"
"""One place of a strip."""

RECUR_FROM = 2
"""Cases from which something can come back."""


@dataclass(frozen=True, slots=True)
class Recurrence:
    """How often one miss was ticked; every number counts cases."""

    code: str
    ticked: int
    looked: int
    cases: int
    strip: str
    """One place for each case, oldest first: ``#`` ticked, ``.`` looked at, ``?`` not looked at."""


def recurrences(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord]
) -> list[Finding[Recurrence]]:
    """Count every miss that was looked at; most often ticked first."""
    if len(cases) < RECUR_FROM:
        return []
    looked = dict.fromkeys(code for case in cases for code in case.marks if is_miss(code, codes))
    found = [_finding(code, cases) for code in looked]
    return sorted(found, key=lambda f: (-f.data.ticked, f.data.looked, f.data.code))


def _finding(code: str, cases: Sequence[MarkedCase]) -> Finding[Recurrence]:
    strip = "".join(_place(case.marks.get(code)) for case in cases)
    ticked = strip.count(TICKED)
    data = Recurrence(code, ticked, ticked + strip.count(LOOKED), len(cases), strip)
    rests_on = sorted(r.number for case in cases for r in case.reviews if r.marks.get(code))
    return Finding(f"recur:{code}", "recur", "count", data, tuple(rests_on))


def _place(ticked: bool | None) -> str:
    if ticked is None:
        return NOT_LOOKED
    return TICKED if ticked else LOOKED
