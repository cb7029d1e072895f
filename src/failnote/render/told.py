"""Told: the sections of the page beneath the strips, a heading and marked items each."""

from collections import Counter
from collections.abc import Sequence

from failnote.page import Page, Span, line
from failnote.patterns.findings import Finding
from failnote.patterns.later import Charge, Hindsight
from failnote.patterns.material import PlanMade
from failnote.patterns.mix import Mix
from failnote.patterns.pairs import PairCount
from failnote.patterns.passed_over import NeverTicked, PassedOver
from failnote.patterns.phrases import Phrase
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.replies import Tally, Unknown
from failnote.patterns.report import Beside, Report
from failnote.patterns.signs import SignFamily, SignsPassed, Timeline
from failnote.patterns.similar import LATEST as SIMILAR
from failnote.patterns.similar import Similar
from failnote.patterns.well import BesideWell
from failnote.render.blocks import capital, heading, item, pointer
from failnote.render.flow import WIDTH, flow, padded
from failnote.render.sentences import (
    says,
    says_beside,
    says_claimed_plan,
    says_plan,
    says_plan_in_short,
)
from failnote.render.strip import dots, part_around, with_plans
from failnote.render.words import Words, counted, plan_lines

CLAIMS = 4
"""Claims on the page; more are counted."""
COUNTS = 3
"""Pairs of a small journal that are told."""
UNKNOWNS = 2
WORDS = 2
WELL = 3
LATER = ("close.lay-down", "core.kept")
"""Questions whose answers are shown as what was written then, where there was no plan."""


def stands_out(report: Report, words: Words, *, only: str = "") -> Page:
    """What is more than a count, or that nothing is; ``only`` one analysis where it is named."""
    claims = [finding for finding in report.stands_out if only in ("", finding.kind)]
    if report.base.cases < report.thresholds["pair"] and not claims:
        return []
    drawn = heading("Stands out", "more than reshuffling your ticks would give")
    if not claims:
        nothing = "Nothing. What you see below is within what chance gives."
        return [*drawn, *flow(nothing, indent=4)]
    for number, finding in enumerate(claims[:CLAIMS], 1):
        told = says(finding, words)
        if isinstance(finding.data, PlanStory):
            told = says_claimed_plan(finding.data, words)
            drawn += item(str(number), capital(told))
        else:
            drawn += item(str(number), capital(told), " ", pointer(finding.reviews))
    if len(claims) > CLAIMS:
        drawn += flow(Span(f"and {len(claims) - CLAIMS} more (--all)", "dim"), indent=5)
    return drawn


def perhaps(report: Report, words: Words) -> Page:
    """What chance gives now and then; only where everything is asked for."""
    claims = [finding for finding in report.findings if finding.level == "perhaps"]
    more = report.stands_out[CLAIMS:]
    drawn: Page = []
    if more:
        drawn += heading("Stands out, too")
        for finding in more:
            drawn += item("·", capital(says(finding, words)), " ", pointer(finding.reviews))
    if claims:
        drawn += heading("Perhaps", "as likely chance as not; a question, not a finding")
        for finding in claims:
            drawn += item("?", capital(says(finding, words)), " ", pointer(finding.reviews))
    return drawn


def seen_together(report: Report, words: Words) -> Page:
    """Pairs of a journal too small to compare them."""
    pairs = report.of(PairCount)
    if report.base.cases >= report.thresholds["pair"] or not pairs:
        return []
    note = f"a count, no more; compared from {report.thresholds['pair']} cases on"
    drawn = heading("Seen together", note)
    for finding in sorted(pairs, key=lambda f: (-f.data.together, f.id))[:COUNTS]:
        data = finding.data
        one, other = words.label(data.one), words.label(data.other)
        together = counted(data.together, "case")
        drawn += flow(f"“{one}” and “{other}”: {together}", " ", pointer(finding.reviews), indent=4)
    return drawn


def plan_overview(report: Report, today: str) -> str:
    """How many plans there are in which state; empty where there is none."""
    frayed = {review.number for case in report.cases for review in case.reviews}
    plans = [p for p in report.beside.plans if p.state != "reworded" and p.review in frayed]
    states = Counter(_state(plan, today) for plan in plans)
    told = [
        (states[each], each) for each in ("due", "open", "a habit", "laid down") if states[each]
    ]
    if len(told) == 1:
        return f"{counted(len(plans), 'plan')}, {told[0][1]}"
    parts = ", ".join(f"{number} {state}" for number, state in told)
    return f"{counted(len(plans), 'plan')}: {parts}" if told else ""


def _state(data: PlanStory | PlanMade, today: str) -> str:
    if data.state == "habit":
        return "a habit"
    if data.state != "open":
        return "laid down"
    return "due" if data.due and data.due <= today else "open"


def plans(
    report: Report, words: Words, today: str, *, ascii_only: bool, in_full: bool = False
) -> Page:
    """Each plan: what it is for, its strip, its use and its counts."""
    stories = report.of(PlanStory)
    if not stories:
        return []
    strips = {row.data.code: row.data for row in report.of(Recurrence)}
    places = _places_of_plans(report)
    drawn = heading("Your plans")
    for finding in stories:
        data = finding.data
        label = words.label(data.code) if data.code else "no miss named"
        first: list[str | Span] = [Span(padded(data.plan, 4), "strong"), padded(label, 27)]
        strip = strips.get(data.code)
        if strip:
            marked = with_plans(strip.strip, strip.planned_at)
            own = places.get(data.plan, 0)
            first += dots(part_around(marked, own, WIDTH - 36), ascii_only=ascii_only)
        drawn.append(line("  ", *first))
        state = _state(data, today)
        told_of = says_plan(data) if in_full else says_plan_in_short(data)
        drawn += flow(Span("Due. " if state == "due" else "", "strong"), told_of, indent=6)
        if in_full:
            drawn += [
                each
                for text in plan_lines(data)
                for each in flow(Span(text, "own"), indent=6, hang=2)
            ]
            told = [f"In the way: {', '.join(data.obstacles)}."] if data.obstacles else []
            if state in ("a habit", "laid down"):
                told.append(capital(f"{state}."))
            for text in told:
                drawn += flow(Span(text, "dim"), indent=6)
    if in_full:
        drawn += [
            (),
            *flow(
                "If a plan works, fewer such therapies fray, so fewer are looked at. It came up "
                "less: is it the plan, other clients, or that you look differently?"
            ),
        ]
    return drawn


def _places_of_plans(report: Report) -> dict[str, int]:
    """By the plan's name, the place of its case in every strip."""
    place_of = {r.number: at for at, case in enumerate(report.cases) for r in case.reviews}
    plans = report.beside.plans
    return {plan.name: place_of[plan.review] for plan in plans if plan.review in place_of}


def not_known(report: Report, words: Words, *, everything: bool) -> Page:
    """What was passed over, what could not be said, and areas that were never ticked."""
    passed = [f for f in report.of(PassedOver) if not f.data.field and f.data.passed > 1]
    never = report.of(NeverTicked)
    unknown = report.of(Unknown)
    shown = [*passed, *never, *unknown]
    if not everything:
        shown = [*passed[:1], *unknown[:UNKNOWNS]]
        shown += [] if shown else never[:1]
    return _items("Not known, not looked at", shown, words)


def first_signs(report: Report, words: Words) -> Page:
    """The way from sign to end, and the family of signs that was there most often."""
    told = [*report.of(Timeline), *report.of(SignFamily)[:1]]
    if not told:
        return []
    text = " ".join(says(finding, words) for finding in told)
    return [*heading("First signs"), *flow(text, indent=4)]


def been_here_before(
    nearest: Sequence[Finding[Similar]], beside: Beside, words: Words, *, reviews: int = 0
) -> Page:
    """The earlier review that is nearest to one, why, and what was written then.

    Of very many ``reviews`` only the latest are gone through, and the page says so.
    """
    if not nearest:
        return []
    told = says(nearest[0], words)
    note = f"among the latest {SIMILAR} reviews" if reviews > SIMILAR else ""
    drawn = [*heading("You have been here before", note), *flow(told, indent=4)]
    for text in wrote_then(beside, nearest[0].data.earlier):
        drawn += flow("You wrote then: ", Span(text, "own"), indent=4, hang=2)
    others = [f"{f.data.earlier} ({f.data.case})" for f in nearest[1:]]
    if others:
        drawn += flow(Span(f"Also near: {', '.join(others)}.", "dim"), indent=4)
    return drawn


def wrote_then(beside: Beside, review: int) -> list[str]:
    """The plan of a review in its two lines, or else what was written for the next time."""
    for plan in beside.plans:
        if plan.review == review and (lines := plan_lines(plan)):
            return [" ".join(lines)]
    texts = {each.question: each.text for each in beside.written if each.review == review}
    return [f"“{texts[question].strip()}”" for question in LATER if question in texts][:1]


def own_words(report: Report, words: Words, *, most: int = WORDS) -> Page:
    """Phrases that came back, as they were written."""
    found = report.of(Phrase)[:most]
    read = max((finding.data.of for finding in found), default=0)
    note = (
        f"in the latest {read} reviews that say something" if 0 < read < report.base.reviews else ""
    )
    return _items("Your own words", found, words, note=note)


def beside_well(report: Report, words: Words, *, everything: bool = False) -> Page:
    """Misses that are there when things go well, too; or all of them."""
    found = report.of(BesideWell)
    there = [f for f in found if f.data.well_ticked >= WELL]
    if not (found if everything else there):
        return []
    note = f"{counted(report.base.went_well, 'look-back')}"
    if there:
        note += "; what is there, too"
    drawn = heading("Next to therapies that went well", note)
    for finding in there if everything else there[:WELL]:
        drawn += item("·", says_beside(finding.data, words))
    if everything:
        drawn += _rarely_where_well([f for f in found if f not in there], words)
    return drawn


def _rarely_where_well(found: Sequence[Finding[BesideWell]], words: Words) -> Page:
    """What sets the two apart, and the others in one list."""
    drawn: Page = []
    for finding in found:
        if finding.level == "stands-out":
            drawn += item("·", says(finding, words))
    rest = [
        f"{words.label(f.data.code)} {f.data.well_ticked}" for f in found if f.level != "stands-out"
    ]
    if rest:
        told = f"Ticked there less than {WELL} times: {', '.join(rest)}."
        drawn += item("·", Span(told, "dim"))
    return drawn


def also_counted(report: Report, words: Words) -> Page:
    """Tallies and what changed later, where everything is asked for."""
    return _items(
        "Also counted",
        [
            *report.of(SignFamily),
            *report.of(SignsPassed),
            *report.of(Tally),
            *report.of(Mix),
            *report.of(Hindsight),
            *report.of(Charge),
        ],
        words,
        numbers=False,
    )


def _items(
    title: str,
    findings: Sequence[Finding[object]],
    words: Words,
    *,
    numbers: bool = True,
    note: str = "",
) -> Page:
    if not findings:
        return []
    drawn = heading(title, note)
    for finding in findings:
        reviews = pointer(finding.reviews) if numbers and isinstance(finding.data, Phrase) else ""
        drawn += item("·", capital(says(finding, words)), " ", reviews)
    return drawn
