"""Interviewing: a review at the terminal, from the gate to what is said at the end."""

from dataclasses import replace
from datetime import timedelta
from importlib import import_module
from threading import Thread
from typing import TYPE_CHECKING, Any, NoReturn

import typer

from failnote.cli import INTERRUPTED
from failnote.cli.begin import (
    begin_review,
    check_case,
    check_case_before,
    plan_parts,
    stored_guide,
    turn_into,
)
from failnote.cli.case_card import offer_card
from failnote.cli.conversation import Conversation
from failnote.cli.first_run import open_or_begin, show_recovery_after_first
from failnote.cli.identifying import identifying
from failnote.cli.invocation import Invocation
from failnote.cli.kept import KeptReview
from failnote.cli.nearest import say_nearest
from failnote.cli.second_look import second_look
from failnote.errors import UsageError
from failnote.guide.model import Guide
from failnote.guide.questions import Info
from failnote.interview import Ending, Interview
from failnote.journal.reading import case as case_card
from failnote.journal.reading import resume, unfinished
from failnote.review import Review
from failnote.terminal.dialogs import choose, confirm
from failnote.terminal.moves import Left
from failnote.terminal.wrapping import unfold

if TYPE_CHECKING:
    from failnote.journal.writing import Writer

NEW = "new"
"""The choice to begin another review instead of taking up one that was paused."""
LATER = timedelta(days=2)


def interview(
    invocation: Invocation, name: str, *, case: str | None, lean: bool, cues: bool
) -> None:
    """Hold a review: the gate, then the journal, then a paused review or a new one."""
    guide = invocation.guide(name)
    _ = invocation.asker  # says that a terminal is needed before anything is asked
    check_case_before(invocation, case)
    _import_meanwhile("failnote.journal.writing")
    if guide.about == "plan":
        message = f"The guide {name} is about a plan; `failnote follow-up` asks it."
        raise UsageError(message)
    if not passes_gate(invocation, guide):
        return
    with open_or_begin(invocation) as writer:
        check_case(writer.connection, case)
        taken = _offer_unfinished(invocation, writer.connection)
        if taken is None:
            return
        if taken == NEW:
            conversation = _fresh(invocation, writer, guide, case=case, lean=lean)
        else:
            conversation = _taken_up(invocation, writer, int(taken))
        if cues:
            earlier = conversation.interview.result.values()
            conversation.second_look = second_look(invocation, earlier)
        conversation.identifying = identifying(invocation, writer.connection)
        ending, review = _hold(invocation, writer, conversation)
        if ending.kind == "stopped":
            _let_go(invocation, writer, review)
        else:
            if review is not None and not _is_enough(conversation.interview):
                review = offer_card(invocation, writer, review, conversation.interview.guide)
            _say_saved(invocation, writer, review)


def _is_enough(interview: Interview) -> bool:
    """Was the last word one that not everyone gets? Then someone is to leave the page."""
    last = interview.walk.visible[-1]
    return isinstance(last, Info) and last.condition is not None


def _import_meanwhile(module: str) -> None:
    """Import in the background while the first question is read; SQLModel costs 0.4 s."""
    Thread(target=import_module, args=(module,), daemon=True).start()


def passes_gate(invocation: Invocation, guide: Guide) -> bool:
    """Ask what must be asked before anything is made; its answer is kept nowhere."""
    if guide.opening is None:
        return True
    gate = Conversation(invocation, Interview.start(guide.opening))
    if gate.run() == "paused":
        pause(invocation, None)
    ending = gate.interview.ending
    if ending is None or ending.kind != "finished":
        invocation.screen.tell(unfold(gate.interview.walk.visible[-1].ask))
        if contact := invocation.settings.support_contact.strip():
            invocation.screen.tell(f"\nYour own contact: {contact}")
        return False
    return True


def _offer_unfinished(invocation: Invocation, connection: Any) -> str | None:
    """Ask whether to take up a paused review; its number, NEW, or None to leave."""
    waiting = unfinished(connection)
    if not waiting:
        return NEW
    choices = {str(each.number): f"Go on with {_named(each)}" for each in waiting}
    return choose(
        invocation.asker,
        "There is a review that you paused." if len(waiting) == 1 else "Some reviews are paused.",
        choices | {NEW: "Begin another one"},
    )


def _named(review: Review) -> str:
    return f"review {review.number} · {review.date} · {review.guide} · {review.case}"


def _fresh(
    invocation: Invocation, writer: "Writer", guide: Guide, *, case: str | None, lean: bool
) -> Conversation:
    """Begin; the review's row is made with the first answer."""
    invocation.screen.tell(opening_words(guide, lean=lean))
    known = case_card(writer.connection, case).context if case else {}

    def begin() -> Review:
        return begin_review(writer, guide, case=case, lean=lean, now=invocation.now)

    return Conversation(
        invocation,
        Interview.start(guide.rest, lean=lean),
        KeptReview(invocation, writer, begin=begin),
        usual={field: values[0] for field, values in known.items() if len(values) == 1},
    )


def opening_words(guide: Guide, *, lean: bool) -> str:
    minutes = guide.lean_minutes if lean and guide.lean_minutes else guide.minutes
    words = f"\n{guide.title}\n\n{unfold(guide.intro)}"
    if minutes:
        words += f"\n\nAbout {minutes[0]} to {minutes[1]} minutes. Ctrl-C pauses; nothing is lost."
    return words + "\n"


def _taken_up(invocation: Invocation, writer: "Writer", number: int) -> Conversation:
    """Go on with a paused review, in the words it was begun with."""
    stored, drafts = resume(writer.connection, number)
    guide = stored_guide(invocation, writer.connection, stored)
    interview = Interview.resume(
        guide.rest, stored.answers, stored.at, plan=plan_parts(stored), lean=stored.lean
    )
    invocation.screen.tell(f"Going on with {_named(stored)}.")
    kept = KeptReview(invocation, writer, stored)
    return Conversation(invocation, interview, kept, drafts=dict(drafts))


def _hold(
    invocation: Invocation, writer: "Writer", conversation: Conversation
) -> tuple[Ending, Review | None]:
    """Ask until the end; an answer may lead on to another guide with the same case."""
    while True:
        outcome = conversation.run()
        kept = conversation.kept
        assert isinstance(kept, KeptReview)
        ending, review = conversation.interview.ending, kept.review
        if outcome == "paused" or ending is None:
            pause(invocation, review)
        if ending.kind != "goto":
            return ending, review
        guide = invocation.guide(ending.guide)
        if review is not None:
            review = turn_into(writer, review, guide, now=invocation.now)
        invocation.screen.tell(opening_words(guide, lean=False))
        # What both guides ask, such as how it pulls, has been answered.
        answered = [] if review is None else review.answers
        interview = Interview.resume(guide.rest, answered, lean=conversation.interview.lean)
        kept = replace(kept, review=review)
        conversation = Conversation(
            invocation,
            interview,
            kept,
            second_look=conversation.second_look,
            identifying=conversation.identifying,
        )


def pause(invocation: Invocation, review: Review | None) -> NoReturn:
    """Leave before the end, and say what is kept."""
    if review is None:
        invocation.screen.tell("Nothing has been saved.")
    else:
        invocation.screen.tell("Paused, and saved. `failnote review` goes on from here.")
    raise typer.Exit(INTERRUPTED)


def _let_go(invocation: Invocation, writer: "Writer", review: Review | None) -> None:
    """Keep nothing of a review that was called off, but a reminder if it is wanted."""
    if review is None:
        return
    writer.abandon(review)
    due = invocation.today + LATER
    try:
        if confirm(invocation.asker, f"Shall `failnote list` remind you on {due}?", default=True):
            writer.remind(due, case=None, review=None, now=invocation.now)
    except Left:  # no reminder, then
        pass
    invocation.screen.tell("Nothing of it was kept.")


def _say_saved(invocation: Invocation, writer: "Writer", review: Review | None) -> None:
    tell = invocation.screen.tell
    if review is None:
        tell("Nothing was answered, so nothing was saved.")
        return
    tell(f"Saved as review {review.number}, case {review.case}.")
    tell(f"  failnote show {review.number}   to read it again")
    if review.kind == "frayed":
        tell(f"  failnote note {review.number}   for supervision")
    else:
        tell("  failnote patterns   to see it beside those that frayed")
        tell("  failnote draw   to pick the next one by lot")
    say_nearest(invocation, writer.connection, review)
    show_recovery_after_first(invocation, writer)
