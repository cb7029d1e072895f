"""Whole as CSV: everything in a review, a row for each answer, mark, plan and later word."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping

from failnote.exchange.writing import NO_MARKS
from failnote.render.words import plan_lines, spelled
from failnote.review import Answer, FollowUp, Plan, Review

COLUMNS = (
    *("review", "case", "date", "guide", "kind", "state"),
    *("part", "id", "asked", "status", "text"),
)
_FORMULA = re.compile(r"[\s\ufeff\u200b\u00ad]*[=+\-@|%\uff1d\uff0b\uff0d\uff20]|\t")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")

Cells = tuple[str, str, str, str, str]
"""Part, id, what was asked, status, text."""


def head_row(marks: Mapping[str, object] = NO_MARKS) -> str:
    """The names of the columns."""
    return as_row((*COLUMNS, *marks))


def review_rows(review: Review, marks: Mapping[str, object] = NO_MARKS) -> Iterator[str]:
    """The rows of one review; ``marks`` are columns that say of every row what it is."""
    own = (str(review.number), review.case, review.date, review.guide, review.kind, review.state)
    said = ["yes" if mark is True else str(mark) for mark in marks.values()]
    for cells in _parts(review):
        yield as_row((*own, *cells, *said))


def as_row(cells: Iterable[str]) -> str:
    """One row of CSV with its line break, in which no cell is a formula for a spreadsheet."""
    paper = io.StringIO()
    csv.writer(paper, lineterminator="\n").writerow(map(harmless, cells))
    return paper.getvalue()


def harmless(cell: str) -> str:
    """The cell without controls; an apostrophe before every line that could be a formula."""
    cell = _CONTROL.sub(" ", cell.replace("\r\n", "\n").replace("\r", "\n"))
    # A cell that is pasted falls into rows again, so each of its lines is looked at.
    return "\n".join("'" + row if _FORMULA.match(row) else row for row in cell.split("\n"))


def _parts(review: Review) -> Iterator[Cells]:
    yield "review", review.id, "", "", ""
    for field, values in review.context.items():
        yield "context", field, "", "", "; ".join(values)
    yield from _answers("answer", review.answers)
    for mark in review.marks:
        yield "mark", mark.code, "", "ticked" if mark.ticked else "looked at", ""
    for plan in review.plans:
        yield from _plan(plan)
    for insight in review.insights:
        yield "insight", "", insight.date, "", insight.text
    if review.supervision_answer:
        yield "supervision", "", review.supervision_date, "", review.supervision_answer
    yield from _answers("kept beside", review.others)


def _answers(part: str, answers: Iterable[Answer]) -> Iterator[Cells]:
    for answer in answers:
        yield part, answer.question, answer.asked, answer.status, answer.text


def _plan(plan: Plan) -> Iterator[Cells]:
    due = f"due {plan.due}" if plan.due else ""
    yield "plan", plan.name, due, plan.state, " ".join(plan_lines(plan))
    for follow_up in plan.follow_ups:
        yield "follow-up", plan.name, follow_up.date, follow_up.verdict, _facts(follow_up)
        yield from _answers("follow-up answer", follow_up.answers)


def _facts(follow_up: FollowUp) -> str:
    facts = (
        f"came up {follow_up.came_up}" if follow_up.came_up is not None else "",
        f"done {follow_up.did}" if follow_up.did is not None else "",
        ", ".join(map(spelled, follow_up.obstacles)),
    )
    return "; ".join(filter(None, facts))
