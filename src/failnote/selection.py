"""Selection: which reviews are meant. The filters that every command understands."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import get_args

from failnote.errors import UsageError
from failnote.review import Kind

PERIOD_FORMS = "2026, 2026Q1, 2026-03, 2026-03-15, 2026-01..2026-03 or “last 6 months”"

_DAY = r"([12]\d{3})-(\d\d)-(\d\d)"
_MONTH = r"([12]\d{3})-(\d\d)"
_QUARTER = r"([12]\d{3})-?q([1-4])"
_YEAR = r"([12]\d{3})"
_LAST = r"last (\d{1,4}) (day|week|month|year)s?"
_MONTH_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_UNITS = {"d": "days", "w": "weeks", "m": "months", "y": "years"}
_LONGEST_LIST = 400
"""Characters of known words that an error spells out."""


@dataclass(frozen=True, slots=True)
class Selection:
    """A set of reviews, by what they say; every given filter must hold."""

    numbers: tuple[int, ...] = ()
    since: date | None = None
    """First day, inclusive."""
    until: date | None = None
    """Last day, inclusive."""
    cases: tuple[str, ...] = ()
    guides: tuple[str, ...] = ()
    kind: str = ""
    ending: str = ""
    misses: tuple[str, ...] = ()
    """Codes, or whole areas as ``contract.*``: reviews in which one of them was ticked."""
    where: Mapping[str, str] = field(default_factory=dict)
    """Context field -> value."""
    finished_only: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The words that filters may name."""

    cases: Collection[str] = ()
    guides: Collection[str] = ()
    endings: Collection[str] = ()
    codes: Collection[str] = ()
    fields: Mapping[str, Collection[str]] = field(default_factory=dict)
    """Context field -> its values; a field without values takes any."""


def select(
    *,
    known: Known,
    today: date,
    since: str | None = None,
    until: str | None = None,
    period: str | None = None,
    case: Iterable[str] | None = None,
    guide: Iterable[str] | None = None,
    kind: str | None = None,
    ending: str | None = None,
    miss: Iterable[str] | None = None,
    where: Iterable[str] | None = None,
) -> Selection:
    """Build a selection from options as typed; UsageError with a suggestion for unknown words."""
    first, last = _bounds(since, until, period, today)
    return Selection(
        since=first,
        until=last,
        cases=tuple(_known("case", each, known.cases, "failnote cases") for each in case or ()),
        guides=tuple(_known("guide", each, known.guides) for each in guide or ()),
        kind=_known("kind", kind, get_args(Kind)) if kind is not None else "",
        ending=_known("ending", ending, known.endings) if ending is not None else "",
        misses=tuple(_known_miss(each, known.codes) for each in miss or ()),
        where=_known_fields(where or (), known.fields),
    )


def parse_period(text: str, today: date) -> tuple[date, date]:
    """Read a period as its first and last day, both inclusive; UsageError when it is none.

    "last 2 weeks" ends today and holds 14 days, today among them.
    """
    words = " ".join(text.lower().split())
    first, dots, last = words.partition("..")
    try:
        since, until = _simple(first.strip(), today)
        if dots:
            until = _simple(last.strip(), today)[1]
    except LookupError:
        meant = _meant(words, today)
        what = f"did you mean “{meant}”?" if meant else f"write {PERIOD_FORMS}."
        message = f"“{text}” is not a period; {what}"
        raise UsageError(message) from None
    except (ValueError, OverflowError):
        message = f"“{text}” is not in the calendar; check its numbers."
        raise UsageError(message) from None
    if since > until:
        message = f"“{text}” ends before it begins; write the earlier day first."
        raise UsageError(message)
    return since, until


def _simple(words: str, today: date) -> tuple[date, date]:
    """One period without dots; LookupError for another form, ValueError outside the calendar."""
    if found := re.fullmatch(_DAY, words):
        day = date(int(found[1]), int(found[2]), int(found[3]))
        return day, day
    if found := re.fullmatch(_MONTH, words):
        first = date(int(found[1]), int(found[2]), 1)
        return first, _months_later(first, 1) - timedelta(days=1)
    if found := re.fullmatch(_QUARTER, words):
        first = date(int(found[1]), 3 * int(found[2]) - 2, 1)
        return first, _months_later(first, 3) - timedelta(days=1)
    if found := re.fullmatch(_YEAR, words):
        return date(int(found[1]), 1, 1), date(int(found[1]), 12, 31)
    if found := re.fullmatch(_LAST, words):
        count = int(found[1])
        if found[2] in ("day", "week"):
            before = today - timedelta(days=count * (7 if found[2] == "week" else 1))
        else:
            before = _months_later(today, -count * (12 if found[2] == "year" else 1))
        return before + timedelta(days=1), today
    raise LookupError


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following_year, following_month = divmod(year * 12 + month + 1, 12)
    last = date(following_year, following_month + 1, 1) - timedelta(days=1)
    return last.replace(day=min(day.day, last.day))


def _meant(words: str, today: date) -> str:
    """The period that a near miss may stand for, or nothing."""
    month = next((n for n, name in enumerate(_MONTH_NAMES, 1) if name in words), None)
    numbers = re.findall(r"\d+", words)
    year_last = len(numbers) > 1 and len(numbers[-1]) == 4
    match numbers[::-1] if year_last else numbers:
        case [year] if month and len(year) == 4:
            meant = f"{year}-{month:02}"
        case [year, day] if month:
            meant = f"{year}-{month:02}-{day:0>2}"
        case [year, quarter] if "q" in words:
            meant = f"{year}Q{quarter}"
        case [year, part]:
            meant = f"{year}-{part:0>2}"
        case [year, part, day] if not year_last or int(day) > 12:
            meant = f"{year}-{part:0>2}-{day:0>2}"
        case [count] if unit := re.search(r"\d+\s*(d|w|m|y)[a-z]*$", words):
            meant = f"last {count} {_UNITS[unit[1]]}"
        case [] if unit := re.search(r"\b(day|week|month|year)$", words):
            meant = f"last 1 {unit[1]}"
        case _:
            return ""
    try:
        _simple(meant.lower(), today)
    except (LookupError, ValueError, OverflowError):
        return ""
    return meant


def _bounds(
    since: str | None, until: str | None, period: str | None, today: date
) -> tuple[date | None, date | None]:
    firsts = [parse_period(text, today)[0] for text in (since, period) if text is not None]
    lasts = [parse_period(text, today)[1] for text in (until, period) if text is not None]
    first, last = max(firsts, default=None), min(lasts, default=None)
    if first and last and first > last:
        message = f"No day lies between {first} and {last}; check --since, --until and --period."
        raise UsageError(message)
    return first, last


def _known_miss(miss: str, codes: Collection[str]) -> str:
    areas = list(dict.fromkeys(code.partition(".")[0] + ".*" for code in codes))
    return _known("code", miss, [*areas, *codes], shown=areas)


def _known_fields(where: Iterable[str], fields: Mapping[str, Collection[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for text in where:
        name, equals, value = text.partition("=")
        if not equals or not value:
            message = f"“{text}” is not a filter; write FIELD=VALUE, such as setup=couple."
            raise UsageError(message)
        _known("field", name, fields)
        if values := fields[name]:
            _known(f"value of {name}", value, values)
        if found.setdefault(name, value) != value:
            message = f"“{name}” is given twice; give it one value."
            raise UsageError(message)
    return found


def _known(
    what: str,
    word: str,
    words: Collection[str],
    listing: str = "",
    shown: Collection[str] | None = None,
) -> str:
    if word in words:
        return word
    import difflib  # noqa: PLC0415 - 7 to 20 ms, and needed only when a word is wrong

    close = difflib.get_close_matches(word.lower(), list(words), 1)
    known = ", ".join(words if shown is None else shown)
    if close:
        then = f"; did you mean “{close[0]}”?"
    elif listing:
        then = f"; {listing} shows those there are."
    elif known and len(known) <= _LONGEST_LIST:
        then = f"; known are: {known}."
    else:
        then = "."
    message = f"There is no {what} “{word}”{then}"
    raise UsageError(message)
