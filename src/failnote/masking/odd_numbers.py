"""Odd numbers: what has four digits and more and looks like nothing that notes are full of."""

import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.numbers import BILLED, is_money, letters_before

_FEWEST = 4
_TOKEN = re.compile(
    r"(?<![\w.,/:#@+-])(?<![£$€¥+] )[A-Za-z]{0,3}\d[\w./-]{2,24}(?<=\w)(?![\w@%:]|[.,/-]\w)"
)
_HARMLESS = re.compile(
    # Years, a year and the next, decades.
    r"(?:19|20)\d\d(?:s|[/-](?:(?:19|20)\d\d|\d\d?))?"
    # Times, and from one to another.
    r"|\d{1,2}[.:h]\d\d(?:[ap]m)?(?:-\d{1,2}[.:h]\d\d(?:[ap]m)?)?"
    # Scores, blood pressure, ranges, steps, versions, decimals, thousands.
    r"|\d{1,3}(?:/\d{1,3}){1,3}|\d{1,4}(?:-\d{1,4})+|v?\d{1,2}(?:\.\d{1,2}){1,4}|\d+\.\d+"
    r"|\d{1,3}(?:\.\d)?-\d{1,3}\.\d\d?"
    # Diagnoses of ICD-10, ICD-11 and DSM.
    r"|[A-Za-z]\d\d(?:\.\d{1,4})?[A-Za-z]?|\d[A-Za-z]\w\w(?:\.\w{1,2})?|[1-7]\d\d\.\d{1,2}"
    # Ages and lengths written with a hyphen, counts, ordinals, doses, how often.
    r"|\d+(?:-\d+)?[./-]?[a-z]+(?:-[a-z]+)*"
    rf"|{BILLED.pattern}",
)
_UNIT_AFTER = re.compile(
    r" ?(?:kcal|cal|k?j|mg|mcg|ml|iu|steps|words|people|miles|metres|meters|km|m|ft|years|hours"
    r"|minutes|times|followers|likes|views|subscribers|eur\w*|usd|gbp|chf|pounds?|dollars?|euros?|zl|kc|kr|lei|ft|forint)\b",
    re.IGNORECASE,
)

_CLOCK = re.compile(r"(?:[01]\d|2[0-3])[0-5]\d")
_CLOCK_BEFORE = re.compile(r"\b(?:at|until|till|by|before|after|around|about) \Z")
_CLOCK_AFTER = re.compile(r" (?:hrs?|slot|start|session|appointment|appt|shift|handover)\b")


def odd_numbers(plain: str) -> Iterator[Found]:
    """Numbers that no word before them explains; whoever masks looks what is known of them first."""
    for match in _TOKEN.finditer(plain):
        written = match[0]
        if sum(map(str.isdigit, written)) < _FEWEST or _HARMLESS.fullmatch(written):
            continue
        start, end = match.span()
        if _is_round(written) or _UNIT_AFTER.match(plain, end) or is_money(plain, start, end):
            continue
        if _CLOCK.fullmatch(written) and _is_time(plain, start, end):
            continue
        yield Found("number", letters_before(plain, start), end)


def _is_round(written: str) -> bool:
    """Whether it is a plain number such as 1200, which counts something."""
    return written.isdigit() and int(written) % 50 == 0 and written[0] != "0"


def _is_time(plain: str, start: int, end: int) -> bool:
    """Whether the words around four digits say that they are a time: at 0715."""
    before = _CLOCK_BEFORE.search(plain, max(0, start - 8), start)
    return bool(before or _CLOCK_AFTER.match(plain, end))
