"""Typed text is wrapped at words, and the cursor follows the rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prompt_toolkit.buffer import Buffer
from prompt_toolkit.document import Document
from prompt_toolkit.layout.controls import BufferControl
from prompt_toolkit.layout.processors import Transformation, TransformationInput
from prompt_toolkit.utils import get_cwidth

from failnote.terminal.field import Field, WordWrap, row_starts

TYPED = st.text(st.sampled_from("abc  漢é"), max_size=120)


def rows_of(line: str, width: int) -> list[str]:
    starts = row_starts(line, width)
    return [line[a:b] for a, b in zip(starts, (*starts[1:], None), strict=True)]


def wrapped(line: str, width: int) -> Transformation:
    given = TransformationInput(
        BufferControl(), Document(line), 0, lambda index: index, [("", line)], width, 10
    )
    return WordWrap().apply_transformation(given)


@given(TYPED, st.integers(4, 30))
def test_rows_fit_and_lose_nothing(line: str, width: int) -> None:
    rows = rows_of(line, width)

    assert "".join(rows) == line
    assert all(get_cwidth(row) <= width for row in rows)
    assert all(rows[:-1])


def test_rows_break_at_words() -> None:
    assert rows_of("I said of course and went on", 12) == ["I said of ", "course and ", "went on"]


def test_a_word_that_is_too_long_is_cut() -> None:
    assert rows_of("ab " + "x" * 12, 8) == ["ab ", "xxxxxxx", "xxxxx"]


@given(TYPED, st.integers(4, 30))
def test_every_place_in_the_text_has_its_place_on_the_screen(line: str, width: int) -> None:
    made = wrapped(line, width)
    places = [made.source_to_display(index) for index in range(len(line) + 1)]

    assert [made.display_to_source(place) for place in places] == list(range(len(line) + 1))
    assert places == sorted(set(places))


def test_a_direction_mark_in_typed_text_is_shown_as_a_replacement() -> None:
    assert wrapped("a\u202eb", 20).fragments == [("", "a\ufffdb")]


@pytest.mark.parametrize(
    ("moves", "before"),
    [
        pytest.param("d", "one two three fo", id="down one row"),
        pytest.param("dd", "one two three four five six\nse", id="down into the next line"),
        pytest.param("ddd", "one two three four five six\nse", id="down stops at the end"),
        pytest.param("ddu", "one two three fo", id="up into the line above"),
        pytest.param("du", "on", id="up one row"),
        pytest.param("u", "on", id="up stops at the start"),
    ],
)
def test_up_and_down_go_by_rows(moves: str, before: str) -> None:
    text = "one two three four five six\nseven"
    field = Field(Buffer(document=Document(text, 2)), lines=3)
    field.wanted(14 + 3, 24)  # rows of 14: "one two three ", "four five six"

    for move in moves:
        field.row_down() if move == "d" else field.row_up()

    assert field.buffer.document.text_before_cursor == before
