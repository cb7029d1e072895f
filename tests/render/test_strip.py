"""Strips: dots for each case, bars for each stretch of time."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.page import Span
from failnote.render.strip import bars, calendar, dots


def drawn(spans: list[Span]) -> str:
    return "".join(span.text for span in spans)


def test_dots_keep_their_places() -> None:
    assert drawn(dots("#.?#", ascii_only=False)) == "●·?●"
    assert drawn(dots("#.?#", ascii_only=True)) == "#.?#"


@pytest.mark.parametrize(
    ("dates", "stretch", "columns"),
    [
        (["2026-01-01"], "month", 1),
        (["2026-01", "2026-12-31"], "month", 12),
        (["2024-01-01", "2026-01-01"], "quarter", 9),
        (["2021-01-01", "2026-06-01"], "quarter", 22),
        (["2020-06-01", "2026-06-01"], "half-year", 13),
        (["2010-01-01", "2026-06-01"], "year", 17),
        (["1990-01-01", "2026-06-01"], "2 years", 19),
    ],
)
def test_bars_stand_for_the_shortest_stretch_that_fits(
    dates: list[str], stretch: str, columns: int
) -> None:
    found = calendar(dates)

    assert (found.stretch, found.columns) == (stretch, columns)


def test_bars_show_the_share_of_the_cases_looked_at() -> None:
    dates = ["2025-01-10"] * 4 + ["2025-02-10"] * 3 + ["2025-03-10", "2025-04-10"]
    when = calendar(dates)

    assert bars("##..#?#?.", when, ascii_only=False) == "▄█ ."
    assert bars("##..#?#?.", when, ascii_only=True) == "49 ."


def test_one_of_many_is_never_drawn_as_none() -> None:
    when = calendar(["2025-01-10"] * 100)

    assert bars("#" + "." * 99, when, ascii_only=True) == "1"


def test_years_stand_above_the_columns_in_which_they_begin() -> None:
    assert calendar(["2021-01-01", "2026-06-01"]).years == "21  22  23  24  25  26"


@given(st.lists(st.dates(), min_size=1, max_size=50))
def test_every_case_finds_its_bar(days: list[object]) -> None:
    dates = sorted(str(day) for day in days)
    when = calendar(dates)

    assert 1 <= when.columns <= 22
    assert len(when.years) == when.columns
    assert all(0 <= place < when.columns for place in when.places)
