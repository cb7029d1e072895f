"""Patterns page: what comes back, drawn for the screen."""

from collections import Counter
from collections.abc import Callable, Sequence
from fnmatch import fnmatchcase

from failnote.page import Page, Span, line
from failnote.patterns.report import Base, Report
from failnote.patterns.similar import Similar
from failnote.patterns.well import BesideWell
from failnote.render.blocks import as_ascii, heading
from failnote.render.explain import explain_page
from failnote.render.flow import flow
from failnote.render.looking_back import side_by_side_sayings
from failnote.render.recurrence import comes_back
from failnote.render.told import (
    also_counted,
    been_here_before,
    beside_well,
    first_signs,
    not_known,
    own_words,
    perhaps,
    plan_overview,
    seen_together,
    stands_out,
    wrote_then,
)
from failnote.render.told import (
    plans as plan_section,
)
from failnote.render.view import View
from failnote.render.views import one_miss, side_by_side, signs, triangle
from failnote.render.words import (
    NO_NAMES,
    IfThen,
    Names,
    Words,
    area_lines,
    counted,
    plan_lines,
)

FEW = 5
"""Cases below which a dot is one therapy and no more."""
ALL_PHRASES = 20

FOOTER = (
    "These are only therapies you chose to review because they frayed. They say what comes back "
    "in those, not how often therapies fray, and not what made them fray."
)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_SETUPS = {"couple": "couples", "family": "families", "group": "groups"}


def patterns_page(
    report: Report,
    *,
    plans: Sequence[IfThen] = (),
    names: Names = NO_NAMES,
    ascii_only: bool = False,
    everything: bool = False,
    view: View | None = None,
) -> Page:
    """Draw the report; ``plans`` are those of the only case, where there is just one."""
    view = view or View(everything=everything, ascii_only=ascii_only)
    words = Words(report.codes, names)
    if report.base.cases == 0:
        drawn = _nothing(report.base)
    elif report.base.cases == 1:
        drawn = _only_case(report, words, plans)
    else:
        drawn = _what_comes_back(report, words, view)
    drawn.insert(0, ())
    return as_ascii(drawn) if view.ascii_only else drawn


def explanation(*, ascii_only: bool = False) -> Page:
    """How findings are worked out."""
    return as_ascii(explain_page()) if ascii_only else explain_page()


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
        line("    failnote demo       24 invented reviews, to see what this page becomes"),
        *_left_out(base),
    ]


_OPENS_UP = (
    (2, "what comes back, and which earlier review is nearest"),
    (8, "what to expect of the next ten"),
    (15, "what goes together, and what changed over time"),
)


def _only_case(report: Report, words: Words, plans: Sequence[IfThen]) -> Page:
    case, base = report.cases[0], report.base
    so_far = f"{base.reviews} reviews, all of one case" if base.reviews > 1 else "One review"
    narrowed_to = base.of > base.reviews
    so_far += " within these filters" if narrowed_to else " so far"
    drawn = [
        *_head(report),
        (),
        *flow(
            f"{so_far}: {case.code}. Nothing to compare with, so here is what you left there "
            "yourself."
        ),
    ]
    ticked = words.of_family("miss", (code for code, ticked in case.marks.items() if ticked))
    if ticked:
        drawn += [(), line("  ", Span("You ticked", "title")), *area_lines(ticked, words)]
    written = [each for plan in plans for each in plan_lines(plan)]
    written = written or wrote_then(report.beside, case.reviews[-1].number)
    if written:
        drawn += [(), line("  ", Span("You wrote, for next time", "title"))]
        for each in written:
            drawn += flow(Span(each, "own"), indent=4, hang=2)
    if not narrowed_to:
        drawn += heading("What opens up")
        drawn += [line(f"  {from_:>4} cases   {what}") for from_, what in _OPENS_UP]
    return [*drawn, *_left_out(base)]


# ------------------------------------------------------------------ two cases and more


def _what_comes_back(report: Report, words: Words, view: View) -> Page:
    drawn = _head(report)
    if overview := plan_overview(report, view.today):
        drawn += flow(Span(f"{overview}  (--plans)", "dim"))
    drawn += _body(report, words, view)
    if report.base.cases < FEW and not view.section:
        drawn += [(), *flow("With so few cases a dot weighs a lot: a reminder, not yet a pattern.")]
    pointer = "[7] is a review: failnote show 7 · how this is worked out: --explain"
    told = bool(report.of(BesideWell))
    return [
        *drawn,
        *_left_out(report.base, well_told=told),
        (),
        *flow(FOOTER),
        *flow(Span(pointer, "dim")),
    ]


def _body(report: Report, words: Words, view: View) -> Page:
    """The part between head and footer that was asked for."""
    if view.misses in words.codes:
        return one_miss(report, view.misses, words, ascii_only=view.ascii_only)
    if report.base.by:
        return [
            *stands_out(report, words, only="context"),
            *side_by_side(report, words, everything=view.everything),
        ]
    match view.section:
        case "pairs":
            return triangle(report, words, everything=view.everything)
        case "signs":
            return signs(report, words, ascii_only=view.ascii_only)
        case "plans":
            drawn = plan_section(
                report, words, view.today, ascii_only=view.ascii_only, in_full=True
            )
            return drawn or [(), *flow("No plan yet: a review ends with one.")]
        case "words":
            drawn = [
                *own_words(report, words, most=ALL_PHRASES),
                *side_by_side_sayings(report),
            ]
            least = report.thresholds["phrase"]
            return drawn or [(), *flow(f"No words came back in three of {least} reviews or more.")]
        case _:
            return _page(report, words, view)


def _page(report: Report, words: Words, view: View) -> Page:
    rows = comes_back(
        report,
        words,
        ascii_only=view.ascii_only,
        everything=view.everything,
        sort=view.sort,
        only=narrowed(view.misses),
    )
    if view.misses:
        return rows
    drawn = [*stands_out(report, words), *rows]
    if view.everything:
        drawn += perhaps(report, words)
    return [
        *drawn,
        *plan_section(
            report, words, view.today, ascii_only=view.ascii_only, in_full=view.everything
        ),
        *seen_together(report, words),
        *not_known(report, words, everything=view.everything),
        *first_signs(report, words),
        *been_here_before(report.of(Similar), report.beside, words, reviews=report.base.reviews),
        *own_words(report, words),
        *beside_well(report, words, everything=view.everything),
        *(side_by_side_sayings(report) if view.everything else ()),
        *(also_counted(report, words) if view.everything else ()),
    ]


def narrowed(misses: str) -> Callable[[str], bool]:
    """Whether a code is among those asked for; all are where nothing was."""
    return lambda code: not misses or fnmatchcase(code, misses)


# ------------------------------------------------------------------ what it rests on


def head_text(report: Report) -> str:
    """How many reviews and cases, of which months and in which setups."""
    return "".join(part for part in _head_parts(report) if part)


def _head(report: Report) -> Page:
    number, rest = _head_parts(report)
    return flow(Span(number, "strong"), Span(rest, "dim"))


def _head_parts(report: Report) -> tuple[str, str]:
    base = report.base
    number = f"{base.reviews} of {base.of} reviews"
    if base.reviews == base.of:
        number = counted(base.reviews, "review")
    if base.cases < base.reviews:
        number += f", {counted(base.cases, 'case')}"
    first, last = month(base.first), month(base.last)
    rest = [first if first == last else f"{first} – {last}", _setups(report)]
    if base.by:
        rest.append(f"by {base.by}")
    return number, "".join(f" · {part}" for part in rest if part)


def _setups(report: Report) -> str:
    found = Counter(value for case in report.cases for value in case.context.get("setup", ()))
    return ", ".join(
        f"{count} {_SETUPS.get(value, value) if count > 1 else value}"
        for value, count in sorted(found.items(), key=lambda item: (-item[1], item[0]))
    )


def month(day: str) -> str:
    """The month of an ISO date, in words."""
    return f"{_MONTHS[int(day[5:7]) - 1]} {day[:4]}"


def _left_out(base: Base, *, well_told: bool = False) -> Page:
    left = []
    if base.unfinished:
        left.append(f"{counted(base.unfinished, 'unfinished review')} left out.")
    if base.went_well and not well_told:
        left.append(f"{counted(base.went_well, 'look-back')} on what went well left out.")
    return [(), *(each for text in left for each in flow(Span(text, "dim")))] if left else []
