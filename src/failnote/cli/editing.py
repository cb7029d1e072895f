"""Editing: answers changed later, and insights added beside them."""

import sys
from pathlib import Path

from failnote.cli.answers import changed_by
from failnote.cli.begin import plan_parts, stored_guide
from failnote.cli.conversation import heading
from failnote.cli.invocation import Invocation
from failnote.errors import AnswerError, JournalError, UsageError
from failnote.guide.model import Guide, Info, Text
from failnote.interview import Interview, step
from failnote.journal.reading import resume
from failnote.journal.writing import Writer
from failnote.review import Review
from failnote.terminal.dialogs import choose
from failnote.terminal.moves import Move

DONE = "done"
INSIGHT = Text(
    id="insight",
    type="text",
    ask="What do you understand now that you did not see then?",
    help="It is kept with today's date, beside the first account. Nothing of that is changed.",
    lines=6,
)


def edit_review(invocation: Invocation, number: int) -> None:
    """Let the user pick one answer after the other and change it."""
    _ = invocation.asker
    with invocation.writing() as writer:
        review, interview = _stored(invocation, writer, number)
        while True:
            picked = _pick(invocation, interview)
            if picked is None:
                return
            review, interview = _change(invocation, writer, review, interview, picked)


def _stored(invocation: Invocation, writer: Writer, number: int) -> tuple[Review, Interview]:
    review, _drafts = resume(writer.connection, number)
    if review.state != "finished":
        message = f"Review {number} is not finished; `failnote review` goes on with it."
        raise JournalError(message)
    guide = stored_guide(writer.connection, review, invocation.guides_folder)
    return review, _interview(guide, review)


def _interview(guide: Guide, review: Review) -> Interview:
    return Interview.resume(guide.rest, review.answers, plan=plan_parts(review), lean=review.lean)


def _pick(invocation: Invocation, interview: Interview) -> str | None:
    words = {}
    for question in interview.walk.visible:
        if isinstance(question, Info):
            continue
        answer = interview.answers.get(question.id)
        said = answer.text if answer and answer.status != "skipped" else "–"
        words[question.id] = f"{question.ask}\n{_shortened(said)}"
    picked = choose(invocation.asker, "Which answer?", {DONE: "Done", **words})
    return None if picked in (None, DONE) else picked


def _shortened(text: str, room: int = 68) -> str:
    line = " ".join(text.split())
    return line if len(line) <= room else line[: room - 1] + "…"


def _change(
    invocation: Invocation, writer: Writer, review: Review, interview: Interview, picked: str
) -> tuple[Review, Interview]:
    """Ask one question again, and any that the new answer opens."""
    before = interview
    after = interview.jump(picked)
    while (question := after.question) is not None:
        old = after.result.get(question.id)
        reply = invocation.asker.ask(
            question,
            head=heading(after.progress),
            old=old.value if old else None,
            today=invocation.today,
        )
        if isinstance(reply, Move):
            after = after.skip() if reply is Move.SKIP else before
            if after is before:
                return review, before
        else:
            try:
                after = after.answer(reply)
            except AnswerError as error:
                invocation.screen.tell(f"  {error}")
                continue
            invocation.asker.say(question, reply)
        after = after.jump()
    if dict(after.answers) != dict(before.answers):
        review = writer.edit(review, step(before, after), invocation.now)
    return review, after


def edit_from_file(invocation: Invocation, number: int, path: Path) -> None:
    """Change the answers that stand in a file: all of them, or none."""
    with invocation.writing() as writer:
        review, interview = _stored(invocation, writer, number)
        after = changed_by(interview, path, invocation.today)
        writer.edit(review, step(interview, after), invocation.now)
    invocation.screen.tell(f"Review {number} is changed; `failnote undo` takes it back.")


def add_insight(invocation: Invocation, number: int) -> None:
    """Ask for a later insight, or read it from standard input, and keep it with its date."""
    with invocation.writing() as writer:
        review, _ = resume(writer.connection, number)
        text = _insight(invocation)
        if text is None:
            invocation.screen.tell("Nothing was added.")
            return
        writer.add_insight(review, text, invocation.now)
    invocation.screen.tell(f"Added to review {number}.")


def _insight(invocation: Invocation) -> str | None:
    if not invocation.has_terminal and not invocation.plain:
        text = sys.stdin.read()
        if problem := INSIGHT.problem(text):
            message = f"Standard input: {problem}."
            raise UsageError(message)
        return text.strip()
    reply = invocation.asker.ask(INSIGHT, head="", today=invocation.today)
    return reply if isinstance(reply, str) else None
