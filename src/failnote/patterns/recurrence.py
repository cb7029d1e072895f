"""Recurrence: in how many of the cases where it was looked at each miss was ticked."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.chance import Prior, expected, prior_of
from failnote.patterns.findings import Finding, MarkedCase
from failnote.patterns.material import PlanMade
from failnote.patterns.strips import NOT_LOOKED, TICKED, counts_of, strips_of, ticked_in
from failnote.review import CodeWord

RECUR_FROM = 2
"""Cases from which something can come back."""
NEXT_FROM = 8
"""Cases looked at from which the next ten are told; with fewer they could be nearly anything."""
FADES = 8
"""Cases after which a tick counts half where the order is by what came up lately."""


class Recurrence(NamedTuple):
    """How often one miss was ticked; every number counts cases."""

    code: str
    ticked: int
    looked: int
    cases: int
    strip: str
    """One place for each case, oldest first: ``#`` ticked, ``.`` looked at, ``?`` not looked at."""
    next_ten: tuple[int, int] | None = None
    """Fewest and most of the next ten, if nothing changes; held 8 times in 10."""
    since_plan: str = ""
    """The plan since which the next ten are counted, or empty."""
    planned_at: tuple[int, ...] = ()
    """Places of the strip whose case made a plan for this miss."""

    @property
    def lately(self) -> float:
        """The share ticked, older cases fading; only to sort by."""
        seen = [sign for sign in reversed(self.strip) if sign != NOT_LOOKED]
        weights = [0.5 ** (age / FADES) for age in range(len(seen))]
        ticked = sum(w for w, sign in zip(weights, seen, strict=True) if sign == TICKED)
        return ticked / sum(weights) if seen else 0.0


def recurrences(
    cases: Sequence[MarkedCase],
    codes: Mapping[str, CodeWord],
    plans: Sequence[PlanMade] = (),
    strips: Mapping[str, str] | None = None,
) -> list[Finding[Recurrence]]:
    """Count every miss that was looked at; most often ticked first."""
    if len(cases) < RECUR_FROM:
        return []
    strips = strips_of(cases, codes) if strips is None else strips
    prior = prior_of(counts_of(strips[code]) for code in sorted(strips))
    place_of = {review.number: at for at, case in enumerate(cases) for review in case.reviews}
    made: dict[str, dict[int, str]] = {}
    for plan in plans:
        if plan.review in place_of:
            made.setdefault(plan.miss, {})[place_of[plan.review]] = plan.name
    found = [
        _finding(code, strip, cases, prior, made.get(code, {})) for code, strip in strips.items()
    ]
    return sorted(found, key=lambda f: (-f.data.ticked, f.data.looked, f.data.code))


def _finding(
    code: str,
    strip: str,
    cases: Sequence[MarkedCase],
    prior: Prior,
    made: Mapping[int, str],
) -> Finding[Recurrence]:
    ticked, looked = counts_of(strip)
    latest = max(made, default=-1)
    ticked_since, looked_since = counts_of(strip[latest + 1 :])
    since = made[latest] if made and looked_since >= NEXT_FROM else ""
    if not since:
        ticked_since, looked_since = ticked, looked
    ahead = None
    if ticked and looked_since >= NEXT_FROM:
        ahead = expected(ticked_since, looked_since, prior)
    data = Recurrence(
        code, ticked, looked, len(cases), strip, ahead, since if ahead else "", tuple(sorted(made))
    )
    return Finding(f"recur:{code}", "recur", "count", data, ticked_in(code, strip, cases))
