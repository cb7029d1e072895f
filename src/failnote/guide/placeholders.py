"""Placeholders: words of the plan and the review looked at, put into a guide about a plan."""

import re
from collections.abc import Mapping

from failnote.guide.model import Guide
from failnote.review import Plan, Review, Value

PLAN_PLACES = ("plan.if", "plan.then")
_PLACE = re.compile(r"\{((?:plan|given)\.[a-z0-9_.-]+)\}")


def placeholders(text: str) -> list[str]:
    """What stands in braces in a text, and is to be filled in."""
    return _PLACE.findall(text)


def filled_in(guide: Guide, words: Mapping[str, str]) -> Guide:
    """The guide with these words in place; a question that lacks one of its own is left out."""
    questions = []
    for question in guide.questions:
        places = placeholders(question.ask)
        if any(not words.get(place, "").strip() for place in places):
            continue
        ask = _PLACE.sub(lambda found: words[found[1]].strip(), question.ask)
        questions.append(question.changed(ask=ask) if places else question)
    return guide.changed(questions=tuple(questions))


def words_for(guide: Guide, review: Review, plan: Plan) -> dict[str, str]:
    """What the placeholders of a guide stand for."""
    said = {a.question: a.text for a in review.answers if a.status != "skipped"}
    return {
        "plan.if": re.sub(r"(?i)^if\b[\s,:…]*", "", plan.if_.strip()),
        "plan.then": re.sub(r"(?i)^(then\b[\s,:…]*)?(I will\b[\s,:…]*)?", "", plan.then.strip()),
        **{f"given.{each}": said.get(each, "") for each in guide.given},
    }


def given_answers(guide: Guide, review: Review) -> dict[str, Value]:
    """What the conditions of a guide may know of the review; what was not answered is not there."""
    answered = {a.question: a.value for a in review.answers if a.status == "answered"}
    return {each: answered[each] for each in guide.given if each in answered}
