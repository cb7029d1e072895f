"""Age cues: what around a number from 90 on tells that it is somebody's age."""

import re
from functools import cache
from typing import NamedTuple

from failnote.masking.ages import great_ages as words
from failnote.masking.ages.no_ages import has_unit, is_counted, is_explained, is_score
from failnote.masking.stems import any_stem

_LOOK_BACK = 44
_LONGEST_ROUND = 9
"""Letters of ninety in most languages; what is longer has ones."""
_NEAR = 8
_LETTER = re.compile(r"[^\W\d_]")

_DIGITS = (
    r"(?:(?<![\w.,/:#-])|(?<=\bage:))(?<![£$€+])(?:9\d|1[0-2]\d)"
    r"(?![\d:]|/(?![fm]\b)|[.,]\d|[-–]\d)"
)
_OLD = re.compile(
    r"[ -]years?[ -](?:old\b|of[ -]age\b|young\b)|[ -]?yrs?[ -](?:old\b|of age\b)|[ -]?y/?o\b"
    r"|[ -]?y\.o\.| m\.(?=\))|[ -]?year[ -]?olds?\b|[ -]?yrs?\b|[ -]?y(?:rs?)?[ -]old\b|y\b"
    r"|/[fm]\b|[ -]?[FM]\b(?!\.)",
    re.IGNORECASE,
)
_GOES_ON = any_stem(
    "and now when years? next this last today but already in on at by then still who with deaf"
    " going"
    " blind sharp living lives died frail she he they so or though if year not half i un und og"
    " och y e et si ir noch schon encore todavía ancora ist war wird wurde"
    " ja es en maar aber mais pero ma ale no и а але но και ve"
)
_END = re.compile(
    rf" [vjl]\.|\s*(?:[.;:!?()\]\"”»/&]|,(?! ?\d)|-(?:\s|-)|\Z|\n)|\s+(?i:{_GOES_ON})\b"
)
_BIRTHDAY = re.compile(
    r"(?:\. ?(?:lebensjahr|levear|levnadsar|ikavuo)|(?:-?(?:м|му|й))? (?:году?|році) (?:жизн"
    r"|життя))"
    r"|(?:th|st|nd|rd|e|er|ste|de|\.|:e)?[ -]?"
    + any_stem(
        "birthday geburtstag verjaardag urodzin narozenin narodenin rodendan rojstn arsdag"
        " fodselsdag bursdag fodelsedag vuotispaiv syntymapaiv szuletesnap gimtadien dzimsanas"
        " sunnipaev лети[еяю]"
    ),
    re.IGNORECASE,
)
_DIED = re.compile(
    r"\b(?:died|dead|passed|gone|buried|widowed)\b[^.;\n]{0,36} at \Z", re.IGNORECASE
)
_BRACKETED = re.compile(r"\b[a-z]{3,20} \(\Z|\b(?i:died|dead|gone|passed)\b[^.;\n]{1,40}, \Z")
_BORN = re.compile(r"\b19[0-3]\d\b,? ?\(?(?:so |now |therefore )?\Z")
_MODEST = re.compile(
    r"\b(?i:an?|the|his|her|my|our) (?i:spry|sprightly|frail|hale|robust|proud|feisty|formidable"
    r"|ripe old|grand old|healthy|lucid|tiny|stooped) \Z"
    r"|\b(?i:well over|well past|way past|not far off|not yet)[ \n]\Z"
    r"|\b(?i:inzwischen|mittlerweile|stolze[rn]?|immerhin|desormais|ya|ormai|gia|juz|juz ma|uz) \Z"
    r"|, (?:die|der|qui a|che ha|que tiene|que tem|ktora ma|ktory ma) \Z"
)
"""What is said of great ages and of little else."""
_AND_SOON = re.compile(r",? (?:or )?\d{2,3} (?:in|next|this|by|come|on) ")
_AT = re.compile(r"\b(?i:at) \Z")
_SHE = re.compile(r" (?:she|he|they|my|his|her)\b(?! (?:stopped|counted))")
_CAME = re.compile(
    r"\b(?:she|he|they|who) (?:[a-z]+ ){0,2}(?:came|moved|married|retired|began|started|joined"
    r"|learn\w+"
    r"|took|stopped|still|lost|lives?|lived) (?:[a-z]+ ){0,3}at \Z",
    re.IGNORECASE,
)
_IF_A_DAY = re.compile(
    r",? (?:if (?:(?:she|he)(?:'?s| is| was) )?a day|next birthday|years young|(?:him|her)self"
    r"|by (?:her|his|the) (?:passport|papers|reckoning|own count)|and a half)\b",
    re.IGNORECASE,
)
_NAME = r"[^\W\d_a-zа-яα-ω][^\W\d_A-ZА-ЯΑ-Ω]{1,20}(?:['-][^\W\d_]{1,12})?"
_AFTER_NAME = re.compile(rf"\b(?:{_NAME}|[A-Z]\.|[FM])[\"'”“»]?(?P<how>, |: | \(|,\n| - )\Z")
_NO_NAMES = (
    "Jan(?:uary)? Feb(?:ruary)? Mar(?:ch)? Apr(?:il)? May June? July? Aug(?:ust)? Sept?(?:ember)?"
    " Oct(?:ober)? Nov(?:ember)? Dec(?:ember)? Mon(?:day)? Tues?(?:day)? Wed(?:nesday)?"
    " Thu(?:rsday)? Fri(?:day)? Sat(?:urday)? Sun(?:day)? Sessions? Pages? Room Score[sd]? Weeks?"
    " Chapter Psalm Total Tap Weight Pulse The She He Then So And But Now Yes No Age About Over"
    " Only"
    " Yet Sitzung Sesja Route Bus Flat Seite Fig Table Day Door Oven Level Part Item Version Unit"
    " Question Figure Step Number Exit Line Track Channel Highway Interstate Ward Area"
)
_NO_NAME = re.compile(rf"\b(?:{'|'.join(_NO_NAMES.split())})[,( -]{{1,3}}\Z")
_OF_SOMEBODY = re.compile(
    rf"\b(?P<who>[^\W\d_]+(?:-[^\W\d_]+)?(?: {_NAME}){{0,2}})"
    r"(?:,? (?:(?:is|was|now|aged|je|ma|ist|war|est|es|var|er|on|van|de|tiene|ha|jest|ειναι) )?\(?"
    r"|,\n| - |: | of )\Z"
)
_OF_RELATIVE = re.compile(
    r"\b(?P<who>[^\W\d_]+(?:-[^\W\d_]+)*)"
    r" (?:of|von|mit|van|med|pa|de|di|da|od|z|av|aged|at|w wieku|to|until)[ \n]\Z",
    re.IGNORECASE,
)
_RELATIVE_COMMA = re.compile(r"\b(?P<who>[^\W\d_]+(?:-[^\W\d_]+)*), \Z")
_RELATIVE_APART = re.compile(r"(?P<who>[^.;:!?\n\d]{3,44})(?:,| \(| -) ?\Z")
_TELLS = re.compile(r"\b(?:at|an? [a-z]{3,12})[ \n]\Z")
_CLAUSE = re.compile(r"[^.;:!?\n\d]{3,44}\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class _Worded(NamedTuple):
    """The patterns that are made of the words of all languages."""

    number: re.Pattern[str]
    hundred: re.Pattern[str]
    years: re.Pattern[str]
    since: re.Pattern[str]
    aged: re.Pattern[str]
    copula: re.Pattern[str]
    relative: re.Pattern[str]


@cache
def worded() -> _Worded:
    """Patterns for a number from 90 on and for the words around it; made when first needed."""
    hundred = any_stem(words.HUNDREDS)
    number = rf"\b(?=[^\W\d_])(?:{any_stem(words.NINETIES)}|{hundred})(?!\w)"
    nearly = (
        "(?: now| already| nearly| almost| over| well over| about| around| only| just| all of|"
        " still"
        "|, what,| probably| maybe| at least| schon| bald| fast| deja| ya| gia| juz| uz)?"
    )
    return _Worded(
        *(
            re.compile(pattern, re.IGNORECASE)
            for pattern in (
                rf"(?:{_DIGITS}|{number})",
                hundred,
                rf"[ \n-]?{any_stem(words.YEARS)}\b(?![ \n]{any_stem(words.AGO)}\b)",
                rf"\b{any_stem(words.SINCE)} \Z",
                rf"\b{any_stem(words.IS_AGED)}:? (?:about |over |circa |c\. )?\Z",
                rf"(?:\b|(?<=\w)(?=')){any_stem(words.IS)}{nearly} [\"'„«]?\Z",
                any_stem(words.RELATIVES),
            )
        )
    )


def end_of_old(plain: str, end: int) -> int | None:
    """Where "93 years old" ends, in English."""
    old = _OLD.match(plain, end)
    return old.end() if old else None


def is_told(plain: str, number: re.Match[str]) -> bool:
    """Whether a number is somebody's age, by what stands before and after it."""
    start, end = number.span()
    around = worded()
    if _BIRTHDAY.match(plain, end):
        return True
    if has_unit(plain, end):
        return False
    if around.years.match(plain, end):
        # A hundred years are told of much that is nobody's age.
        is_hundred = around.hundred.fullmatch(number[0])
        return not is_hundred and not around.since.search(plain, max(0, start - 12), start)
    in_words = number[0][0].isalpha()
    back = max(0, start - _LOOK_BACK)
    if _BORN.search(plain, back, start):
        return True
    if not in_words and not _LETTER.search(plain, max(0, start - _NEAR), start):
        return False
    if _DIED.search(plain, back, start):
        return True
    if plain[end : end + 1] == "," and _BRACKETED.search(plain, back, start):
        return not is_score(plain, start)
    if plain[end : end + 1] == "," and _is_relative_before_comma(plain, start):
        return True
    ends = bool(_END.match(plain, end)) or (in_words and plain[end : end + 1] == ",")
    ends = ends or bool(_AND_SOON.match(plain, end))
    told = _is_said(plain, number, ends=ends) or (
        ends
        and (
            around.copula.search(plain, max(0, start - 32), start)
            or _is_of_relative(plain, start)
            or _is_apposed(plain, start, end)
            or _is_exact(number[0])
        )
    )
    told = told or _is_of_somebody_near(plain, start) or _is_nothing_else(plain, number)
    return bool(told) and not is_score(plain, start)


def _is_said(plain: str, number: re.Match[str], *, ends: bool) -> bool:
    """Whether words that are said of ages stand next to a number."""
    start, end = number.span()
    back = max(0, start - 20)
    return bool(
        worded().aged.search(plain, back, start)
        or _relation_of(plain, start)
        or (ends and _MODEST.search(plain, back, start))
        or ((_SHE.match(plain, end) or _is_exact(number[0])) and _AT.search(plain, back, start))
        or (ends and _CAME.search(plain, max(0, start - _LOOK_BACK), start))
        or (_is_of_relative(plain, start) and (_is_exact(number[0]) or not is_counted(plain, end)))
        or _IF_A_DAY.match(plain, end)
    )


def _is_exact(written: str) -> bool:
    """Whether a number in words is none that is round: ninety-two, zweiundneunzig."""
    if worded().hundred.fullmatch(written):
        return len(written) > len("one hundred")
    return written[0].isalpha() and (len(written) > _LONGEST_ROUND or "-" in written)


def _is_of_relative(plain: str, start: int) -> bool:
    """Whether a word for a relative is before a number, alone or with a name."""
    before = _OF_SOMEBODY.search(plain, max(0, start - _LOOK_BACK), start)
    return before is not None and any(map(worded().relative.fullmatch, before["who"].split()))


def _is_relative_before_comma(plain: str, start: int) -> bool:
    """Whether a word for a relative and a comma are right before a number: his mother, 95, at 8."""
    before = _RELATIVE_COMMA.search(plain, max(0, start - _LOOK_BACK), start)
    return before is not None and bool(worded().relative.fullmatch(before["who"]))


def _is_nothing_else(plain: str, number: re.Match[str]) -> bool:
    """Whether nothing around a number tells a dose, a page, a count or a result.

    In notes on a therapy it is hardly ever anything but an age, and least of all in words.
    """
    return not (worded().hundred.fullmatch(number[0]) or is_explained(plain, number))


def _is_of_somebody_near(plain: str, start: int) -> bool:
    """Whether the clause names a relative, and a word before the number tells what they are."""
    told = _TELLS.search(plain, max(0, start - 16), start)
    if not told and not worded().copula.search(plain, max(0, start - 32), start):
        return False
    before = _CLAUSE.search(plain, max(0, start - _LOOK_BACK), start)
    return before is not None and _has_relative(before[0])


def _relation_of(plain: str, start: int) -> bool:
    """Whether a relative and "of" are before a number, in any language: oldemor på 98."""
    before = _OF_RELATIVE.search(plain, max(0, start - _LOOK_BACK), start)
    return before is not None and bool(worded().relative.fullmatch(before["who"]))


def _is_apposed(plain: str, start: int, end: int) -> bool:
    """Whether a name is before a number that stands between commas or in brackets."""
    back = max(0, start - _LOOK_BACK)
    after = plain[end : end + 1]
    relative = _RELATIVE_APART.search(plain, back, start)
    if relative and after in (*",.;)!?", "") and _has_relative(relative["who"]):
        return True
    name = _AFTER_NAME.search(plain, back, start)
    if not name or _NO_NAME.search(plain, back, start):
        return False
    return after in (*"),;!?",) if name["how"] == " (" else after in (*",.;)! ", "")


def _has_relative(words: str) -> bool:
    return any(worded().relative.fullmatch(word) for word in _WORD.findall(words))
