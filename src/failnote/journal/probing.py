"""Probing: what lies at a path, seen from outside, without a key and without touching it."""

import stat
from pathlib import Path
from typing import Literal

from failnote.errors import DamagedError, JournalError
from failnote.journal.schema import APPLICATION_ID

Found = Literal["missing", "plain", "encrypted"]

_PAGE = 4096
_PLAIN = b"SQLite format 3\0"
_HEADER_BYTES = 100
_CUT_OFF = "{path} is cut off, or it is no journal. If it was one, restore a backup."


def probe(path: Path) -> Found:
    """How the journal at the path is kept, or that there is none.

    JournalError for what is no journal, DamagedError for a file that was cut off.
    """
    try:
        info = path.stat()
        if not stat.S_ISREG(info.st_mode):
            what = "a folder" if stat.S_ISDIR(info.st_mode) else "no regular file"
            message = f"{path} is {what}, so it is no journal. Name the journal file itself."
            raise JournalError(message)
        with path.open("rb") as file:
            head = file.read(512)
    except (FileNotFoundError, NotADirectoryError):
        return "missing"
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}."
        raise JournalError(message) from None
    if not head:
        message = f"{path} is empty, so it is no journal. Remove it, or name another file."
        raise JournalError(message)
    if head.startswith(_PLAIN):
        _check_plain(path, head, info.st_size)
        return "plain"
    _check_encrypted(path, head, info.st_size)
    return "encrypted"


def has_log(path: Path) -> bool:
    """Whether changes stand in the write-ahead log that are not yet in the file."""
    log = Path(f"{path}-wal")
    return log.exists() and log.stat().st_size > 0


def _check_plain(path: Path, head: bytes, size: int) -> None:
    """Byte positions: the SQLite file format, section 1.3."""
    if len(head) >= _HEADER_BYTES and int.from_bytes(head[68:72]) != APPLICATION_ID:
        message = f"{path} is an SQLite file of another program, not a failnote journal."
        raise JournalError(message)
    # What the log still holds may make the file whole again.
    if size < int.from_bytes(head[28:32]) * _PAGE and not has_log(path):
        raise DamagedError(_CUT_OFF.format(path=path))


def _check_encrypted(path: Path, head: bytes, size: int) -> None:
    if _is_text(head):
        message = f"{path} is a text file, not a failnote journal."
        raise JournalError(message)
    if size % _PAGE and not has_log(path):
        raise DamagedError(_CUT_OFF.format(path=path))


def _is_text(head: bytes) -> bool:
    try:
        text = head.decode()
    except UnicodeDecodeError as error:
        # The piece that was read may end in the middle of a character.
        if error.start < len(head) - 3:
            return False
        text = head[: error.start].decode()
    return all(letter.isprintable() or letter.isspace() for letter in text)
