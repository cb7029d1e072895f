"""Whole as Markdown: everything in a review, under the headings of its guide."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from failnote.render.markdown import inline, lines
from failnote.render.review import chosen_words
from failnote.render.words import NO_NAMES, Names, Words, follow_up_facts, plan_lines
from failnote.review import Answer, CodeWord, Plan, Review


def review_markdown(
    review: Review, codes: Mapping[str, CodeWord], names: Names = NO_NAMES, header: str = ""
) -> str:
    """The whole review; ``header`` is what the title says about masking, or empty."""
    words = Words(codes, names)
    title = f"# Review {review.number}: {inline(review.case)}" + (f" ({header})" if header else "")
    state = "finished" if review.state == "finished" else "not finished"
    context = ", ".join(names.context(review.context, review.context))
    blocks = [
        title,
        f"**Date:** {review.date} · **Guide:** {inline(review.guide)} · **State:** {state}",
        f"**Context:** {inline(context)}" if context else "",
        *_sections(review.answers),
        *_ticked(review, words),
        *(block for plan in review.plans for block in _plan(plan, words)),
        *_later(review),
        *_titled("Written at the same time in another window, kept", _answers(review.others)),
    ]
    return "\n\n".join(filter(None, blocks)) + "\n"


def _sections(answers: Iterable[Answer]) -> Iterator[str]:
    shown = [answer for answer in answers if _is_shown(answer)]
    for section, own in groupby(shown, key=lambda answer: answer.section):
        yield from _titled(section or "Answers", _answers(own))


def _is_shown(answer: Answer) -> bool:
    return answer.status == "cannot-say" or (answer.status == "answered" and bool(answer.text))


def _answers(answers: Iterable[Answer]) -> list[str]:
    """What was asked, and under it the answer, each line in a block of its own."""
    blocks: list[str] = []
    for answer in filter(_is_shown, answers):
        if answer.asked:
            blocks.append(f"**{inline(answer.asked)}**")
        if answer.type == "text" and answer.status == "answered":
            blocks += lines(answer.text)
        else:
            blocks.append("\n".join(f"- {inline(each)}" for each in chosen_words(answer)))
    return blocks


def _ticked(review: Review, words: Words) -> list[str]:
    known = [c for c in review.ticked if c in words.codes]
    return _titled("Ticked", ["\n".join(f"- {inline(words.says(c))} [{c}]" for c in known)])


def _plan(plan: Plan, words: Words) -> list[str]:
    facts = [
        f"for “{inline(words.label(plan.miss))}”" if plan.miss else "",
        f"look again {plan.due}" if plan.due else "",
        plan.state if plan.state != "open" else "",
    ]
    said = [f"- {inline(each)}" for each in (*plan_lines(plan), " · ".join(filter(None, facts)))]
    blocks = ["\n".join(each for each in said if each != "- ")]
    for follow_up in plan.follow_ups:
        blocks += [
            f"**{follow_up.date}:** {inline(follow_up_facts(follow_up))}",
            *_answers(follow_up.answers),
        ]
    return _titled(f"Plan {plan.name}".rstrip(), blocks)


def _later(review: Review) -> Iterator[str]:
    if review.supervision_answer:
        when = f" ({review.supervision_date})" if review.supervision_date else ""
        yield from _titled(f"What the supervisor said{when}", lines(review.supervision_answer))
    later = [b for i in review.insights for b in (f"**{i.date}:**", *lines(i.text))]
    yield from _titled("Added later", later)


def _titled(title: str, blocks: Iterable[str]) -> list[str]:
    filled = [block for block in blocks if block]
    return [f"## {inline(title)}", *filled] if filled else []
