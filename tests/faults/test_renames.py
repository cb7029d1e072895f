"""A rename, a link or a sync that fails: the old state or the new one, and nothing half-written.

Whatever is put together beside its place gets its name by one call; each of these calls fails in
turn, and those after it; with ``-m long`` each of them alone, too.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

from failnote.errors import JournalError
from failnote.journal.backup import back_up, back_up_to, opened_backup, put_back
from failnote.journal.checking import check
from failnote.journal.connection import Connection
from failnote.journal.files import write_file
from failnote.journal.opening import close, create_journal, open_journal, opens, probe
from failnote.journal.reading import review
from failnote.journal.recovery import derive_key, salt_of
from failnote.journal.rekeying import put_under, renew
from failnote.journal.writing import Writer
from journal.invented import NOW, PASSPHRASE, finished, step, told

OTHER = "amber orchard seven sheets"
OLD_NOTE, NEW_NOTE = "What was exported before.\n", "What is exported. " * 2000
SEEN: dict[bytes, str] = {}
"""What a file with these bytes says; most files are looked at many times without a change."""
FAILING = ("replace", "rename", "link", "fsync")


class Folder(NamedTuple):
    """A journal that says “after”, a backup that says “before”, an exported text."""

    path: Path
    key: bytes | None

    @property
    def journal(self) -> Path:
        return self.path / "journal.db"

    @property
    def old(self) -> Path:
        return self.path / "old.backup"

    def said(self, path: Path) -> str:
        """What a journal or backup says, after a look at everything in it."""
        content = path.read_bytes()
        if content not in SEEN or Path(f"{path}-wal").exists():
            key = self._key_of(path)
            assert check(path, key) == ([], [])
            con = open_journal(path, key=key)
            SEEN[content] = review(con, 1).answers[0].text
            close(con)
        return SEEN[content]

    def is_under(self, path: Path, passphrase: str | None) -> bool:
        if passphrase is None:
            return probe(path) == "plain"
        return probe(path) == "encrypted" and opens(path, derived(path, passphrase))

    def _key_of(self, path: Path) -> bytes | None:
        if probe(path) == "plain":
            return None
        if self.key is not None and opens(path, self.key):
            return self.key
        return derived(path, OTHER)


def derived(path: Path, passphrase: str) -> bytes:
    return _derived(salt_of(path), passphrase)


_derived = lru_cache(derive_key)


def made(path: Path, passphrase: str | None) -> Folder:
    path.mkdir()
    writer = Writer(create_journal(path / "journal.db", passphrase))
    folder = Folder(path, writer.connection.key)
    done = finished(writer, "before")
    back_up_to(writer.connection, folder.old, force=False)
    writer.edit(done, step(told("core.facts", "after")), NOW)
    close(writer.connection)
    (path / "note.md").write_text(OLD_NOTE)
    return folder


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> dict[bool, Folder]:
    """Encrypted? -> a folder to copy."""
    place = tmp_path_factory.mktemp("renames")
    return {False: made(place / "plain", None), True: made(place / "encrypted", PASSPHRASE)}


def on_journal(act: Callable[[Connection, Folder], object]) -> Callable[[Folder], None]:
    def acting(folder: Folder) -> None:
        con = open_journal(folder.journal, key=folder.key, write=True)
        try:
            act(con, folder)
        finally:
            close(con)

    return acting


def restore(folder: Folder) -> None:
    with opened_backup(folder.old, folder.key) as con:
        put_back(con, folder.journal, NOW)


class Way(NamedTuple):
    """Something that gives a finished file its name."""

    encrypted: bool
    act: Callable[[Folder], object]
    done: Callable[[Folder], bool]
    """Whether the new state is there, given that nothing failed."""


WAYS = {
    "backup": Way(
        True,
        on_journal(lambda con, _: back_up(con, NOW)),
        lambda f: [f.said(each) for each in (f.path / "backups").iterdir()] == ["after"],
    ),
    "backup elsewhere": Way(
        True,
        on_journal(lambda con, f: back_up_to(con, f.path / "stick.backup", force=False)),
        lambda f: f.said(f.path / "stick.backup") == "after",
    ),
    "backup over an old one": Way(
        True,
        on_journal(lambda con, f: back_up_to(con, f.old, force=True)),
        lambda f: f.said(f.old) == "after",
    ),
    "restore": Way(True, restore, lambda f: f.said(f.journal) == "before"),
    "encrypt": Way(
        False,
        on_journal(lambda con, _: put_under(con, OTHER)),
        lambda f: f.is_under(f.journal, OTHER),
    ),
    "decrypt": Way(
        True,
        on_journal(lambda con, _: put_under(con, None)),
        lambda f: f.is_under(f.journal, None),
    ),
    "passphrase": Way(
        True,
        on_journal(lambda con, _: put_under(con, OTHER)),
        lambda f: f.is_under(f.journal, OTHER),
    ),
    "passphrase of a backup": Way(
        True, lambda f: renew(f.old, f.key, OTHER), lambda f: f.is_under(f.old, OTHER)
    ),
    "export": Way(
        False,
        lambda f: write_file(f.path / "new.md", [NEW_NOTE]),
        lambda f: (f.path / "new.md").read_text() == NEW_NOTE,
    ),
    "export over an old one": Way(
        False,
        lambda f: write_file(f.path / "note.md", [NEW_NOTE], force=True),
        lambda f: (f.path / "note.md").read_text() == NEW_NOTE,
    ),
}


class Disk:
    """Lets the n-th naming or syncing call fail, and those after it where it stays broken."""

    def __init__(self, patching: pytest.MonkeyPatch, *, stays: bool) -> None:
        self.calls = self.failed = 0
        self._at, self._stays = 0, stays
        for name in FAILING:
            patching.setattr(os, name, self._failing(getattr(os, name)))

    def fail_at(self, number: int) -> None:
        self.calls = self.failed = 0
        self._at = number

    def _failing(self, usual: Callable[..., object]) -> Callable[..., object]:
        def call(*given: Any, **more: Any) -> object:
            self.calls += 1
            broken = self._at and (
                self.calls == self._at or (self._stays and self.calls > self._at)
            )
            return self._refuse() if broken else usual(*given, **more)

        return call

    def _refuse(self) -> NoReturn:
        self.failed += 1
        raise OSError(errno.EIO, os.strerror(errno.EIO))


def states(folder: Folder) -> Iterator[tuple[Path, str]]:
    """What every file of the folder says; a file in the making must not be there."""
    for path in sorted(each for each in folder.path.rglob("*") if each.is_file()):
        if path.suffix == ".md":
            yield path, path.read_text()
        else:
            assert not path.name.startswith("."), path
            yield path, folder.said(path)


@pytest.mark.parametrize(
    "stays",
    [pytest.param(False, id="once", marks=pytest.mark.long), pytest.param(True, id="from then on")],
)
@pytest.mark.parametrize(
    "way",
    [
        # A changed passphrase gets its name as an encryption does.
        pytest.param(way, id=name, marks=[pytest.mark.long] if name == "passphrase" else [])
        for name, way in WAYS.items()
    ],
)
def test_row_30_whichever_naming_fails_it_is_the_old_state_or_the_new(
    way: Way,
    stays: bool,
    shelf: dict[bool, Folder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    disk = Disk(monkeypatch, stays=stays)
    for turn in count(1):
        folder = Folder(tmp_path / str(turn), shelf[way.encrypted].key)
        shutil.copytree(shelf[way.encrypted].path, folder.path)
        disk.fail_at(turn)
        try:
            way.act(folder)
            acknowledged = True
        except JournalError:
            acknowledged = False
        failed = disk.failed
        disk.fail_at(0)

        found = dict(states(folder))
        assert found[folder.journal] in ("before", "after")
        assert folder.old in found
        assert {found[path] for path in found if path.suffix == ".md"} <= {OLD_NOTE, NEW_NOTE}
        if acknowledged:
            assert way.done(folder)
        if not failed:
            assert acknowledged
            assert turn > 2
            return


def test_row_30_a_restore_that_fails_in_its_last_step_leaves_the_journal_its_log(
    shelf: dict[bool, Folder], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = Folder(tmp_path / "hot", shelf[True].key)
    shutil.copytree(shelf[True].path, folder.path)
    writer = Writer(open_journal(folder.journal, key=folder.key, write=True))
    writer.edit(review(writer.connection, 1), step(told("core.facts", "only in the log")), NOW)
    log = Path(f"{folder.journal}-wal").read_bytes()
    content = folder.journal.read_bytes()
    close(writer.connection)
    folder.journal.write_bytes(content)
    Path(f"{folder.journal}-wal").write_bytes(log)

    def refused(*_: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(JournalError, match="cannot be put back"):
        restore(folder)

    assert folder.said(folder.journal) == "only in the log"
