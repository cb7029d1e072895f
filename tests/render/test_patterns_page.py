"""The page of patterns and its JSON, for journals of every size."""

import json
from collections.abc import Callable
from dataclasses import replace
from random import Random
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.journals import Pair, Planned, Truth
from calibration.journals import codes as noise_codes
from calibration.journals import journal as noise
from calibration.journals import plans as noise_plans
from failnote.cli.names import load_names
from failnote.page import as_text
from failnote.patterns.findings import MarkedReview
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import Beside, Report, report
from failnote.patterns.reshuffling import LATEST
from failnote.render.patterns import explanation, patterns_page
from failnote.render.patterns_data import patterns_json
from failnote.render.view import Section, View
from failnote.review import CodeWord, Plan
from samples import CODES, FIVE, MISSES, NAMES, marked
from told import demo_report

PLAN = Plan("id", if_="a client says “okay” and looks away", then="“Did something not fit there?”")


def drawn(found: Report, **options: object) -> str:
    return as_text(patterns_page(found, names=NAMES, **options))  # type: ignore[arg-type]


def screen(found: Report, view: View | None = None) -> str:
    view = view or View(today="2026-07-01")
    return as_text(patterns_page(found, names=load_names(), view=view))


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


@pytest.mark.parametrize("size", [0, 1, 3])
def test_the_page_of_a_small_journal(size: int, snapshot: Callable[[str, str], None]) -> None:
    page = drawn(report(FIVE[:size], CODES, unfinished=int(size == 3)), plans=[PLAN])

    snapshot(f"patterns-{size}.txt", page)


@pytest.mark.parametrize("size", [1, 2, 5, 12, 24])
def test_the_page_of_the_invented_journal(size: int, snapshot: Callable[[str, str], None]) -> None:
    snapshot(f"patterns-demo-{size}.txt", screen(demo_report(upto=size)))


@pytest.mark.parametrize(
    ("name", "view"),
    [
        ("pairs", View(section="pairs")),
        ("pairs-all", View(section="pairs", everything=True)),
        ("signs", View(section="signs")),
        ("plans", View(section="plans", today="2026-07-01")),
        ("words", View(section="words")),
        ("miss", View(misses="contract.how-unclear")),
        ("misses", View(misses="contract.*")),
        ("all", View(everything=True, today="2026-07-01")),
        ("ascii", View(ascii_only=True, today="2026-07-01")),
        ("miss-ascii", View(misses="contract.how-unclear", ascii_only=True)),
        ("pairs-ascii", View(section="pairs", ascii_only=True)),
        ("signs-ascii", View(section="signs", ascii_only=True)),
        ("lately", View(sort="lately", misses="*")),
        ("area", View(sort="area", misses="*")),
    ],
)
def test_each_view_of_the_invented_journal(
    name: str, view: View, snapshot: Callable[[str, str], None]
) -> None:
    snapshot(f"patterns-demo-{name}.txt", screen(demo_report(), view))


def test_one_field_set_side_by_side(snapshot: Callable[[str, str], None]) -> None:
    snapshot("patterns-demo-by-setup.txt", screen(demo_report("setup")))
    in_ascii = screen(demo_report("setup"), View(ascii_only=True))
    snapshot("patterns-demo-by-setup-ascii.txt", in_ascii)


def test_a_field_that_nobody_filled_in_is_said() -> None:
    assert "No case here says anything about “time of life”." in screen(demo_report("age_band"))


def test_the_page_where_there_is_nothing(snapshot: Callable[[str, str], None]) -> None:
    snapshot("patterns-noise-30.txt", screen(report(noise(30, 5), noise_codes())))


def test_the_page_of_a_long_journal(snapshot: Callable[[str, str], None]) -> None:
    truth = Truth(
        pairs=[Pair("motivation.my-goal-not-theirs", "resistance.pushed-through", 0.15)],
        plans=[Planned("contract.how-unclear", 140, 0.45, 0.2)],
    )
    found = report(noise(300, 4, truth), noise_codes(), beside=Beside(plans=noise_plans(truth)))

    snapshot("patterns-planted-300.txt", screen(found))
    snapshot("patterns-planted-300-ascii.txt", screen(found, View(ascii_only=True)))


def test_how_it_is_worked_out(snapshot: Callable[[str, str], None]) -> None:
    snapshot("patterns-explain.txt", as_text(explanation()))
    assert as_text(explanation(ascii_only=True)).isascii()


@pytest.mark.parametrize("section", get_args(Section))
@pytest.mark.parametrize("size", [2, 5, 24])
def test_every_view_is_within_eighty_columns_and_ascii_where_asked_for(
    section: Section, size: int
) -> None:
    for everything in (False, True):
        view = View(section=section, everything=everything, ascii_only=True, today="2026-07-01")
        page = screen(demo_report(upto=size), view)

        assert page.isascii()
        assert max(map(len, page.splitlines())) <= 80


@pytest.mark.parametrize("field", ["setup", "delivery", "ending", "ending_type", "fray_phase"])
def test_every_field_fits_into_eighty_columns(field: str) -> None:
    assert max(map(len, screen(demo_report(field)).splitlines())) <= 80


def test_what_is_only_perhaps_stands_under_all_alone() -> None:
    usual, everything = (
        screen(demo_report(), View(everything=each, today="2026-07-01")) for each in (False, True)
    )

    assert "Perhaps" not in usual
    assert "Perhaps" in everything


def test_more_claims_than_fit_are_counted_and_told_under_all() -> None:
    rows = [
        marked(
            n,
            f"case-{n}",
            f"2025-{n // 28 + 1:02}-{n % 28 + 1:02}",
            " ".join(codes if n <= 20 else ()),
            " ".join(codes),
        )
        for n in range(1, 41)
        for codes in [list(MISSES)[:6]]
    ]
    found = report(rows, CODES)

    assert len(found.stands_out) > 4
    assert f"and {len(found.stands_out) - 4} more (--all)" in drawn(found)
    assert "Stands out, too" in drawn(found, everything=True)


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
    few, many = drawn(report(journal(38), CODES)), drawn(report(journal(41), CODES))

    assert "●" in few
    assert "●" not in many
    assert "▂" in many


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
    assert whole["thresholds"]["recur"] == 2
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
        "next_ten": None,
        "since_plan": "",
        "planned_at": [],
    }


def test_many_cases_not_looked_at_are_told_with_what_they_may_hide() -> None:
    found = json.loads(patterns_json(report(FIVE, CODES)))["findings"]
    (says,) = [each["says"] for each in found if each["id"] == "recur:resistance.pushed"]

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


def test_large_counts_leave_the_lines_within_the_screen() -> None:
    found = report(journal(80), CODES)
    large = tuple(
        each._replace(data=each.data._replace(ticked=96_800, looked=1_000_000))
        if isinstance(each.data, Recurrence)
        else each
        for each in found.findings
    )
    page = drawn(replace(found, findings=large))

    assert "96800 of 1000000" in page
    assert max(map(len, page.splitlines())) <= 80


@pytest.mark.long
def test_more_cases_than_are_reshuffled_are_said_to_be_the_latest() -> None:
    cases = journal(LATEST + 10)
    page = drawn(report(cases, CODES, by="setup"))
    triangle = drawn(report(cases, CODES), view=View(section="pairs"))

    assert f"in the latest {LATEST} cases" in " ".join(page.split())
    assert f"the latest {LATEST} cases; the count on its own" in triangle
