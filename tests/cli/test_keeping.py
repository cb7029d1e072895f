"""The journal file looked after from the command line: state, check, backups, restore."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from program import CORE, PASSPHRASE, failnote, on_terminal


@pytest.fixture
def passphrase(monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    return PASSPHRASE


@pytest.mark.usefixtures("passphrase")
def test_status_says_everything_about_a_journal_in_order(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("failnote.terminal.editor_file.MEMORY", locked.parent)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(locked.parent))
    monkeypatch.setattr("tempfile.tempdir", str(locked.parent))
    locked.parent.chmod(0o700)
    failnote("journal", "backup", "--journal", locked, "--today", "2026-03-20")

    done = failnote("journal", "status", "--journal", locked)

    assert done.code == 0
    assert done.out.splitlines() == [
        str(locked),
        f"encrypted with SQLCipher 4, 1 review, {locked.stat().st_size:,} bytes, layout 1",
        f"last backup: 2026-03-20; 1 kept in {locked.parent / 'backups'}",
        "permissions: yours alone",
        "left behind: nothing",
    ]


def test_status_names_what_is_not_as_it_should_be(journal: Path) -> None:
    journal.chmod(0o644)
    journal.with_name(".journal.db.12.new").touch()
    code = failnote("cases").out.split()[0]
    failnote("journal", "hold", code)

    out = failnote("journal", "status").out

    assert "NOT encrypted, 3 reviews" in out
    assert f"on hold: {code}" in out
    assert "last backup: none yet" in out
    assert f"others may open it: {journal}" in out
    assert "left behind: " in out
    assert ".journal.db.12.new" in out


@pytest.mark.usefixtures("journal")
def test_check_of_a_sound_journal() -> None:
    done = failnote("journal", "check")

    assert (done.code, done.out, done.err) == (0, "Everything is as it was written.\n", "")


@pytest.fixture
def damaged(journal: Path) -> Path:
    """A journal in which one answer does not say any more what was written."""
    with closing(sqlite3.connect(journal)) as con:
        con.execute("UPDATE answer SET text = 'never said' WHERE question = 'quick.inner'")
        con.commit()
    return journal


@pytest.mark.usefixtures("damaged")
def test_search_names_a_damaged_answer_and_does_not_show_it() -> None:
    done = failnote("search", "said")

    assert "DAMAGED, and left out." in done.out
    assert "never said" not in done.out


@pytest.mark.usefixtures("damaged")
def test_check_names_the_damaged_answer_and_not_its_words() -> None:
    done = failnote("journal", "check")

    assert done.code == 5
    assert "Review 2: the answer to quick.inner is damaged." in done.out
    assert "restore" in done.err
    assert "never said" not in done.out + done.err


@pytest.mark.usefixtures("damaged")
def test_a_damaged_answer_is_neither_shown_nor_exported_as_true() -> None:
    shown, exported = failnote("show", "2"), failnote("export")

    assert "DAMAGED, and left out: quick.inner" in shown.out
    assert exported.code == 0
    assert "Review 2: left out, since damaged: quick.inner." in exported.err
    assert "never said" not in shown.out + exported.out
    assert len(exported.out.splitlines()) == 3


@pytest.mark.usefixtures("damaged")
def test_what_is_intact_is_rescued_and_can_be_exported() -> None:
    done = failnote("journal", "check", "--rescue", "new.db")

    assert done.code == 5
    assert failnote("journal", "check", "--journal", "new.db").code == 0
    assert len(failnote("export", "--journal", "new.db").out.splitlines()) == 3


def test_a_backup_is_written_where_it_is_wanted(journal: Path) -> None:
    done = failnote("journal", "backup", "-o", "stick.db")

    assert done.code == 0
    assert "Written and read back: stick.db" in done.err
    assert Path("stick.db").stat().st_mode & 0o777 == 0o600
    assert failnote("list", "--journal", "stick.db").out == failnote("list").out
    assert failnote("journal", "backup", "-o", "stick.db").code == 1
    assert failnote("journal", "backup", "-o", "stick.db", "--force").code == 0
    assert journal.exists()


def test_only_so_many_backups_are_kept(journal: Path) -> None:
    for _ in range(3):
        failnote("journal", "backup", "--keep", "2")

    assert len(list((journal.parent / "backups").iterdir())) == 2


@pytest.mark.usefixtures("journal")
def test_row_46_a_restore_gives_the_same_export_and_keeps_what_was_there() -> None:
    before = failnote("export", "--no-mask").out
    failnote("journal", "backup")
    failnote("delete", "1")

    done = failnote("journal", "restore", "--yes")

    assert done.code == 0, done.err
    assert "This backup is NOT encrypted" in done.err
    assert failnote("export", "--no-mask").out == before
    (aside,) = (Path("data") / "failnote").glob("*.before-*")
    assert str(aside) in done.err
    assert len(failnote("list", "--journal", aside).out.splitlines()) == 2


@pytest.mark.usefixtures("journal")
def test_a_restore_asks_first() -> None:
    failnote("journal", "backup")

    unasked = failnote("journal", "restore")
    refused = failnote("journal", "restore", "--plain", stdin="2\n")
    agreed = failnote("journal", "restore", "--plain", stdin="1\n")

    assert (unasked.code, refused.code, agreed.code) == (2, 1, 0)
    assert "--yes" in unasked.err


def test_a_journal_that_is_gone_is_restored_without_asking(journal: Path) -> None:
    failnote("journal", "backup")
    journal.unlink()

    assert failnote("journal", "restore").code == 0
    assert len(failnote("list").out.splitlines()) == 3


def test_without_a_backup_a_restore_says_what_to_do() -> None:
    done = failnote("journal", "restore")

    assert done.code == 1
    assert "restore FILE" in done.err
    assert failnote("journal", "restore", "nowhere.db").code == 1


def test_a_backup_with_a_secret_of_its_own_is_asked_for(journal: Path, locked: Path) -> None:
    done = failnote("journal", "restore", locked, "--yes")
    assert done.code == 3

    with on_terminal("journal", "restore", locked) as screen:
        screen.wait("Passphrase of the backup:").send("Wren7\r")
        screen.wait("Passphrase of the backup:").send(f"{PASSPHRASE}\r")
        screen.wait("Put locked.db in the place of").send("\x1b[A\r")
        code = screen.join()

    assert code == 0, screen.text()
    assert not journal.read_bytes().startswith(b"SQLite")
    assert b"Wren7" not in screen.raw


def test_the_journal_s_passphrase_that_does_not_open_the_backup_is_no_end(
    journal: Path, locked: Path
) -> None:
    env = {"FAILNOTE_PASSPHRASE": "Wren7 is another"}
    with on_terminal("journal", "restore", locked, "--yes", env=env) as screen:
        screen.wait("does not open this backup")
        screen.wait("Passphrase of the backup:").send(f"{PASSPHRASE}\r")
        code = screen.join()

    assert code == 0, screen.text()
    assert not journal.read_bytes().startswith(b"SQLite")


@pytest.mark.usefixtures("journal")
def test_a_query_shows_the_views_and_asks_them() -> None:
    described = failnote("journal", "query")
    table = failnote("journal", "query", "SELECT number, guide FROM v_review ORDER BY number")
    piped = failnote("journal", "query", "-", "--json", stdin="SELECT count(*) AS n FROM v_review")
    as_csv = failnote("journal", "query", "-f", "csv", "SELECT number FROM v_review LIMIT 1")

    assert described.out.startswith("v_answer\n    number, case_code, date")
    assert table.out.splitlines()[:2] == ["number  guide", "1       core"]
    assert piped.out.split() == ["[", "{", '"n":', "3", "}", "]"]
    assert as_csv.out.splitlines() == ["number", "1"]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("sql", ["DELETE FROM review", "SELECT text FROM answer", "SELEKT 1"])
def test_a_query_that_is_none_is_wrong_usage(sql: str) -> None:
    done = failnote("journal", "query", sql)

    assert (done.code, done.out) == (2, "")
    assert len(failnote("list").out.splitlines()) == 3


@pytest.mark.usefixtures("journal")
def test_terms_come_from_a_file_or_are_asked_for_and_never_stand_in_the_command() -> None:
    Path("names.txt").write_text("Ilse Blom\nDelft\n\n")

    from_file = failnote("journal", "terms", "add", "--file", "names.txt", "--role", "place")
    asked = failnote("journal", "terms", "add", "--plain", stdin="Wren\nJonas\n\n")
    removed = failnote("journal", "terms", "remove", "2")

    assert "2 terms added" in from_file.err
    assert asked.code == 0, asked.err
    assert removed.code == 0
    listed = failnote("journal", "terms").out
    assert "Ilse Blom" in listed
    assert "Delft" not in listed


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("content", "code"), [(b"\xff\xfe", 2), (b"x" * 300, 2), (None, 2)], ids=["utf8", "long", "no"]
)
def test_a_list_that_cannot_be_taken_adds_nothing(content: bytes | None, code: int) -> None:
    if content is not None:
        Path("names.txt").write_bytes(content)

    done = failnote("journal", "terms", "add", "--file", "names.txt")

    assert done.code == code
    assert failnote("journal", "terms").out == ""


@pytest.mark.parametrize(
    "command",
    [
        ("journal", "status"),
        ("journal", "check"),
        ("journal", "backup"),
        ("journal", "query"),
        ("journal", "terms"),
        ("journal", "purge", "--all"),
        ("journal", "distil", "--all"),
        ("journal", "passphrase"),
        ("journal", "encrypt"),
        ("journal", "decrypt"),
        ("journal", "recover"),
    ],
    ids=" ".join,
)
def test_without_a_journal_nothing_is_made(command: tuple[str, ...], home: Path) -> None:
    done = failnote(*command, "--journal", "none.db")

    assert done.code == 1
    assert "no journal" in done.err.lower()
    assert list(home.iterdir()) == []


def test_looking_at_the_file_imports_no_models(journal: Path) -> None:
    code = (
        "import sys; from failnote.cli import run\n"
        "for words in (['status'], ['check'], ['backup'], ['query'], ['terms']):\n"
        "    sys.argv = ['failnote', 'journal', *words]\n"
        "    assert run() == 0\n"
        "assert not {'sqlmodel', 'sqlalchemy'} & set(sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ, capture_output=True, text=True, check=False
    )

    assert done.returncode == 0, done.stderr
    assert journal.exists()


@pytest.mark.usefixtures("passphrase")
def test_an_encrypted_journal_with_a_broken_page_is_checked_and_rescued(home: Path) -> None:
    path = home / "j.db"
    answers = CORE.read_text()
    for _ in range(3):
        failnote("review", "--answers", "-", "--journal", path, stdin=answers)
    content = bytearray(path.read_bytes())
    content[len(content) * 3 // 4] ^= 1
    path.write_bytes(content)

    done = failnote("journal", "check", "--journal", path, "--rescue", "new.db")

    assert done.code == 5
    assert "pages were changed" in done.out
    assert failnote("journal", "check", "--journal", "new.db").code == 0
    assert failnote("export", "--journal", "new.db").code == 0
