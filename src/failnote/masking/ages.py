"""Ages: those over 89, which the Safe Harbor rule (45 CFR 164.514) counts as identifying."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from failnote.masking import great_ages as words
from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_DIGITS = r"(?<![\w.,/:#-])(?<![£$€+])(?:9\d|1[0-2]\d)(?![\d/:]|[.,]\d|[-–]\d)"
_OLD = (
    r"(?:[ -]years?[ -](?:old\b|of[ -]age\b|young\b)|[ -]?yrs?[ -](?:old\b|of age\b)|[ -]?y/?o\b"
    r"|[ -]?y\.o\.|[ -]?year[ -]?olds?\b|[ -]?yrs?\b|[ -]?[FM]\b(?!\.))"
)
_AFTER = any_of(
    "and now when years? next this last today but already in on at then still who with deaf blind"
    " sharp living lives died frail she he they so or though if year i un und og och y e et i si ir"
    " ja es en maar aber mais pero ma ale no и а але но και ve"
)
_NO_UNIT = (
    r"(?![-–]?\s?(?:%|°)|[ \n-](?:percent|per cent|minut|mins?\b|hours?\b|hrs?\b|days?\b|weeks?\b"
    r"|months?\b|kg|mg|mcg|ml|pounds?\b|lbs?\b|sessions?|people|miles?|km|mph|beats|bpm|calls?|texts?"
    r"|pages?|points?|times|steps|euros?|quid|dollars?|degrees|percentile|items?|units?|beds|houses"
    r"|emails?|messages|clients|pupils|letters|words|seconds?|secs?|stunden|sitzung|prozent|proz"
    r"|procent|por cien|pour cent|per cento|millig|zl|kc|forint|lei\b|grados|metr|kilo|punt|pkt|poin"
    r"|stran|sivu|oldal|sid[oa]\b|seit|pagin|dni\b|dnu\b|dana\b|tage\b|jours|días|dias\b|giorni"
    r"|uur\b|hodin|godzin|часов|хвилин|минут|grad\b|Mal\b|fois\b|veces\b|volte\b|vezes\b|keer\b"
    r"|razy\b|krat\b|puta\b|раз\b))"
)
_SCALES = any_of(
    "scores? scored percentile scale total bmi hrv pulse rate weigh(?:s|ed|t)? bp index temperature"
    " count result suds? bpm iq session page pages room bus route bed no\\. number nr tariff fee wais"
    " wisc vci fsiq oq-?45 das resting channel chapter line item version flat house route marks? mark"
    " psalm track exam grade sats o2 systolic diastolic gewicht wiegt puls sitzung seite stunde page"
    " seance sesion seduta sessao sessie wynik punktow sesja strona waga vaha wazy vazi"
    " percent baseline peak max hits? hz speed doing at~least km/h mph level"
)
_SCORED = re.compile(rf"\b{_SCALES}(?![^\W\d_])[^.;\n]{{0,28}}\Z", re.IGNORECASE)
_ACRONYM = re.compile(
    r"\b(?:[A-Z]{2,}-?\d+|[A-Z]-[A-Za-z]+|[A-Z]?IQ|VCI|PRI|WMI|PSI|WAIS|WISC|BMI|HRV|BP|HR|PHQ|GAD|CORE|OM|OQ"
    r"|ORS|SRS|DAS|WSAS|PCL|BDI|BAI|MADRS|GAF|CGI|VAS|SUDS?|SATS|AUDIT|EPDS|BOCS|HADS|DASS|MMSE|MOCA)"
    r"(?:-\w+)?(?: \w+){0,2}[ :=,(]{1,2}\Z"
)
_LOOK_BACK = 44
_NEAR = 8
_LETTER = re.compile(r"[^\W\d_]")
_NAME = r"[^\W\d_a-zа-яα-ω][^\W\d_A-ZА-ЯΑ-Ω]{1,20}(?:['-][^\W\d_]{1,12})?"
_NO_NAME = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|Session|Page|Room"
    r"|Score|Scores|Week|Chapter|Psalm|Total|Tap|Weight|Pulse|The|She|He|Then|So|And|But|Now|Yes|No|Age"
    r"|Aged|About|Over|Only|Yet|Sitzung|Sesja|Route|Bus|Flat|Seite|Fig|Table|Day|Door|Oven|Level)"
    r"\w{0,6}[,( -]{1,3}\Z"
)


class _Contexts(NamedTuple):
    """What around a number tells an age."""

    number: re.Pattern[str]
    hundred: re.Pattern[str]
    years: re.Pattern[str]
    since: re.Pattern[str]
    aged: re.Pattern[str]
    copula: re.Pattern[str]


def ages(plain: str) -> Iterator[Found]:
    """Ages from 90 on, in digits or in words; younger ones stay."""
    for match in _NINETIES.finditer(plain):
        yield Found("age", *match.span(match.lastgroup or 0))
    around = _contexts()
    for match in around.number.finditer(plain):
        end = _end(plain, match.end())
        if end is not None or _is_told(plain, match, around):
            yield Found("age", match.start(), end or match.end())


def _end(plain: str, start: int) -> int | None:
    """Where "93 years old" ends, in English."""
    old = _OLD_AFTER.match(plain, start)
    return old.end() if old else None


_OLD_AFTER = re.compile(_OLD, re.IGNORECASE)
_BIRTHDAY = re.compile(
    r"(?:th|st|nd|rd|e|er|ste|de|\.|:e)?[ -]?(?:birthday|geburtstag|verjaardag|urodzin|narozenin"
    r"|narodenin|rodendan|rojstn|arsdag|fodselsdag|bursdag|fodelsedag|vuotispaiv|syntymapaiv|szuletesnap"
    r"|gimtadien|dzimsanas|sunnipaev|летие|летия|летию)",
    re.IGNORECASE,
)
_END_OF_AGE = re.compile(rf"\s*(?:[.;:!?)\]\"”»/]|,(?! ?\d)|-(?:\s|-)|\Z|\n)|\s+{_AFTER}\b")
_NO_UNIT_AFTER = re.compile(_NO_UNIT, re.IGNORECASE)
_NINETIES = re.compile(
    r"\bin (?:her|his|their|my) (?P<age>(?:early |mid-? ?|late )?(?:nineties|90'?s))\b"
    r"|\b(?:an?|the|her|his|our|my) (?P<age_of>nonagenarian|centenarian)\b",
    re.IGNORECASE,
)


def _is_told(plain: str, match: re.Match[str], around: _Contexts) -> bool:
    """Whether a number is somebody's age, by what stands before and after it."""
    start, end = match.span()
    if _BIRTHDAY.match(plain, end):
        return True
    if not _NO_UNIT_AFTER.match(plain, end):
        return False
    back = max(0, start - _LOOK_BACK)
    hundred = bool(around.hundred.fullmatch(match[0]))
    if around.years.match(plain, end):
        return not hundred and not around.since.search(plain, max(0, start - 12), start)
    if not _LETTER.search(plain, max(0, start - _NEAR), start):
        return False
    ends = _END_OF_AGE.match(plain, end) or (
        match[0][0].isalpha() and plain.startswith(",", end)
    )
    if around.aged.search(plain, max(0, start - 20), start) or (
        ends and around.copula.search(plain, max(0, start - 24), start)
    ):
        return not _is_score(plain, back, start)
    if _is_of_relative(plain, back, start):
        return bool(ends) and not _is_score(plain, back, start)
    return bool(ends) and _is_apposed(plain, start, end) and not _is_score(plain, back, start)


def _is_score(plain: str, back: int, start: int) -> bool:
    return bool(_SCORED.search(plain, back, start) or _ACRONYM.search(plain, back, start))


_OF_SOMEBODY = re.compile(
    rf"\b(?P<who>[^\W\d_]+(?:-[^\W\d_]+)?(?: {_NAME}){{0,2}})"
    r"(?:,? (?:(?:is|was|now|aged|je|ma|ist|war|est|es|var|er|on|van|de|tiene|ha|jest|ειναι) )?\(?|,\n| - |: | of )\Z"
)
_RELATIVE = re.compile(words.RELATIVES, re.IGNORECASE)


def _is_of_relative(plain: str, back: int, start: int) -> bool:
    """Whether a word for a relative is before a number, alone or with a name."""
    before = _OF_SOMEBODY.search(plain, back, start)
    return before is not None and any(map(_RELATIVE.fullmatch, before["who"].split()))


_AFTER_NAME = re.compile(rf"\b{_NAME}(?P<how>, | \(|,\n| - )\Z")


def _is_apposed(plain: str, start: int, end: int) -> bool:
    """Whether a name is before a number that stands between commas or in brackets."""
    back = max(0, start - _LOOK_BACK)
    name = _AFTER_NAME.search(plain, back, start)
    if not name or _NO_NAME.search(plain, back, start):
        return False
    after = plain[end : end + 1]
    return after == ")" if name["how"] == " (" else after in (",", ".", ";", " ", "")


@cache
def _contexts() -> _Contexts:
    flags = re.IGNORECASE
    word = rf"\b(?:{words.NINETIES}|{words.HUNDREDS})(?!\w)"
    return _Contexts(
        number=re.compile(rf"(?:{_DIGITS}|{word})", flags),
        hundred=re.compile(words.HUNDREDS, flags),
        years=re.compile(rf"[ \n-]?{words.YEARS}\b(?![ \n]{words.AGO}\b)", flags),
        since=re.compile(rf"\b{words.SINCE} \Z", flags),
        aged=re.compile(rf"\b{words.IS_AGED}:? (?:about |over |circa |c\. )?\Z", flags),
        copula=re.compile(
            rf"(?:\b|(?<=\w)(?='))(?:{words.IS})(?: now| already| nearly| over| about)? \Z", flags
        ),
    )
