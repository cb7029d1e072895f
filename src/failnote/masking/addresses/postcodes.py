"""Postcodes: alone where their shape is their own, with an address, a town or a word elsewhere."""

import functools
import re
from collections.abc import Iterator, Sequence

from failnote.masking.addresses.capitals import CAPITAL, TOWN, UPPER
from failnote.masking.addresses.postcode_shapes import (
    CA_CODE,
    GB_CODE,
    GB_TYPED,
    NO_PLACE,
    NO_TOWN,
    NUMBER_FIRST,
    STATES,
    STATES_OF,
    SURE,
    WORDS,
    bare_code_of,
    prefixed_code_of,
)
from failnote.masking.found import Found
from failnote.masking.numbers import BILLED
from failnote.masking.wordlist import any_of

_BEFORE = r"(?<![\w.,/+:$£€-])(?<!\d[ ,./-])(?<!no\. )"
_AFTER = r"(?![\d%]|[:/.,-]\d| \d|\s?[€$£%]|x\b)"
_UNITS = any_of(
    r"mg ml kg g ms s lines kr kronor kroner kc korun eur euros? usd lei zl zlotych ft forint\w*"
    r" steps kroku"
    r" people hours minutes min minut\w* dollars? pounds? words miles km times calories kcal bodu"
    r" points? years? days weeks sek nok dkk chf clients patients cases"
)
_NO_UNIT = rf"(?!\s?(?i:{_UNITS})\b)"
_PLACED = re.compile(
    r"(?:[,;(\n]\s?|\b(?:in|to|from|near|into|of|nach|aus|till|til|fra|fran|i|w|do|z|v|ve|na|u|iz"
    r"|din|la"
    r"|a|de|en|te|naar|van|uit|au|da|em|ad|vers|в|у|из|до|з|от|στην?|nel|is)\s)\Z",
    re.IGNORECASE,
)
"""What stands before the place somebody is at."""

_LOOK_BACK = 64
_YEAR = r"(?!(?:19|20)\d\d\b)"
_PLACE_BEFORE = re.compile(
    rf"(?<![\w'.-])(?!{NO_PLACE}\b)(?P<place>{CAPITAL}(?:[ -][{UPPER}][\w'.-]{{1,24}}){{0,2}})"
    r"(?P<comma>,?)[ \n]\(?\Z"
)
_TOWN_AFTER = re.compile(rf"[ \n](?!{NO_TOWN}\b){TOWN}")
_CLOSED = re.compile(r"(?:[.,;:)\]\n](?!\d)|\Z)")
_ROUND = re.compile(r"\d{3}00")
"""So many of something, rather than a code of five digits."""

_CODES_LIKE_YEARS = frozenset({"AU", "DK"})
"""Where the middle of a large city has codes from 2000 on."""

_TIME = re.compile(r"(?:[01]\d|2[0-3])[0-5][05]")
_MOST_ASKED = 1500
"""Codes whose surroundings are looked at; after so many, every one counts."""

_SPOKEN = (
    rf"(?i:\b{WORDS})"
    r"(?:[:,]?\s(?:is|was|ist|war|on\s[a-z ]{1,16}\sis|er|ar|no\.?|nr\.?|jest|je))?"
)
_ANY_CODE = (
    r"(?i:(?:[A-Z]{1,3}-)?\d{3} ?\d{2,3}|(?:[A-Z]{1,3}-)?\d{4,6}(?:-\d{3,4})?"
    r"|\d\d-\d{3}|[1-9]\d{3} ?[A-Z]{2}|[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?"
    r"|[A-Z]\d[A-Z\d] ?(?=\w{0,3}\d)[A-Z\d]{3,4})\b(?![\d-])"
)


def postcodes(plain: str, region: str, addresses: Sequence[Found] = ()) -> Iterator[Found]:
    """Postcodes of one country (ISO 3166); those beside the street addresses that were found."""
    for pattern in _patterns(region):
        for match in pattern.finditer(plain):
            yield Found("postcode", *match.span("code" if "code" in pattern.groupindex else 0))
    yield from _bare(plain, region)
    for address in addresses:
        for pattern in _after(region):
            if after := pattern.match(plain, address.end):
                yield Found("postcode", *after.span("code"))
        start = max(0, address.start - _LOOK_BACK)
        shape = _before(region)
        if before := shape and shape.search(plain, start, address.start):
            yield Found("postcode", *before.span("code"))


@functools.cache
def _after(region: str) -> tuple[re.Pattern[str], ...]:
    """What comes after an address, with a code."""
    bare = bare_code_of(region)
    if not bare:
        outward = rf"(?:,[ \n]{TOWN})?,?[ \n](?P<code>[A-Z]{{1,2}}\d{{1,2}}[A-Z]?)\b(?![ -]?\d)"
        typed = rf",?[ \n](?P<code>[1-9]\d{{3}} [a-z]{{2}}\b)(?=[.,;:)\n]|\Z|[ \n]{TOWN})"
        # A range ends in a round number, and so may a code; an address before it tells.
        polish = r"(?:[ \n](?:in|w|we)[ \n][^\W\d_]{3,24})?,?[ \n](?P<code>\d\d-\d{3})(?![\d-])"
        shape = {"GB": outward, "NL": typed, "PL": polish}.get(region)
        return (re.compile(shape),) if shape else ()
    state = rf"(?:{STATES_OF[region]},?[ \n])?" if region in STATES_OF else ""
    prefix, end = r"(?:[A-Z]{1,3}-)?", rf"(?![\d:/]|[.,-]\d){_NO_UNIT}"
    town = rf"[ \n](?!{NO_TOWN}\b){TOWN}"
    year = "" if region in _CODES_LIKE_YEARS else _YEAR
    shapes = (
        (
            rf"[,;.]{{0,2}}[ \n]{{0,2}}[-(]? ?{state}(?P<code>{prefix}{year}{bare}{end}(?:{town})?"
            rf"|{prefix}{bare}{town}|(?<=\(){bare}(?=\)))"
        ),
        rf"[,;]?[ \n]\(?{TOWN}[,;]?[ \n]\(?{state}(?P<code>{prefix}{bare}{end})",
        (
            rf"[,;]{'' if len(bare) == 5 else '?'}[ \n]\(?(?:[^\W\d_][\w'.-]{{1,24}},?[ \n]){{1,3}}"
            rf"(?P<code>{_YEAR}{bare}{end})(?=[.,;:)\n]|\Z)"
        ),
    )
    return tuple(map(re.compile, shapes))


@functools.cache
def _before(region: str) -> re.Pattern[str] | None:
    """A code and a town that an address follows."""
    bare = bare_code_of(region)
    shape = rf"(?<![\w.-])(?P<code>(?:[A-Z]{{1,3}}-)?{bare}),? {TOWN}[,;.:]{{0,2}}[ \n]\Z"
    return re.compile(shape) if bare else None


@functools.cache
def _patterns(region: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in _shapes(region))


def _shapes(region: str) -> Iterator[str]:
    town = rf"(?:[ \n](?!{NO_TOWN}\b){TOWN})?" if region not in NUMBER_FIRST else ""
    for shape in SURE.get(region, (GB_CODE, GB_TYPED) if not bare_code_of(region) else ()):
        yield rf"{_BEFORE}(?:[A-Z]{{1,3}}-)?{shape}{_AFTER}{_NO_UNIT}{town}"
    if region in NUMBER_FIRST:
        yield from (
            rf"\b{GB_CODE}",
            rf"\b{CA_CODE}",
            rf"\b{STATES},?\s(?P<code>\d{{5}}(?:-\d{{4}})?)(?![\d-])",
        )
    yield rf"{_SPOKEN}[:,]?\s{{1,2}}(?P<code>{_ANY_CODE})"
    if region in STATES_OF:
        # A state is no finer than what may stay (45 CFR 164.514).
        yield rf"\b{STATES_OF[region]},?\s(?P<code>{bare_code_of(region)})(?![\d-]|[.,]\d)"
    if prefixed := prefixed_code_of(region):
        yield rf"(?<![\w-]){prefixed}\b{_AFTER}{town}"


def _bare(plain: str, region: str) -> Iterator[Found]:
    """Codes of digits alone, where a town or a state beside them says so."""
    if (shape := _bare_shape(region)) is None:
        return
    for asked, match in enumerate(shape.finditer(plain)):
        start, end = match.span()
        before = plain[max(0, start - _LOOK_BACK) : start]
        town = _TOWN_AFTER.match(plain, end)
        if asked > _MOST_ASKED or _is_placed(
            region, match[0], before, town is not None, plain, end
        ):
            with_town = town is not None and region not in NUMBER_FIRST
            yield Found("postcode", start, town.end() if town and with_town else end)


def _is_placed(region: str, code: str, before: str, town: bool, plain: str, end: int) -> bool:
    """Whether what stands around a code makes it one."""
    named = _PLACE_BEFORE.search(before)
    closed = _CLOSED.match(plain, end) is not None
    placed = _PLACED.search(before[: named.start("place")] if named else before) is not None
    if len(code) == 4:
        if code[:2] in ("19", "20"):
            return False
        if _TIME.fullmatch(code) and not named:
            placed = placed and before[-2:-1].isalpha()
        if named and (named["comma"] or placed):
            return closed
        return town and placed and region not in NUMBER_FIRST
    if (_ROUND.fullmatch(code) or BILLED.fullmatch(code)) and not (town and placed):
        return False
    if region in NUMBER_FIRST:
        return named is not None or (placed and closed)
    return town or (placed and closed) or (named is not None and not plain[end : end + 2].islower())


@functools.cache
def _bare_shape(region: str) -> re.Pattern[str] | None:
    # A code with a blank in it is one wherever it stands.
    bare = bare_code_of(region).replace(" ?", "")
    return re.compile(rf"{_BEFORE}{bare}\b{_AFTER}{_NO_UNIT}") if bare else None
