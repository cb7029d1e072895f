"""Backup: a second file under the same key, read back before it gets its name."""

from contextlib import closing, suppress
from pathlib import Path

from failnote.errors import JournalError
from failnote.journal.connection import Connection, connect, speaking
from failnote.journal.files import create_private, sync


def verified_copy(con: Connection, target: Path) -> None:
    """Write the whole journal to ``target``, encrypted like the journal; replaces an old copy.

    A copy of the file alone would miss what still stands in the write-ahead log. JournalError
    when the copy does not read back; then nothing stands under its name.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        create_private(part)
        with speaking(con.path):
            con.execute("VACUUM INTO ?", (str(part),)).close()
        sync(part)
        with speaking(part), closing(connect(part, con.key)) as copy:
            _check(copy, part)
        part.replace(target)
        sync(target.parent)
    except OSError as error:
        message = f"The backup {target} cannot be written: {error.strerror}."
        raise JournalError(message) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _check(copy: Connection, path: Path) -> None:
    whole = copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not whole or copy.execute("PRAGMA cipher_integrity_check").fetchall():
        message = f"The backup {path} did not read back as it was written; it was removed."
        raise JournalError(message)
