"""Terms: the list of names and places to mask, kept in the journal."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from failnote.cli.options import EVERYWHERE
from failnote.errors import UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation

LONGEST_LIST = 1_000_000
"""Bytes of a list of terms."""

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, invoke_without_command=True, epilog=EVERYWHERE
)


class Role(StrEnum):
    """Who or what a term names; its role stands in its place, as in [client] or [place 2]."""

    CLIENT = "client"
    PARTNER = "partner"
    MOTHER = "mother"
    FATHER = "father"
    CHILD = "child"
    RELATIVE = "relative"
    FRIEND = "friend"
    COLLEAGUE = "colleague"
    SUPERVISOR = "supervisor"
    PERSON = "person"
    PLACE = "place"
    WORK = "work"


@app.callback()
def list_terms(ctx: typer.Context) -> None:
    """The names and places to mask. The list never leaves the journal.

    Examples: failnote journal terms · failnote journal terms add
    """
    if ctx.invoked_subcommand is not None:
        return
    from failnote.journal.term_rows import terms
    from failnote.render.table import table_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        found = terms(connection)
        if found:
            invocation.screen.show(table_page(("no", "term", "stands for", "case"), found))
        else:
            invocation.screen.tell("The list is empty. `failnote journal terms add` begins it.")


@app.command("add", epilog=EVERYWHERE)
def add(
    ctx: typer.Context,
    file: Annotated[
        Path | None,
        typer.Option("--file", metavar="FILE", help="One term a line; - reads standard input."),
    ] = None,
    role: Annotated[
        Role,
        typer.Option(metavar="ROLE", help=f"Who or what they name: {', '.join(Role)}."),
    ] = Role.PERSON,
    case: Annotated[
        str | None, typer.Option(metavar="CODE", help="They belong to this case.")
    ] = None,
) -> None:
    """Put terms on the list: asked for one by one, or from a file. Never as an argument.

    Other names of the same one follow after a semicolon: Anna Kowalczyk; Ania. List nicknames,
    partner, children, employer and town.

    Example: failnote journal terms add --role client
    """
    from failnote.cli.begin import check_case
    from failnote.journal.term_rows import add_terms
    from failnote.render.words import counted

    invocation = ctx.obj
    with invocation.keeping() as connection:
        check_case(connection, case)
        words = [*(_asked(invocation) if file is None else _read(file))]
        _check(words, role)
        added = add_terms(connection, words, role.value, case or "", invocation.now)
    invocation.screen.tell(f"{counted(added, 'term')} added.")


@app.command("remove", epilog=EVERYWHERE)
def remove(
    ctx: typer.Context,
    number: Annotated[int, typer.Argument(metavar="NO", help="Its number in the list.")],
) -> None:
    """Take one term off the list.

    Example: failnote journal terms remove 3
    """
    from failnote.journal.term_rows import remove_term

    invocation = ctx.obj
    with invocation.keeping() as connection:
        remove_term(connection, number)
    invocation.screen.tell(f"Term {number} is off the list.")


def _check(words: Iterable[str], role: Role) -> None:
    """UsageError for a term that masking could never find; nothing is added then."""
    from failnote.masking import Term

    for word in filter(str.strip, words):
        Term(word, role.value)


def _asked(invocation: "Invocation") -> Iterator[str]:
    from failnote.terminal.dialogs import line

    while typed := line(invocation.asker, "A name or place to mask; nothing more ends the list:"):
        yield typed


def _read(file: Path) -> list[str]:
    try:
        if str(file) == "-":
            raw = sys.stdin.buffer.read(LONGEST_LIST + 1) if sys.stdin else b""
        elif file.is_file():
            with file.open("rb") as opened:
                raw = opened.read(LONGEST_LIST + 1)
        else:
            message = f"{file} is not a regular file, so no terms can be read from it."
            raise UsageError(message)
        text = raw.decode("utf-8-sig")
    except OSError as error:
        message = f"{file} cannot be read: {error.strerror}."
        raise UsageError(message) from None
    except UnicodeDecodeError:
        message = f"{file} is not UTF-8; nothing was added."
        raise UsageError(message) from None
    if len(raw) > LONGEST_LIST:
        message = f"{file} is too long for a list of terms; nothing was added."
        raise UsageError(message)
    return text.splitlines()
