"""Rekeying: a new passphrase, encryption put on or taken off; always by a new file."""

import os
from contextlib import closing
from pathlib import Path

from failnote.errors import JournalError
from failnote.journal.connection import Connection, SqliteError, connect
from failnote.journal.files import sync
from failnote.journal.probing import probe
from failnote.journal.recovery import SALT_BYTES, derive_key
from failnote.journal.rewriting import rewrite
from failnote.journal.secrets import checked_passphrase
from failnote.journal.swapping import beside, keep_others_out, put_in_place


def put_under(con: Connection, passphrase: str | None) -> None:
    """Let the journal be under another passphrase, or under none, and close the connection.

    The new file is read back, row by row, before it takes the old one's name; whatever happens,
    one of the two is there. JournalError when another process has the journal open.
    """
    key = fresh_key(passphrase)
    keep_others_out(con)
    with beside(con.path.resolve()) as fresh:
        rewrite(con, fresh, key)
        put_in_place(con, fresh, wipe=con.key is None and key is not None)


def fresh_key(passphrase: str | None) -> bytes | None:
    """The key of a passphrase with a new random salt behind it; None for no encryption."""
    if passphrase is None:
        return None
    salt = os.urandom(SALT_BYTES)
    return derive_key(salt, checked_passphrase(passphrase)) + salt


def renew(backup: Path, old: bytes | None, passphrase: str | None) -> bool:
    """Put a backup under another passphrase; False, and untouched, when ``old`` does not open it.

    ``old`` is the raw key of the journal at the time; None for a plain one.
    """
    if (probe(backup) == "plain") is not (old is None):
        return False
    with closing(connect(backup, old)) as con:
        try:
            con.execute("SELECT count(*) FROM sqlite_master").close()
        except SqliteError:
            return False
        with beside(backup) as fresh:
            rewrite(con, fresh, fresh_key(passphrase))
            try:
                fresh.replace(backup)
                sync(backup.parent)
            except OSError as error:
                message = f"{backup} cannot be replaced: {error.strerror}. It is as it was before."
                raise JournalError(message) from None
    return True
