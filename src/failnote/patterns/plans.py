"""Plans: whether each was used, and what happened to its miss before and since."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from failnote.patterns.chance import Prior, at_most, expected, prior_of
from failnote.patterns.findings import (
    PERHAPS,
    Finding,
    Level,
    MarkedCase,
    MarkedReview,
    by_case,
    is_miss,
)
from failnote.patterns.material import PlanMade
from failnote.review import CodeWord

BEFORE, SINCE = 4, 4
"""Cases looked at on either side from which the two are compared."""
LEVEL = 0.05
"""Each plan was written down beforehand; the exact test stays well below its level."""
MANY = 5
"""Plans beyond which Holm's correction holds for all of them together."""
FAR = 20
"""More cases than that are no prospect."""

Verdict = Literal["fewer", "perhaps-fewer", "as-before", "too-early", "no-count"]


@dataclass(frozen=True, slots=True)
class PlanStory:
    """One plan: its words, its use, and its miss in the cases before and since.

    The case whose review made the plan counts on neither side.
    """

    plan: str
    """Its name: 7, 7b."""
    code: str
    if_: str
    then: str
    state: str
    due: str
    """ISO date, or empty."""
    looked_back: int
    came_up: int | None
    did: int | None
    obstacles: tuple[str, ...]
    before_ticked: int
    before_looked: int
    since_ticked: int
    since_looked: int
    expected: tuple[int, int] | None
    """Of the cases since, if nothing had changed."""
    p: float | None
    """How often as few turn up with no change at all; None where too little was looked at."""
    more: int | None
    """Further cases without the miss that would begin to tell; None where none soon would."""
    verdict: Verdict


def plan_stories(
    reviews: Sequence[MarkedReview], plans: Sequence[PlanMade], codes: Mapping[str, CodeWord]
) -> list[Finding[PlanStory]]:
    """Every plan that was not reworded, in the order in which they were made."""
    order = {review.number: (review.date, review.number) for review in reviews}
    current = [plan for plan in plans if plan.state != "reworded" and plan.review in order]
    current.sort(key=lambda plan: (order[plan.review], plan.name))
    sides = [_sides(plan, reviews, codes) for plan in current]
    chances = [_chance(before, since) for before, since in sides]
    claimed = _claimed(chances)
    return [
        _finding(plan, before, since, p, claims, codes)
        for plan, (before, since), p, claims in zip(current, sides, chances, claimed, strict=True)
    ]


class _Side(NamedTuple):
    """The cases on one side of a plan."""

    cases: Sequence[MarkedCase]
    code: str

    @property
    def looked(self) -> int:
        return sum(self.code in case.marks for case in self.cases)

    @property
    def ticked(self) -> int:
        return sum(bool(case.marks.get(self.code)) for case in self.cases)


def _sides(
    plan: PlanMade, reviews: Sequence[MarkedReview], codes: Mapping[str, CodeWord]
) -> tuple[_Side, _Side]:
    """The cases looked at before the plan, and those that came up since; its own is in neither."""
    made = next(review for review in reviews if review.number == plan.review)
    moment = (made.date, made.number)
    others = [review for review in reviews if review.case != made.case]
    before = by_case(review for review in others if (review.date, review.number) < moment)
    known = {case.code for case in before}
    since = by_case(
        review
        for review in others
        if (review.date, review.number) > moment and review.case not in known
    )
    code = plan.miss if is_miss(plan.miss, codes) else ""
    return _Side(before, code), _Side(since, code)


def _chance(before: _Side, since: _Side) -> float | None:
    """How often as few, or fewer, ticks fall on the cases since when all are dealt out again."""
    if before.looked < BEFORE or since.looked < SINCE:
        return None
    marked, among = before.ticked + since.ticked, before.looked + since.looked
    return at_most(since.ticked, marked, since.looked, among)


def _claimed(chances: Sequence[float | None]) -> list[bool]:
    """Which plans are claimed to have something since: each by itself, many by Holm's steps."""
    tested = sorted((p, place) for place, p in enumerate(chances) if p is not None)
    claimed = [False] * len(chances)
    for step, (p, place) in enumerate(tested):
        if p > (LEVEL / (len(tested) - step) if len(tested) > MANY else LEVEL):
            break
        claimed[place] = True
    return claimed


def _finding(
    plan: PlanMade,
    before: _Side,
    since: _Side,
    p: float | None,
    claims: bool,
    codes: Mapping[str, CodeWord],
) -> Finding[PlanStory]:
    more = None if claims else _more(before, since)
    data = PlanStory(
        plan=plan.name,
        code=plan.miss,
        if_=plan.if_,
        then=plan.then,
        state=plan.state,
        due=plan.due,
        looked_back=plan.looked_back,
        came_up=plan.came_up,
        did=plan.did,
        obstacles=plan.obstacles,
        before_ticked=before.ticked,
        before_looked=before.looked,
        since_ticked=since.ticked,
        since_looked=since.looked,
        expected=_expected(before, since, codes),
        p=p,
        more=more,
        verdict=_verdict(p, claims, more),
    )
    level: Level = "stands-out" if claims else "count"
    came = [r for case in since.cases for r in case.reviews if r.marks.get(since.code)]
    return Finding(f"plan:{plan.name}", "plan", level, data, tuple(sorted(r.number for r in came)))


def _expected(before: _Side, since: _Side, codes: Mapping[str, CodeWord]) -> tuple[int, int] | None:
    if not since.looked or before.looked < BEFORE:
        return None
    return expected(before.ticked, before.looked, prior_at(before.cases, codes), since.looked)


def prior_at(cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord]) -> Prior:
    """The prior of these cases over all of their misses."""
    counts: dict[str, tuple[int, int]] = {}
    for case in cases:
        for code, tick in case.marks.items():
            if is_miss(code, codes):
                ticked, looked = counts.get(code, (0, 0))
                counts[code] = (ticked + tick, looked + 1)
    return prior_of(counts[code] for code in sorted(counts))


def _more(before: _Side, since: _Side) -> int | None:
    """Cases without the miss after which the exact test would begin to tell."""
    if before.looked < BEFORE or not before.ticked:
        return None
    marked = before.ticked + since.ticked
    for more in range(max(1, SINCE - since.looked), FAR + 1):
        looked = since.looked + more
        if at_most(since.ticked, marked, looked, before.looked + looked) <= LEVEL:
            return more
    return None


def _verdict(p: float | None, claims: bool, more: int | None) -> Verdict:
    if claims:
        return "fewer"
    if p is None:
        return "no-count" if more is None else "too-early"
    return "perhaps-fewer" if p <= PERHAPS else "as-before"
