"""Changing: the commands that edit, add to, delete and bring back."""

from pathlib import Path
from typing import Annotated

import typer

from failnote.cli.options import Number


def edit(
    ctx: typer.Context,
    number: Number,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Take the new answers from a TOML or JSON file; - reads standard input.",
        ),
    ] = None,
) -> None:
    """Change answers, one question at a time. `failnote undo` takes it back.

    What you understood only later is better added: failnote add N.

    Example: failnote edit 7
    """
    from failnote.cli.editing import edit_from_file, edit_review

    if answers is not None:
        edit_from_file(ctx.obj, number, answers)
    else:
        edit_review(ctx.obj, number)


def add(ctx: typer.Context, number: Number) -> None:
    """Add what you understood later. It stands beside the first account, never over it.

    Without a terminal the text comes from standard input.

    Example: failnote add 7
    """
    from failnote.cli.adding import add_insight

    add_insight(ctx.obj, number)


def delete(ctx: typer.Context, number: Number) -> None:
    """Hide a review. `failnote undo` brings it back; the file still holds it until it is purged.

    Example: failnote delete 7
    """
    invocation = ctx.obj
    with invocation.writing() as writer:
        writer.delete(number, invocation.now)
    invocation.screen.tell(f"Review {number} is gone from view; `failnote undo` brings it back.")


def undo(ctx: typer.Context) -> None:
    """Take back the last delete or edit of this journal.

    Example: failnote undo
    """
    invocation = ctx.obj
    with invocation.writing() as writer:
        done = writer.undo(invocation.now)
    invocation.screen.tell(done)
