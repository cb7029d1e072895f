"""Placeholders: the plan's own words in the questions about it."""

from typing import Any

import pytest

from failnote.guide.placeholders import filled_in, given_answers, placeholders, words_for
from failnote.review import Answer, Plan, Review
from interview.small_guides import question, small_guide

GUIDE = small_guide(
    question("plan", "info") | {"ask": "IF {plan.if} THEN I will {plan.then}"},
    question("then", "info") | {"ask": "You said: {given.core.preventable}"},
    question("other", "text") | {"ask": "A brace {like this} stays?"},
    about="plan",
    given=("core.preventable", "close.reach"),
)


def reviewed(*answers: Answer) -> Review:
    return Review("id", 7, "maple-lantern-27", "core", 2, "2026-01-10", answers=answers)


@pytest.mark.parametrize(
    ("if_", "then", "read"),
    [
        ("they look away", "ask", "IF they look away THEN I will ask"),
        ("If they look away", "I will ask", "IF they look away THEN I will ask"),
        ("IF: they go", "THEN I will ask", "IF they go THEN I will ask"),
        ("ifs and buts", "willow", "IF ifs and buts THEN I will willow"),
        ("{plan.then}", "ask", "IF {plan.then} THEN I will ask"),
    ],
)
def test_the_plan_reads_once_however_it_was_written(if_: str, then: str, read: str) -> None:
    plan = Plan("p", if_=if_, then=then)

    filled = filled_in(GUIDE, words_for(GUIDE, reviewed(), plan))

    assert filled.by_id["plan"].ask == read


def test_a_question_without_its_words_is_left_out() -> None:
    filled = filled_in(GUIDE, words_for(GUIDE, reviewed(), Plan("p", if_="they go")))

    assert [q.id for q in filled.questions] == ["other"]


def test_conditions_know_what_was_answered_and_texts_read_in_words() -> None:
    skipped: Any = "skipped"
    review = reviewed(
        Answer("core.preventable", "choice", "?", value="perhaps", text="Perhaps"),
        Answer("close.reach", "choice", "?", status=skipped),
        Answer("core.kind", "choice", "?", value="dropout", text="It ended"),
    )

    assert given_answers(GUIDE, review) == {"core.preventable": "perhaps"}
    words = words_for(GUIDE, review, Plan("p"))
    assert words["given.core.preventable"] == "Perhaps"
    assert words["given.close.reach"] == ""


def test_only_what_is_called_so_is_a_placeholder() -> None:
    assert placeholders("{plan.if} {x} {given.a-b.c} {given} {plan.}") == ["plan.if", "given.a-b.c"]
