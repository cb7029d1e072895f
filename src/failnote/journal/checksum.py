"""Checksum: a seal over what a row says, so that a changed letter is noticed.

SQLCipher authenticates every page; a plain journal has only this. The seal is no secret: it
finds decay of the disk, not a forger.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping

from failnote.journal.connection import Connection, rows

CONTENT: Mapping[str, tuple[str, ...]] = {
    "review": (
        "uuid",
        "number",
        "case_code",
        "guide",
        "guide_version",
        "guide_digest",
        "kind",
        "local_date",
        "first_sign_session",
        "ended_session",
        "supervision_answer",
        "supervision_date",
    ),
    "answer": ("question", "type", "section", "export", "status", "asked", "value", "text"),
    "plan": ("uuid", "miss", "if_text", "then_text", "rehearsed", "due", "state"),
    "insight": ("uuid", "local_date", "text"),
}
"""The columns that a row's checksum covers, in this order."""

_DECAY = 2
_JOINS = {
    "review": "JOIN review r ON r.id = t.id",
    "answer": "JOIN review r ON r.id = t.review_id",
    "plan": "JOIN review r ON r.id = t.review_id",
    "insight": "JOIN review r ON r.id = t.review_id",
}


def seal(values: tuple[object, ...]) -> str:
    """The first 16 hex digits of SHA-256 over the values as compact JSON in UTF-8."""
    body = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(body.encode(errors="surrogateescape")).hexdigest()[:16]


def holds(values: tuple[object, ...], checksum: object) -> bool:
    """Whether values are what was sealed.

    A seal that decayed itself, in one digit or two, still proves them: a changed text has
    another seal in nearly every digit.
    """
    fresh, kept = seal(values), str(checksum)
    return fresh == kept or (
        len(fresh) == len(kept) and sum(a != b for a, b in zip(fresh, kept, strict=True)) <= _DECAY
    )


def row_holds(con: Connection, table: str, row: int) -> bool:
    """Whether one row says what was written; where SQLCipher authenticates the pages, it does."""
    if con.key is not None:
        return True
    listing = ", ".join(("checksum", *CONTENT[table]))
    found = rows(con, f"SELECT {listing} FROM {table} WHERE id = :id", {"id": row})
    return any(holds(tuple(values), checksum) for checksum, *values in found)


def altered(con: Connection) -> Iterator[tuple[str, int, str]]:
    """Rows that do not say what was written: the table, the review's number, the question."""
    usual = con.text_factory
    # A damaged text need not be valid UTF-8 any more.
    con.text_factory = lambda raw: raw.decode(errors="surrogateescape")
    try:
        for table, columns in CONTENT.items():
            yield from _altered_in(con, table, columns)
    finally:
        con.text_factory = usual


def _altered_in(
    con: Connection, table: str, columns: tuple[str, ...]
) -> Iterator[tuple[str, int, str]]:
    question = "t.question" if table == "answer" else "''"
    listing = ", ".join(("r.number", question, "t.checksum", *(f"t.{name}" for name in columns)))
    for row in rows(con, f"SELECT {listing} FROM {table} t {_JOINS[table]}"):
        number, asked, checksum, *values = row
        if seal(tuple(values)) != checksum:
            yield table, number, asked
