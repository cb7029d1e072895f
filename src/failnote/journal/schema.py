"""Schema: the steps that bring a journal's tables up to date, each one whole or not at all."""

from collections.abc import Callable, Sequence
from pathlib import Path

from failnote.errors import DamagedError, JournalError
from failnote.journal.connection import Connection, connect, speaking
from failnote.journal.schema_1 import STEP_1

APPLICATION_ID = 0x664E4A4C
"""``fNJL``: what SQLite's header says about whose file it is."""

STEPS: tuple[Sequence[str], ...] = (STEP_1,)
"""The statements that lead from one layout to the next; a released step never changes."""

KeepBackup = Callable[[Connection, int], None]


def version_of(con: Connection) -> int:
    """How many steps a journal has taken; JournalError when the file is not a journal."""
    application, version = (
        con.execute(f"PRAGMA {name}").fetchone()[0] for name in ("application_id", "user_version")
    )
    if application != APPLICATION_ID:
        message = f"{con.path} is a file of another program, not a failnote journal."
        raise JournalError(message)
    return int(version)


def fresh_schema(version: int) -> Connection:
    """An empty journal of this layout in memory, to compare another with."""
    con = connect(Path(":memory:"), mode="mode=memory")
    for statement in (each for step in STEPS[:version] for each in step):
        con.execute(statement).close()
    return con


def migrate(
    con: Connection,
    keep_backup: KeepBackup,
    steps: Sequence[Sequence[str]] = STEPS,
) -> None:
    """Take the missing steps, each in one transaction with its number, after one backup.

    ``keep_backup`` gets the connection and the version that is about to be left, while no
    other process can write; it is not called for a new journal.
    """
    with speaking(con.path):
        version = version_of(con)
        # Has no effect inside a transaction, and a step may have to rebuild a table.
        con.execute("PRAGMA foreign_keys=OFF")
        try:
            for number, step in enumerate(steps[version:], version + 1):
                first = 0 < version == number - 1
                _take(con, step, number, keep_backup if first else None)
        finally:
            con.execute("PRAGMA foreign_keys=ON")


def _take(
    con: Connection, step: Sequence[str], number: int, keep_backup: KeepBackup | None
) -> None:
    con.execute("BEGIN IMMEDIATE")
    try:
        # Another process may have taken it while this one waited for the lock.
        if version_of(con) < number:
            if keep_backup is not None:
                keep_backup(con, number - 1)
            for statement in step:
                con.execute(statement)
            if con.execute("PRAGMA foreign_key_check").fetchone():
                message = f"The journal at {con.path} has rows that belong to nothing."
                raise DamagedError(message)
            con.execute(f"PRAGMA user_version={number}")
        con.execute("COMMIT")
    except BaseException:
        con.execute("ROLLBACK")
        raise
