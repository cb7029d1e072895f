"""Note: one page of Markdown for supervision, the question first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date

from failnote.render.markdown import inline, lines
from failnote.render.review import chosen_words
from failnote.render.words import NO_NAMES, Names, Words, plan_lines
from failnote.review import Answer, CodeWord, Review

FOOTER = (
    "Learning note by the practitioner about their own work. Pseudonymised, may still be personal "
    "data. Not part of the clinical record. Views are provisional."
)
MOST_MISSES = 6
"""Statements on the page; the others are counted."""
CARD = ("age_band", "setup", "delivery", "setting", "session_band", "concern")
"""Context fields that a supervisor needs; the client's side gets one line and no more."""

PLACED = {
    *("core.kind", "core.ending-type", "core.learned-by", "core.phase", "core.sure"),
    *("core.facts", "core.moment", "core.unsaid", "core.knew-then"),
    *("core.signs", "core.none", "core.other"),
    *("core.client-view", "core.not-mine", "core.rival", "core.preventable", "core.kept"),
    *("close.question", "close.eye", "close.want", "close.reach", "close.repair-words"),
    *("quick.moment", "quick.did", "quick.signs", "quick.sentence"),
}
"""Questions with a place of their own; other answers that may leave follow with their question."""


def note(
    review: Review,
    codes: Mapping[str, CodeWord],
    *,
    names: Names = NO_NAMES,
    brief: bool = False,
    may_leave: Collection[str] = ("yes",),
    delete_after: date | None = None,
    whole_context: bool = False,
    header: str = "",
) -> str:
    """Write the note; parts that were not answered are left out.

    ``may_leave`` are the answers taken in, by their ``export``. What was written to settle never
    leaves. ``brief`` keeps the question, the moment and the plan. ``whole_context`` takes in every
    field, and ``header`` is what the title says about masking.
    """
    words = Words(codes, names)
    told = _told(review, may_leave)
    title = f"# Supervision note: {inline(review.case)}" + (f" ({header})" if header else "")
    blocks = [title, *_question(told)]
    if brief:
        blocks += [*_brief_moment(told), *_from_here(review, {})]
    else:
        blocks += [
            *_status(review, told, words, tuple(review.context) if whole_context else CARD),
            *_moment(told, map(words.label, words.of_family("sign", review.ticked))),
            *_misses(review, told, words),
            *_other_side(told),
            *_from_here(review, told),
            *_also(told),
        ]
    ends = f" delete-after: {delete_after}" if delete_after else ""
    return "\n\n".join([*blocks, "* * *", FOOTER + ends]) + "\n"


def held_back(review: Review) -> int:
    """How many answers leave only when they are asked for."""
    return sum(answer.export == "ask" and bool(answer.text) for answer in review.answers)


def _told(review: Review, may_leave: Collection[str]) -> dict[str, Answer]:
    return {
        answer.question: answer
        for answer in review.answers
        if answer.status == "answered" and answer.text.strip() and answer.export in may_leave
        if not answer.question.startswith("settle.")
    }


def _said(told: Mapping[str, Answer], question: str, drop: str = "") -> str:
    """The answer on one line; an option goes on in the middle of a sentence."""
    answer = told.get(question)
    if answer is None:
        return ""
    if answer.type == "text":
        return inline(answer.text)
    chosen = (_lowered(each).removeprefix(drop) for each in chosen_words(answer))
    return inline("; ".join(chosen))


def _lowered(words: str) -> str:
    begins_name = words[:2] in ("I ", "I'", "I’") or words[1:2].isupper()
    return words if begins_name else words[:1].lower() + words[1:]


def _question(told: Mapping[str, Answer]) -> Iterator[str]:
    if question := _said(told, "close.question"):
        yield f"**Question:** {question}"
    yield from _run_in(
        ("I want", _said(told, "close.want")),
        ("Look at", _said(told, "close.eye", drop="at ")),
    )


def _status(
    review: Review, told: Mapping[str, Answer], words: Words, card: Iterable[str]
) -> Iterator[str]:
    stands = _said(told, "core.ending-type") or _said(told, "core.kind")
    learned = _said(told, "core.learned-by")
    unfinished = "" if review.state == "finished" else ", not finished"
    yield from _run_in(
        ("Status", f"{stands}, learned {learned}" if stands and learned else stands),
        ("Began to fray", _said(told, "core.phase")),
        ("Reviewed", week(review.date) + unfinished),
        ("Account", _said(told, "core.sure")),
    )
    yield from _run_in(("Context", inline(", ".join(words.names.context(review.context, card)))))


def _moment(told: Mapping[str, Answer], signs: Iterable[str]) -> Iterator[str]:
    """What was seen, what was felt and what was known, visibly apart."""
    blocks = [
        *_observed(told, "core.facts", "core.moment", "quick.moment", "quick.did"),
        *_run_in(("Felt, unsaid", _said(told, "core.unsaid"))),
        *_run_in(("Known then", _said(told, "core.knew-then"))),
        *_run_in(("Signs", inline("; ".join(signs)))),
    ]
    yield from _section("The moment", blocks)


def _brief_moment(told: Mapping[str, Answer]) -> Iterator[str]:
    moment = "core.moment" if "core.moment" in told else "core.facts"
    yield from _section("The moment", _observed(told, moment, "quick.moment", "quick.did"))


def _observed(told: Mapping[str, Answer], *questions: str) -> list[str]:
    seen = [
        each for question in questions if question in told for each in lines(told[question].text)
    ]
    return ["**Observed:**", "\n".join(f"- {each}" for each in seen)] if seen else []


def _misses(review: Review, told: Mapping[str, Answer], words: Words) -> Iterator[str]:
    planned = {plan.miss for plan in review.plans}
    misses = words.of_family("miss", review.ticked)
    misses.sort(key=lambda code: code not in planned)
    statements = [f"{inline(words.says(code))} [{code}]" for code in misses]
    for code in words.of_family("non-miss", review.ticked):
        own = _said(told, "core.other") if words.codes[code].own_words else ""
        statements.append(f"{own or inline(words.says(code))} [{code}]")
    blocks = ["\n".join(f"{n}. {each}" for n, each in enumerate(statements[:MOST_MISSES], 1))]
    if len(statements) > MOST_MISSES:
        blocks.append(f"and {len(statements) - MOST_MISSES} more")
    yield from _section("What I think I missed", blocks)


def _other_side(told: Mapping[str, Answer]) -> Iterator[str]:
    items = (
        ("As the client might tell it", _said(told, "core.client-view")),
        ("Not mine", _said(told, "core.not-mine")),
        ("Rival explanation", _said(told, "core.rival")),
        ("Preventable with what I knew then", _said(told, "core.preventable")),
        ("Kept", _said(told, "core.kept")),
    )
    yield from _section("The other side", [_items(items)])


def _from_here(review: Review, told: Mapping[str, Answer]) -> Iterator[str]:
    plans = [" ".join(plan_lines(plan)) for plan in review.plans if plan.state == "open"]
    words = _said(told, "close.repair-words")
    repair = [_said(told, "close.reach"), f"“{words}”" if words else ""]
    items = [
        *(("Plan", inline(plan)) for plan in plans),
        ("Repair", ": ".join(filter(None, repair))),
        ("First sentence, next session", _said(told, "quick.sentence")),
    ]
    yield from _section("From here", [_items(items)])


def _also(told: Mapping[str, Answer]) -> Iterator[str]:
    others = (
        (a.asked, _said(told, question)) for question, a in told.items() if question not in PLACED
    )
    items = [f"- **{inline(asked)}** {said}" for asked, said in others]
    yield from _section("Also noted", ["\n".join(items)])


def _section(title: str, blocks: Iterable[str]) -> list[str]:
    filled = [block for block in blocks if block]
    return [f"## {title}", *filled] if filled else []


def _run_in(*pairs: tuple[str, str]) -> list[str]:
    """One paragraph of headings with their words, or none."""
    said = [f"**{heading}:** {words}" for heading, words in pairs if words]
    return [" · ".join(said)] if said else []


def _items(pairs: Iterable[tuple[str, str]]) -> str:
    return "\n".join(f"- **{heading}:** {words}" for heading, words in pairs if words)


def week(day: str) -> str:
    """The ISO week of a day, such as 2026-W11; a month stays a month."""
    if len(day) == len("2026-03"):
        return day
    year, week, _ = date.fromisoformat(day).isocalendar()
    return f"{year}-W{week:02}"
