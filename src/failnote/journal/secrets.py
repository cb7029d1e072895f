"""Secrets: where a passphrase comes from when nobody is there to type it."""

import os
import re
import stat
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from failnote.errors import LockedError, UsageError
from failnote.journal.cleaning import clean_text

_COMMAND = "FAILNOTE_PASSPHRASE_COMMAND"
_VALUE = "FAILNOTE_PASSPHRASE"
_SETTING = "passphrase_command in settings.toml"
_LONGEST = 65_536
_SHORT = 12
"""Characters below which a passphrase can be guessed."""
_FEW = 6
"""Different characters below which it can be guessed, however long it is."""
_RAW_KEY = re.compile(r"x'[0-9a-f]{64,96}'", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class SecretSource:
    """What the ``--passphrase-…`` options said; at most one of the four may be given."""

    fd: int | None = None
    file: Path | None = None
    command: str | None = None
    none: bool = False
    option: str = "--passphrase"
    """How the options begin: ``--new-passphrase`` where a second one is asked for."""


def find_passphrase(
    source: SecretSource, environ: Mapping[str, str], setting: Callable[[], str] = str
) -> str | None:
    """The passphrase in NFC; empty for ``--no-passphrase``; None: nobody gave one, so ask.

    An option goes before FAILNOTE_PASSPHRASE_COMMAND, that before the command in the user's
    ``setting``, which is looked up only when it is needed, and that before FAILNOTE_PASSPHRASE.
    UsageError for two options at once, LockedError for a source that yields nothing.
    """
    options = (source.fd, source.file, source.command, source.none or None)
    if sum(option is not None for option in options) > 1:
        name = source.option
        message = f"Give only one of {name}-fd, {name}-file, {name}-command and --no-passphrase."
        raise UsageError(message)
    if source.none:
        return ""
    found = _given(source, environ, setting)
    return None if found is None else checked_passphrase(found)


def checked_passphrase(passphrase: str) -> str:
    """The passphrase in NFC, so that two keyboards agree; UsageError for an unusable one."""
    if not passphrase:
        message = "A passphrase cannot be empty."
        raise UsageError(message)
    if _RAW_KEY.fullmatch(passphrase):
        message = "A passphrase of the form x'…' would be taken for a raw key. Choose another."
        raise UsageError(message)
    if clean_text(passphrase) != passphrase:
        message = "The passphrase is not valid UTF-8 text."
        raise UsageError(message)
    return unicodedata.normalize("NFC", passphrase)


def is_weak(passphrase: str) -> bool:
    """Whether a passphrase is short, or long by repetition only."""
    return len(passphrase) < _SHORT or len(set(passphrase.casefold())) < _FEW


def _given(
    source: SecretSource, environ: Mapping[str, str], setting: Callable[[], str]
) -> str | None:
    if source.fd is not None:
        return _from_fd(source.fd, source.option)
    if source.file is not None:
        return _from_file(source.file)
    if source.command is not None:
        return _from_command(source.command, environ, f"{source.option}-command")
    if environ.get(_COMMAND):
        return _from_command(environ[_COMMAND], environ, _COMMAND)
    if command := setting().strip():
        return _from_command(command, environ, _SETTING)
    return environ.get(_VALUE) or None


def _from_fd(fd: int, option: str) -> str:
    line = bytearray()
    try:
        # One byte at a time: what follows the line on the same pipe belongs to someone else.
        while len(line) < _LONGEST and (byte := os.read(fd, 1)) not in {b"", b"\n"}:
            line += byte
    except OSError as error:
        message = f"{option}-fd {fd} cannot be read: {error.strerror}."
        raise LockedError(message) from None
    return _first_line(bytes(line), f"{option}-fd {fd}")


def _from_file(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            mode = os.fstat(opened.fileno()).st_mode
            if os.name == "posix" and stat.S_ISREG(mode) and mode & 0o077:
                message = f"{file} can be read by others. Run: chmod 600 {file}"
                raise LockedError(message)
            return _first_line(opened.readline(_LONGEST), f"The passphrase file {file}")
    except OSError as error:
        message = f"The passphrase file {file} cannot be read: {error.strerror}."
        raise LockedError(message) from None


def _from_command(command: str, environ: Mapping[str, str], name: str) -> str:
    # 9 ms of start-up that only this source needs.
    import shlex  # noqa: PLC0415
    import subprocess  # noqa: PLC0415

    child = {key: value for key, value in environ.items() if key != _VALUE}
    try:
        words = shlex.split(command, posix=os.name == "posix")
        # Its stdin and stderr stay on the terminal: it may have to ask, too.
        done = subprocess.run(words, stdout=subprocess.PIPE, env=child, check=False)
    except (ValueError, IndexError):
        message = f"{name} is not a command that can be split into words."
        raise UsageError(message) from None
    except OSError as error:
        message = f"{name} could not be started: {error.strerror}."
        raise LockedError(message) from None
    if done.returncode:
        message = f"{name} ended with status {done.returncode}, so the journal stays locked."
        raise LockedError(message)
    return _first_line(done.stdout, name)


def _first_line(raw: bytes, name: str) -> str:
    line = raw.split(b"\n", 1)[0].rstrip(b"\r")
    if not line:
        message = f"{name} gave no passphrase."
        raise LockedError(message)
    try:
        return line.decode()
    except UnicodeDecodeError:
        message = f"{name} gave a passphrase that is not valid UTF-8."
        raise LockedError(message) from None
