"""Guides: the commands that list, show, print and check guides."""

from pathlib import Path
from typing import Annotated

import typer

from failnote.cli.options import EVERYWHERE
from failnote.errors import GuideError

app = typer.Typer(
    add_completion=False, rich_markup_mode=None, invoke_without_command=True, epilog=EVERYWHERE
)

Name = Annotated[
    str, typer.Argument(metavar="NAME", help="The guide, as `failnote guides` lists it.")
]


@app.callback()
def list_guides(ctx: typer.Context) -> None:
    """List the guides that a review can follow, your own among them.

    Examples: failnote guides · failnote guides show quick
    """
    if ctx.invoked_subcommand is not None:
        return
    from failnote.guide.load import bundled_guides, find_guide, own_guides
    from failnote.render.guide import guides_page

    folder, tell = ctx.obj.guides_folder, ctx.obj.screen.tell
    found, broken = [], []
    for name, file in {**bundled_guides(), **own_guides(folder)}.items():
        try:
            guide = find_guide(name, folder)
        except GuideError:
            broken.append(file)
        else:
            found.append((guide.id, guide.title, guide.minutes))
    ctx.obj.screen.show(guides_page(found))
    tell(f"Your own guides go into {folder}")
    for file in broken:
        tell(f"{file.name} cannot be used yet; failnote guides check {file} says why.")


@app.command("show", epilog=EVERYWHERE)
def show_guide(ctx: typer.Context, name: Name) -> None:
    """Show a guide's questions in order, with their ids and conditions.

    Example: failnote guides show core
    """
    from failnote.render.guide import guide_page

    ctx.obj.screen.show(guide_page(ctx.obj.guide(name)))


@app.command("print", epilog=EVERYWHERE)
def print_guide(ctx: typer.Context, name: Name) -> None:
    """Print a guide as an empty worksheet in Markdown, for paper.

    Example: failnote guides print core > worksheet.md
    """
    from failnote.render.guide import worksheet

    ctx.obj.screen.show(worksheet(ctx.obj.guide(name)))


@app.command("check", epilog=EVERYWHERE)
def check_guide(
    ctx: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The guide's TOML file.")],
) -> None:
    """Check a guide of your own, or your codes.toml: every problem with its line and its mend.

    Example: failnote guides check my-guide.toml
    """
    from failnote.codebook import load_codebook, with_own_codes
    from failnote.guide.load import load_guide, own_codes, own_guides
    from failnote.render.words import counted

    folder = ctx.obj.guides_folder
    codes = own_codes(folder)
    if file.name == codes.name and file.is_file():
        added = len(with_own_codes(file).misses) - len(load_codebook().misses)
        own = counted(added, "code")
        ctx.obj.screen.show(f"{file}: {own} of your own. Nothing is wrong with it.\n")
        return
    guide = load_guide(file, known_guides=own_guides(folder), codebook=with_own_codes(codes))
    minutes = round(guide.seconds() / 60)
    ctx.obj.screen.show(
        f"{guide.id}, version {guide.version}: {len(guide.questions)} questions, "
        f"about {minutes} minutes without branches.\nNothing is wrong with it.\n"
    )


@app.command("new", epilog=EVERYWHERE)
def new_guide(
    ctx: typer.Context,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Small letters, digits and -, such as my-guide.")
    ],
) -> None:
    """Write a commented guide of your own to start from; it can be used as it is.

    Example: failnote guides new after-a-break
    """
    import re

    from failnote.errors import UsageError
    from failnote.guide.load import bundled_guides
    from failnote.journal.files import folders, write_file
    from failnote.promptfile import bundled_prompts, read_text

    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
        message = f"“{name}” cannot name a guide: small letters, digits and - only, a letter first."
        raise UsageError(message)
    if name in bundled_guides():
        message = f"{name} is a guide of failnote's; give yours another name."
        raise UsageError(message)
    path = ctx.obj.guides_folder / f"{name}.toml"
    text = read_text(bundled_prompts() / "new-guide.toml").replace("new-guide", name)
    with folders(path.parent):
        write_file(path, [text])
    ctx.obj.screen.show(f"{path}\n")
    ctx.obj.screen.tell(f"Write your questions there; `failnote review --guide {name}` asks them.")
