"""Well: each miss in the therapies that frayed, next to those that went well."""

from collections.abc import Mapping, Sequence
from math import sqrt
from random import Random
from typing import NamedTuple
from zlib import crc32

from failnote.patterns.findings import SHARES, Finding, MarkedCase, is_miss, level_of
from failnote.patterns.memory import Memory, remembered
from failnote.patterns.reshuffling import LATEST, Column, matrix_of
from failnote.review import CodeWord

COUNT_FROM = 6
"""Cases of either sort from which the two are told side by side."""
EACH = 3
"""Ticks in both sorts together that a miss must have."""
SHUFFLES = 500


class BesideWell(NamedTuple):
    """How often a miss was ticked in either sort; every number counts cases."""

    code: str
    frayed_ticked: int
    frayed_looked: int
    well_ticked: int
    well_looked: int
    p: float
    """How often chance alone sets any miss of the two as far apart."""


def beside_well(
    frayed: Sequence[MarkedCase],
    well: Sequence[MarkedCase],
    codes: Mapping[str, CodeWord],
    memory: Memory,
) -> list[Finding[BesideWell]]:
    """Every miss with enough ticks, those most frequent where it went well first.

    The labels of the cases are dealt out again, and the widest gap of each shuffle counts.
    """
    if min(len(frayed), len(well)) < COUNT_FROM:
        return []
    latest = [*frayed[-LATEST:], *well[-LATEST:]]
    seen = sorted({code for case in latest for code in case.marks if is_miss(code, codes)})
    matrix = matrix_of(latest, seen, len(latest))
    columns = {
        code: column
        for code, column in zip(seen, matrix.columns(), strict=True)
        if column.ticked.bit_count() >= EACH
    }
    labels = (1 << len(frayed[-LATEST:])) - 1
    material = (sorted((code, *column) for code, column in columns.items()), labels, len(latest))
    strong = remembered(
        memory, material, lambda: _as_strong(list(columns.values()), labels, len(latest))
    )
    found = []
    for (code, column), (as_strong,) in zip(columns.items(), strong, strict=True):
        p = (as_strong + 1) / (SHUFFLES + 1)
        data = BesideWell(code, *_counts(column, labels), *_counts(column, ~labels), p)
        reviews = sorted(r.number for case in latest for r in case.reviews if r.marks.get(code))
        level = level_of(p, SHARES["well"])
        found.append(Finding(f"well:{code}", "well", level, data, tuple(reviews)))
    return sorted(found, key=_frequent_where_well)


def _frequent_where_well(finding: Finding[BesideWell]) -> tuple[float, str]:
    data = finding.data
    return (-data.well_ticked / (data.well_looked or 1), finding.id)


def _counts(column: Column, labels: int) -> tuple[int, int]:
    ticked, looked = column
    return (ticked & labels).bit_count(), (looked & labels).bit_count()


def _gap(column: Column, labels: int) -> float:
    """The difference of the two shares, in standard errors."""
    one, among_one = _counts(column, labels)
    other, among_other = _counts(column, ~labels)
    if not among_one or not among_other:
        return 0.0
    share = (one + other) / (among_one + among_other)
    error = sqrt(share * (1 - share) * (1 / among_one + 1 / among_other))
    return abs(one / among_one - other / among_other) / error if error else 0.0


def _as_strong(columns: Sequence[Column], labels: int, size: int) -> list[list[int]]:
    random = Random(crc32(repr((sorted(map(tuple, columns)), labels)).encode()))
    many = labels.bit_count()
    widest = []
    for _ in range(SHUFFLES):
        dealt = sum(1 << place for place in random.sample(range(size), many))
        widest.append(max((_gap(column, dealt) for column in columns), default=0.0))
    own = [_gap(column, labels) for column in columns]
    return [[sum(gap >= each - 1e-9 for gap in widest)] for each in own]
