"""Postcodes: alone where their shape is their own, with a town or a word before them elsewhere."""

import functools
import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_STATES = any_of(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
    " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC PR"
)
_ENGLISH = (
    r"\b(?:[A-Z]{1,2}\d[A-Z\d]?[ \n]?\d[A-Z]{2}|GIR ?0AA)\b",
    r"(?i:\bpostcode(?: is| was|:)?) (?P<code>(?i:[A-Z]{1,2}\d[A-Z\d]?(?: ?\d[A-Z]{2})?))\b",
    r"\b[ABCEGHJ-NPR-TVXY]\d[ABCEGHJ-NPR-TV-Z][ -]?\d[ABCEGHJ-NPR-TV-Z]\d\b",
    rf"\b{_STATES},?\s\d{{5}}(?:-\d{{4}})?(?![\d-])",
    r"(?i:\bzip(?: ?code)?)(?: is| was| on [a-z ]{1,16} is|:)?[ \n](?P<code>\d{5}(?:-\d{4})?)\b",
)
_ZIP_PLUS_FOUR = r"(?<![\d-])\d{5}-\d{4}(?![\d-])"
_EIRCODE = r"\b(?:[AC-FHKNPRTV-Y]\d\d|D6W) ?[AC-FHKNPRTV-Y\d]{4}\b"
_TOWN = r"\s[A-Z][\w'-]{1,25}"
_FIVE = rf"(?:(?<=[,;(]\s)|(?<=\n)|\b[A-Z]{{1,2}}-)\d{{5}}{_TOWN}(?:[ -][A-Z][\w'-]{{2,25}})?"
_FOUR = rf"(?<![\w.,/-])(?:[A-Z]{{1,2}}-|(?<=,\s))\d{{4}}{_TOWN}"
_THREE_TWO = rf"(?<![\w-])\d{{3}} \d\d{_TOWN}"
_TWO_THREE = rf"(?<![\w-])\d\d-\d{{3}}(?:{_TOWN})?(?![\w-])"
_FOUR_LETTERS = rf"(?<![\w.,/-])\d{{4}} ?[A-Z]{{2}}\b(?:{_TOWN})?"
_AUSTRALIAN = r"\b(?:NSW|VIC|Vic|QLD|Qld|SA|WA|TAS|Tas|ACT|NT),?\s\d{4}\b"

_BY_REGION: dict[str, tuple[str, ...]] = {
    **dict.fromkeys(["US", "CA", "NZ", "ZA"], (*_ENGLISH, _ZIP_PLUS_FOUR)),
    "AU": (*_ENGLISH, _AUSTRALIAN),
    **dict.fromkeys(["DE", "ES", "IT", "MX", "AR"], (_FIVE,)),
    **dict.fromkeys(["AT", "CH", "LI"], (_FOUR,)),
    **dict.fromkeys(["FR", "BE", "LU", "PT"], (_FIVE, _FOUR)),
    **dict.fromkeys(["PL", "CZ", "SK", "HU"], (_TWO_THREE, _THREE_TWO, _FOUR)),
    **dict.fromkeys(["SE", "NO", "DK", "FI"], (_THREE_TWO, _FIVE, _FOUR)),
    "NL": (_FOUR_LETTERS,),
}
"""Region -> the shapes of its postcodes; those of the British Isles where it is not here."""


def postcodes(plain: str, region: str) -> Iterator[Found]:
    """Postcodes of one country (ISO 3166)."""
    for pattern in _patterns(region):
        for match in pattern.finditer(plain):
            yield Found("postcode", *match.span("code" if "code" in pattern.groupindex else 0))


@functools.cache
def _patterns(region: str) -> tuple[re.Pattern[str], ...]:
    return tuple(map(re.compile, _BY_REGION.get(region, (*_ENGLISH, _EIRCODE))))
