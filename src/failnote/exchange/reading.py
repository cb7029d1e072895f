"""Reading: a line turned into a review, or refused with the key that is wrong."""

import json
import re
from collections.abc import Iterable
from typing import Any
from uuid import UUID, uuid5

from pydantic import ValidationError

from failnote.errors import FailnoteError
from failnote.exchange.line import KEYS, AnswerKeys, PlanKeys, ReviewKeys
from failnote.promptfile import nearest
from failnote.review import Answer, FollowUp, Insight, Mark, Plan, Review

_NAMESPACE = UUID("7e684134-a63b-50ee-b82b-d9d7cd7db13f")
"""The name space of ids that are made from content."""

ONLY_READ = ("schema_", "masked", "invented", "looked", "ticked", "signs")
LONGEST_NUMBER = 20
"""Digits."""
_ID = re.compile(r"[a-z][a-z0-9_.-]{0,59}")

_REASONS = {
    "missing": "is missing",
    "string_type": "must be text",
    "string_too_long": "is too long",
    "string_pattern_mismatch": "must be an id such as maple-lantern-27 or contract.how-unclear",
    "int_type": "must be a whole number",
    "int_from_float": "must be a whole number",
    "greater_than_equal": "must not be negative",
    "less_than_equal": "is too large",
    "bool_type": "must be true or false",
    "list_type": "must be a list, [ … ]",
    "tuple_type": "must be a list, [ … ]",
    "dict_type": "must be an object, { … }",
    "model_type": "must be an object, { … }",
}


class LineError(FailnoteError):
    """A line is not a review; the message names the line and the key, never what was written."""


def from_line(text: str, number: int) -> Review:
    """Read line ``number`` of a file; LineError says which key is wrong and why."""
    try:
        data = _parsed(text)
        line = ReviewKeys.model_validate(data)
    except json.JSONDecodeError as error:
        wrong = f" is not JSON; look at column {error.colno}"
    except ValidationError as error:
        wrong = f": {_reason(error)}"
    except UnicodeEncodeError:
        wrong = " holds half a character (a lone surrogate); write it anew as UTF-8"
    except RecursionError:
        wrong = " is nested too deeply for a review"
    except ValueError as error:
        wrong = f": {error}"
    else:
        return _review(line, line.id or _made(_NAMESPACE, _canonical(data)))
    message = f"Line {number}{wrong}" + ("" if wrong.endswith("?") else ".")
    raise LineError(message)


def _parsed(text: str) -> Any:
    data = json.loads(
        text, object_pairs_hook=_without_twins, parse_constant=_no_number, parse_int=_whole
    )
    json.dumps(data, ensure_ascii=False).encode()  # finds lone surrogates wherever they stand
    return data


def _without_twins(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        message = "a key stands twice in the same { … }"
        raise ValueError(message)
    return found


def _no_number(_: str) -> float:
    message = "NaN and Infinity are no numbers here"
    raise ValueError(message)


def _whole(digits: str) -> int:
    if len(digits) > LONGEST_NUMBER:
        message = "a number is too long"
        raise ValueError(message)
    return int(digits)


def _reason(error: ValidationError) -> str:
    """The first thing wrong, by its place; names keys, never what stands there."""
    first = error.errors(include_url=False, include_input=False)[0]
    *around, last = [_step(part) for part in first["loc"]] or [""]
    place = ", ".join(filter(None, around)) + (": " if any(around) else "")
    match first["type"]:
        case "extra_forbidden":
            key = str(first["loc"][-1])[:30]
            return f"{place}there is no key “{key}”; {nearest(key, KEYS, 'leave it out')}"
        case "value_error":
            return f"{place}{last}{': ' if last else ''}{first['ctx']['error']}"
        case "literal_error":
            reason = f"must be {first['ctx']['expected']}"
        case kind:
            reason = _REASONS.get(kind, "is not what it must be")
    name = last or ("a name" if place else "it")
    return f"{place}{name} {reason}"


def _step(part: str | int) -> str:
    if isinstance(part, int):
        return f"no. {part + 1}"
    return part if _ID.fullmatch(part) else ""


# ------------------------------------------------------------------ into a review


def _canonical(data: object) -> str:
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _made(namespace: UUID, content: str) -> str:
    return str(uuid5(namespace, content))


def _review(line: ReviewKeys, id_: str) -> Review:
    own = UUID(id_)
    given = {key: value for key, value in vars(line).items() if key not in ONLY_READ}
    insights = enumerate(line.insights)
    return Review(
        **given
        | {
            "id": id_,
            "answers": _answers(line.answers),
            "marks": tuple(Mark(code, ticked) for code, ticked in line.marks.items()),
            "plans": tuple(_plan(plan, own, at) for at, plan in enumerate(line.plans)),
            "insights": tuple(
                Insight(i.id or _made(own, f"insight {at}"), i.date, i.text) for at, i in insights
            ),
            "others": _answers(line.others),
        }
    )


def _answers(answers: Iterable[AnswerKeys]) -> tuple[Answer, ...]:
    return tuple(Answer(**vars(answer)) for answer in answers)


def _plan(plan: PlanKeys, review: UUID, at: int) -> Plan:
    id_ = plan.id or _made(review, f"plan {at}")
    follow_ups = tuple(
        FollowUp(
            **vars(each)
            | {
                "id": each.id or _made(UUID(id_), f"follow-up {number}"),
                "answers": _answers(each.answers),
            }
        )
        for number, each in enumerate(plan.follow_ups)
    )
    return Plan(**vars(plan) | {"id": id_, "follow_ups": follow_ups})
