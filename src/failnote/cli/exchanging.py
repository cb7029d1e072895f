"""Exchanging: notes for supervision, whole reviews out to a file and back in."""

import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

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
LONGEST_LINE = 100_000_000
"""Bytes of one line to import: more than a review can be."""


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
    from failnote.journal.reading import codes, review
    from failnote.render.note import note as written
    from failnote.terminal.screen import clean

    invocation = ctx.obj
    with invocation.reading() as connection:
        words = codes(connection)
        names = ctx.obj.names()
        pages = [written(review(connection, n), words, names=names, brief=brief) for n in numbers]
    invocation.screen.tell("Could someone who knows this person recognise them from this?")
    if not no_mask:
        invocation.screen.tell(UNMASKED)
    text = clean("\n".join(pages))
    if output is None:
        invocation.screen.show(text)
    else:
        _write(invocation, iter([text]), output, force=force)


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
    from failnote.journal.reading import count, reviews

    assert format_ is Format.JSONL
    invocation = ctx.obj
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen, numbers)
        _check_numbers(connection, numbers)
        if not count(connection, which):
            message = "There is no review to export; `failnote list` shows what there is."
            raise JournalError(message)
        if not no_mask:
            invocation.screen.tell(UNMASKED)
        with closing(reviews(connection, which)) as found:
            lines = (to_line(review) + "\n" for review in found)
            if output is not None:
                _write(invocation, lines, output, force=force)
                return
            for each in lines:
                invocation.screen.pour(each)


def _check_numbers(connection: Any, numbers: list[int] | None) -> None:
    from failnote.journal.reading import review

    for number in numbers or ():
        review(connection, number)


def _write(invocation: "Invocation", pieces: Iterator[str], output: Path, *, force: bool) -> None:
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

    Examples: failnote import reviews.jsonl · failnote import - < reviews.jsonl
    """
    from failnote.cli.first_run import open_or_begin
    from failnote.codebook import load_codebook
    from failnote.render.words import counted

    invocation = ctx.obj
    coming = list(_read_lines(file))
    if dry_run and not invocation.journal_exists:
        tell = f"{counted(len(coming), 'review')} would be added; there is no journal yet."
        invocation.screen.tell(tell)
        return
    codes = load_codebook().by_id.values()
    with open_or_begin(invocation) as writer, suppress(_Checked), writer.all_or_nothing():
        added, unchanged = writer.import_reviews(coming, invocation.now, codes)
        if dry_run:
            raise _Checked
    would = "would be " if dry_run else ""
    there = f"{unchanged} {'is' if unchanged == 1 else 'are'} there already"
    invocation.screen.tell(f"{counted(added, 'review')} {would}added, {there}.")


class _Checked(Exception):  # noqa: N818 - ends a transaction that was only a rehearsal
    """All of it could be imported."""


def _read_lines(file: Path) -> Iterator["Review"]:
    from failnote.exchange import from_line

    with _opened(file) as source:
        number = 0
        while raw := source.readline(LONGEST_LINE):
            number += 1
            try:
                text = raw.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError:
                message = f"Line {number} is not UTF-8; nothing was written."
                raise JournalError(message) from None
            if len(raw) == LONGEST_LINE:
                message = f"Line {number} is too long for a review; nothing was written."
                raise JournalError(message)
            if text.strip():
                yield from_line(text, number)


def _opened(file: Path) -> BinaryIO:
    """The file to import, or standard input; UsageError when it is none that can be read."""
    if str(file) == "-":
        if sys.stdin is None:
            message = "Standard input is closed, so there is nothing to import."
            raise UsageError(message)
        return sys.stdin.buffer
    if not file.is_file():
        what = "is not a regular file" if file.exists() else "is not there"
        message = f"{file} {what}, so nothing can be imported from it."
        raise UsageError(message)
    return file.open("rb")
