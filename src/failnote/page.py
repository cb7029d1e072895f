"""Page: lines of text with the weight each part has, before anyone decides about colour."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

Style = Literal["", "title", "strong", "dim", "own"]
"""``own`` is what the user wrote, as against failnote's own words."""


class Span(NamedTuple):
    """A piece of one line."""

    text: str
    style: Style = ""


Line = tuple[Span, ...]
Page = list[Line]


def line(*parts: str | Span) -> Line:
    """Make a line of plain strings and spans."""
    return tuple(part if isinstance(part, Span) else Span(part) for part in parts)


def as_text(page: Iterable[Line]) -> str:
    """The page without any style, each line ending in a line break and without padding."""
    return "".join("".join(span.text for span in parts).rstrip() + "\n" for parts in page)
