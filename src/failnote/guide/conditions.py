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

from failnote.promptfile import nearest
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
OTHER_WORDS = {"!": "is not", "equals": "is", "contains": "has", "not": "is not"}
"""How some would write a comparison -> how it is written."""

_TOKEN = re.compile(r"\s*(>=|<=|=|>|<|\(|\)|,|[^\s()<>=,]+)")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


class ConditionError(ValueError):
    """A condition does not follow the grammar; the message says what, ``mend`` how to write it."""

    def __init__(self, what: str, mend: str = f"write for example:  {EXAMPLE}") -> None:
        super().__init__(what)
        self.mend = mend


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
        message = f"“{text}”: “{parser.peek()}” was not expected"
        raise ConditionError(message, "join two comparisons with and / or")
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
        inner = self._negated() if self.take("") == "not" else self._bracketed()
        self.depth -= 1
        return inner

    def _negated(self) -> Condition:
        inner = self._negation()
        if isinstance(inner, Test) and inner.op == "answered":
            message = f"“{self.text}”: “answered” cannot be turned round with “not”"
            raise ConditionError(message, f"write: {inner.question} empty")
        return Bool("not", (inner,))

    def _bracketed(self) -> Condition:
        inner = self.either()
        if self.peek() != ")":
            message = f"“{self.text}”: a closing bracket is missing"
            raise ConditionError(message, "write as many ) as there are (")
        self.take(")")
        return inner

    def _test(self) -> Condition:
        question = self.take("a question's id")
        op = self.take("is / in / has / >= / answered …")
        if op in ALONE:
            return Test(question, op)
        if op == "count":
            return self._count(question)
        if op in NUMBERS:
            return self._comparison(question, op)
        if op == "is":
            negated = self.peek() == "not" and bool(self.take("not"))
            test = Test(question, "in", (self.take("a value after is"),))
            if self.peek() == ",":
                message = f"“{self.text}”: “is” takes one value"
                raise ConditionError(message, f"write: {question} in {test.values[0]}, …")
            return Bool("not", (test,)) if negated else test
        if op in LISTS:
            values = [self.take(f"a value after {op}")]
            while self.peek() == ",":
                self.take(",")
                values.append(self.take("a value after the comma"))
            return Test(question, "lacks" if op == "has_none_of" else op, tuple(values))
        known = ("is", "is not", *LISTS, *ALONE, "count", *NUMBERS)
        message = f"“{self.text}”: after “{question}” comes “{op}”, which is no comparison"
        otherwise = f"write one of: {', '.join(known)}"
        raise ConditionError(message, nearest(OTHER_WORDS.get(op, op), known, otherwise))

    def _count(self, question: str) -> Condition:
        op = self.take("a comparison after count")
        if op not in NUMBERS:
            message = f"“{self.text}”: after “count” comes > >= < <= or ="
            raise ConditionError(message, f"write: {question} count > 2")
        number = self.take(f"a number after {op}")
        if not _NUMBER.fullmatch(number):
            message = f"“{self.text}”: “{number}” is not a number, {op} needs one"
            raise ConditionError(message, f"write: {question} count {op} 2")
        return Test(question, f"count {op}", (number,))

    def _comparison(self, question: str, op: str) -> Condition:
        right = self.take(f"a number or a question after {op}")
        if _NUMBER.fullmatch(right):
            return Test(question, op, (right,))
        if not re.fullmatch(r"[a-z][a-z0-9._-]*", right):
            message = f"“{self.text}”: “{right}” is neither a number nor a question, {op} needs one"
            raise ConditionError(message)
        return Test(question, op, other=right)


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
    nothing = isinstance(value, Missing)
    if test.op == "skipped":
        return _verdict(value is Missing.SKIPPED)
    if test.op == "empty":
        return _verdict(nothing or value == ())
    if nothing:
        return Verdict.VOID
    if test.op == "answered":
        return _verdict(test.question != MISSES or value != ())
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
