"""Rewriting: the whole journal put into a new file under another key, or under none."""

from collections.abc import Iterator
from contextlib import closing
from itertools import zip_longest
from pathlib import Path
from typing import Any

from failnote.errors import JournalError
from failnote.journal.connection import Connection, connect, speaking
from failnote.journal.files import create_private, sync

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_TABLES = """
    SELECT name FROM sqlite_master
    WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"""


def rewrite(con: Connection, target: Path, key: bytes | None) -> None:
    """Write the journal to a new file under ``key`` (32 bytes and 16 of salt), and read it back.

    JournalError when that cannot be done, or when the two differ by a byte; what stands at
    ``target`` then is not to be used.
    """
    try:
        create_private(target)
        with speaking(con.path):
            _copy(con, target, key)
        sync(target)
    except OSError as error:
        message = f"{target} cannot be written: {error.strerror}."
        raise JournalError(message) from None
    with speaking(target), closing(connect(target, key and key[:32])) as copy:
        if not (is_sound(copy) and _same(con, copy)):
            message = "The new file did not read back as it was written. Nothing was changed."
            raise JournalError(message)


def _copy(con: Connection, target: Path, key: bytes | None) -> None:
    secret = f"x'{key.hex()}'" if key else ""
    con.execute("ATTACH DATABASE ? AS fresh KEY ?", (str(target), secret)).close()
    try:
        con.execute("PRAGMA fresh.synchronous=FULL").close()
        con.execute("SELECT sqlcipher_export('fresh')").close()
        # The export leaves these two out.
        for name in ("user_version", "application_id"):
            (number,) = con.execute(f"PRAGMA main.{name}").fetchone()
            con.execute(f"PRAGMA fresh.{name}={number}").close()
    finally:
        con.execute("DETACH DATABASE fresh").close()


def is_sound(con: Connection) -> bool:
    """Do all pages belong together, and is each one what was written under this key?"""
    whole = con.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    return whole and not con.execute("PRAGMA cipher_integrity_check").fetchall()


def _same(con: Connection, copy: Connection) -> bool:
    """Whether both hold the same tables and, in the same order, the same rows."""
    if _all(con, _SCHEMA) != _all(copy, _SCHEMA) or _header(con) != _header(copy):
        return False
    return all(_same_rows(con, copy, table) for (table,) in _all(con, _TABLES))


def _same_rows(con: Connection, copy: Connection, table: str) -> bool:
    sql = 'SELECT * FROM "{}"'.format(table.replace('"', '""'))
    with closing(con.execute(sql)) as one, closing(copy.execute(sql)) as other:
        pairs: Iterator[tuple[Any, Any]] = zip_longest(one, other)
        return all(left == right for left, right in pairs)


def _all(con: Connection, sql: str) -> list[tuple[Any, ...]]:
    return con.execute(sql).fetchall()


def _header(con: Connection) -> list[Any]:
    return [con.execute(f"PRAGMA {name}").fetchone() for name in ("user_version", "application_id")]
