"""Views: one analysis drawn in full, as an option asks for it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from failnote.page import Line, Page, Span, line
from failnote.patterns.contexts import ContextCount
from failnote.patterns.ended import PerEnded
from failnote.patterns.findings import Finding, Level
from failnote.patterns.pairs import PairCount
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import Report
from failnote.patterns.reshuffling import LATEST
from failnote.patterns.signs import SignFamily, SignsPassed, Timeline
from failnote.render.blocks import capital, heading, item, pointer
from failnote.render.flow import WIDTH, cells, clipped, flow, padded
from failnote.render.recurrence import LONGEST_LABEL
from failnote.render.sentences import says, says_next, says_plan
from failnote.render.strip import MOST_DOTS, dots, dots_legend, with_plans
from failnote.render.words import Words, among, counted

SIDE_BY_SIDE = 12
"""Misses that are set side by side."""
STEPS = 9
"""Misses of the triangle."""
LINES = 40
"""Therapies drawn as lines, the latest."""
LONGEST_LINE = 40
QUOTES = 4
COMPANY = 6
MOMENTS = ("core.moment", "quick.moment")
"""Questions whose answers are quoted beside a miss."""


def side_by_side(report: Report, words: Words, *, everything: bool = False) -> Page:
    """Each value of a field as a column, with the number of its cases."""
    found = report.of(ContextCount)
    field = report.base.by
    sizes = {f.data.value: f.data.cases for f in found}
    values = sorted(sizes, key=lambda value: (-sizes[value], value))
    if not values:
        name = words.names.field(field).lower()
        return [(), *flow(f"No case here says anything about “{name}”.")]
    cells_of = {(f.data.value, f.data.code): f for f in found}
    totals = {f.data.code: f.data.ticked + f.data.elsewhere_ticked for f in found}
    codes = sorted(totals, key=lambda code: (-totals[code], code))[:SIDE_BY_SIDE]
    heads = {value: f"{words.names.value(field, value)} ({sizes[value]})" for value in values}
    room = (WIDTH - 4 - LONGEST_LABEL) // 13
    note = "ticked of looked at"
    if report.base.cases > LATEST:
        note += f", in {among(report.base.cases, LATEST, 'case')}"
    drawn = heading("Side by side", note)
    for start in range(0, len(values), room):
        part = {value: heads[value] for value in values[start : start + room]}
        drawn += _columns(part, codes, cells_of, words, marks_of(everything))
    drawn.append(_legend(everything))
    return [*drawn, *_ended(report, sizes, values, words)]


def _ended(report: Report, sizes: Mapping[str, int], values: Sequence[str], words: Words) -> Page:
    """How many there were of each, where that is known, and what it does not say."""
    found = report.of(PerEnded)
    drawn: Page = []
    if found:
        drawn += heading("Beside those that ended", "failnote caseload")
        for finding in found:
            drawn += flow(capital(says(finding, words)), indent=4)
        said = "What you chose to look back on is no sample of those that ended."
    else:
        field = report.base.by
        seen = ", ".join(f"{sizes[value]} {words.names.value(field, value)}" for value in values)
        said = (
            f"That you looked back on {seen} does not say which of them fray more often: for "
            "that, failnote needs how many there were (failnote caseload)."
        )
    said += " Each cut through the journal has its own 1 in 20."
    return [*drawn, (), *flow(Span(said, "dim"))]


def _columns(
    heads: Mapping[str, str],
    codes: Sequence[str],
    cells_of: Mapping[tuple[str, str], Finding[ContextCount]],
    words: Words,
    marks: Mapping[Level, str],
) -> Page:
    """``heads`` are the values with the words above their columns."""
    wide = min(22, (WIDTH - 4 - LONGEST_LABEL) // len(heads))
    top = "".join(f"{clipped(head, wide - 3):>{wide - 2}}  " for head in heads.values())
    drawn: Page = [line(Span(" " * (4 + LONGEST_LABEL) + top, "dim"))]
    for code in codes:
        row: list[str | Span] = ["    ", padded(words.label(code), LONGEST_LABEL)]
        for value in heads:
            finding = cells_of[value, code]
            mark = marks[finding.level]
            text = f"{finding.data.ticked} of {finding.data.looked}"
            row.append(Span(f"{text:>{wide - 2}} {mark}", "strong" if mark == "*" else ""))
        drawn.append(line(*row))
    return drawn


def marks_of(everything: bool) -> Mapping[Level, str]:
    """The signs of levels; what is only perhaps one is shown where everything is asked for."""
    return {"stands-out": "*", "perhaps": "?" if everything else " ", "count": " "}


def _legend(everything: bool) -> Line:
    return line("    ", Span("* stands out" + ("   ? perhaps" if everything else ""), "dim"))


def triangle(report: Report, words: Words, *, everything: bool = False) -> Page:
    """How often each pair of the most frequent misses was ticked together."""
    codes = [row.data.code for row in report.of(Recurrence) if row.data.ticked][:STEPS]
    pairs = {frozenset((f.data.one, f.data.other)): f for f in report.of(PairCount)}
    cases = report.cases[-LATEST:]
    seen = among(len(cases), LATEST, "case") if len(report.cases) > LATEST else "cases"
    drawn = heading("Ticked together", f"{seen}; the count on its own, at the step")
    if len(codes) < 2:
        return [*drawn, line("    Nothing.")]
    labels = max(cells(words.label(code)) for code in codes)
    for step, code in enumerate(codes):
        row: list[str | Span] = [f"    {words.label(code):>{labels}} "]
        for other in codes[:step]:
            finding = pairs.get(frozenset((code, other)))
            number = sum(
                bool(case.marks.get(code)) and bool(case.marks.get(other)) for case in cases
            )
            mark = marks_of(everything)[finding.level] if finding else " "
            text = f"{number if number else '·':>4}{mark}"
            row.append(Span(text, "strong" if mark == "*" else "" if number else "dim"))
        alone = sum(bool(case.marks.get(code)) for case in cases)
        drawn.append(line(*row, Span(f"{alone:>4}", "strong")))
    drawn.append(_legend(everything))
    side = "Pairs of neighbouring questions are shown and not compared."
    drawn += flow(Span(side, "dim"), indent=4)
    for finding in report.of(PairCount):
        mark = marks_of(everything)[finding.level].strip()
        if not mark:
            continue
        drawn += item(mark, says(finding, words), " ", pointer(finding.reviews))
    return drawn


def signs(report: Report, words: Words, *, ascii_only: bool) -> Page:
    """From first sign to end, one line for each therapy, and which signs there were."""
    drawn: Page = []
    for finding in report.of(Timeline):
        note = "one line for each review, by sessions"
        if len(finding.data.lines) > LINES:
            note = f"the latest {LINES} reviews, by sessions"
        drawn += heading("From first sign to end", note)
        drawn += _lines(finding.data, ascii_only=ascii_only)
        drawn += [(), *flow(says(finding, words))]
    for family in report.of(SignFamily):
        drawn += heading(capital(says(family, words).partition(":")[0]))
        drawn += flow(capital(says(family, words).partition(": ")[2]), indent=4)
        counts = ", ".join(f"{words.label(code)} ({n})" for code, n in family.data.signs)
        drawn += flow(Span(counts, "dim"), indent=4)
    for passed in report.of(SignsPassed):
        drawn += [*heading("Seen then"), *flow(says(passed, words), indent=4)]
    if not drawn:
        least = counted(report.thresholds["sign"], "review")
        text = f"Signs are counted from {least} that name one, and the way to the end likewise."
        return [(), *flow(text)]
    return drawn


class _Glyphs(NamedTuple):
    before: str
    sign: str
    after: str
    end: str


def _lines(data: Timeline, *, ascii_only: bool) -> Page:
    glyphs = _Glyphs(*".!-x") if ascii_only else _Glyphs("·", "◇", "─", "■")
    drawn: Page = []
    latest = sorted(review for review, *_ in data.lines)[-LINES:]
    shown = [each for each in data.lines if each[0] in latest]
    longest = max(ended for *_, ended in shown)
    scale = min(1.0, (LONGEST_LINE - 1) / max(1, longest))
    for review, sign, ended in shown:
        end = round(ended * scale)
        row = [
            glyphs.before if sign is None or at < sign * scale else glyphs.after
            for at in range(end + 1)
        ]
        if sign is not None:
            row[min(end, round(sign * scale))] = glyphs.sign
        row[end] = glyphs.end
        told = f"{'?' if sign is None else sign} of {ended}"
        drawn.append(
            line(
                f"{review:>6}  ", padded("".join(row), LONGEST_LINE + 2), Span(f"{told:>9}", "dim")
            )
        )
    legend = f"{glyphs.sign} first sign, looking back   {glyphs.end} last session so far"
    return [*drawn, line("    ", Span(legend, "dim"))]


def one_miss(report: Report, code: str, words: Words, *, ascii_only: bool) -> Page:
    """Everything about one miss: its strip, its plans, own words, and what came with it."""
    row = next((f for f in report.of(Recurrence) if f.data.code == code), None)
    drawn = [*heading(capital(words.label(code)), code), *flow(words.says(code), indent=4)]
    if row is None:
        return [*drawn, (), *flow("It was not looked at in more than one case here.", indent=4)]
    data = row.data
    if len(data.strip) <= MOST_DOTS:
        strip = with_plans(data.strip, data.planned_at)
        legend = dots_legend(ascii_only=ascii_only, planned=bool(data.planned_at))
        drawn += [(), line("    ", *dots(strip, ascii_only=ascii_only))]
        drawn += [line("    ", Span(legend, "dim"))]
    told = f"Ticked in {data.ticked} of {data.looked} cases where it was looked at."
    drawn += [(), *flow(told + says_next(data), " ", pointer(row.reviews), indent=4)]
    for plan in report.of(PlanStory):
        if plan.data.code == code:
            drawn += flow(f"Plan {plan.data.plan}: {says_plan(plan.data)}", indent=4)
    drawn += _quotes(report, row.reviews)
    return drawn + _company(report, code, words)


def _quotes(report: Report, reviews: Sequence[int]) -> Page:
    cases = {review.number: review for case in report.cases for review in case.reviews}
    quoted = [
        each
        for each in sorted(report.beside.written, reverse=True)
        if each.review in reviews and each.question in MOMENTS
    ][:QUOTES]
    if not quoted:
        return []
    drawn = heading("In your own words", "the moment, newest first")
    for each in quoted:
        drawn += item(
            str(each.review), f"{cases[each.review].case}: ", Span(f"“{each.text.strip()}”", "own")
        )
    return drawn


def _company(report: Report, code: str, words: Words) -> Page:
    counts: dict[str, int] = {}
    for finding in report.of(PairCount):
        pair = (finding.data.one, finding.data.other)
        if code in pair:
            other = pair[pair[0] == code]
            counts[other] = finding.data.together
    if not counts:
        return []
    ranked = sorted(counts, key=lambda other: (-counts[other], other))[:COMPANY]
    told = ", ".join(f"{words.label(other)} ({counts[other]})" for other in ranked)
    return [*heading("Came with", "a count, no more"), *flow(capital(told) + ".", indent=4)]
