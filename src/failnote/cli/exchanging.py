"""Exchanging: whole reviews out to a file and back in."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, suppress
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO

import typer

from failnote.cli.leaving import Wanted, leaves, send
from failnote.cli.options import Numbers, filtered, selection
from failnote.errors import JournalError, UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.masking.leaving import AsWritten
    from failnote.review import Review

LONGEST_LINE = 100_000_000
"""Bytes of one line to import: more than a review can be."""


class Format(StrEnum):
    """How whole reviews are written."""

    JSONL = "jsonl"
    JSON = "json"
    MD = "md"
    CSV = "csv"


@leaves
@filtered
def export(
    ctx: typer.Context,
    chosen: dict[str, Any],
    wanted: Wanted,
    numbers: Numbers = None,
    format_: Annotated[
        Format, typer.Option("-f", "--format", help="jsonl comes back with `import`.")
    ] = Format.JSONL,
) -> None:
    """Write whole reviews, masked. With --no-mask, `failnote import` gives the same journal back.

    Examples: failnote export -o reviews.jsonl --no-mask · failnote export 7 -f md
    """
    from failnote.journal.reading import codes, numbers_of, reviews

    invocation = ctx.obj
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen, numbers)
        _check_numbers(connection, numbers)
        leaving = numbers_of(connection, which)
        if not leaving:
            message = "There is no review to export; `failnote list` shows what there is."
            raise JournalError(message)
        words = codes(connection) if format_ is Format.MD else {}
        said: set[int] = set()

        def pieces(outgoing: "AsWritten") -> Iterator[str]:
            shown = outgoing.codes(words)
            with closing(reviews(connection, which)) as found:
                whole = (
                    _without_days(outgoing.review(told(invocation, each, said)), wanted)
                    for each in found
                )
                yield from _written(invocation, whole, format_, shown, wanted)

        send(invocation, connection, "export", leaving, wanted, pieces)


def _without_days(review: "Review", wanted: Wanted) -> "Review":
    from failnote.masking.leaving import without_days

    return review if wanted.no_mask else without_days(review)


def _written(
    invocation: "Invocation",
    found: "Iterable[Review]",
    format_: Format,
    codes: Mapping[str, Any],
    wanted: Wanted,
) -> Iterator[str]:
    """The reviews in one of the formats, piece by piece."""
    masked = not wanted.no_mask
    if format_ is Format.JSONL:
        from failnote.exchange.writing import to_line

        yield from (to_line(review, masked=masked) + "\n" for review in found)
    elif format_ is Format.JSON:
        from failnote.exchange.writing import to_document

        yield from to_document(found, masked=masked)
    elif format_ is Format.CSV:
        from failnote.render.whole_csv import head_row, review_rows

        yield head_row()
        for review in found:
            yield from review_rows(review, wanted.header)
    else:
        from failnote.render.whole_markdown import review_markdown
        from failnote.terminal.screen import clean

        names = invocation.names()
        for place, review in enumerate(found):
            page = review_markdown(review, codes, names, wanted.header)
            yield clean(("\n" if place else "") + page)


def told(invocation: "Invocation", review: "Review", said: set[int] | None = None) -> "Review":
    """The same review, after it was said what is missing from it; once for each in ``said``."""
    if review.damaged and review.number not in (said or ()):
        left_out = ", ".join(review.damaged)
        invocation.screen.tell(f"Review {review.number}: left out, since damaged: {left_out}.")
    if said is not None and review.damaged:
        said.add(review.number)
    return review


def _check_numbers(connection: Any, numbers: list[int] | None) -> None:
    from failnote.journal.reading import review

    for number in numbers or ():
        review(connection, number)


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
