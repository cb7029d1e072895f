"""Looking: the commands that read the journal and show what is there."""

import sys
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.options import EVERYWHERE, CaseCode, Limit, Number, filtered, selection
from failnote.errors import UsageError

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.review import Case

CARD = ("ending", "setup", "modality", "session_band", "setting")
"""Context fields that a list of cases shows; `failnote cases show` has them all."""

EMPTY = "There is no review yet. `failnote review` begins one."

cases = typer.Typer(
    add_completion=False, rich_markup_mode=None, invoke_without_command=True, epilog=EVERYWHERE
)


@filtered
def list_(
    ctx: typer.Context,
    chosen: dict[str, Any],
    limit: Limit = 20,
    all_: Annotated[bool, typer.Option("--all", help="Show every review.")] = False,
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
        invocation.screen.finish()
        total = count(connection, which)
        if not total:
            invocation.screen.tell("There is no such review." if any(chosen.values()) else EMPTY)
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
    from failnote.journal.reading import codes, review
    from failnote.render.review import review_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        found = review(connection, number)
        invocation.screen.show(review_page(found, codes(connection), invocation.names()))


@filtered
def search(
    ctx: typer.Context,
    chosen: dict[str, Any],
    words: Annotated[
        list[str] | None,
        typer.Argument(help="What to look for, taken literally; asked for when left out."),
    ] = None,
    limit: Limit = 50,
) -> None:
    """Find words in answers, plans, insights and follow-ups. Accents and case do not matter.

    Left out, the words are asked for, so that a name need not stand in the shell's history.

    Example: failnote search "every other week"
    """
    from failnote.journal.searching import search as find
    from failnote.render.listing import hits_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        looked_for = " ".join(words or ()).strip() or _asked_for(invocation)
        which = selection(invocation, connection, chosen)
        hits = find(connection, looked_for, which, limit)
        invocation.screen.show(hits_page(hits))
        if not hits:
            invocation.screen.tell("Nothing was found.")
            raise typer.Exit(1)


def _asked_for(invocation: "Invocation") -> str:
    """What to look for, asked for, or the first line of standard input; UsageError for nothing."""
    if invocation.can_ask:
        from failnote.terminal.dialogs import line

        typed = line(invocation.asker, "Search for: ") or ""
    else:
        raw = sys.stdin.buffer.readline() if sys.stdin else b""
        typed = raw.decode(errors="replace").strip()
    if not typed:
        message = "There is nothing to look for: give the words, or type them when asked."
        raise UsageError(message)
    return typed


@cases.callback()
def list_cases(ctx: typer.Context) -> None:
    """The cases: random codes, their context and their reviews.

    Examples: failnote cases · failnote cases show maple-lantern-27
    """
    if ctx.invoked_subcommand is not None:
        return
    from failnote.journal.reading import cases as all_cases
    from failnote.render.listing import cases_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        found = [_in_short(case) for case in all_cases(connection)]
        invocation.screen.show(cases_page(found, invocation.names()))
        if not found:
            invocation.screen.tell(EMPTY)


def _in_short(case: "Case") -> "Case":
    context = {field: case.context[field] for field in CARD if field in case.context}
    return replace(case, context=context)


@cases.command("show", epilog=EVERYWHERE)
def show_case(
    ctx: typer.Context,
    code: CaseCode,
) -> None:
    """Show one case with its context and its reviews.

    Example: failnote cases show maple-lantern-27
    """
    from failnote.journal.reading import case, listed
    from failnote.render.listing import case_page, list_page
    from failnote.selection import Selection

    invocation = ctx.obj
    with invocation.reading() as connection:
        invocation.screen.show(case_page(case(connection, code), invocation.names()))
        invocation.screen.show([()])
        invocation.screen.show(list_page(listed(connection, Selection(cases=(code,)), None)))


@cases.command("edit", epilog=EVERYWHERE)
def edit_case(
    ctx: typer.Context,
    code: CaseCode,
) -> None:
    """Change the card of a case, one field at a time; its latest review follows.

    Example: failnote cases edit maple-lantern-27
    """
    from failnote.cli.begin import check_case
    from failnote.cli.case_card import edit_card

    invocation = ctx.obj
    _ = invocation.asker
    with invocation.writing() as writer:
        check_case(writer.connection, code)
        edit_card(invocation, writer, code)
