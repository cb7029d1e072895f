"""Ages: those over 89, which the Safe Harbor rule (45 CFR 164.514) counts as identifying."""

import re
from collections.abc import Iterator

from failnote.masking.ages.age_cues import end_of_old, is_told, worded
from failnote.masking.found import Found

_NINETIES = re.compile(
    r"\bin(?:to)? (?:her|his|their|my) (?:own )?(?P<decade>(?:early |mid-? ?|late )?(?:nineties"
    r"|90'?s))\b"
    r"|\b(?P<nth>(?:ninet(?:ieth|y-[a-z]{4,7})|(?:one |a )?hundredth|hundred and \w{3,7}))"
    r"(?= birthday)"
    r"|(?:'s|\b(?:her|his|my|our|their)) (?P<feted>ninetieth|hundredth)\b(?= ?[.,;:!?)])"
    r"|\b(?:her|his|their|'s|s') (?P<year>(?:9\d|1[01]\d)(?:st|nd|rd|th)) (?:year|birthday)\b"
    r"|\b(?:her|his) (?P<turned>(?:9\d|1[01]\d)(?:st|nd|rd|th))(?= ?[.,;:!?)]|\n|\Z)"
    r"|\b(?:her|his) (?P<told>ninety-[a-z]{4,7}) year\b"
    r"|\b(?:an?|the|her|his|our|my) (?P<person>nonagenarian|centenarian)\b",
    re.IGNORECASE,
)
_MORE = re.compile(r"(?:st|nd|rd|th)\b| and a half\b", re.IGNORECASE)
_NEXT = re.compile(r"(?:,? (?:or|and|nearly|soon|then)|,) |-")
"""Between the age of somebody and another of theirs: 90, 91 in June."""
_MOST_ASKED = 1500
"""Numbers that are looked at; whoever writes more has all from there to the last one masked."""


def ages(plain: str) -> Iterator[Found]:
    """Ages from 90 on, in digits or in the words of every language; younger ones stay."""
    for match in _NINETIES.finditer(plain):
        yield Found("age", *match.span(match.lastgroup or 0))
    last = -1
    numbers = worded().number.finditer(plain)
    for asked, match in enumerate(numbers):
        if asked == _MOST_ASKED:
            *_, final = match, *numbers
            yield Found("age", match.start(), final.end())
            return
        end = end_of_old(plain, match.end())
        goes_on = last >= 0 and _NEXT.fullmatch(plain, last, match.start())
        if end is not None or goes_on or is_told(plain, match):
            more = _MORE.match(plain, match.end())
            last = end or (more or match).end()
            yield Found("age", match.start(), last)
