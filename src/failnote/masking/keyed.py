"""Keyed numbers: those that a word before them makes somebody's."""

import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_KEY = any_of(
    "medical chart cheque check case file record patient client hospital member(?:ship)? subscriber policy plan"
    " group licen[cs]e permit claim account acct a/c mrn nhs passport id insurance insurer invoice"
    " inv booking student employee staff badge docket registration reg roster receipt transfer"
    " voucher confirmation auth(?:ori[sz]ation)? driver'?s driving dl npi tax ein vat pass card"
    " serial device sort order ticket matter crime incident housing tenancy visa vin pin iban"
    " ref(?:erence)? customer social~security ssn national~insurance nino health bank routing"
)
_MARK = r"(?:(?:no|nr|num|numbers?|code|id|ref(?:erence)?)\b\.?|#)"
_SIGN = r"(?: ?(?P<sign>[:#=])|[ \n](?:is|was)\b|[ \n]ending(?: in)?\b)?"
_MORE = r"(?:[/-][A-Za-z\d]+){0,4}"
_VALUE = (
    rf"(?-i:[A-Z]{{1,4}}) \d[A-Za-z\d]*{_MORE}"
    rf"|(?=[A-Za-z/-]{{0,12}}\d)[A-Za-z\d]+{_MORE}(?: \d{{3,}}){{0,3}}"
)
_KEYED = re.compile(
    rf"\b{_KEY}(?:[ \n-]{_KEY}){{0,2}}\b\.?(?P<mark>[ \n]?{_MARK}){{0,2}}{_SIGN}"
    rf"[ \n]{{0,2}}(?P<value>{_VALUE})",
    re.IGNORECASE,
)
_NUMBER_SIGN = re.compile(
    r"(?:\b(?:no|nr)\.|#) ?(?P<value>[A-Za-z\d]+(?:[/-][A-Za-z\d]+){1,4}|\d{4,})"
)
_DIAGNOSIS = re.compile(
    r"[A-Z]\d[\dA-Z](?:\.\d{1,4})?|\d[A-Z]\d[\dA-Z](?:\.\d{1,2})?", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[/-](?:19|20)?\d\d)?")


def keyed_numbers(plain: str) -> Iterator[Found]:
    """Numbers of a file, policy, member or account, told by the word before them."""
    for match in _KEYED.finditer(plain):
        marked = bool(match["mark"] or match["sign"] or " ending" in match[0].lower())
        if _is_code(match["value"], marked=marked):
            yield Found("number", *match.span("value"))
    for match in _NUMBER_SIGN.finditer(plain):
        if _is_code(match["value"], marked=True):
            yield Found("number", *match.span("value"))


def _is_code(value: str, *, marked: bool) -> bool:
    """Whether what follows a word such as "file" is a number that names one file."""
    digits = sum(char.isdigit() for char in value)
    lower = any(char.islower() for char in value)
    if _DIAGNOSIS.fullmatch(value) or digits < 3 or (_YEAR.fullmatch(value) and not marked):
        return False
    return marked or (digits > 3 and not lower)
