"""Dates: every date finer than a year, in numbers, in words, by its holiday. Years stay."""

import functools
import re
from collections.abc import Callable, Iterator

from failnote.masking.dates import date_checks as check
from failnote.masking.dates.bare_dates import bare_dates
from failnote.masking.dates.date_numerals import days_in_words
from failnote.masking.dates.dates_in_english import DAY, PARTS, YEAR, dates_in_english
from failnote.masking.dates.days_alone import days_alone
from failnote.masking.dates.holidays import holidays
from failnote.masking.dates.months import MONTH_FIRST, month_number, months_of, short_months_of
from failnote.masking.dates.spoken import nth_weekday_of, own_language, spoken, weekdays
from failnote.masking.folding import Folded
from failnote.masking.found import Found
from failnote.masking.stems import BLANK, any_stem

_FREE = r"(?<![\d.,/:-])(?<!\d-)"
_TH = r"(?:st|nd|rd|th|ers?|:?[eaos]|de|ste|ten|te|°|-?(?:го|ого|е|ро|та|ти|ви|ри|ма))"
_HUNG_ON = r"(?:-[^\W\d_]{1,6}|\.? ?d(?:\.|ien[^\W\d_]{1,4})(?![^\W\d_]))"
"""What Hungarians and Lithuanians hang on a day: 3-án, 14 d., 2-ąją."""
_TO = (
    r"[ \n]{0,2}(?:-|/|&|\+|\b(?:to|and|or|until|till|bis|und|au|et|al|y|e|i|do|og|och|til|till?"
    r"|ir|iki|si|a|en|tot|és|es|ja|ve|и|до|по|і|та|και)\b)[ \n]{0,2}(?:the )?"
)
_OF = r"(?:of|de|del|di|d'|do~mes~de)"
_ARTICLE = r"(?:the|den|de|der|dem|am|le|il|el|al|du|dne|dnia|d\.|в|на)"
_YEAR_MARK = (
    rf"(?:\.?{BLANK}?(?:roku|rok|r|br|m|года|год|г|рік|року|р|godine|god|g|leta|metų|gada|ý|evi)\b"
    r"(?!'))?"
)
_IN_YEAR = r"(?:m\.?|metu|met[uų]|gada|aasta|aastal|evi|ev|esztendo)"
_ROMAN = frozenset(
    {"pl", "ro", "hu", "cs", "sk", "sl", "hr", "sr", "ru", "uk", "bg", "lt", "lv", "et", "it", "el"}
    | {"es", "pt"}
)
"""Languages in which months are written in Roman numerals: 3.III., 12 III 2025."""
_DIGIT = re.compile(r"\d")
_Accept = Callable[[re.Match[str], Folded], bool]
_Rule = tuple[re.Pattern[str], _Accept]


def dates(text: Folded, language: str, region: str) -> Iterator[Found]:
    """Dates in a text; English ones always, those of ``language`` and of the country's too.

    ``region`` settles which of 3/4/2025 is the month, for the day that a date names.
    """
    languages = spoken(language, region)
    has_digit = bool(_DIGIT.search(text.folded))
    with_month, without = _rules(own_language(language), languages)
    rules = list(without)
    if _any_month(own_language(language), languages).search(text.folded):
        rules += with_month
    if has_digit:
        rules += _in_numbers(languages)
    named = set()
    for pattern, accept in rules:
        for match in pattern.finditer(text.folded):
            if accept(match, text):
                start, end = match.span("date")
                day = check.day_of(match, languages, language, region)
                yield Found("date", start, end, day)
                named.add(match.groupdict().get("month") or "")
    if has_digit:
        known = {month_number(month, *languages) for month in named}
        for start, end in bare_dates(text, language, region, known):
            yield Found("date", start, end)


@functools.cache
def _month_names(own: str, languages: tuple[str, ...]) -> str:
    """A pattern for a month: cut short in English and in the language of the text only."""
    return f"{months_of(*languages)}|{short_months_of(*dict.fromkeys((own, 'en')))}"


@functools.cache
def _any_month(own: str, languages: tuple[str, ...]) -> re.Pattern[str]:
    """A month anywhere, and in 03Mar25: without one most rules need not be tried."""
    return re.compile(rf"(?<![^\W\d_])(?:{_month_names(own, languages)})(?![^\W\d_])")


@functools.cache
def _rules(own: str, languages: tuple[str, ...]) -> tuple[tuple[_Rule, ...], tuple[_Rule, ...]]:
    """Rules that need a month's name, and those that do not."""
    month = rf"\b(?P<month>{_month_names(own, languages)})\b"
    in_full = rf"\b(?P<month>{months_of(*languages)})\b"
    first = [each for each in languages if each in MONTH_FIRST]
    short = short_months_of(*(each for each in first if each in (own, "en")))
    leading = rf"\b(?P<month>{months_of(*first)}|{short})\b"
    day_of_week = _day_of_week(languages)
    with_month = (
        *_day_and_month(month, day_of_week, in_english=own == "en"),
        *_month_and_day(leading, day_of_week, hung_on=len(first) > 1),
        *_year_first(month),
        *_month_and_year(month),
        *(_rule(accept, *parts) for accept, parts in dates_in_english(month)),
        _rule(check.always, r"\b", rf"{days_in_words(*languages)}{BLANK}(?:{_of()})?{in_full}"),
        _rule(check.always, "", rf"{leading}{BLANK}{days_in_words(*first)}\b"),
    )
    if own != "en":
        with_month = (*with_month, _rule(check.always, r"\b", rf"{nth_weekday_of()}{in_full}"))
    finnish = rf"(?P<month>{months_of('fi')}){BLANK}{DAY}\.?{BLANK}p(?:aiv[^\W\d_]{{1,6}}|na)"
    if "fi" in languages:
        with_month = (*with_month, _rule(check.always, r"\b", finnish))
    relative = (_rule(accept, *parts) for accept, parts in dates_in_english())
    feasts = _rule(check.feast, r"\b", rf"{holidays(*languages)}(?:{BLANK}(?:{YEAR}|'\d\d)\b)?")
    alone = (
        _rule(
            check.before_small if before_small else check.always,
            rf"\b(?:{before}){BLANK}" if before else r"(?<![\w.,/:-])",
            day,
        )
        for before_small, before, day in days_alone(*languages)
    )
    return with_month, (*relative, *alone, feasts)


@functools.cache
def _day_of_week(languages: tuple[str, ...]) -> str:
    return rf"(?:\b{weekdays(*languages)}\b\.?,?{BLANK}(?:{_ARTICLE}{BLANK})?)?"


def _rule(accept: _Accept, before: str, dated: str, after: str = "") -> _Rule:
    """A pattern whose middle part is the date."""
    return re.compile(f"{before}(?P<date>{dated}){after}"), accept


def _of() -> str:
    return rf"{any_stem(_OF)}{BLANK}|d'"


@functools.cache
def _in_numbers(languages: tuple[str, ...]) -> tuple[_Rule, ...]:
    day_of_week = _day_of_week(languages)
    month = r"(?:0?[1-9]|1[0-2])"
    roman = r"(?:x?i{1,3}|iv|vi{0,3}|ix|xi{0,2}|x|v)"
    year_first = (
        rf"(?P<year>{YEAR})(?P<sep>[-/. ]) ?(?P<m>\d\d?)(?P=sep) ?(?P<d>\d\d?)(?:-[^\W\d_]{{2}})?"
    )
    year_last = (
        rf"(?P<a>\d\d?)(?P<sep>[-/.]) ?(?P<b>\d\d?)(?P=sep) ?(?P<year>{YEAR}|'?\d\d){_YEAR_MARK}"
    )
    swedish = rf"(?P<a>\d\d?)(?P<sep>/)(?P<b>\d\d?)(?: ?-\d\d|[ -]{{1,2}}(?P<year>{YEAR}))"
    expiry = r"\b(?:exp|expiry|expires|valid|thru)\b\.?:? "
    in_roman = (
        rf"{DAY}(?P<point>\.|/|-| |\. )(?P<roman>{roman})(?:(?P=point) ?(?P<year>{YEAR}|\d\d))?"
        rf"{_YEAR_MARK}"
    )
    roman_first = (
        rf"(?:(?P<year>{YEAR})\. )?(?P<roman>{roman})(?P<point>\. ?){DAY}(?:\.|-[^\W\d_]{{1,5}})"
    )
    in_romans = (in_roman, *([roman_first] if "hu" in languages else []))
    if not _ROMAN.intersection(languages):
        in_romans = (rf"{in_roman}(?<=\d\d)",)
    return (
        _rule(check.in_calendar, "", day_of_week + _FREE + year_first, r"(?!\d)"),
        _rule(check.in_calendar, "", day_of_week + _FREE + year_last, r"(?!\d|[./-]\d)"),
        _rule(check.in_calendar, "", day_of_week + _FREE + swedish, r"(?!\d|[./-]\d)"),
        _rule(check.always, _FREE, rf"{month}[/.]{YEAR}", r"(?![\d/-])"),
        _rule(check.always, expiry, r"(?:0[1-9]|1[0-2])/\d\d", r"(?!\d)"),
        *(_rule(check.in_roman, r"(?<![\w.,/:-])", each, r"(?![\w%])") for each in in_romans),
    )


def _year(*, two_digits: bool = True) -> str:
    short = rf"|[ \n-]'\d\d\b|-\d\d\b|{BLANK}[012]\d\b(?=[.,;)]|\Z)" if two_digits else ""
    long = rf"(?:,?{BLANK}(?:del?{BLANK})?|[-/.])(?P<year>{YEAR})\b{_YEAR_MARK}"
    return rf"(?:\.?(?:{long}{short}))?"


def _day_and_month(month: str, day_of_week: str, *, in_english: bool) -> Iterator[_Rule]:
    not_two = r"(?!\d\d?[-/]\d\d?[-/,; ]{1,2}\d)"
    another = rf"{DAY}(?:{_TH}|{_HUNG_ON})?\.?(?:{_TO}|, ?){day_of_week}"
    earlier = rf"(?P<more>{not_two}(?:{another}){{1,3}})?"
    between = rf"(?:\.?{BLANK}(?:{_of()})|\.[ \n]{{0,2}}|[ \n/-]{{1,3}})"
    day = rf"(?P<day>{DAY})(?P<ordinal>{_TH})?"
    yield _rule(
        functools.partial(check.day_month, in_english=in_english),
        "",
        rf"(?:\b(?:the|den){BLANK})?{day_of_week}{_FREE}\b{earlier}{day}{between}{month}{_year()}"
        r"(?:'[^\W\d_]{1,4})?",
    )
    tight = r"(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)"
    yield _rule(
        check.tight, _FREE + r"\b", rf"(?P<day>{DAY})-?{tight}-?(?P<year>{YEAR}|'?\d\d)?", r"\b"
    )


def _month_and_day(month: str, day_of_week: str, *, hung_on: bool) -> Iterator[_Rule]:
    no_other = r"(?!%|[:.,/]\d)"
    th = rf"(?:{_TH}|{_HUNG_ON})" if hung_on else _TH
    later = rf"(?P<more>(?:{_TO}{DAY}{th}?(?!\w){no_other}){{1,3}})?"
    inner = rf"(?:men(?:\.|esio){BLANK}|ho{BLANK})?"
    day = rf"(?P<day>{DAY})(?P<ordinal>{th})?(?:/\d\d(?![\d/]))?(?!\w){no_other}"
    yield _rule(
        check.month_day,
        "",
        rf"{day_of_week}{month}(?:(?<![^\W\d_]{{5}})\.)?(?:{BLANK}|-){inner}(?:the{BLANK})?{day}"
        rf"{later}{_year()}",
    )


def _year_first(month: str) -> Iterator[_Rule]:
    year = rf"(?P<year>{YEAR})(?:-?[^\W\d_]{{1,4}})?\.?(?:{BLANK}|-)(?:{_IN_YEAR}{BLANK})?"
    day = rf"(?P<day>{DAY})(?:{_TH}|{_HUNG_ON})?(?!\w|%|[:.,/]\d)"
    yield _rule(check.always, r"\b", rf"{year}{month}\.?(?:{BLANK}|-)(?:men\.{BLANK})?{day}")
    yield _rule(check.always, r"\b", rf"{year}{day}\.?{BLANK}{month}")


def _month_and_year(month: str) -> Iterator[_Rule]:
    part = rf"{PARTS}(?:[ -]|{BLANK}(?:of{BLANK})?)"
    year = rf"(?:{YEAR}\b{_YEAR_MARK}|'\d\d\b)"
    yield _rule(check.always, "", rf"(?:\b{part})?{month}\.?,?{BLANK}(?:(?:of|del?){BLANK})?{year}")
    yield _rule(check.always, r"\b", rf"{YEAR}\.?,?{BLANK}(?:{_IN_YEAR}{BLANK})?{month}")
    yield _rule(check.always, r"\b", rf"{part}{month}")
