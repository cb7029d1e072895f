"""Contexts: each miss beside one context field, whose values are set side by side."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding, Level, MarkedCase, Tell, is_miss, level_of, silent
from failnote.patterns.memory import Memory
from failnote.patterns.reshuffling import LATEST, Matrix, Outcome, matrix_of, reshuffle
from failnote.review import CodeWord

CLAIM_FROM = 15
"""Cases from which the values of a field are compared."""
GROUP = 5
"""Cases looked at, with the value and without it, from which they are compared."""
EACH, TOGETHER = 3, 3
"""Ticks that the miss, and the miss with the value, must have to be compared."""
LEVEL = 0.05
"""A field is looked at only when asked for, so each look has a level of its own."""


class ContextCount(NamedTuple):
    """How often a miss was ticked where a field has a value; every number counts cases."""

    field: str
    value: str
    code: str
    ticked: int
    looked: int
    elsewhere_ticked: int
    elsewhere_looked: int
    cases: int
    """Cases with this value."""
    expected: float | None = None
    as_strong: int | None = None
    """Reshuffled journals in which anything of this field was at least as lopsided."""
    reshuffled: int | None = None


class Within:
    """The family of counts of a miss within the cases that have a value."""

    def __init__(
        self, matrix: Matrix, groups: Sequence[int], counted: Sequence[tuple[int, int]]
    ) -> None:
        totals = matrix.totals()
        self.counted: Sequence[object] = [(groups[group], place) for group, place in counted]
        self.most: Sequence[int] = [
            min(totals[place], groups[group].bit_count()) for group, place in counted
        ]
        self._masks = [(groups[group], 1 << place) for group, place in counted]

    def count(self, rows: Sequence[int]) -> list[int]:
        """In how many rows of its group each bit is set."""
        columns: dict[int, int] = {}
        for _, bit in self._masks:
            if bit not in columns:
                flags = ["1" if row & bit else "0" for row in reversed(rows)]
                columns[bit] = int("".join(flags), 2)
        return [(columns[bit] & group).bit_count() for group, bit in self._masks]


def contexts(
    cases: Sequence[MarkedCase],
    field: str,
    codes: Mapping[str, CodeWord],
    memory: Memory,
    tell: Tell = silent,
) -> list[Finding[ContextCount]]:
    """Every miss that was ticked, beside every value of the field; the most striking first."""
    latest = cases[-LATEST:]
    seen = sorted(
        {
            code
            for case in latest
            for code, tick in case.marks.items()
            if tick and is_miss(code, codes)
        }
    )
    values = sorted({value for case in latest for value in case.context.get(field, ())})
    matrix = matrix_of(latest, seen)
    groups = [
        sum(1 << place for place, case in enumerate(latest) if value in case.context.get(field, ()))
        for value in values
    ]
    outcomes = _outcomes(matrix, groups, memory, tell) if len(cases) >= CLAIM_FROM else {}
    found = []
    for group, value in enumerate(values):
        for place, code in enumerate(seen):
            inside = [case for at, case in enumerate(latest) if groups[group] >> at & 1]
            outside = [case for at, case in enumerate(latest) if not groups[group] >> at & 1]
            data = ContextCount(
                field, value, code, *_counts(code, inside), *_counts(code, outside), len(inside)
            )
            found.append(_finding(data, inside, outcomes.get((group, place))))
    return sorted(found, key=_striking)


def _counts(code: str, cases: Sequence[MarkedCase]) -> tuple[int, int]:
    marks = [case.marks[code] for case in cases if code in case.marks]
    return sum(marks), len(marks)


def _outcomes(
    matrix: Matrix, groups: Sequence[int], memory: Memory, tell: Tell
) -> dict[tuple[int, int], Outcome]:
    totals = matrix.totals()
    counted = []
    for group, members in enumerate(groups):
        for place, total in enumerate(totals):
            looked = sum(1 << at for at, row in enumerate(matrix.looked) if row >> place & 1)
            inside = (looked & members).bit_count()
            if total >= EACH and min(inside, looked.bit_count() - inside) >= GROUP:
                counted.append((group, place))
    family = Within(matrix, groups, counted)
    return dict(zip(counted, reshuffle(matrix, family, TOGETHER, memory, tell), strict=True))


def _finding(
    data: ContextCount, inside: Sequence[MarkedCase], outcome: Outcome | None
) -> Finding[ContextCount]:
    level: Level = "count"
    if outcome is not None:
        level = level_of(outcome.p, LEVEL)
        expected = round(outcome.expected, 2)
        data = data._replace(expected=expected, as_strong=outcome.as_strong, reshuffled=outcome.of)
    reviews = sorted(r.number for case in inside for r in case.reviews if r.marks.get(data.code))
    key = f"context:{data.field}={data.value}:{data.code}"
    return Finding(key, "context", level, data, tuple(reviews))


def _striking(finding: Finding[ContextCount]) -> tuple[float, int, str]:
    data = finding.data
    strong = 2.0 if data.as_strong is None else data.as_strong / (data.reshuffled or 1)
    return (strong, -data.ticked, finding.id)
