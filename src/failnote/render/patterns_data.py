"""Patterns data: findings as JSON, CSV and Markdown."""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from failnote.exchange.writing import NO_MARKS, as_json
from failnote.patterns.findings import Finding
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import Report
from failnote.render.blocks import capital
from failnote.render.markdown import inline
from failnote.render.patterns import FOOTER, head_text, narrowed
from failnote.render.sentences import says, says_claimed_plan
from failnote.render.words import NO_NAMES, Names, Words, plan_lines

SCHEMA = "failnote.patterns/1"
FEWEST = 3
"""Cases below which a page that may be handed on gives no numbers: few could be recognised."""
TOO_FEW = "Fewer than 3 cases: too few for a page that may be handed on."
COLUMNS = ("id", "kind", "level", "says", "reviews")
FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet would take a cell for a formula by."""

_TITLES = {
    "plan": "Your plans",
    "skip": "Not looked at",
    "never": "Never ticked",
    "unknown": "Not known",
    "timeline": "First signs",
    "sign": "Signs",
    "signs-passed": "Seen then",
    "context": "Side by side",
    "ended": "Beside those that ended",
    "similar": "You have been here before",
    "phrase": "Your own words",
    "well": "Next to therapies that went well",
    "told": "Worth reading side by side",
    "mix": "Lately, and before",
    "hindsight": "Looking back again",
    "charge": "Before and after writing",
    "tally": "Also counted",
}
"""Analyses with a section of their own, in its order."""
_MOST = 12
"""Findings of one section."""


def patterns_json(
    report: Report, names: Names = NO_NAMES, *, marks: Mapping[str, object] = NO_MARKS
) -> str:
    """The report as ``failnote.patterns/1``; the numbers of a finding stand beside its id.

    ``marks`` are keys that say what the whole thing is: ``invented``, ``masked``.
    """
    words = Words(report.codes, names)
    whole = {
        "schema": SCHEMA,
        **marks,
        "base": report.base._asdict(),
        "thresholds": dict(report.thresholds),
        "findings": [_whole(finding, words) for finding in report.findings],
    }
    return as_json(whole, indent=2) + "\n"


def patterns_csv(
    report: Report, names: Names = NO_NAMES, *, marks: Mapping[str, object] = NO_MARKS
) -> str:
    """One line for each finding; numbers in columns, what is no number or word as JSON.

    ``marks`` are columns that say of every line what it is.
    """
    words = Words(report.codes, names)
    rows = [_whole(finding, words) for finding in report.findings]
    if report.base.cases < FEWEST:
        rows = []
    columns = list(dict.fromkeys([*marks, *COLUMNS, *(key for row in rows for key in row)]))
    paper = io.StringIO()
    writer = csv.writer(paper, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        row["reviews"] = " ".join(map(str, row["reviews"]))  # type: ignore[call-overload]
        writer.writerow([_cell(({**marks} | row).get(column)) for column in columns])
    return paper.getvalue()


def patterns_markdown(
    report: Report, names: Names = NO_NAMES, *, misses: str = "", header: str = ""
) -> str:
    """The report as a page of Markdown; what its owner wrote cannot become markup.

    ``header`` is what is said about masking, or empty.
    """
    words = Words(report.codes, names)
    title = "# What comes back" + (f" ({header})" if header else "")
    parts = [title, inline(head_text(report))]
    if report.base.cases < FEWEST:
        return "\n\n".join([*parts, TOO_FEW]) + "\n"
    wanted = narrowed(misses)
    rows = [f for f in report.of(Recurrence) if f.data.ticked > 1 and wanted(f.data.code)]
    parts += ["## Stands out", *_claims(report, words)]
    parts += ["## Comes back", _table(rows, words) if rows else "Nothing."]
    for kind, title in _TITLES.items():
        found = [finding for finding in report.findings if finding.kind == kind][:_MOST]
        if found:
            listed = [
                f"- {inline(capital(says(f, words)))}{_reviews(f)}{_plan_words(f)}" for f in found
            ]
            parts += [f"## {title}", "\n".join(listed)]
    return "\n\n".join([*parts, f"> {FOOTER}"]) + "\n"


def _claims(report: Report, words: Words) -> Iterator[str]:
    if not report.stands_out:
        few = report.base.cases < report.thresholds["pair"]
        least = report.thresholds["pair"]
        yield (
            f"Nothing is compared below {least} cases."
            if few
            else ("Nothing. What you see below is within what chance gives.")
        )
        return
    lines = []
    for number, finding in enumerate(report.stands_out, 1):
        data = finding.data
        told = (
            says_claimed_plan(data, words) if isinstance(data, PlanStory) else says(finding, words)
        )
        lines.append(f"{number}. {inline(capital(told))}{_reviews(finding)}")
    yield "\n".join(lines)


def _table(rows: list[Finding[Recurrence]], words: Words) -> str:
    lines = ["| miss | ticked | looked at | next ten |", "|---|---:|---:|---:|"]
    for row in rows:
        ahead = "–".join(map(str, dict.fromkeys(row.data.next_ten or ())))
        label = inline(words.label(row.data.code)).replace("|", "\\|")
        lines.append(f"| {label} | {row.data.ticked} | {row.data.looked} | {ahead} |")
    return "\n".join(lines)


def _reviews(finding: Finding[object]) -> str:
    numbers = ", ".join(map(str, finding.reviews))
    return f" (review{'s' if len(finding.reviews) > 1 else ''} {numbers})" if numbers else ""


def _plan_words(finding: Finding[object]) -> str:
    """A plan's two sentences, each in a paragraph of its own beneath the item."""
    if not isinstance(finding.data, PlanStory):
        return ""
    return "".join(f"\n\n  {inline(text)}" for text in plan_lines(finding.data))


def _whole(finding: Finding[object], words: Words) -> dict[str, object]:
    data = finding.data
    numbers = as_table() if (as_table := getattr(data, "_asdict", None)) else {}
    return {
        "id": finding.id,
        "kind": finding.kind,
        "level": finding.level,
        "says": says(finding, words),
        "reviews": list(finding.reviews),
        **{key: _rounded(value) for key, value in numbers.items()},
    }


def _rounded(value: object) -> object:
    """Numbers of chance to four places: more would claim more than 1,000 shuffles can tell."""
    return round(value, 4) if isinstance(value, float) else value


def _cell(value: object) -> object:
    if isinstance(value, list | tuple | dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return "yes" if value is True else "" if value is None else value
