"""Exporting: whole reviews out of the journal, in every format."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.leaving import Wanted, leaves, send
from failnote.cli.options import Numbers, filtered, selection
from failnote.errors import JournalError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.masking.leaving import AsWritten
    from failnote.review import Review


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
        Format, typer.Option("-f", "--format", help="How to write them.")
    ] = Format.JSONL,
) -> None:
    """Write whole reviews. They are masked; with --no-mask `failnote import` gives the same journal back.

    Examples: failnote export --no-mask -o all.jsonl · failnote export -f md
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
    from failnote.masking.days import without_days

    return review if wanted.no_mask else without_days(review)


def _written(
    invocation: "Invocation",
    found: "Iterable[Review]",
    format_: Format,
    codes: Mapping[str, Any],
    wanted: Wanted,
) -> Iterator[str]:
    """The reviews in one of the formats, piece by piece."""
    marks = wanted.marks(invocation)
    if format_ is Format.JSONL:
        from failnote.exchange.writing import to_line

        yield from (to_line(review, marks) + "\n" for review in found)
    elif format_ is Format.JSON:
        from failnote.exchange.writing import to_document

        yield from to_document(found, marks)
    elif format_ is Format.CSV:
        from failnote.render.whole_csv import head_row, review_rows
        from failnote.terminal.screen import clean

        yield head_row(marks)
        for review in found:
            yield from map(clean, review_rows(review, marks))
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
