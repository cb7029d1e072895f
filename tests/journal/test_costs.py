"""What reading may cost: modules, steps of SQLite's machine, sorting, memory."""

import os
import subprocess
import sys
import tracemalloc
from pathlib import Path
from typing import Any

import pytest

from failnote.journal.connection import Connection
from failnote.journal.gathering import _MARKED, _PLANS, gathered, marks_of, written_in
from failnote.journal.opening import close, create_journal
from failnote.journal.reading import _LISTED, _NEWEST, _OLDEST, count, listed, review, reviews
from failnote.journal.selecting import CHOSEN, chosen_values
from failnote.journal.writing import Writer
from failnote.selection import Selection
from journal.invented import finished, taken_in, told, whole

ALL = Selection()
HEAVY = {"sqlmodel", "sqlalchemy", "pydantic", "typer", "rich", "asyncio", "subprocess", "uuid"}

READER = """
import sys
from datetime import date
from pathlib import Path
from failnote.journal import gathering, reading, searching
from failnote.journal.opening import close, journal_path, open_journal
from failnote.selection import Selection

con = open_journal(journal_path(Path(sys.argv[1]), {})[0])
everything = Selection()
reading.unfinished(con), reading.review(con, 1), reading.resume(con, 1)
list(reading.listed(con, everything)), list(reading.reviews(con, everything))
gathering.marks_of(con, everything), reading.cases(con), reading.codes(con)
reading.due(con, date(2026, 1, 1)), reading.settings(con), reading.guide_body(con, "d1")
searching.search(con, "quiet", everything), searching.search(con, "uie", everything)
close(con)
print(*sys.modules)
"""


def test_reading_imports_neither_models_nor_terminal(writer: Writer, path: Path) -> None:
    finished(writer)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    done = subprocess.run(
        [sys.executable, "-c", READER, str(path)],
        capture_output=True,
        text=True,
        check=True,
        env=environ,
    )

    loaded = set(done.stdout.split())
    assert "failnote.journal.searching" in loaded
    assert not loaded & HEAVY
    assert "failnote.journal.tables" not in loaded


@pytest.mark.parametrize("order", [_NEWEST, _OLDEST], ids=["newest", "oldest"])
def test_a_list_follows_an_index_and_sorts_nothing(order: str, writer: Writer) -> None:
    sql = f"EXPLAIN QUERY PLAN {_LISTED} {order} LIMIT :limit"

    plan = writer.connection.execute(sql, {**chosen_values(ALL), "limit": 20}).fetchall()

    details = " | ".join(row[3] for row in plan)
    assert "SCAN r USING INDEX review_started" in details
    assert "TEMP B-TREE" not in details


@pytest.mark.parametrize("which", [CHOSEN, "r.number = 7"], ids=["chosen", "one"])
def test_putting_reviews_together_follows_indexes_and_sorts_nothing(
    which: str, writer: Writer
) -> None:
    from failnote.journal.assembling import _PARTS  # noqa: PLC0415

    for sql in _PARTS.values():
        explained = f"EXPLAIN QUERY PLAN {sql} WHERE {which} ORDER BY r.id"
        plan = writer.connection.execute(explained, {**chosen_values(ALL), "dormant": 0})
        details = " | ".join(row[3] for row in plan)
        assert "TEMP B-TREE" not in details
        assert "SCAN" not in details.replace("SCAN r", "").replace("SCAN j", "")


@pytest.mark.parametrize("sql", [_MARKED, _PLANS], ids=["marks", "plans"])
def test_counting_follows_indexes(sql: str, writer: Writer) -> None:
    values = {**chosen_values(ALL), "latest": 20}
    plan = writer.connection.execute(f"EXPLAIN QUERY PLAN {sql}", values).fetchall()

    details = [row[3] for row in plan]
    looked_up = [each for each in details if each.startswith("SEARCH")]
    assert details[0] == "SCAN r USING INDEX review_started"
    assert looked_up
    assert all(" USING " in each for each in looked_up)
    assert "USE TEMP B-TREE FOR ORDER BY" not in details


def journal_of(folder: Path, number: int, words: int = 5) -> Connection:
    con = create_journal(folder / f"{number}.db")
    con.execute("PRAGMA synchronous=OFF")
    text = "word " * words
    return taken_in(
        Writer(con), (whole(n, answers=(told("q", text),)) for n in range(1, number + 1))
    )


@pytest.fixture(scope="module")
def small_and_large(tmp_path_factory: pytest.TempPathFactory) -> Any:
    folder = tmp_path_factory.mktemp("costs")
    both = journal_of(folder, 20, 4000), journal_of(folder, 120, 4000)
    yield both
    for con in both:
        close(con)


def steps(con: Connection, look: Any) -> int:
    counted = 0

    def tick() -> int:
        nonlocal counted
        counted += 1
        return 0

    con.set_progress_handler(tick, 1)
    look(con)
    con.set_progress_handler(None, 0)
    return counted


@pytest.mark.parametrize(
    ("look", "most"),
    [
        (lambda con: list(listed(con, ALL, 20)), 0),
        (lambda con: review(con, 9), 0),
        (lambda con: count(con, ALL), 60),
        (lambda con: marks_of(con, ALL, 10), 0),
        (lambda con: written_in(con, ALL, 10), 0),
    ],
    ids=["a page of the list", "one review", "a count", "the latest marks", "the latest texts"],
)
def test_a_look_at_a_few_costs_the_same_in_a_large_journal(
    look: Any, most: int, small_and_large: tuple[Connection, Connection]
) -> None:
    small, large = (steps(con, look) for con in small_and_large)

    assert small > 20
    assert large - small <= most * 100


def test_all_reviews_are_never_in_memory_together(
    small_and_large: tuple[Connection, Connection],
) -> None:
    peaks = []
    for con in small_and_large:
        tracemalloc.start()
        seen = sum(len(each.answers) for each in reviews(con, ALL))
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        assert seen in {20, 120}

    assert peaks[1] < peaks[0] + 100_000
    assert peaks[1] < 120 * 20_000 / 4


def test_counting_grows_with_the_reviews_and_no_faster(
    small_and_large: tuple[Connection, Connection],
) -> None:
    small, large = (steps(con, lambda con: marks_of(con, ALL)) for con in small_and_large)

    assert large <= small * 120 / 20
    assert large <= 120 * 300


def test_texts_that_are_not_shown_are_not_read(
    small_and_large: tuple[Connection, Connection],
) -> None:
    _, large = small_and_large

    texts = gathered(large, ALL).written

    assert len({text.review for text in texts}) == 40


def test_the_marks_of_a_review_take_little_memory(
    small_and_large: tuple[Connection, Connection],
) -> None:
    _, large = small_and_large
    marks_of(large, ALL)
    tracemalloc.start()
    kept = marks_of(large, ALL)
    held, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert len(kept) == 120
    assert held <= 120 * 900
    assert peak <= 120 * 1200
