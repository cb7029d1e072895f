"""Questions: what a report may be asked in supervision, one neutral question for each finding."""

from collections.abc import Iterator, Sequence

from failnote.patterns.contexts import ContextCount
from failnote.patterns.findings import Finding
from failnote.patterns.pairs import PairCount
from failnote.patterns.passed_over import PassedOver
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.replies import Unknown
from failnote.patterns.report import Report
from failnote.patterns.trends import Trend
from failnote.patterns.well import BesideWell
from failnote.render.blocks import capital
from failnote.render.chances import listed
from failnote.render.words import Words

MOST = 4
"""Questions on the page; a line for one's own stands below them."""
NAMED = 7
"""Reviews that a question names."""
SELDOM = 0.5
"""A plan done less often than this share of its chances is asked about."""
WELL = 3
"""Ticks where it went well from which that is asked about."""


def questions(report: Report, words: Words) -> list[str]:
    """The questions, those about what stands out first; each once."""
    return list(dict.fromkeys(_all(report, words)))[:MOST]


def _all(report: Report, words: Words) -> Iterator[str]:
    for finding in report.stands_out:
        if not report.base.by or finding.kind == "context":
            yield from _about(finding, words)
    for plan in report.of(PlanStory):
        yield from _about_use(plan.data)
    for beside in report.of(BesideWell):
        if beside.data.well_ticked >= WELL and beside.level != "stands-out":
            label = words.label(beside.data.code)
            yield f"“{label}” is there when things go well, too. What is different then?"
    again = [row for row in report.of(Recurrence) if row.data.ticked > 1]
    for row in again[:2]:
        yield (
            f"{_reviews(row.reviews)}: what do the moments have in common in which I ticked "
            f"“{words.label(row.data.code)}”?"
        )
    for unknown in report.of(Unknown)[:1]:
        data = unknown.data
        yield (
            f"“{data.asked}” stayed open in {data.unknown} of {data.answered}. What would I need "
            "in order to know?"
        )


def _about(finding: Finding[object], words: Words) -> Iterator[str]:
    match finding.data:
        case PairCount() as data:
            yield (
                f"{_reviews(finding.reviews)}, side by side: what was I doing in the minutes "
                f"before “{words.label(data.other)}”?"
            )
        case PlanStory() as data:
            label = words.label(data.code)
            yield (
                f"“{label}” came up less. Is it the plan, other clients, or that I look "
                "differently?"
            )
        case PassedOver() as data if data.field:
            value = words.names.value(data.field, data.value)
            area = words.names.area(data.area)
            yield f"{capital(value)}: what would {area} look like, if I looked?"
        case ContextCount() as data:
            value = words.names.value(data.field, data.value)
            yield f"{capital(value)} and “{words.label(data.code)}”: what is different in the room?"
        case Trend() as data:
            label = words.label(data.code)
            yield f"“{label}” over time: has my work changed, my clients, or the way I look?"
        case BesideWell() as data:
            label = words.label(data.code)
            yield f"“{label}”: how do I meet that moment when things go well?"


def _about_use(data: PlanStory) -> Iterator[str]:
    if data.came_up and data.did is not None and data.did < data.came_up * SELDOM:
        yield (
            f"Plan {data.plan}: its moment came up {data.came_up} times, and I did it in {data.did} "
            "of them. What stands in its way?"
        )


def _reviews(numbers: Sequence[int]) -> str:
    named = [str(number) for number in numbers[:NAMED]]
    if len(numbers) > NAMED:
        return f"Reviews {', '.join(named)} and {len(numbers) - NAMED} more"
    return f"Review{'s' if len(named) > 1 else ''} {listed(named)}"
