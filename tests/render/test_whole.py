"""Whole reviews as CSV and as Markdown, whatever their owner wrote."""

import csv
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.render.whole_csv import COLUMNS, harmless, head_row, review_rows
from failnote.render.whole_markdown import review_markdown
from failnote.review import Insight, Review
from render.test_note import ATTACK, FRONT, reworded, structure
from samples import CODES, CORE, NAMES

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "|x", "\ufeff=1", "%0A"]


@pytest.mark.parametrize("formula", FORMULAS)
def test_row_39_no_cell_is_a_formula(formula: str) -> None:
    assert harmless(formula).strip().startswith("'")
    assert harmless(f"said\n{formula}").split("\n")[-1].startswith("'")


@given(st.text())
def test_row_39_no_line_of_a_cell_begins_with_what_a_spreadsheet_computes(text: str) -> None:
    assert not any(
        row.lstrip().startswith(("=", "+", "-", "@", "\t")) for row in harmless(text).split("\n")
    )


@pytest.mark.parametrize("words", ["plain", ATTACK, FRONT, 'a "quoted", cell;\n=x', "\x00\x1b"])
def test_every_row_has_every_column(words: str) -> None:
    review = replace(CORE, insights=(Insight("i", "2026-05-01", words),), supervision_answer=words)
    text = head_row() + "".join(review_rows(review))

    rows = list(csv.reader(text.splitlines(keepends=True)))

    assert {len(row) for row in rows} == {len(COLUMNS)}


def page(review: Review) -> str:
    return review_markdown(review, CODES, NAMES)


@pytest.mark.parametrize("place", reworded("").keys())
def test_no_answer_changes_the_sections_of_the_page(place: str) -> None:
    lines = "\n\n".join("x" for line in FRONT.splitlines() if line)

    assert structure(page(reworded(FRONT)[place](CORE))) == structure(
        page(reworded(lines)[place](CORE))
    )
    assert structure(page(reworded(ATTACK)[place](CORE))) == structure(
        page(reworded("x")[place](CORE))
    )


def test_the_page_has_every_part_under_its_heading() -> None:
    review = replace(
        CORE, insights=(Insight("i", "2026-05-01", "Mine."),), supervision_answer="Ask."
    )
    heads = [line.lstrip("# ") for line in page(review).splitlines() if line.startswith("#")]

    assert heads[0] == "Review 7: maple-lantern-27"
    assert heads[-4] == "Ticked"
    assert heads[-3:-1] == ["Plan 7", "What the supervisor said (2026-03-28)"]
    assert heads[-1] == "Added later"
