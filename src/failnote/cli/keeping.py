"""Keeping: the journal file looked after: its state, a check of it, backups and their return."""

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.errors import DamagedError, JournalError, LockedError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation

Yes = Annotated[bool, typer.Option("--yes", help="Do not ask.")]
MOST = 40
"""Damaged rows that are named one by one."""
OPENS_WITH = "It opens with the passphrase it had when it was made."


def status(ctx: typer.Context) -> None:
    """Say where the journal is and how it is kept.

    Example: failnote journal status
    """
    from failnote.journal.opening import probe
    from failnote.journal.reading import count
    from failnote.journal.schema import version_of
    from failnote.render.words import counted
    from failnote.selection import Selection

    invocation = ctx.obj
    path, _ = invocation.place
    with invocation.reading() as connection:
        kind = "encrypted with SQLCipher 4" if probe(path) == "encrypted" else "NOT encrypted"
        total = counted(count(connection, Selection()), "review")
        lines = [
            str(path),
            f"{kind}, {total}, {path.stat().st_size:,} bytes, layout {version_of(connection)}",
            *_held(connection),
            _last_backup(invocation, connection),
        ]
    lines += [*_looser(path), *_leftovers(path)]
    invocation.screen.show("".join(f"{line}\n" for line in lines))


def _held(connection: Any) -> list[str]:
    from failnote.journal.reading import cases

    held = [case.code for case in cases(connection) if case.hold]
    return [f"on hold: {', '.join(held)}"] if held else []


def _last_backup(invocation: "Invocation", connection: Any) -> str:
    from failnote.journal.backup import FOLDER, LAST_BACKUP, kept_backups
    from failnote.journal.reading import settings

    path, _ = invocation.place
    last = settings(connection).get(LAST_BACKUP)
    kept = len(kept_backups(path))
    if last is None:
        return "last backup: none yet. `failnote journal backup` makes one."
    where = f"; {kept} kept in {path.parent / FOLDER}" if kept else ""
    return f"last backup: {last[:10]}{where}"


def _looser(path: Path) -> list[str]:
    from failnote.journal.condition import looser

    open_to_others = looser(path)
    if not open_to_others:
        return ["permissions: yours alone"]
    return [f"others may open it: {each}  (chmod go= takes that away)" for each in open_to_others]


def _leftovers(path: Path) -> list[str]:
    from failnote.journal.condition import leftovers
    from failnote.terminal.editor_file import MEMORY, memory

    left = leftovers(path, (MEMORY, memory(os.environ)))
    return [f"left behind: {each.path}  ({each.why})" for each in left] or ["left behind: nothing"]


def check(
    ctx: typer.Context,
    rescue: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Put everything intact into a new journal there."),
    ] = None,
) -> None:
    """Look at every page and every answer for damage. The journal is not changed.

    --rescue makes a new journal of all that is intact, with the same passphrase; `failnote
    export --journal FILE` then writes it out.

    Example: failnote journal check
    """
    from failnote.journal.checking import check as looked_at
    from failnote.journal.checking import told
    from failnote.render.words import counted

    invocation = ctx.obj
    path, _ = invocation.place
    key = _key_even_if_damaged(invocation)
    wrong, damaged = looked_at(path, key)
    sentences = [*wrong, *told(damaged[:MOST])]
    if len(damaged) > MOST:
        sentences.append(f"And {len(damaged) - MOST} more rows.")
    invocation.screen.show("".join(f"{each}\n" for each in sentences))
    if rescue is not None:
        from failnote.journal.rescuing import rescue as put_apart

        kept = put_apart(path, key, rescue)
        invocation.screen.tell(f"{counted(kept, 'intact answer')} put into {rescue}.")
    if sentences:
        message = (
            f"The journal at {path} is damaged. Restore a backup (failnote journal restore), or"
            " save what is intact: failnote journal check --rescue FILE."
        )
        raise DamagedError(message)
    invocation.screen.show("Everything is as it was written.\n")


def _key_even_if_damaged(invocation: "Invocation") -> bytes | None:
    from failnote.journal.recovery import derive_key, salt_of

    path, _ = invocation.place
    try:
        with invocation.reading() as connection:
            key: bytes | None = connection.key
            return key
    except DamagedError:
        if not invocation.passphrase:
            return None
        return derive_key(salt_of(path), invocation.passphrase)


def backup(
    ctx: typer.Context,
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Write to this file instead."),
    ] = None,
    keep: Annotated[
        int, typer.Option("--keep", min=1, metavar="N", help="How many stay in the usual folder.")
    ] = 5,
    force: Annotated[bool, typer.Option("--force", help="Overwrite the file.")] = False,
) -> None:
    """Make a copy, encrypted alike. It is read back, and the newest five are kept.

    A backup on the same disk is lost with it: -o writes one elsewhere.

    Example: failnote journal backup -o /media/stick/journal.backup
    """
    from failnote.journal.backup import back_up, back_up_to, note_backup

    invocation = ctx.obj
    with invocation.keeping() as connection:
        if output is None:
            written = back_up(connection, invocation.now, keep)
        else:
            back_up_to(connection, output, force=force)
            written = output
        note_backup(connection, invocation.now)
    invocation.screen.tell(f"Written and read back: {written}. {OPENS_WITH}")


def restore(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Argument(metavar="[FILE]", help="The backup; the newest kept one without it."),
    ] = None,
    yes: Yes = False,
) -> None:
    """Put a backup in the journal's place. What stands there is kept beside it.

    The passphrase asked for, or given by --passphrase-…, is that of the backup.

    Example: failnote journal restore
    """
    from failnote.journal.backup import kept_backups, opened_backup, put_back

    invocation = ctx.obj
    path, _ = invocation.place
    backup = file or next(iter(kept_backups(path)), None)
    if backup is None:
        message = f"No backup of {path} is kept; name the file: failnote journal restore FILE."
        raise JournalError(message)
    key = _key_of(invocation, backup)
    if key is None:
        invocation.screen.tell("This backup is NOT encrypted, and the journal will not be either.")
    with opened_backup(backup, key) as connection:
        if path.exists() and not yes:
            agree(invocation, f"Put {backup.name} in the place of {path}? A copy of it is kept.")
        aside = put_back(connection, path, invocation.now)
    invocation.screen.tell(f"{path} is as it was in {backup}. {OPENS_WITH}")
    if aside is not None:
        invocation.screen.tell(f"What stood there before is kept: {aside}")


def _key_of(invocation: "Invocation", backup: Path) -> bytes | None:
    """The key of a backup: from the passphrase that was given, else from its own, asked for."""
    from failnote.cli.unlocking import TRIES, secret
    from failnote.journal.opening import WRONG_SECRET, probe

    found = probe(backup)
    if found == "missing":
        message = f"There is no backup at {backup}."
        raise JournalError(message)
    if found == "plain":
        return None
    given = None if invocation.source.none else invocation.given_passphrase()
    if given:
        key = _tried(backup, given)
        if key is not None:
            return key
        invocation.screen.tell("The passphrase of the journal does not open this backup.")
    for _ in range(TRIES if invocation.can_ask or not given else 0):
        key = _tried(backup, secret("Passphrase of the backup: "))
        if key is not None:
            return key
    raise LockedError(WRONG_SECRET.replace("the journal", f"the backup {backup}"))


def _tried(backup: Path, secret: str) -> bytes | None:
    """The key that a passphrase, or a recovery code, is for this backup; None when it is wrong."""
    from failnote.journal.opening import opens, parse_recovery
    from failnote.journal.recovery import derive_key, salt_of

    keys = [derive_key(salt_of(backup), secret)]
    with suppress(LockedError):
        keys.append(parse_recovery(secret))
    return next((key for key in keys if opens(backup, key)), None)


def agree(invocation: "Invocation", question: str) -> None:
    """Ask once before something is done; JournalError for a no, UsageError where nobody can say."""
    if not invocation.can_ask:
        message = "This is asked on a terminal first; --yes does it without asking."
        raise UsageError(message)
    from failnote.terminal.dialogs import confirm

    if not confirm(invocation.asker, question, default=False):
        message = "Nothing was changed."
        raise JournalError(message)
