"""Drawing by lot, and how many therapies ended."""

import re
from pathlib import Path

import pytest

from program import failnote


def test_the_lot_falls_within_the_number() -> None:
    drawn = {
        int(re.findall(r"number (\d+) of the 2", failnote("draw", "2").out)[0]) for _ in range(30)
    }

    assert drawn == {1, 2}


def test_drawing_without_a_number_or_a_terminal_is_refused() -> None:
    assert failnote("draw").code == 2


def test_what_ended_stands_beside_what_was_looked_back_on(invented: Path) -> None:
    shared = ("--journal", str(invented))
    counts = ("--ended", "31", "--among", "setup=couple:6")
    failnote("caseload", "2025", *counts, *shared)
    page = failnote("caseload", *shared).out

    assert re.search(r"2025\n    all: 31 ended, \d+ looked back on as frayed", page)
    assert re.search(r"couple: 6 ended, \d+ looked back on as frayed", page)


def test_a_number_is_corrected_and_nought_takes_it_away(invented: Path) -> None:
    shared = ("--journal", str(invented))
    failnote("caseload", "2025Q1", "--ended", "9", *shared)
    corrected = failnote("caseload", "2025Q1", "--ended", "8", *shared).out
    gone = failnote("caseload", "2025Q1", "--ended", "0", *shared).out

    assert "8 ended" in corrected
    assert "9 ended" not in corrected
    assert "No numbers yet" in gone


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["2025"], "Say how many ended"),
        (["--ended", "3"], "Say in which period"),
        (["2025-03-01", "--ended", "3"], "is no year, quarter or month"),
        (["2025", "--among", "setup=couple"], "is no count"),
        (["2025", "--among", "setup=pair:3"], "There is no value of setup “pair”"),
        (["2025", "--among", "seup=couple:3"], "There is no field “seup”"),
        (["2025", "--ended", "3", "--among", "setup=couple:4"], "More ended with one value"),
    ],
)
def test_a_wrong_count_is_refused_in_a_sentence(
    arguments: list[str], said: str, invented: Path
) -> None:
    done = failnote("caseload", *arguments, "--journal", str(invented))

    assert said in done.err
    assert done.code == 2


def side_by_side(invented: Path, *options: str) -> str:
    shared = ("--journal", str(invented), "--today", "2026-07-01")
    return " ".join(failnote("patterns", "--by", "setup", *options, *shared).out.split())


def test_a_field_stands_beside_those_that_ended(invented: Path) -> None:
    shared = ("--journal", str(invented))
    assert "Beside those that ended" not in side_by_side(invented)

    failnote("caseload", "2025", "--among", "setup=couple:21", *shared)
    failnote("caseload", "2025Q1", "--among", "setup=couple:6", *shared)
    page = side_by_side(invented)

    assert re.search(r"Couple: \d cases looked back on, 21 ended \(2025\)\.", page)
    assert "is no sample" in page


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--period", "2025Q1"), "6 ended (2025Q1)"),
        (("--period", "2026"), ""),
        (("--ending", "dropout"), ""),
    ],
    ids=["its time only", "another time", "more than time"],
)
def test_those_that_ended_are_of_the_same_time(
    options: tuple[str, ...], told: str, invented: Path
) -> None:
    shared = ("--journal", str(invented))
    failnote("caseload", "2025", "--among", "setup=couple:21", *shared)
    failnote("caseload", "2025Q1", "--among", "setup=couple:6", *shared)
    page = side_by_side(invented, *options)

    assert ("ended (20" in page) is bool(told)
    assert told in page
