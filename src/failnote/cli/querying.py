"""Querying: the owner's own questions to the journal, in SQL."""

import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from failnote.cli.options import Json
from failnote.errors import UsageError

if TYPE_CHECKING:
    from failnote.journal.querying import View

LONGEST_SQL = 100_000


class Shape(StrEnum):
    """How the rows are written."""

    TABLE = "table"
    CSV = "csv"
    JSON = "json"


def query(
    ctx: typer.Context,
    sql: Annotated[
        str | None,
        typer.Argument(metavar="[SQL]", help="A SELECT; - reads it; without it: the views."),
    ] = None,
    shape: Annotated[Shape, typer.Option("-f", "--format", help="How to write the rows.")] = (
        Shape.TABLE
    ),
    json: Json = False,
) -> None:
    """Ask the documented views with SELECT; nothing can be written. Not masked; it is for you.

    Example: failnote journal query "SELECT number, miss FROM v_plan"
    """
    from failnote.cli.invocation import INVENTED
    from failnote.journal.querying import query as asked
    from failnote.journal.querying import views
    from failnote.render.table import as_csv, as_json, table_page

    invocation = ctx.obj
    with invocation.reading() as connection:
        if sql is None:
            invocation.screen.show(_described(views(connection)))
            return
        columns, rows = asked(connection, _typed() if sql == "-" else sql)
        shape = Shape.JSON if json else shape
        if shape is Shape.TABLE:
            invocation.screen.show(table_page(columns, rows))
            return
        if invocation.invented:
            columns, rows = (*columns, INVENTED), ((*row, "yes") for row in rows)
        write = as_json if shape is Shape.JSON else as_csv
        invocation.screen.pour(write(columns, rows))


def _typed() -> str:
    raw = sys.stdin.buffer.read(LONGEST_SQL) if sys.stdin else b""
    try:
        text = raw.decode()
    except UnicodeDecodeError:
        text = ""
    if not text.strip():
        message = "Standard input holds no SELECT."
        raise UsageError(message)
    return text


def _described(views: "list[View]") -> str:
    return "".join(f"{view.name}\n    {', '.join(view.columns)}\n" for view in views)
