"""The steps that bring a journal up to date: whole or not at all, and never without a backup."""

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal.connection import Connection, connect
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.reading import review
from failnote.journal.schema import STEPS, migrate
from failnote.journal.schema_1 import STEP_1
from failnote.journal.writing import Writer
from journal.invented import PASSPHRASE, finished
from journal.processes import together

Steps = tuple[Sequence[str], ...]

STEP_2 = (
    "ALTER TABLE review ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE later(id INTEGER PRIMARY KEY, review_id INTEGER REFERENCES review(id)) STRICT",
    "INSERT INTO later(review_id) SELECT id FROM review",
    "DROP VIEW v_plan",
)


def layout(con: Connection) -> tuple[int, list[tuple[str, ...]]]:
    version = con.execute("PRAGMA user_version").fetchone()[0]
    return version, con.execute("SELECT type, name, sql FROM sqlite_master ORDER BY 2").fetchall()


def nothing(_: Connection, __: int) -> None:
    """Keep no backup."""


def test_a_new_journal_has_taken_every_step(writer: Writer) -> None:
    assert layout(writer.connection)[0] == len(STEPS)


def test_the_missing_step_is_taken_and_the_reviews_stay(writer: Writer) -> None:
    finished(writer, "Still here.")

    migrate(writer.connection, nothing, (*STEPS, STEP_2))

    assert layout(writer.connection)[0] == 2
    assert review(writer.connection, 1).answers[0].text == "Still here."
    assert writer.connection.execute("SELECT count(*) FROM later").fetchone() == (1,)


def test_a_journal_that_is_up_to_date_is_left_alone(writer: Writer) -> None:
    before = layout(writer.connection)

    migrate(writer.connection, lambda *_: pytest.fail("no backup is needed"))

    assert layout(writer.connection) == before


@pytest.mark.parametrize("at", range(len(STEP_2) + 1))
def test_a_step_that_fails_at_any_statement_leaves_the_old_layout(at: int, writer: Writer) -> None:
    finished(writer)
    before = layout(writer.connection)
    broken = (*STEP_2[:at], "SELECT no_such_function()", *STEP_2[at:])

    with pytest.raises(JournalError):
        migrate(writer.connection, nothing, (*STEPS, broken))

    assert layout(writer.connection) == before
    assert writer.connection.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert not writer.connection.in_transaction


def test_a_step_that_orphans_rows_is_taken_back(writer: Writer) -> None:
    finished(writer)
    before = layout(writer.connection)

    with pytest.raises(JournalError, match="belong to nothing"):
        migrate(writer.connection, nothing, (*STEPS, ("DELETE FROM case_card",)))

    assert layout(writer.connection) == before


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_opening_for_writing_keeps_a_backup_of_the_old_layout(
    passphrase: str | None, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer = Writer(create_journal(path, passphrase))
    finished(writer, "Before the change.")
    key = writer.connection.key
    close(writer.connection)
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))

    close(open_journal(path, key=key, write=True))

    backup = path.with_name("journal.db.layout-1.backup")
    assert sorted(entry.name for entry in path.parent.iterdir()) == [path.name, backup.name]
    assert backup.stat().st_mode & 0o777 == 0o600
    assert backup.read_bytes().startswith(b"SQLite") is (passphrase is None)
    monkeypatch.undo()
    old = open_journal(backup, key=key)
    assert review(old, 1).answers[0].text == "Before the change."
    close(old)


def test_without_room_for_a_backup_nothing_is_changed(
    writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = layout(writer.connection)
    close(writer.connection)
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))
    path.with_name("journal.db.layout-1.backup.part").mkdir()

    with pytest.raises(JournalError, match="backup"):
        open_journal(path, write=True)

    con = connect(path)
    assert layout(con) == before
    con.close()


def test_two_processes_take_a_step_once(
    writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(writer)
    close(writer.connection)
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))

    results = together(*[lambda: close(open_journal(path, write=True))] * 4)

    assert results == [None] * 4
    backup = connect(path.with_name("journal.db.layout-1.backup"))
    assert layout(backup)[0] == 1
    backup.close()


def test_every_table_checks_its_types_and_forbids_missing_values() -> None:
    tables = [sql for sql in STEP_1 if sql.startswith("CREATE TABLE")]

    assert tables
    for sql in tables:
        assert "STRICT" in sql.rsplit(")", 1)[1]


def test_the_owner_reads_what_a_view_holds_in_the_file_itself(writer: Writer) -> None:
    views = dict(
        writer.connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'view'")
    )

    assert sorted(views) == ["v_answer", "v_mark", "v_plan", "v_review"]
    assert all(re.search(r"-- \w+", sql) for sql in views.values())
