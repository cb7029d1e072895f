"""Exchanging: notes for supervision, whole reviews out to a file and back in."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.options import Numbers, filtered, selection
from failnote.errors import JournalError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.review import Review

UNMASKED = "Nothing is masked yet: read it through before it leaves this machine."
Target = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a new file, not to the screen."),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite the file.")]
NoMask = Annotated[bool, typer.Option("--no-mask", help="Leave everything as it was written.")]


class Format(StrEnum):
    """How whole reviews are written."""

    JSONL = "jsonl"


def note(
    ctx: typer.Context,
    numbers: Annotated[list[int], typer.Argument(metavar="N…", help="Reviews by number.")],
    brief: Annotated[
        bool, typer.Option("--brief", help="Only the question, the moment and the plan.")
    ] = False,
    no_mask: NoMask = False,
    output: Target = None,
    force: Force = False,
) -> None:
    """Write the note for supervision: one page of Markdown, the question first.

    Examples: failnote note 7 · failnote note 7 >> supervision.md
    """
    from failnote.cli.names import load_names
    from failnote.journal.reading import codes, review
    from failnote.render.note import note as written

    invocation = ctx.obj
    with invocation.reading() as connection:
        words = codes(connection)
        names = load_names()
        pages = [written(review(connection, n), words, names=names, brief=brief) for n in numbers]
    invocation.screen.tell("Could someone who knows this person recognise them from this?")
    if not no_mask:
        invocation.screen.tell(UNMASKED)
    _deliver(invocation, iter(["\n".join(pages)]), output, force=force)


@filtered
def export(
    ctx: typer.Context,
    chosen: dict[str, Any],
    numbers: Numbers = None,
    format_: Annotated[Format, typer.Option("-f", "--format", help="How to write them.")] = (
        Format.JSONL
    ),
    no_mask: NoMask = False,
    output: Target = None,
    force: Force = False,
) -> None:
    """Write whole reviews, one JSON object per line; `failnote import` takes them back.

    Examples: failnote export -o reviews.jsonl · failnote export 7 --since 2026
    """
    from failnote.exchange import to_line
    from failnote.journal.reading import reviews

    assert format_ is Format.JSONL
    invocation = ctx.obj
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen, numbers)
        _check_numbers(connection, numbers)
        if not no_mask:
            invocation.screen.tell(UNMASKED)
        lines = (to_line(review) + "\n" for review in reviews(connection, which))
        _deliver(invocation, lines, output, force=force)


def _check_numbers(connection: Any, numbers: list[int] | None) -> None:
    from failnote.journal.reading import review

    for number in numbers or ():
        review(connection, number)


def _deliver(
    invocation: "Invocation", pieces: Iterator[str], output: Path | None, *, force: bool
) -> None:
    if output is None:
        for piece in pieces:
            invocation.screen.pour(piece)
        return
    from failnote.journal.files import write_file

    write_file(output, pieces, force=force)
    invocation.screen.tell(f"Written to {output}.")


def import_(
    ctx: typer.Context,
    file: Annotated[
        Path, typer.Argument(metavar="FILE", help="JSON lines; - reads standard input.")
    ],
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only check; write nothing.")] = False,
) -> None:
    """Take in whole reviews, all or nothing; what is there unchanged is left as it is.

    Example: failnote import reviews.jsonl
    """
    from failnote.cli.first_run import open_or_begin
    from failnote.codebook import load_codebook

    invocation = ctx.obj
    coming = list(_read_lines(file))
    if dry_run:
        invocation.screen.tell(f"{len(coming)} reviews can be read; nothing was written.")
        return
    with open_or_begin(invocation) as writer:
        codes = load_codebook().by_id.values()
        added, unchanged = writer.import_reviews(coming, invocation.now, codes)
    invocation.screen.tell(f"{added} reviews added, {unchanged} were there already.")


def _read_lines(file: Path) -> Iterator["Review"]:
    from failnote.exchange import from_line

    if str(file) != "-" and not file.is_file():
        message = f"{file} is not a file that can be read."
        raise UsageError(message)
    with sys.stdin.buffer if str(file) == "-" else file.open("rb") as source:
        for number, raw in enumerate(source, 1):
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                message = f"Line {number} is not UTF-8; nothing was written."
                raise JournalError(message) from None
            if text.strip():
                yield from_line(text, number)
