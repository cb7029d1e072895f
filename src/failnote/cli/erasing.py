"""Erasing: the commands after which something is gone for good."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.keeping import Yes, agree
from failnote.cli.options import PERIOD, Numbers
from failnote.errors import JournalError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.journal.erasing import Erasable

OfCase = Annotated[
    str | None, typer.Option("--case", metavar="CODE", help="The reviews of this case.")
]
Until = Annotated[
    str | None, typer.Option(metavar="WHEN", help=f"Reviews up to the end of: {PERIOD}.")
]
OUT_OF_REACH = (
    "Backups, exports and what an SSD keeps of erased pages are out of reach; kept backups are"
    " in the folder that `failnote journal status` names."
)
IN_USE = (
    "Another failnote is reading the journal: until it ends, the log beside the journal still"
    " holds old pages."
)


def purge(
    ctx: typer.Context,
    case: OfCase = None,
    until: Until = None,
    deleted: Annotated[
        bool, typer.Option("--deleted", help="Reviews that `failnote delete` hid.")
    ] = False,
    all_: Annotated[
        bool, typer.Option("--all", help="Every review, with the terms and all notes of exports.")
    ] = False,
    yes: Yes = False,
) -> None:
    """Erase reviews for good, from every page of the file. There is no undo.

    Answers and their earlier forms, drafts, plans, insights, follow-ups and what undo keeps go;
    a case without reviews goes, too. What is on hold stays.

    Example: failnote journal purge --until 2020
    """
    from failnote.journal.erasing import purge as erased
    from failnote.journal.erasing import purge_all

    ways = {"case": case, "until": until, "deleted": deleted, "all": all_}
    chosen = [name for name, given in ways.items() if given]
    if len(chosen) != 1:
        message = "Say what: one of --case, --until, --deleted and --all."
        raise UsageError(message)
    invocation = ctx.obj
    with invocation.keeping() as connection:
        found = _meant(invocation, connection, case=case, until=until, deleted=deleted)
        _preview(invocation, connection, found, "Erased for good will be")
        if not yes:
            agree(invocation, "Erase all of this? There is no way back.")
        if all_:
            whole = purge_all(connection, found, invocation.now)
        else:
            whole = erased(connection, found, chosen[0], invocation.now)
        _done(invocation, whole, len(found), "erased")


def distil(
    ctx: typer.Context,
    numbers: Numbers = None,
    case: OfCase = None,
    until: Until = None,
    all_: Annotated[bool, typer.Option("--all", help="Every review.")] = False,
    yes: Yes = False,
) -> None:
    """Erase what was typed, keep what was learned. Codes, plans and the question stay.

    Open reviews and what is on hold stay as they are.

    Examples: failnote journal distil 7 · failnote journal distil --until 2020
    """
    from failnote.journal.erasing import distil as distilled

    if sum(map(bool, (numbers, case, until, all_))) != 1:
        message = "Say which: numbers, or one of --case, --until and --all."
        raise UsageError(message)
    invocation = ctx.obj
    with invocation.keeping() as connection:
        found = _meant(invocation, connection, case=case, until=until, numbers=numbers or ())
        found = [each for each in found if each.state == "finished"]
        _preview(invocation, connection, found, "The texts will be erased of")
        if not yes:
            agree(invocation, "Erase these texts? There is no way back.")
        whole = distilled(connection, found, invocation.now)
        _done(invocation, whole, len(found), "distilled")


def _meant(
    invocation: "Invocation", connection: Any, *, case: str | None, until: str | None, **others: Any
) -> "list[Erasable]":
    """The reviews that are meant and not held; JournalError when there are none."""
    from failnote.journal.erasing import erasable
    from failnote.journal.reading import case as known_case
    from failnote.selection import parse_period

    if case is not None and known_case(connection, case).hold:
        message = f"Case {case} is on hold; nothing of it is erased. See: failnote journal hold."
        raise JournalError(message)
    last = parse_period(until, invocation.today)[1] if until else None
    found, held = erasable(connection, case=case or "", until=last, **others)
    if held:
        invocation.screen.tell(f"On hold, so it stays: {', '.join(held)}.")
    if not found:
        message = "There is no such review to erase."
        raise JournalError(message)
    return found


def _preview(
    invocation: "Invocation", connection: Any, found: "list[Erasable]", words: str
) -> None:
    """Show what goes, and what has left the journal before and stays where it is."""
    from failnote.journal.erasing import exports_of
    from failnote.render.words import counted

    tell = invocation.screen.tell
    tell(f"{words} {counted(len(found), 'review')}:")
    for each in found:
        tell(f"  {each.number}  {each.date}  {each.case}")
    written = exports_of(connection, (each.number for each in found))
    if written:
        tell("These were written before, and stay where they are:")
    for export in written:
        numbers = ", ".join(map(str, export.reviews))
        how = "masked" if export.masked else "not masked"
        tell(f"  {export.date}  {export.what} of {numbers}, {how}, to {export.target}")


def _done(invocation: "Invocation", whole: bool, count: int, what: str) -> None:
    from failnote.render.words import counted

    invocation.screen.tell(f"{counted(count, 'review')} {what}. {OUT_OF_REACH}")
    if not whole:
        invocation.screen.tell(IN_USE)
