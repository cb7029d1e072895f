"""Cleaning: the door through which every text enters the journal."""

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar

T = TypeVar("T")

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def clean_text(text: str) -> str:
    """The text byte for byte, except NUL (shown as U+2400) and lone surrogates (U+FFFD).

    SQLite cuts a text at NUL and cannot hold a surrogate; neither can be typed on purpose.
    """
    return _LONE_SURROGATE.sub("\ufffd", text).replace("\0", "\u2400")


def clean(thing: T) -> T:
    """The same thing with every text in it cleaned: dataclasses, tuples, mappings, sets."""
    return _cleaned(thing)  # type: ignore[no-any-return]


def _cleaned(thing: Any) -> Any:
    if isinstance(thing, str):
        return clean_text(thing)
    if isinstance(thing, (tuple, frozenset)):
        return type(thing)(_cleaned(item) for item in thing)
    if isinstance(thing, Mapping):
        return {_cleaned(key): _cleaned(value) for key, value in thing.items()}
    if is_dataclass(thing) and not isinstance(thing, type):
        return replace(thing, **{f.name: _cleaned(getattr(thing, f.name)) for f in fields(thing)})
    return thing
