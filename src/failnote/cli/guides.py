"""Guides: the commands that list, show, print and check guides."""

from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    help="The guides that a review can follow, and your own.", invoke_without_command=True
)

Name = Annotated[str, typer.Argument(metavar="NAME")]


@app.callback()
def list_guides(ctx: typer.Context) -> None:
    """List the guides.

    Examples: failnote guides · failnote guides show quick · failnote guides check my-guide.toml
    """
    if ctx.invoked_subcommand is not None:
        return
    from failnote.guide.load import bundled_guides, find_guide, own_guides
    from failnote.render.guide import guides_page

    folder = ctx.obj.guides_folder
    names = [*bundled_guides(), *own_guides(folder)]
    ctx.obj.screen.show(guides_page([_summary(find_guide(name, folder)) for name in names]))
    ctx.obj.screen.tell(f"Your own guides go into {folder}")


def _summary(guide: object) -> tuple[str, str, tuple[int, int] | None]:
    from failnote.guide.model import Guide

    assert isinstance(guide, Guide)
    return guide.id, guide.title, guide.minutes


@app.command("show")
def show_guide(ctx: typer.Context, name: Name) -> None:
    """Show a guide's questions in order, with their ids and conditions.

    Example: failnote guides show core
    """
    from failnote.guide.load import find_guide
    from failnote.render.guide import guide_page

    ctx.obj.screen.show(guide_page(find_guide(name, ctx.obj.guides_folder)))


@app.command("print")
def print_guide(ctx: typer.Context, name: Name) -> None:
    """Print a guide as an empty worksheet in Markdown, for paper.

    Example: failnote guides print core > worksheet.md
    """
    from failnote.guide.load import find_guide
    from failnote.render.guide import worksheet

    ctx.obj.screen.show(worksheet(find_guide(name, ctx.obj.guides_folder)))


@app.command("check")
def check_guide(ctx: typer.Context, file: Annotated[Path, typer.Argument(metavar="FILE")]) -> None:
    """Check a guide of your own: every problem with its line, and how to mend it.

    Example: failnote guides check my-guide.toml
    """
    from failnote.guide.load import load_guide, own_guides

    guide = load_guide(file, known_guides=own_guides(ctx.obj.guides_folder))
    minutes = round(guide.seconds() / 60)
    ctx.obj.screen.show(
        f"{guide.id}, version {guide.version}: {len(guide.questions)} questions, "
        f"about {minutes} minutes without branches. Nothing is wrong with it.\n"
    )
