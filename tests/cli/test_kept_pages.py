"""Pages that a journal keeps until something changes in it."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from failnote.cli import patterns
from failnote.journal.keeping import KEPT, KeptPage
from failnote.journal.opening import close, open_journal
from failnote.page import Page, Span, line
from program import failnote

DAY = ("--today", "2026-07-01")
PAGE: Page = [line("A line with ", Span("weight", "strong"), " and “words”."), ()]


@pytest.fixture
def drawings(monkeypatch: pytest.MonkeyPatch) -> list[None]:
    """Grows with each look that has to be worked out."""
    counted: list[None] = []
    look = patterns.look

    def counting(*arguments: object) -> object:
        counted.append(None)
        return look(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(patterns, "look", counting)
    return counted


def page(journal: Path, *options: str) -> str:
    shown = failnote("patterns", *DAY, *options, "--journal", journal)
    assert shown.code == 0
    return shown.out


@pytest.mark.parametrize(
    "options",
    [[], ["--by", "setup"], ["--ascii"], ["--since", "2025"]],
    ids=lambda options: " ".join(options) or "none",
)
def test_the_same_question_gives_the_same_page_without_work(
    options: list[str], few: Path, drawings: list[None]
) -> None:
    first = page(few, *options)
    second = page(few, *options)

    assert first == second
    assert len(drawings) == 1


def test_another_question_is_worked_out(few: Path, drawings: list[None]) -> None:
    page(few)
    for options in (["--all"], ["--sort", "lately"], ["--misses", "contract.*"], ["--plans"]):
        page(few, *options)

    assert len(drawings) == 5


def test_another_day_is_another_question(invented: Path) -> None:
    earlier = page(invented)
    later = failnote("patterns", "--today", "2027-01-01", "--journal", invented).out

    assert "2 due, 1 open" in earlier
    assert "3 plans, due" in later


CHANGES: dict[str, Callable[[Path], tuple[str | Path, ...]]] = {
    "delete": lambda _: ("delete", "7"),
    "edit": lambda _: ("edit", "7", "--answers", "-"),
    "import": lambda more: ("import", more),
    "caseload": lambda _: ("caseload", "2025", "--ended", "70"),
    "distil": lambda _: ("journal", "distil", "7", "--yes"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_after_a_change_the_page_is_the_one_that_a_fresh_journal_gives(
    change: Callable[[Path], tuple[str | Path, ...]],
    few: Path,
    home: Path,
    drawings: list[None],
) -> None:
    more = home / "more.jsonl"
    other = json.loads(failnote("export", "3", "--no-mask", "--journal", few).out)
    del other["id"]
    more.write_text(json.dumps({**other, "case": "maple-lantern-27"}))
    failnote("delete", "2", "--journal", few)
    before = page(few)
    done = failnote(*change(more), "--journal", few, stdin='"core.facts" = "Another word."')
    drawn = len(drawings)
    after = page(few)
    again = page(few, "--color", "never")

    assert done.code == 0, done.err
    assert len(drawings) == drawn + 1
    assert again == after
    if change not in (CHANGES["caseload"], CHANGES["edit"]):
        assert after != before


@pytest.mark.parametrize("name", ["settings.toml", "codes.toml"])
def test_other_words_of_the_user_are_another_page(
    name: str, few: Path, home: Path, drawings: list[None]
) -> None:
    page(few)
    folder = home / "config" / "failnote"
    folder.mkdir(parents=True)
    (folder / name).write_text("")
    page(few)

    assert len(drawings) == 2


def test_a_page_comes_back_as_it_was(few: Path) -> None:
    con = open_journal(few)
    KeptPage(con, "asked").keep(PAGE)

    assert KeptPage(con, "asked").find() == PAGE
    assert KeptPage(con, "something else").find() is None
    close(con)


def test_what_changed_meanwhile_is_not_kept_as_if_it_had_not(few: Path) -> None:
    con = open_journal(few)
    kept = KeptPage(con, "asked")
    failnote("delete", "7", "--journal", few)
    kept.keep(PAGE)

    assert KeptPage(con, "asked").find() is None
    close(con)


def test_old_pages_are_forgotten(few: Path) -> None:
    con = open_journal(few)
    for number in range(KEPT + 1):
        KeptPage(con, f"asked {number}").keep(PAGE)

    assert KeptPage(con, "asked 0").find() is None
    assert KeptPage(con, f"asked {KEPT}").find() == PAGE
    close(con)


def test_a_journal_that_cannot_be_written_keeps_none(few: Path, drawings: list[None]) -> None:
    other = open_journal(few, write=True)
    other.execute("BEGIN IMMEDIATE")
    first = page(few)
    other.execute("ROLLBACK")
    close(other)

    assert page(few) == first
    assert len(drawings) == 2


def test_no_page_is_left_of_what_was_erased(few: Path) -> None:
    assert "thought we had time" in page(few)

    failnote("journal", "purge", "--all", "--yes", "--journal", few)

    assert b"thought we had time" not in few.read_bytes()


@pytest.mark.parametrize("damaged", ["9 of 24", '"'])
def test_a_damaged_page_is_drawn_anew(damaged: str, invented: Path, drawings: list[None]) -> None:
    first = page(invented)
    con = open_journal(invented, write=True)
    con.execute("UPDATE cache SET body = replace(body, '8 of 24', :damaged)", {"damaged": damaged})
    close(con)

    assert page(invented) == first
    assert len(drawings) == 2
