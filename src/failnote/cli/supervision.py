"""Supervision: the note about a review, and the questions that wait for an answer."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.cli.leaving import Wanted, leaves, send
from failnote.cli.options import filtered, selection
from failnote.errors import JournalError, UsageError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from failnote.cli.invocation import Invocation
    from failnote.masking.leaving import AsWritten
    from failnote.review import Review

RECOGNISED = "Could someone who knows this person recognise them from this?"
NONE_FINISHED = "There is no finished review yet; name one by its number: failnote note 7."


@leaves
def note(
    ctx: typer.Context,
    wanted: Wanted,
    numbers: Annotated[
        list[int] | None,
        typer.Argument(metavar="[N]…", help="Reviews by number; the latest finished without one."),
    ] = None,
    brief: Annotated[
        bool, typer.Option("--brief", help="Only the question, the moment and the plan.")
    ] = False,
    with_context: Annotated[
        bool, typer.Option("--with-context", help="Every context field, not only the usual six.")
    ] = False,
    front_matter: Annotated[
        bool, typer.Option("--front-matter", help="Begin with a block of YAML, for note programs.")
    ] = False,
) -> None:
    """Write the note for supervision. One page of Markdown, masked, the question first.

    Examples: failnote note 7 · failnote note 7 --preview
    """
    from failnote.cli.exporting import told
    from failnote.journal.reading import codes, latest_finished, review
    from failnote.render.front_matter import front_matter as yaml_head
    from failnote.render.note import note as written
    from failnote.terminal.screen import clean

    invocation = ctx.obj
    with invocation.reading() as connection:
        chosen = list(numbers or filter(None, [latest_finished(connection)]))
        if not chosen:
            raise JournalError(NONE_FINISHED)
        found = [told(invocation, review(connection, number)) for number in chosen]
        names, words = invocation.names(), codes(connection)

        def pages(outgoing: "AsWritten") -> "Iterator[str]":
            shown = outgoing.codes(words)
            for place, each in enumerate(found):
                leaving = outgoing.review(each)
                page = written(
                    leaving,
                    shown,
                    names=names,
                    brief=brief,
                    whole_context=with_context,
                    may_leave=wanted.may_leave,
                    header=wanted.header,
                )
                head = yaml_head(leaving, wanted.header) if front_matter and not place else ""
                yield clean(("\n" if place else "") + head + page)

        send(invocation, connection, "note", chosen, wanted, pages)
    if not wanted.preview:
        _say_recognised(invocation, found)
        _say_held_back(invocation, found, wanted)


def _say_recognised(invocation: "Invocation", found: "list[Review]") -> None:
    """Ask what no pattern can see, once for each note."""
    for each in found:
        which = f"Review {each.number}: " if len(found) > 1 else ""
        words = RECOGNISED[0].lower() + RECOGNISED[1:] if which else RECOGNISED
        invocation.screen.tell(which + invocation.settings.spoken(words))


def _say_held_back(invocation: "Invocation", found: "list[Review]", wanted: Wanted) -> None:
    from failnote.render.note import held_back

    if not wanted.all_answers and any(map(held_back, found)):
        invocation.screen.tell("The client's view stays at home; --with-client-view takes it in.")


class AgendaFormat(StrEnum):
    """How the agenda is written."""

    MD = "md"
    JSON = "json"


@leaves
@filtered
def agenda(
    ctx: typer.Context,
    chosen: dict[str, Any],
    wanted: Wanted,
    answer: Annotated[
        int | None,
        typer.Option(
            *("--answer",),
            metavar="N",
            help="Record what your supervisor said to the question of review N, and close it.",
        ),
    ] = None,
    format_: Annotated[AgendaFormat, typer.Option("-f", "--format", help="How to write it.")] = (
        AgendaFormat.MD
    ),
) -> None:
    """List the open questions for supervision, the oldest first. They are masked.

    Examples: failnote agenda · failnote agenda --answer 7
    """
    from failnote.journal.reading import open_questions
    from failnote.render.agenda import agenda_json, agenda_markdown
    from failnote.terminal.screen import clean

    invocation = ctx.obj
    if answer is not None:
        if any(chosen.values()) or wanted != Wanted():
            message = "--answer records one answer; leave the other options out."
            raise UsageError(message)
        _record(invocation, answer)
        return
    with invocation.reading() as connection:
        which = selection(invocation, connection, chosen)
        found = [
            each
            for each in open_questions(connection, which)
            if wanted.no_mask or each.export in wanted.may_leave
        ]
        if not found:
            invocation.screen.tell("No question for supervision is open.")
            return

        def pages(outgoing: "AsWritten") -> "Iterator[str]":
            waiting = [
                each._replace(
                    text=outgoing.text(each.text, case=each.case, day=each.date),
                    case=outgoing.case(each.case),
                )
                for each in found
            ]
            if format_ is AgendaFormat.JSON:
                yield agenda_json(waiting, wanted.header)
            else:
                yield clean(agenda_markdown(waiting, wanted.header))

        send(invocation, connection, "agenda", [each.number for each in found], wanted, pages)


def _record(invocation: "Invocation", number: int) -> None:
    """Ask for what was said, or read it from standard input, and keep it with the question."""
    from failnote.cli.adding import record_supervision

    record_supervision(invocation, number)
