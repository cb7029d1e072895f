"""Dates in English words: the third of March, the first Monday in May, last Tuesday week."""

from collections.abc import Callable, Iterator

from failnote.masking.dates import date_checks as check
from failnote.masking.stems import BLANK
from failnote.masking.wordlist import any_of

_UNITS = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
_LATE_NTH = (
    rf"(?:(?:twenty|thirty)[ -](?:{_UNITS})|tenth|eleventh|twelfth|thirteenth|fourteenth"
    r"|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)"
)
"""The third thing is told more often than the third of a month; the fourteenth is not."""
_NTH = rf"(?:{_LATE_NTH}|{_UNITS})"
DAY = r"(?:3[01]|[12]\d|0?[1-9])"
_TH = r"(?:st|nd|rd|th)"
YEAR = r"(?:19|20)\d\d"
_FULL_DAY = "(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_DAYS = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun)"
PARTS = any_of(
    "early late mid end~of start~of beginning~of middle~of anfang mitte ende debut mi fin begin"
    " eind medio inizio fine meta"
    " principios~de mediados~de finales~de inicios~de inicio~de meados~de final~de poczatku"
    " poczatek polowie polowa koncu koniec pod~koniec zacatkem koncem pulce polovine zaciatkom"
    " pocetkom krajem sredinom v~nachale v~kontse начале конце середине початку наприкiнцi"
    " alussa lopussa elejen vegen kozepen pradzioje pabaigoje viduryje sakuma beigas borjan slutet"
    " begyndelsen slutningen begynnelsen slutten inceputul sfarsitul algul lopul"
)
"""The beginning, middle and end of a month."""
_SINCE = any_of(
    "in since until till by last next this during throughout through before after from around of"
    " past"
)
_Accept = Callable[..., bool]
_Parts = tuple[_Accept, tuple[str, ...]]


def dates_in_english(month: str = "") -> Iterator[_Parts]:
    """Checks, and patterns in up to three parts whose middle one is the date.

    Given a pattern for a month they are those that have a month in them, otherwise the others.
    """
    yield from _with_month(month) if month else _without_month()


def _with_month(month: str) -> Iterator[_Parts]:
    the = rf"(?:the{BLANK})?"
    year = rf"(?:,?{BLANK}{YEAR}\b)?"
    day_of_week = rf"(?:{_DAYS}\b,?{BLANK})?"
    yield (
        check.always,
        (
            r"\b",
            rf"{day_of_week}{the}{_NTH}{BLANK}(?:day{BLANK})?of{BLANK}{month}{year}",
        ),
    )
    yield check.always, ("", rf"{month}{BLANK}the{BLANK}{_NTH}\b{year}")
    yield check.month_in_words, ("", rf"{month}{BLANK}{_NTH}\b{year}")
    yield check.with_capital, (r"\b", rf"{the}{_NTH}{BLANK}{month}{year}")
    which = rf"(?:the )?(?:{_UNITS}|last|final|1st|2nd|3rd|4th|5th)"
    what = rf"(?:{_FULL_DAY}|(?:bank )?holiday|week(?:end)?|fortnight|day)"
    yield check.always, (r"\b", rf"{which} {what} (?:in|of|before|after) {month}{year}")
    yield check.month_alone, (rf"\b(?P<how>{_SINCE}){BLANK}", month)


def _without_month() -> Iterator[_Parts]:
    leads = (
        rf"\b(?:on|since|until|till|by|before|after|from|due|beginning|commencing|ending|between"
        rf"|for|till|of|to|missed|cancell?ed"
        rf"|skipped|attended|booked|not){BLANK}"
        rf"(?:{_DAYS}\b\.?,?{BLANK})?"
    )
    later = rf"(?:{BLANK}(?:and|to|or|until|till|through){BLANK}(?:the{BLANK})?{DAY}{_TH})?"
    yield check.goes_on, (leads, rf"the{BLANK}{DAY}{_TH}{later}", r"\b")
    yield check.goes_on, (r"\b(?:on|since|until|till|by) ", rf"{DAY}{_TH}", r"\b")
    it_was = rf"\b(?:that|it|which)(?: was| is|'s){BLANK}"
    yield check.goes_on, (it_was, rf"the{BLANK}{DAY}{_TH}", r"\b")
    yield check.always, (r"\b", rf"{_DAYS}\b\.?,?{BLANK}(?:the{BLANK})?{DAY}{_TH}\b")
    yield check.always, (r"\b", rf"{_DAYS}\b\.?,?{BLANK}the{BLANK}{_NTH}\b")
    yield check.goes_on, (rf"\b(?:on|since|until|till|by){BLANK}", rf"the{BLANK}{_LATE_NTH}", r"\b")
    yield (
        check.always,
        (
            r"\b",
            rf"(?:the )?{DAY}{_TH} (?:inst|ult|prox|of (?:this|last|next|that) month)\b",
        ),
    )
    again = r"(?:(?:a (?:week|fortnight) )?(?:last|next|ago|past|this|come|gone) )?"
    day = rf"(?:{_FULL_DAY}|today|tomorrow|yesterday)"
    yield check.always, (r"\b", rf"{again}{day} (?:week|fortnight)\b(?!s|[ -](?:of|off|in)\b)")
    yield (
        check.always,
        (
            r"\b",
            (
                rf"the {_FULL_DAY} (?:after|before)\b(?!"
                rf" (?:that|this|we|i|he|she|they|the|our|my|your)\b)"
            ),
        ),
    )
    how = "(?:last|ago|on|from|next|past|this|come|gone)"
    yield check.always, (r"\b", rf"(?:a|two|three) (?:weeks?|fortnight) {how} {_FULL_DAY}\b")
    yield check.always, (r"\b", rf"{_FULL_DAY} (?:past|gone|was|come) a (?:week|fortnight)\b")
    seasons = "(?:spring|summer|autumn|fall|winter)"
    yield (
        check.always,
        (
            r"\b(?:in|since|until|by|that|last|this|next) ",
            rf"(?:early|late|mid)[ -]{seasons}\b",
        ),
    )
    elsewhere = any_of(
        "fruhling fruhjahr sommers? herbst(?:es)? winters? printemps ete automne hiver primavera"
        " verano otono invierno estate autunno inverno verao outono lente zomer herfst var sommaren"
        " hosten hosten vintern varen efterar foraar jesien\\w{0,2} zim[aey] wiosn[aey] lat[aoe]m?"
        " podzim\\w? jar[ao] let[aou] proljec[ea] jesen[i]? tavasz osz nyar kevaalla syksylla"
    )
    yield check.always, (r"\b", rf"(?:the )?{seasons}(?: of)? {YEAR}\b")
    yield check.always, (r"\b", rf"{elsewhere}(?: d(?:e|el|u|o))? {YEAR}\b")
    weeks = rf"{YEAR}-w\d\d|(?:week|kw|uke|vecka|uge|viikko|week) \d\d?(?:,| of|/)? ?{YEAR}"
    yield check.always, (r"\b", rf"q[1-4][ /]{YEAR}|{YEAR}[ -]?q[1-4]|{weeks}", r"\b")
