"""Date checks: whether what has the shape of a date is one, and which day it names."""

import re
from datetime import date

from failnote.masking.folding import Folded
from failnote.masking.months import DAYS
from failnote.masking.wordlist import any_of, words_of

_NO_DATES = frozenset({"24/7", "16/8", "9/11"})

_LEADS = r"on since until till? before after dated? due seen born dob d\.o\.b\.? am vom"
_THEN = r"\b\.?[,:]?[ \n]{1,3}(?:the[ \n])?\Z"
_STRONG = re.compile(rf"\b(?:{any_of(_LEADS + ' bis seit')}|{DAYS}){_THEN}")
_CONTEXT = re.compile(rf"\b(?:{any_of(_LEADS + ' by from le el')}|{DAYS}){_THEN}")
_WEEKDAY = re.compile(rf"(?:{DAYS})\b")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n]\s{0,3}[\"“'(]?)\Z")
_NEXT = any_of(
    "and at i she he they we it was is to in but when as with for that the my her his our or this"
    " from by until till last next then after before about again because came went had has would"
    " will did said sent wrote rang called asked stopped"
)
_GOES_ON = re.compile(rf"(?:\Z|[ \n]?[.,;:!?)\]\"”'/-]|[ \n]{_NEXT}\b)")
_WEAK = words_of("may march mar jan feb apr jun jul aug sep sept oct nov dec august")
"""Months that are also words, or cut short: without a capital they need more around them."""
_VERBS = frozenset({"may", "march"})
_APART = re.compile(r"[,;(] ?\Z")
_LOOK_BACK = 24

Match = re.Match[str]


def always(_match: Match, _text: Folded) -> bool:
    """Whatever has this shape is a date."""
    return True


def in_calendar(match: Match, _text: Folded) -> bool:
    """The numbers are a day, a month and a year, in one order or another."""
    given = match.groupdict()
    if "m" in given:
        return _exists(int(match["year"]), int(match["m"]), int(match["d"]))
    year, a, b = int(match["year"]), int(match["a"]), int(match["b"])
    return _exists(2000 + year % 100, b, a) or _exists(2000 + year % 100, a, b)


def two_numbers(match: Match, text: Folded) -> bool:
    """Day and month without a year, where it is no score: after "on", or 14/2 after "by"."""
    a, b = int(match["a"]), int(match["b"])
    if match["date"] in _NO_DATES or not (_exists(2024, b, a) or _exists(2024, a, b)):
        return False
    if a <= b:
        return _after(_STRONG, match, text)
    return _after(_CONTEXT, match, text)


def day_month(match: Match, text: Folded) -> bool:
    """A day and a month's name; "4 may help" is none."""
    if match["month"] not in _WEAK or _has_capital(match, text):
        return True
    if match["ordinal"] or match["year"] or _is_led_to(match, text):
        return True
    # In dictated text without capitals a date may stand between commas.
    apart = _APART.search(text.folded, max(0, match.start("date") - 3), match.start("date"))
    return match["month"] not in _VERBS and bool(apart) and text.folded[match.end() :][:1] != "."


def month_day(match: Match, text: Folded) -> bool:
    """A month's name and a day; "May 5 people come?" is none."""
    if match["month"] not in _WEAK or match["ordinal"] or match["year"]:
        return True
    if not _has_capital(match, text):
        return _is_led_to(match, text)
    starts = _SENTENCE_START.search(
        text.folded, max(0, match.start("date") - 5), match.start("date")
    )
    if match["month"] not in _VERBS or not starts:
        return True
    return bool(_GOES_ON.match(text.folded, match.end()))


def month_alone(match: Match, text: Folded) -> bool:
    """A month's name after a word such as "since"."""
    if match["month"] not in _WEAK:
        return True
    return _has_capital(match, text) and not (match["month"] in _VERBS and match["how"] == "to")


def month_in_words(match: Match, text: Folded) -> bool:
    """June third, but not may first."""
    return match["month"] not in _VERBS and _has_capital(match, text)


def goes_on(match: Match, text: Folded) -> bool:
    """On the 14th, but not on the 14th floor."""
    return bool(_GOES_ON.match(text.folded, match.end()))


def day_of(match: Match, months: dict[str, int], region: str) -> date | None:
    """The day that a date names, where year, month and day are certain."""
    given = match.groupdict()
    year = given.get("year") or ""
    if len(year) != len("2024"):
        return None
    if given.get("m"):
        return _date(int(year), int(given["m"]), int(given["d"]))
    if given.get("month") and given.get("day") and not given.get("more"):
        return _date(int(year), months[given["month"]], int(given["day"]))
    if given.get("a") and given.get("b"):
        a, b = int(given["a"]), int(given["b"])
        american = region == "US" and given["sep"] != "."
        first, second = ((a, b), (b, a)) if american else ((b, a), (a, b))
        return _date(int(year), *first) or _date(int(year), *second)
    return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _exists(year: int, month: int, day: int) -> bool:
    return _date(year, month, day) is not None


def _has_capital(match: Match, text: Folded) -> bool:
    return text.plain[match.start("month")].isupper()


def _is_led_to(match: Match, text: Folded) -> bool:
    """Whether a weekday or a word such as "on" comes before the day."""
    return bool(_WEEKDAY.match(match["date"])) or _after(_CONTEXT, match, text)


def _after(pattern: re.Pattern[str], match: Match, text: Folded) -> bool:
    start = match.start("date")
    return bool(pattern.search(text.folded, max(0, start - _LOOK_BACK), start))
