"""Bare dates: day and month in numbers without a year, told from scores by what is around them."""

import re
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from failnote.masking.dates.bare_date_cues import Cues, cues_of
from failnote.masking.dates.spoken import own_language
from failnote.masking.folding import Folded

_NO_DATES = frozenset({"24/7", "24/6", "16/8", "9/11", "20/4", "12/12"})
_NO_SCALE_HAS = frozenset({11, 13, 14, 17, 19, 22, 23, 26, 29, 31})
"""Maxima of no scale, up to 31: what stands over them is no score."""
_NO_MAXIMA = frozenset({6, 9})
"""Up to 12: hardly any scale ends there, and hardly anything is counted by them."""
_USUAL_MAXIMA = frozenset({15, 20, 21, 24, 27})
"""Maxima of the scales that therapists use most, PHQ-9 and GAD-7 among them."""
_MONTH_FIRST = frozenset({"US", "PH"})
_EITHER_FIRST = frozenset({"CA"})
_BESIDE = re.compile(r"/\d\d?,? \Z")
_MONTHS = 12
_COMMONEST = 10
"""What most scores are out of."""
_MOST_ASKED = 3000
"""Pairs that are looked at; whoever writes more has all from there to the last one masked."""

_DOTTED_LANGUAGES = frozenset(
    {"de", "fi", "et", "cs", "sk", "sl", "hr", "sr", "hu", "pl", "ro", "bg", "ru", "uk"}
    | {"lv", "nb", "da", "tr"}
)
_DOTTED_AT_TIMES = frozenset({"it", "fr", "es", "pt", "nl", "lt", "sv"})
_DOTTED_COUNTRIES_AT_TIMES = frozenset({"BE", "NL", "FR", "IT", "ES", "PT", "GR", "SE", "LT", "LU"})
_DASHED_AT_TIMES = frozenset({"it", "es", "pt", "fr"})
_DOTTED_COUNTRIES = frozenset(
    {"DE", "AT", "CH", "LI", "FI", "EE", "CZ", "SK", "SI", "HR", "RS", "BA", "ME", "HU", "PL"}
    | {"RO", "BG", "RU", "UA", "LV", "NO", "DK", "TR"}
)
"""Where 3.4. is a day and a month."""

_AND = r"(?:-|&|\+|u\.|und|og|och|et|y|e|ja|i|a|es|si|и|і)"
_SLASHED = re.compile(
    rf"(?<![\w.,/:#])(?<!\d-)(?:\d\d?(?:/\d\d?)? ?{_AND} ?)?(?P<a>\d\d?)/(?P<b>\d\d?)"
    r"(?![\w%/]|[.,:]\d|-\d\d?(?!\d?/))"
)
_DOTTED = re.compile(
    rf"(?<![\w.,/:-])(?:\d\d?\.(?: ?\d\d?\.)? ?{_AND} ?)?(?P<a>\d\d?)\. ?(?P<b>\d\d?)\."
    r"(?![\w/]|[.,:]\d| ?\d\d?\d?\d?\b)"
)
_UNDOTTED = re.compile(
    r"(?<![\w.,/:-])(?P<a>\d\d?)\.(?P<b>0?[1-9]|[12]\d|3[01])(?![\w%/]|[.,:-]\d|\.[\w ]?\d)"
)
_DASHED = re.compile(r"(?<![\w.,/:-])(?P<a>\d\d?)-(?P<b>\d\d?)(?![\w%/-]|[.,:]\d)")
_WITH_YEAR = re.compile(r"(?<![\w.,/:-])(\d\d?)([/.])(\d\d?)\2(?:\d\d\d\d|\d\d)(?!\d)")
_ISO = re.compile(r"\b(?:19|20)\d\d-\d\d-\d\d\b")


class _Seen(NamedTuple):
    """Two numbers that may be a day and a month."""

    start: int
    end: int
    month: int
    sure: bool
    """Whether what is around them tells a date; otherwise other dates of the text decide."""
    led: bool = False
    """Whether a word that may lead to a date comes before, or the line begins here."""


def bare_dates(
    text: Folded, language: str, region: str, known: Collection[int | None] = ()
) -> Iterator[tuple[int, int]]:
    """Where in a text days and months without a year stand, for a writer in ``region``.

    ``known`` are the months that the text names in words.
    """
    own = own_language(language)
    cues = cues_of(own, region)
    yield from _decided(text, [*_slashed(text, cues, region)], known)
    if region not in _MONTH_FIRST or own in _DOTTED_LANGUAGES | _DOTTED_AT_TIMES:
        yield from _decided(text, [*_dotted(text, cues, own, region)], known)
    yield from _decided(text, [*_dashed(text, cues, own, region)])


def _decided(
    text: Folded, seen: Sequence[_Seen], known: Collection[int | None] = ()
) -> Iterator[tuple[int, int]]:
    """Those that are sure, and those whose month lies next to one that is."""
    if not seen:
        return
    sure = {each.month for each in seen if each.sure} | _months_with_year(text)
    sure.update(month for month in known if month)
    near = {(month + step - 1) % _MONTHS + 1 for month in sure for step in (-1, 0, 1)}
    for each in seen:
        if each.sure or (sure and each.led) or each.month in near:
            yield each.start, each.end


def _months_with_year(text: Folded) -> set[int]:
    """The months of dates with a year in a text; where the order is in doubt, both."""
    found = _WITH_YEAR.finditer(text.folded)
    return {int(n) for each in found for n in (each[1], each[3]) if 1 <= int(n) <= _MONTHS}


def _slashed(text: Folded, cues: Cues, region: str) -> Iterator[_Seen]:
    pairs = _SLASHED.finditer(text.folded)
    for asked, match in enumerate(pairs):
        if asked == _MOST_ASKED:
            *_, last = match, *pairs
            yield _Seen(match.start(), last.end(), month=1, sure=True)
            return
        a, b = int(match["a"]), int(match["b"])
        month = _month_of(a, b, region)
        if month is None or cues.counts(text, match):
            continue
        beside = text.folded[max(0, match.start() - 4) : match.start()]
        if match[0] in _NO_DATES and not (cues.leads(text, match) or _BESIDE.search(beside)):
            continue
        month_first = region in _MONTH_FIRST
        own_order = region not in _MONTH_FIRST | _EITHER_FIRST and b <= _MONTHS
        odd = region not in _MONTH_FIRST | _EITHER_FIRST and b > _MONTHS
        late = month_first and b > _MONTHS and b not in _USUAL_MAXIMA
        told = a > b or (b in _NO_SCALE_HAS and not odd) or late
        happened = cues.is_event(text, match) and not odd and b != _COMMONEST
        led = cues.leads(text, match) and not (odd and cues.is_score(text, match, strictly=False))
        if led or happened:
            yield _Seen(cues.start(text, match), match.end(), month, sure=True)
        elif odd or (month_first and a > _MONTHS) or cues.is_score(text, match, strictly=a > b):
            continue
        elif told or cues.is_entry(text, match) or cues.is_event(text, match):
            yield _Seen(cues.start(text, match), match.end(), month, sure=True)
        else:
            likely = cues.may_lead(text, match)
            if likely or (a != b and b != _COMMONEST) or not own_order:
                led = likely or (b in _NO_MAXIMA and a != b)
                yield _Seen(cues.start(text, match), match.end(), month, sure=False, led=led)


def _dotted(text: Folded, cues: Cues, own: str, region: str) -> Iterator[_Seen]:
    native = own in _DOTTED_LANGUAGES
    dotted = native or own in _DOTTED_AT_TIMES
    dotted = dotted or region in _DOTTED_COUNTRIES | _DOTTED_COUNTRIES_AT_TIMES
    first = own in ("hu", "lt") or (region == "HU" and own == "en")
    for pattern in (_DOTTED, _UNDOTTED):
        for match in pattern.finditer(text.folded):
            a, b = int(match["a"]), int(match["b"])
            month, day = (a, b) if first else (b, a)
            if first and not _exists(month, day):
                month, day = day, month
            if not _exists(month, day) or cues.counts(text, match):
                continue
            stamped = match["a"][0] == "0" and match["b"][0] != "0" and len(match["b"]) > 1
            stamped = stamped and cues.opens(text, match)
            # No decimal ends in a dot before a comma, and hardly any section is so late.
            ended = pattern is _DOTTED and a > _MONTHS and cues.is_ended(text, match)
            if (
                not dotted
                and not (stamped or ended)
                and (pattern is _DOTTED or (day <= _MONTHS and match["b"][0] != "0"))
            ):
                continue
            if len(match["b"]) > 1 and cues.is_time(text, match):
                continue
            told = a > _MONTHS and cues.is_event(text, match)
            if stamped or told or ended or cues.leads(text, match):
                yield _Seen(cues.start(text, match), match.end(), month, sure=True)
                continue
            # Where 3.4. is a date, decimals have a comma.
            dated = pattern is _DOTTED and a > _MONTHS
            if not dotted or cues.is_score(text, match, strictly=dated):
                continue
            if pattern is _DOTTED:
                sure = native or cues.goes_on(text, match)
            else:
                sure = native and (match["a"][0] == "0" or a > _MONTHS)
            sure = sure or cues.is_entry(text, match)
            yield _Seen(
                cues.start(text, match),
                match.end(),
                month,
                sure=sure,
                led=cues.may_lead(text, match),
            )


def _dashed(text: Folded, cues: Cues, own: str, region: str) -> Iterator[_Seen]:
    lithuanian = own == "lt" or region == "LT"
    dashed = own in ("nl", "lt") or region in ("NL", "BE", "LT")
    among_iso = lithuanian and bool(_ISO.search(text.folded))
    for match in _DASHED.finditer(text.folded):
        a, b = int(match["a"]), int(match["b"])
        month, day = (a, b) if lithuanian else (b, a)
        if region in _MONTH_FIRST:
            month, day = (a, b) if _exists(a, b) else (b, a)
        if not _exists(month, day) or cues.counts(text, match):
            continue
        padded = len(match["a"]) == len(match["b"]) == len("03")
        # A range goes up, and hardly anybody fills its numbers up.
        filled = padded and match["a"][0] == "0"
        if dashed or own in _DASHED_AT_TIMES:
            led = cues.leads(text, match, native=own != "en" or not padded)
            led = led or (dashed and a > _MONTHS)
        else:
            no_range = filled or a > _MONTHS or (region in _MONTH_FIRST and b > _MONTHS)
            led = cues.leads(text, match) and (no_range or cues.is_told(text, match))
        alone = filled and not cues.is_score(text, match, strictly=False)
        if led or alone or (among_iso and padded):
            yield _Seen(cues.start(text, match), match.end(), month, sure=True)


@cache
def _month_of(a: int, b: int, region: str) -> int | None:
    """The month of two numbers, as they are written in a country, or else the other way."""
    month_first = (a, b) if _exists(a, b) else None
    day_first = (b, a) if _exists(b, a) else None
    chosen = month_first or day_first if region in _MONTH_FIRST else day_first or month_first
    return chosen[0] if chosen else None


@cache
def _exists(month: int, day: int) -> bool:
    try:
        date(2024, month, day)
    except ValueError:
        return False
    return True
