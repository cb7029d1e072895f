"""The one way to write a file that leaves the journal."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal.backup import verified_copy
from failnote.journal.files import write_file
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import review
from failnote.journal.writing import Writer
from journal.invented import finished


def test_a_file_is_written_whole_for_its_owner_alone(tmp_path: Path) -> None:
    write_file(tmp_path / "note.md", ["# Réview\n", "text\n"])

    assert (tmp_path / "note.md").read_bytes() == "# Réview\ntext\n".encode()
    assert (tmp_path / "note.md").stat().st_mode & 0o777 == 0o600
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.md"]


def test_what_is_there_is_not_overwritten_unless_asked(tmp_path: Path) -> None:
    target = tmp_path / "note.md"
    target.write_text("old")

    with pytest.raises(JournalError, match="--force"):
        write_file(target, ["new"])
    kept = target.read_text()
    write_file(target, ["new"], force=True)

    assert (kept, target.read_text()) == ("old", "new")


def test_a_link_is_replaced_and_never_followed(tmp_path: Path) -> None:
    precious, link = tmp_path / "precious", tmp_path / "link"
    precious.write_text("old")
    link.symlink_to(precious)

    with pytest.raises(JournalError):
        write_file(link, ["new"])
    write_file(link, ["new"], force=True)

    assert precious.read_text() == "old"
    assert link.read_text() == "new"
    assert not link.is_symlink()


@pytest.mark.parametrize("force", [False, True])
@pytest.mark.parametrize("target", ["/dev/null", "/dev/full"])
def test_a_device_is_left_alone(target: str, force: bool) -> None:
    with pytest.raises(JournalError, match="is there already"):
        write_file(Path(target), ["new"], force=force)


def test_a_failure_on_the_way_leaves_nothing_under_the_name(tmp_path: Path) -> None:
    def pieces() -> Iterator[str]:
        yield "half"
        message = "no more"
        raise JournalError(message)

    with pytest.raises(JournalError, match="no more"):
        write_file(tmp_path / "note.md", pieces())

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["missing/note.md", "x" * 300])
def test_a_name_that_cannot_be_written_is_a_sentence(name: str, tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be written"):
        write_file(tmp_path / name, ["x"])


def test_a_backup_holds_what_still_stands_in_the_log(encrypted: Path, key: bytes) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    finished(writer, "Not yet in the file.")
    copy = encrypted.with_name("copy.db")

    verified_copy(writer.connection, copy)
    close(writer.connection)

    con = open_journal(copy, key=key)
    assert review(con, 1).answers[0].text == "Not yet in the file."
    close(con)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert sorted(entry.name for entry in copy.parent.iterdir()) == ["copy.db", "journal.db"]
