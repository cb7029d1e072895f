"""Querying: the owner's own SELECT on the documented views, by a connection that cannot write."""

import os
import re
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import NamedTuple

from failnote.errors import UsageError
from failnote.journal.connection import (
    READING,
    TROUBLE,
    Connection,
    SqliteError,
    connect,
    in_words,
    prepared,
    speaking,
    sqlcipher,
)

_ALLOWED = {sqlcipher.SQLITE_SELECT, sqlcipher.SQLITE_FUNCTION, sqlcipher.SQLITE_RECURSIVE}
_FUNCTIONS = {"load_extension", "sqlcipher_export", "fts3_tokenizer", "writefile", "readfile"}
_STEPS_BETWEEN_LOOKS = 100_000
"""Steps of SQLite's machine after which Python may notice that Ctrl-C was pressed."""
REFUSED = (
    "Only a SELECT on the views {views} is possible here: nothing can be written, and the tables"
    " behind the views may change."
)


Authorizer = Callable[[int, str | None, str | None, str | None, str | None], int]


class View(NamedTuple):
    """A view that is promised to the owner, and what its columns hold."""

    name: str
    columns: tuple[str, ...]


class Found(NamedTuple):
    """What a question to the journal gives."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[object, ...]]


def views(con: Connection) -> list[View]:
    """The views that can be asked."""
    with speaking(con.path):
        names = con.execute(_VIEWS).fetchall()
        return [
            View(name, tuple(row[0] for row in con.execute(_COLUMNS, (name,)))) for (name,) in names
        ]


def query(con: Connection, sql: str) -> Found:
    """Ask the journal that ``con`` has open; UsageError for all but a SELECT on the views.

    It runs on a second connection whose file was opened to be read only, so that a write is
    impossible, not merely refused.
    """
    known = tuple(view.name for view in views(con))
    # On read-only media nobody writes, and SQLite could not make its shared memory.
    writable = os.access(con.path.parent, os.W_OK)
    mode = "mode=ro" if writable else "mode=ro&immutable=1"
    second = prepared(connect(con.path, con.key, mode), READING)
    second.set_authorizer(_only(known))
    second.set_progress_handler(lambda: 0, _STEPS_BETWEEN_LOOKS)
    try:
        cursor = second.execute(sql)
    except (*TROUBLE, sqlcipher.Warning) as error:
        second.close()
        raise _as_usage(error, con, known) from None
    except BaseException:
        second.close()
        raise
    if cursor.description is None:
        second.close()
        raise UsageError(REFUSED.format(views=", ".join(known)))
    columns = tuple(column[0] for column in cursor.description)
    return Found(columns, _rows(second, cursor))


def _rows(con: Connection, cursor: "sqlcipher.Cursor") -> Iterator[tuple[object, ...]]:
    with speaking(con.path), closing(con), closing(cursor):
        yield from cursor


def _only(known: tuple[str, ...]) -> Authorizer:
    def allowed(
        action: int, table: str | None, column: str | None, _base: str | None, by: str | None
    ) -> int:
        if action == sqlcipher.SQLITE_READ:
            # Without a column nothing is read but that there are rows.
            fine = table in known or by in known or column == ""
        elif action == sqlcipher.SQLITE_FUNCTION:
            fine = str(column).lower() not in _FUNCTIONS
        else:
            fine = action in _ALLOWED
        return sqlcipher.SQLITE_OK if fine else sqlcipher.SQLITE_DENY

    return allowed


def _as_usage(error: BaseException, con: Connection, known: tuple[str, ...]) -> Exception:
    """A sentence for a statement that was refused or not understood; damage stays damage."""
    name = getattr(error, "sqlite_errorname", "") or ""
    refused = name == "SQLITE_AUTH" or isinstance(
        error, (sqlcipher.ProgrammingError, sqlcipher.Warning)
    )
    if refused or re.search(r"not authori[sz]ed|prohibited", str(error)):
        return UsageError(REFUSED.format(views=", ".join(known)))
    if name == "SQLITE_ERROR" and isinstance(error, SqliteError):
        # It is about the statement: SQLite names a column or a word of what was just typed.
        return UsageError(f"SQLite does not understand this: {error}.")
    return in_words(error, con.path)


_VIEWS = "SELECT name FROM sqlite_master WHERE type = 'view' AND name GLOB 'v_*' ORDER BY name"
_COLUMNS = "SELECT name FROM pragma_table_info(?)"
