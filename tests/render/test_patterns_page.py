"""The page of patterns and its JSON, for journals of every size."""

import json
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.page import as_text
from failnote.patterns.findings import MarkedReview
from failnote.patterns.report import Report, report
from failnote.render.patterns import patterns_json, patterns_page
from failnote.review import CodeWord, Plan
from samples import CODES, FIVE, MISSES, NAMES, marked

PLAN = Plan("id", if_="a client says “okay” and looks away", then="“Did something not fit there?”")


def drawn(found: Report, **options: object) -> str:
    return as_text(patterns_page(found, names=NAMES, **options))  # type: ignore[arg-type]


def journal(size: int) -> list[MarkedReview]:
    """So many invented reviews without any structure, five in a month."""
    random = Random(1)
    return [
        marked(
            number,
            f"case-{number}",
            f"{2021 + number // 60}-{number // 5 % 12 + 1:02}-{number % 28 + 1:02}",
            " ".join(code for code in MISSES if random.random() < 0.2),
            " ".join(code for code in MISSES if random.random() < 0.9),
            random.choice(["individual", "individual", "couple"]),
        )
        for number in range(1, size + 1)
    ]


@pytest.mark.parametrize("size", [0, 1, 3, 5])
def test_the_page_of_a_small_journal(size: int, snapshot: Callable[[str, str], None]) -> None:
    page = drawn(report(FIVE[:size], CODES, unfinished=int(size == 3)), plans=[PLAN])

    snapshot(f"patterns-{size}.txt", page)


def test_the_page_with_every_miss(snapshot: Callable[[str, str], None]) -> None:
    snapshot("patterns-5-all.txt", drawn(report(FIVE, CODES), everything=True))


def test_the_page_in_ascii(snapshot: Callable[[str, str], None]) -> None:
    page = drawn(report(FIVE, CODES), ascii_only=True)

    assert page.isascii()
    snapshot("patterns-5-ascii.txt", page)


@pytest.mark.parametrize("size", [38, 300])
def test_the_page_of_a_large_journal(size: int, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"patterns-{size}.txt", drawn(report(journal(size), CODES)))


def test_the_page_of_a_large_journal_in_ascii() -> None:
    assert drawn(report(journal(300), CODES), ascii_only=True).isascii()


def test_beyond_forty_cases_there_are_bars_instead_of_dots() -> None:
    assert "●" in drawn(report(journal(38), CODES))
    assert "●" not in drawn(report(journal(41), CODES))
    assert "▂" in drawn(report(journal(41), CODES))


def test_shares_are_told_only_from_fifty_cases_looked_at() -> None:
    assert "%" not in drawn(report(journal(49), CODES))
    assert "%" in drawn(report(journal(80), CODES))


def test_several_reviews_of_one_case_are_told_in_the_head() -> None:
    again = marked(6, FIVE[0].case, "2026-04-02", "contract.how")

    assert "6 reviews, 5 cases · Dec 2025 – Apr 2026" in drawn(report([*FIVE, again], CODES))


def test_several_reviews_of_the_only_case_are_no_comparison() -> None:
    again = marked(2, FIVE[0].case, "2026-04-02", "contract.slack")
    page = drawn(report([FIVE[0], again], CODES))

    assert "2 reviews, all of one case so far: maple-lantern-27." in page
    assert "agreement not revisited" in " ".join(page.split())


def test_a_filter_is_told_in_the_head() -> None:
    assert "5 of 24 reviews · " in drawn(report(FIVE, CODES, of=24))
    assert "None of your 24 reviews fits these filters." in drawn(report([], CODES, of=24))


def test_what_is_left_out_is_said() -> None:
    well = MarkedReview(6, "fern", "2026-04-01", "went-well", {}, {})
    page = drawn(report([*FIVE, well], CODES, unfinished=2))

    assert "2 unfinished reviews left out." in page
    assert "1 look-back on what went well left out." in page


def test_nothing_that_came_back_is_said() -> None:
    page = drawn(report([FIVE[0], marked(2, "b", "2026-01-01", looked="contract.how")], CODES))

    assert "Comes back\n    Nothing.\n" in page


def test_an_unplanned_only_case_has_no_heading_for_plans() -> None:
    assert "next time" not in drawn(report(FIVE[:1], CODES))


def test_json_carries_base_thresholds_and_findings() -> None:
    whole = json.loads(patterns_json(report(FIVE, CODES, unfinished=1)))

    assert whole["schema"] == "failnote.patterns/1"
    assert whole["base"]["cases"] == 5
    assert whole["base"]["unfinished"] == 1
    assert whole["thresholds"] == {"recur": 2}
    assert whole["findings"][0] == {
        "id": "recur:contract.how",
        "kind": "recur",
        "level": "count",
        "says": "“how we'd work unclear”: ticked in 4 of 4 cases where it was looked at.",
        "reviews": [1, 2, 4, 5],
        "code": "contract.how",
        "ticked": 4,
        "looked": 4,
        "cases": 5,
        "strip": "##?##",
    }


def test_many_cases_not_looked_at_are_told_with_what_they_may_hide() -> None:
    found = json.loads(patterns_json(report(FIVE, CODES)))["findings"]
    (says,) = [each["says"] for each in found if each["code"] == "resistance.pushed"]

    assert says.endswith(
        "In all 5 it may be anything from 1 to 3, depending on the 2 not looked at."
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from([f"case-{n}" for n in range(60)]),
            st.dates(),
            st.dictionaries(st.sampled_from(["own.one", "own.two", *CODES]), st.booleans()),
        ),
        max_size=70,
    ),
    st.text(max_size=60),
    st.booleans(),
    st.booleans(),
)
def test_no_line_is_wider_than_eighty_columns(
    rows: list[tuple[str, object, dict[str, bool]]], label: str, ascii_only: bool, everything: bool
) -> None:
    own = {f"own.{n}": CodeWord(f"own.{n}", "miss", "own", label, label) for n in ("one", "two")}
    reviews = [
        MarkedReview(number, case, str(day), "frayed", {"setup": ("group",)}, marks)
        for number, (case, day, marks) in enumerate(rows, 1)
    ]
    page = drawn(report(reviews, CODES | own), ascii_only=ascii_only, everything=everything)

    assert all(len(line) <= 80 for line in page.splitlines())
