"""Erasing from the command line: shown first, asked once, and gone."""

from pathlib import Path

import pytest

from program import failnote, on_terminal


@pytest.fixture
def case(journal: Path) -> str:
    """The case of reviews 1 and 3."""
    assert journal.exists()
    return failnote("list").out.splitlines()[-1].split()[2]


def listed() -> list[str]:
    return [row.split()[0] for row in failnote("list").out.splitlines()]


def test_a_case_is_purged_after_it_was_shown(case: str) -> None:
    failnote("note", "1", "-o", "note.md")

    done = failnote("journal", "purge", "--case", case, "--plain", stdin="1\n")

    assert done.code == 0, done.err
    assert "2 reviews" in done.err
    assert f"note of 1, masked, to {Path('note.md').absolute()}" in done.err
    assert "out of reach" in done.err
    assert listed() == ["2"]


def test_a_no_leaves_everything(case: str) -> None:
    done = failnote("journal", "purge", "--case", case, "--plain", stdin="2\n")

    assert done.code == 1
    assert len(listed()) == 3


@pytest.mark.parametrize("command", ["purge", "distil"])
def test_without_a_terminal_it_is_not_done_unasked(command: str, case: str) -> None:
    done = failnote("journal", command, "--case", case)

    assert done.code == 2
    assert "--yes" in done.err
    assert len(listed()) == 3


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(
    "options",
    [(), ("--all", "--deleted"), ("--until", "2020", "--case", "x")],
    ids=["nothing", "two", "both"],
)
def test_exactly_one_way_to_choose(options: tuple[str, ...]) -> None:
    assert failnote("journal", "purge", *options, "--yes").code == 2


@pytest.mark.usefixtures("case")
def test_age_is_inclusive() -> None:
    done = failnote("journal", "purge", "--until", "2026-02", "--yes")

    assert done.code == 0, done.err
    assert listed() == ["3"]


@pytest.mark.usefixtures("case")
def test_deleted_reviews_are_purged_alone() -> None:
    failnote("delete", "2")

    assert failnote("journal", "purge", "--deleted", "--yes").code == 0
    assert listed() == ["3", "1"]
    assert failnote("undo").code == 1
    assert failnote("journal", "purge", "--deleted", "--yes").code == 1


def test_everything_is_purged_with_the_terms(case: str) -> None:
    failnote("journal", "terms", "add", "--file", "-", "--case", case, stdin="Ilse\n")

    assert failnote("journal", "purge", "--all", "--yes").code == 0

    assert listed() == []
    assert failnote("journal", "terms").out == ""
    assert failnote("cases").out == ""
    assert failnote("journal", "check").code == 0


@pytest.mark.parametrize("command", ["purge", "distil"])
def test_a_hold_stops_both(command: str, case: str) -> None:
    failnote("journal", "hold", case)

    named = failnote("journal", command, "--case", case, "--yes")
    everything = failnote("journal", command, "--all", "--yes")

    assert named.code == 1
    assert "on hold" in named.err
    assert f"On hold, so it stays: {case}" in everything.err
    assert "every other week" in failnote("show", "1").out or failnote("show", "1").code == 0
    failnote("journal", "hold", case, "--lift")
    assert failnote("journal", command, "--case", case, "--yes").code == 0


@pytest.mark.usefixtures("case")
def test_a_distilled_review_keeps_what_was_learned() -> None:
    before = failnote("patterns", "--json").out

    done = failnote("journal", "distil", "2", "--yes")

    assert done.code == 0, done.err
    shown = failnote("show", "2").out
    assert "A knot, high up." not in shown
    assert failnote("patterns", "--json").out == before
    assert failnote("journal", "check").code == 0


@pytest.mark.usefixtures("case")
def test_a_number_that_is_not_there_is_said() -> None:
    assert failnote("journal", "distil", "99", "--yes").code == 1
    assert failnote("journal", "purge", "--case", "nobody-here-11", "--yes").code == 1
    assert failnote("journal", "purge", "--until", "blursday", "--yes").code == 2


def test_on_a_terminal_no_is_the_default(case: str) -> None:
    with on_terminal("journal", "purge", "--case", case) as screen:
        screen.wait("There is no way back").send("\r")
        code = screen.join()

    assert code == 1
    assert len(listed()) == 3
