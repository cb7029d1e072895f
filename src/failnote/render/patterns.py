"""Patterns page: what comes back, drawn for the screen."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, is_dataclass

from failnote.page import Page, Span, line
from failnote.patterns.report import Base, Report
from failnote.render.flow import flow
from failnote.render.recurrence import comes_back
from failnote.render.sentences import says
from failnote.render.words import NO_NAMES, Names, Words, area_lines, counted, plan_lines
from failnote.review import Plan

SCHEMA = "failnote.patterns/1"
FEW = 5
"""Cases below which a dot is one therapy and no more."""

FOOTER = (
    "These are only therapies you chose to review because they frayed. They say what comes back "
    "in those, not how often therapies fray, and not what made them fray."
)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SETUPS = {"couple": "couples", "family": "families", "group": "groups"}
_ASCII = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "·": "-", "→": "->", "…": "..."}
)


def patterns_page(
    report: Report,
    *,
    plans: Sequence[Plan] = (),
    names: Names = NO_NAMES,
    ascii_only: bool = False,
    everything: bool = False,
) -> Page:
    """Draw the report; ``plans`` are those of the only case, where there is just one."""
    words = Words(report.codes, names)
    if report.base.cases == 0:
        drawn = _nothing(report.base)
    elif report.base.cases == 1:
        drawn = _only_case(report, words, plans)
    else:
        drawn = _what_comes_back(report, words, ascii_only=ascii_only, everything=everything)
    drawn.insert(0, ())
    if ascii_only:
        return [tuple(Span(s.text.translate(_ASCII), s.style) for s in each) for each in drawn]
    return drawn


def patterns_json(report: Report) -> str:
    """The report as ``failnote.patterns/1``; the numbers of a finding stand beside its id."""
    words = Words(report.codes)
    findings = [
        {
            "id": finding.id,
            "kind": finding.kind,
            "level": finding.level,
            "says": says(finding, words),
            "reviews": list(finding.reviews),
            **_numbers(finding.data),
        }
        for finding in report.findings
    ]
    whole = {
        "schema": SCHEMA,
        "base": asdict(report.base),
        "thresholds": dict(report.thresholds),
        "findings": findings,
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _numbers(data: object) -> dict[str, object]:
    return asdict(data) if is_dataclass(data) and not isinstance(data, type) else {}


# ------------------------------------------------------------------ no case, one case


def _nothing(base: Base) -> Page:
    if base.of:
        none = f"None of your {counted(base.of, 'review')} fits these filters."
        return [*flow(Span(none, "strong")), *_left_out(base)]
    return [
        *flow(Span("Nothing to compare yet.", "strong")),
        (),
        *flow(
            "Patterns begin with the second case. A review takes a quarter of an hour and can be "
            "paused."
        ),
        (),
        line("    failnote review     look back on one therapy that frayed"),
        *_left_out(base),
    ]


def _only_case(report: Report, words: Words, plans: Sequence[Plan]) -> Page:
    case = report.cases[0]
    many = report.base.reviews > 1
    so_far = f"{report.base.reviews} reviews, all of one case" if many else "One review"
    drawn = [
        *_head(report),
        (),
        *flow(
            f"{so_far} so far: {case.code}. Nothing to compare with, so here is what you left "
            "there yourself."
        ),
    ]
    ticked = words.of_family("miss", (code for code, ticked in case.marks.items() if ticked))
    if ticked:
        drawn += [(), line("  ", Span("You ticked", "title")), *area_lines(ticked, words)]
    written = [each for plan in plans for each in plan_lines(plan)]
    if written:
        drawn += [(), line("  ", Span("You wrote, for next time", "title"))]
        for each in written:
            drawn += flow(Span(each, "own"), indent=4, hang=2)
    return [
        *drawn,
        (),
        *flow("From the second case on, this page shows what comes back: one dot for each case."),
        *_left_out(report.base),
    ]


# ------------------------------------------------------------------ two cases and more


def _what_comes_back(report: Report, words: Words, *, ascii_only: bool, everything: bool) -> Page:
    drawn = _head(report)
    drawn += comes_back(report, words, ascii_only=ascii_only, everything=everything)
    if report.base.cases < FEW:
        drawn += [(), *flow("With so few cases a dot weighs a lot: a reminder, not yet a pattern.")]
    every = "Every miss, with its code and the reviews behind it: failnote patterns --all"
    pointer = "[7] is a review: failnote show 7" if everything else every
    return [*drawn, *_left_out(report.base), (), *flow(FOOTER), *flow(Span(pointer, "dim"))]


# ------------------------------------------------------------------ what it rests on


def _head(report: Report) -> Page:
    base = report.base
    number = f"{base.reviews} of {base.of} reviews"
    if base.reviews == base.of:
        number = counted(base.reviews, "review")
    if base.cases < base.reviews:
        number += f", {counted(base.cases, 'case')}"
    first, last = _month(base.first), _month(base.last)
    months = first if first == last else f"{first} – {last}"
    setups = _setups(report)
    return flow(
        Span(number, "strong"), Span(f" · {months}" + (f" · {setups}" if setups else ""), "dim")
    )


def _setups(report: Report) -> str:
    found = Counter(value for case in report.cases for value in case.context.get("setup", ()))
    return ", ".join(
        f"{count} {_SETUPS.get(value, value) if count > 1 else value}"
        for value, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def _month(day: str) -> str:
    return f"{_MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def _left_out(base: Base) -> Page:
    left = []
    if base.unfinished:
        left.append(f"{counted(base.unfinished, 'unfinished review')} left out.")
    if base.went_well:
        left.append(f"{counted(base.went_well, 'look-back')} on what went well left out.")
    return [(), *(each for text in left for each in flow(Span(text, "dim")))] if left else []
