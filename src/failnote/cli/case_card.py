"""Case card: the context of a case, asked for after a review or changed by hand."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from failnote.cli.invocation import Interrupted
from failnote.codebook import ContextField, load_context
from failnote.guide.model import Guide
from failnote.guide.questions import Choice, Choices, Option, Question, Text
from failnote.journal.reading import case as case_card
from failnote.journal.reading import review as read_review
from failnote.journal.reading import usual_context
from failnote.review import Review, Value
from failnote.terminal.dialogs import choose
from failnote.terminal.moves import Left, Move

if TYPE_CHECKING:
    from failnote.cli.invocation import Invocation
    from failnote.journal.writing import Writer

HEAD = "Case card"
SHORT = 3
"""Minutes; a guide that promises no more is not followed by the card."""
DONE = "-done"
CHANGED = "What was changed before is saved."
OFFER: dict[str, Any] = {
    "type": "choice",
    "id": "card.offer",
    "ask": "Fill in the case card? Under a minute.",
    "help": "Bands and words only, such as the setting. They let `failnote patterns` compare.",
    "options": {"yes": {"text": "Yes"}, "no": {"text": "Not now"}},
}
_BANDS = ((1, "s1"), (3, "s2-3"), (8, "s4-8"), (20, "s9-20"), (50, "s21-50"))


def offer_card(invocation: "Invocation", writer: "Writer", review: Review, guide: Guide) -> Review:
    """Ask for what the card still lacks, after a guide that took its time."""
    waiting = [f for f in load_context().fields if f.card and f.id not in review.context]
    if not waiting or (guide.minutes is not None and guide.minutes[1] <= SHORT):
        return review
    offered = invocation.asker.ask(
        Choice.model_validate(OFFER), head=HEAD, default="yes", today=invocation.today
    )
    if offered != "yes":
        return review
    known = _known(writer, review)
    at = 0
    while 0 <= at < len(waiting):
        field = waiting[at]
        old = review.context.get(field.id) or ()
        reply = _asked(invocation, field, old, known.get(field.id, ()))
        if reply in (Move.PAUSE, Move.STOP):
            if reply is Move.STOP:
                invocation.screen.tell(invocation.risk_line)
            break
        if not isinstance(reply, Move):
            values = _values(field, reply)
            review = writer.put_context(review, {field.id: values}, invocation.now)
        at += -1 if reply is Move.BACK else 1
    return review


def edit_card(invocation: "Invocation", writer: "Writer", code: str) -> None:
    """Let one field after the other of a case be picked and changed. Left, Interrupted."""
    card = case_card(writer.connection, code)
    context = dict(card.context)
    try:
        _edit_fields(invocation, writer, code, context)
    except Left as left:
        if context == card.context:
            raise
        stopped = left.move is Move.STOP
        raise Interrupted(invocation.risk_line if stopped else CHANGED) from None


def _edit_fields(
    invocation: "Invocation", writer: "Writer", code: str, context: dict[str, tuple[str, ...]]
) -> None:
    fields = {field.id: field for field in load_context().fields}
    pointer: str | None = next(iter(fields))
    while True:
        words = {DONE: "Done"} | {
            key: f"{field.label}  {_in_words(invocation, field, context.get(key, ())) or '–'}"
            for key, field in fields.items()
        }
        picked = choose(invocation.asker, f"Case {code}: which field?", words, default=pointer)
        if picked is None or picked == DONE:
            return
        pointer = DONE
        field = fields[picked]
        reply = _asked(invocation, field, context.get(picked, ()), ())
        if reply is Move.PAUSE or reply is Move.STOP:
            assert isinstance(reply, Move)
            raise Left(reply)
        if not isinstance(reply, Move):
            context[picked] = _values(field, reply)
            _put(invocation, writer, code, picked, context[picked])


def _put(
    invocation: "Invocation", writer: "Writer", code: str, field: str, values: tuple[str, ...]
) -> None:
    """Keep a field with the case and its latest review, which is what is counted."""
    numbers = case_card(writer.connection, code).reviews
    if numbers:
        latest = read_review(writer.connection, max(numbers))
        writer.put_context(latest, {field: values}, invocation.now)
    writer.set_context(code, {field: values})


def _known(writer: "Writer", review: Review) -> Mapping[str, tuple[str, ...]]:
    """What is likely: the case's own card, then what is mostly the same, then the count."""
    usual = usual_context(writer.connection, review.number)
    fields = load_context().fields
    likely = {f.id: usual[f.id] for f in fields if f.usual and f.id in usual}
    if review.ended_session:
        likely["session_band"] = (band(review.ended_session),)
    return likely | dict(case_card(writer.connection, review.case).context)


def band(sessions: int) -> str:
    """The band of a number of sessions: counts alone could point to someone."""
    return next((name for most, name in _BANDS if sessions <= most), "s50-plus")


def _asked(
    invocation: "Invocation", field: ContextField, old: tuple[str, ...], likely: Iterable[str]
) -> "Value | Move":
    question = _question(invocation, field)
    return invocation.asker.ask(
        question,
        head=HEAD,
        today=invocation.today,
        old=_value(question, old) if old else None,
        default=_value(question, tuple(likely)),
    )


def _question(invocation: "Invocation", field: ContextField) -> Question:
    spoken = invocation.settings.spoken
    base: dict[str, Any] = {"id": f"card.{field.id}", "ask": field.label, "help": field.help}
    if field.free or not field.values:
        return Text(type="text", **base, lines=1)
    options = {
        key: Option(text=spoken(words), cannot_say=key in field.cannot_say)
        for key, words in field.values.items()
    }
    if field.at_most > 1:
        base["help"] = base["help"] or f"Up to {field.at_most}."
        return Choices(type="choices", **base, options=options, at_most=field.at_most)
    return Choice(type="choice", **base, options=options)


def _value(question: Question, values: tuple[str, ...]) -> Value:
    if isinstance(question, Choices):
        return tuple(value for value in values if value in question.offered)
    if isinstance(question, Text):
        return ", ".join(values)
    return values[0] if values and values[0] in question.options else None


def _values(field: ContextField, reply: Value) -> tuple[str, ...]:
    if field.free and isinstance(reply, str):
        return tuple(dict.fromkeys(tag for each in reply.split(",") if (tag := each.strip())))
    if isinstance(reply, tuple):
        return reply
    return (str(reply),) if reply else ()


def _in_words(invocation: "Invocation", field: ContextField, values: Iterable[str]) -> str:
    return ", ".join(invocation.settings.spoken(field.values.get(v, v)) for v in values)
