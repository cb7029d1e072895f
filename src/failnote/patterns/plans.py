"""Plans: whether each was used, and what happened to its miss before and since."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from failnote.patterns.chance import at_most, expected, prior_of
from failnote.patterns.findings import PERHAPS, Finding, Level, MarkedCase
from failnote.patterns.material import PlanMade
from failnote.patterns.strips import NOT_LOOKED, counts_of, strips_of, ticked_in
from failnote.review import CodeWord

BEFORE, SINCE = 4, 4
"""Cases looked at on either side from which the two are compared."""
LEVEL = 0.05
"""Each plan was written down beforehand; the exact test stays well below its level."""
MANY = 5
"""Plans beyond which Holm's correction holds for all of them together."""
LATEST = 60
"""Plans that are told, of more the latest; all of them are counted by their state."""
FAR = 20
"""More cases than that are no prospect."""

Verdict = Literal["fewer", "perhaps-fewer", "as-before", "too-early", "no-count"]


class PlanStory(NamedTuple):
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
    cases: Sequence[MarkedCase],
    plans: Sequence[PlanMade],
    codes: Mapping[str, CodeWord],
    strips: Mapping[str, str] | None = None,
) -> list[Finding[PlanStory]]:
    """The latest plans that were not reworded, in the order in which they were made.

    ``strips`` are those of the misses, where they are known.
    """
    if not plans:
        return []
    strips = strips_of(cases, codes) if strips is None else strips
    made = {r.number: (r.date, r.number) for case in cases for r in case.reviews}
    current = [plan for plan in plans if plan.state != "reworded" and plan.review in made]
    current.sort(key=lambda plan: (made[plan.review], plan.name))
    latest = current[-LATEST:]
    own = {r.number: at for at, case in enumerate(cases) for r in case.reviews}
    begun = [(case.date, case.reviews[0].number) for case in cases]
    sides = [
        _sides(plan.miss, own[plan.review], bisect_left(begun, made[plan.review]), strips)
        for plan in latest
    ]
    chances = [_chance(before, since) for before, since in sides]
    claimed = _claimed(chances)
    return [
        _finding(plan, before, since, p, claims, cases)
        for plan, (before, since), p, claims in zip(latest, sides, chances, claimed, strict=True)
    ]


class _Side(NamedTuple):
    """The cases on one side of a plan; the one that made it is left out."""

    strip: str
    """Of the plan's miss; empty where it has none."""
    first: int
    """Its place among all cases."""
    others: Sequence[str]
    """The strips of all misses."""

    @property
    def looked(self) -> int:
        return counts_of(self.strip)[1]

    @property
    def ticked(self) -> int:
        return counts_of(self.strip)[0]


def _sides(miss: str, own: int, split: int, strips: Mapping[str, str]) -> tuple[_Side, _Side]:
    """The cases begun before the plan, and those since; ``split`` is the first that came since.

    A case is dated by its first review, the plan by its own.
    """
    strip = strips.get(miss, "")
    hidden = strip and strip[:own] + NOT_LOOKED + strip[own + 1 :]
    others = [each[:split] for each in strips.values()]
    return _Side(hidden[:split], 0, others), _Side(hidden[split:], split, ())


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
    cases: Sequence[MarkedCase],
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
        expected=_expected(before, since),
        p=p,
        more=more,
        verdict=_verdict(p, claims, more),
    )
    level: Level = "stands-out" if claims else "count"
    came = ticked_in(plan.miss, since.strip, cases[since.first :])
    return Finding(f"plan:{plan.name}", "plan", level, data, came)


def _expected(before: _Side, since: _Side) -> tuple[int, int] | None:
    if not since.looked or before.looked < BEFORE:
        return None
    prior = prior_of(counts_of(strip) for strip in before.others)
    return expected(before.ticked, before.looked, prior, since.looked)


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
