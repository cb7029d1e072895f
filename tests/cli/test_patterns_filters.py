"""patterns: what comes back, on the screen and as JSON."""

import json

import pytest

from program import failnote

HOW, GOAL, QUIET = "contract.how-unclear", "contract.goal-unclear", "alliance.withdrawal-missed"
FIVE = (
    ("maple-lantern-27", "2025-12-04", "individual", {HOW: True, GOAL: True, QUIET: False}),
    ("otter-window-04", "2026-01-15", "couple", {HOW: True, GOAL: False, QUIET: True}),
    ("cedar-button-61", "2026-01-29", "individual", {GOAL: True}),
    ("harbour-quilt-88", "2026-02-11", "individual", {HOW: True, GOAL: False, QUIET: False}),
    ("violin-meadow-19", "2026-03-20", "couple", {HOW: True, GOAL: True, QUIET: False}),
)


def line(number: int) -> str:
    """One of five invented reviews, to import."""
    case, date, setup, marks = FIVE[number]
    context = {"setup": setup}
    known = {"schema": "failnote.review/1", "guide": "core", "number": number + 1}
    return json.dumps(known | {"case": case, "date": date, "context": context, "marks": marks})


def imported(count: int) -> None:
    """Make a journal of so many reviews."""
    lines = "\n".join(map(line, range(count)))
    done = failnote("import", "-", "--no-passphrase", stdin=lines)
    assert done.code == 0, done.err


def test_an_empty_journal_has_nothing_to_say_and_says_so() -> None:
    failnote("review", "--answers", "-", "--no-passphrase", stdin='"gate.urgent" = "no"')
    failnote("delete", "1")

    done = failnote("patterns")

    assert done.code == 0
    assert done.out.strip() != ""


def test_one_case_shows_what_was_left_there() -> None:
    imported(1)

    assert "maple-lantern-27" in failnote("patterns").out


def test_five_cases_show_counts_with_their_denominators() -> None:
    imported(5)

    out = failnote("patterns").out

    assert "5 reviews" in out
    assert "4 of 4" in out


@pytest.mark.parametrize("option", [("--json",), ("-f", "json"), ("--format", "json")])
def test_json_holds_the_same_findings(option: tuple[str, ...]) -> None:
    imported(5)

    found = json.loads(failnote("patterns", *option).out)

    assert found["schema"] == "failnote.patterns/1"
    assert f"recur:{HOW}" in {finding["id"] for finding in found["findings"]}


def test_all_shows_more() -> None:
    imported(5)

    assert len(failnote("patterns", "--all").out) > len(failnote("patterns").out)


def test_ascii_draws_with_ascii_only() -> None:
    imported(5)

    assert failnote("patterns", "--ascii").out.isascii()
    assert not failnote("patterns").out.isascii()


@pytest.mark.parametrize(
    ("filters", "cases"),
    [
        (("--where", "setup=couple"), 2),
        (("--since", "2026"), 4),
        (("--case", "otter-window-04"), 1),
        (("--miss", HOW), 4),
        (("--until", "2025"), 1),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_filters_choose_what_is_counted(filters: tuple[str, ...], cases: int) -> None:
    imported(5)

    assert json.loads(failnote("patterns", "--json", *filters).out)["base"]["cases"] == cases


@pytest.mark.parametrize(
    ("filters", "meant"),
    [
        (("--where", "setup=cuple"), "couple"),
        (("--miss", "contrakt.*"), "contract.*"),
        (("--format", "pdf"), "json"),
        (("--period", "summer"), "2026Q1"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_an_unknown_word_is_refused(filters: tuple[str, ...], meant: str) -> None:
    imported(1)

    done = failnote("patterns", *filters)

    assert (done.code, done.out) == (2, "")
    assert meant in done.err
