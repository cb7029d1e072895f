"""Invocation: what holds for one run of the program; clock, environment and terminal live here."""

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from failnote.cli import INTERRUPTED
from failnote.errors import FailnoteError, UsageError

if TYPE_CHECKING:
    from failnote.guide.model import Guide
    from failnote.journal.secrets import SecretSource
    from failnote.journal.writing import Writer
    from failnote.render.words import Names
    from failnote.settings import Settings
    from failnote.terminal.moves import Asker
    from failnote.terminal.screen import Screen

INVENTED = "invented"
"""What the root command finds in its context where everything is invented."""
USUAL_COUNTRY = "GB"
FIRST_YEAR, LAST_YEAR = 1900, 2999


class Colour(StrEnum):
    """When to use colour."""

    AUTO = "auto"
    ALWAYS = "always"
    NEVER = "never"


class Interrupted(FailnoteError):  # noqa: N818 - someone wanted it
    """A command was left before its end."""

    exit_code = INTERRUPTED


@dataclass(frozen=True)
class Invocation:
    """The options that every command has, and what follows from them."""

    journal: Path | None
    source: "SecretSource"
    plain: bool
    day: date | None
    colour: Colour
    asked: tuple[str, ...] = ()
    """The command and all that was typed behind it, without the options that every command has."""
    invented: bool = False
    """Every page says that nobody in it exists."""
    unlocked_with: dict[str, str] = field(default_factory=dict, repr=False)

    @classmethod
    def from_options(
        cls,
        *,
        journal: Path | None,
        passphrase: tuple[int | None, Path | None, str | None],
        no_passphrase: bool,
        plain: bool,
        today: str | None,
        colour: Colour,
        asked: tuple[str, ...] = (),
        invented: bool = False,
    ) -> Self:
        """Check the options; UsageError names the one that is wrong."""
        from failnote.journal.secrets import SecretSource

        day = None if today is None else _day(today)
        fd, file, command = passphrase
        source = SecretSource(fd=fd, file=file, command=command, none=no_passphrase)
        plain = plain or bool(os.environ.get("FAILNOTE_PLAIN"))
        return cls(journal, source, plain, day, colour, asked, invented)

    @property
    def now(self) -> datetime:
        """The moment, with the local offset; on the day of ``--today`` where that is given."""
        moment = datetime.now().astimezone()
        if self.day is None:
            return moment
        return datetime.combine(self.day, moment.time()).astimezone()

    @property
    def today(self) -> date:
        """The local day."""
        return self.now.date()

    @cached_property
    def screen(self) -> "Screen":
        """Where text goes: the product to standard output, the talk to standard error."""
        from failnote.terminal.screen import Screen

        mark = INVENTED if self.invented else ""
        return Screen(sys.stdout, sys.stderr, os.environ, self.colour.value, mark)

    @property
    def has_terminal(self) -> bool:
        """Can someone be asked?"""
        from failnote.terminal.place import interactive

        return interactive(sys.stdin)

    @cached_property
    def asker(self) -> "Asker":
        """Who asks: questions drawn in place, or line by line; UsageError without a terminal."""
        from failnote.terminal.place import dumb, refusal, talk_on

        if self.plain or (self.has_terminal and dumb(os.environ, sys.stdin, sys.stderr)):
            from failnote.terminal.plain import Plain

            return Plain(sys.stdin, sys.stderr)
        talk = talk_on(sys.stderr) if self.has_terminal else None
        if talk is None:
            raise UsageError(refusal())
        from failnote.terminal.prompts import on_terminal

        return on_terminal(os.environ, sys.stdin, talk)

    @property
    def can_ask(self) -> bool:
        """Is there someone to ask, line by line at least?"""
        return self.has_terminal or self.plain

    @property
    def can_show_secrets(self) -> bool:
        """Does a person read the talk? A secret must not end in a file that it is sent to."""
        from failnote.terminal.place import is_terminal

        return self.has_terminal and is_terminal(sys.stderr)

    @cached_property
    def place(self) -> tuple[Path, bool]:
        """The journal's path, and whether the user named it."""
        from failnote.journal.opening import journal_path

        return journal_path(self.journal, os.environ)

    @property
    def config_folder(self) -> Path:
        """Where the user's settings, guides and codes lie."""
        from failnote.user_folders import config_folder

        return config_folder(os.environ)

    @property
    def wording(self) -> tuple[tuple[str, int, int], ...]:
        """The files that hold the user's own words: name, time and size of each."""
        found = []
        for name in ("settings.toml", "codes.toml"):
            with suppress(OSError):
                file = (self.config_folder / name).stat()
                found.append((name, file.st_mtime_ns, file.st_size))
        return tuple(found)

    @property
    def guides_folder(self) -> Path:
        """Where the user's own guides lie."""
        return self.config_folder / "guides"

    def names(self) -> "Names":
        """Areas, context fields and their values in the user's words; their own areas, too."""
        from failnote.cli.names import load_names

        return load_names(self.settings.spoken, self.config_folder / "codes.toml")

    @cached_property
    def settings(self) -> "Settings":
        """What the user decided; GuideError when the file is wrong."""
        from failnote.settings import load_settings

        return load_settings(self.config_folder)

    @property
    def masked_country(self) -> str:
        """The country whose numbers and streets are masked: the setting, or that of en_IE.UTF-8."""
        if self.settings.country:
            return self.settings.country
        names = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
        found = re.match(r"[a-z]{2,3}_([A-Z]{2})\b", next(filter(None, names), ""))
        return found[1] if found else USUAL_COUNTRY

    @property
    def risk_line(self) -> str:
        """What is shown when it is urgent, with the user's own contact behind it."""
        from failnote.terminal.moves import RISK_LINE

        try:
            contact = self.settings.support_contact.strip()
        except FailnoteError:  # of all moments, this is none to complain about a file
            contact = ""
        return f"{RISK_LINE}\n\nYour own contact: {contact}" if contact else RISK_LINE

    def guide(self, name: str) -> "Guide":
        """The guide of this name, in the user's words; GuideError when there is none."""
        from failnote.guide.load import find_guide
        from failnote.guide.speech import in_words_of

        guide = find_guide(name, self.guides_folder)
        return guide if self.settings.role == "client" else in_words_of(guide, self.settings.spoken)

    @property
    def journal_exists(self) -> bool:
        """Is there a journal at the path? An error when something else is there."""
        from failnote.journal.opening import probe

        return probe(self.place[0]) != "missing"

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """Open the journal to read; NoJournal when there is none yet."""
        from failnote.cli.unlocking import opened
        from failnote.journal.opening import close

        connection = opened(self, write=False)
        try:
            yield connection
        finally:
            close(connection)

    @contextmanager
    def writing(self) -> Iterator["Writer"]:
        """Open the journal to write; NoJournal, always a failure, when there is none yet."""
        from failnote.cli.unlocking import opened

        connection = opened(self, write=True)
        with self.writer_over(connection) as writer:
            yield writer

    @contextmanager
    def keeping(self) -> Iterator[Any]:
        """Open the journal to write without the models of its tables: 0.4 s less."""
        from failnote.cli.unlocking import opened
        from failnote.journal.opening import close
        from failnote.terminal.signals import orderly_exit

        connection = opened(self, write=True)
        try:
            with orderly_exit(close=lambda: close(connection)):
                yield connection
        finally:
            close(connection)

    @contextmanager
    def writer_over(self, connection: Any) -> Iterator["Writer"]:
        """Write over an open connection, and close both."""
        from failnote.journal.opening import close
        from failnote.journal.writing import Writer
        from failnote.terminal.signals import orderly_exit

        writer = Writer(connection)
        try:
            with orderly_exit(close=lambda: close(connection)):
                yield writer
        finally:
            writer.close()
            close(connection)

    def given_passphrase(self) -> str | None:
        """What options, environment or settings give; empty for none at all, None: ask."""
        from failnote.journal.secrets import find_passphrase

        return find_passphrase(self.source, os.environ, lambda: self.settings.passphrase_command)

    def remember(self, passphrase: str | None) -> None:
        """Keep what unlocked the journal while this process lives, for the recovery code."""
        self.unlocked_with["passphrase"] = passphrase or ""

    @property
    def passphrase(self) -> str:
        """What unlocked the journal in this process, or empty."""
        return self.unlocked_with.get("passphrase", "")


def _day(text: str) -> date:
    """The day of ``--today``; UsageError when it is none, or too far off to count from."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        message = f"--today {text} is not a date; write it like 2026-03-15."
        raise UsageError(message)
    return day
