"""Options: the filters that every command understands which means a set of reviews."""

import inspect
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.selection import Selection


class ReviewKind(StrEnum):
    """Which reviews: of therapies that frayed, or of ones that went well."""

    FRAYED = "frayed"
    WENT_WELL = "went-well"


EVERYWHERE = "Options for every command stand in failnote --help."

CaseCode = Annotated[
    str, typer.Argument(metavar="CODE", help="The case, as `failnote cases` shows it.")
]
Number = Annotated[
    int, typer.Argument(metavar="N", help="The review's number, as `list` shows it.")
]
Numbers = Annotated[
    list[int] | None, typer.Argument(metavar="[N]…", help="Reviews by number; all without one.")
]
Limit = Annotated[
    int, typer.Option("-n", "--limit", min=1, metavar="N", help="How many at most, newest first.")
]
Json = Annotated[bool, typer.Option("--json", help="Short for --format json.")]

PERIOD = "2026, 2026Q1, 2026-03, 2026-03-15 or 'last 6 months'"


def _filters(
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help=f"From the start of: {PERIOD}.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Up to the end of: likewise.")
    ] = None,
    period: Annotated[str | None, typer.Option(metavar="WHEN", help="Within: likewise.")] = None,
    case: Annotated[
        list[str] | None, typer.Option(metavar="CODE", help="Of this case; repeatable.")
    ] = None,
    guide: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Held with this guide; repeatable.")
    ] = None,
    kind: Annotated[
        ReviewKind | None, typer.Option(help="Of therapies that frayed, or that went well.")
    ] = None,
    ending: Annotated[
        str | None, typer.Option(metavar="WORD", help="What was looked back on, such as dropout.")
    ] = None,
    miss: Annotated[
        list[str] | None,
        typer.Option(
            metavar="CODE",
            help="With this miss ticked, or any of an area (contract.*); repeatable.",
        ),
    ] = None,
    where: Annotated[
        list[str] | None,
        typer.Option(metavar="FIELD=VALUE", help="With this in the context; repeatable."),
    ] = None,
) -> None:
    """Carry the signatures of the filters."""


FILTERS = inspect.signature(_filters).parameters


def filtered(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command all filters; it receives them as one ``chosen`` mapping."""
    return with_options_of(_filters, "chosen", dict)(command)


def with_options_of(
    prototype: Callable[..., None], name: str, made: Callable[..., object]
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the options of ``prototype``; it receives ``made`` of them under one name."""
    options = inspect.signature(prototype).parameters

    def give(command: Callable[..., None]) -> Callable[..., None]:
        @wraps(command)
        def with_them(**given: Any) -> None:
            own = {each: given.pop(each) for each in options}
            command(**given, **{name: made(**own)})

        signature = inspect.signature(command)
        parameters = [p for p in signature.parameters.values() if p.name != name]
        with_them.__signature__ = signature.replace(  # type: ignore[attr-defined]
            parameters=[*parameters, *options.values()]
        )
        with_them.__annotations__ = {
            **{key: kind for key, kind in command.__annotations__.items() if key != name},
            **prototype.__annotations__,
        }
        return with_them

    return give


def selection(
    invocation: "Invocation",
    connection: Any,
    chosen: dict[str, Any],
    numbers: list[int] | None = None,
    *,
    finished_only: bool = False,
) -> "Selection":
    """Check the filters against what there is; UsageError with the nearest word for an unknown one."""
    from failnote.selection import Selection, select

    wanted = Selection()
    if any(chosen.values()):
        from failnote.cli.known import known_words

        known = known_words(connection, invocation.guides_folder, chosen)
        wanted = select(known=known, today=invocation.today, **chosen)
    return replace(wanted, numbers=tuple(numbers or ()), finished_only=finished_only)
