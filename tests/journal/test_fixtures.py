"""Journals of every layout there ever was: they open, and nothing of them is lost."""

import hashlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from failnote.errors import NewerJournalError
from failnote.journal.checking import check
from failnote.journal.connection import Connection
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import resume, review, reviews
from failnote.journal.schema import STEPS
from failnote.journal.searching import search
from failnote.selection import Selection
from fixtures.make import fixture
from journal.invented import PASSPHRASE
from reading_without_failnote import opened, told

KINDS = {"plain": None, "encrypted": PASSPHRASE}
STEP_2 = (
    "ALTER TABLE review ADD COLUMN mood TEXT NOT NULL DEFAULT ''",
    "CREATE TABLE later(id INTEGER PRIMARY KEY, review_id INTEGER REFERENCES review(id)) STRICT",
    "INSERT INTO later(review_id) SELECT id FROM review",
    "UPDATE review SET mood = 'x'",
)


@pytest.fixture(params=[(v, k) for v in range(1, len(STEPS) + 1) for k in KINDS], ids=str)
def old(request: pytest.FixtureRequest, path: Path) -> tuple[Path, str | None]:
    """A journal as an earlier failnote left it, and its passphrase."""
    version, kind = request.param
    shutil.copy(fixture(version, kind), path)
    return path, KINDS[kind]


def dump(con: Connection) -> list[object]:
    return [*reviews(con, Selection()), resume(con, 9)]


def test_row_17_every_layout_opens_and_says_what_it_said(old: tuple[Path, str | None]) -> None:
    path, passphrase = old

    con = open_journal(path, passphrase, write=True)

    assert review(con, 7).answers[0].text == "Later: an e-mail."
    assert review(con, 7).plans[0].follow_ups[0].answers[0].text == "Twice it came too late."
    assert resume(con, 9)[1] == {"core.facts": "Half a sen"}
    assert [hit.number for hit in search(con, "naher", Selection())] == [10]
    assert con.execute("SELECT term FROM term").fetchone() == ("Ilse Blom",)
    key = con.key
    close(con)
    assert check(path, key) == ([], [])


def test_every_layout_is_read_without_failnote(old: tuple[Path, str | None]) -> None:
    path, passphrase = old

    con = opened(str(path), passphrase or "")
    lines = "\n".join(told(con))
    con.close()

    assert "7 · 2026-03-14 · maple-lantern-27" in lines
    assert "Later: an e-mail." in lines
    assert "IF someone asks for every other week THEN say what I think it is about" in lines


def test_the_way_without_failnote_is_about_thirty_lines_and_needs_nothing_of_it() -> None:
    source = (Path(__file__).parents[1] / "reading_without_failnote.py").read_text()
    code = [row for row in source.split('"""')[2].splitlines() if row.strip()]

    assert len(code) <= 32
    assert "import failnote" not in source
    assert "from failnote" not in source


def test_a_step_to_come_is_taken_after_a_backup_and_loses_nothing(
    old: tuple[Path, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, passphrase = old
    con = open_journal(path, passphrase)
    before = dump(con)
    close(con)
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))

    con = open_journal(path, passphrase, write=True)

    assert dump(con) == before
    assert con.execute("SELECT count(*) FROM later").fetchone() == (4,)
    close(con)
    kept = path.with_name(f"{path.name}.layout-{len(STEPS)}.backup")
    monkeypatch.undo()
    con = open_journal(kept, passphrase)
    assert dump(con) == before
    close(con)


def test_row_16_the_older_program_leaves_the_newer_file_alone(
    old: tuple[Path, str | None], monkeypatch: pytest.MonkeyPatch
) -> None:
    path, passphrase = old
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))
    close(open_journal(path, passphrase, write=True))
    monkeypatch.undo()
    before = hashlib.sha256(path.read_bytes()).digest()

    for write in (False, True):
        with pytest.raises(NewerJournalError, match="layout 2"):
            open_journal(path, passphrase, write=write)

    assert hashlib.sha256(path.read_bytes()).digest() == before


KILLED = """
import os, signal, sys
from pathlib import Path
from failnote.journal import opening, schema
from journal.test_fixtures import STEP_2

at = int(sys.argv[3])
died = (*STEP_2[:at], "SELECT die()", *STEP_2[at:])
opening.STEPS = (*schema.STEPS, died)
usual = opening.prepared

def deadly(con, pragmas):
    con.create_function("die", 0, lambda: os.kill(os.getpid(), signal.SIGKILL))
    return usual(con, pragmas)

opening.prepared = deadly
opening.open_journal(Path(sys.argv[1]), sys.argv[2] or None, write=True)
"""


@pytest.mark.parametrize("at", range(len(STEP_2) + 1))
def test_row_15_killed_at_any_statement_of_a_step_it_is_the_old_layout(
    at: int, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copy(fixture(1, "plain"), path)
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    done = subprocess.run(
        [sys.executable, "-c", KILLED, str(path), "", str(at)], env=environ, check=False
    )

    assert done.returncode == -signal.SIGKILL
    con = open_journal(path)
    assert con.execute("PRAGMA user_version").fetchone() == (1,)
    assert len(dump(con)) == 4
    close(con)
    assert path.with_name("journal.db.layout-1.backup").exists()
    monkeypatch.setattr("failnote.journal.opening.STEPS", (*STEPS, STEP_2))
    con = open_journal(path, write=True)
    assert con.execute("PRAGMA user_version").fetchone() == (2,)
    close(con)
