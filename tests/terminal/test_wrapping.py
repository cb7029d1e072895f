"""Text broken at words: nothing is lost, nothing is too wide."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.terminal.wrapping import cells, in_a_row, sentence, shorten, unfold, wrap

WORDS = st.text(st.sampled_from("ab é漢\n-\u0301"), max_size=80)


@given(WORDS, st.integers(2, 40))
def test_no_row_is_wider_than_the_columns(text: str, columns: int) -> None:
    assert max(cells(row) for row in wrap(text, columns)) <= columns


@given(WORDS, st.integers(2, 40))
def test_nothing_but_blanks_is_lost(text: str, columns: int) -> None:
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


@given(WORDS, st.integers(4, 40))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert cells(shorten(text, columns)) <= columns


@pytest.mark.parametrize(
    ("text", "columns", "rows"),
    [
        pytest.param("one two three", 7, ["one two", "three"], id="at words"),
        pytest.param("one\n\ntwo", 9, ["one", "", "two"], id="own breaks stay"),
        pytest.param("- one two three", 9, ["- one two", "  three"], id="items hang"),
        pytest.param(" 12  one two three", 12, [" 12  one two", "     three"], id="options hang"),
        pytest.param("abcdefgh", 3, ["abc", "def", "gh"], id="long words are cut"),
        pytest.param("漢字漢字", 5, ["漢字", "漢字"], id="wide characters take two columns"),
        pytest.param("", 5, [""], id="nothing is one empty row"),
    ],
)
def test_text_is_wrapped(text: str, columns: int, rows: list[str]) -> None:
    assert wrap(text, columns) == rows


def test_a_paragraph_of_a_guide_is_unfolded() -> None:
    text = "One sentence\nover two lines.\n\nAnother paragraph:\n- first\n- second"

    assert unfold(text) == ("One sentence over two lines.\n\nAnother paragraph:\n- first\n- second")


def test_sentences_that_were_chosen_stand_in_a_row() -> None:
    assert in_a_row("I saw it.; I went on.") == "I saw it; I went on."
    assert sentence("choose at most 2") == "Choose at most 2"


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("short", "short", id="fits"),
        pytest.param("two\nlines", "two lines", id="one row"),
        pytest.param("She looked, and then she nodded", "She looked, and…", id="at a word"),
    ],
)
def test_a_text_is_shortened_to_one_row(text: str, short: str) -> None:
    assert shorten(text, 17) == short
