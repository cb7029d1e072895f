"""First run: what failnote is, a passphrase, and later the recovery code on paper."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from failnote.cli.about import ABOUT
from failnote.cli.hardening import keep_memory_private
from failnote.cli.invocation import Invocation
from failnote.cli.unlocking import secret
from failnote.errors import JournalError, UsageError
from failnote.journal.opening import create_journal, probe
from failnote.journal.secrets import is_weak
from failnote.terminal.dialogs import choose, confirm

if TYPE_CHECKING:
    from failnote.journal.writing import Writer

PLACE = "\n\nEverything stays in one file on this machine:\n\n    {path}\n"
FORGOTTEN = (
    "Without the passphrase nobody can read the journal, failnote included. A recovery code for "
    "paper is shown after your first review, and by `failnote journal recovery` at any time."
)
NOT_MADE = "No journal was made, and nothing was kept."
NOTHING = "Nothing was changed."
CHOICES = {
    "take": "Use it; I have written it down",
    "other": "Show me another one",
    "own": "I will type my own",
}
NO_ENCRYPTION = {"none": "No encryption: anyone with access to this file can read it"}
RECOVERY_SHOWN = "recovery-shown"
"""The setting that says that the code was shown at the end of a review."""
WEAK = "That passphrase is short or repeats itself, and can be guessed."
WORDS = 6
"""Words in a generated passphrase: 77 bits with the EFF's list of 7,776 words."""


@contextmanager
def open_or_begin(invocation: Invocation) -> Iterator["Writer"]:
    """Open the journal to write, or make it at first use."""
    path, named = invocation.place
    if probe(path) != "missing":
        with invocation.writing() as writer:
            yield writer
        return
    keep_memory_private()
    if invocation.has_terminal:
        passphrase = _first_words(invocation, named=named)
    else:
        passphrase = _given(invocation)
        if passphrase is None and not invocation.source.none:
            message = (
                "There is no journal yet, and no terminal to choose a passphrase on: give one "
                "with --passphrase-fd, --passphrase-file or --passphrase-command, or say "
                "--no-passphrase."
            )
            raise UsageError(message)
        warn_of_weak(invocation, passphrase)
    connection = create_journal(path, passphrase)
    invocation.remember(passphrase)
    with invocation.writer_over(connection) as writer:
        yield writer


def _given(invocation: Invocation) -> str | None:
    """A passphrase that comes from elsewhere; None for no encryption, and where nobody gave one."""
    return invocation.given_passphrase() or None


def _first_words(invocation: Invocation, *, named: bool) -> str | None:
    """Say what failnote is, and come to a passphrase; None for a journal without one."""
    path, _ = invocation.place
    invocation.screen.tell(invocation.settings.spoken(ABOUT) + PLACE.format(path=path))
    if named and not confirm(
        invocation.asker, f"There is no journal at {path}. Begin one there?", default=True
    ):
        raise JournalError(NOT_MADE)
    if invocation.source.none:
        return None
    given = _given(invocation)
    if given is not None:
        return given
    return choose_passphrase(invocation, "The journal is encrypted.", CHOICES | NO_ENCRYPTION)


def choose_passphrase(
    invocation: Invocation, words: str, choices: dict[str, str] = CHOICES
) -> str | None:
    """Offer generated passphrases, or take one that is typed twice; None for no encryption."""
    while True:
        offered = generated_passphrase()
        choice = choose(
            invocation.asker,
            f"{words} This passphrase was made for you:\n\n    {offered}\n",
            choices,
            help=FORGOTTEN,
        )
        if choice == "take":
            invocation.screen.tell(FORGOTTEN)
            return offered
        if choice == "none":
            return None
        if choice == "own":
            own = _typed_twice(invocation)
            if own is not None:
                return own
        if choice is None:
            raise JournalError(NOT_MADE if "none" in choices else NOTHING)


def warn_of_weak(invocation: Invocation, passphrase: str | None) -> None:
    """Say so where a new passphrase can be guessed and nobody is there to be asked."""
    if passphrase and is_weak(passphrase):
        invocation.screen.tell(WEAK)


def _typed_twice(invocation: Invocation) -> str | None:
    tell = invocation.screen.tell
    first = secret("Your passphrase: ")
    if not first:
        return None
    if is_weak(first) and not confirm(
        invocation.asker, f"{WEAK} Use it all the same?", default=False
    ):
        return None
    if secret("Once more: ") != first:
        tell("These two were not the same.")
        return None
    tell(FORGOTTEN)
    return first


def generated_passphrase() -> str:
    """Six random words of the EFF's long list."""
    from xkcdpass import xkcd_password

    words = xkcd_password.generate_wordlist(
        wordfile=xkcd_password.locate_wordfile("eff-long"), min_length=3, max_length=9
    )
    passphrase: str = xkcd_password.generate_xkcdpassword(words, numwords=WORDS, delimiter=" ")
    return passphrase


def show_recovery_after_first(invocation: Invocation, writer: "Writer") -> None:
    """At the end of the first review on a terminal: the code that opens the journal from paper."""
    from failnote.journal.reading import settings

    if not invocation.passphrase or not invocation.can_show_secrets:
        return
    if RECOVERY_SHOWN not in settings(writer.connection):
        show_recovery(invocation)
        writer.keep_setting(RECOVERY_SHOWN, invocation.today.isoformat())


def show_recovery(invocation: Invocation) -> None:
    """Write the recovery code on the terminal; JournalError where the journal has none."""
    from failnote.journal.opening import recovery_code

    code = recovery_code(invocation.place[0], invocation.passphrase)
    groups = code.split("-")
    half = len(groups) // 2
    invocation.screen.tell(
        "\nFor paper: this recovery code opens the journal if the passphrase is lost.\n"
        f"\n    {'-'.join(groups[:half])}\n    {'-'.join(groups[half:])}\n\n"
        "Write it down and keep it where you keep other papers. failnote stores it nowhere."
    )
