"""Rescuing: every intact row of a damaged journal put into a new one; the old one is not touched."""

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any
from uuid import uuid4

from failnote.errors import JournalError
from failnote.journal.checking import RowByRow
from failnote.journal.checksum import CONTENT, holds, seal
from failnote.journal.cleaning import clean
from failnote.journal.connection import (
    WRITING,
    Connection,
    SqliteError,
    connect,
    prepared,
    speaking,
)
from failnote.journal.files import create_private, publish, sync
from failnote.journal.opening import fill_new
from failnote.journal.recovery import salt_of
from failnote.journal.swapping import beside

_SEALED = ("answer", "plan", "insight")
_KEYED = ("review_context", "mark", "draft")
_LOOSE = ("setting", "guide_text", "code_word", "term", "caseload", "case_card", "case_context")
UNKNOWN = "not-known"
"""The case and guide of a review of which only answers are left."""


def rescue(path: Path, key: bytes | None, target: Path) -> int:
    """Make a journal at ``target`` of all rows that are intact; how many answers it holds.

    It opens with the same passphrase. JournalError when something stands at ``target``.
    """
    try:
        with beside(target) as fresh, closing(RowByRow(path, key)) as reader:
            create_private(fresh)
            with speaking(fresh):
                fill_new(fresh, key and key + salt_of(path))
                with closing(prepared(connect(fresh, key), WRITING)) as con:
                    kept = _fill(con, reader)
                    con.execute("PRAGMA journal_mode=DELETE").close()
            sync(fresh)
            publish(fresh, target)
    except FileExistsError:
        message = f"{target} is there already. Name another file."
        raise JournalError(message) from None
    except OSError as error:
        message = f"{target} cannot be written: {error.strerror}."
        raise JournalError(message) from None
    return kept


def _fill(con: Connection, reader: RowByRow) -> int:
    """Put in what can be read, parents first; orphans get a parent that says nothing."""
    con.execute("PRAGMA foreign_keys=OFF").close()
    con.execute("BEGIN IMMEDIATE").close()
    for table in _LOOSE:
        for row in reader.rows(table) or ():
            _put(con, table, clean(row))
    for row in _readable(reader, "review"):
        _put(con, "review", row)
    for table in ("plan", "insight", "follow_up"):
        for row in _readable(reader, table):
            _put(con, table, row)
    kept = sum(_put(con, "answer", row) for row in _readable(reader, "answer"))
    _give_parents(con)
    for (review,) in con.execute("SELECT id FROM review").fetchall():
        for table in _KEYED:
            for row in reader.rows(table, "WHERE review_id = ?", review) or ():
                _put(con, table, clean(row))
    con.execute("COMMIT").close()
    con.execute("PRAGMA foreign_keys=ON").close()
    return kept


def _readable(reader: RowByRow, table: str) -> Iterator[dict[str, Any]]:
    """Rows that say what was written; of a review also one that does not, it holds others.

    Letters that are none any more, in a column that no seal covers, become U+FFFD.
    """
    for row in reader.table(table):
        if row.values is None:
            continue
        if table not in _SEALED:
            yield clean(row.values)
        elif _is_whole(table, row.values):
            # The seal may have lost a digit itself.
            sealed = seal(tuple(row.values[name] for name in CONTENT[table]))
            yield clean({**row.values, "checksum": sealed})


def _is_whole(table: str, row: dict[str, Any]) -> bool:
    return holds(tuple(row[name] for name in CONTENT[table]), row["checksum"])


def _put(con: Connection, table: str, row: dict[str, Any]) -> bool:
    """Put one row in; False when its own columns, which no seal covers, do not fit any more."""
    names = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    try:
        con.execute(f"INSERT INTO {table}({names}) VALUES ({marks})", row).close()
    except SqliteError:
        return False
    return True


def _give_parents(con: Connection) -> None:
    """Let no row belong to nothing."""
    for table in ("answer", "plan", "insight"):
        for (review,) in con.execute(
            f"SELECT DISTINCT review_id FROM {table} WHERE review_id NOT IN (SELECT id FROM review)"
        ).fetchall():
            _put(con, "review", _nameless(con, review))
    for statement in _MENDS:
        con.execute(statement).close()


def _nameless(con: Connection, review: int) -> dict[str, Any]:
    """A row for a review that is lost itself; its answers are there."""
    (number,) = con.execute("SELECT ifnull(max(number), 0) + 1 FROM review").fetchone()
    (day,) = con.execute(
        "SELECT ifnull(min(substr(answered_at, 1, 10)), '2000-01-01') FROM answer"
        " WHERE review_id = ?",
        (review,),
    ).fetchone()
    row: dict[str, Any] = {
        **dict.fromkeys(_EMPTY, ""),
        "id": review,
        "uuid": str(uuid4()),
        "number": number,
        "case_code": UNKNOWN,
        "guide": UNKNOWN,
        "guide_version": 1,
        "kind": "frayed",
        "state": "finished",
        "lean": 0,
        "started_at": day,
        "local_date": day,
        "revision": 1,
        "first_sign_session": None,
        "ended_session": None,
    }
    row["checksum"] = seal(tuple(row[name] for name in CONTENT["review"]))
    return row


_EMPTY: Iterable[str] = (
    *("guide_digest", "utc_offset", "updated_at", "supervision_answer", "supervision_date"),
    "distilled",
)
_MENDS = (
    "DELETE FROM follow_up WHERE plan_id NOT IN (SELECT id FROM plan)",
    "UPDATE answer SET follow_up_id = NULL WHERE follow_up_id NOT IN (SELECT id FROM follow_up)",
    """INSERT OR IGNORE INTO case_card(code, hold, revision, created_at)
        SELECT case_code, '', 1, started_at FROM review""",
    "DELETE FROM case_context WHERE case_code NOT IN (SELECT code FROM case_card)",
)
