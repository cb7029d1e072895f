"""Phones: phone numbers of one country, and of any country with its code."""

import re
from bisect import bisect_right
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_GROUP = re.compile(r"\d+")
_BETWEEN = r"(?:[ \n./-]| [/-] |\)[ \n./-]?|[ \n./-]?\()"
_CANDIDATE = re.compile(
    rf"(?<![\w+])(?<!\d[./,-])(?:\+ ?|\(\+?)?\d{{1,15}}(?:{_BETWEEN}\d{{1,15}}){{0,7}}"
)
_EXTENSION = re.compile(
    r",? ?(?:ext|extension|x|wewn?|int|interno|poste|dw|durchwahl|toestel|klapka|linka|klapa|mellek"
    r"|ankn|anknytning|ramal|anexo|lokal|alanro|vid)\b\.? ?\d{1,6}\b|,? ?x\d{1,6}\b"
    r"|-\d{1,2}\b(?![-/.:]\d)",
    re.IGNORECASE,
)
_INTERNAL = re.compile(
    r"\b(?i:ext(?:ension|n)?|durchwahl|poste|wewn?|lankytin)\b\.? ?(?P<number>\d{3,6})\b"
)
_FEWEST, _MOST = 7, 15
"""Digits; the most is ITU-T E.164's."""

_OLD_TRUNKS = {"LT": 9, "LV": 9}
"""Country -> digits of a number after the 8 that people there still dial first."""
_NANP_REGIONS = frozenset({"US", "CA"})
_NANP = re.compile(
    r"(?:\+?1[ .\n-]?)?(?:\([2-9]\d\d\)[ \n]?|[2-9]\d\d[ .\n-]?)[2-9]\d\d[ .\n-]?\d{4}"
)
_NANP_GROUPS = ([3, 3, 4], [1, 3, 3, 4], [10], [11], [3, 7], [6, 4])
"""North American numbers are known by their grouping alone; the numbers kept for fiction are no
valid ones, and people mistype."""

_CALLS = any_of(
    "call(?:s|ed|ing)? phon(?:e|es|ed|ing) telephone tel mobile mob cell cellphone fax"
    " text(?:s|ed)? rings? rang dial(?:s|led|ed)?"
    " (?:his|her|their|my|the|new)~(?:new~)?number landline line whatsapp pager voicemail sms"
    " telefon\\w{0,4} handy\\w{0,6} rief anruf\\w{0,2} ringde mobil\\w{0,3} soitti\\w{0,2}"
    " puh(?:elin)?"
    " appel\\w{1,3} portable tel[ef]\\w{0,6} llam\\w{1,4} movil chiam\\w{1,4} cell\\w{1,6} ligou"
    " telemovel"
    " zadzwon\\w{1,4} dzwon\\w{1,4} komork\\w{1,2} volal\\w? gsm bel\\w{0,4} nummer numer"
    " hivt\\w{0,3}"
    " skambin\\w{1,4} nazva\\w{1,4} zvoni\\w{1,3} sunat\\w?"
)
_CALL = re.compile(rf"\b{_CALLS}\b", re.IGNORECASE)
_AFTER_CALL = re.compile(r"[^\n\d]{0,24}|:\s{0,3}")
_LONGEST_AFTER = 24
_NAMED_AFTER = re.compile(r"[ -](?:office|mobile|fax|cell|home|landline)\b", re.IGNORECASE)
_MOST_ASKED = 3000
"""Candidates that are checked one by one; after so many, every candidate counts as a number."""


def phones(plain: str, region: str) -> Iterator[Found]:
    """Phone numbers as dialled within a country (ISO 3166), and international ones."""
    yield from (Found("phone", *match.span("number")) for match in _INTERNAL.finditer(plain))
    calls = [match.end() for match in _CALL.finditer(plain)]
    asked = place = 0
    while match := _CANDIDATE.search(plain, place):
        place = match.end()
        groups = [*_GROUP.finditer(match[0])]
        announced = _is_announced(plain, calls, match.start())
        for left_out in range(min(3, len(groups))):
            written = match[0][: groups[-1 - left_out].end()]
            if ")" not in written:
                written = written.removeprefix("(")
            parts = [len(group[0]) for group in groups[: len(groups) - left_out]]
            if not _FEWEST <= sum(parts) <= _MOST:
                continue
            asked += 1
            end = match.start() + groups[-1 - left_out].end()
            named = announced or bool(_NAMED_AFTER.match(plain, end))
            if named or asked > _MOST_ASKED or _is_phone(written, parts, region):
                more = _EXTENSION.match(plain, end)
                place = more.end() if more else end
                yield Found("phone", match.start(), place)
                break
        else:
            place = match.start() + groups[0].end()


def _is_announced(plain: str, calls: list[int], start: int) -> bool:
    """Whether a word such as "rang" comes shortly before; ``calls`` are the ends of such words."""
    before = bisect_right(calls, start) - 1
    if before < 0 or start - calls[before] > _LONGEST_AFTER:
        return False
    return bool(_AFTER_CALL.fullmatch(plain, calls[before], start))


def _is_phone(written: str, parts: list[int], region: str) -> bool:
    """Whether digits in these groups are a number; ``parts`` are the lengths of the groups."""
    digits = "".join(_GROUP.findall(written))
    if "+" in written or digits.startswith("00"):
        return _is_possible(written, region)
    if region in _OLD_TRUNKS and digits.startswith("8") and len(digits) == _OLD_TRUNKS[region]:
        return True
    if region in _NANP_REGIONS:
        return parts in _NANP_GROUPS and bool(_NANP.fullmatch(written))
    # Single digits are scores more often, unless an area stands in brackets.
    apart = min(parts[1:] or parts) > 1 or ("(" in written and len(digits) > _FEWEST)
    return apart and _is_national(written, digits, region)


def _is_national(written: str, digits: str, region: str) -> bool:
    """Whether a number begins as one within its country does, or is valid where none does so."""
    from phonenumbers import PhoneMetadata  # noqa: PLC0415 (see _is_possible)

    metadata = PhoneMetadata.metadata_for_region(region)
    if metadata is None:
        return False
    trunk = metadata.national_prefix
    if trunk and digits.startswith(trunk):
        return _is_possible(written, region)
    return _is_possible(written, region, valid=True)


def _is_possible(written: str, region: str, *, valid: bool = False) -> bool:
    # phonenumbers costs as much as `python -c pass`, and most notes have no phone number.
    import phonenumbers  # noqa: PLC0415

    try:
        number = phonenumbers.parse(" ".join(written.split()), region or None)
    except phonenumbers.NumberParseException:
        return False
    if valid:
        return phonenumbers.is_valid_number(number)
    return phonenumbers.is_possible_number(number)
