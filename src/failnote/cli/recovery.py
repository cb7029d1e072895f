"""Recovery: the code for paper, and the hold that keeps a case."""

from typing import Annotated

import typer

from failnote.cli.options import CaseCode
from failnote.errors import JournalError, UsageError


def recovery(ctx: typer.Context) -> None:
    """Show the recovery code, for paper. Only on a terminal.

    Example: failnote journal recovery
    """
    from failnote.cli.first_run import show_recovery

    invocation = ctx.obj
    if not invocation.can_show_secrets:
        message = "The recovery code is shown on a terminal only, never into a file or a pipe."
        raise UsageError(message)
    with invocation.reading():
        if not invocation.passphrase:
            message = "The journal is not encrypted, so it needs no recovery code."
            raise JournalError(message)
        show_recovery(invocation)


def hold(
    ctx: typer.Context,
    code: CaseCode,
    lift: Annotated[bool, typer.Option("--lift", help="End the hold.")] = False,
) -> None:
    """Keep a case from being erased, whatever is asked for later. Take advice in the meantime.

    Example: failnote journal hold maple-lantern-27
    """
    invocation = ctx.obj
    with invocation.writing() as writer:
        writer.hold(code, None if lift else invocation.today)
    done = "can be erased again" if lift else "is held: nothing of it will be erased"
    invocation.screen.tell(f"Case {code} {done}.")
