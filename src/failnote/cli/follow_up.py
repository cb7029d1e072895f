"""Follow-up: the command that looks back at one plan, and lists the plans that are due."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from failnote.errors import JournalError

if TYPE_CHECKING:
    from failnote.cli.conversation import Conversation
    from failnote.cli.invocation import Invocation
    from failnote.guide.model import Guide
    from failnote.journal.reading import DuePlan
    from failnote.journal.writing import Writer
    from failnote.review import Review

GUIDE = "follow-up"
UNSAVED = "Nothing has been saved."


def follow_up(
    ctx: typer.Context,
    number: Annotated[
        int | None,
        typer.Argument(metavar="[N]", help="The plan of this review; those that are due without."),
    ] = None,
    cues: Annotated[
        bool, typer.Option("--cues/--no-cues", help="Ask about a phrase now and then, or not.")
    ] = True,
) -> None:
    """Look back at a plan that is due. Did the IF come, did you do the THEN? One to five minutes.

    Lists the plans that are due and asks about one of them; without a terminal it only lists.

    Examples: failnote follow-up · failnote follow-up 7
    """
    from failnote.cli.unlocking import NoJournal
    from failnote.render.plans import plans_page

    invocation: Invocation = ctx.obj
    path, named = invocation.place
    if not invocation.journal_exists:
        raise NoJournal(path, named=named)
    if not invocation.can_ask:
        with invocation.reading() as connection:
            waiting = _waiting(invocation, connection, number)
            invocation.screen.show(plans_page(waiting))
            _say_none(invocation, waiting)
        return
    _ = invocation.asker
    with invocation.writing() as writer:
        waiting = _waiting(invocation, writer.connection, number)
        _say_none(invocation, waiting)
        _end_reminders(invocation, writer)
        if waiting:
            invocation.screen.tell(plans_page(waiting))
            picked = _picked(invocation, waiting)
            if picked is not None:
                _look(invocation, writer, picked, cues=cues)


def _waiting(invocation: "Invocation", connection: Any, number: int | None) -> "list[DuePlan]":
    from failnote.journal.reading import DuePlan, due_plans, review

    if number is None:
        return due_plans(connection, invocation.today)
    found = review(connection, number)
    waiting = [DuePlan(p, number, found.case) for p in found.plans if p.state == "open"]
    if not waiting or found.state != "finished":
        message = f"Review {number} has no open plan; `failnote show {number}` shows all of it."
        raise JournalError(message)
    return waiting


def _say_none(invocation: "Invocation", waiting: "list[DuePlan]") -> None:
    if not waiting:
        invocation.screen.tell("No plan is due. `failnote follow-up N` looks at one all the same.")


def _end_reminders(invocation: "Invocation", writer: "Writer") -> None:
    """Tell the reminders that have come due, once."""
    from failnote.journal.reading import due_reminders

    for each in due_reminders(writer.connection, invocation.today):
        where = (
            f"review {each.number}; failnote show {each.number}" if each.number else "coming back"
        )
        invocation.screen.tell(f"You wanted to be reminded on {each.due}: {where}.")
        writer.end_reminder(each.id, invocation.now)


def _picked(invocation: "Invocation", waiting: "list[DuePlan]") -> "DuePlan | None":
    from failnote.terminal.dialogs import choose

    if len(waiting) == 1:
        return waiting[0]
    names = {str(n): f"Plan {each.plan.name}" for n, each in enumerate(waiting)}
    picked = choose(invocation.asker, "Which plan?", names)
    return None if picked is None else waiting[int(picked)]


def _look(invocation: "Invocation", writer: "Writer", picked: "DuePlan", *, cues: bool) -> None:
    from failnote.cli import INTERRUPTED
    from failnote.cli.interviewing import passes_gate
    from failnote.cli.kept import KeptLook
    from failnote.cli.second_look import second_look
    from failnote.journal.reading import review

    guide = invocation.guide(GUIDE)
    if not passes_gate(invocation, guide):
        return
    found = review(writer.connection, picked.number)
    conversation = _conversation(invocation, writer, found, picked, guide)
    if cues:
        earlier = conversation.interview.result.values()
        conversation.second_look = second_look(invocation, earlier)
    outcome = conversation.run()
    assert isinstance(conversation.kept, KeptLook)
    begun = conversation.kept.look is not None
    tell = invocation.screen.tell
    if outcome == "paused":
        tell("Paused, and saved. `failnote follow-up` goes on from here." if begun else UNSAVED)
        raise typer.Exit(INTERRUPTED)
    if not begun:
        tell("Nothing was answered, so nothing was saved.")
        return
    tell(f"Saved with review {found.number}; `failnote show {found.number}` shows it.")


def _conversation(
    invocation: "Invocation", writer: "Writer", found: "Review", picked: "DuePlan", guide: "Guide"
) -> "Conversation":
    """A new look at the plan, or the one that was paused, in the words it was begun with."""
    from failnote.cli.conversation import Conversation
    from failnote.cli.interviewing import opening_words
    from failnote.cli.kept import KeptLook
    from failnote.guide.model import from_snapshot
    from failnote.guide.placeholders import filled_in, given_answers, words_for
    from failnote.interview import Interview
    from failnote.journal.reading import guide_body, open_follow_up

    look = open_follow_up(writer.connection, picked.plan.id)
    body = None if look is None else guide_body(writer.connection, look.guide_digest)
    guide = guide if body is None else from_snapshot(body)
    filled = filled_in(guide, words_for(guide, found, picked.plan)).rest
    given = given_answers(guide, found)
    kept = KeptLook(invocation, writer, found, picked.plan, guide, look)
    if look is None:
        invocation.screen.tell(opening_words(guide, lean=False))
        return Conversation(invocation, Interview.start(filled, given=given), kept)
    invocation.screen.tell(f"Going on with the look at plan {picked.plan.name} that you paused.")
    interview = Interview.resume(filled, look.answers, look.at, given=given)
    return Conversation(invocation, interview, kept, drafts=dict(look.drafts))
