"""Keeping: what a journal remembers of earlier looks at it, to be quicker the next time.

Keeping is a favour: where the journal cannot be written at once, nothing is kept and nothing said.
"""

import json
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import suppress
from zlib import crc32

from failnote.journal.connection import Connection, SqliteError, rows
from failnote.page import Page, Span

KEPT = 24
"""Results of long work that a journal keeps, and as many pages."""
FORGET_PAGES = "DELETE FROM cache WHERE key >= 'page:' AND key < 'page;'"
"""Belongs to every change of what a page may show."""


class Results(MutableMapping[str, str]):
    """Results that the journal keeps from one look to the next; counts and digests, no words."""

    def __init__(self, con: Connection) -> None:
        self._con = con
        self._new: dict[str, str] = {}

    def __getitem__(self, digest: str) -> str:
        """The result; KeyError where it is not known."""
        if digest in self._new:
            return self._new[digest]
        known = _found(self._con, f"patterns:{digest}")
        if known is None:
            raise KeyError(digest)
        return known

    def __setitem__(self, digest: str, body: str) -> None:
        """Hold it until ``keep``."""
        self._new[digest] = body

    def __delitem__(self, digest: str) -> None:
        """Forget what was not kept yet."""
        del self._new[digest]

    def __iter__(self) -> Iterator[str]:
        """What was not kept yet."""
        return iter(self._new)

    def __len__(self) -> int:
        """How many were not kept yet."""
        return len(self._new)

    def keep(self) -> None:
        """Write what is new into the journal."""
        if self._new:
            _keep(self._con, "patterns:", self._new)
        self._new.clear()


class KeptPage:
    """A page that the journal keeps until anything changes in it."""

    def __init__(self, con: Connection, asked: str) -> None:
        """Make ready to look for it; ``asked`` says all that shapes it beside the journal."""
        self._con, self._asked = con, asked
        self._state = _state(con)

    def find(self) -> Page | None:
        """The page, or None where it has to be made."""
        known = _found(self._con, f"page:{self._asked}")
        if known is None:
            return None
        return [tuple(Span(*span) for span in line) for line in json.loads(known)]

    def keep(self, page: Page) -> None:
        """Keep what was made of the journal as it was when this was made ready."""
        body = json.dumps(page, ensure_ascii=False, separators=(",", ":"))
        _keep(self._con, "page:", {self._asked: body}, self._state)


def _found(con: Connection, key: str) -> str | None:
    """What was kept; None as well where the file was damaged since, and it says something else."""
    for body, seal in rows(con, "SELECT body, digest FROM cache WHERE key = :key", {"key": key}):
        return str(body) if _seal(body) == seal else None
    return None


def _seal(body: object) -> str:
    return f"{crc32(str(body).encode()):08x}"


def _state(con: Connection) -> int:
    """A number that another process changes with whatever it writes."""
    ((number,),) = rows(con, "PRAGMA data_version")
    return int(number)


def _keep(con: Connection, sort: str, bodies: Mapping[str, str], state: int | None = None) -> None:
    """Write them, unless the journal is no longer in the state that they were made of."""
    with suppress(SqliteError):
        # Nobody waits for another process over a favour.
        con.execute("PRAGMA busy_timeout=0").close()
        con.execute("PRAGMA query_only=OFF").close()
        con.execute("BEGIN IMMEDIATE").close()
        if state in (None, _state(con)):
            for name, body in bodies.items():
                values = {"key": f"{sort}{name}", "digest": _seal(body), "body": body}
                con.execute(_KEEP, values).close()
            con.execute(_FORGET, {"sort": f"{sort}%", "kept": KEPT}).close()
        con.execute("COMMIT").close()
    with suppress(SqliteError):
        if con.in_transaction:
            con.rollback()
        con.execute("PRAGMA query_only=ON").close()


_KEEP = """
    INSERT INTO cache(key, digest, body) VALUES (:key, :digest, :body)
    ON CONFLICT(key) DO UPDATE SET digest = excluded.digest, body = excluded.body"""

_FORGET = """
    DELETE FROM cache WHERE key LIKE :sort AND key NOT IN (
        SELECT key FROM cache WHERE key LIKE :sort ORDER BY rowid DESC LIMIT :kept)"""
