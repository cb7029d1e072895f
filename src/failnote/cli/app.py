"""App: the commands, their names and the options that stand before or after any of them."""

from itertools import chain
from pathlib import Path
from typing import Annotated, Any

import typer

from failnote import __version__
from failnote.cli.arguments import sorted_out
from failnote.cli.commands import LazyGroup
from failnote.cli.invocation import INVENTED, Colour, Interrupted, Invocation

COMMANDS = {
    "review": "reviewing:review",
    "follow-up": "follow_up:follow_up",
    "list": "looking:list_",
    "show": "looking:show",
    "search": "looking:search",
    "edit": "changing:edit",
    "add": "changing:add",
    "delete": "changing:delete",
    "undo": "changing:undo",
    "cases": "looking:cases",
    "patterns": "patterns:patterns",
    "brief": "brief:brief",
    "draw": "counting:draw",
    "caseload": "counting:caseload",
    "note": "supervision:note",
    "agenda": "supervision:agenda",
    "export": "exporting:export",
    "import": "importing:import_",
    "guides": "guides:app",
    "journal": "journal_file:app",
    "demo": "demo:app",
    "about": "about:about",
}
"""Command -> the module and the name of its function, or of its group."""
ASKED = "failnote.asked"
"""Where a context keeps the words that are no options for every command."""


class AnywhereGroup(LazyGroup):
    """A group whose own options may also stand behind the command's name."""

    places = COMMANDS

    # Typer's own class for a context has another name from one release to the next.
    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Move the group's options to the front; the rest is what the command was asked."""
        everywhere, rest = sorted_out(args)
        ctx.meta[ASKED] = tuple(rest)
        return super().parse_args(ctx, [*chain.from_iterable(everywhere), *rest])

    def invoke(self, ctx: Any) -> Any:
        """Run the command; Interrupted, where Typer would leave without a word."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as interrupt:
            raise Interrupted(_farewell(interrupt, ctx.obj)) from None


def _farewell(interrupt: KeyboardInterrupt, invocation: Invocation | None) -> str:
    if type(interrupt) is KeyboardInterrupt:
        return "Interrupted."
    from failnote.terminal.moves import RISK_LINE, Left, Move

    stopped = isinstance(interrupt, Left) and interrupt.move is Move.STOP
    if not stopped:
        return "Nothing was changed."
    return RISK_LINE if invocation is None else invocation.risk_line


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"failnote {__version__}")
        raise typer.Exit


def root(
    ctx: typer.Context,
    journal: Annotated[
        Path | None, typer.Option(help="The journal file, instead of the usual one.")
    ] = None,
    passphrase_fd: Annotated[
        int | None, typer.Option(help="Read the passphrase from this open file descriptor.")
    ] = None,
    passphrase_file: Annotated[
        Path | None, typer.Option(help="Read it from the first line of this file.")
    ] = None,
    passphrase_command: Annotated[
        str | None, typer.Option(help="Read it from what this command prints.")
    ] = None,
    no_passphrase: Annotated[
        bool, typer.Option("--no-passphrase", help="Make a new journal that is not encrypted.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--plain", help="Line by line; for screen readers and pipes.")
    ] = False,
    today: Annotated[
        str | None, typer.Option(metavar="DATE", help="Take this day for today.")
    ] = None,
    color: Annotated[Colour, typer.Option(help="When to use colour.")] = Colour.AUTO,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Look back on a therapy that failed: your own part, one plan, one question.

    failnote is a private learning journal. Nothing leaves this machine.

    Example: failnote review
    """
    ctx.obj = Invocation.from_options(
        journal=journal,
        passphrase=(passphrase_fd, passphrase_file, passphrase_command),
        no_passphrase=no_passphrase,
        plain=plain,
        today=today,
        colour=color,
        asked=ctx.meta[ASKED],
        invented=ctx.obj == INVENTED,
    )


app = typer.Typer(
    cls=AnywhereGroup,
    rich_markup_mode=None,  # plain help: 4.8 against 9.7 x `python -c pass`
    pretty_exceptions_enable=False,  # a traceback must not print what was written
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
)
app.callback()(root)
