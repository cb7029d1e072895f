"""Every way to open a journal, and everything that is none."""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from platformdirs import user_data_path

from failnote.errors import (
    DamagedError,
    FailnoteError,
    JournalError,
    LockedError,
    NewerJournalError,
    UsageError,
)
from failnote.journal.connection import Connection, SqliteError, connect
from failnote.journal.opening import close, create_journal, journal_path, open_journal, probe
from failnote.journal.reading import review, unfinished
from failnote.journal.writing import Writer
from journal.invented import NOW, PASSPHRASE, begun, finished
from journal.processes import without_rights


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def plain(path: Path) -> None:
    close(create_journal(path))


def foreign(path: Path) -> None:
    with sqlite3.connect(path) as con:
        con.execute("CREATE TABLE other(x)")
    con.close()


def cut(make: Callable[[Path], None], size: int) -> Callable[[Path], None]:
    def made(path: Path) -> None:
        make(path)
        os.truncate(path, path.stat().st_size + size)

    return made


def test_a_path_from_the_option_goes_before_the_environment() -> None:
    named = journal_path(Path("/a/b.db"), {"FAILNOTE_JOURNAL": "/c/d.db"})

    assert named == (Path("/a/b.db"), True)


def test_a_path_from_the_environment_counts_as_named() -> None:
    assert journal_path(None, {"FAILNOTE_JOURNAL": "/c/d.db"}) == (Path("/c/d.db"), True)


@pytest.mark.parametrize("data", [None, "", "/data", "/data/with blank ", "relative", " "])
def test_the_default_path_lies_where_the_platform_keeps_data(
    data: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    if data is not None:
        monkeypatch.setenv("XDG_DATA_HOME", data)

    found = journal_path(None, os.environ)

    assert found == (user_data_path("failnote", appauthor=False) / "journal.db", False)


def test_the_home_of_nobody_is_a_sentence() -> None:
    with pytest.raises(UsageError, match="no-such-user-here"):
        journal_path(Path("~no-such-user-here/j.db"), {})


def test_probe_tells_missing_plain_and_encrypted_apart(tmp_path: Path, encrypted: Path) -> None:
    plain(tmp_path / "plain.db")

    found = [probe(tmp_path / "none.db"), probe(tmp_path / "plain.db"), probe(encrypted)]

    assert found == ["missing", "plain", "encrypted"]


def test_a_path_below_a_file_is_missing(encrypted: Path) -> None:
    assert probe(encrypted / "journal.db") == "missing"


NO_JOURNAL: dict[str, tuple[Callable[[Path], object], type[FailnoteError], str]] = {
    "directory": (Path.mkdir, JournalError, "is a folder"),
    "fifo": (os.mkfifo, JournalError, "no regular file"),
    "empty": (Path.touch, JournalError, "is empty"),
    "text": (lambda path: path.write_text("Notes äöü\n" * 700), JournalError, "is a text file"),
    "short text": (lambda path: path.write_text("x"), JournalError, "is a text file"),
    "foreign SQLite": (foreign, JournalError, "another program"),
    "plain, cut by a page": (cut(plain, -4096), DamagedError, "cut off"),
    "plain, cut by a byte": (cut(plain, -1), DamagedError, "cut off"),
    "noise": (lambda path: path.write_bytes(b"\x91\x00\xff" * 700), DamagedError, "cut off"),
}


@pytest.mark.parametrize(("make", "error", "words"), NO_JOURNAL.values(), ids=NO_JOURNAL)
def test_what_is_no_journal_is_refused_and_left_alone(
    make: Callable[[Path], object], error: type[FailnoteError], words: str, path: Path
) -> None:
    make(path)

    for attempt in (probe, open_journal):
        with pytest.raises(error, match=words) as caught:
            attempt(path)
        assert type(caught.value) is error
    assert names(path.parent) == [path.name]


def test_a_text_that_is_cut_inside_a_character_is_still_a_text(path: Path) -> None:
    path.write_text("x" + "ä" * 4000)

    with pytest.raises(JournalError, match="text file"):
        probe(path)


def test_opening_a_missing_journal_makes_nothing(path: Path) -> None:
    with pytest.raises(JournalError, match="no journal at"):
        open_journal(path, write=True)

    assert names(path.parent) == []


@pytest.mark.parametrize("missing", [1, 4096, 4096 * 5])
def test_an_encrypted_journal_that_was_cut_off_is_damaged(
    missing: int, encrypted: Path, key: bytes
) -> None:
    os.truncate(encrypted, encrypted.stat().st_size - missing)

    with pytest.raises(DamagedError):
        open_journal(encrypted, key=key)


def test_a_changed_byte_in_an_encrypted_journal_is_damage(encrypted: Path, key: bytes) -> None:
    con = open_journal(encrypted, key=key)
    root = "SELECT rootpage FROM sqlite_master WHERE name = 'review_started'"
    page = con.execute(root).fetchone()[0]
    close(con)
    content = bytearray(encrypted.read_bytes())
    content[4096 * (page - 1) + 200] ^= 1
    encrypted.write_bytes(content)
    con = open_journal(encrypted, key=key)

    with pytest.raises(DamagedError, match="damaged"):
        unfinished(con)
    close(con)


def test_the_passphrase_opens_an_encrypted_journal_in_either_normal_form(path: Path) -> None:
    close(create_journal(path, "caf\u00e9 au lait"))

    con = open_journal(path, "cafe\u0301 au lait")

    assert unfinished(con) == []
    close(con)


def test_a_wrong_passphrase_ten_times_changes_no_byte_and_says_the_same(
    encrypted: Path, key: bytes, capfd: pytest.CaptureFixture[str]
) -> None:
    before = digest(encrypted)
    told = set()

    for attempt in range(10):
        wrong = bytes([attempt]) * 32
        with pytest.raises(LockedError) as caught:
            open_journal(encrypted, key=wrong, write=attempt % 2 == 0)
        told.add(str(caught.value))
    with pytest.raises(LockedError) as caught:
        open_journal(encrypted, "not the passphrase")
    told.add(str(caught.value))

    assert len(told) == 1
    assert digest(encrypted) == before
    assert names(encrypted.parent) == [encrypted.name]
    assert capfd.readouterr() == ("", "")
    close(open_journal(encrypted, key=key))


@pytest.mark.parametrize("passphrase", [None, ""])
def test_an_encrypted_journal_without_passphrase_stays_locked(
    passphrase: str | None, encrypted: Path
) -> None:
    with pytest.raises(LockedError, match="needs its passphrase"):
        open_journal(encrypted, passphrase)


def test_a_plain_journal_opens_whatever_passphrase_is_given(writer: Writer, path: Path) -> None:
    finished(writer)

    con = open_journal(path, PASSPHRASE)

    assert review(con, 1).number == 1
    close(con)


def set_version(path: Path, key: bytes | None, version: int) -> None:
    con = connect(path, key)
    con.execute(f"PRAGMA user_version={version}")
    close(con)


@pytest.mark.parametrize("write", [False, True], ids=["reading", "writing"])
@pytest.mark.parametrize("is_plain", [False, True], ids=["encrypted", "plain"])
def test_a_newer_journal_is_refused_and_stays_as_it_is(
    is_plain: bool, write: bool, path: Path, encrypted: Path, key: bytes
) -> None:
    if is_plain:
        encrypted.unlink()
        plain(path)
    used = None if is_plain else key
    set_version(path, used, 99)
    before = digest(path)

    with pytest.raises(NewerJournalError, match="layout 99"):
        open_journal(path, key=used, write=write)

    assert digest(path) == before
    assert names(path.parent) == [path.name]


def test_a_newer_journal_that_was_not_closed_keeps_its_log(encrypted: Path, key: bytes) -> None:
    con = connect(encrypted, key)
    con.execute("PRAGMA user_version=99")
    log = Path(f"{encrypted}-wal")
    saved = encrypted.read_bytes(), log.read_bytes()
    con.close()
    encrypted.write_bytes(saved[0])
    log.write_bytes(saved[1])

    with pytest.raises(NewerJournalError):
        open_journal(encrypted, key=key, write=True)

    assert (encrypted.read_bytes(), log.read_bytes()) == saved


def test_an_encrypted_file_of_another_program_is_no_journal(path: Path) -> None:
    key = b"k" * 32
    path.touch()
    con = connect(path, key + b"s" * 16)
    con.execute("CREATE TABLE other(x)")
    con.close()

    with pytest.raises(JournalError, match="another program"):
        open_journal(path, key=key)


def test_reading_an_older_layout_asks_for_a_writing_command(writer: Writer, path: Path) -> None:
    close(writer.connection)
    set_version(path, None, 0)

    with pytest.raises(JournalError, match="older failnote"):
        open_journal(path)


def test_a_reading_connection_cannot_write(writer: Writer, path: Path) -> None:
    finished(writer)
    con = open_journal(path)

    with pytest.raises(SqliteError, match="readonly"):
        con.execute("DELETE FROM review")
    close(con)


def test_reading_leaves_one_file_and_the_same_bytes(encrypted: Path, key: bytes) -> None:
    before = digest(encrypted)

    con = open_journal(encrypted, key=key)
    unfinished(con)
    close(con)

    assert names(encrypted.parent) == [encrypted.name]
    assert digest(encrypted) == before


def test_writing_leaves_one_file_after_closing(encrypted: Path, key: bytes) -> None:
    con = open_journal(encrypted, key=key, write=True)
    writer = Writer(con)
    opened = begun(writer)
    writer.keep_draft(opened, "core.facts", "half", NOW)
    during = names(encrypted.parent)
    close(con)

    assert len(during) == 3
    assert names(encrypted.parent) == [encrypted.name]


def test_closing_empties_the_log_while_another_connection_stays(writer: Writer, path: Path) -> None:
    other = open_journal(path, write=True)
    finished(Writer(other))
    before = Path(f"{path}-wal").stat().st_size

    close(other)

    assert before > 0
    assert Path(f"{path}-wal").stat().st_size == 0


def pragmas(con: Connection) -> dict[str, object]:
    wanted = ("journal_mode", "synchronous", "foreign_keys", "secure_delete", "temp_store")
    return {name: con.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}


def test_a_writing_connection_keeps_what_it_acknowledged(encrypted: Path, key: bytes) -> None:
    con = open_journal(encrypted, key=key, write=True)

    found = pragmas(con), pragmas(con.drafts())
    close(con)

    full = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "secure_delete": 1,
        "temp_store": 2,
    }
    assert found == (full, full | {"synchronous": 1})


@pytest.fixture
def shelf() -> Iterator[Path]:
    """A folder that everyone may look into."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder
        folder.chmod(0o755)


def lock(folder: Path) -> None:
    for entry in folder.iterdir():
        entry.chmod(0o444)
    folder.chmod(0o555)


def test_a_journal_on_read_only_media_can_be_read(shelf: Path) -> None:
    writer = Writer(create_journal(shelf / "j.db"))
    finished(writer)
    close(writer.connection)
    lock(shelf)

    found = without_rights(lambda: review(open_journal(shelf / "j.db"), 1).number)

    assert found == 1
    assert names(shelf) == ["j.db"]


def test_a_journal_on_read_only_media_cannot_be_written(shelf: Path) -> None:
    plain(shelf / "j.db")
    lock(shelf)

    found = without_rights(lambda: open_journal(shelf / "j.db", write=True))

    assert isinstance(found, JournalError)
    assert "read-only" in str(found)


def test_a_read_only_journal_with_a_log_is_read_from_memory_and_leaves_nothing(
    shelf: Path,
) -> None:
    writer = Writer(create_journal(shelf / "j.db"))
    finished(writer, "Only the log knows this.")
    for ending in ("", "-wal"):
        (shelf / f"copy.db{ending}").write_bytes((shelf / f"j.db{ending}").read_bytes())
    close(writer.connection)
    lock(shelf)

    def read() -> tuple[str, list[str]]:
        text = review(open_journal(shelf / "copy.db"), 1).answers[0].text
        return text, [path.name for path in Path("/dev/shm").glob(f"failnote-{os.getpid()}-*")]

    found, left = without_rights(read)

    assert found == "Only the log knows this."
    assert left == []
    assert names(shelf) == ["copy.db", "copy.db-wal", "j.db"]
