"""Locking: the commands that change who can open the journal."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from failnote.cli.keeping import Yes, agree
from failnote.errors import JournalError, LockedError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.journal.connection import Connection

NewFd = Annotated[
    int | None,
    typer.Option("--new-passphrase-fd", help="Read the new passphrase from this descriptor."),
]
NewFile = Annotated[
    Path | None, typer.Option("--new-passphrase-file", help="Read it from this file's first line.")
]
NewCommand = Annotated[
    str | None, typer.Option("--new-passphrase-command", help="Read it from what this prints.")
]
Renew = Annotated[
    bool | None,
    typer.Option(
        "--renew-backups/--leave-backups", help="Put the kept backups under it, too; else asked."
    ),
]
OLD_STAY = "Backups that were made before still open with the old passphrase or code only."


def passphrase(
    ctx: typer.Context,
    new_fd: NewFd = None,
    new_file: NewFile = None,
    new_command: NewCommand = None,
    renew: Renew = None,
) -> None:
    """Change the passphrase. The old recovery code is void then; the new one is shown.

    The journal is written anew, read back, and only then swapped for the old one.

    Example: failnote journal passphrase
    """
    invocation = ctx.obj
    with invocation.keeping() as connection:
        if connection.key is None:
            message = "The journal is not encrypted: failnote journal encrypt."
            raise JournalError(message)
        new = _new_passphrase(invocation, (new_fd, new_file, new_command))
        said = "The passphrase is changed. The old recovery code is void."
        _put_under(invocation, connection, new, said, renew=renew)


def recover(
    ctx: typer.Context,
    new_fd: NewFd = None,
    new_file: NewFile = None,
    new_command: NewCommand = None,
    renew: Renew = None,
) -> None:
    """Replace a lost passphrase with the recovery code from paper.

    Without a terminal the code comes from --passphrase-fd, -file or -command.

    Example: failnote journal recover
    """
    from failnote.cli.hardening import keep_memory_private
    from failnote.journal.opening import close, open_journal

    keep_memory_private()
    invocation = ctx.obj
    path, named = invocation.place
    if not invocation.journal_exists:
        from failnote.cli.unlocking import NoJournal

        raise NoJournal(path, named=named or True)
    key = _key_on_paper(invocation)
    connection = open_journal(path, key=key, write=True)
    try:
        if connection.key is None:
            message = "The journal is not encrypted, so there is nothing to recover."
            raise JournalError(message)
        new = _new_passphrase(invocation, (new_fd, new_file, new_command))
        said = "The journal opens with the new passphrase. The old code is void."
        _put_under(invocation, connection, new, said, renew=renew)
    finally:
        close(connection)


def encrypt(
    ctx: typer.Context,
    new_fd: NewFd = None,
    new_file: NewFile = None,
    new_command: NewCommand = None,
    renew: Renew = None,
) -> None:
    """Encrypt a journal. The old file is overwritten once the new one is safe.

    What an SSD, a snapshot or a backup elsewhere still holds is out of reach.

    Example: failnote journal encrypt
    """
    invocation = ctx.obj
    with invocation.keeping() as connection:
        if connection.key is not None:
            message = "The journal is encrypted already: failnote journal passphrase changes it."
            raise JournalError(message)
        new = _new_passphrase(invocation, (new_fd, new_file, new_command))
        said = "The journal is encrypted. A disk may keep pieces of the old file out of reach."
        _put_under(invocation, connection, new, said, renew=renew)


def decrypt(ctx: typer.Context, yes: Yes = False) -> None:
    """Take the encryption off. Anyone with access to the file can read it then.

    Example: failnote journal decrypt
    """
    from failnote.journal.rekeying import put_under

    invocation = ctx.obj
    with invocation.keeping() as connection:
        if connection.key is None:
            message = "The journal is not encrypted."
            raise JournalError(message)
        if not yes:
            agree(invocation, "Anyone with access to the file can read it then. Decrypt it?")
        put_under(connection, None)
    invocation.screen.tell("The journal is NOT encrypted any more. Its backups stay as they are.")


def _put_under(
    invocation: "Invocation", connection: "Connection", new: str, said: str, *, renew: bool | None
) -> None:
    """Change the passphrase, say so, and see to the recovery code and the kept backups."""
    from failnote.journal.rekeying import put_under

    old = connection.key
    put_under(connection, new)
    invocation.remember(new)
    invocation.screen.tell(said)
    _show_code(invocation)
    _renew_backups(invocation, old, new, wanted=renew)


def _new_passphrase(
    invocation: "Invocation", given: tuple[int | None, Path | None, str | None]
) -> str:
    from failnote.journal.secrets import SecretSource, find_passphrase

    fd, file, command = given
    source = SecretSource(fd=fd, file=file, command=command, option="--new-passphrase")
    found = find_passphrase(source, {})
    if found is None and not invocation.can_ask:
        message = (
            "There is no terminal to choose a new passphrase on: give one with"
            " --new-passphrase-fd, --new-passphrase-file or --new-passphrase-command."
        )
        raise UsageError(message)
    from failnote.cli.first_run import choose_passphrase, warn_of_weak

    if found is not None:
        warn_of_weak(invocation, found)
        return found
    chosen = choose_passphrase(invocation, "A new passphrase.")
    assert chosen is not None
    return chosen


def _key_on_paper(invocation: "Invocation") -> bytes:
    from failnote.journal.opening import parse_recovery
    from failnote.journal.secrets import find_passphrase

    source = invocation.source
    given = None if source.none else find_passphrase(source, {})
    if given is not None:
        return parse_recovery(given)
    if not invocation.can_ask:
        message = "The recovery code is asked for on a terminal, or comes from --passphrase-file."
        raise LockedError(message)
    from failnote.terminal.dialogs import line

    while typed := line(invocation.asker, "The recovery code, 14 groups of 4:"):
        try:
            return parse_recovery(typed)
        except LockedError as error:
            invocation.screen.tell(str(error))
    message = "No recovery code was given, so the journal stays locked."
    raise LockedError(message)


def _show_code(invocation: "Invocation") -> None:
    from failnote.cli.first_run import show_recovery

    if invocation.can_show_secrets:
        show_recovery(invocation)
    else:
        invocation.screen.tell("`failnote journal recovery` shows the new code on a terminal.")


def _renew_backups(
    invocation: "Invocation", old: bytes | None, new: str, *, wanted: bool | None
) -> None:
    """Put the kept backups under the new passphrase, when that is wanted or agreed to."""
    from failnote.journal.backup import kept_backups
    from failnote.journal.rekeying import renew
    from failnote.render.words import counted

    kept = kept_backups(invocation.place[0])
    if not kept:
        return
    if wanted is None and invocation.can_ask:
        from failnote.terminal.dialogs import confirm

        question = f"Put the {counted(len(kept), 'kept backup')} under the new passphrase, too?"
        wanted = confirm(invocation.asker, question, default=True)
    if not wanted:
        invocation.screen.tell(OLD_STAY)
        return
    done = sum(renew(backup, old, new) for backup in kept)
    others = f" {len(kept) - done} had another passphrase and stay." if done < len(kept) else ""
    invocation.screen.tell(f"{counted(done, 'backup')} put under the new passphrase.{others}")
