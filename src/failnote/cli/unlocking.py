"""Unlocking: how a command comes to the open journal, and to a passphrase that nobody sees."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from failnote.errors import JournalError, LockedError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation

TRIES = 3
"""How often a passphrase may be typed before the program leaves."""


class NoJournal(JournalError):  # noqa: N818 - nothing went wrong: there is none yet
    """A reading command found no journal; only a path that was named makes it a failure."""

    def __init__(self, path: Path, *, named: bool) -> None:
        super().__init__(f"There is no journal yet at {path}. `failnote review` begins one.")
        self.exit_code = 1 if named else 0


def opened(invocation: "Invocation", *, write: bool) -> Any:
    """Open the journal; asks for the passphrase where nothing else gives it.

    NoJournal when there is none yet; to write, that is always a failure.
    """
    from failnote.cli.hardening import keep_memory_private
    from failnote.journal.opening import open_journal, probe

    path, named = invocation.place
    kind = probe(path)
    if kind == "missing":
        raise NoJournal(path, named=named or write)
    if kind == "plain":
        return open_journal(path, write=write)
    keep_memory_private()
    if invocation.source.none:
        message = (
            f"The journal at {path} is encrypted; --no-passphrase is for making a new one. "
            "Leave it out, and the passphrase is asked for."
        )
        raise UsageError(message)
    given = invocation.given_passphrase()
    if given:
        invocation.remember(given)
        return open_journal(path, passphrase=given, write=write)
    return _unlocked(invocation, path, write=write)


def _unlocked(invocation: "Invocation", path: Path, *, write: bool) -> Any:
    from failnote.journal.opening import open_journal

    for left in reversed(range(TRIES)):
        typed = secret("Passphrase: ")
        invocation.remember(typed)
        try:
            connection = open_journal(path, passphrase=typed, write=write)
        except LockedError as error:
            if not left:
                raise
            invocation.screen.tell(f"{error} {left} more {'tries' if left > 1 else 'try'}.")
        else:
            return connection
    raise AssertionError


def secret(prompt: str) -> str:
    """Ask for a passphrase on the terminal itself, unseen; LockedError without one."""
    from failnote.terminal.place import open_tty
    from failnote.terminal.secret import secret as typed_unseen

    tty = open_tty()
    try:
        return typed_unseen(prompt, tty)
    finally:
        if tty is not None:
            tty.close()
