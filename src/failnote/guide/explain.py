"""Explain: where a question stands in a guide file, and what is wrong with it in words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

from pydantic import BaseModel, ValidationError

from failnote.guide.conditions import ConditionError
from failnote.guide.model import Guide
from failnote.guide.questions import Choice, Choices, Date, Info, Number, Option, Scale, Text
from failnote.promptfile import Problem, head_line, in_words, line_of, nearest

TYPES: Mapping[str, type[BaseModel]] = {
    "info": Info,
    "choice": Choice,
    "choices": Choices,
    "scale": Scale,
    "number": Number,
    "date": Date,
    "text": Text,
}
TYPE_NAMES = ", ".join(TYPES)
DIRECTIVES = ("from", "from_area", "codes", "options")
MENDS = {  # where the kind of error alone does not tell
    "schema": "write  schema = 1",
    "version": "write  version = 1,  and one more after each change of wording",
    "title": 'write  title = "words"',
    "minutes": "write two whole numbers:  minutes = [10, 15]",
    "lean_minutes": "write two whole numbers:  lean_minutes = [8, 10]",
    "ask": 'write  ask = "Your question?"',
    "default": 'write it in days from the interview:  default = "+30d"',
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a question stands: the n-th ``[[question]]`` of a file."""

    file: str
    text: str
    number: int
    name: str
    """How a message calls it."""
    id: str = ""
    used: Self | None = None
    """For a question of a block: the place in the guide that uses the block."""
    changed: frozenset[str] = frozenset()
    """The keys that this place changes."""

    def problem(
        self, keys: Sequence[str], what: str, mend: str, *, word: str = "", in_use: bool = False
    ) -> Problem:
        """Tell one problem, at the line of the first of the keys that stands there.

        Args:
            keys: the key at fault, and where to look when it has no line of its own.
            what: what is wrong.
            mend: what to do.
            word: the word at fault, for values over several lines.
            in_use: the block is right in itself, but does not fit where it is used.
        """
        place, places = self, list(keys)
        changed = not self.changed.isdisjoint(keys)
        if self.used is not None and (changed or in_use):
            place = self.used
            places = [f"set.{self.id}.{key}" for key in keys]
            places += [f"set.{self.id}"] if changed else ["use"]
        line = line_of(place.text, "question", place.number, places, word=word)
        return Problem(place.file, line, f"{self.name}: {what}", mend)


def explain(
    error: ValidationError, origins: Sequence[Origin], text: str, name: str
) -> Iterator[Problem]:
    """Turn every error of a guide's validation into a problem its author can mend."""
    for found in error.errors(include_url=False, include_input=False):
        place = [part for part in found["loc"] if part != "[key]"]
        match place:
            case ["question", int(number), *inside]:
                yield _in_question(found, inside, origins[number])
            case _:
                key = str(place[0])
                what, mend = _words(found, key, _keys(Guide))
                if len(place) > 1 and key in ("minutes", "lean_minutes"):
                    what = f"“{key}” must be two whole numbers"
                yield Problem(name, head_line(text, key), f"head of the guide: {what}", mend)


def _in_question(found: Mapping[str, Any], inside: Sequence[object], origin: Origin) -> Problem:
    if found["type"] == "union_tag_invalid":
        tag = str(found["ctx"]["tag"])
        mend = nearest(tag, TYPES, f"type must be one of: {TYPE_NAMES}")
        return origin.problem(["type"], f"the type “{tag}” does not exist", mend)
    if found["type"] == "union_tag_not_found":
        mend = f'add a line:  type = "text"   (or one of: {TYPE_NAMES})'
        return origin.problem(["type"], "“type” is missing", mend)
    type_, *keys = (str(part) for part in inside)
    cause = found.get("ctx", {}).get("error")
    if isinstance(cause, ConditionError):
        return origin.problem(["ask_if"], str(cause), cause.mend)
    if keys[0] == "options" and len(keys) > 1:
        return _in_option(found, keys, origin)
    what, mend = _words(found, keys[0], [*_keys(TYPES[type_]), *DIRECTIVES])
    if found["type"] == "extra_forbidden":
        mend = _misplaced(keys[0], type_) or mend
    return origin.problem([keys[0]], what, mend)


def _in_option(found: Mapping[str, Any], keys: Sequence[str], origin: Origin) -> Problem:
    option = keys[1]
    what, mend = _words(found, keys[-1], _keys(Option))
    what = f"option “{option}”: {what}" if len(keys) > 2 else f"option {what}"
    if found["type"] == "missing":
        mend = f'write  options.{option} = "words"'
    return origin.problem([f"options.{option}", option, "options"], what, mend)


def _words(found: Mapping[str, Any], key: str, known: Sequence[str]) -> tuple[str, str]:
    what, mend = in_words(found, key)
    if found["type"] == "extra_forbidden":
        return what, nearest(key, known, mend)
    if found["type"] in ("control_sign", "string_too_long"):
        return what, mend
    return what, MENDS.get(key, mend)


def _misplaced(key: str, type_: str) -> str:
    """What to do with a key that is right elsewhere."""
    if key in _keys(Guide):
        return "move it up, above the first [[question]]"
    if fitting := [name for name, model in TYPES.items() if key in _keys(model)]:
        names = " or ".join(f'"{name}"' for name in fitting)
        return f"only type = {names} has it, and this is {type_}: change the type, or take it away"
    return ""


def _keys(model: type[BaseModel]) -> list[str]:
    return [field.alias or name for name, field in model.model_fields.items()]
