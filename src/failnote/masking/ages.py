"""Ages: those over 89, which the Safe Harbor rule (45 CFR 164.514) counts as identifying."""

import re
from collections.abc import Iterator

from failnote.masking.found import Found
from failnote.masking.wordlist import any_of

_ONES = any_of("one two three four five six seven eight nine")
_AGE = rf"(?P<age>9\d|1[0-2]\d|ninety(?:[ -]{_ONES})?|(?:a|one) hundred(?: and {_ONES})?)"
_OLD = (
    r"(?:[ -]years?[ -](?:old\b|of[ -]age\b)|[ -]?yrs?[ -]old\b|[ -]?y/?o\b|[ -]?y\.o\."
    r"|[ -]?year[ -]?olds?\b)"
)
_AFTER_AGE = any_of("and now when years? next this last today but already in on at then")
_NO_UNIT = any_of("percent minutes? mins? hours? days? weeks? kg mg pounds? sessions? people")
_PERSON = any_of(
    "(?:grand)?(?:mother|father|ma|pa|mum|mom|dad|parent) nan nana gran granny aunt uncle"
    " widow(?:er)? neighbou?r client patient she he they who woman man lady"
    " gentleman resident sister brother"
)
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<all>\b{_AGE}{_OLD})",
        (
            r"\b(?:aged?|at age|age of|turn(?:ed|s|ing)|reach(?:ed|es)|nearly|almost|past"
            rf"|going on) {_AGE}\b(?! ?(?:%|{_NO_UNIT}))"
        ),
        (
            rf"(?:\b(?:is|was|am|were|be|being)|'s|'m) (?:now |already )?{_AGE}\b"
            rf"(?=\s*(?:[.,;:!?)\"”]|\Z|\b{_AFTER_AGE}\b))(?!\s*[.,]\d)"
        ),
        rf"\b{_PERSON}, {_AGE}\b(?=,| (?:last|this|next|in|now|when)\b)",
        r"\bin (?:her|his|their|my) (?P<age>(?:early |mid-?|late )?(?:nineties|90'?s))\b",
    )
)
_SCALES = any_of(
    "scores? scored percentile scale total bmi hrv pulse rate weigh(?:s|ed|t)? bp index temperature"
    " count result"
)
_SCORED = re.compile(rf"\b{_SCALES}\b[^.\n]{{0,30}}\Z", re.IGNORECASE)
_LOOK_BACK = 48


def ages(plain: str) -> Iterator[Found]:
    """Ages from 90 on, in digits or in English words; younger ones stay."""
    for pattern in _PATTERNS:
        for match in pattern.finditer(plain):
            if not _SCORED.search(plain, max(0, match.start() - _LOOK_BACK), match.start()):
                yield Found("age", *match.span("all" if "all" in pattern.groupindex else "age"))
