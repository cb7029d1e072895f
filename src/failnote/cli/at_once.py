"""At once: a page that the journal still keeps, shown before Typer is imported.

Typer's import alone costs 4.2 x `python -c pass`, as much as everything else that a kept page
needs. What is kept under the very words that were typed has been through Typer once already.
"""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from failnote import __version__
from failnote.cli.arguments import sorted_out
from failnote.cli.invocation import Colour, Invocation
from failnote.errors import FailnoteError

if TYPE_CHECKING:
    from failnote.journal.keeping import KeptPage
    from failnote.page import Page

KNOWN = frozenset({"--journal", "--plain", "--today", "--color"})
"""The options that do without a secret."""
HELP = frozenset({"-h", "--help"})


def shown_at_once(words: list[str]) -> bool:
    """Show the page of ``patterns`` that is kept for these words; False where there is none.

    Nothing else can be noticed of it: whatever would have to be asked or told goes the long way,
    an encrypted journal as well, which costs 8 x for its passphrase alone. PipeClosed.
    """
    if "patterns" not in words or not HELP.isdisjoint(words):
        return False
    page = None
    with suppress(FailnoteError, OSError, ValueError):
        everywhere, asked = sorted_out(words)
        options = {option[0]: option[-1] for option in everywhere}
        if asked[0] == "patterns" and options.keys() <= KNOWN:
            invocation = _invocation(options, asked)
            page = _found(invocation)
    if page is None:
        return False
    invocation.screen.show(page)
    return True


def kept_page(invocation: Invocation, connection: Any) -> "KeptPage":
    """The page of all that was asked for, on this day and in the user's own words."""
    from failnote.journal.keeping import KeptPage

    day, draws = invocation.today.isoformat(), invocation.screen.draws
    key = (__version__, invocation.wording, day, draws, invocation.asked)
    return KeptPage(connection, repr(key))


def _invocation(options: dict[str, str], asked: list[str]) -> Invocation:
    journal = options.get("--journal")
    return Invocation.from_options(
        journal=None if journal is None else Path(journal),
        passphrase=(None, None, None),
        no_passphrase=False,
        plain="--plain" in options,
        today=options.get("--today"),
        colour=Colour(options.get("--color", Colour.AUTO)),
        asked=tuple(asked),
    )


def _found(invocation: Invocation) -> "Page | None":
    from failnote.journal.opening import probe

    if probe(invocation.place[0]) != "plain":
        return None
    with invocation.reading() as connection:
        return kept_page(invocation, connection).find()
