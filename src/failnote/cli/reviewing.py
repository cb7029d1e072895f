"""Reviewing: the command ``failnote review``."""

import gc
from pathlib import Path
from typing import Annotated

import typer


def review(
    ctx: typer.Context,
    guide: Annotated[
        str, typer.Option(metavar="NAME", help="Which guide; `failnote guides` lists them.")
    ] = "core",
    case: Annotated[
        str | None,
        typer.Option(metavar="CODE", help="A case you looked at before; else a new code is made."),
    ] = None,
    lean: Annotated[
        bool, typer.Option("--lean", help="Leave out what is nice to know: 10 to 11 minutes.")
    ] = False,
    cues: Annotated[
        bool, typer.Option("--cues/--no-cues", help="Ask about a phrase now and then, or not.")
    ] = True,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE",
            help="Take the answers from a TOML or JSON file; - reads standard input.",
        ),
    ] = None,
) -> None:
    """Look back on one therapy. Everything is saved as you go; Ctrl-C pauses.

    Examples: failnote review · failnote review --guide quick
    """
    gc.enable()
    if answers is not None:
        from failnote.cli.answers import review_from_file

        review_from_file(ctx.obj, guide, answers, case=case, lean=lean)
    else:
        from failnote.cli.interviewing import interview

        interview(ctx.obj, guide, case=case, lean=lean, cues=cues)
