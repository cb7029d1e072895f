"""Review page: one look back, as its owner reads it."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from failnote.page import Page, Span, line
from failnote.render.flow import WIDTH, cells, flow
from failnote.render.words import (
    NO_NAMES,
    Names,
    Words,
    area_lines,
    counted,
    follow_up_facts,
    plan_lines,
    spelled,
)
from failnote.review import Answer, CodeWord, FollowUp, Insight, Plan, Review

REPAIR = ("close.reach", "close.repair-words", "close.repair-for", "close.lay-down")
SUPERVISION = ("close.question", "close.eye", "close.want")
"""Questions with a part of the page to themselves, outside their section."""
FACTS = ("fu.came-up", "fu.did", "fu.obstacles", "fu.verdict")
"""Replies of a follow-up that its first line tells."""
ASKED = ("ending", "ending_type", "learned_by", "fray_phase", "preventability")
"""Context fields that guides ask for: their answers stand in the page anyway."""


def review_page(review: Review, codes: Mapping[str, CodeWord], names: Names = NO_NAMES) -> Page:
    """Draw the whole review: what was answered, ticked, planned and understood later."""
    words = Words(codes, names)
    parts = [
        _head(review, words),
        *_sections(review),
        _ticked(review, words),
        *(_plan(plan, words) for plan in review.plans),
        _chosen("Repair", review, REPAIR),
        _supervision(review),
        _insights(review.insights),
        _others(review.others),
        _damaged(review.damaged),
        _left_out(review),
    ]
    return [each for part in parts if part for each in ((), *part)]


def _head(review: Review, words: Words) -> Page:
    state = "finished" if review.state == "finished" else "unfinished"
    named = (str(review.number), review.date, review.case, review.guide, state)
    card = [field for field in review.context if not review.answers or field not in ASKED]
    context = ", ".join(words.names.context(review.context, card))
    page = flow(Span(" · ".join(named), "strong"))
    return page + (flow(Span(context, "dim")) if context else [])


def _sections(review: Review) -> Iterator[Page]:
    elsewhere = {*REPAIR, *SUPERVISION}
    shown = [a for a in review.answers if _is_shown(a) and a.question not in elsewhere]
    for section, answers in groupby(shown, key=lambda answer: answer.section):
        yield _part(section or "Answers", _answers(answers))


def _is_shown(answer: Answer) -> bool:
    return answer.status == "cannot-say" or (answer.status == "answered" and bool(answer.text))


def _answers(answers: Iterable[Answer]) -> Page:
    """What was asked, and the answer under it, or beside it where both are short."""
    page: Page = []
    for answer in answers:
        own = answer.type == "text" and answer.status == "answered"
        said = [answer.text.strip()] if own else chosen_words(answer)
        beside = f"{answer.asked}  {said[0]}"
        if not own and len(said) == 1 and 4 + cells(beside) <= WIDTH:
            page.append(line("    ", Span(answer.asked, "dim"), f"  {said[0]}"))
            continue
        page += flow(Span(answer.asked, "dim"), indent=4)
        for each in said:
            page += flow(Span(each, "own" if own else ""), indent=6, hang=0 if own else 2)
    return page


def chosen_words(answer: Answer) -> list[str]:
    """The wordings of what was chosen, one by one where they can be told apart."""
    if answer.status == "cannot-say":
        return [answer.text or "cannot say"]
    each = answer.text.split("; ")
    apart = isinstance(answer.value, tuple) and len(each) == len(answer.value)
    return each if apart else [answer.text]


def _ticked(review: Review, words: Words) -> Page:
    misses = words.of_family("miss", review.ticked)
    others = words.of_family("non-miss", review.ticked)
    if not misses and not others:
        return []
    page = _part("You ticked", area_lines(misses, words))
    for code in others:
        page += flow(words.label(code), indent=4)
    return page


def _plan(plan: Plan, words: Words) -> Page:
    written = plan_lines(plan)
    if not written and not plan.follow_ups:
        return []
    page = [line("  ", Span(f"Plan {plan.name}".rstrip(), "title"))]
    for each in written:
        page += flow(Span(each, "own"), indent=4, hang=2)
    facts = [
        f"for “{words.label(plan.miss)}”" if plan.miss else "",
        f"rehearsed: {spelled(plan.rehearsed)}" if plan.rehearsed else "",
        f"look again {plan.due}" if plan.due and plan.state == "open" else "",
        plan.state if plan.state != "open" else "",
    ]
    page += flow(Span(" · ".join(filter(None, facts)), "dim"), indent=4) if any(facts) else []
    for follow_up in plan.follow_ups:
        page += _follow_up(follow_up)
    return page


def _follow_up(follow_up: FollowUp) -> Page:
    said = follow_up_facts(follow_up)
    page = flow(Span(follow_up.date, "strong"), f" {said}", indent=4, hang=2)
    for answer in follow_up.answers:
        if _is_shown(answer) and answer.question not in FACTS:
            own = answer.type == "text"
            page += flow(Span(answer.asked, "dim"), indent=6)
            page += flow(Span(answer.text.strip(), "own" if own else ""), indent=8)
    return page


def _chosen(title: str, review: Review, questions: Iterable[str]) -> Page:
    found = [a for a in map(review.answer, questions) if a and _is_shown(a)]
    return _part(title, _answers(found)) if found else []


def _supervision(review: Review) -> Page:
    page = _chosen("For supervision", review, SUPERVISION)
    if review.supervision_answer:
        page = page or [line("  ", Span("For supervision", "title"))]
        when = f"The answer, {review.supervision_date}" if review.supervision_date else "The answer"
        page += flow(Span(when, "dim"), indent=4)
        page += flow(Span(review.supervision_answer.strip(), "own"), indent=6)
    return page


def _insights(insights: Iterable[Insight]) -> Page:
    page: Page = []
    for insight in insights:
        page += flow(Span(insight.date, "dim"), indent=4)
        page += flow(Span(insight.text.strip(), "own"), indent=6)
    return _part("Added later", page) if page else []


def _damaged(questions: Iterable[str]) -> Page:
    """Say what cannot be shown, because it does not say what was written."""
    left_out = ", ".join(questions)
    return (
        flow(f"DAMAGED, and left out: {left_out}. See: failnote journal check") if left_out else []
    )


def _others(others: Iterable[Answer]) -> Page:
    page = _answers(answer for answer in others if _is_shown(answer))
    return _part("Written at the same time in another window, kept", page) if page else []


def _left_out(review: Review) -> Page:
    skipped = sum(answer.status == "skipped" for answer in review.answers)
    lines = [
        f"{counted(skipped, 'question')} skipped." if skipped else "",
        "Not finished yet: failnote review takes it up again." if review.state == "open" else "",
        f"The texts were erased on {review.distilled}." if review.distilled else "",
    ]
    return [each for text in lines if text for each in flow(Span(text, "dim"))]


def _part(title: str, page: Page) -> Page:
    return [*flow(Span(title, "title")), *page]
