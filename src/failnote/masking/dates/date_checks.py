"""Date checks: whether what has the shape of a date is one, and which day it names."""

import re
from datetime import date

from failnote.masking.dates.months import month_number
from failnote.masking.dates.spoken import weak_leads, weekdays
from failnote.masking.folding import Folded
from failnote.masking.wordlist import any_of, words_of

_LEAD = re.compile(
    rf"\b(?:{weak_leads('en', 'de', 'es', 'it', 'nl')}|{weekdays('en')})"
    r"\b\.?[,:]?[ \n]{1,3}(?:the[ \n])?\Z"
)
_WEEKDAY = re.compile(rf"{weekdays('en')}\b")
_SENTENCE_START = re.compile(r"(?:\A|[.!?:\n]\s{0,3}[\"“'(]?)\Z")
_NEXT = any_of(
    "and at i she he they we it was is to in but when as with for that the my her his our or this"
    " from by until till last next then after before about again because came went had has would"
    " will did said sent wrote rang called asked stopped a an no nothing another"
)
_GOES_ON = re.compile(rf"(?:\Z|[ \n]?[.,;:!?)\]\"”'/-]|\n|[ \n]{_NEXT}\b)")
_CLOSED = re.compile(r"[,;:)]|\.(?:[ \n]|\Z)|\n|\Z")
_MARCHES = re.compile(r"[ \n](?:on|off|out|against|past|together|down|up|through|in|to|every)\b")
_WEAK = words_of("may march mar dec")
"""English months that are also words, or cut short: without a capital they need more around."""
_WEAK_ELSEWHERE = words_of(
    "ago set out gen mag lug giu ott ara kas eki tem nis haz oca sij tra svi lip kol ruj lis list"
    " stu pros led dub vas kov bal geg lut kwi cze sie gru mart bre kve saus liep spal"
    " бер лип лист вер сер груд чер трав лют tammi helmi kesa heina elo syys loka touko joulu"
)
"""What months are cut short to in other languages, and is a word there or in English."""
_SMALL = re.compile(r"[,;:)]| (?!mal\b)[a-z]")
_MORE = re.compile(r"[ \n](?:mult|mari|mic|putin|bun|rau|tarziu|devreme)")
"""After these Romanian "mai" is "more"."""
_VERBS = frozenset({"may", "march"})
_APART = re.compile(r"[,;(] ?\Z")
_LOOK_BACK = 24
_TIME = re.compile(r",?[ \n](?:at[ \n])?\d{1,2}(?:[:.]\d\d| ?[ap]m)\b")
_SINCE = re.compile(r"\b(?:since|until|till)[ \n]\Z")
_MONTH_FIRST = frozenset({"US", "PH"})
_EITHER_FIRST = frozenset({"CA"})

Match = re.Match[str]


def always(_match: Match, _text: Folded) -> bool:
    """Whatever has this shape is a date."""
    return True


def in_calendar(match: Match, _text: Folded) -> bool:
    """The numbers are a day, a month and a year, in one order or another."""
    given = match.groupdict()
    if "m" in given:
        return _exists(int(match["year"]), int(match["m"]), int(match["d"]))
    year = int((match["year"] or "24").strip("'"))
    a, b = int(match["a"]), int(match["b"])
    return _exists(2000 + year % 100, b, a) or _exists(2000 + year % 100, a, b)


def in_roman(match: Match, text: Folded) -> bool:
    """3/III, where the month is in capitals; 12 III only with its year."""
    if text.plain[match.start("roman")] not in "IVX":
        return bool(match["year"]) and match["point"] in ("/", ".")
    if match["point"] == ". " and len(match["roman"]) == 1:
        return bool(match["year"])  # "Route 9. I went" is no date
    return bool(match["year"]) or match["point"] != " " or len(match["roman"]) > 1


def tight(match: Match, text: Folded) -> bool:
    """03Mar25, 3Mar and 3feb, but not 4may."""
    weak = match["month"] in _WEAK and match["month"] != "mar"
    return bool(match["year"]) or not weak or _has_capital(match, text)


def with_capital(match: Match, text: Folded) -> bool:
    """The third March, but not a second march."""
    return _has_capital(match, text)


def before_small(match: Match, text: Folded) -> bool:
    """German am 14. kam, but not am 3. Tag."""
    return bool(_SMALL.match(text.plain, match.end()))


def feast(match: Match, text: Folded) -> bool:
    """A holiday; one that is an everyday word too has a capital, or a lead-in."""
    start = match.start("proper")
    if start < 0 or text.plain[start].isupper():
        return True
    return bool(_SINCE.search(text.folded, max(0, start - _LOOK_BACK), start))


def day_month(match: Match, text: Folded, *, in_english: bool = True) -> bool:
    """A day and a month's name; "4 may help" is none."""
    month = match["month"]
    if match["month"] == "mai" and _MORE.match(text.folded, match.end()):
        return False
    led = bool(match["ordinal"] or match["year"]) or _is_led_to(match, text)
    if in_english and month in _VERBS and text.plain[match.end("day")] == ".":
        # "Step 9. March on" is two sentences, and so is "down from 17 to 12. March on".
        return led and (not match["more"] or bool(match["year"]))
    if led or month not in _WEAK | _WEAK_ELSEWHERE or _has_capital(match, text):
        return True
    after = text.folded[match.end() :][:1]
    if month in _WEAK_ELSEWHERE or not in_english:
        return after in (".", ",", ")", ";", "\n", "")
    # In dictated text without capitals a date may stand between commas.
    apart = _APART.search(text.folded, max(0, match.start("date") - 3), match.start("date"))
    if month == "dec":
        return bool(apart) and after != "."
    if month == "march":
        return not _MARCHES.match(text.folded, match.end())
    return month == "mar" or bool(_GOES_ON.match(text.folded, match.end()))


def month_day(match: Match, text: Folded) -> bool:
    """A month's name and a day; "May 5 people come?" is none."""
    if match["month"] not in _WEAK | _WEAK_ELSEWHERE or match["ordinal"] or match["year"]:
        return True
    if not _has_capital(match, text):
        cut = match["month"] in ("dec", "mar")
        ends = (_GOES_ON if cut else _CLOSED).match(text.folded, match.end())
        timed = _TIME.match(text.folded, match.end())
        return bool(ends or timed) or _is_led_to(match, text)
    starts = _SENTENCE_START.search(
        text.folded, max(0, match.start("date") - 5), match.start("date")
    )
    if match["month"] not in _VERBS or not starts:
        return True
    return bool(_GOES_ON.match(text.folded, match.end()))


def month_alone(match: Match, text: Folded) -> bool:
    """An English month's name after a word such as "since"."""
    month = match["month"]
    if month_number(month, "en") is None:
        return False
    if month not in _WEAK and len(month) > len("sept"):
        return True
    return _has_capital(match, text) and not (month in _VERBS and match["how"] == "to")


def month_in_words(match: Match, text: Folded) -> bool:
    """June third, but not may first."""
    return match["month"] not in _VERBS and _has_capital(match, text)


def goes_on(match: Match, text: Folded) -> bool:
    """On the 14th, but not on the 14th floor."""
    return bool(_GOES_ON.match(text.folded, match.end()))


def day_of(match: Match, languages: tuple[str, ...], language: str, region: str) -> date | None:
    """The day that a date names, where year, month and day are certain."""
    given = match.groupdict()
    year = given.get("year") or ""
    if len(year) != len("2024") or given.get("more"):
        return None
    if given.get("m"):
        return _date(int(year), int(given["m"]), int(given["d"]))
    if given.get("month") and given.get("day"):
        month = month_number(given["month"], *languages)
        return _date(int(year), month, int(given["day"])) if month else None
    if given.get("a") and given.get("b"):
        in_doubt = region in _EITHER_FIRST or (
            region in _MONTH_FIRST and (language != "en" or given["sep"] == ".")
        )
        return _read(int(year), int(given["a"]), int(given["b"]), region, in_doubt=in_doubt)
    return None


def _read(year: int, a: int, b: int, region: str, *, in_doubt: bool) -> date | None:
    """A date from two numbers, in the order of a country; None where both orders may be meant."""
    month_first, day_first = _date(year, a, b), _date(year, b, a)
    if in_doubt and month_first and day_first and a != b:
        return None
    if region in _MONTH_FIRST:
        return month_first or day_first
    return day_first or month_first


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
    start = match.start("date")
    first = match["date"][0]
    weekday = first.isalpha() and first != "t" and match.start("month") != start
    return (
        weekday
        or bool(_WEEKDAY.match(match["date"]))
        or bool(_LEAD.search(text.folded, max(0, start - _LOOK_BACK), start))
    )
