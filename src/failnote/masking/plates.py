"""Plates of cars: by their country's shape, and beside a word for a car or a plate."""

import functools
import re
from collections.abc import Iterable, Iterator

from failnote.masking.found import Found
from failnote.masking.plate_shapes import CAR_WORDS, PLATE_WORDS, PLATES
from failnote.masking.scales import SCALES

_EDGES = (r"(?<![\w/:])(?<!\w-)(?<!\d[ .])", r"(?![\w/]|-\w|[.,:]\d)")
_BRITISH = re.compile(r"\b[A-Z]{2}\d\d ?[A-Z]{3}\b")
_BRITISH_TYPED = re.compile(r"(?!wk)[a-z]{2}\d\d ?[a-z]{3}")
_IS = r"[:,.]?(?: (?:is|was|no\.?|number|nr\.?|je|jest|ist|war|est|es))?[:,]? ?[\"'(]?"
_CAR = re.compile(rf"(?<![\w-])(?:(?P<plate>{PLATE_WORDS}\b{_IS})|{CAR_WORDS}\b)", re.IGNORECASE)
_VALUE = re.compile(r"(?:[A-Z\d]{1,4}(?:[ -][A-Z\d]{1,5}){1,2}|[A-Z\d]{5,8})\b")
_FAR_BEFORE, _FAR_AFTER = 48, 24
"""Characters between a car and its plate."""

_NO_PLATE = re.compile(
    rf"(?-i:{SCALES}[ -]?\d{{1,3}}\Z)|"
    r"(?:NSW|VIC|QLD|ACT|TAS|NT|WA|SA) \d{4}\Z|(?:the|and|was|is|of|for|on|at|in|to|my|his|her)\b|.*\d(?:st|nd|rd|th)\b|\d{1,4} ?(?:st|nd"
    r"|rd|th|am|pm|mg|ml|km|kg|x|h|s|min)\b"
    r"|(?:[A-Za-z]{1,3} )?(?:19\d|20[0-3])\d\Z",
    re.IGNORECASE,
)


def plates(plain: str, region: str) -> Iterator[Found]:
    """Plates of the country (ISO 3166), of the United Kingdom, and what the word says is one."""
    yield from (Found("plate", *match.span()) for match in _BRITISH.finditer(plain))
    sure, near, typed = _patterns(region)
    if sure:
        yield from (Found("plate", *match.span()) for match in sure.finditer(plain))
    cars = [*_CAR.finditer(plain)]
    for car in cars:
        if not car["plate"]:
            continue
        value = _VALUE.match(plain, car.end())
        if value and _is_mixed(value[0]) and len(value[0]) > 4:
            yield Found("plate", *value.span())
        if (found := typed.match(plain, car.end())) and _is_typed(found[0], spaced=True):
            yield Found("plate", *found.span())
    for start, end in _around(cars):
        for match in near.finditer(plain, start, end):
            if _is_mixed(match[0]) and not _NO_PLATE.match(match[0]):
                yield Found("plate", *match.span())
        for match in typed.finditer(plain, start, end):
            if _is_typed(match[0], spaced=bool(_BRITISH_TYPED.fullmatch(match[0]))):
                yield Found("plate", *match.span())


def _around(cars: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    """Where the plates of cars may stand; what overlaps is one stretch, looked at once."""
    stretches: list[tuple[int, int]] = []
    for car in cars:
        start, end = max(0, car.start() - _FAR_AFTER), car.end() + _FAR_BEFORE
        if stretches and start <= stretches[-1][1]:
            start = stretches.pop()[0]
        stretches.append((start, end))
    return stretches


def _is_mixed(value: str) -> bool:
    """Whether letters and digits are in it."""
    return any(map(str.isalpha, value)) and any(map(str.isdigit, value))


def _is_typed(value: str, *, spaced: bool) -> bool:
    """Whether it is long enough for a plate that is typed without capitals."""
    letters, digits = sum(map(str.isalpha, value)), sum(map(str.isdigit, value))
    joined = " " not in value or (spaced and value[0].isalpha())
    return letters > 1 < digits and letters + digits > 4 and joined and not _NO_PLATE.match(value)


@functools.cache
def _patterns(region: str) -> tuple[re.Pattern[str] | None, re.Pattern[str], re.Pattern[str]]:
    """Shapes that are plates anywhere, those near a car, and those typed without capitals."""
    shapes = PLATES.get(region, PLATES["GB"])
    before, after = _EDGES
    sure = re.compile(f"{before}(?:{'|'.join(shapes.sure)}){after}") if shapes.sure else None
    both = f"{before}(?:{'|'.join(shapes.sure + shapes.near)}){after}"
    return sure, re.compile(both), re.compile(both, re.IGNORECASE)
