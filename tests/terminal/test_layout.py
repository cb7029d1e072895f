"""What a question looks like in a terminal of any size."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.terminal.layout import Row, View, frame, option_rows, visible

QUESTION = "Which of these was there, whether or not you saw it at the time when it happened?"


def view(**changed: object) -> View:
    given = {
        "ask": QUESTION,
        "head": "Contract 2/5 · about 8 min left",
        "help": "Take what you would tell a colleague. " * 20,
        "keys": ("↑↓ move", "Space mark", "Enter done"),
        "ways": ("Esc back", "Tab skip", "? help", "F8 urgent", "Ctrl-C pause"),
    }
    return View(**{**given, **changed})  # type: ignore[arg-type]


def words(rows: list[Row]) -> str:
    return " ".join(piece for row in rows for _, piece in row)


@given(
    st.integers(20, 200),
    st.integers(8, 60),
    st.integers(1, 60),
    st.integers(0, 9),
    st.sampled_from(["", "choose at most 4"]),
)
def test_the_picture_fits_and_the_answer_has_its_place(
    columns: int, rows: int, wanted: int, page: int, trouble: str
) -> None:
    framed = frame(view(page=page, trouble=trouble), wanted, columns, rows)

    assert len(framed.above) + framed.room + len(framed.below) == rows
    assert framed.room >= min(wanted, 3)
    for row in (*framed.above, *framed.below):
        assert sum(len(piece) for _, piece in row) < columns


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 16), (200, 50), (40, 12)])
def test_question_and_keys_are_seen_beside_a_long_list(columns: int, rows: int) -> None:
    framed = frame(view(), 26, columns, rows)

    assert QUESTION in words(framed.above)
    assert "Ctrl-C pause" in words(framed.below)


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (40, 16)])
def test_every_page_of_a_long_help_can_be_read(columns: int, rows: int) -> None:
    pages = frame(view(page=1), 26, columns, rows).pages
    read = " ".join(
        words(frame(view(page=page), 26, columns, rows).above) for page in range(1, pages + 1)
    )

    assert pages > (columns < 80)
    assert read.count("colleague") == 20


def test_everything_around_an_answer_is_seen_where_there_is_room() -> None:
    framed = frame(
        view(
            note="Taken up again.", lead="Up to 4", trouble="choose at most 4", unsaved="Not saved."
        ),
        *(3, 80, 24),
    )

    assert [row[0][1] for row in framed.above if row] == [
        "Contract 2/5 · about 8 min left",
        "Taken up again.",
        *("Which of these was there, whether or not you saw it at the time when it", "happened?"),
        "Up to 4",
    ]
    assert [row[0][1] for row in framed.below if row][:2] == ["Choose at most 4", "Not saved."]


def test_a_hint_breaks_between_keys_only() -> None:
    rows = [row[0][1] for row in frame(view(), 1, 30, 24).below if row]

    assert rows == [
        "↑↓ move · Space mark",
        "Enter done",
        "Esc back · Tab skip · ? help",
        "F8 urgent · Ctrl-C pause",
    ]


def test_a_long_option_hangs() -> None:
    rows = option_rows("stopped doing what we had agreed", "[ ] ", pointed=True, width=24)

    assert [row[0][1] for row in rows] == ["> [ ] stopped doing what", "      we had agreed"]


@given(
    st.lists(st.integers(1, 3), min_size=1, max_size=40),
    st.data(),
    st.integers(5, 30),
)
def test_the_pointer_is_always_seen(heights: list[int], data: st.DataObject, room: int) -> None:
    pointer = data.draw(st.integers(0, len(heights) - 1))
    top = data.draw(st.integers(0, len(heights) - 1))

    first, last = visible(heights, pointer, top, room)

    assert first <= pointer < last
    more = (first, last) != (0, len(heights))
    assert sum(heights[first:last]) + more <= room


def test_a_list_moves_no_more_than_it_must() -> None:
    heights = [1] * 26

    assert visible(heights, pointer=5, top=0, room=11) == (0, 10)
    assert visible(heights, pointer=9, top=0, room=11) == (1, 11)
    assert visible(heights, pointer=5, top=1, room=11) == (1, 11)
    assert visible(heights, pointer=25, top=1, room=11) == (16, 26)
