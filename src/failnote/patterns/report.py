"""Report: all findings about a set of reviews, and what they rest on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any, NamedTuple

from failnote.patterns import pairs as pairing
from failnote.patterns.contexts import contexts
from failnote.patterns.ended import per_ended
from failnote.patterns.findings import (
    Data,
    Finding,
    MarkedCase,
    MarkedReview,
    MarkedRow,
    Tell,
    by_case,
    in_order,
    silent,
    with_data,
)
from failnote.patterns.later import charge, hindsight
from failnote.patterns.material import Course, Ended, PlanMade, Reply, Written
from failnote.patterns.memory import Memory
from failnote.patterns.mix import mix
from failnote.patterns.pairs import PairCount, pairs, told_once
from failnote.patterns.passed_over import CLAIM_FROM as SKIP_FROM
from failnote.patterns.passed_over import NEVER_FROM, never_ticked, passed_over
from failnote.patterns.phrases import COUNT_FROM as PHRASE_FROM
from failnote.patterns.phrases import phrases
from failnote.patterns.plans import BEFORE, SINCE, PlanStory, plan_stories
from failnote.patterns.recurrence import NEXT_FROM, RECUR_FROM, recurrences
from failnote.patterns.replies import tallies, unknowns
from failnote.patterns.reshuffling import LATEST
from failnote.patterns.sayings import sayings
from failnote.patterns.signs import COUNT_FROM as SIGN_FROM
from failnote.patterns.signs import sign_families, signs_passed, timeline
from failnote.patterns.similar import Similar, similar
from failnote.patterns.strips import of_family, strips_of
from failnote.patterns.trends import CLAIM_FROM as TREND_FROM
from failnote.patterns.trends import Trend, trends
from failnote.patterns.well import COUNT_FROM as WELL_FROM
from failnote.patterns.well import beside_well
from failnote.review import CodeWord

THRESHOLDS: Mapping[str, int] = {
    "recur": RECUR_FROM,
    "next-ten": NEXT_FROM,
    "pair": pairing.CLAIM_FROM,
    "trend": TREND_FROM,
    "skip": SKIP_FROM,
    "context": pairing.CLAIM_FROM,
    "plan-before": BEFORE,
    "plan-since": SINCE,
    "sign": SIGN_FROM,
    "phrase": PHRASE_FROM,
    "well": WELL_FROM,
    "never": NEVER_FROM,
}
"""Analysis -> the number of cases from which it says, or claims, anything."""


class Beside(NamedTuple):
    """What a report is made from beside the marks; all of it may be missing."""

    plans: Sequence[PlanMade] = ()
    courses: Sequence[Course] = ()
    replies: Sequence[Reply] = ()
    written: Sequence[Written] = ()
    ended: Sequence[Ended] = ()
    tags: Mapping[str, Mapping[str, str]] = MappingProxyType({})
    """A tag of misses (leg, mode) -> code -> its value."""


NOTHING = Beside()


class Base(NamedTuple):
    """What was counted, and what was left out."""

    reviews: int
    """Finished reviews of therapies that frayed."""
    cases: int
    first: str
    """Date of the oldest of them, or empty."""
    last: str
    of: int
    """Finished frayed reviews there are without any filter."""
    unfinished: int
    """Left out, because they may yet change."""
    went_well: int
    """Looked at only beside those that frayed."""
    by: str = ""
    """The context field that was set side by side, or empty."""


PRIVATE = ("charge", "tally:fu.supervision", "self.kept-from-supervision")
"""What the ids of findings hold that stay with the therapist: how strongly it pulls, and what was
kept from supervision."""


def _private(key: str, asked: str) -> bool:
    return any(word in key and word != asked for word in PRIVATE)


@dataclass(frozen=True, slots=True)
class Report:
    """What the renderers draw, each in its own way."""

    base: Base
    cases: tuple[MarkedCase, ...]
    """Oldest first: the places of every strip."""
    findings: tuple[Finding[object], ...]
    thresholds: Mapping[str, int]
    codes: Mapping[str, CodeWord]
    """The wordings of the codes that findings name."""
    beside: Beside = NOTHING
    """What the findings were made from, beside the marks."""
    well: tuple[MarkedCase, ...] = ()
    """Cases that went well, oldest first; they are only looked at beside the others."""

    def of(self, sort: type[Data]) -> list[Finding[Data]]:
        """The findings of one analysis, in their order."""
        return with_data(self.findings, sort)

    def for_others(self, asked: str = "") -> "Report":
        """The same without what is nobody else's business, unless it was asked for by name.

        Of the texts only those stay that a finding shows.
        """
        kept = tuple(f for f in self.findings if not _private(f.id, asked))
        near = {finding.data.earlier for finding in self.of(Similar)}
        texts = [w for w in self.beside.written if w.review in near or self.base.cases == 1]
        return replace(self, findings=kept, beside=self.beside._replace(written=texts))

    def through(self, change: Callable[[Any], Any]) -> "Report":
        """The same after everything in it that somebody may have worded went through ``change``.

        The marks are left out of that, as there are very many, unless a code itself changes.
        """
        codes = change(self.codes)
        renamed = codes.keys() != self.codes.keys()

        def through(cases: tuple[MarkedCase, ...]) -> tuple[MarkedCase, ...]:
            if renamed:
                return tuple(map(change, cases))
            told = change([(r.case, r.context) for case in cases for r in case.reviews])
            said = iter(told)
            return tuple(
                case._replace(
                    reviews=tuple(
                        r._replace(case=code, context=context)
                        for r, (code, context) in zip(case.reviews, said, strict=False)
                    )
                )
                for case in cases
            )

        return replace(
            self,
            cases=through(self.cases),
            well=through(self.well),
            findings=change(self.findings),
            codes=codes,
            beside=change(self.beside),
            base=change(self.base),
        )

    @property
    def stands_out(self) -> tuple[Finding[object], ...]:
        """What is more than a count: each story once, in the order in which it is told."""
        claims = [finding for finding in self.findings if finding.level == "stands-out"]
        planned = {finding.data.code for finding in self.of(PlanStory)}
        told = told_once(self.of(PairCount), self.cases[-LATEST:])
        kept: list[Finding[object]] = [*told]
        for finding in claims:
            match finding.data:
                case PairCount():
                    pass
                case Trend(code=code) if code in planned:
                    pass  # the plan tells it
                case _:
                    kept.append(finding)
        return tuple(kept)


def report(
    reviews: Iterable[MarkedRow],
    codes: Mapping[str, CodeWord],
    *,
    beside: Beside = NOTHING,
    by: str = "",
    unfinished: int = 0,
    of: int | None = None,
    memory: Memory | None = None,
    tell: Tell = silent,
) -> Report:
    """Look at finished reviews.

    Args:
        reviews: frayed ones and ones that went well, in any order.
        codes: the wordings of the codes.
        beside: plans, numbers, replies and texts of the same reviews.
        by: a context field whose values are set side by side.
        unfinished: how many reviews were left out.
        of: how many frayed reviews there are where a filter is on.
        memory: results of long work; what is new is added.
        tell: hears how far long work has come.
    """
    given = [MarkedReview._make(row) for row in reviews]
    frayed = in_order(review for review in given if review.kind == "frayed")
    cases = by_case(frayed)
    well = by_case(review for review in given if review.kind != "frayed")
    base = _base(given, frayed, cases, by=by, unfinished=unfinished, of=of)
    memory = {} if memory is None else memory
    drawn = strips_of(cases, codes, "")
    strips = of_family(drawn, codes, "miss")
    counted = recurrences(cases, codes, beside.plans, strips)
    found: list[Finding[object]] = [
        *counted,
        *pairs(cases, codes, memory, tell),
        *(contexts(cases, by, codes, memory, tell) if by else ()),
        *(per_ended(cases, by, beside.ended) if by else ()),
        *trends(cases, codes, strips, {each.data.code: each.reviews for each in counted}),
        *plan_stories(cases, beside.plans, codes, strips),
        *passed_over(cases, codes, memory),
        *never_ticked(cases, codes, strips),
        *beside_well(cases, well, codes, memory),
        *_told(frayed, cases, beside, codes, drawn, memory),
    ]
    return Report(base, cases, tuple(found), THRESHOLDS, codes, beside, well)


def _base(
    given: Sequence[MarkedReview],
    frayed: Sequence[MarkedReview],
    cases: Sequence[MarkedCase],
    *,
    by: str,
    unfinished: int,
    of: int | None,
) -> Base:
    return Base(
        reviews=len(frayed),
        cases=len(cases),
        first=frayed[0].date if frayed else "",
        last=frayed[-1].date if frayed else "",
        of=len(frayed) if of is None else of,
        unfinished=unfinished,
        went_well=len(given) - len(frayed),
        by=by,
    )


def _told(
    frayed: Sequence[MarkedReview],
    cases: Sequence[MarkedCase],
    beside: Beside,
    codes: Mapping[str, CodeWord],
    strips: Mapping[str, str],
    memory: Memory,
) -> Iterator[Finding[object]]:
    """What comes from numbers, replies and texts; only of the frayed reviews."""
    numbers = {review.number for review in frayed}
    replies = [reply for reply in beside.replies if reply.review in numbers]
    written = [each for each in beside.written if each.review in numbers]
    if len(cases) < RECUR_FROM:
        return
    yield from unknowns(replies)
    yield from sign_families(cases, codes, strips)
    yield from signs_passed(cases, codes, strips)
    yield from timeline(frayed, beside.courses)
    yield from phrases(written, memory)
    yield from similar(frayed, written, codes, memory)
    yield from sayings(written)
    yield from mix(cases, codes, of_family(strips, codes, "miss"))
    yield from hindsight(replies)
    yield from charge(replies)
    yield from tallies(cases, frayed, replies, codes, beside.tags, strips)
