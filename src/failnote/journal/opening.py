"""Opening: how a journal is found, made, unlocked and closed."""

import os
from collections.abc import Mapping
from contextlib import closing, suppress
from pathlib import Path

from failnote.errors import JournalError, LockedError, NewerJournalError, UsageError
from failnote.journal.backup import verified_copy
from failnote.journal.connection import (
    READING,
    WRITING,
    Connection,
    SqliteError,
    close,
    connect,
    prepared,
    speaking,
)
from failnote.journal.files import create_private, folders, publish, sync
from failnote.journal.probing import Found, has_log, probe
from failnote.journal.recovery import SALT_BYTES, as_code, derive_key, parse_recovery, salt_of
from failnote.journal.schema import APPLICATION_ID, STEPS, migrate, version_of
from failnote.journal.secrets import checked_passphrase
from failnote.user_folders import data_folder

__all__ = [
    "Found",
    "close",
    "create_journal",
    "journal_path",
    "open_journal",
    "opens",
    "parse_recovery",
    "probe",
    "recovery_code",
]

FILE_NAME = "journal.db"
NO_SECRET = "The journal is encrypted and needs its passphrase."
WRONG_SECRET = (
    "The passphrase or recovery code does not open the journal:"
    " it is wrong, or the file is damaged."
)

_MEMORY = Path("/dev/shm")


def journal_path(option: Path | None, environ: Mapping[str, str]) -> tuple[Path, bool]:
    """Where the journal is, and whether the user named the place by option or environment."""
    named = option or environ.get("FAILNOTE_JOURNAL")
    try:
        if named:
            return Path(named).expanduser(), True
        return data_folder(environ) / FILE_NAME, False
    except RuntimeError:
        message = f"The home folder in {named or '~'} is not known."
        raise UsageError(message) from None


def create_journal(path: Path, passphrase: str | None = None) -> Connection:
    """Make a journal and open it for writing; without a passphrase it is a plain SQLite file.

    It gets its name when it is complete, so of two processes exactly one makes it; the other
    gets a JournalError. A failure leaves neither file nor folder behind.
    """
    secret = None if passphrase is None else checked_passphrase(passphrase)
    try:
        with folders(path.parent):
            key = _make(path, secret)
    except FileExistsError:
        message = f"Another failnote has just made a journal at {path}. Run the command again."
        raise JournalError(message) from None
    except OSError as error:
        message = f"No journal can be made at {path}: {error.strerror}."
        raise JournalError(message) from None
    return open_journal(path, key=key, write=True)


def _make(path: Path, secret: str | None) -> bytes | None:
    """Put a journal without rows at the path; the key it is under."""
    fresh = path.with_name(f".{path.name}.{os.urandom(8).hex()}.new")
    salt = os.urandom(SALT_BYTES)
    key = None if secret is None else derive_key(salt, secret)
    try:
        create_private(fresh)
        with speaking(path):
            fill_new(fresh, key and key + salt)
        sync(fresh)
        publish(fresh, path)
    finally:
        for ending in ("", "-wal", "-shm"):
            Path(f"{fresh}{ending}").unlink(missing_ok=True)
    return key


def fill_new(path: Path, key: bytes | None) -> None:
    """Make the tables in an empty file; the key has 32 bytes, and 16 of salt behind them."""
    con = prepared(connect(path, key), WRITING)
    try:
        con.execute(f"PRAGMA application_id={APPLICATION_ID}")
        migrate(con, _keep_old, STEPS)
        # Brings the log into the file, or fails where the disk is full; closing would say nothing.
        con.execute("PRAGMA journal_mode=DELETE").close()
    finally:
        con.close()


def open_journal(
    path: Path, passphrase: str | None = None, key: bytes | None = None, write: bool = False
) -> Connection:
    """Open an existing journal; the key, where given, goes before the passphrase.

    Errors: JournalError (none there, no journal, not writable), LockedError (no secret or a
    wrong one), NewerJournalError (the bytes stay as they are), DamagedError. Only ``write``
    brings an older layout up to date, after a backup beside it.
    """
    found = probe(path)
    if found == "missing":
        message = f"There is no journal at {path}."
        raise JournalError(message)
    if found == "plain":
        key = None
    elif key is None:
        key = _derived(path, passphrase)
    with speaking(path):
        which = path.stat().st_ino
        _look_before(path, key)
        if not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)):
            con = _open_read_only(path, key, write)
        else:
            con = prepared(connect(path, key), WRITING if write else READING)
        try:
            _bring_up_to_date(con, write)
        except BaseException:
            con.close()
            raise
    if path.stat().st_ino != which:
        # Another process put a new file in its place meanwhile; this one is nobody's any more.
        con.close()
        return open_journal(path, passphrase, key, write)
    return con


def _derived(path: Path, passphrase: str | None) -> bytes:
    if not passphrase:
        raise LockedError(NO_SECRET)
    return derive_key(salt_of(path), passphrase)


def _look_before(path: Path, key: bytes | None) -> None:
    """Refuse a wrong key and a newer layout before anything can write to the file.

    An ``immutable`` connection makes no files beside the journal and takes no lock. Where a
    log holds something it has to be read, too; a read-only connection leaves it in place.
    """
    logged = has_log(path) and os.access(path.parent, os.W_OK)
    con = connect(path, key, "mode=ro" if logged else "mode=ro&immutable=1")
    try:
        version = version_of(con)
    except SqliteError as error:
        if error.sqlite_errorname == "SQLITE_NOTADB" and key is not None:
            raise LockedError(WRONG_SECRET) from None
        # Another process may be writing its log back just then: the real opening tells.
        return
    finally:
        con.close()
    if version > len(STEPS):
        message = (
            f"{path} was written by a newer failnote (layout {version}; this one knows"
            f" {len(STEPS)}). Update failnote; the file was left untouched."
        )
        raise NewerJournalError(message)


def _bring_up_to_date(con: Connection, write: bool) -> None:
    if version_of(con) == len(STEPS):
        return
    if not write:
        message = (
            f"The journal at {con.path} has the layout of an older failnote. Any command that"
            " writes, such as failnote review, brings it up to date and keeps a backup."
        )
        raise JournalError(message)
    migrate(con, _keep_old, STEPS)


def _keep_old(con: Connection, version: int) -> None:
    """Put a verified backup of the layout that is about to be left beside the journal."""
    # A second connection: the first is in the transaction that locks others out.
    with closing(connect(con.path, con.key)) as source:
        verified_copy(source, con.path.with_name(f"{con.path.name}.layout-{version}.backup"))


def _open_read_only(path: Path, key: bytes | None, write: bool) -> Connection:
    if write:
        message = f"The journal at {path} cannot be written: its file or folder is read-only."
        raise JournalError(message)
    if has_log(path):
        return prepared(_open_copy(path, key), READING)
    return prepared(connect(path, key, "mode=ro&immutable=1"), READING)


def _open_copy(path: Path, key: bytes | None) -> Connection:
    """The journal with its log, put together in memory; the copy loses its name at once."""
    folder = _MEMORY / f"failnote-{os.getpid()}-{os.urandom(8).hex()}"
    copy = folder / FILE_NAME
    try:
        folder.mkdir(mode=0o700)
        for ending in ("", "-wal"):
            create_private(Path(f"{copy}{ending}"))
            Path(f"{copy}{ending}").write_bytes(Path(f"{path}{ending}").read_bytes())
        con = prepared(connect(copy, key), ("PRAGMA journal_mode=DELETE",))
    except OSError:
        message = (
            f"The journal at {path} cannot be written and was not closed cleanly. Copy it and"
            f" {path.name}-wal to a folder of your own and open it there."
        )
        raise JournalError(message) from None
    finally:
        for name in folder.glob("*"):
            name.unlink()
        with suppress(OSError):
            folder.rmdir()
    con.path = path
    return con


def opens(path: Path, key: bytes) -> bool:
    """Is this the key of an encrypted journal?"""
    with speaking(path), closing(connect(path, key, "mode=ro&immutable=1")) as con:
        try:
            version_of(con)
        except SqliteError as error:
            if error.sqlite_errorname == "SQLITE_NOTADB":
                return False
            raise
    return True


def recovery_code(path: Path, passphrase: str) -> str:
    """The code to be written on paper; LockedError when the passphrase does not open the journal.

    It stays valid until the passphrase is changed.
    """
    if probe(path) != "encrypted":
        message = f"There is no encrypted journal at {path}, so there is no recovery code."
        raise JournalError(message)
    key = _derived(path, passphrase)
    with speaking(path):
        _look_before(path, key)
    return as_code(key)
