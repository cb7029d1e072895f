"""Condition: what the journal's folder shows from outside: modes, backups, things left behind."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from failnote.errors import JournalError
from failnote.journal.backup import FOLDER, kept_backups
from failnote.journal.probing import has_log, probe

_OTHERS = 0o077


class Left(NamedTuple):
    """A file that is there, and why that matters."""

    path: Path
    why: str


def looser(path: Path) -> list[Path]:
    """Of the journal's files and folders, those that others than the owner may open."""
    own = [path, path.parent, path.parent / FOLDER, *kept_backups(path), *_copies(path)]
    own += [Path(f"{path}{ending}") for ending in ("-wal", "-shm")]
    return [each for each in own if _mode(each) & _OTHERS]


def last_backup(path: Path) -> datetime | None:
    """When the newest backup in the usual folder was made; None without one."""
    newest = next(iter(kept_backups(path)), None)
    return datetime.fromtimestamp(newest.stat().st_mtime).astimezone() if newest else None


def leftovers(path: Path, memory: Iterable[Path | None] = ()) -> list[Left]:
    """What was left behind and can be looked at or removed.

    ``memory`` are the folders in which texts lie while an editor has them open.
    """
    return [*_unfinished(path), *_readable(path), *_kept(path), *_texts(memory)]


def _unfinished(path: Path) -> Iterator[Left]:
    for pattern in (f".{path.name}.*.new*", f"{path.name}*.part", f"{FOLDER}/*.part"):
        for each in sorted(path.parent.glob(pattern)):
            yield Left(each, "a file in the making, from a failnote that was ended; remove it")
    if has_log(path):
        yield Left(
            Path(f"{path}-wal"), "not brought into the journal yet; any failnote that ends does it"
        )


def _readable(path: Path) -> Iterator[Left]:
    """Copies that anyone can read, beside a journal that nobody can."""
    if probe(path) != "encrypted":
        return
    for each in (*kept_backups(path), *_copies(path)):
        try:
            open_to_all = probe(each) == "plain"
        except JournalError:
            continue
        if open_to_all:
            yield Left(each, "NOT encrypted, though the journal is")


def _kept(path: Path) -> Iterator[Left]:
    for each in _copies(path):
        yield Left(each, "an older state, kept when the journal was changed; remove it in time")


def _copies(path: Path) -> list[Path]:
    patterns = (f"{path.name}.before-*", f"{path.name}.layout-*.backup")
    return sorted(each for pattern in patterns for each in path.parent.glob(pattern))


def _texts(memory: Iterable[Path | None]) -> Iterator[Left]:
    folders = {Path(tempfile.gettempdir()), *(folder for folder in memory if folder)}
    for folder in sorted(folders):
        for each in sorted(folder.glob("failnote-*/*.md*")):
            try:
                own = each.stat().st_uid == os.getuid()
            except OSError:
                continue
            if own:
                yield Left(each, "a text that an editor had open; its question offers it again")


def _mode(path: Path) -> int:
    try:
        return stat.S_IMODE(path.stat().st_mode)
    except OSError:
        return 0
