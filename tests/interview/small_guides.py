"""Small guides: a guide in a few words, and an interview with given replies."""

from collections.abc import Mapping
from typing import Any

from failnote.guide.model import Guide
from failnote.interview import Interview
from failnote.review import Value

WORDINGS: Mapping[str, Mapping[str, Any]] = {
    **{
        code: {"family": "miss", "area": code[:-2], "label": code, "says": f"I did {code}."}
        for code in ("contract.a", "contract.b", "alliance.a", "alliance.b", "feedback.a")
    },
    "sign.late": {"family": "sign", "label": "came late", "says": "came late"},
    "other.own": {"family": "non-miss", "label": "own", "says": "Unlisted", "own_words": True},
}


def question(id_: str, type_: str, **keys: Any) -> dict[str, Any]:
    """One question; options are given as option id -> code, words or table."""
    options = {
        key: option
        if isinstance(option, dict)
        else {"text": key, "code": option}
        if option in WORDINGS
        else {"text": option or key}
        for key, option in keys.pop("options", {}).items()
    }
    return {"id": id_, "type": type_, "ask": f"{id_}?", **keys} | (
        {"options": options} if options else {}
    )


def small_guide(*questions: Mapping[str, Any], **head: Any) -> Guide:
    """A guide of these questions."""
    return Guide.model_validate(
        {"schema": 1, "id": "small", "version": 1, "title": "Small", "codes": WORDINGS}
        | {"question": questions}
        | head
    )


def go_through(
    interview: Interview, replies: Mapping[str, Value], *, until: str | None = None
) -> Interview:
    """Give these replies, skip the other questions, and stop at the end or before ``until``."""
    while (asked := interview.question) is not None and asked.id != until:
        given = asked.id in replies
        interview = interview.answer(replies[asked.id]) if given else interview.skip()
    return interview


def interviewed(guide: Guide, replies: Mapping[str, Value], *, lean: bool = False) -> Interview:
    """An interview with these replies; what has none is skipped."""
    return go_through(Interview.start(guide, lean=lean), replies)


def marked(interview: Interview) -> dict[str, bool]:
    """Code -> ticked, for every code looked at."""
    return {mark.code: mark.ticked for mark in interview.marks}
