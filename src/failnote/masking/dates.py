"""Dates: every date finer than a year, in numbers, in words, by its holiday. Years stay."""

import functools
import re
from collections.abc import Callable, Iterator

from failnote.masking import date_checks as check
from failnote.masking.folding import Folded
from failnote.masking.found import Found
from failnote.masking.holidays import holidays
from failnote.masking.months import DAYS, LANGUAGE_OF, month_numbers
from failnote.masking.wordlist import any_of

_DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th|er)"
_YEAR = r"(?:19|20)\d\d"
_GAP = r"[ \n]{1,3}"
_FREE = r"(?<![\d.,/:-])"
_WEEKDAY = rf"(?:\b(?:{DAYS})\b\.?,?{_GAP}(?:the{_GAP})?)?"
_TO = (
    r"[ \n]{0,2}(?:-|/|&|\b(?:to|and|or|until|till|bis|und|au|et|al|y|e|i|do)\b)[ \n]{0,2}(?:the )?"
)
_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_NTH = (
    rf"(?:(?:twenty|thirty)[ -](?:{_UNITS})|{_UNITS}|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
_FULL_DAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_PARTS = any_of(
    "anfang mitte ende debut mi fin begin eind inizio principios~de mediados~de finales~de"
    " poczatku poczatek polowie koncu koniec"
)
"""The beginning, middle and end of a month, in other languages."""
_SINCE = any_of(
    "in since until till by last next this during throughout through before after from around of"
    " past"
)

_DIGIT = re.compile(r"\d")
_Accept = Callable[[re.Match[str], Folded], bool]
_Rule = tuple[re.Pattern[str], _Accept]


def dates(text: Folded, language: str, region: str) -> Iterator[Found]:
    """Dates in a text; English ones always, those of ``language`` and of the country's too.

    ``region`` settles which of 3/4/2025 is the month, for the day that a date names.
    """
    spoken = tuple(dict.fromkeys((language, LANGUAGE_OF.get(region, language))))
    months = month_numbers(*spoken)
    in_digits, in_words = _rules(*spoken)
    for pattern, accept in (*in_digits, *in_words) if _DIGIT.search(text.folded) else in_words:
        for match in pattern.finditer(text.folded):
            if accept(match, text):
                start, end = match.span("date")
                yield Found("date", start, end, check.day_of(match, months, region))


@functools.cache
def _rules(*languages: str) -> tuple[tuple[_Rule, ...], tuple[_Rule, ...]]:
    """Rules that need a digit, and those that do not."""
    names = sorted(month_numbers(*languages), key=len, reverse=True)
    month = rf"\b(?P<month>{'|'.join(names)})\b"
    in_words = (*_in_words(month), *_without_day(month, *languages))
    return (*_in_numbers(), *_with_month(month)), in_words


def _rule(accept: _Accept, before: str, dated: str, after: str = "") -> _Rule:
    """A pattern whose middle part is the date."""
    return re.compile(f"{before}(?P<date>{dated}){after}"), accept


def _in_numbers() -> Iterator[_Rule]:
    month = r"(?:0?[1-9]|1[0-2])"
    year_first = rf"(?P<year>{_YEAR})(?P<sep>[-/.]) ?(?P<m>\d\d?)(?P=sep) ?(?P<d>\d\d?)"
    year_last = rf"(?P<a>\d\d?)(?P<sep>[-/.]) ?(?P<b>\d\d?)(?P=sep) ?(?P<year>{_YEAR}|\d\d)"
    yield _rule(check.in_calendar, _FREE, year_first, r"(?!\d)")
    yield _rule(check.in_calendar, _FREE, year_last, r"(?!\d|[./-]\d)")
    yield _rule(check.always, _FREE, rf"{month}[/.]{_YEAR}", r"(?![\d/-])")
    expiry = r"\b(?:exp|expiry|expires|valid|thru)\b\.?:? "
    yield _rule(check.always, expiry, r"(?:0[1-9]|1[0-2])/\d\d", r"(?!\d)")
    yield _rule(check.two_numbers, _FREE, r"(?P<a>\d\d?)/(?P<b>\d\d?)", r"(?![\d%/-]|\.\d)")
    german = r"\b(?:am|vom|bis|seit|ab|zum|den) "
    yield _rule(check.always, german, rf"{_DAY}\. ?{month}\.", r"(?!\d)")


def _with_month(month: str) -> Iterator[_Rule]:
    year = (
        rf"(?:\.?(?:(?:,?{_GAP}(?:del?{_GAP})?|-)(?P<year>{_YEAR})\b|[ \n-]'\d\d\b|-\d\d\b"
        rf"|{_GAP}[012]\d\b(?=[.,;)]|\Z)))?"
    )
    no_other = r"(?!%|[:.,/]\d)"
    earlier = rf"(?P<more>(?:{_DAY}{_TH}?\.?(?:{_TO}|, ?){_WEEKDAY}){{1,3}})?"
    later = rf"(?P<more>(?:{_TO}{_DAY}{_TH}?\b{no_other}){{1,3}})?"
    between = rf"(?:{_GAP}(?:of|de){_GAP}|\.[ \n]{{0,2}}|[ \n-]{{1,3}})"
    day = rf"(?P<day>{_DAY})(?P<ordinal>{_TH})?"
    yield _rule(
        check.day_month,
        "",
        rf"(?:\bthe{_GAP})?{_WEEKDAY}{_FREE}\b{earlier}{day}{between}{month}{year}",
    )
    yield _rule(
        check.month_day,
        "",
        rf"{_WEEKDAY}{month}\.?{_GAP}(?:the{_GAP})?{day}\b{no_other}{later}{year}",
    )


def _in_words(month: str) -> Iterator[_Rule]:
    the = rf"(?:the{_GAP})?"
    year = rf"(?:,?{_GAP}{_YEAR}\b)?"
    yield _rule(check.always, r"\b", rf"{the}{_NTH}{_GAP}(?:day{_GAP})?of{_GAP}{month}{year}")
    yield _rule(check.always, "", rf"{month}{_GAP}the{_GAP}{_NTH}\b")
    yield _rule(check.month_in_words, "", rf"{month}{_GAP}{_NTH}\b")
    leads = rf"\b(?:on|since|until|till|by|before|after|from|due){_GAP}"
    yield _rule(check.goes_on, leads, rf"the{_GAP}{_DAY}{_TH}", r"\b")
    yield _rule(check.always, r"\b", rf"(?:{DAYS})\b\.?,?{_GAP}{the}{_DAY}{_TH}\b")
    which = rf"(?:the )?(?:{_UNITS}|last)"
    yield _rule(check.always, r"\b", rf"{which} {_FULL_DAY} (?:in|of|before|after) {month}")
    relative = r"(?:(?:a week )?(?:last|next|ago) )?"
    yield _rule(check.always, r"\b", rf"{relative}{_FULL_DAY} (?:week|fortnight)\b")
    yield _rule(
        check.always, r"\b", rf"the {_FULL_DAY} (?:after|before)\b(?! (?:that|this|we|i)\b)"
    )
    yield _rule(check.always, r"\b", rf"a week (?:last|ago|on|from|next) {_FULL_DAY}\b")


def _without_day(month: str, *languages: str) -> Iterator[_Rule]:
    part = rf"(?:early|late|mid|{_PARTS})[ -]"
    year = rf"(?:{_YEAR}\b|'\d\d\b)"
    yield _rule(check.always, "", rf"(?:\b{part})?{month}\.?,?{_GAP}(?:of{_GAP})?{year}")
    yield _rule(check.month_alone, rf"\b(?P<how>{_SINCE}){_GAP}", rf"(?:{part})?{month}")
    yield _rule(check.always, r"\b", rf"{part}{month}")
    seasons = "(?:spring|summer|autumn|fall|winter)"
    yield _rule(
        check.always,
        r"\b(?:in|since|until|by|that|last|this|next) ",
        rf"(?:early|late|mid)[ -]{seasons}\b",
    )
    yield _rule(check.always, r"\b", rf"{seasons}(?: of)? {_YEAR}\b")
    weeks = rf"{_YEAR}-w\d\d|(?:week|kw) \d\d?(?:,| of|/)? ?{_YEAR}"
    yield _rule(check.always, r"\b", rf"q[1-4][ /]{_YEAR}|{_YEAR}[ -]?q[1-4]|{weeks}", r"\b")
    yield _rule(check.always, r"\b", rf"(?:{holidays(*languages)})\b(?:{_GAP}{_YEAR}\b)?")
