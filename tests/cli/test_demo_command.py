"""The demo: any command on invented reviews, and nothing left behind."""

import csv
import io
import json
import os
import tempfile
from pathlib import Path

import pytest

from program import failnote

FEW = ("--where", "setup=couple")
"""Too few to reshuffle, and so done sooner."""
FOLDERS = (Path("/dev/shm"), Path(tempfile.gettempdir()))


def left() -> list[Path]:
    return [path for folder in FOLDERS for path in folder.glob(f"demo-of-failnote-{os.getpid()}-*")]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ([], "Stands out"),
        (["patterns", "--by", "setup", "--today", "2026-07-01"], "Side by side"),
        (["list", "-n", "2"], "yew-teapot-97"),
        (["show", "7"], "elder-ladder-91"),
        (["note", "7"], "Supervision note: elder-ladder-91"),
        (["search", "flowers"], "hawthorn"),
        (["patterns", "-f", "md"], "# What comes back"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_runs_on_invented_reviews_and_says_so(command: list[str], said: str) -> None:
    before = left()
    done = failnote("demo", *command)

    assert said in done.out
    assert "invented" in done.out.splitlines()[0]
    assert "Invented: nobody in here exists." in done.err
    assert left() == before


def test_a_failing_command_leaves_nothing_behind_either() -> None:
    before = left()
    done = failnote("demo", "show", "99")

    assert done.code == 1
    assert "There is no review 99" in done.err
    assert left() == before


def test_the_own_journal_is_not_touched(tmp_path: Path) -> None:
    own = tmp_path / "own.db"
    failnote("demo", "list", "--journal", str(own))

    assert not own.exists()


def test_a_file_that_is_written_carries_the_mark(tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    failnote("demo", "patterns", "-f", "md", "-o", str(target), *FEW)

    assert target.read_text(encoding="utf-8").startswith("*invented*\n")


def test_what_other_programs_read_carries_it_too() -> None:
    whole = json.loads(failnote("demo", "patterns", "--json", *FEW).out)
    lines = list(csv.DictReader(io.StringIO(failnote("demo", "patterns", "-f", "csv", *FEW).out)))

    assert whole["invented"] is True
    assert len(lines) > 20
    assert {line["invented"] for line in lines} == {"yes"}


def test_every_review_that_leaves_the_demo_carries_it_and_can_be_imported(tmp_path: Path) -> None:
    lines = failnote("demo", "export").out
    whole = json.loads(failnote("demo", "export", "7", "-f", "json").out)
    rows = list(csv.DictReader(io.StringIO(failnote("demo", "export", "7", "-f", "csv").out)))
    done = failnote(
        "import", "-", "--no-passphrase", "--journal", tmp_path / "group.db", stdin=lines
    )

    assert [json.loads(line)["invented"] for line in lines.splitlines()] == [True] * 32
    assert whole["invented"] is True
    assert {row["invented"] for row in rows} == {"yes"}
    assert done.code == 0, done.err


@pytest.mark.parametrize("shape", ["csv", "json"])
def test_every_row_of_a_query_carries_it(shape: str) -> None:
    rows = failnote("demo", "journal", "query", "SELECT number FROM v_review", "-f", shape).out

    assert rows.count("yes") == 32


def test_a_page_in_a_file_carries_it_too(tmp_path: Path) -> None:
    target = tmp_path / "page.txt"
    failnote("demo", "patterns", "-o", str(target), *FEW)

    assert target.read_text(encoding="utf-8").startswith("  invented\n")


def test_nothing_is_called_invented_that_is_not(invented: Path) -> None:
    for form in ("json", "csv", "md", "screen"):
        assert "invented" not in failnote("patterns", "-f", form, "--journal", str(invented)).out


def test_a_review_ends_with_the_nearest_earlier_one(invented: Path) -> None:
    answers = Path(__file__).parents[2] / "prompts" / "samples" / "core.toml"
    done = failnote("review", "--answers", str(answers), "--journal", str(invented))

    assert "You have been here before" in done.err
    assert "Review 33 is nearest to review" in done.err
    assert "You wrote then:" in done.err


def test_the_first_review_has_nothing_before_it(tmp_path: Path) -> None:
    answers = Path(__file__).parents[2] / "prompts" / "samples" / "core.toml"
    journal = str(tmp_path / "new.db")
    done = failnote("review", "--answers", str(answers), "--journal", journal, "--no-passphrase")

    assert "Saved as review 1" in done.err
    assert "before" not in done.err
