"""How a journal comes to be: for its owner alone, encrypted from the first byte, once."""

import os
import stat
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from failnote.errors import JournalError, UsageError
from failnote.journal.connection import Connection, connect, sqlcipher
from failnote.journal.opening import close, create_journal, open_journal, probe
from failnote.journal.schema import APPLICATION_ID
from failnote.journal.writing import Writer
from failnote.review import Review
from journal.invented import NOW, PASSPHRASE, begun, step, told
from journal.processes import together, without_rights

CANARY = "Quixotic-Zebrafish"


def modes(folder: Path) -> dict[str, int]:
    found = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in folder.iterdir()}
    return found | {".": stat.S_IMODE(folder.stat().st_mode)}


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct)
def _umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_umask")
def test_files_and_folders_are_for_their_owner_alone_under_any_umask(tmp_path: Path) -> None:
    folder = tmp_path / "data" / "failnote"
    con = create_journal(folder / "journal.db")
    writer = Writer(con)
    review = begun(writer)
    writer.keep_draft(review, "core.facts", "half", NOW)
    during = modes(folder)
    close(con)

    assert during == {
        "journal.db": 0o600,
        "journal.db-wal": 0o600,
        "journal.db-shm": 0o600,
        ".": 0o700,
    }
    assert modes(folder) == {"journal.db": 0o600, ".": 0o700}
    assert modes(tmp_path / "data")["."] == 0o700


def test_a_plain_journal_is_an_sqlite_file_with_our_name_in_it(path: Path) -> None:
    close(create_journal(path))

    head = path.read_bytes()[:72]

    assert head.startswith(b"SQLite format 3\0")
    assert int.from_bytes(head[68:72]) == APPLICATION_ID


def test_an_encrypted_journal_does_not_begin_like_an_sqlite_file(encrypted: Path) -> None:
    assert not encrypted.read_bytes().startswith(b"SQLite")
    assert probe(encrypted) == "encrypted"


def filled(con: Connection) -> Review:
    """Put the canary everywhere a text can go."""
    writer = Writer(con)
    review = begun(writer, f"case-{CANARY}", title=CANARY, body=f'"{CANARY}"')
    writer.keep_draft(review, "core.next", f"half-typed {CANARY}", NOW)
    first = step(
        told("core.facts", f"{CANARY} said no."),
        plan={"if": CANARY, "then": f"Ask {CANARY}."},
        context={"setup": (CANARY,)},
        finished=True,
    )
    review = writer.commit(review, first, NOW)
    review = writer.edit(review, step(told("core.facts", f"{CANARY} said yes.")), NOW)
    writer.add_insight(review, CANARY, NOW)
    return writer.record_supervision(review, CANARY, NOW)


def bytes_of(folder: Path) -> bytes:
    return b"".join(entry.read_bytes() for entry in folder.iterdir())


def test_no_byte_of_an_encrypted_journal_shows_what_was_written(
    encrypted: Path, key: bytes
) -> None:
    con = open_journal(encrypted, key=key, write=True)
    filled(con)
    names = sorted(entry.name for entry in encrypted.parent.iterdir())

    during = bytes_of(encrypted.parent)
    close(con)

    assert names == ["journal.db", "journal.db-shm", "journal.db-wal"]
    for seen in (during, bytes_of(encrypted.parent)):
        assert CANARY.encode() not in seen
        assert CANARY.lower().encode() not in seen
        assert CANARY.encode("utf-16-le") not in seen
        assert b"SQLite format" not in seen


def test_the_canary_is_seen_where_nothing_is_encrypted(path: Path) -> None:
    con = create_journal(path)
    filled(con)

    assert CANARY.encode() in bytes_of(path.parent)
    close(con)


def test_an_abandoned_review_leaves_no_word_in_the_file(path: Path) -> None:
    con = create_journal(path)
    writer = Writer(con)
    review = begun(writer, "kept-case-11")
    writer.keep_draft(review, "core.next", f"half-typed {CANARY}", NOW)
    review = writer.commit(
        review, step(told("core.facts", f"{CANARY} said no."), plan={"if": CANARY}), NOW
    )
    writer.abandon(review)
    writer.close()
    close(con)

    content = path.read_bytes().lower()

    assert CANARY.lower().encode() not in content
    assert b"quixotic" not in content
    assert b"kept-case-11" not in content


def test_any_sqlcipher_tool_opens_it_with_the_passphrase(path: Path) -> None:
    close(create_journal(path, PASSPHRASE))
    con = sqlcipher.connect(str(path))
    con.set_key(PASSPHRASE)  # type: ignore[attr-defined]

    found = con.execute("SELECT count(*) FROM v_review").fetchone()

    con.close()
    assert found == (0,)


def test_two_journals_with_one_passphrase_have_different_keys(tmp_path: Path) -> None:
    keys = []
    for name in ("one.db", "two.db"):
        con = create_journal(tmp_path / name, PASSPHRASE)
        keys.append(con.key)
        close(con)

    assert keys[0] != keys[1]


@pytest.mark.parametrize("passphrase", ["", "x'" + "0f" * 32 + "'", "bell\ud800"])
def test_an_unusable_passphrase_makes_no_file(passphrase: str, path: Path) -> None:
    with pytest.raises(UsageError):
        create_journal(path, passphrase)

    assert list(path.parent.iterdir()) == []


def test_an_existing_journal_is_never_made_again(writer: Writer, path: Path) -> None:
    before = path.read_bytes()

    with pytest.raises(JournalError, match="just made"):
        create_journal(path, PASSPHRASE)

    assert path.read_bytes() == before
    assert not [entry for entry in path.parent.iterdir() if entry.name.startswith(".")]
    assert writer.connection.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_of_several_processes_exactly_one_makes_the_journal(
    passphrase: str | None, tmp_path: Path
) -> None:
    for attempt in range(4 if passphrase is None else 1):
        path = tmp_path / str(attempt) / "journal.db"

        def make(path: Path = path) -> bool:
            close(create_journal(path, passphrase))
            return True

        results = together(*[make] * 5)

        assert results.count(True) == 1
        assert all(
            isinstance(result, JournalError) and "just made" in str(result)
            for result in results
            if result is not True
        )
        assert [entry.name for entry in path.parent.iterdir()] == ["journal.db"]
        close(open_journal(path, passphrase))


def test_a_failure_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = (("CREATE TABLE one(x)", "CREATE TABLE one(x)"),)
    monkeypatch.setattr("failnote.journal.opening.STEPS", broken)

    with pytest.raises(JournalError):
        create_journal(tmp_path / "new" / "folder" / "journal.db")

    assert list(tmp_path.iterdir()) == []


def test_a_folder_without_rights_is_a_sentence_and_leaves_nothing() -> None:
    found = without_rights(partial(create_journal, Path("/proc/1/failnote/j.db")))

    assert isinstance(found, JournalError)
    assert "No journal can be made" in str(found)


def test_a_disk_without_hard_links_gets_its_journal_all_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)

    close(create_journal(path))

    assert probe(path) == "plain"
    assert modes(path.parent)["journal.db"] == 0o600
    with pytest.raises(JournalError, match="just made"):
        create_journal(path)


def test_the_second_connection_needs_no_second_derivation(encrypted: Path, key: bytes) -> None:
    con = connect(encrypted, key)

    assert con.drafts().execute("SELECT count(*) FROM review").fetchone() == (0,)
    close(con)
