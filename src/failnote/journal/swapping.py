"""Swapping: a finished file put in the journal's place while nobody else has it open."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from failnote.errors import JournalError
from failnote.journal.connection import Connection, SqliteError, in_words, speaking
from failnote.journal.files import sync

_PATIENCE = 1000
_PIECE = 1 << 20
_LOCKED_FROM, _LOCKED_BYTES = 0x40000002, 510
"""The bytes that everyone locks who has an SQLite file open (file format, section 2.3)."""


_IN_USE = "Another failnote has the journal at {path} open. End it, and run this again."


def keep_others_out(con: Connection) -> None:
    """Hold the journal alone until the connection is closed; it is one file without a log then.

    JournalError when another process has it open, if only to read.
    """
    con.end_drafts()
    try:
        con.execute(f"PRAGMA busy_timeout={_PATIENCE}").close()
        # Fails while anyone else is in, and removes the log: a new file must never meet an old log.
        con.execute("PRAGMA journal_mode=DELETE").close()
        con.execute("PRAGMA locking_mode=EXCLUSIVE").close()
        con.execute("BEGIN EXCLUSIVE").close()
        con.execute("COMMIT").close()
    except SqliteError as error:
        if error.sqlite_errorname.startswith("SQLITE_BUSY"):
            raise JournalError(_IN_USE.format(path=con.path)) from None
        raise in_words(error, con.path) from None


@contextmanager
def beside(path: Path) -> Iterator[Path]:
    """A name in the journal's folder for a file in the making; nothing is left under it."""
    fresh = path.with_name(f".{path.name}.{os.urandom(8).hex()}.new")
    try:
        yield fresh
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                Path(f"{fresh}{ending}").unlink(missing_ok=True)


@contextmanager
def left_alone(path: Path) -> Iterator[None]:
    """Hold a file alone that may be locked or damaged; JournalError when someone has it open."""
    with path.open("r+b") as file:
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB, _LOCKED_BYTES, _LOCKED_FROM)
        except OSError:
            raise JournalError(_IN_USE.format(path=path)) from None
        yield


def put_in_place(con: Connection, fresh: Path, *, wipe: bool) -> None:
    """Give a finished file the name of the journal that ``con`` holds alone, and close ``con``.

    ``wipe`` writes zeros over the old file once the new one is safe; an SSD may keep a copy.
    """
    # A journal may be a link to where it lies.
    path = con.path.resolve()
    try:
        with path.open("r+b") as old:
            fresh.replace(path)
            sync(path.parent)
            con.close()
            if wipe:
                _overwrite(old.fileno())
    except OSError as error:
        message = f"{path} cannot be replaced: {error.strerror}. It is as it was before."
        raise JournalError(message) from None


def _overwrite(handle: int) -> None:
    left = os.fstat(handle).st_size
    while left > 0:
        left -= os.write(handle, bytes(min(left, _PIECE)))
    os.fsync(handle)


def empty_the_log(con: Connection) -> bool:
    """Bring everything into the one file and empty the log; False when another process reads."""
    with speaking(con.path):
        busy, *_ = con.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy
