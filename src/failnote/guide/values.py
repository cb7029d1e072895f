"""Values: what is typed turned into a value that fits its question, and back."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from failnote.errors import AnswerError
from failnote.guide.questions import Base, Choice, Choices, Date, Number, Scale, Text
from failnote.review import Value

DATE_FORMS = "a date like 2026-10-31 is needed (or: today, yesterday, -3, +30d)"
_DAYS = re.compile(r"([+-])(\d{1,4})d?")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")


def read(question: Base, raw: str, today: date) -> Value:
    """Turn typed text into a value; AnswerError carries the words for the user."""
    raw = raw.strip()
    if not (isinstance(question, Text) and question.lines > 1):
        raw = " ".join(raw.split())  # a pasted line break is a blank here
    value = _converted(question, raw, today)
    if problem := question.problem(value):
        raise AnswerError(problem)
    return value


def _converted(question: Base, raw: str, today: date) -> Value:
    match question:
        case Choice():
            chosen = _chosen(question, raw)
            if len(chosen) != 1:
                message = "choose exactly one number"
                raise AnswerError(message)
            return chosen[0]
        case Choices():
            return _chosen(question, raw)
        case Scale():
            return int(raw) if re.fullmatch(r"-?\d{1,9}", raw) else raw
        case Number():
            number = raw.replace(",", ".")
            if re.fullmatch(r"-?\d{1,9}", number):
                return int(number)
            return float(number) if re.fullmatch(r"-?\d{1,9}\.\d{1,6}", number) else raw
        case Date():
            return read_date(raw, today)
    return raw or None


def _chosen(question: Choice | Choices, raw: str) -> tuple[str, ...]:
    known = list(question.offered)
    chosen = set()
    for part in re.split(r"[,;\s]+", raw):
        if part.isascii() and part.isdigit() and 1 <= int(part) <= len(known):
            chosen.add(known[int(part) - 1])
        elif part in question.offered:
            chosen.add(part)
        elif part == "-" and isinstance(question, Choices):
            chosen.update([question.none_option] if question.none_option else [])
        elif part:
            message = f"that is not on the list; type a number from 1 to {len(known)}"
            raise AnswerError(message)
    return tuple(key for key in known if key in chosen)


def read_date(raw: str, today: date) -> date:
    """Read a day in one of the plain forms; AnswerError when it is none, or not in the calendar."""
    word = raw.strip().lower()
    near = {"today": 0, "t": 0, "yesterday": -1, "y": -1, "tomorrow": 1}
    if word in near:
        return today + timedelta(days=near[word])
    if days := _DAYS.fullmatch(word):
        return today + timedelta(days=int(days[1] + days[2]))
    for form, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1))):
        if found := form.fullmatch(word):
            try:
                return date(*(int(found[part]) for part in order))
            except ValueError:
                message = "that day is not in the calendar"
                raise AnswerError(message) from None
    raise AnswerError(DATE_FORMS)


def from_file(question: Base, given: Any, today: date) -> Value:
    """Take a value from an answers file: option ids, numbers, dates, lists, or text as typed."""
    if isinstance(given, str) and given not in question.options:
        return read(question, given, today)
    if isinstance(given, str) and isinstance(question, Choices):
        given = [given]
    if isinstance(given, list):
        known = list(question.options)
        strange = [key for key in given if key not in known]
        given = (*(key for key in known if key in given), *strange)
    if problem := question.problem(given):
        raise AnswerError(problem)
    value: Value = given
    return value


def typed(question: Base, value: Value) -> str:
    """Give the value as the user would type it: what stands there when an answer is edited."""
    numbers = {}
    if isinstance(question, Choice | Choices):
        numbers = {key: str(number) for number, key in enumerate(question.offered, 1)}
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(numbers[key] for key in value if key in numbers) or "-"
    if isinstance(value, str):
        return numbers.get(value, value)
    return value.isoformat() if isinstance(value, date) else str(value)


def default(question: Base, today: date, usual: Mapping[str, str] | None = None) -> Value:
    """Give what stands in an unanswered question: its own default, or the user's usual value."""
    if isinstance(question, Date) and question.default:
        return read_date(question.default, today)
    return (usual or {}).get(question.context or "")
