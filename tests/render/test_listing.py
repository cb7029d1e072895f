"""Lists of reviews, hits and cases."""

from collections.abc import Callable
from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from failnote.page import Span, as_text
from failnote.render.flow import cells
from failnote.render.listing import case_page, cases_page, hits_page, list_page
from failnote.review import Case
from samples import NAMES


class Row(NamedTuple):
    number: int
    date: str = "2026-03-14"
    case: str = "maple-lantern-27"
    guide: str = "core"
    kind: str = "frayed"
    state: str = "finished"
    ending: str = "dropout"
    ticked: tuple[str, ...] = ()


class Found(NamedTuple):
    number: int
    date: str
    case: str
    where: str
    section: str
    snippet: tuple[tuple[str, bool], ...]
    damaged: bool = False


ROWS = (
    Row(12, ticked=("aim never shared", "how we'd work unclear", "small signs passed by")),
    Row(7, "2026-02-14", "otter-window-04", "quick", state="open", ending=""),
    Row(3, "2026-01", "velvet-harbour-88", ending="no-progress", ticked=("pace did not fit",)),
    Row(2, "2025-12-02", "fern-kettle-10", kind="went-well", ending=""),
)
CASES = (
    Case(
        "maple-lantern-27",
        {"setup": ("individual",), "setting": ("private-practice",), "session_band": ("s9-20",)},
        "2026-05-01",
        (1, 4, 7),
    ),
    Case("otter-window-04", {}, "", (2,)),
)
HIT = Found(
    7,
    "2026-03-14",
    "maple-lantern-27",
    "core.moment",
    "What happened",
    (("… asked whether we could “do ", False), ("every other week", True), (" for a bit”.", False)),
)


def test_a_list_of_reviews(snapshot: Callable[[str, str], None]) -> None:
    snapshot("list.txt", as_text(list_page(ROWS)))


def test_a_list_of_cases(snapshot: Callable[[str, str], None]) -> None:
    snapshot("cases.txt", as_text(cases_page(CASES, NAMES)))


def test_the_card_of_a_case(snapshot: Callable[[str, str], None]) -> None:
    snapshot("case.txt", as_text(case_page(CASES[0], NAMES)))


def test_hits_of_a_search(snapshot: Callable[[str, str], None]) -> None:
    plan = Found(3, "2026-01-02", "otter-window-04", "plan", "", (("every other week", True),))

    snapshot("hits.txt", as_text(hits_page([HIT, plan])))


def test_a_damaged_hit_says_so_in_place_of_its_words() -> None:
    page = as_text(hits_page([HIT._replace(snippet=(), damaged=True)]))

    assert "DAMAGED, and left out. See: failnote journal check" in page


def test_what_was_looked_for_is_set_strong() -> None:
    spans = [span for line in hits_page([HIT]) for span in line]

    assert Span("every other week", "strong") in spans


def test_an_empty_list_is_an_empty_page() -> None:
    assert list_page([]) == hits_page([]) == cases_page([]) == []


def test_labels_that_do_not_fit_are_counted() -> None:
    (line,) = as_text(list_page(ROWS[:1])).splitlines()

    assert line.endswith("aim never shared +2")


def test_a_first_label_that_does_not_fit_is_cut() -> None:
    long = Row(
        1, guide="a-longer-name", ending="deterioration", ticked=("between us, not named", "x")
    )
    (line,) = as_text(list_page([long])).splitlines()

    assert line.endswith("… +1")
    assert len(line) <= 80


@given(
    st.lists(
        st.builds(
            Row,
            number=st.integers(1, 99_999),
            case=st.text(max_size=40),
            guide=st.text(max_size=40),
            ending=st.text(max_size=40),
            ticked=st.lists(st.text(max_size=40), max_size=3).map(tuple),
        ),
        max_size=3,
    )
)
def test_no_line_is_wider_than_eighty_columns(rows: list[Row]) -> None:
    for line in list_page(rows):
        assert sum(cells(span.text) for span in line) <= 80
