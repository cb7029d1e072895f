"""Files: made for their owner alone, and on the disk before they are relied on."""

import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from failnote.errors import JournalError


def create_private(path: Path) -> None:
    """An empty file that only its owner can read; FileExistsError when the name is taken.

    SQLite would make it readable for others; the files it puts beside it copy this mode.
    """
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


@contextmanager
def folders(folder: Path) -> Iterator[None]:
    """Make what is missing of the path, for the owner alone; undone when the body fails."""
    made: list[Path] = []
    try:
        for part in reversed([f for f in (folder, *folder.parents) if not f.exists()]):
            # Another failnote may be making the same folder.
            with suppress(FileExistsError):
                part.mkdir(mode=0o700)
                made.append(part)
        yield
    except BaseException:
        for part in reversed(made):
            # Another process may have put something there.
            with suppress(OSError):
                part.rmdir()
        raise


def sync(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def publish(fresh: Path, path: Path) -> None:
    """Give a finished file its name; FileExistsError when another process was first."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:
        # Some memory sticks know no hard links: claim the name, then put the file there.
        create_private(path)
        try:
            fresh.replace(path)
        except OSError:
            path.unlink()
            raise
    sync(path.parent)


def write_file(path: Path, pieces: Iterable[str], *, force: bool = False) -> None:
    """Write a text for its owner alone, whole or not at all, and never through a link.

    JournalError when something stands there already; ``force`` replaces a regular file or a
    link, nothing else.
    """
    if os.path.lexists(path) and not (force and (path.is_file() or path.is_symlink())):
        message = f"{path} is there already. Name another file, or add --force to replace it."
        raise JournalError(message)
    part = path.with_name(f".{path.name}.{os.urandom(8).hex()}.part")
    try:
        create_private(part)
        with part.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(pieces)
        sync(part)
        if force:
            part.replace(path)
            sync(path.parent)
        else:
            publish(part, path)
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}."
        raise JournalError(message) from None
    finally:
        with suppress(OSError):
            part.unlink()
