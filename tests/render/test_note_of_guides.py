"""The note for supervision of a review held with one of the shipped guides."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import pytest

from failnote.cli.names import load_names
from failnote.guide.load import bundled_guides, find_guide
from failnote.guide.values import from_file
from failnote.interview import Interview, step
from failnote.render.note import PLACED, note
from failnote.review import Plan, Review
from failnote.settings import Settings
from walking import sample

TODAY = date(2026, 3, 14)
IMPASSE: Mapping[str, Any] = {
    "settle.charge": 5,
    "imp.sessions": 22,
    "imp.length": 8,
    "imp.said": ["client-hint", "supervisor"],
    "imp.signs": ["sign.away.stories", "sign.mine.worked-harder", "sign.mine.groundhog"],
    "imp.feedback": ["moves-on", "not-asking"],
    "imp.frame": ["held-on"],
    "imp.hours": ["pleasant"],
    "imp.leg": "goals",
    "imp.loop": "When they tell about the week, I find it interesting and ask on; when I ask on, "
    "they have more to tell.",
    "imp.spares": "Me the word stuck, them the question what now.",
    "imp.expects": "That people lose patience as soon as it gets slow.",
    "imp.confirms": "in-feeling",
    "imp.different": "That I say it is slow and am not impatient.",
    "imp.changed": "no",
    "imp.course": "same",
    "imp.options": ["talk", "goal"],
    "rep.notice": "Our hours go by pleasantly and I am not sure where they take us.",
    "rep.own": "I have been asking on where I could have asked what this is for.",
    "rep.ask": "What would you want to be able to say about our work by the summer?",
    "rep.hear": "That they only come so as not to hurt me; I would thank them and ask for more.",
    "rep.try": "Ten minutes at the end of each hour for how it went.",
    "rep.when": "after-sup",
    "close.two": ["feedback.stuckness-evaded", "contract.went-slack"],
    "close.main": "feedback.stuckness-evaded",
    "close.if": "the third story of the hour begins",
    "close.then": "say: may I stop us for a moment, I think we may be stuck",
    "close.question": "What am I sparing myself by finding it interesting?",
    "close.eye": "self",
    "close.want": "challenge",
    "close.charge": 3,
}
UNKNOWNS: Mapping[str, Any] = {
    "unk.charge": 4,
    "unk.line": "that in a farming family stopping work for an hour a week is a debt to others.",
    "unk.misses": ["unknown.world-unlearned", "unknown.assumption-untested"],
    "unk.kind": "kind.unseen-gap",
    "unk.rule": "When someone is exhausted, I advise rest, because rest is what most lack.",
    "unk.rule-works": "With people who decide over their own day.",
    "unk.rule-fails": "Where rest is paid for by somebody else, as here.",
    "unk.why": ["why.assumed-alike", "why.did-not-ask"],
    "unk.told-by": ["client", "community"],
    "unk.also": "That the season alone decided it. That the referral was not their idea.",
    "unk.source": "A colleague who grew up on a farm.",
    "close.if": "I am about to advise rest",
    "close.then": "ask: who would have to do your work then?",
    "close.question": "Which worlds do I take for my own without noticing?",
    "close.eye": "interventions",
    "close.want": "think",
}
QUICK: Mapping[str, Any] = {
    "quick.moment": "She said never mind and took her coat.",
    "quick.did": "I looked at the clock.",
    "quick.signs": ["sign.away.quieter"],
    "quick.area": "feedback",
    "quick.next": "raise",
    "quick.sentence": "I think I lost you last week.",
}


def reviewed(name: str, given: Mapping[str, Any]) -> Review:
    """A finished review with these answers; what is not given is skipped."""
    begun = interview = Interview.start(find_guide(name).rest)
    while (question := interview.question) is not None:
        if question.id in given:
            interview = interview.answer(from_file(question, given[question.id], TODAY))
        else:
            interview = interview.skip()
    done = step(begun, interview)
    plan = Plan("id", if_=str(done.plan.get("if") or ""), then=str(done.plan.get("then") or ""))
    return Review(
        *("id", 4, "maple-lantern-27", name, 1, TODAY.isoformat()),
        state="finished",
        context=done.context,
        answers=done.answers,
        marks=done.marks,
        plans=(plan,) if plan.if_ else (),
    )


def written(review: Review, *, role: str = "client", **options: Any) -> str:
    words = find_guide(review.guide).code_words
    return note(review, words, names=load_names(Settings(role=role).spoken), **options)


def word_count(page: str) -> int:
    return sum(any(map(str.isalnum, word)) for word in page.split())


@pytest.mark.parametrize(
    ("name", "given"),
    [("impasse", IMPASSE), ("unknowns", UNKNOWNS), ("quick", QUICK)],
    ids=["impasse", "unknowns", "quick"],
)
def test_a_guide_fills_sections_of_its_own(
    name: str, given: Mapping[str, Any], snapshot: Callable[[str, str], None]
) -> None:
    snapshot(f"note-of-{name}.md", written(reviewed(name, given)))


def test_the_shipped_answers_to_core_fill_one_page() -> None:
    assert 250 <= word_count(written(reviewed("core", sample("core")))) <= 350


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("impasse", IMPASSE, "third story of the hour"),
        ("unknowns", UNKNOWNS, "farming family"),
    ],
    ids=["impasse", "unknowns"],
)
def test_it_fits_one_page_and_its_brief_form_a_third(
    name: str, given: Mapping[str, Any], words: str
) -> None:
    review = reviewed(name, given)

    assert word_count(written(review)) <= 350
    assert word_count(written(review, brief=True)) <= 130
    assert words in written(review, brief=True)


def test_of_many_misses_only_those_to_act_on_are_brought_along() -> None:
    page = written(reviewed("impasse", IMPASSE))

    assert "1. We were stuck" in page
    assert "2. Our agreement slipped" in page
    assert "\n3. " not in page
    assert "and 5 more" in page


@pytest.mark.parametrize("name", bundled_guides())
def test_every_answer_that_may_leave_has_its_place(name: str) -> None:
    guide = find_guide(name)
    leaving = {question.id for question in guide.questions if question.export != "no"}

    assert guide.about == "plan" or leaving <= PLACED


def test_the_headings_say_the_user_s_word_for_the_client() -> None:
    told = {"core.kind": "dropout", "core.client-view": "I was behind with the fee."}
    review = reviewed("core", told)

    page = written(review, role="patient", may_leave=("yes", "ask"))

    assert "- **As the patient might tell it:** I was behind with the fee." in page
