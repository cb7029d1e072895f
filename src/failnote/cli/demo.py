"""Demo: any command on invented reviews, in a journal of its own that ends with the command."""

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from failnote.cli.options import EVERYWHERE

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation

USUAL = ["patterns"]
TOLD = (
    "Invented: nobody in here exists. This journal of its own ends with the command, and your"
    " own journal is not touched."
)
_MEMORY = Path("/dev/shm")


app = typer.Typer(add_completion=False, rich_markup_mode=None)


@app.command(
    epilog=EVERYWHERE,
    # What stands behind the inner command is its own, options included.
    context_settings={"ignore_unknown_options": True, "allow_interspersed_args": False},
)
def demo(
    ctx: typer.Context,
    command: Annotated[
        list[str] | None,
        typer.Argument(metavar="[COMMAND]…", help="Any command with its options; else patterns."),
    ] = None,
) -> None:
    """Try any command on 24 invented reviews. Your own journal is not touched.

    Examples: failnote demo · failnote demo note 7
    """
    from failnote.cli import app as whole
    from failnote.cli.invocation import INVENTED

    invocation = ctx.obj
    folder = str(_MEMORY) if _MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(
        prefix=f"demo-of-failnote-{os.getpid()}-", dir=folder
    ) as place:
        journal = Path(place) / "journal.db"
        _make(invocation, journal)
        invocation.screen.tell(TOLD)
        whole.app(
            args=[*_shared(invocation), "--journal", str(journal), *(command or USUAL)],
            prog_name="failnote",
            standalone_mode=False,
            obj=INVENTED,
        )


def _make(invocation: "Invocation", journal: Path) -> None:
    from failnote.codebook import load_codebook
    from failnote.demo import demo_reviews
    from failnote.journal.opening import close, create_journal
    from failnote.journal.writing import Writer

    connection = create_journal(journal)
    writer = Writer(connection)
    try:
        reviews = demo_reviews(invocation.today)
        writer.import_reviews(reviews, invocation.now, load_codebook().by_id.values())
    finally:
        writer.close()
        close(connection)


def _shared(invocation: "Invocation") -> list[str]:
    """The options that hold for the command inside, too."""
    options = ["--no-passphrase", "--color", invocation.colour.value]
    if invocation.day is not None:
        options += ["--today", invocation.day.isoformat()]
    return [*options, "--plain"] if invocation.plain else options
