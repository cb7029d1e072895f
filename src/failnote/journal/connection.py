"""Connection: the one way to a journal file through SQLCipher, and its errors in words."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from failnote.errors import DamagedError, JournalError

if TYPE_CHECKING:
    # sqlcipher3 carries no type hints, but its module is a copy of this one.
    from sqlite3 import dbapi2 as sqlcipher
else:
    from sqlcipher3 import dbapi2 as sqlcipher

__all__ = [
    "READING",
    "TROUBLE",
    "WRITING",
    "Connection",
    "SqliteError",
    "close",
    "connect",
    "in_words",
    "prepared",
    "rows",
    "speaking",
    "sqlcipher",
]

BUSY_SECONDS = 10.0
"""With 5, twenty writers that begin at once do not all get their turn on a slow disk."""

SqliteError = sqlcipher.Error
"""What every function of the library raises; ``in_words`` turns it into a sentence."""

TROUBLE = (SqliteError, UnicodeDecodeError)
"""The same, and what it raises where damage makes its own message unreadable."""

READING = (
    "PRAGMA query_only=ON",
    # Whoever leaves last brings the log into the file, a reader as well.
    "PRAGMA checkpoint_fullfsync=ON",
    # Sorting must not spill into a file: SQLCipher does not encrypt temporary ones.
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)
WRITING = (
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
    "PRAGMA foreign_keys=ON",
    # SQLite's default pair DELETE + FULL can lose an acknowledged answer in a power cut.
    "PRAGMA journal_mode=WAL",
    "PRAGMA synchronous=FULL",
    "PRAGMA fullfsync=ON",
    "PRAGMA checkpoint_fullfsync=ON",
    "PRAGMA secure_delete=ON",
    # Without it INSERT OR REPLACE leaves the old words in the search index.
    "PRAGMA recursive_triggers=ON",
)
DRAFTING = (*WRITING, "PRAGMA synchronous=NORMAL")


class Connection(sqlcipher.Connection):
    """A DB-API connection that remembers its file and key, so that it can open a second one."""

    path: Path
    key: bytes | None
    _drafts: "Connection | None" = None

    def drafts(self) -> "Connection":
        """A second connection whose commits do not wait for the disk: a key stroke must not."""
        if self._drafts is None:
            self._drafts = prepared(connect(self.path, self.key), DRAFTING)
        return self._drafts

    def end_drafts(self) -> None:
        """Close the second connection, if it was opened."""
        if self._drafts is not None:
            self._drafts.close()
            self._drafts = None

    def close(self) -> None:
        """Close it and its second connection; SQLite then clears the files beside the journal."""
        self.end_drafts()
        super().close()


def connect(path: Path, key: bytes | None = None, mode: str = "mode=rw") -> Connection:
    """Open the file under its raw key (32 bytes, or 48 with a salt to make it with).

    ``mode`` is the query of SQLite's file address; nothing is read yet, so a wrong key is
    not noticed here.
    """
    address = f"{path.absolute().as_uri()}?{mode}"
    con = sqlcipher.connect(
        address, uri=True, timeout=BUSY_SECONDS, isolation_level=None, factory=Connection
    )
    con.path, con.key = path, key
    if key is not None:
        _need_cipher(con)
        # Before the key: SQLCipher reports a wrong one on stderr otherwise.
        con.execute("PRAGMA cipher_log_level=NONE")
        con.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        con.execute("PRAGMA cipher_compatibility=4")
    return con


def _need_cipher(con: Connection) -> None:
    """Refuse to go on without SQLCipher: SQLite ignores a key without a word."""
    if con.execute("PRAGMA cipher_version").fetchone() is None:
        con.close()
        message = (
            "Encryption is missing: the sqlcipher3 library was built without SQLCipher."
            " Install failnote anew; nothing was written."
        )
        raise JournalError(message)


def prepared(con: Connection, pragmas: tuple[str, ...]) -> Connection:
    """The same connection after its pragmas; closed when one of them fails."""
    try:
        for pragma in pragmas:
            con.execute(pragma).close()
    except BaseException:
        con.close()
        raise
    return con


def close(con: Connection) -> None:
    """Bring everything into the one file and close it."""
    con.end_drafts()
    # Another process may be at work, or the file read-only. Nothing is lost then, so nobody
    # has to wait: whoever closes last does it.
    with suppress(SqliteError):
        con.execute("PRAGMA busy_timeout=0").close()
        con.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()
    con.close()


def rows(
    con: Connection, sql: str, values: Mapping[str, object] | None = None
) -> Iterator[tuple[Any, ...]]:
    """Rows of one fixed statement, one at a time, with trouble told in words."""
    with speaking(con.path), closing(con.execute(sql, dict(values or {}))) as cursor:
        yield from cursor


@contextmanager
def speaking(path: Path) -> Iterator[None]:
    """Turn the library's errors into sentences that never hold an answer."""
    try:
        yield
    except TROUBLE as error:
        raise in_words(error, path) from None


def in_words(error: BaseException | None, path: Path) -> JournalError:
    """What an error of the library means for the owner of the journal at ``path``."""
    name = getattr(error, "sqlite_errorname", None) or type(error).__name__
    undecodable = isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in str(error)
    if undecodable or name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
        return DamagedError(
            f"The journal at {path} is damaged. Run: failnote journal check, or restore a backup."
        )
    for start, sentence in _SENTENCES.items():
        if name.startswith(start):
            return JournalError(sentence.format(path=path))
    return JournalError(f"The journal at {path} could not be used (SQLite reports {name}).")


_SENTENCES = {
    "SQLITE_BUSY": "Another failnote is writing to the journal at {path}. Try again in a moment.",
    "SQLITE_LOCKED": "Another failnote is writing to the journal at {path}. Try again in a moment.",
    "SQLITE_FULL": "The disk that holds the journal at {path} is full; nothing was changed."
    " Make room and try again.",
    "SQLITE_READONLY": "The journal at {path} cannot be written: its file or folder is read-only.",
    "SQLITE_CANTOPEN": "The journal at {path} cannot be opened."
    " Look at the permissions of the file and its folder.",
    "SQLITE_IOERR": "The disk that holds the journal at {path} reports an error;"
    " the last change was not kept.",
}
