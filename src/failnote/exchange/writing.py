"""Writing: a review turned into its line."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from failnote.exchange.words import DOCUMENT, SCHEMA, in_words
from failnote.review import Answer, FollowUp, Plan, Review, to_plain

# What would command a terminal or reorder its rows, and what other programs take for line breaks.
# Inside a string of JSON an escape means the same.
_ESCAPED = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


NO_MARKS: Mapping[str, object] = MappingProxyType({})


def to_line(review: Review, marks: Mapping[str, object] = NO_MARKS) -> str:
    """Give the review as one line, without the line break; what is empty is left out.

    ``marks`` are keys that say of the whole line what it is: ``masked``, ``invented``.
    """
    whole = {
        "schema": SCHEMA,
        **marks,
        "id": review.id,
        "number": review.number,
        "case": review.case,
        "context": {field: list(values) for field, values in review.context.items()},
        "guide": review.guide,
        "guide_version": review.guide_version,
        "guide_digest": review.guide_digest,
        "kind": review.kind,
        "date": review.date,
        "offset": review.offset,
        "state": review.state,
        "started": review.started and review.started.isoformat(),
        "finished": review.finished and review.finished.isoformat(),
        "lean": review.lean or None,
        "at": review.at,
        "first_sign_session": review.first_sign_session,
        "ended_session": review.ended_session,
        "answers": [_from_answer(answer) for answer in review.answers],
        "marks": {mark.code: mark.ticked for mark in review.marks},
        "plans": [_from_plan(plan) for plan in review.plans],
        "insights": [{"id": i.id, "date": i.date, "text": i.text} for i in review.insights],
        "supervision_answer": review.supervision_answer,
        "supervision_date": review.supervision_date,
        "distilled": review.distilled,
        "revision": _after_first(review.revision),
        "others": [_from_answer(answer) for answer in review.others],
    }
    return as_json(_filled(whole))


def as_json(whole: Any, indent: int | None = None) -> str:
    """The data as JSON in which no string holds what would command a terminal."""
    text = json.dumps(whole, ensure_ascii=False, allow_nan=False, indent=indent)
    return _ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def to_document(reviews: Iterable[Review], marks: Mapping[str, object] = NO_MARKS) -> Iterator[str]:
    """Give the reviews as one JSON object, piece by piece; each stands on a line of its own."""
    head = as_json({"schema": DOCUMENT, **marks}).removesuffix("}")
    yield f'{head}, "reviews": ['
    for place, review in enumerate(reviews):
        yield ("," if place else "") + "\n" + to_line(review, marks)
    yield "\n]}\n"


def _from_answer(answer: Answer) -> dict[str, Any]:
    told = _filled(
        {
            "question": answer.question,
            "type": answer.type,
            "asked": answer.asked,
            "status": answer.status,
            "section": answer.section,
            "export": answer.export if answer.export != "no" else None,
            "revision": _after_first(answer.revision),
        }
    )
    # An empty value or text is something else than none.
    if answer.value is not None:
        told["value"] = to_plain(answer.value)
    if answer.text != in_words(answer.value):
        told["text"] = answer.text
    return told


def _from_plan(plan: Plan) -> dict[str, Any]:
    return _filled(
        {
            "id": plan.id,
            "name": plan.name,
            "miss": plan.miss,
            "if": plan.if_,
            "then": plan.then,
            "rehearsed": plan.rehearsed,
            "due": plan.due and plan.due.isoformat(),
            "state": plan.state,
            "parent": plan.parent,
            "revision": _after_first(plan.revision),
            "follow_ups": [_from_follow_up(follow_up) for follow_up in plan.follow_ups],
        }
    )


def _from_follow_up(follow_up: FollowUp) -> dict[str, Any]:
    return _filled(
        {
            "id": follow_up.id,
            "date": follow_up.date,
            "state": follow_up.state,
            "came_up": follow_up.came_up,
            "did": follow_up.did,
            "obstacles": list(follow_up.obstacles),
            "verdict": follow_up.verdict,
            "answers": [_from_answer(answer) for answer in follow_up.answers],
        }
    )


def _filled(keys: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in keys.items() if value not in (None, "", [], {})}


def _after_first(revision: int) -> int | None:
    return revision if revision != 1 else None
