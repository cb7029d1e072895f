"""Counting: a case drawn by lot for a look-back, and how many therapies ended."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from failnote.cli.invocation import Invocation

MOST = 100_000


def draw(
    ctx: typer.Context,
    count: Annotated[
        int | None,
        typer.Argument(min=1, max=MOST, metavar="[N]", help="How many there are to draw from."),
    ] = None,
) -> None:
    """Draw a therapy that went well by lot, to look back on it.

    What was picked because it shines says little; what the lot picked can stand beside the rest.

    Example: failnote draw 12
    """
    import secrets

    invocation = ctx.obj
    many = count or _asked(invocation)
    place = secrets.randbelow(many) + 1
    invocation.screen.show(
        f"Look back on number {place} of the {many}, counted by the day they ended, oldest first.\n"
        "  failnote review --guide went-well\n"
    )


def _asked(invocation: "Invocation") -> int:
    """Ask how many there are; UsageError without a terminal."""
    from failnote.guide.questions import Number

    question = Number(
        id="draw.count",
        type="number",
        ask="How many therapies ended well since you last drew, or in the last three months?",
        help="Near enough is good enough.",
        secs=5,
        at_least=1,
        at_most=MOST,
    )
    reply = invocation.asker.ask(
        question, head="", old=None, default=None, draft=None, keep=None, today=invocation.today
    )
    if not isinstance(reply, int):
        message = "Nothing was drawn. failnote draw 12 draws one of twelve."
        raise UsageError(message)
    return reply


def caseload(
    ctx: typer.Context,
    period: Annotated[
        str | None,
        typer.Argument(metavar="[PERIOD]", help="A period, such as 2026, 2026Q1 or 2026-03."),
    ] = None,
    ended: Annotated[
        int | None, typer.Option(min=0, max=MOST, metavar="N", help="How many therapies ended.")
    ] = None,
    among: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE:N", help="How many of them, such as setup=couple:6."),
    ] = None,
) -> None:
    """Keep how many therapies ended, beside your reviews.

    Without a period it shows what is kept.

    Examples: failnote caseload · failnote caseload 2026Q1 --ended 31
    """
    invocation = ctx.obj
    if period is None:
        if ended is not None or among:
            message = "Say in which period they ended: failnote caseload 2026Q1 --ended 31."
            raise UsageError(message)
        with invocation.reading() as connection:
            _show(invocation, connection)
        return
    known = _period(period, invocation.today)
    counts = {} if ended is None else {("", ""): ended}
    counts |= dict(_among(text) for text in among or ())
    if not counts:
        message = f"Say how many ended: failnote caseload {period} --ended 31."
        raise UsageError(message)
    if ended is not None and any(count > ended for count in counts.values()):
        message = "More ended with one value than in all; check the numbers."
        raise UsageError(message)
    from failnote.cli.first_run import open_or_begin
    from failnote.journal.caseload import keep_caseload

    with open_or_begin(invocation) as writer:
        keep_caseload(writer.connection, known, counts)
        _show(invocation, writer.connection)


def _period(text: str, today: "date") -> str:
    """The period as it is kept; UsageError for one that is no year, quarter or month."""
    import re

    from failnote.selection import parse_period

    kept = text.strip().upper()
    parse_period(kept, today)
    if not re.fullmatch(r"\d{4}(-?Q[1-4]|-\d\d)?", kept):
        message = f"“{text}” is no year, quarter or month; write 2026, 2026Q1 or 2026-03."
        raise UsageError(message)
    return kept.replace("-Q", "Q")


def _among(text: str) -> tuple[tuple[str, str], int]:
    from failnote.cli.names import vocabulary

    words, _, number = text.rpartition(":")
    field, _, value = words.partition("=")
    known = vocabulary().fields
    if not number.isdecimal() or not value:
        message = f"“{text}” is no count; write FIELD=VALUE:N, such as setup=couple:6."
        raise UsageError(message)
    if field not in known or (known[field] and value not in known[field]):
        what = f"value of {field} “{value}”" if field in known else f"field “{field}”"
        listed = ", ".join(known.get(field, known))
        message = f"There is no {what}; known are: {listed}."
        raise UsageError(message)
    return (field, value), int(number)


def _show(invocation: "Invocation", connection: Any) -> None:
    from failnote.journal.gathering import caseload_of
    from failnote.journal.reading import count
    from failnote.render.caseload import Load, caseload_page
    from failnote.selection import Selection, parse_period

    loads = []
    for period, field, value, ended in caseload_of(connection):
        first, last = parse_period(period, invocation.today)
        where = {field: value} if field else {}
        which = Selection(since=first, until=last, kind="frayed", where=where, finished_only=True)
        loads.append(Load(period, field, value, ended, count(connection, which)))
    invocation.screen.show(caseload_page(loads, invocation.names()))
