"""Brief: the card to read before a first session."""

from enum import StrEnum
from typing import Annotated

import typer


class Format(StrEnum):
    """How the card is written."""

    SCREEN = "screen"
    MD = "md"


def brief(
    ctx: typer.Context,
    format_: Annotated[Format, typer.Option("-f", "--format", help="How to write it.")] = (
        Format.SCREEN
    ),
) -> None:
    """Show one small card for before a first session.

    At most three misses that come back; with each stand your plan and what to do the next time. Nothing is masked; it is for you.

    Examples: failnote brief · failnote brief -f md
    """
    from failnote.cli.names import next_moves
    from failnote.journal.gathering import marks_of
    from failnote.journal.reading import codes, open_plans
    from failnote.patterns.findings import by_case
    from failnote.patterns.recurrence import recurrences
    from failnote.render.brief import brief_markdown, brief_page, reminded
    from failnote.render.words import Words
    from failnote.selection import Selection

    invocation = ctx.obj
    with invocation.reading() as connection:
        words = codes(connection)
        frayed = marks_of(connection, Selection(kind="frayed", finished_only=True))
        found = recurrences(by_case(frayed), words)
        own = invocation.config_folder / "codes.toml"
        moves = next_moves(invocation.settings.spoken, own)
        cards = reminded(found, open_plans(connection), moves, Words(words))
    written = brief_markdown(cards) if format_ is Format.MD else brief_page(cards)
    invocation.screen.show(written)
