"""Explain: what pydantic found wrong in a guide, as file, line, question and mend."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from failnote.guide.conditions import EXAMPLE, ConditionError
from failnote.guide.model import Choice, Choices, Date, Guide, Info, Number, Option, Scale, Text
from failnote.promptfile import KIND_MENDS, Problem, line_of, nearest

TYPES: Mapping[str, type[BaseModel]] = {
    "info": Info,
    "choice": Choice,
    "choices": Choices,
    "scale": Scale,
    "number": Number,
    "date": Date,
    "text": Text,
}
DIRECTIVES = ("from", "from_area", "codes", "options")
TYPE_NAMES = ", ".join(TYPES)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a question stands: the n-th ``[[question]]`` of a file; no number is its head."""

    file: str
    text: str
    table: str
    number: int | None
    id: str

    def problem(self, key: str, what: str, mend: str, *others: str) -> Problem:
        """One problem with a key of this question."""
        line = line_of(self.text, self.table, self.number, [key, *others])
        return Problem(self.file, line, f"{self.name}: {what}", mend)

    @property
    def name(self) -> str:
        """How a message calls it."""
        if self.number is None:
            return "head of the guide"
        return f"question “{self.id}”" if self.id else f"question no. {self.number + 1}"


def explain(error: ValidationError, origins: Sequence[Origin], head: Origin) -> Iterator[Problem]:
    """Turn every error of a guide's validation into a problem its author can mend."""
    for found in error.errors(include_url=False, include_input=False):
        place = list(found["loc"])
        origin = head
        if place[:1] == ["question"] and len(place) > 1 and isinstance(place[1], int):
            origin = origins[place[1]]
        key = str(place[-1]) if place else ""
        path = [str(part) for part in reversed(place[3:])]
        what, mend, key = _words(found, place, key)
        yield origin.problem(key, what, mend, *path)


def _words(found: Mapping[str, Any], place: Sequence[object], key: str) -> tuple[str, str, str]:
    kind = found["type"]
    cause = found.get("ctx", {}).get("error")
    if isinstance(cause, ConditionError):
        return str(cause), f"write for example:  {EXAMPLE}", "ask_if"
    if kind == "extra_forbidden":
        known = _known_keys(place)
        return f"“{key}” is not known here", nearest(key, known, "take the line away"), key
    if kind == "missing":
        return f"“{key}” is missing", f"add a line:  {key} = …", key
    if kind == "union_tag_invalid":
        tag = found["ctx"]["tag"]
        mend = nearest(str(tag), TYPES, f"type must be one of: {TYPE_NAMES}")
        return f"the type “{tag}” does not exist", mend, "type"
    if kind == "union_tag_not_found":
        return (
            "“type” is missing",
            f'add a line:  type = "text"   (or one of: {TYPE_NAMES})',
            "type",
        )
    message = found["msg"].removeprefix("Value error, ")
    what = f"{key}: {message[0].lower()}{message[1:]}" if key else message
    return what, KIND_MENDS.get(kind, f"see the line with {key}"), key


def _known_keys(place: Sequence[object]) -> list[str]:
    if place[:1] != ["question"]:
        return _keys(Guide)
    model = TYPES.get(str(place[2])) if len(place) > 2 else None
    if "options" in place:
        return _keys(Option)
    return [*(_keys(model) if model else []), *DIRECTIVES]


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
