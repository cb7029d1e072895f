"""Another passphrase, or none: a new file that is read back before it takes the old one's place."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from failnote.errors import JournalError, LockedError
from failnote.journal import rewriting
from failnote.journal.backup import back_up
from failnote.journal.connection import Connection, connect
from failnote.journal.opening import close, create_journal, open_journal, recovery_code
from failnote.journal.reading import review
from failnote.journal.recovery import parse_recovery
from failnote.journal.rekeying import put_under, renew
from failnote.journal.searching import search
from failnote.journal.writing import Writer
from failnote.selection import Selection
from journal.invented import NOW, PASSPHRASE, finished, step, taken_in, told, whole

NEW = "amber orchard seven sheets"
WAYS = {
    "another": (PASSPHRASE, NEW),
    "put on": (None, NEW),
    "taken off": (PASSPHRASE, None),
}


def made(path: Path, passphrase: str | None) -> Connection:
    """A journal with something in every table that reviews fill."""
    writer = Writer(create_journal(path, passphrase))
    taken_in(writer, [whole(7)])
    first = finished(writer, "It went quiet in August.")
    writer.edit(first, step(told("core.facts", "It went quiet in May.")), NOW)
    return writer.connection


@pytest.mark.parametrize(("old", "new"), WAYS.values(), ids=WAYS)
def test_everything_is_there_under_the_new_secret(
    old: str | None, new: str | None, path: Path
) -> None:
    con = made(path, old)
    before = review(con, 7)

    put_under(con, new)

    again = open_journal(path, new, write=True)
    assert review(again, 7) == before
    assert [hit.number for hit in search(again, "May", Selection())] == [8]
    assert again.execute("SELECT count(*) FROM undo_step").fetchone() == (1,)
    assert again.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    close(again)
    assert path.read_bytes().startswith(b"SQLite format 3") is (new is None)
    assert path.stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_old_secret_and_the_old_code_open_nothing_any_more(path: Path) -> None:
    con = made(path, PASSPHRASE)
    code = recovery_code(path, PASSPHRASE)

    put_under(con, NEW)

    for given in ({"passphrase": PASSPHRASE}, {"key": parse_recovery(code)}):
        with pytest.raises(LockedError):
            open_journal(path, **given)
    close(open_journal(path, key=parse_recovery(recovery_code(path, NEW))))


def test_two_journals_under_one_passphrase_have_other_keys(path: Path) -> None:
    con = made(path, PASSPHRASE)
    before = con.key

    put_under(con, PASSPHRASE)

    con = open_journal(path, PASSPHRASE)
    assert con.key != before
    close(con)


@pytest.mark.parametrize("write", [True, False], ids=["writing", "reading"])
def test_while_another_process_has_it_open_nothing_changes(path: Path, write: bool) -> None:
    con = made(path, PASSPHRASE)
    other = open_journal(path, PASSPHRASE, write=write)
    other.execute("SELECT count(*) FROM review").fetchone()

    with pytest.raises(JournalError, match="Another failnote has the journal"):
        put_under(con, NEW)

    close(other)
    close(con)
    close(open_journal(path, PASSPHRASE))


def test_a_new_file_that_does_not_read_back_changes_nothing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    con = made(path, PASSPHRASE)
    monkeypatch.setattr(rewriting, "_same_rows", lambda *_: False)

    with pytest.raises(JournalError, match="did not read back"):
        put_under(con, NEW)

    close(con)
    close(open_journal(path, PASSPHRASE))
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE answer SET text = 'x' WHERE id = 1",
        "DELETE FROM mark WHERE review_id = 1",
        "PRAGMA user_version = 9",
        "DROP VIEW v_plan",
    ],
)
def test_reading_back_notices_every_difference(
    change: str, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    con = made(path, None)
    usual: Callable[..., None] = rewriting._copy

    def faulty(con: Connection, target: Path, key: bytes | None) -> None:
        usual(con, target, key)
        copy = connect(target, key)
        copy.execute(change)
        copy.close()

    monkeypatch.setattr(rewriting, "_copy", faulty)

    with pytest.raises(JournalError, match="did not read back"):
        put_under(con, None)
    close(con)


def test_a_plain_file_is_overwritten_when_it_is_encrypted(path: Path) -> None:
    con = made(path, None)
    held = path.open("rb")  # as a disk that still has the old blocks

    put_under(con, NEW)

    assert set(held.read()) == {0}
    held.close()


def test_a_journal_behind_a_link_stays_behind_it(path: Path, tmp_path: Path) -> None:
    real = tmp_path / "elsewhere" / "real.db"
    real.parent.mkdir()
    close(made(real, None))
    path.symlink_to(real)

    put_under(open_journal(path, write=True), NEW)

    assert path.is_symlink()
    assert not real.read_bytes().startswith(b"SQLite")


def test_a_backup_is_put_under_the_new_passphrase(path: Path) -> None:
    con = made(path, PASSPHRASE)
    kept, old = back_up(con, NOW), con.key
    close(con)

    assert renew(kept, old, NEW)

    con = open_journal(kept, NEW)
    assert review(con, 7).number == 7
    close(con)


def test_a_backup_of_another_passphrase_stays_as_it_is(path: Path) -> None:
    con = made(path, PASSPHRASE)
    kept = back_up(con, NOW)
    close(con)
    before = kept.read_bytes()

    assert not renew(kept, b"\1" * 32, NEW)
    assert not renew(kept, None, NEW)
    assert kept.read_bytes() == before


def test_a_decrypted_journal_is_an_ordinary_sqlite_file(path: Path) -> None:
    put_under(made(path, PASSPHRASE), None)

    con = sqlite3.connect(path)
    assert con.execute("SELECT count(*) FROM v_review").fetchone() == (2,)
    con.close()
