"""Passed over: areas that were not looked at, in which contexts, and areas never ticked."""

from collections.abc import Iterable, Mapping, Sequence
from math import log
from random import Random
from typing import NamedTuple
from zlib import crc32

from failnote.patterns.chance import at_least
from failnote.patterns.findings import SHARES, Finding, MarkedCase, is_miss, level_of
from failnote.patterns.memory import Memory, remembered
from failnote.patterns.reshuffling import LATEST
from failnote.patterns.strips import NOT_LOOKED, TICKED, strips_of
from failnote.review import CodeWord

COUNT_FROM = 5
CLAIM_FROM = 15
"""Cases from which a context is compared with the others."""
EACH = 3
"""Cases in which an area must have been passed over to be compared."""
GROUP = 5
"""Cases with a value, and without it, from which they are compared."""
NEVER_FROM = 20
"""Cases looked at from which the absence of any tick is told."""
NEVER = 0.05
"""An untouched area is told where an even spread of all ticks leaves one out this seldom."""
SHUFFLES = 500
SAME_STORY = 0.6
"""Share of the reviews that two contexts of an area have in common, to be told as one."""


class PassedOver(NamedTuple):
    """An area of which nothing was looked at; numbers count cases."""

    area: str
    passed: int
    cases: int
    field: str = ""
    """The context that is compared, or empty."""
    value: str = ""
    elsewhere_passed: int = 0
    elsewhere: int = 0
    p: float = 1.0
    """How often chance alone gives something as lopsided anywhere."""


class NeverTicked(NamedTuple):
    """An area that was looked at again and again, and in which nothing was ticked."""

    area: str
    looked: int


class _Cell(NamedTuple):
    area: str
    field: str
    value: str


def passed_over(
    cases: Sequence[MarkedCase], codes: Mapping[str, CodeWord], memory: Memory
) -> list[Finding[PassedOver]]:
    """Areas passed over, most often first; then the contexts in which one was, where it claims.

    Only cases in which some miss was looked at count, and only areas that usually are.
    """
    latest = _looking(cases[-LATEST:], codes)
    if len(latest) < COUNT_FROM:
        return []
    looked = {area: _looked(area, latest, codes) for area in _areas(codes)}
    usual = {area: flags for area, flags in looked.items() if sum(flags) * 2 >= len(flags)}
    passed = {
        area: sum(1 << place for place, flag in enumerate(flags) if not flag)
        for area, flags in usual.items()
        if not all(flags)
    }
    found = [
        Finding(
            f"skip:{area}",
            "skip",
            "count",
            PassedOver(area, bits.bit_count(), len(latest)),
            _numbers(bits, latest),
        )
        for area, bits in passed.items()
    ]
    found.sort(key=lambda finding: (-finding.data.passed, finding.id))
    if len(latest) >= CLAIM_FROM:
        found += _in_context(latest, passed, memory)
    return found


def never_ticked(
    cases: Sequence[MarkedCase],
    codes: Mapping[str, CodeWord],
    strips: Mapping[str, str] | None = None,
) -> list[Finding[NeverTicked]]:
    """Areas without a tick, where so many ticks elsewhere make that remarkable."""
    strips = strips_of(cases, codes) if strips is None else strips
    areas = _areas(codes)
    ticks = sum(strip.count(TICKED) for strip in strips.values())
    if (1 - 1 / max(1, len(areas))) ** ticks >= NEVER:
        return []
    found = []
    for area in areas:
        own = [strip for code, strip in strips.items() if codes[code].area == area]
        if any(TICKED in strip for strip in own):
            continue
        looked = sum(any(sign != NOT_LOOKED for sign in place) for place in zip(*own, strict=True))
        if looked >= NEVER_FROM:
            data = NeverTicked(area, looked)
            found.append(Finding(f"never:{area}", "never", "count", data, ()))
    return found


def _in_context(
    cases: Sequence[MarkedCase], passed: Mapping[str, int], memory: Memory
) -> list[Finding[PassedOver]]:
    """Every value of every field beside every area, claimed where reshuffled cases hardly do.

    Contexts are dealt out again whole, so that fields that go together stay together; what is
    compared is the hypergeometric tail, the strongest of each shuffle.
    """
    often = {area: bits for area, bits in passed.items() if bits.bit_count() >= EACH}
    groups = _groups(cases)
    cells = [_Cell(area, *group) for area in sorted(often) for group in sorted(groups)]
    if not cells:
        return []
    material = (sorted(often.items()), sorted(groups.items()), len(cases))
    strong = remembered(memory, material, lambda: _as_strong(cells, often, groups, len(cases)))
    found: list[Finding[PassedOver]] = []
    ranked = sorted(
        zip(strong, cells, strict=True), key=lambda each: _lopsided(each[1], often, groups)
    )
    for (as_strong,), cell in ranked:
        group, bits = groups[cell.field, cell.value], often[cell.area]
        inside, outside = (bits & group).bit_count(), (bits & ~group).bit_count()
        size = group.bit_count()
        p = (as_strong + 1) / (SHUFFLES + 1)
        level = level_of(p, SHARES["skip"])
        numbers = _numbers(bits & group, cases)
        told = any(each.data.area == cell.area and _same(each.reviews, numbers) for each in found)
        if level == "count" or told:
            continue
        data = PassedOver(
            cell.area, inside, size, cell.field, cell.value, outside, len(cases) - size, p
        )
        key = f"skip:{cell.area}:{cell.field}={cell.value}"
        found.append(Finding(key, "skip", level, data, numbers))
    return sorted(found, key=lambda finding: (finding.data.p, finding.id))


def _lopsided(
    cell: _Cell, passed: Mapping[str, int], groups: Mapping[tuple[str, str], int]
) -> tuple[float, _Cell]:
    bits, group = passed[cell.area], groups[cell.field, cell.value]
    share = (bits & group).bit_count() / group.bit_count()
    return (-share, cell)


def _same(told: Sequence[int], numbers: Sequence[int]) -> bool:
    """Whether two contexts tell one story: couples, and the hours that couples come."""
    return len(set(told) & set(numbers)) >= SAME_STORY * len(numbers)


def _groups(cases: Sequence[MarkedCase]) -> dict[tuple[str, str], int]:
    """Field and value -> the cases that have it, where enough have it and enough have not."""
    found: dict[tuple[str, str], int] = {}
    for place, case in enumerate(cases):
        for field, values in case.context.items():
            for value in values:
                found[field, value] = found.get((field, value), 0) | 1 << place
    return {
        key: bits for key, bits in found.items() if GROUP <= bits.bit_count() <= len(cases) - GROUP
    }


def _as_strong(
    cells: Sequence[_Cell],
    passed: Mapping[str, int],
    groups: Mapping[tuple[str, str], int],
    size: int,
) -> list[list[int]]:
    """For each cell, the shuffles in which some cell was at least as lopsided."""
    totals = [(passed[c.area].bit_count(), groups[c.field, c.value].bit_count()) for c in cells]
    scores = {
        (marked, drawn): [
            -log(at_least(hits, marked, drawn, size)) if hits >= EACH else 0.0
            for hits in range(min(marked, drawn) + 1)
        ]
        for marked, drawn in set(totals)
    }

    def scored(areas: Mapping[str, int]) -> list[float]:
        return [
            scores[total][(areas[cell.area] & groups[cell.field, cell.value]).bit_count()]
            for cell, total in zip(cells, totals, strict=True)
        ]

    own = scored(passed)
    random = Random(crc32(repr((sorted(passed.items()), size)).encode()))
    places = {area: _places(bits) for area, bits in passed.items()}
    order = list(range(size))
    strongest = []
    for _ in range(SHUFFLES):
        random.shuffle(order)
        dealt = {area: sum(1 << order[at] for at in own_at) for area, own_at in places.items()}
        strongest.append(max(scored(dealt)))
    return [
        [sum(best >= score - 1e-9 for best in strongest) if score > 0 else SHUFFLES]
        for score in own
    ]


def _looking(cases: Iterable[MarkedCase], codes: Mapping[str, CodeWord]) -> list[MarkedCase]:
    return [case for case in cases if any(is_miss(code, codes) for code in case.marks)]


def _areas(codes: Mapping[str, CodeWord]) -> list[str]:
    return sorted({word.area for code, word in codes.items() if is_miss(code, codes)})


def _looked(area: str, cases: Iterable[MarkedCase], codes: Mapping[str, CodeWord]) -> list[bool]:
    own = {code for code, word in codes.items() if is_miss(code, codes) and word.area == area}
    return [not own.isdisjoint(case.marks) for case in cases]


def _places(bits: int) -> list[int]:
    return [place for place in range(bits.bit_length()) if bits >> place & 1]


def _numbers(bits: int, cases: Sequence[MarkedCase]) -> tuple[int, ...]:
    chosen = (cases[place] for place in _places(bits))
    return tuple(sorted(review.number for case in chosen for review in case.reviews))
