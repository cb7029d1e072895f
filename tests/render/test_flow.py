"""Words set into lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.page import Page, Span, as_text
from failnote.render.blocks import as_ascii
from failnote.render.flow import WIDTH, cells, clipped, flow, padded

texts = st.text(max_size=200) | st.text(alphabet="ab 日\n", max_size=200)


def test_long_text_is_set_with_an_indent_and_a_hanging_one() -> None:
    page = flow("one two three " * 8, indent=4, hang=2)

    assert as_text(page).splitlines()[0].startswith("    one two")
    assert as_text(page).splitlines()[1].startswith("      t")


def test_signs_that_grow_longer_in_ascii_take_the_room_of_blanks() -> None:
    page: Page = [(Span("  ±"), Span("x" * (WIDTH - 5)), Span("  "))]

    assert as_text(as_ascii(page)) == " +-" + "x" * (WIDTH - 5) + "\n"


def test_line_breaks_of_the_text_stay() -> None:
    assert as_text(flow("one\n\ntwo\u2028three", indent=0)) == "one\n\ntwo\nthree\n"


def test_spans_without_a_blank_between_them_stay_one_word() -> None:
    (line,) = flow("“", Span("how we work", "own"), "”, he ", Span("said", "strong"), indent=0)

    assert "".join(span.text for span in line) == "“how we work”, he said"
    assert Span("how we work", "own") in line


def test_a_word_longer_than_the_line_is_cut() -> None:
    page = flow("see " + "x" * 200, indent=2)

    assert [len(line) for line in as_text(page).splitlines()] == [5, 80, 80, 46]


@given(texts, st.integers(0, 20), st.integers(0, 10))
def test_no_line_is_wider_than_the_screen(text: str, indent: int, hang: int) -> None:
    for line in flow(text, indent=indent, hang=hang):
        assert sum(cells(span.text) for span in line) <= WIDTH


@given(st.lists(st.sampled_from(["one", " two", "three ", "\n", "", "日本語", "x" * 90])))
def test_no_letter_is_lost_and_none_is_added(parts: list[str]) -> None:
    page = flow(*parts, indent=0)

    assert "".join(as_text(page).split()) == "".join("".join(parts).split())


@given(st.text(max_size=30), st.integers(2, 20))
def test_padded_text_takes_exactly_its_columns(text: str, columns: int) -> None:
    assert cells(padded(text, columns)) == columns


def test_clipped_text_says_that_it_goes_on() -> None:
    assert clipped("agreement not revisited", 12) == "agreement n…"
    assert clipped("short", 12) == "short"


@pytest.mark.parametrize(
    ("text", "columns"), [("abc", 3), ("日本", 4), ("e\u0301", 1), ("a\u200db", 2), ("●·?", 3)]
)
def test_columns_are_counted_as_a_terminal_does(text: str, columns: int) -> None:
    assert cells(text) == columns
