"""Fields: every text of a review, and which of them are failnote's own wordings."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from failnote.review import Answer

_NO_WRITING = frozenset(
    {"id", "parent", "guide_digest", "date", "offset", "name", "damaged"}
    | {"type", "status", "export", "kind", "state", "supervision_date", "distilled"}
)
"""Fields in which no word of anybody's can stand: made or checked by failnote, or left at home."""
_WORDINGS = frozenset(
    {"asked", "section", "question", "guide", "code", "miss", "rehearsed", "verdict", "obstacles"}
    | {"context", "case", "at"}
)
"""Fields that hold failnote's own words or ids, unless somebody else made guide, code or case."""


def texts(part: Any) -> Iterator[tuple[str, bool]]:
    """Every text in a review or a part of one, and whether it is a wording.

    It finds the fields by itself: none can be forgotten.
    """
    for field in fields(part):
        if field.name in _NO_WRITING:
            continue
        chosen = isinstance(part, Answer) and part.type != "text"
        is_wording = field.name in _WORDINGS or (chosen and field.name in ("text", "value"))
        for each in _leaves(getattr(part, field.name)):
            if isinstance(each, str):
                yield each, is_wording
            else:
                yield from texts(each)


def _leaves(value: Any) -> Iterator[Any]:
    """The texts in a value, and the parts of a review in it."""
    if isinstance(value, str) or is_dataclass(value):
        yield value
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from _leaves(key)
            yield from _leaves(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from _leaves(each)
