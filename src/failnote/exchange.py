"""Exchange: a review as one line of JSON, ``failnote.review/1``, and back.

Only schema, guide, case and date must be there; a key that is not in this table is refused.

    schema                "failnote.review/1"
    id                    uuid; left out, it is made from the content of the line
    number                short name; kept where it is free in the journal
    case, guide           "maple-lantern-27", "core"
    guide_version         1        guide_digest   which wording, 16 hex digits
    kind                  "frayed", "went-well"
    date                  "2026-03-14", or "2026-03" from a masked export
    offset                "+01:00", where it was written
    state                 "finished", "open"
    started, finished     instants with offset, "2026-03-14T18:05:00+01:00"
    lean                  true: held with --lean
    at                    the question under the cursor of an unfinished review
    context               {"modality": ["cbt"], "setup": "individual"}
    first_sign_session, ended_session      numbers, never dates
    answers               [{question, type, asked, status, value, text, section, export, revision}]
                          status: "answered", "skipped", "cannot-say"; text: the value in words
    marks                 {"contract.how-unclear": true, "sign.away.quieter": false}: ticked, or
                          looked at and not ticked; read in its place: looked, ticked and signs
    plans                 [{id, name, miss, if, then, rehearsed, due, state, parent, revision,
                          follow_ups: [{id, date, state, came_up, did, obstacles, verdict, answers}]}]
    insights              [{id, date, text}]
    supervision_answer, supervision_date
    distilled             date on which the texts were erased
    revision              how often it was written
    others                answers that lost against another process writing at the same time
"""

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, get_args
from uuid import UUID, uuid5

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    ValidationInfo,
    field_validator,
    model_validator,
)

from failnote.codebook import CodeId, Name
from failnote.errors import FailnoteError
from failnote.guide.model import LONGEST_TEXT, QuestionId
from failnote.guide.values import from_plain, to_plain
from failnote.promptfile import nearest
from failnote.review import (
    Answer,
    FollowUp,
    Insight,
    Kind,
    Mark,
    Plan,
    PlanState,
    Review,
    State,
    Status,
    Value,
)

SCHEMA = "failnote.review/1"
_NAMESPACE = UUID("7e684134-a63b-50ee-b82b-d9d7cd7db13f")

_VALUES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "choice": (str,),
    "choices": (list,),
    "scale": (int,),
    "number": (int, float),
    "date": (str,),
    "info": (),
}
"""Question type -> what JSON may hold as its value."""


class LineError(FailnoteError):
    """A line is not a review; the message names the line and the key, never what was written."""


def to_line(review: Review) -> str:
    """Give the review as one line, without the line break; what is empty is left out."""
    whole = {
        "schema": SCHEMA,
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
    line = json.dumps(_filled(whole), ensure_ascii=False, allow_nan=False)
    # Other programs take these three for line breaks; inside a string an escape means the same.
    for character in "\x85\u2028\u2029":
        line = line.replace(character, f"\\u{ord(character):04x}")
    return line


def from_line(text: str, number: int) -> Review:
    """Read line ``number`` of a file; LineError says which key is wrong and why."""
    where = f"Line {number}"
    try:
        data = json.loads(text, object_pairs_hook=_without_twins, parse_constant=_no_number)
        json.dumps(data, ensure_ascii=False).encode()
        line = _Review.model_validate(data)
    except json.JSONDecodeError as error:
        message = f"{where} is not JSON; look at column {error.colno}."
        raise LineError(message) from None
    except ValidationError as error:
        message = f"{where}: {_reason(error)}"
        raise LineError(message) from None
    except UnicodeEncodeError:
        message = f"{where} holds half a character (a lone surrogate); write it anew as UTF-8."
        raise LineError(message) from None
    except RecursionError:
        message = f"{where} is nested too deeply to be a review."
        raise LineError(message) from None
    except ValueError as error:
        message = f"{where}: {error}."
        raise LineError(message) from None
    return _to_review(line, line.id or str(uuid5(_NAMESPACE, _canonical(data))))


# ------------------------------------------------------------------ writing


def _from_answer(answer: Answer) -> dict[str, Any]:
    told = {
        "question": answer.question,
        "type": answer.type,
        "asked": answer.asked,
        "status": answer.status,
        "text": answer.text if answer.text != _in_words(answer.value) else None,
        "section": answer.section,
        "export": answer.export if answer.export != "no" else None,
        "revision": _after_first(answer.revision),
    }
    value = {} if answer.value is None else {"value": to_plain(answer.value)}
    return _filled(told) | value


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


def _in_words(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
