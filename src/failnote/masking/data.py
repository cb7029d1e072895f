"""Data: every text in plain data changed, whatever its shape."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any


def with_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same data with each text in it changed: in dataclasses, tuples and mappings, keys too."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, Mapping):
        return {with_texts(key, change): with_texts(each, change) for key, each in value.items()}
    if isinstance(value, tuple | list):
        parts = [with_texts(each, change) for each in value]
        return value._make(parts) if hasattr(value, "_make") else type(value)(parts)
    if is_dataclass(value) and not isinstance(value, type):
        kept = {f.name: with_texts(getattr(value, f.name), change) for f in fields(value) if f.init}
        return replace(value, **kept)
    return value
