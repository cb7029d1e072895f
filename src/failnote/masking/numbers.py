"""Numbers: those that stand for one person, by their grouping, check digits or length."""

import re
from collections.abc import Iterator

from failnote.masking.addresses.capitals import UPPER
from failnote.masking.found import Found

_SSN = re.compile(r"(?<![\d-])\d{3}(?:-\d\d-|[ \n]\d\d[ \n])\d{4}(?![\d-])")
_TEN = re.compile(r"(?<![\d-])\d{3}[ \n-]?\d{3}[ \n-]?\d{4}(?![\d-])")
_NINO = re.compile(
    r"\b[a-ceghj-pr-tw-z][a-ceghj-npr-tw-z][ \n]?\d\d[ \n]?\d\d[ \n]?\d\d[ \n]?[a-d]\b",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d-])\d(?:[ \n-]?\d){12,18}(?!\d)")
_MEDICARE_AU = re.compile(r"(?<![\d-])[2-6]\d{3}[ -]\d{5}[ -]\d(?![\d-])")
_HEALTH_CARD = re.compile(r"(?<![\d-])\d{4}[ -]\d{3}[ -]\d{3}[ -]?[A-Z]{2}\b")
"""Of Ontario, with its version."""
_FOURS = re.compile(r"\d{4}(?:[ \n-]\d{4}){2,3}")
_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?:[ \n]?[A-Z\d]){11,30}\b", re.IGNORECASE)
_PENSION = re.compile(r"\b\d\d ?\d{6} ?[A-Z] ?\d{3}\b")
"""Of German pension insurance: an office, a date of birth, a letter."""
_MISTYPED_IBAN = re.compile(r"\b[A-Z]{2}\d\d(?: \d{4}){3,6}(?: \d{1,4})?\b")
"""In its groups, whatever its check says."""
_IBAN_LENGTHS = (
    "NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20"
    " XK20 CH21 HR21 LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23"
    " IQ23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26"
    " TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 NI28"
    " PL28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 MT31 SC31 LC32 RU33"
)
_IBAN_LENGTH = {each[:2]: int(each[2:]) for each in _IBAN_LENGTHS.split()}

_GROUPED = re.compile(
    r"(?<![\w.,:/+-])(?<![£$€¥] )\d{1,8}(?:(?:[ \n-]|\.(?=\d{2,4}[.-]))\d{1,8}){1,7}"
    r"(?![\w%/]|[.,:]\d)"
)
_GROUP = re.compile(r"\d+")
_FEW_PAIRS = 3
"""Pairs that may also be scores, where all end in 0 or 5."""
_LAST_YEAR = 2040
_QUOTES = ("'", '"', "“", "”", "„", "«", "»")
_FEWEST, _MANY, _PLENTY = 6, 8, 12
"""Digits from which groups may name somebody, those between dashes probably do, and all do."""
BILLED = re.compile(r"907(?:85|9[12])|908(?:3[23467-9]|4[05-79]|53)|801[0-6]\d")
"""What an hour is billed as: the CPT codes of psychotherapy, and items of Australia's Medicare."""
_LONG_GROUPS = 4
_USUAL = 3
"""Digits of a group that may also be a score, a dose or a part of a thousand."""
_HIGHEST_SCORE = 200
_SCORED = re.compile(
    r"(?i:\b(?:scor(?:e|es|ed)|rat(?:e|ed|ing|ings)|points?|subtests?|weeks?|sessions?|sheet)\b"
    r"|\b[a-z]{2,5}-?\d{1,2}\b)[^.\n]{0,24}\Z"
)
"""What a row of numbers is a row of scores after: PHQ-9 14 17 20 18."""
_LONG = re.compile(r"\d{6,}")
_AROUND = re.compile(r"[A-Za-z\d]{1,12}(?:[/-][A-Za-z\d]{1,12}){0,3}[/-]?\Z")
_FOLLOWING = re.compile(r"(?:[/-]?[A-Za-z\d]{1,12}){0,4}")
_MONEY_BEFORE = re.compile(
    r"(?:[£$€¥]|\b(?:EUR|USD|GBP|CHF|PLN|CAD|AUD|Kc|zl|kr)) ?(?:\d[\d., ]{0,12})?\Z"
)
_MONEY_AFTER = re.compile(
    r"(?:[\d.,]{0,7}\d)? ?(?:[£$€¥]|(?:eur|euros?|usd|gbp|chf|pln|pounds?|dollars?|zl|kc|kr|ft)\b)",
    re.IGNORECASE,
)

_LABELS = (
    "PHN CHI UR URN MRN NHS SSN NIF NIE DOB TEL FAX REF ID PIN ACC ACCT INV PO NO NR DNI BSN"
    " OIB PESEL CNP TAJ AHV AVS IBAN ISBN VIN REG SIN TFN PPS PPSN OHIP RAMQ NINO EIN NPI TAX"
    " CPR EGN AMKA"
)
_LETTERS_BEFORE = re.compile(rf"(?<![\w-])(?!(?:{'|'.join(_LABELS.split())}) )[{UPPER}]{{2,6}} \Z")


def numbers(plain: str) -> Iterator[Found]:
    """Numbers that stand for one person or account, whatever stands before them."""
    for pattern in (_MISTYPED_IBAN, _PENSION, _SSN, _NINO, _MEDICARE_AU, _HEALTH_CARD):
        yield from (Found("number", *match.span()) for match in pattern.finditer(plain))
    for match in _TEN.finditer(plain):
        if is_nhs_number(match[0]):
            yield Found("number", *match.span())
    for match in _CARD.finditer(plain):
        if is_card_number(match[0]) or _FOURS.fullmatch(match[0]):
            yield Found("number", *match.span())
    for match in _IBAN.finditer(plain):
        if end := _iban_end(match[0]):
            yield Found("number", match.start(), match.start() + end)
    yield from _long(plain)


def grouped(plain: str) -> Iterator[Found]:
    """Six digits and more that somebody wrote in groups; what they are may be known better."""
    for match in _GROUPED.finditer(plain):
        start, end = match.span()
        groups = _GROUP.findall(match[0])
        quoted = plain[max(0, start - 1) : start] in _QUOTES and plain[end : end + 1] in _QUOTES
        coded = quoted or _is_row_of_pairs(groups) or _is_uneven(groups)
        coded = coded and not _is_row_of_scores(plain, start)
        if (coded or _names_one(match[0], groups)) and not is_money(plain, start, end):
            yield Found("number", letters_before(plain, start), end)


def is_nhs_number(text: str) -> bool:
    """Whether ten digits end in the check digit of the NHS Data Dictionary (modulus 11)."""
    digits = [int(char) for char in text if char.isdigit()]
    check = (
        11
        - sum(digit * weight for digit, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    )
    return len(digits) == 10 and check % 11 == digits[9]


def is_card_number(text: str) -> bool:
    """Whether 13 to 19 digits pass the Luhn check (ISO/IEC 7812-1)."""
    digits = [int(char) for char in reversed(text) if char.isdigit()]
    doubled = sum(sum(divmod(2 * digit, 10)) for digit in digits[1::2])
    return 13 <= len(digits) <= 19 and (sum(digits[::2]) + doubled) % 10 == 0


def is_iban(text: str) -> bool:
    """Whether a text has its country's length and passes the check of ISO 13616 (modulus 97)."""
    code = "".join(text.split()).upper()
    if not code.isascii() or not code.isalnum() or _IBAN_LENGTH.get(code[:2]) != len(code):
        return False
    return int("".join(str(int(char, 36)) for char in code[4:] + code[:4])) % 97 == 1


def _iban_end(text: str) -> int | None:
    """Where the account number ends that a text begins with."""
    length = _IBAN_LENGTH.get(text[:2].upper(), 0)
    places = [place for place, char in enumerate(text, 1) if not char.isspace()]
    if not length or len(places) < length:
        return None
    end = places[length - 1]
    return end if is_iban(text[:end]) else None


def _long(plain: str) -> Iterator[Found]:
    for match in _LONG.finditer(plain):
        start, end = match.span()
        if is_money(plain, start, end) or _is_fraction(plain, start):
            continue
        before = _AROUND.search(plain, max(0, start - 40), start)
        after = _FOLLOWING.match(plain, end)
        first = before.start() if before else letters_before(plain, start)
        yield Found("number", first, after.end() if after else end)


def letters_before(plain: str, start: int) -> int:
    """Where the letters begin that belong to a number and are no label of it: ZLA 4410927."""
    letters = _LETTERS_BEFORE.search(plain, max(0, start - 8), start)
    return letters.start() if letters else start


def is_long(written: str) -> bool:
    """Whether so many groups of digits are one number, whatever a part of them may look like."""
    groups = _GROUP.findall(written)
    return len(groups) > _LONG_GROUPS and sum(map(len, groups)) >= _PLENTY


def _names_one(written: str, groups: list[str]) -> bool:
    """Whether groups of digits are no range, no years, no thousands and no row of scores."""
    digits = sum(map(len, groups))
    if digits < _FEWEST:
        return False
    if _is_round(groups):
        return False
    if digits >= _PLENTY and len(groups) > 2:
        return True
    if any(_is_year(group) for group in groups):
        if len(groups) > 2 and len(groups[-1]) == _LONG_GROUPS and digits > _MANY + 2:
            return not _is_year(groups[-1])
        if [*map(len, groups)] == [4, 4] and not _is_year(groups[0]):
            return "-" not in written
        if len(groups) == 2 and len(groups[0]) == _USUAL and groups[0][0] != "0":
            return "-" not in written and int(groups[0]) > _HIGHEST_SCORE
        return digits > _MANY and len(groups) > 2 and not any(map(_is_year, groups[1:]))
    if len(groups) == 2 and len(groups[0]) == len(groups[1]) and "-" in written:
        return int(groups[0]) > int(groups[1]) or (groups[0][0] == "0" and digits >= _MANY)
    if "-" in written and len(groups) > 2 and digits >= _MANY:
        return any(int(group) % 5 for group in groups)
    if max(map(len, groups)) > _USUAL or any(g.startswith("0") and len(g) > 2 for g in groups):
        return True
    if len(groups) > 3 and any(group.startswith("0") for group in groups):
        return True
    if len(groups) > 2 and any(group.startswith("0") for group in groups[1:]):
        return {*map(len, groups)} == {2} or digits > _FEWEST
    high = max(map(int, groups)) > _HIGHEST_SCORE
    if len(groups) > 2 and high:
        return digits > _FEWEST
    return high and {*map(len, groups)} == {_USUAL}


def _is_row_of_pairs(groups: list[str]) -> bool:
    """Whether these are pairs of digits, as in a code, and no scores that rise or fall."""
    values = [*map(int, groups)]
    alike = {*map(len, groups[:-1])} == {2} and len(groups[-1]) < _USUAL and len(groups) > 2
    if len(groups[-1]) == 1 and len(groups) == _FEW_PAIRS:
        return False
    if len(groups) == _FEW_PAIRS and not any(value % 5 for value in values):
        return False
    return alike and values not in (sorted(values), sorted(values, reverse=True))


def _is_uneven(groups: list[str]) -> bool:
    """Whether these are seven digits and more that neither rise nor fall as scores do."""
    values = [*map(int, groups)]
    if len(groups) < _FEW_PAIRS or sum(map(len, groups)) <= _FEWEST:
        return False
    if values in (sorted(values), sorted(values, reverse=True)):
        return False
    short = len(groups) > _FEW_PAIRS and max(map(len, groups)) < _USUAL
    return short or all(value % 5 for value in values)


def _is_round(groups: list[str]) -> bool:
    """Whether these are thousands, as in 12 500."""
    return {*map(len, groups[1:])} == {_USUAL} and int(groups[-1]) % 50 == 0


def _is_row_of_scores(plain: str, start: int) -> bool:
    return bool(_SCORED.search(plain, max(0, start - 40), start))


def _is_year(group: str) -> bool:
    return len(group) == len("2026") and 1900 <= int(group) < _LAST_YEAR


def is_money(plain: str, start: int, end: int) -> bool:
    """Whether a currency stands before the digits of a place, or after them."""
    before = _MONEY_BEFORE.search(plain, max(0, start - 20), start)
    return bool(before or _MONEY_AFTER.match(plain, end))


def _is_fraction(plain: str, start: int) -> bool:
    return plain[max(0, start - 1) : start] in (".", ",") and plain[max(0, start - 2)].isdigit()
