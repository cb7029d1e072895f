"""Looking: the commands that read the journal and show what is there."""

from typing import Annotated, Any

import typer

from failnote.cli.options import Number, filtered, selection

cases = typer.Typer(
    help="The cases: random codes, their context and their reviews.", invoke_without_command=True
)


@filtered
def list_(
    ctx: typer.Context,
    chosen: dict[str, Any],
    limit: Annotated[
        int, typer.Option("-n", "--limit", min=1, metavar="N", help="How many, newest first.")
    ] = 20,
    all_: Annotated[bool, typer.Option("--all", help="Every review.")] = False,
) -> None:
    """List the reviews, newest first.

    Examples: failnote list · failnote list --miss 'contract.*' --since 2026
    """
    from failnote.journal.reading import count, due, listed
    from failnote.render.listing import list_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen)
        invocation.screen.show(list_page(listed(connection, which, None if all_ else limit)))
        total = count(connection, which)
        if not all_ and total > limit:
            invocation.screen.tell(f"{limit} of {total} reviews; --all shows every one.")
        _say_due(invocation, due(connection, invocation.today))


def _say_due(invocation: Any, waiting: tuple[int, int]) -> None:
    plans, reminders = waiting
    if plans:
        noun = "plan is" if plans == 1 else "plans are"
        invocation.screen.tell(f"{plans} {noun} due.")
    if reminders:
        noun = "reminder is" if reminders == 1 else "reminders are"
        invocation.screen.tell(f"{reminders} {noun} due.")


def show(ctx: typer.Context, number: Number) -> None:
    """Show one review as it was written. Nothing is masked; it is for you.

    Example: failnote show 7
    """
    from failnote.cli.names import load_names
    from failnote.journal.reading import codes, review
    from failnote.render.review import review_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        found = review(connection, number)
        invocation.screen.show(review_page(found, codes(connection), load_names()))


@filtered
def search(
    ctx: typer.Context,
    chosen: dict[str, Any],
    words: Annotated[
        list[str] | None,
        typer.Argument(help="What to look for, taken literally; asked for when left out."),
    ] = None,
    limit: Annotated[int, typer.Option("-n", "--limit", min=1, metavar="N")] = 50,
) -> None:
    """Find words in answers, plans, insights and follow-ups. Accents and case do not matter.

    Left out, the words are asked for, so that a name need not stand in the shell's history.

    Example: failnote search "every other week"
    """
    from failnote.journal.searching import search as find
    from failnote.render.listing import hits_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        looked_for = " ".join(words or ()) or invocation.typed_line("Search for: ")
        which = selection(invocation, connection, chosen)
        hits = find(connection, looked_for, which, limit)
        invocation.screen.show(hits_page(hits))
        if not hits:
            invocation.screen.tell("Nothing was found.")
            raise typer.Exit(1)


@cases.callback()
def list_cases(ctx: typer.Context) -> None:
    """The cases: random codes, their context and their reviews.

    Examples: failnote cases · failnote cases show maple-lantern-27
    """
    if ctx.invoked_subcommand is not None:
        return
    from failnote.cli.names import load_names
    from failnote.journal.reading import cases as all_cases
    from failnote.render.listing import cases_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        invocation.screen.show(cases_page(all_cases(connection), load_names()))


@cases.command("show")
def show_case(ctx: typer.Context, code: Annotated[str, typer.Argument(metavar="CODE")]) -> None:
    """Show one case with its context and its reviews."""
    from failnote.cli.names import load_names
    from failnote.journal.reading import case, listed
    from failnote.render.listing import case_page, list_page
    from failnote.selection import Selection

    invocation = ctx.obj
    with invocation.reading() as connection:
        invocation.screen.show(case_page(case(connection, code), load_names()))
        invocation.screen.show([()])
        invocation.screen.show(list_page(listed(connection, Selection(cases=(code,)), None)))
