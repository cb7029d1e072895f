"""Term rows: the names and places that are to be masked, kept in the journal and nowhere else."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from failnote.errors import JournalError, UsageError
from failnote.journal.cleaning import clean_text
from failnote.journal.connection import Connection, rows, speaking
from failnote.journal.moments import instant

LONGEST = 200
"""Characters of one term."""


class Term(NamedTuple):
    """One term of the owner's list."""

    id: int
    term: str
    role: str
    case: str
    """The case it belongs to, or empty for all of them."""


def terms(con: Connection) -> list[Term]:
    """The whole list, in the order in which it was made."""
    return [Term._make(row) for row in rows(con, _ALL)]


def add_terms(con: Connection, words: Iterable[str], role: str, case: str, now: datetime) -> int:
    """Put words on the list, all or none; how many were not there yet.

    Blanks around a word do not count, nor do empty lines. UsageError for one that is too long,
    named by its place only.
    """
    wanted = [" ".join(clean_text(word).split()) for word in words]
    for place, word in enumerate(wanted, 1):
        if len(word) > LONGEST:
            message = f"Term {place} is longer than {LONGEST} characters; nothing was added."
            raise UsageError(message)
    added = 0
    with speaking(con.path):
        con.execute("BEGIN IMMEDIATE").close()
        try:
            for word in filter(None, wanted):
                given = {"term": word, "role": role, "case": case, "at": instant(now)}
                added += con.execute(_ADD, given).rowcount
            con.execute("COMMIT").close()
        except BaseException:
            con.execute("ROLLBACK").close()
            raise
    return added


def remove_term(con: Connection, number: int) -> None:
    """Take one term off the list; JournalError when there is none of that number."""
    with speaking(con.path):
        if not con.execute("DELETE FROM term WHERE id = ?", (number,)).rowcount:
            message = f"There is no term {number}. failnote journal terms shows the list."
            raise JournalError(message)


_ALL = "SELECT id, term, role, case_code FROM term ORDER BY id"
_ADD = """
    INSERT INTO term(term, role, case_code, added_at) SELECT :term, :role, :case, :at
    WHERE NOT EXISTS (SELECT 1 FROM term WHERE term = :term AND case_code = :case)"""
