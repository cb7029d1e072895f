"""Backup: a second file under the same key, read back before it gets its name; and its return."""

import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from failnote.errors import DamagedError, JournalError, NewerJournalError
from failnote.journal.connection import Connection, connect, prepared, speaking
from failnote.journal.files import create_private, folders, publish, sync
from failnote.journal.moments import instant
from failnote.journal.probing import has_log
from failnote.journal.rewriting import is_sound
from failnote.journal.schema import STEPS, version_of
from failnote.journal.swapping import beside, left_alone

FOLDER = "backups"
KEPT = 5
"""How many backups stay in their usual folder."""
LAST_BACKUP = "last-backup"
"""The setting that keeps when the last backup was made."""
_STAMP = "%Y-%m-%dT%H%M%S"
_NAME = r"\.\d{4}-\d\d-\d\dT\d{6}(-\d+)?\.backup"


def verified_copy(con: Connection, target: Path) -> None:
    """Write the whole journal to ``target``, encrypted like the journal; replaces an old copy.

    A copy of the file alone would miss what still stands in the write-ahead log. JournalError
    when the copy does not read back; then nothing stands under its name.
    """
    part = target.with_name(f"{target.name}.part")
    try:
        part.unlink(missing_ok=True)
        _copy(con, part)
        part.replace(target)
        sync(target.parent)
    except OSError as error:
        message = f"The backup {target} cannot be written: {error.strerror}."
        raise JournalError(message) from None
    finally:
        with suppress(OSError):
            part.unlink()


def _copy(con: Connection, part: Path) -> None:
    """Fill a new file with everything, and read it back."""
    create_private(part)
    with speaking(con.path):
        con.execute("VACUUM INTO ?", (str(part),)).close()
    sync(part)
    with speaking(part), closing(connect(part, con.key)) as copy:
        if not is_sound(copy):
            message = f"The backup {part} did not read back as it was written; it was removed."
            raise JournalError(message)


def back_up(con: Connection, now: datetime, keep: int = KEPT) -> Path:
    """Put a verified copy into the journal's folder for backups; the oldest ones beyond go."""
    folder = con.path.parent / FOLDER
    with folders(folder):
        target = _free(folder, con.path.name, now)
        verified_copy(con, target)
    for old in kept_backups(con.path)[keep:]:
        with suppress(OSError):
            old.unlink()
    return target


def back_up_to(con: Connection, target: Path, *, force: bool) -> None:
    """Put a verified copy where the user wants it; JournalError when something is there."""
    if force and not target.is_symlink() and (target.is_file() or not target.exists()):
        verified_copy(con, target)
        return
    try:
        with beside(target) as part:
            _copy(con, part)
            publish(part, target)
    except FileExistsError:
        message = f"{target} is there already. Name another file, or add --force to replace it."
        raise JournalError(message) from None
    except OSError as error:
        message = f"The backup {target} cannot be written: {error.strerror}."
        raise JournalError(message) from None


def note_backup(con: Connection, now: datetime) -> None:
    """Keep when the last backup was made, wherever it went."""
    with speaking(con.path):
        con.execute(_NOTE, (LAST_BACKUP, instant(now))).close()


def _free(folder: Path, name: str, now: datetime) -> Path:
    stamp = f"{name}.{now.strftime(_STAMP)}"
    names = (f"{stamp}.backup", *(f"{stamp}-{number}.backup" for number in range(2, 100)))
    return next(folder / name for name in names if not (folder / name).exists())


def kept_backups(path: Path) -> list[Path]:
    """The backups in the journal's own folder for them, newest first."""
    folder, name = path.parent / FOLDER, re.compile(re.escape(path.name) + _NAME)
    try:
        return sorted((f for f in folder.iterdir() if name.fullmatch(f.name)), reverse=True)
    except OSError:
        return []


@contextmanager
def opened_backup(backup: Path, key: bytes | None) -> Iterator[Connection]:
    """A backup, open to be read, after a look at every page of it.

    Errors: DamagedError, and NewerJournalError for one that this failnote could not use.
    """
    # A copy of a journal that was at work may have its log beside it.
    mode = "mode=rw" if has_log(backup) else "mode=ro&immutable=1"
    with speaking(backup), closing(prepared(connect(backup, key, mode), ())) as con:
        version = version_of(con)
        if version > len(STEPS):
            message = f"{backup} was written by a newer failnote. Update failnote to restore it."
            raise NewerJournalError(message)
        if not is_sound(con):
            message = f"The backup {backup} is damaged, so nothing was restored from it."
            raise DamagedError(message)
        yield con


def put_back(con: Connection, path: Path, now: datetime) -> Path | None:
    """Make the open backup the journal; where the file it replaces is kept, None without one.

    What stood there is kept with its log, as it is: it may be damaged or locked. JournalError
    when another process has it open.
    """
    path = path.resolve()
    aside = path.with_name(f"{path.name}.before-{now.strftime(_STAMP)}")
    try:
        with folders(path.parent), beside(path) as fresh:
            _copy(con, fresh)
            if not path.exists():
                publish(fresh, path)
                return None
            with left_alone(path):
                _keep_aside(path, aside)
                try:
                    fresh.replace(path)
                except OSError:
                    # Without its log the old file would say less than was acknowledged.
                    _move_log(aside, path)
                    raise
                sync(path.parent)
    except OSError as error:
        message = f"The journal at {path} cannot be put back: {error.strerror}."
        raise JournalError(message) from None
    return aside


def _keep_aside(path: Path, aside: Path) -> None:
    """Give the old file a second name; its log goes there for good, it fits no other file."""
    try:
        aside.hardlink_to(path)
    except FileExistsError:
        raise
    except OSError:
        # Some memory sticks know no hard links.
        create_private(aside)
        aside.write_bytes(path.read_bytes())
        sync(aside)
    aside.chmod(0o600)
    sync(path.parent)
    _move_log(path, aside)


def _move_log(path: Path, target: Path) -> None:
    for ending in ("-wal", "-shm"):
        beside_it = Path(f"{path}{ending}")
        if beside_it.exists():
            beside_it.rename(f"{target}{ending}")


_NOTE = """
    INSERT INTO setting(key, value) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value"""
