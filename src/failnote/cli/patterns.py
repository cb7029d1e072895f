"""Patterns: the command that shows what comes back across cases."""

from contextlib import closing
from enum import StrEnum
from typing import Annotated, Any

import typer

from failnote.cli.options import Json, filtered, selection


class Format(StrEnum):
    """How findings are written."""

    SCREEN = "screen"
    JSON = "json"


class BriefFormat(StrEnum):
    """How the card is written."""

    SCREEN = "screen"
    MD = "md"


def brief(
    ctx: typer.Context,
    format_: Annotated[BriefFormat, typer.Option("-f", "--format", help="How to write it.")] = (
        BriefFormat.SCREEN
    ),
) -> None:
    """Show one small card for before a first session: at most three misses that come back.

    With each stand your plan and what to do the next time. Nothing is masked; it is for you.

    Examples: failnote brief · failnote brief -f md
    """
    from failnote.cli.names import next_moves
    from failnote.journal.reading import codes, marks_of, open_plans
    from failnote.patterns.report import report
    from failnote.render.brief import brief_markdown, brief_page, reminded
    from failnote.render.words import Words
    from failnote.selection import Selection

    invocation = ctx.obj
    with invocation.reading() as connection:
        words = codes(connection)
        found = report(marks_of(connection, Selection(finished_only=True)), words)
        own = invocation.config_folder / "codes.toml"
        moves = next_moves(invocation.settings.spoken, own)
        cards = reminded(found, open_plans(connection), moves, Words(words))
    written = brief_markdown(cards) if format_ is BriefFormat.MD else brief_page(cards)
    invocation.screen.show(written)


@filtered
def patterns(
    ctx: typer.Context,
    chosen: dict[str, Any],
    format_: Annotated[Format, typer.Option("-f", "--format", help="How to write it.")] = (
        Format.SCREEN
    ),
    json: Json = False,
    all_: Annotated[bool, typer.Option("--all", help="Also what came up once or never.")] = False,
    ascii_: Annotated[bool, typer.Option("--ascii", help="Draw with ASCII only.")] = False,
) -> None:
    """Show what comes back: which misses, in how many of the cases you looked at.

    Examples: failnote patterns · failnote patterns --where setup=couple
    """
    from failnote.journal.reading import codes, count, marks_of, reviews
    from failnote.patterns.report import report
    from failnote.render.patterns import patterns_json, patterns_page
    from failnote.selection import Selection

    invocation = ctx.obj
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen, finished_only=True)
        every = selection(invocation, connection, chosen)
        found = report(
            marks_of(connection, which),
            codes(connection),
            unfinished=count(connection, every) - count(connection, which),
            of=count(connection, Selection(kind="frayed", finished_only=True)),
        )
        with closing(reviews(connection, which)) as chosen_reviews:
            only = next(chosen_reviews, None) if found.base.cases == 1 else None
    if json or format_ is Format.JSON:
        invocation.screen.show(patterns_json(found))
        return
    invocation.screen.show(
        patterns_page(
            found,
            plans=only.plans if only else (),
            names=ctx.obj.names(),
            ascii_only=ascii_,
            everything=all_,
        )
    )
