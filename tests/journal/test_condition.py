"""What the journal's folder shows from outside."""

import os
from pathlib import Path

import pytest

from failnote.journal.backup import back_up
from failnote.journal.condition import leftovers, looser
from failnote.journal.opening import close
from failnote.journal.rekeying import put_under
from failnote.journal.writing import Writer
from journal.invented import NOW, PASSPHRASE


def test_a_journal_that_is_in_order_has_nothing_to_name(writer: Writer, path: Path) -> None:
    back_up(writer.connection, NOW)
    close(writer.connection)
    path.parent.chmod(0o700)

    assert looser(path) == []
    assert leftovers(path) == []


@pytest.mark.parametrize("which", ["", "/..", "-wal", "/../backups"])
def test_row_13_a_looser_mode_is_named(which: str, writer: Writer, path: Path) -> None:
    back_up(writer.connection, NOW)
    path.parent.chmod(0o700)
    loose = Path(os.path.normpath(f"{path}{which}"))
    loose.chmod(0o755)

    assert looser(path) == [loose]


@pytest.mark.parametrize("name", [".journal.db.0123.new", "journal.db.layout-1.backup.part"])
def test_a_file_in_the_making_is_named(name: str, writer: Writer, path: Path) -> None:
    close(writer.connection)
    path.with_name(name).touch()

    assert [left.path.name for left in leftovers(path)] == [name]


def test_a_plain_backup_beside_an_encrypted_journal_is_named(writer: Writer, path: Path) -> None:
    kept = back_up(writer.connection, NOW)
    put_under(writer.connection, PASSPHRASE)

    (left,) = leftovers(path)

    assert left.path == kept
    assert "NOT encrypted" in left.why


def test_a_text_that_an_editor_left_is_named(writer: Writer, path: Path, tmp_path: Path) -> None:
    close(writer.connection)
    text = tmp_path / "memory" / "failnote-abc" / "answer.md"
    text.parent.mkdir(parents=True)
    text.touch()
    (tmp_path / "memory" / "failnote-other").mkdir()

    assert [left.path for left in leftovers(path, (tmp_path / "memory", None))] == [text]
