"""Periods and filters as they are typed, and what is said about words that are not known."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.errors import UsageError
from failnote.selection import Known, Selection, parse_period, select

TODAY = date(2026, 3, 31)
KNOWN = Known(
    cases=("maple-lantern-27", "otter-window-04"),
    guides=("core", "quick"),
    endings=("dropout", "rupture"),
    codes=("contract.aim", "contract.how", "alliance.signs"),
    fields={"setup": ("individual", "couple"), "modality": ("cbt",), "tags": ()},
)


def chosen(**options: Any) -> Selection:
    return select(known=KNOWN, today=TODAY, **options)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", "2026-01-01", "2026-12-31"),
        ("2026Q1", "2026-01-01", "2026-03-31"),
        ("2026q4", "2026-10-01", "2026-12-31"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-12", "2026-12-01", "2026-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-03-15", "2026-03-15", "2026-03-15"),
        ("2026-01..2026-03", "2026-01-01", "2026-03-31"),
        ("2025 .. 2026-03-15", "2025-01-01", "2026-03-15"),
        ("last 7 days", "2026-03-25", "2026-03-31"),
        ("last 2 weeks", "2026-03-18", "2026-03-31"),
        ("last 1 month", "2026-03-01", "2026-03-31"),
        ("Last  6 Months", "2025-10-01", "2026-03-31"),
        ("last 1 year", "2025-04-01", "2026-03-31"),
    ],
)
def test_a_period_is_its_first_and_its_last_day(text: str, first: str, last: str) -> None:
    assert parse_period(text, TODAY) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-3", "2026-03"),
        ("2026/03", "2026-03"),
        ("03/2026", "2026-03"),
        ("2026.3.5", "2026-03-05"),
        ("15.3.2026", "2026-03-15"),
        ("15 March 2026", "2026-03-15"),
        ("march 2026", "2026-03"),
        ("Q1 2026", "2026Q1"),
        ("6 months", "last 6 months"),
        ("past 2 weeks", "last 2 weeks"),
        ("last month", "last 1 month"),
    ],
)
def test_a_period_in_another_form_gets_a_suggestion(typed: str, meant: str) -> None:
    with pytest.raises(UsageError, match=f"did you mean “{meant}”"):
        parse_period(typed, TODAY)


@pytest.mark.parametrize("typed", ["", "..", "2026..", "soon", "2026Q5", "03/04/2026", "12026"])
def test_a_period_that_could_mean_anything_gets_the_forms_there_are(typed: str) -> None:
    with pytest.raises(UsageError, match="write 2026, 2026Q1, 2026-03"):
        parse_period(typed, TODAY)


@pytest.mark.parametrize("typed", ["2026-02-30", "2026-13", "last 9999 years"])
def test_a_period_outside_the_calendar_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="not in the calendar"):
        parse_period(typed, TODAY)


@pytest.mark.parametrize("typed", ["2026-03..2026-01", "last 0 days"])
def test_a_period_that_ends_before_it_begins_is_refused(typed: str) -> None:
    with pytest.raises(UsageError, match="ends before it begins"):
        parse_period(typed, TODAY)


@given(st.integers(1, 999), st.sampled_from(["day", "week", "month", "year"]))
def test_the_last_units_end_today_and_join_without_a_gap(count: int, unit: str) -> None:
    since, until = parse_period(f"last {count} {unit}s", TODAY)

    assert until == TODAY
    assert since <= TODAY
    if unit == "week":
        assert since == TODAY - timedelta(days=7 * count - 1)


@given(st.text(max_size=30))
def test_any_text_is_a_period_or_a_usage_error(text: str) -> None:
    try:
        since, until = parse_period(text, TODAY)
    except UsageError:
        return
    assert since <= until


def test_no_options_select_everything() -> None:
    assert chosen() == Selection()


def test_all_options_arrive_in_the_selection() -> None:
    found = chosen(
        since="2026-01",
        until="2026-02",
        case=["maple-lantern-27"],
        guide=["core", "quick"],
        kind="frayed",
        ending="dropout",
        miss=["contract.*", "alliance.signs"],
        where=["setup=couple", "tags=my own word"],
    )

    assert found == Selection(
        since=date(2026, 1, 1),
        until=date(2026, 2, 28),
        cases=("maple-lantern-27",),
        guides=("core", "quick"),
        kind="frayed",
        ending="dropout",
        misses=("contract.*", "alliance.signs"),
        where={"setup": "couple", "tags": "my own word"},
    )


def test_period_since_and_until_must_all_hold() -> None:
    found = chosen(period="2026Q1", since="2026-02", until="2026-12")

    assert (found.since, found.until) == (date(2026, 2, 1), date(2026, 3, 31))


def test_bounds_without_a_day_between_them_are_refused() -> None:
    with pytest.raises(UsageError, match="No day lies between 2026-03-01 and 2026-01-31"):
        chosen(since="2026-03", until="2026-01")


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"case": ["maple-lantern-72"]}, "no case “maple-lantern-72”; did you mean “maple-l"),
        ({"case": ["x"]}, "no case “x”; failnote cases shows those there are"),
        ({"guide": ["cor"]}, "no guide “cor”; did you mean “core”"),
        ({"guide": ["zzz"]}, "no guide “zzz”; known are: core, quick"),
        ({"kind": "well"}, "no kind “well”; did you mean “went-well”"),
        ({"ending": "drop-out"}, "no ending “drop-out”; did you mean “dropout”"),
        ({"miss": ["contract.hwo"]}, "no code “contract.hwo”; did you mean “contract.how”"),
        ({"miss": ["contract"]}, "no code “contract”; did you mean “contract.\\*”"),
        ({"miss": ["zzz"]}, "no code “zzz”; known are: contract.\\*, alliance.\\*"),
        ({"where": ["setpu=couple"]}, "no field “setpu”; did you mean “setup”"),
        ({"where": ["setup=couples"]}, "no value of setup “couples”; did you mean “couple”"),
        ({"where": ["setup"]}, "write FIELD=VALUE"),
        ({"where": ["setup=couple", "setup=individual"]}, "“setup” is given twice"),
    ],
)
def test_an_unknown_word_gets_a_suggestion(options: dict[str, Any], sentence: str) -> None:
    with pytest.raises(UsageError, match=sentence):
        chosen(**options)
