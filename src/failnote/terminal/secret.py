"""Secret: a passphrase asked for on the terminal itself, unseen."""

import os
import termios
from typing import TextIO

from failnote.errors import LockedError

NO_TERMINAL = (
    "The journal is locked, and there is no terminal on which to ask for the passphrase. "
    "Use --passphrase-command, or set FAILNOTE_PASSPHRASE_COMMAND."
)


def secret(prompt: str, tty: TextIO | None) -> str:
    """Ask for a secret without showing it; LockedError when there is no terminal."""
    if tty is None:
        raise LockedError(NO_TERMINAL)
    try:
        shown = termios.tcgetattr(tty.fileno())
    except (termios.error, OSError):
        raise LockedError(NO_TERMINAL) from None
    hidden = list(shown)
    hidden[3] &= ~termios.ECHO
    try:
        termios.tcsetattr(tty.fileno(), termios.TCSADRAIN, hidden)
        tty.write(prompt)
        tty.flush()
        given = _line(tty.fileno())
    except UnicodeDecodeError:
        message = "The passphrase is not UTF-8 text; check the keyboard settings of the terminal."
        raise LockedError(message) from None
    finally:
        termios.tcsetattr(tty.fileno(), termios.TCSADRAIN, shown)
        tty.write("\n")
        tty.flush()
    if not given:
        message = "No passphrase was given, so the journal stays locked."
        raise LockedError(message)
    return given.rstrip("\r\n")


def _line(descriptor: int) -> str:
    """Read up to the end of the line and no further: what is typed ahead is for the next question."""
    typed = b""
    while not typed.endswith((b"\n", b"\r")) and (byte := os.read(descriptor, 1)):
        typed += byte
    return typed.decode()
