"""Patterns: the command that shows what comes back across cases."""

import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.exchanging import UNMASKED, Force, NoMask, Target
from failnote.cli.options import Json, filtered, selection
from failnote.errors import UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.patterns.report import Report
    from failnote.render.patterns import View
    from failnote.render.words import Names
    from failnote.review import CodeWord

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
    output: Target = None,
    force: Force = False,
) -> None:
    """Show what comes back: which misses, in how many of the cases you looked at.

    Examples: failnote patterns · failnote patterns -f html -o report.html
    """
    from failnote.render.patterns import View, explanation

    invocation = ctx.obj
    ascii_only = ascii_ or not (sys.stdout.encoding or "").lower().startswith("utf")
    if explain:
        invocation.screen.show(explanation(ascii_only=ascii_only))
        return
    wanted = {"pairs": pairs, "signs": signs, "plans": plans, "words": words}
    sections = [name for name, given in wanted.items() if given]
    if len(sections) + bool(by) > 1:
        message = "Ask for one at a time: --by, --pairs, --signs, --plans or --words."
        raise UsageError(message)
    view = View(
        section=sections[0] if sections else "",  # type: ignore[arg-type]
        everything=all_,
        sort=sort.value,
        misses=misses or "",
        today=invocation.today.isoformat(),
        ascii_only=ascii_only,
    )
    form = Format.JSON if json else format_
    in_full = words or bool(misses)
    found = look(invocation, chosen, by=by or "", misses=view.misses, in_full=in_full)
    _show(invocation, found, view, form, no_mask=no_mask, output=output, force=force)


def look(
    invocation: "Invocation",
    chosen: dict[str, Any],
    *,
    by: str = "",
    misses: str = "",
    in_full: bool = False,
) -> "Report":
    """Read what is chosen and work out the findings; UsageError for an unknown field or code."""
    from failnote.cli.names import load_tags
    from failnote.journal.gathering import Results, gathered
    from failnote.journal.reading import codes, count, marks_of
    from failnote.patterns.report import report
    from failnote.selection import Selection

    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen, finished_only=True)
        every = selection(invocation, connection, chosen)
        words = codes(connection)
        _check(by, misses, words)
        results = Results(connection)
        found = report(
            marks_of(connection, which),
            words,
            beside=replace(gathered(connection, which, in_full=in_full), tags=load_tags()),
            by=by,
            unfinished=count(connection, every) - count(connection, which),
            of=count(connection, Selection(kind="frayed", finished_only=True)),
            memory=results,
            tell=Patience(invocation),
        )
        results.keep()
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

    def __call__(self, done: int, of: int) -> None:
        """Hear of it; speak once a second."""
        if time.monotonic() - self._told >= PATIENCE:
            self._told = time.monotonic()
            self._screen.tell(f"Reshuffling your ticks: {done} of {of} journals.")


def _show(
    invocation: "Invocation",
    found: "Report",
    view: "View",
    form: Format,
    *,
    no_mask: bool,
    output: Path | None,
    force: bool,
) -> None:
    from failnote.cli.invocation import INVENTED
    from failnote.render.patterns import patterns_page

    names = invocation.names()
    if form is Format.SCREEN and output is None:
        invocation.screen.show(patterns_page(found, names=names, view=view))
        return
    if not no_mask:
        invocation.screen.tell(UNMASKED)
    mark = INVENTED if invocation.invented else ""
    text = _written(found, names, view, form, mark)
    if output is None:
        invocation.screen.show(text)
        return
    from failnote.journal.files import write_file

    write_file(output, iter([str(invocation.screen.marked(text))]), force=force)
    invocation.screen.tell(f"Written to {output}.")


def _written(found: "Report", names: "Names", view: "View", form: Format, mark: str) -> str:
    from failnote.page import as_text
    from failnote.render.patterns import patterns_page
    from failnote.render.patterns_data import patterns_csv, patterns_json, patterns_markdown
    from failnote.terminal.screen import clean

    if form is Format.JSON:
        return patterns_json(found, names)
    if form is Format.CSV:
        return patterns_csv(found, names)
    if form is Format.HTML:
        from failnote.render.html.page import patterns_html

        return clean(patterns_html(found, names, view=view, mark=mark))
    if form is Format.MARKDOWN:
        return clean(patterns_markdown(found, names, misses=view.misses))
    return clean(as_text(patterns_page(found, names=names, view=view)))
