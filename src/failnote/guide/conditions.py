"""Conditions: the small language of ``ask_if``, parsed and never run as code.

    core.ending is dropout                     settle.charge >= 8 and not (core.kind is rupture)
    core.signs has sign.mine.dread             misses count > 5
    close.charge > settle.charge               core.contract.what answered

A test about a question that was skipped, never asked or answered with "cannot say" is false,
whether negated or not; only ``empty`` (and ``skipped``, for a skip) is true of it.
"""

import enum
import operator
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from failnote.review import Value

MISSES = "misses"
"""The pseudo-question: the codes of misses ticked so far in this review."""

RESERVED = (MISSES, "and", "or", "not")
"""What no question can be called."""

DEEPEST = 20
"""Brackets within brackets; more is a slip, and would exhaust the parser."""

EXAMPLE = "core.kind is dropout   or   settle.charge >= 7 and core.signs has sign.data.flat"

NUMBERS: Mapping[str, Callable[[float, float], bool]] = {
    ">=": operator.ge,
    "<=": operator.le,
    ">": operator.gt,
    "<": operator.lt,
    "=": operator.eq,
}
LISTS = ("in", "has", "has_none_of", "lacks")
ALONE = ("answered", "empty", "skipped")
_TOKEN = re.compile(r"\s*(>=|<=|=|>|<|\(|\)|,|[^\s()<>=,]+)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class ConditionError(ValueError):
    """A condition does not follow the grammar; the message says where and what was expected."""


class Missing(enum.Enum):
    """Why a question has no value."""

    OPEN = "visible, not yet answered"
    SKIPPED = "passed over"
    CANNOT_SAY = "cannot say"
    HIDDEN = "not asked"


class Verdict(enum.Enum):
    """What a condition comes to; only TRUE shows the question."""

    TRUE = enum.auto()
    FALSE = enum.auto()
    VOID = enum.auto()
    """It is about a question without a value: false, and its negation too."""
    OPEN = enum.auto()
    """It cannot be known yet."""


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison: a question, an operator, what it is compared with."""

    __test__ = False  # the name is the grammar's word, not a test case
    question: str
    op: str
    values: tuple[str, ...] = ()
    other: str = ""
    """The second question, where two numbers are compared."""


@dataclass(frozen=True, slots=True)
class Bool:
    """``and``, ``or`` or ``not`` over conditions."""

    op: str
    parts: "tuple[Condition, ...]"


Condition = Test | Bool


def tests(condition: Condition) -> Iterator[Test]:
    """Every single comparison in a condition."""
    if isinstance(condition, Test):
        yield condition
    else:
        for part in condition.parts:
            yield from tests(part)


def parse(text: str) -> Condition:
    """Turn the text of an ``ask_if`` into a condition; ConditionError when it is none."""
    parser = _Parser(text)
    condition = parser.either()
    if parser.peek() is not None:
        message = f"“{text}”: “{parser.peek()}” was not expected; join tests with and / or"
        raise ConditionError(message)
    return condition


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = _TOKEN.findall(text)
        self.at = 0
        self.depth = 0

    def peek(self) -> str | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def take(self, expected: str) -> str:
        if self.at >= len(self.tokens):
            message = f"“{self.text}” stops too early: {expected} is missing"
            raise ConditionError(message)
        self.at += 1
        token: str = self.tokens[self.at - 1]
        return token

    def either(self) -> Condition:
        return self._joined("or", lambda: self._joined("and", self._negation))

    def _joined(self, word: str, below: Callable[[], Condition]) -> Condition:
        parts = [below()]
        while self.peek() == word:
            self.take(word)
            parts.append(below())
        return parts[0] if len(parts) == 1 else Bool(word, tuple(parts))

    def _negation(self) -> Condition:
        if self.peek() not in ("not", "("):
            return self._test()
        self.depth += 1
        if self.depth > DEEPEST:
            message = f"“{self.text[:60]} …”: too many brackets"
            raise ConditionError(message)
        if self.take("") == "not":
            inner: Condition = Bool("not", (self._negation(),))
        else:
            inner = self.either()
            if self.peek() != ")":
                message = f"“{self.text}”: a closing bracket is missing"
                raise ConditionError(message)
            self.take(")")
        self.depth -= 1
        return inner

    def _test(self) -> Condition:
        question = self.take("a question's id")
        op = self.take("is / in / has / >= / answered …")
        if op in ALONE:
            return Test(question, op)
        if op == "count":
            op = self.take("a comparison after count")
            if op not in NUMBERS:
                message = f"“{self.text}”: after “count” comes > >= < <= or ="
                raise ConditionError(message)
            return Test(question, f"count {op}", (self._number(op),))
        if op in NUMBERS:
            right = self.take(f"a number or a question after {op}")
            if _NUMBER.fullmatch(right):
                return Test(question, op, (right,))
            if not re.fullmatch(r"[a-z][a-z0-9._-]*", right):
                message = (
                    f"“{self.text}”: “{right}” is neither a number nor a question, {op} needs one"
                )
                raise ConditionError(message)
            return Test(question, op, other=right)
        if op == "is":
            negated = self.peek() == "not" and bool(self.take("not"))
            test = Test(question, "in", (self.take("a value after is"),))
            if self.peek() == ",":
                message = f"“{self.text}”: “is” takes one value, several go with “in”"
                raise ConditionError(message)
            return Bool("not", (test,)) if negated else test
        if op in LISTS:
            values = [self.take(f"a value after {op}")]
            while self.peek() == ",":
                self.take(",")
                values.append(self.take("a value after the comma"))
            return Test(question, "lacks" if op == "has_none_of" else op, tuple(values))
        message = (
            f"“{self.text}”: after “{question}” comes “{op}”, but it must be one of "
            f"is, {', '.join((*LISTS, *ALONE))}, count, {' '.join(NUMBERS)}"
        )
        raise ConditionError(message)

    def _number(self, op: str) -> str:
        number = self.take(f"a number after {op}")
        if not _NUMBER.fullmatch(number):
            message = f"“{self.text}”: “{number}” is not a number, {op} needs one"
            raise ConditionError(message)
        return number


def verdict(condition: Condition, seen: Mapping[str, Value | Missing]) -> Verdict:
    """Decide a condition; a question that ``seen`` does not hold was not asked."""
    if isinstance(condition, Test):
        return _decide(condition, seen)
    parts = {verdict(part, seen) for part in condition.parts}
    if condition.op == "not":
        only = parts.pop()
        swapped = {Verdict.TRUE: Verdict.FALSE, Verdict.FALSE: Verdict.TRUE}
        return swapped.get(only, only)
    decisive = Verdict.TRUE if condition.op == "or" else Verdict.FALSE
    for found in (decisive, Verdict.OPEN, Verdict.VOID):
        if found in parts:
            return found
    return Verdict.FALSE if condition.op == "or" else Verdict.TRUE


def _decide(test: Test, seen: Mapping[str, Value | Missing]) -> Verdict:
    value = seen.get(test.question, Missing.HIDDEN)
    if value is Missing.OPEN:
        return Verdict.OPEN
    if test.op in ALONE:
        absent = isinstance(value, Missing) or (value == () and test.question == MISSES)
        return _verdict(
            {
                "answered": not absent,
                "empty": absent or value == (),
                "skipped": value is Missing.SKIPPED,
            }[test.op]
        )
    if isinstance(value, Missing):
        return Verdict.VOID
    if test.op.startswith("count "):
        size = len(value) if isinstance(value, tuple) else 1
        return _verdict(NUMBERS[test.op.removeprefix("count ")](size, float(test.values[0])))
    if test.op in NUMBERS:
        right = seen.get(test.other, Missing.HIDDEN) if test.other else float(test.values[0])
        if right is Missing.OPEN:
            return Verdict.OPEN
        if not isinstance(right, int | float) or not isinstance(value, int | float):
            return Verdict.VOID
        return _verdict(NUMBERS[test.op](value, right))
    chosen = set(value) if isinstance(value, tuple) else {str(value)}
    hit = bool(chosen & set(test.values))
    return _verdict(hit != (test.op == "lacks"))


def _verdict(true: bool) -> Verdict:
    return Verdict.TRUE if true else Verdict.FALSE
