"""Editor file: a text in a private folder while an editor has it, found again after a sudden end."""

import fcntl
import os
import shutil
import stat
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from failnote.terminal.screen import sound

MEMORY = Path("/dev/shm")
PREFIX, SUFFIX = "failnote-", ".md"


class LeftText(NamedTuple):
    """What an editor saved before failnote, or the editor, came to a sudden end."""

    path: Path
    text: str
    saved: datetime


class EditorFile(NamedTuple):
    """A text that an editor is to have."""

    path: Path
    lock: int
    """A descriptor; while it is open, here or in the editor, the text is not left behind."""

    def remove(self) -> None:
        """Remove the file and its folder."""
        shutil.rmtree(self.path.parent, ignore_errors=True)


@contextmanager
def editor_file(text: str, question: str, environ: Mapping[str, str]) -> Iterator[EditorFile]:
    """Put the text into a file of its own, named by its question; it stays until it is removed."""
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=memory(environ)))
    lock = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        path = folder / f"{question}{SUFFIX}"
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
            file.write(f"{text}\n" if text else "")
        yield EditorFile(path, lock)
    finally:
        os.close(lock)


def memory(environ: Mapping[str, str]) -> Path | None:
    """A folder that is kept in memory, not on a disk; None when there is none."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    for folder, private in ((runtime, True), (MEMORY, False)):
        try:
            found = folder.stat()
        except OSError:
            continue
        own = found.st_uid == os.getuid() and not found.st_mode & 0o077
        if stat.S_ISDIR(found.st_mode) and os.access(folder, os.W_OK) and (own or not private):
            return folder
    return None


def saved_text(path: Path) -> str:
    """The text in the file as it is kept; OSError, or UnicodeDecodeError when it is no UTF-8."""
    return sound(path.read_bytes().decode("utf-8-sig").removesuffix("\n"))


def left_text(question: str, environ: Mapping[str, str]) -> LeftText | None:
    """The newest text for this question that no failnote and no editor has open; None for none."""
    folders = {Path(tempfile.gettempdir()), MEMORY, memory(environ) or MEMORY}
    paths = (path for each in folders for path in each.glob(f"{PREFIX}*/{question}{SUFFIX}"))
    found = (left for path in paths if (left := _left(path)) is not None)
    return max(found, key=lambda left: left.saved, default=None)


def forget(left: LeftText) -> None:
    """Remove a text that was put away, unless its file says something else by now."""
    if _left(left.path) == left:
        shutil.rmtree(left.path.parent, ignore_errors=True)


def _left(path: Path) -> LeftText | None:
    try:
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        # What another user put there is none of ours; an editor that lives on holds the lock.
        if os.fstat(folder).st_uid != os.getuid():
            return None
        fcntl.flock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB)
        saved = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        return LeftText(path, saved_text(path), saved)
    except (OSError, UnicodeDecodeError):
        return None
    finally:
        os.close(folder)
