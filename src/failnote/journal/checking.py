"""Checking: everything in the journal looked at once, and what is damaged named."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

from failnote.journal.checksum import CONTENT, seal
from failnote.journal.connection import (
    TROUBLE,
    WRITING,
    Connection,
    SqliteError,
    connect,
    prepared,
    sqlcipher,
)
from failnote.journal.schema import STEPS, fresh_schema

_INDEXED = ("answer", "plan", "insight")


class Damage(NamedTuple):
    """A row that cannot be read, or does not say what was written."""

    table: str
    id: int
    number: int | None
    """Of the review; None where that is not known any more."""
    question: str
    """Of an answer, or empty."""


class Row(NamedTuple):
    """A row as it was found, column by column; None where it cannot be read."""

    id: int
    values: dict[str, Any] | None


class RowByRow:
    """Reads a table one row at a time, so that a damaged page takes only its own rows along."""

    def __init__(self, path: Path, key: bytes | None) -> None:
        self._path, self._key = path, key
        self._open: Connection | None = None
        # Not the file's own names: they may be what is damaged.
        self._columns = _columns(self._version())

    def close(self) -> None:
        """Close the file."""
        if self._open is not None:
            self._open.close()
            self._open = None

    def rows(self, table: str, which: str = "", *values: object) -> list[dict[str, Any]] | None:
        """Rows of a table under a condition ``which``; None where they cannot be read."""
        names = self._columns[table]
        found = self._asked(f"SELECT * FROM {table} {which}", *values)
        if found is None or any(len(row) != len(names) for row in found):
            return None
        return [dict(zip(names, row, strict=True)) for row in found]

    def _version(self) -> int:
        found = self._asked("PRAGMA user_version")
        version = found[0][0] if found else 0
        return version if 0 < version <= len(STEPS) else len(STEPS)

    def _asked(self, sql: str, *values: object) -> list[tuple[Any, ...]] | None:
        try:
            return self._connection().execute(sql, values).fetchall()
        except TROUBLE:
            # After a page that fails its authentication SQLCipher gives nothing more.
            self.close()
            return None

    def table(self, table: str) -> Iterator[Row]:
        """Every row with an id, in order; those are missing whose id nobody knows."""
        for number in range(1, self._highest(table) + 1):
            found = self.rows(table, "WHERE rowid = ?", number)
            if found is None:
                yield Row(number, None)
            elif found:
                yield Row(number, found[0])

    def _highest(self, table: str) -> int:
        """The largest id, from the table or from whatever else knows it."""
        known = [self._asked(sql) for sql in _HIGHEST[table]]
        return max((row[0] or 0 for found in known if found for row in found), default=0)

    def _connection(self) -> Connection:
        if self._open is None:
            self._open = connect(self._path, self._key, _mode(self._path))
            self._open.text_factory = lambda raw: raw.decode(errors="surrogateescape")
        return self._open


def is_true(table: str, row: dict[str, Any]) -> bool:
    """Does a row still say what was written?"""
    return bool(seal(tuple(row[name] for name in CONTENT[table])) == row["checksum"])


def _mode(path: Path) -> str:
    """How to open the file: what lies on read-only media has no log and nobody who changes it."""
    writable = os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    return "mode=rw" if writable else "mode=ro&immutable=1"


def check(path: Path, key: bytes | None) -> tuple[list[str], list[Damage]]:
    """Look at everything: what is wrong in sentences, and which rows are damaged.

    The log is brought into the file first; pages that only the log holds would look damaged.
    """
    mode = _mode(path)
    try:
        with closing(connect(path, key, mode)) as con:
            if mode == "mode=rw":
                prepared(con, WRITING).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
            wrong = [*_pages(con), *_contents(con), *_structure(con)]
    except SqliteError:
        wrong = ["Pages of the file cannot be read."]
    if mode == "mode=rw":
        # The index checks itself by a statement that would write, had it something to write.
        wrong += _index(path, key)
    damaged = list(_damaged(path, key))
    return wrong, damaged


def _pages(con: Connection) -> Iterator[str]:
    bad = con.execute("PRAGMA cipher_integrity_check").fetchall()
    if bad:
        yield f"{len(bad)} of the file's pages were changed outside failnote."


def _contents(con: Connection) -> Iterator[str]:
    try:
        (version,) = con.execute("PRAGMA user_version").fetchone()
        if con.execute(_SCHEMA).fetchall() != fresh_schema(version).execute(_SCHEMA).fetchall():
            yield "The names of tables and columns are not those that failnote wrote."
    except TROUBLE:
        yield "The names of tables and columns cannot be read."


def _columns(version: int) -> dict[str, list[str]]:
    """The columns of every table, as failnote made them in this layout."""
    return {
        table: [name for (name,) in names]
        for con in [fresh_schema(version)]
        for (table,) in con.execute(_TABLES)
        for names in [con.execute(_NAMES, (table,)).fetchall()]
    }


def _structure(con: Connection) -> Iterator[str]:
    try:
        told = [row[0] for row in con.execute("PRAGMA integrity_check(100)")]
        strays = con.execute("PRAGMA foreign_key_check").fetchall()
    except TROUBLE:
        yield "Pages of the file cannot be read."
        return
    if told != ["ok"]:
        yield f"The file does not hold together ({len(told)} findings of SQLite)."
    if strays:
        yield f"{len(strays)} rows belong to nothing."


def _index(path: Path, key: bytes | None) -> list[str]:
    """Whether the search index says what the texts say; asked on connections of their own."""
    wrong = []
    for table in _INDEXED:
        sql = f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)"
        try:
            with closing(connect(path, key)) as con:
                con.execute(sql).close()
        except (*TROUBLE, sqlcipher.Warning):
            wrong.append(f"The search index of the {table}s does not fit their texts.")
    return wrong


def _damaged(path: Path, key: bytes | None) -> Iterator[Damage]:
    with closing(RowByRow(path, key)) as reader:
        numbers = _numbers(reader)
        for table in CONTENT:
            for row in reader.table(table):
                if row.values is None:
                    yield Damage(table, row.id, None, "")
                elif not is_true(table, row.values):
                    review = row.id if table == "review" else row.values["review_id"]
                    question = str(row.values.get("question", ""))
                    yield Damage(table, row.id, numbers.get(review), question)


def _numbers(reader: RowByRow) -> dict[int, int]:
    return {row.id: row.values["number"] for row in reader.table("review") if row.values}


def told(damaged: list[Damage]) -> Iterator[str]:
    """The damaged rows in sentences, by review and question."""
    for each in damaged:
        what = {"answer": "the answer", "review": "the review's own row"}.get(
            each.table, f"the {each.table}"
        )
        where = f"Review {each.number}" if each.number else "A review that is not known"
        # A damaged name is no name; it could hold anything.
        asked = f" to {each.question}" if each.question.isprintable() and each.question else ""
        yield f"{where}: {what}{asked} is damaged."


_HIGHEST = {
    "review": (
        "SELECT max(rowid) FROM review",
        "SELECT max(review_id) FROM mark",
        "SELECT max(rowid) FROM review INDEXED BY review_case WHERE case_code > ''",
    ),
    "follow_up": ("SELECT max(rowid) FROM follow_up",),
    **{
        table: (
            f"SELECT max(rowid) FROM {table}",
            f"SELECT max(id) FROM {table}_fts_docsize",
        )
        for table in _INDEXED
    },
}

_SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"
_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_NAMES = "SELECT name FROM pragma_table_info(?)"
