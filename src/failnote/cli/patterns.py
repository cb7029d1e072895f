"""Patterns: the command that shows what comes back across cases."""

import time
from collections.abc import Mapping
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, cast

import typer

from failnote.cli.leaving import Force, NoMask, Preview, Strict, Target, Wanted, send
from failnote.cli.options import Json, filtered, selection
from failnote.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from failnote.cli.invocation import Invocation
    from failnote.masking.leaving import AsWritten
    from failnote.page import Page
    from failnote.patterns.material import Ended
    from failnote.patterns.report import Report
    from failnote.render.view import Section, View
    from failnote.review import CodeWord
    from failnote.selection import Selection

PATIENCE = 1.0
"""Seconds of work after which it is told how far it has come, and again after as many."""


class Format(StrEnum):
    """How findings are written."""

    SCREEN = "screen"
    MARKDOWN = "md"
    JSON = "json"
    CSV = "csv"
    HTML = "html"


class Order(StrEnum):
    """What comes first among the misses."""

    OFTEN = "often"
    LATELY = "lately"
    AREA = "area"


By = Annotated[
    str | None,
    typer.Option(
        metavar="FIELD", help="Set the values of a context field side by side, such as setup."
    ),
]
Misses = Annotated[
    str | None,
    typer.Option(metavar="CODE", help="Only these rows: contract.*; one code: its own page."),
]


@filtered
def patterns(
    ctx: typer.Context,
    chosen: dict[str, Any],
    by: By = None,
    misses: Misses = None,
    pairs: Annotated[bool, typer.Option("--pairs", help="What was ticked together.")] = False,
    signs: Annotated[bool, typer.Option("--signs", help="From the first sign to the end.")] = False,
    plans: Annotated[bool, typer.Option("--plans", help="Each plan in full.")] = False,
    words: Annotated[bool, typer.Option("--words", help="Your own words that come back.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Everything, chance finds included.")] = False,
    sort: Annotated[Order, typer.Option(help="Which misses come first.")] = Order.OFTEN,
    explain: Annotated[bool, typer.Option("--explain", help="How it is worked out.")] = False,
    format_: Annotated[Format, typer.Option("-f", "--format", help="How to write it.")] = (
        Format.SCREEN
    ),
    json: Json = False,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII only.")] = False,
    no_mask: NoMask = False,
    strict: Strict = False,
    preview: Preview = False,
    output: Target = None,
    force: Force = False,
) -> None:
    """Show what comes back. Which misses, in how many of the cases you looked at.

    Examples: failnote patterns · failnote patterns -f html -o report.html
    """
    from failnote.render.view import View

    invocation = ctx.obj
    ascii_only = ascii_ or not invocation.screen.draws
    if explain:
        from failnote.render.patterns import explanation

        invocation.screen.show(explanation(ascii_only=ascii_only))
        return
    view = View(
        section=_section(by, pairs=pairs, signs=signs, plans=plans, words=words),
        everything=all_,
        sort=sort.value,
        misses=misses or "",
        today=invocation.today.isoformat(),
        ascii_only=ascii_only,
    )
    form = Format.JSON if json else format_
    leaving = Wanted(no_mask=no_mask, strict=strict, preview=preview, output=output, force=force)
    with invocation.reading() as connection:
        if form is Format.SCREEN and not (output or preview):
            invocation.screen.show(_page(invocation, connection, chosen, view, by or ""))
        else:
            found = look(invocation, connection, chosen, view, by or "")
            _send(invocation, connection, found, view, form, leaving)


def _section(by: str | None, **parts: bool) -> "Section":
    """The one part of the page that is asked for; UsageError for more than one."""
    wanted = [name for name, given in parts.items() if given]
    if len(wanted) + bool(by) > 1:
        message = "Ask for one at a time: --by, --pairs, --signs, --plans or --words."
        raise UsageError(message)
    return cast("Section", wanted[0] if wanted else "")


def _page(
    invocation: "Invocation", connection: Any, chosen: dict[str, Any], view: "View", by: str
) -> "Page":
    """The page as it was drawn when it was last asked for, or drawn anew."""
    from failnote.cli.at_once import kept_page

    kept = kept_page(invocation, connection)
    page = kept.find()
    if page is None:
        from failnote.render.patterns import patterns_page

        found = look(invocation, connection, chosen, view, by)
        page = patterns_page(found, names=invocation.names(), view=view)
        kept.keep(page)
    return page


def look(
    invocation: "Invocation", connection: Any, chosen: dict[str, Any], view: "View", by: str
) -> "Report":
    """Read what is chosen and work out the findings; UsageError for an unknown field or code."""
    from failnote.cli.names import load_tags
    from failnote.journal.gathering import gathered, marks_of
    from failnote.journal.keeping import Results
    from failnote.journal.reading import codes, count
    from failnote.patterns.report import report
    from failnote.selection import Selection

    frayed = Selection(kind="frayed", finished_only=True)
    which = selection(invocation, connection, chosen, finished_only=True)
    every = selection(invocation, connection, chosen)
    words = codes(connection)
    _check(by, view.misses, words)
    in_full = view.section == "words" or bool(view.misses)
    results = Results(connection)
    patience = Patience(invocation)
    found = report(
        marks_of(connection, which, tell=patience.reading),
        words,
        beside=gathered(connection, which, in_full=in_full)._replace(
            tags=load_tags(),
            ended=_ended(connection, chosen, which, invocation.today) if by else (),
        ),
        by=by,
        unfinished=count(connection, every) - count(connection, which),
        of=count(connection, frayed) if any(chosen.values()) else None,
        memory=results,
        tell=patience.reshuffling,
    )
    results.keep()
    return found


PERIODS = ("since", "until", "period")


def _ended(
    connection: Any, chosen: dict[str, Any], which: "Selection", today: "date"
) -> list["Ended"]:
    """How many therapies ended in the chosen time; nothing where more than time was chosen."""
    from failnote.journal.gathering import caseload_of
    from failnote.patterns.material import Ended
    from failnote.selection import parse_period

    if any(value for name, value in chosen.items() if name not in PERIODS):
        return []
    found = []
    for period, field, value, count in caseload_of(connection):
        first, last = parse_period(period, today)
        if (which.since or first) <= first and last <= (which.until or last):
            ended = Ended(period, first.isoformat(), last.isoformat(), field, value, count)
            found.append(ended)
    return found


def _check(by: str, misses: str, words: Mapping[str, "CodeWord"]) -> None:
    """Refuse a field or a code that there is not, with the nearest one there is."""
    from fnmatch import fnmatchcase

    from failnote.cli.names import vocabulary

    if not (by or misses):
        return
    known = vocabulary()
    codes = [code for code, word in words.items() if word.family == "miss"]
    codes = list(dict.fromkeys([*known.misses, *codes]))
    if by and by not in known.fields:
        raise UsageError(_unknown("field", by, list(known.fields)))
    if misses and not any(fnmatchcase(code, misses) for code in codes):
        raise UsageError(_unknown("miss", misses, codes))


def _unknown(what: str, word: str, known: list[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(word, known, 1)
    meant = f"did you mean “{close[0]}”?" if close else f"such as {', '.join(known[:3])}."
    return f"There is no {what} “{word}”; {meant}"


class Patience:
    """Tells how far long work has come, where it takes more than a moment."""

    def __init__(self, invocation: "Invocation") -> None:
        self._screen = invocation.screen
        self._told = time.monotonic()

    def reading(self, done: int) -> None:
        """Hear how many reviews were read."""
        self._say(f"Reading your reviews: {done:,} so far.")

    def reshuffling(self, done: int, of: int) -> None:
        """Hear how many journals were dealt out."""
        self._say(f"Reshuffling your ticks: {done} of {of} journals.")

    def _say(self, text: str) -> None:
        """Speak once a second."""
        if time.monotonic() - self._told >= PATIENCE:
            self._told = time.monotonic()
            self._screen.tell(text)


def _send(
    invocation: "Invocation",
    connection: Any,
    found: "Report",
    view: "View",
    form: Format,
    wanted: Wanted,
) -> None:
    if not wanted.no_mask:
        found = found.for_others(view.misses)

    def pages(outgoing: "AsWritten") -> "Iterator[str]":
        yield _written(invocation, found.through(outgoing.data), view, form, wanted)

    numbers = [review.number for case in found.cases for review in case.reviews]
    send(invocation, connection, "patterns", numbers, wanted, pages)


def _written(
    invocation: "Invocation", found: "Report", view: "View", form: Format, wanted: Wanted
) -> str:
    from failnote.cli.invocation import INVENTED
    from failnote.page import as_text
    from failnote.render.patterns import patterns_page
    from failnote.render.patterns_data import patterns_csv, patterns_json, patterns_markdown
    from failnote.terminal.screen import clean

    names = invocation.names()
    header = wanted.header
    if form is Format.JSON:
        return patterns_json(found, names, marks=wanted.marks(invocation))
    if form is Format.CSV:
        return clean(patterns_csv(found, names, marks=wanted.marks(invocation)))
    if form is Format.HTML:
        from failnote.render.html.page import patterns_html

        mark = INVENTED if invocation.invented else ""
        return clean(patterns_html(found, names, view=view, mark=mark, header=header))
    if form is Format.MARKDOWN:
        return clean(patterns_markdown(found, names, misses=view.misses, header=header))
    page = patterns_page(found, names=names, view=view)
    return clean(as_text(invocation.screen.marked_page(page)))
