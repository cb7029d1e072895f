"""The command that shows what comes back, from a journal to the screen."""

import csv
import io
import json
from pathlib import Path
from zlib import crc32

import pytest

from failnote.journal.gathering import gathered, marks_of
from failnote.journal.keeping import KEPT, Results
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import codes
from failnote.patterns.report import report
from failnote.selection import Selection
from program import failnote
from told import demo_report

DAY = ("--today", "2026-07-01")
NEXT_DAY = ("--today", "2026-07-02")
KEPT_RESULTS = "SELECT key, body FROM cache WHERE key LIKE 'patterns:%'"


def kept(path: Path) -> list[tuple[str, str]]:
    """Results of long work; pages are kept, too, and told in test_kept_pages.py."""
    connection = open_journal(path)
    found = [(key, body) for key, body in connection.execute(KEPT_RESULTS)]
    close(connection)
    return found


def test_a_journal_gives_the_findings_that_its_reviews_give(invented: Path) -> None:
    connection = open_journal(invented)
    every = Selection(finished_only=True)
    found = report(
        marks_of(connection, every), codes(connection), beside=gathered(connection, every)
    )
    close(connection)

    assert found.findings == demo_report().findings


def test_the_page_of_a_journal(invented: Path) -> None:
    page = failnote("patterns", "--journal", str(invented), *DAY).out

    assert "24 reviews · Dec 2024 – Jun 2026" in page
    assert "3 plans: 2 due, 1 open" in page
    assert max(map(len, page.splitlines())) <= 80


def changed(body: str, key: str) -> tuple[str, str, str]:
    """Another result under the same key, with its seal."""
    other = body.replace(",0,1000]", ",7,1000]")
    return other, f"{crc32(other.encode()):08x}", key


def test_a_second_look_takes_what_the_first_one_kept(unread: Path) -> None:
    first = failnote("patterns", "--journal", str(unread), *DAY).out
    entries = kept(unread)
    connection = open_journal(unread, write=True)
    for key, body in entries:
        connection.execute(
            "UPDATE cache SET body = ?, digest = ? WHERE key = ?", changed(body, key)
        )
    close(connection)
    second = failnote("patterns", "--journal", str(unread), *NEXT_DAY).out

    assert "in none of 1,000" in " ".join(first.split())
    assert "in 7 of 1,000" in " ".join(second.split())


def test_what_is_kept_holds_no_words(unread: Path) -> None:
    failnote("patterns", "--journal", str(unread), *DAY)

    assert kept(unread)
    assert not any(set(body) - set("[]0123456789.,-e") for _, body in kept(unread))


def test_another_filter_is_another_result_and_old_ones_are_forgotten(unread: Path) -> None:
    connection = open_journal(unread)
    for number in range(KEPT + 5):
        results = Results(connection)
        results[f"digest-{number}"] = "[]"
        results.keep()
    later = Results(connection)

    assert later["digest-16"] == "[]"
    assert later.get("digest-0") is None
    close(connection)


def test_a_journal_that_is_being_written_is_read_and_keeps_nothing(unread: Path) -> None:
    other = open_journal(unread, write=True)
    other.execute("BEGIN IMMEDIATE")
    page = failnote("patterns", "--journal", str(unread), *DAY)
    other.execute("ROLLBACK")
    close(other)

    assert "Stands out" in page.out
    assert kept(unread) == []


def test_reading_stays_reading_after_something_was_kept(unread: Path) -> None:
    connection = open_journal(unread)
    results = Results(connection)
    results["digest"] = "[]"
    results.keep()

    with pytest.raises(Exception, match="readonly"):
        connection.execute("DELETE FROM cache")
    close(connection)


def test_a_filter_makes_the_page_quieter(invented: Path) -> None:
    page = failnote("patterns", "--journal", str(invented), *DAY, "--where", "setup=couple").out

    assert "6 of 24 reviews" in page
    assert "Stands out" not in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--pairs"], "Ticked together"),
        (["--signs"], "From first sign to end"),
        (["--plans"], "IF we come to the end of the first hour"),
        (["--words"], "I thought we had time"),
        (["--misses", "contract.how-unclear"], "In your own words"),
        (["--misses", "contract.*"], "aim never shared"),
        (["--by", "setup"], "Side by side"),
        (["--all"], "Goals, tasks or bond"),
        (["--sort", "lately"], "Comes back"),
        (["--ascii"], "older -> newer"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_each_option_shows_its_part(options: list[str], said: str, invented: Path) -> None:
    assert said in failnote("patterns", "--journal", str(invented), *DAY, *options).out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--by", "setp"], "There is no field “setp”; did you mean “setup”?"),
        (["--misses", "contract.how-unclea"], "did you mean “contract.how-unclear”?"),
        (["--pairs", "--signs"], "Ask for one at a time"),
        (["--by", "setup", "--plans"], "Ask for one at a time"),
    ],
    ids=["field", "miss", "two parts", "field and part"],
)
def test_a_wrong_option_is_refused_in_a_sentence(
    options: list[str], said: str, invented: Path
) -> None:
    done = failnote("patterns", "--journal", str(invented), *options)

    assert said in done.err
    assert done.code == 2
    assert done.out == ""


def test_how_it_is_worked_out_needs_no_journal(tmp_path: Path) -> None:
    assert (
        "dealt out again"
        in failnote("patterns", "--explain", "--journal", str(tmp_path / "none.db")).out
    )


def test_json_csv_and_markdown_tell_the_same_findings(invented: Path) -> None:
    shared = ("--journal", str(invented), *DAY, "--no-mask")
    whole = json.loads(failnote("patterns", "--json", *shared).out)
    rows = list(csv.DictReader(io.StringIO(failnote("patterns", "-f", "csv", *shared).out)))
    page = failnote("patterns", "-f", "md", *shared).out

    assert [row["id"] for row in rows] == [each["id"] for each in whole["findings"]]
    assert [row["says"] for row in rows] == [each["says"] for each in whole["findings"]]
    assert "# What comes back" in page


def test_a_page_that_leaves_says_that_it_is_masked(invented: Path, tmp_path: Path) -> None:
    target = tmp_path / "page.md"
    done = failnote("patterns", "--journal", str(invented), *DAY, "-f", "md", "-o", str(target))

    assert "Masked, not anonymous" in done.err
    assert done.out == ""
    assert target.read_text(encoding="utf-8").startswith("# What comes back (masked")
    assert target.stat().st_mode & 0o777 == 0o600
