"""Soft check: what could identify somebody in a text that is still being written."""

import re
from collections.abc import Iterator

from failnote.masking.masker import Masker
from failnote.masking.notices import Notice

_STORY = re.compile(
    r"\b(?:the only|only (?:one|person|woman|man|child) (?:in|who)|famous|well[- ]known|celebrity"
    r"|notorious|in the (?:news|papers?)|on the news|on (?:television|tv)"
    r"|the first (?:\w+ )?(?:in|to)|twins|triplets|quadruplets|headmaster|headteacher|mayor"
    r"|minister|bishop|olympic|championship|world record)\b",
    re.IGNORECASE,
)
_AGE = re.compile(r"\b\d{1,2}[ -]?(?:year[ -]old|years old|yo\b|y/o)", re.IGNORECASE)


def soft_check(text: str, masker: Masker) -> tuple[Notice, ...]:
    """Places that ``masker`` would mask, look like names, or make a story easy to recognise.

    It notes and never blocks. Kinds are those of masking, and ``age`` and ``story`` for exact ages
    and for words such as "the only" or "twins"; a story itself no pattern can see.
    """
    found = masker.look(text)
    taken = [(notice.start, notice.end) for notice in found]
    more = (each for each in _stories(text) if not _within(each, taken))
    return tuple(sorted((*found, *more), key=lambda notice: notice.start))


def _stories(text: str) -> Iterator[Notice]:
    yield from (Notice("age", *match.span()) for match in _AGE.finditer(text))
    yield from (Notice("story", *match.span()) for match in _STORY.finditer(text))


def _within(notice: Notice, taken: list[tuple[int, int]]) -> bool:
    return any(start < notice.end and notice.start < end for start, end in taken)
