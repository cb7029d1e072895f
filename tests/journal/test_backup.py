"""Backups: made, counted, read back, and put in the journal's place."""

from datetime import timedelta
from pathlib import Path

import pytest

from failnote.errors import DamagedError, JournalError, NewerJournalError
from failnote.journal import backup
from failnote.journal.backup import back_up, back_up_to, kept_backups, opened_backup, put_back
from failnote.journal.connection import Connection, connect
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import review
from failnote.journal.writing import Writer
from journal.invented import LATER, NOW, begun, finished, step, told
from journal.processes import together


def test_the_newest_stay_and_the_oldest_go(writer: Writer, path: Path) -> None:
    made = [back_up(writer.connection, NOW + timedelta(days=day), keep=3) for day in range(5)]

    assert kept_backups(path) == made[:1:-1]


def test_two_backups_within_a_second_are_two(writer: Writer, path: Path) -> None:
    back_up(writer.connection, NOW)
    back_up(writer.connection, NOW)

    assert len(kept_backups(path)) == 2


def test_backups_of_another_journal_in_the_folder_are_left_alone(
    writer: Writer, path: Path
) -> None:
    back_up(writer.connection, NOW)
    other = path.parent / "backups" / "other.db.2020-01-01T000000.backup"
    other.touch()

    back_up(writer.connection, LATER, keep=1)

    assert other.exists()
    assert len(kept_backups(path)) == 1


def test_a_backup_and_its_folder_are_the_owner_s_alone(writer: Writer) -> None:
    made = back_up(writer.connection, NOW)

    assert made.stat().st_mode & 0o777 == 0o600
    assert made.parent.stat().st_mode & 0o777 == 0o700


def test_a_backup_elsewhere_does_not_overwrite_unless_asked(writer: Writer, tmp_path: Path) -> None:
    target = tmp_path / "stick.backup"
    target.write_text("mine")

    with pytest.raises(JournalError, match="is there already"):
        back_up_to(writer.connection, target, force=False)
    back_up_to(writer.connection, target, force=True)

    assert target.read_bytes().startswith(b"SQLite")


def test_a_backup_never_goes_through_a_link(writer: Writer, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine")
    link = tmp_path / "stick.backup"
    link.symlink_to(tmp_path / "mine")

    for force in (False, True):
        with pytest.raises(JournalError, match="is there already"):
            back_up_to(writer.connection, link, force=force)
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_backup_that_does_not_read_back_gets_no_name(
    writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backup, "is_sound", lambda _: False)

    with pytest.raises(JournalError, match="did not read back"):
        back_up(writer.connection, NOW)

    assert not (path.parent / "backups").exists()


def test_a_backup_made_while_others_write_is_whole(writer: Writer, path: Path) -> None:
    finished(writer)
    close(writer.connection)

    def write() -> None:
        own = Writer(open_journal(path, write=True))
        for _ in range(15):
            own.commit(begun(own), step(told("q", "x" * 3000), finished=True), NOW)
        close(own.connection)

    def copy() -> list[int]:
        con = open_journal(path, write=True)
        found = []
        for day in range(5):
            made = back_up(con, NOW + timedelta(days=day), keep=9)
            with opened_backup(made, None) as kept:
                found.append(kept.execute("SELECT count(*) FROM review").fetchone()[0])
        close(con)
        return found

    counts = together(write, copy)[1]

    assert counts == sorted(counts)


def restored(kept: Path, path: Path, key: bytes | None = None) -> Path | None:
    with opened_backup(kept, key) as con:
        return put_back(con, path, LATER)


def test_a_restored_journal_is_the_backup_and_the_old_one_is_kept(
    encrypted: Path, key: bytes
) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    finished(writer, "In the backup.")
    kept = back_up(writer.connection, NOW)
    finished(writer, "Only in the journal.")
    close(writer.connection)

    aside = restored(kept, encrypted, key)

    assert aside is not None
    assert aside.stat().st_mode & 0o777 == 0o600
    assert numbers(encrypted, key) == [1]
    assert numbers(aside, key) == [1, 2]


def numbers(path: Path, key: bytes | None) -> list[int]:
    con = open_journal(path, key=key)
    found = [number for (number,) in con.execute("SELECT number FROM review")]
    close(con)
    return found


def test_a_log_of_the_old_journal_goes_with_it(encrypted: Path, key: bytes) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    finished(writer)
    kept = back_up(writer.connection, NOW)
    finished(writer)
    left = {ending: Path(f"{encrypted}{ending}").read_bytes() for ending in ("", "-wal")}
    close(writer.connection)
    for ending, content in left.items():
        Path(f"{encrypted}{ending}").write_bytes(content)

    aside = restored(kept, encrypted, key)

    assert aside is not None
    assert numbers(encrypted, key) == [1]
    assert numbers(aside, key) == [1, 2]


@pytest.mark.parametrize("left", [b"", b"no journal at all", b"\x07" * 9000])
def test_a_journal_that_is_beyond_reading_can_be_replaced(
    left: bytes, writer: Writer, path: Path
) -> None:
    finished(writer)
    kept = back_up(writer.connection, NOW)
    close(writer.connection)
    path.write_bytes(left)

    aside = restored(kept, path)

    assert numbers(path, None) == [1]
    assert aside is not None
    assert aside.read_bytes() == left


def test_a_journal_that_is_gone_comes_back(writer: Writer, path: Path) -> None:
    finished(writer)
    kept = back_up(writer.connection, NOW)
    close(writer.connection)
    path.unlink()

    assert restored(kept, path) is None
    assert numbers(path, None) == [1]


def test_while_someone_has_the_journal_open_nothing_is_restored(writer: Writer, path: Path) -> None:
    kept = back_up(writer.connection, NOW)

    def attempt() -> None:
        restored(kept, path)

    (refused,) = together(attempt)

    assert isinstance(refused, JournalError)
    assert "Another failnote has the journal" in str(refused)
    finished(writer)
    close(writer.connection)
    assert numbers(path, None) == [1]


def spoilt(con: Connection, how: str) -> Path:
    kept = back_up(con, NOW)
    if how == "newer":
        copy = connect(kept, con.key)
        copy.execute("PRAGMA user_version = 99")
        copy.close()
    else:
        content = bytearray(kept.read_bytes())
        content[9000] ^= 1
        kept.write_bytes(content)
    return kept


@pytest.mark.parametrize(
    ("how", "error"), [("newer", NewerJournalError), ("flipped", DamagedError)]
)
def test_a_backup_that_is_of_no_use_changes_nothing(
    how: str, error: type[Exception], encrypted: Path, key: bytes
) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    finished(writer, "x" * 20000)
    kept = spoilt(writer.connection, how)
    close(writer.connection)
    before = encrypted.read_bytes()

    with pytest.raises(error):
        restored(kept, encrypted, key)

    assert encrypted.read_bytes() == before


def test_a_journal_that_was_replaced_while_it_was_opened_is_opened_again(
    writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    finished(writer)
    kept = back_up(writer.connection, NOW)
    finished(writer)
    close(writer.connection)
    usual = connect
    swapped: list[bool] = []

    def late(*given: object, **more: object) -> Connection:
        con = usual(*given, **more)  # type: ignore[arg-type]
        if not swapped:
            swapped.append(True)
            kept.replace(path)
        return con

    monkeypatch.setattr("failnote.journal.opening.connect", late)

    con = open_journal(path)

    assert con.execute("SELECT count(*) FROM review").fetchone() == (1,)
    assert review(con, 1).number == 1
    close(con)
