"""Similar: the earlier reviews that are nearest to one, and what was written then."""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log, sqrt
from typing import NamedTuple

from failnote.patterns.findings import Finding, MarkedReview, in_order, is_miss
from failnote.patterns.material import Written
from failnote.patterns.memory import Memory, remembered
from failnote.patterns.phrases import COMMON, WORD
from failnote.review import CodeWord

MISSES, TEXT, CONTEXT = 0.5, 0.2, 0.3
"""Weights of what two reviews have in common."""
NEAREST = 3
FIELDS = ("setup", "delivery", "ending", "ending_type", "fray_phase")
"""Context fields that make two cases alike."""
RARE = 0.2
"""One shared miss is enough where it stands in this share of the reviews or less."""
LIKE = 0.15
"""Or where the texts are as near as that."""
LATEST = 200
"""Earlier reviews that are gone through; of a longer journal the latest ones."""

_ENDINGS = ("ingly", "edly", "ing", "ed", "es", "s", "ly")
_STEM = 4


class Similar(NamedTuple):
    """Two reviews that are near each other."""

    review: int
    earlier: int
    case: str
    """The earlier review's."""
    date: str
    shared: tuple[str, ...]
    """Misses ticked in both, the rarest first."""
    alike: tuple[str, ...]
    """Context fields that have a value in common."""
    nearness: float


Vector = Mapping[str, float]


def similar(
    reviews: Sequence[MarkedReview],
    written: Sequence[Written],
    codes: Mapping[str, CodeWord],
    memory: Memory,
    number: int | None = None,
) -> list[Finding[Similar]]:
    """The earlier frayed reviews nearest to one, or to the latest; other cases only."""
    ordered = in_order(reviews)
    if number is not None:
        place = next((at for at, each in enumerate(ordered) if each.number == number), -1)
        ordered = ordered[: place + 1]
    if len(ordered) < 2:
        return []
    own, earlier = ordered[-1], ordered[-LATEST - 1 : -1]
    misses = {each.number: _ticked(each, codes) for each in [*earlier, own]}
    often = Counter(code for ticked in misses.values() for code in ticked)
    texts = _texts_alike(own, earlier, written, memory)
    found = []
    for each in earlier:
        if each.case == own.case:
            continue
        shared = sorted(misses[own.number] & misses[each.number], key=lambda c: (often[c], c))
        text = texts[each.number]
        rare = bool(shared) and often[shared[0]] <= max(2, RARE * len(misses))
        if len(shared) < 2 and not rare and text < LIKE:
            continue
        alike = tuple(
            f for f in FIELDS if set(own.context.get(f, ())) & set(each.context.get(f, ()))
        )
        union = misses[own.number] | misses[each.number]
        near = MISSES * len(shared) / (len(union) or 1)
        near += TEXT * min(1.0, 3 * text) + CONTEXT * len(alike) / len(FIELDS)
        data = Similar(
            own.number, each.number, each.case, each.date, tuple(shared), alike, round(near, 3)
        )
        key = f"similar:{own.number}~{each.number}"
        found.append(
            Finding(key, "similar", "count", data, tuple(sorted((own.number, each.number))))
        )
    found.sort(key=lambda finding: (-finding.data.nearness, -finding.data.earlier))
    return found[:NEAREST]


def _ticked(review: MarkedReview, codes: Mapping[str, CodeWord]) -> set[str]:
    return {code for code, tick in review.marks.items() if tick and is_miss(code, codes)}


def _texts_alike(
    own: MarkedReview, earlier: Sequence[MarkedReview], written: Sequence[Written], memory: Memory
) -> dict[int, float]:
    """How near the texts of each earlier review are to those of this one: 0 to 1."""
    numbers = [each.number for each in earlier]
    known = {own.number, *numbers}
    texts = sorted(each for each in written if each.review in known)

    def nearness() -> list[list[float]]:
        vectors = _vectors([*numbers, own.number], texts)
        mine = vectors[own.number].items()
        return [[sum(w * vectors[n].get(term, 0.0) for term, w in mine)] for n in numbers]

    near = remembered(memory, ("similar", own.number, numbers, texts), nearness)
    return {number: text for number, (text,) in zip(numbers, near, strict=True)}


def _vectors(reviews: Sequence[int], written: Sequence[Written]) -> dict[int, Vector]:
    """Each review's words, weighted by how rare they are (TF-IDF), at length one."""
    counts = {number: Counter[str]() for number in reviews}
    for each in written:
        counts[each.review].update(_stems(each.text))
    spread = Counter(word for own in counts.values() for word in own)
    return {number: _vector(own, spread, len(counts)) for number, own in counts.items()}


def _vector(own: Counter[str], spread: Mapping[str, int], size: int) -> Vector:
    weights = {
        word: (1 + log(count)) * max(0.0, log((size + 1) / (spread[word] + 0.5)))
        for word, count in sorted(own.items())
    }
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


def _stems(text: str) -> list[str]:
    words = [word.lower().replace("’", "'") for word in WORD.findall(text)]
    return [_stem(word) for word in words if word not in COMMON and len(word) > 2]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _STEM:
            return word[: -len(ending)]
    return word
