"""Exchanging: notes for supervision, whole reviews out to a file and back in."""

import sys
from collections.abc import Iterable, Iterator, Mapping
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


def _file(output: Path | None) -> Path | None:
    return None if str(output) == "-" else output


Target = Annotated[
    Path | None,
    typer.Option(
        *("-o", "--output"),
        metavar="FILE",
        callback=_file,
        help="Write to this new file; - writes here.",
    ),
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
    """Write the note for supervision. One page of Markdown, the question first.

    Examples: failnote note 7 · failnote note 7 >> supervision.md
    """
    from failnote.journal.reading import codes, review
    from failnote.render.note import note as written
    from failnote.terminal.screen import clean

    invocation = ctx.obj
    with invocation.reading() as connection:
        words = codes(connection)
        names = ctx.obj.names()
        found = [_told(invocation, review(connection, number)) for number in numbers]
        pages = [written(each, words, names=names, brief=brief) for each in found]
        _log(invocation, connection, "note", output, numbers)
    invocation.screen.tell("Could someone who knows this person recognise them from this?")
    if not no_mask:
        invocation.screen.tell(UNMASKED)
    text = clean("\n".join(pages))
    if output is None:
        invocation.screen.show(text)
    else:
        _write(invocation, iter([str(invocation.screen.marked(text))]), output, force=force)


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
    """Write whole reviews, one JSON object per line. `failnote import` takes them back.

    Examples: failnote export -o reviews.jsonl · failnote export 7 --since 2026
    """
    from failnote.exchange.writing import to_line
    from failnote.journal.reading import count, reviews
    from failnote.journal.reading import listed as listed_reviews

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
        leaving = [listed.number for listed in listed_reviews(connection, which, oldest=True)]
        _log(invocation, connection, "export", output, leaving)
        with closing(reviews(connection, which)) as found:
            lines = (to_line(_told(invocation, review)) + "\n" for review in found)
            if output is not None:
                _write(invocation, lines, output, force=force)
                return
            for each in lines:
                invocation.screen.pour(each)


def _told(invocation: "Invocation", review: "Review") -> "Review":
    """The same review, after it was said what is missing from it."""
    if review.damaged:
        left_out = ", ".join(review.damaged)
        invocation.screen.tell(f"Review {review.number}: left out, since damaged: {left_out}.")
    return review


def _log(
    invocation: "Invocation", connection: Any, what: str, output: Path | None, numbers: list[int]
) -> None:
    """Note what leaves and where to, before it does; a pipe is all that is known of a pipe."""
    from failnote.journal.export_log import note_export

    target = "standard output" if output is None else str(output.absolute())
    note_export(
        connection, what=what, target=target, masked=False, reviews=numbers, now=invocation.now
    )


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
    """Take in whole reviews, all or nothing. What is there unchanged is left as it is.

    Examples: failnote import reviews.jsonl · failnote import - < reviews.jsonl
    """
    from failnote.cli.first_run import open_or_begin
    from failnote.codebook import load_codebook
    from failnote.journal.reading import codes as kept_codes
    from failnote.render.words import counted

    invocation = ctx.obj
    coming = list(_read_lines(file))
    if dry_run and not invocation.journal_exists:
        tell = f"{counted(len(coming), 'review')} would be added; there is no journal yet."
        invocation.screen.tell(tell)
        return
    codes = load_codebook().by_id
    with open_or_begin(invocation) as writer, suppress(_Checked), writer.all_or_nothing():
        _say_unknown(invocation, coming, {**codes, **kept_codes(writer.connection)})
        added, unchanged = writer.import_reviews(coming, invocation.now, codes.values())
        if dry_run:
            raise _Checked
    would = "would be " if dry_run else ""
    there = f"{unchanged} {'is' if unchanged == 1 else 'are'} there already"
    invocation.screen.tell(f"{counted(added, 'review')} {would}added, {there}.")


def _say_unknown(
    invocation: "Invocation", coming: Iterable["Review"], codes: Mapping[str, object]
) -> None:
    """Name the codes that nothing here has words for: they are kept, and shown nowhere."""
    unknown = dict.fromkeys(m.code for each in coming for m in each.marks if m.code not in codes)
    for code in unknown:
        from failnote.promptfile import nearest

        mend = nearest(code, codes, "it is kept, but lists and patterns leave it out.")
        invocation.screen.tell(f"There is no code {code} here; {mend}")


class _Checked(Exception):  # noqa: N818 - ends a transaction that was only a rehearsal
    """All of it could be imported."""


def _read_lines(file: Path) -> Iterator["Review"]:
    from failnote.exchange.reading import from_line

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
