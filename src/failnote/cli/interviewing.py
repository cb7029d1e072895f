"""Interviewing: a review at the terminal, from the gate to what is said at the end."""

from datetime import timedelta
from importlib import import_module
from threading import Thread

from failnote.cli.begin import begin_review, check_case, plan_parts, stored_guide, turn_into
from failnote.cli.conversation import Conversation
from failnote.cli.first_run import open_or_begin, show_recovery_after_first
from failnote.cli.invocation import Invocation
from failnote.guide.load import find_guide
from failnote.guide.model import Guide
from failnote.interview import Interview
from failnote.journal.reading import resume, unfinished
from failnote.journal.writing import Writer
from failnote.review import Review
from failnote.terminal.dialogs import choose, confirm

NEW = "new"
"""The choice to begin another review instead of taking up one that was paused."""
LATER = timedelta(days=2)


def interview(invocation: Invocation, name: str, *, case: str | None, lean: bool) -> None:
    """Hold a review: the gate, then the journal, then a paused review or a new one."""
    guide = find_guide(name, invocation.guides_folder)
    _ = invocation.asker  # says that a terminal is needed before anything is asked
    _import_meanwhile("failnote.journal.tables")
    if not _passes_gate(invocation, guide):
        return
    with open_or_begin(invocation) as writer:
        taken = _offer_unfinished(invocation, writer)
        if taken is None:
            return
        if taken == NEW:
            conversation = _fresh(invocation, writer, guide, case=case, lean=lean)
        else:
            conversation = _taken_up(invocation, writer, int(taken))
        _hold(invocation, writer, conversation)


def _import_meanwhile(module: str) -> None:
    """Import in the background while the first questions are read; SQLModel costs 0.4 s."""
    Thread(target=import_module, args=(module,), daemon=True).start()


def _passes_gate(invocation: Invocation, guide: Guide) -> bool:
    """Ask what must be asked before anything is made; its answer is kept nowhere."""
    if guide.opening is None:
        return True
    gate = Conversation(invocation, Interview.start(guide.opening))
    paused = gate.run() == "paused"
    ending = gate.interview.ending
    return not paused and ending is not None and ending.kind == "finished"


def _offer_unfinished(invocation: Invocation, writer: Writer) -> str | None:
    """Ask whether to take up a paused review; its number, NEW, or None to leave."""
    waiting = unfinished(writer.connection)
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
    invocation: Invocation, writer: Writer, guide: Guide, *, case: str | None, lean: bool
) -> Conversation:
    """Begin; the review's row is made with the first answer."""
    check_case(writer.connection, case)
    invocation.screen.tell(_opening_words(guide, lean=lean))
    return Conversation(
        invocation,
        Interview.start(guide.rest, lean=lean),
        writer,
        begin=lambda: begin_review(writer, guide, case=case, lean=lean, now=invocation.now),
    )


def _opening_words(guide: Guide, *, lean: bool) -> str:
    minutes = guide.lean_minutes if lean and guide.lean_minutes else guide.minutes
    words = f"{guide.title}. {guide.intro}"
    if minutes:
        words += f"\n\nAbout {minutes[0]} to {minutes[1]} minutes. Ctrl-C pauses; nothing is lost."
    return words + "\n"


def _taken_up(invocation: Invocation, writer: Writer, number: int) -> Conversation:
    """Go on with a paused review, in the words it was begun with."""
    stored, drafts = resume(writer.connection, number)
    guide = stored_guide(writer.connection, stored, invocation.guides_folder)
    interview = Interview.resume(
        guide.rest, stored.answers, stored.at, plan=plan_parts(stored), lean=stored.lean
    )
    return Conversation(invocation, interview, writer, stored, drafts=dict(drafts))


def _hold(invocation: Invocation, writer: Writer, conversation: Conversation) -> None:
    """Ask until the end; an answer may lead on to another guide with the same case."""
    while True:
        outcome = conversation.run()
        ending = conversation.interview.ending
        if outcome == "paused" or ending is None:
            _say_paused(invocation, conversation.review)
            return
        if ending.kind != "goto":
            break
        guide = find_guide(ending.guide, invocation.guides_folder)
        review = conversation.review
        if review is not None:
            review = turn_into(writer, review, guide, now=invocation.now)
        invocation.screen.tell(_opening_words(guide, lean=False))
        conversation = Conversation(invocation, Interview.start(guide.rest), writer, review)
    if ending.kind == "stopped":
        _let_go(invocation, writer, conversation.review)
    elif conversation.review is not None:
        _say_saved(invocation, writer, conversation.review)


def _let_go(invocation: Invocation, writer: Writer, review: Review | None) -> None:
    """Keep nothing of a review that was called off, but a reminder if it is wanted."""
    if review is None:
        return
    writer.abandon(review)
    due = invocation.today + LATER
    if confirm(invocation.asker, f"Shall `failnote list` remind you on {due}?", default=True):
        writer.remind(due, case=None, review=None, now=invocation.now)
    invocation.screen.tell("Nothing of it was kept.")


def _say_paused(invocation: Invocation, review: Review | None) -> None:
    if review is None:
        invocation.screen.tell("Nothing has been saved.")
    else:
        invocation.screen.tell("Paused, and saved. `failnote review` goes on from here.")


def _say_saved(invocation: Invocation, writer: Writer, review: Review) -> None:
    tell = invocation.screen.tell
    tell(f"Saved as review {review.number}, case {review.case}.")
    tell(f"  failnote show {review.number}   to read it again")
    tell(f"  failnote note {review.number}   for supervision")
    show_recovery_after_first(invocation, writer.connection)
