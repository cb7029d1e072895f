"""Table: rows of any query as columns on a screen, as CSV or as JSON."""

import csv
import io
import json
from collections.abc import Iterable, Sequence

from failnote.page import Page, Span, line
from failnote.render.flow import cells, clipped, padded

WIDEST = 60
"""Columns that one value takes at most on a screen."""
NOTHING = "–"

Values = Sequence[object]


def table_page(columns: Sequence[str], rows: Iterable[Values]) -> Page:
    """Draw the rows under their headings; long values are cut."""
    head = [clipped(name, WIDEST) for name in columns]
    body = [[clipped(_flat(value), WIDEST) for value in row] for row in rows]
    widths = [max(map(cells, column)) for column in zip(head, *body, strict=True)]
    drawn = [
        "  ".join(padded(value, width) for value, width in zip(row, widths, strict=True)).rstrip()
        for row in (head, *body)
    ]
    return [line(Span(drawn[0], "dim")), *(line(Span(row, "own")) for row in drawn[1:])]


def as_csv(columns: Sequence[str], rows: Iterable[Values]) -> str:
    """Write the rows as RFC 4180 has it, with a heading."""
    paper = io.StringIO()
    writer = csv.writer(paper)
    writer.writerow(columns)
    writer.writerows([["" if value is None else value for value in row] for row in rows])
    return paper.getvalue()


def as_json(columns: Sequence[str], rows: Iterable[Values]) -> str:
    """Write a list of objects, one for each row, keyed by column."""
    found = [dict(zip(columns, row, strict=True)) for row in rows]
    return json.dumps(found, ensure_ascii=False, indent=1, default=str) + "\n"


def _flat(value: object) -> str:
    return NOTHING if value is None else " ".join(str(value).split())
