"""Note: one page of Markdown for supervision, the question first."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date
from itertools import groupby

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

OBSERVED = ("core.facts", "core.moment", "quick.moment", "quick.did")
"""Questions answered as a camera would have it."""
STATUS = {
    "core.phase": "Began to fray",
    "core.noticed": "Noticed",
    "imp.length": "Sessions it has felt stuck",
    "quick.area": "First hunch",
    "quick.next": "Next",
    "core.sure": "Account",
}
MOMENT = {"core.unsaid": "Felt, unsaid", "core.knew-then": "Known then"}
STANDS = {
    "imp.said": "Who has said so",
    "imp.leg": "Weakest between us",
    "imp.changed": "Method, pace or setting changed since",
    "imp.course": "Their life outside the sessions",
}
ACCOUNT = {
    "The loop": {
        "imp.loop": "Observed",
        "imp.spares": "What it may spare each of us",
        "imp.expects": "What they may have learned to expect",
        "imp.different": "A small and welcome surprise",
    },
    "What I did not know": {
        "unk.line": "I did not know",
        "unk.kind": "Kind of not knowing",
        "unk.why": "Kept unknown by",
        "unk.told-by": "Who could have told me",
        "unk.also": "Not yet tested",
    },
    "The rule I followed": {
        "unk.rule": "Rule",
        "unk.rule-works": "Serves me well",
        "unk.rule-fails": "Does not hold",
    },
}
BRIEF = ("imp.loop", "unk.line", "unk.rule")
"""What stands for the moment in a brief note."""
BEYOND = {
    "The other side": {
        "core.client-view": "As the client might tell it",
        "core.not-mine": "Not mine",
        "core.rival": "Rival explanation",
        "core.preventable": "Preventable with what I knew then",
        "core.kept": "Kept",
    },
    "Ways on": {"imp.options": "Open"},
    "The conversation I plan": {
        "rep.notice": "What I notice",
        "rep.own": "My part",
        "rep.ask": "I will ask",
        "rep.hear": "Hardest to hear, and the minute after it",
        "rep.try": "We might try",
        "rep.when": "When",
    },
}
FROM_HERE = {
    "quick.sentence": "First sentence, next session",
    "unk.source": "The source I go to first",
}
PLACED = {
    *OBSERVED,
    *(question for part in (STATUS, MOMENT, STANDS, FROM_HERE) for question in part),
    *(q for parts in (ACCOUNT, BEYOND) for part in parts.values() for q in part),
    *("core.kind", "core.ending-type", "core.learned-by", "core.signs", "imp.signs"),
    *("core.none", "core.other", "close.main", "close.if", "close.then"),
    *("close.question", "close.eye", "close.want", "close.reach", "close.repair-words"),
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
        short = {question: told[question] for question in BRIEF if question in told}
        blocks += [*_brief_moment(told), *_parts(ACCOUNT, short, words), *_from_here(review, {})]
    else:
        blocks += [
            *_status(review, told, words, tuple(review.context) if whole_context else CARD),
            *_moment(told, map(words.label, words.of_family("sign", review.ticked))),
            *_parts(ACCOUNT, told, words),
            *_other_guides(told),
            *_misses(review, told, words),
            *_parts(BEYOND, told, words),
            *_from_here(review, told),
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
        ("I want you", _said(told, "close.want")),
        ("Look at", _said(told, "close.eye", drop="at ")),
    )


def _status(
    review: Review, told: Mapping[str, Answer], words: Words, card: Iterable[str]
) -> Iterator[str]:
    ending = "; ".join(words.names.context(review.context, ("ending",)))
    stands = _said(told, "core.ending-type") or _said(told, "core.kind") or inline(ending)
    learned = _said(told, "core.learned-by")
    unfinished = "" if review.state == "finished" else ", not finished"
    yield from _run_in(
        ("Status", f"{stands}, learned {learned}" if stands and learned else stands),
        *((heading, _said(told, question)) for question, heading in STATUS.items()),
        ("Reviewed", week(review.date) + unfinished),
    )
    yield from _run_in(("Context", inline(", ".join(words.names.context(review.context, card)))))


def _moment(told: Mapping[str, Answer], signs: Iterable[str]) -> Iterator[str]:
    """What was seen, what was felt and what was known, visibly apart."""
    blocks = [
        *_observed(told, *OBSERVED),
        *(
            block
            for question, heading in {**MOMENT, **STANDS}.items()
            for block in _run_in((heading, _said(told, question)))
        ),
        *_run_in(("Signs", inline("; ".join(signs)))),
    ]
    told_of_one = any(question in told for question in (*OBSERVED, *MOMENT))
    yield from _section("The moment" if told_of_one else "How it stands", blocks)


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
    chosen = _acted_on(review)
    misses = words.of_family("miss", review.ticked)
    misses.sort(key=lambda code: (code not in planned, code not in chosen))
    most = len({*planned, *chosen}.intersection(misses)) if chosen else MOST_MISSES
    statements = [f"{inline(words.says(code))} [{code}]" for code in misses]
    others = words.of_family("non-miss", review.ticked)
    for code in others:
        own = _said(told, "core.other") if words.codes[code].own_words else ""
        statements.append(f"{own or inline(words.says(code))} [{code}]")
    blocks = ["\n".join(f"{n}. {each}" for n, each in enumerate(statements[:most], 1))]
    if len(statements) > most:
        blocks.append(f"and {len(statements) - most} more")
    own_words = any(words.codes[code].own_words for code in others)
    yield from _section("What I think I missed" if misses or own_words else "What I found", blocks)


def _acted_on(review: Review) -> tuple[str, ...]:
    """Of many misses the two that the therapist would act on; the others stay in the review."""
    answer = review.answer("close.two")
    return answer.value if answer and isinstance(answer.value, tuple) else ()


def _parts(
    parts: Mapping[str, Mapping[str, str]], told: Mapping[str, Answer], words: Words
) -> Iterator[str]:
    """Those of the sections that the guide filled."""
    for title, headings in parts.items():
        items = [(words.names.spoken(h), _said(told, q)) for q, h in headings.items()]
        yield from _section(title, [_items(items)])


def _from_here(review: Review, told: Mapping[str, Answer]) -> Iterator[str]:
    plans = [" ".join(plan_lines(plan)) for plan in review.plans if plan.state == "open"]
    words = _said(told, "close.repair-words")
    repair = [_said(told, "close.reach"), f"“{words}”" if words else ""]
    items = [
        *(("Plan", inline(plan)) for plan in plans),
        ("Repair", ": ".join(filter(None, repair))),
        *((heading, _said(told, question)) for question, heading in FROM_HERE.items()),
    ]
    yield from _section("From here", [_items(items)])


def _other_guides(told: Mapping[str, Answer]) -> Iterator[str]:
    """What a guide of one's own was told, under its own sections."""
    others = [answer for question, answer in told.items() if question not in PLACED]
    for section, answers in groupby(others, key=lambda answer: answer.section):
        items = [f"- **{inline(each.asked)}** {_said(told, each.question)}" for each in answers]
        yield from _section(inline(section) or "Also noted", ["\n".join(items)])


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
