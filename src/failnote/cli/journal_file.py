"""Journal file: ``failnote journal``, what concerns the file itself."""

import typer

from failnote.cli.commands import LazyGroup

COMMANDS = {
    "status": "keeping:status",
    "check": "keeping:check",
    "backup": "keeping:backup",
    "restore": "keeping:restore",
    "passphrase": "locking:passphrase",
    "recover": "locking:recover",
    "encrypt": "locking:encrypt",
    "decrypt": "locking:decrypt",
    "query": "querying:query",
    "distil": "erasing:distil",
    "purge": "erasing:purge",
    "recovery": "recovery:recovery",
    "hold": "recovery:hold",
    "terms": "terms:app",
}


class JournalGroup(LazyGroup):
    """``failnote journal …``."""

    places = COMMANDS


app = typer.Typer(
    cls=JournalGroup, add_completion=False, rich_markup_mode=None, no_args_is_help=True
)


@app.callback()
def journal() -> None:
    """Look after the file: state, backups, passphrase, erasing.

    Examples: failnote journal status · failnote journal backup
    """
