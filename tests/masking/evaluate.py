"""Evaluate: ``python -m masking.evaluate`` in tests/ prints how well masking does on its notes.

Fully masked means every letter and digit of an identifier; the lower bound is Wilson's for 95 %.
"""

import argparse
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from failnote.masking import Notice
from masking.notes import Note, Span, notes, parts

NUMBERS = ("mail", "url", "handle", "ip", "ssn", "nhs", "nino", "card", "iban", "keyed", "digits")
PARTS = (*parts(), "all")
WARNINGS = ("name", "everyday", "misspelt")
_ENDING = re.compile(r"['’][^\W\d_]{1,3}\Z")
ENGLISH, HARD, OTHER = "English prose", "hard negatives", "other languages"


@dataclass(frozen=True)
class Target:
    """A share of annotated spans, and what it must reach."""

    name: str
    kinds: tuple[str, ...]
    least: float
    lower: float = 0.0
    warned_counts: bool = False
    """A warning is as good as a mask."""


TARGETS = (
    Target("listed terms, any English form", ("L",), 0.995, 0.985),
    Target("listed terms, inflected", ("I",), 0.97, 0.94),
    Target(
        "e-mail, web, IP, handle, numbers with a shape or a key",
        NUMBERS,
        *(0.99, 0.97),
    ),
    Target("dates finer than a year", ("D",), 0.98, 0.95),
    Target("dates written out, holidays", ("W",), 0.80),
    Target("phones", ("P",), 0.95, 0.90),
    Target("street and postcode", ("A", "Z"), 0.85, 0.75),
    Target("ages over 89", ("G",), 0.98),
    Target("unlisted names inside a sentence, masked or warned", ("U",), 0.93, 0.0, True),
    Target("unlisted names, all, masked or warned", ("U", "S", "X"), 0.85, 0.0, True),
    Target("misspelt listed names, masked or warned", ("M",), 0.90, 0.0, True),
    Target("plates", ("plate",), 0.0),
    Target("initials, masked or warned", ("N",), 0.0, 0.0, True),
)


@dataclass
class Tally:
    """What was seen over a set of notes; counts are kept for each group of notes."""

    hits: dict[str, list[bool]] = field(default_factory=dict)
    """Target -> whether each of its spans was dealt with."""
    masks: int = 0
    right_masks: int = 0
    words: Counter[str] = field(default_factory=Counter)
    masked: Counter[str] = field(default_factory=Counter)
    """Masks."""
    over_masked: Counter[str] = field(default_factory=Counter)
    """Words that went without need."""
    warnings: Counter[str] = field(default_factory=Counter)
    """Warnings about what is no name; everyday words that are listed are not among them."""
    everyday: int = 0
    remarks: list[str] = field(default_factory=list)
    """Every miss and false alarm."""

    @property
    def precision(self) -> float:
        """Share of masks that touch an annotated span, hard negatives included."""
        return self.right_masks / max(1, self.masks)

    def per_thousand(self, counted: Counter[str], group: str) -> float:
        """How many for each 1,000 words of a group of notes."""
        return 1000 * counted[group] / max(1, self.words[group])


def evaluate(chosen: Iterable[Note]) -> Tally:
    """Mask every note and compare with its annotations."""
    tally = Tally()
    for note in chosen:
        found = note.masker().look(note.text)
        masks = [notice for notice in found if notice.kind not in WARNINGS]
        warnings = [notice for notice in found if notice.kind in WARNINGS]
        for target in TARGETS:
            for span in note.spans:
                if span.kind in target.kinds:
                    hit = _is_masked(note, span, masks)
                    hit = hit or (target.warned_counts and any(_touch(span, w) for w in warnings))
                    tally.hits.setdefault(target.name, []).append(hit)
                    if not hit:
                        tally.remarks.append(_remark(note, f"missed {span.kind}", span))
        _count_alarms(tally, note, masks, warnings)
    return tally


def _count_alarms(
    tally: Tally, note: Note, masks: Sequence[Notice], warnings: Sequence[Notice]
) -> None:
    group = HARD if note.hard else ENGLISH if note.language == "en" else OTHER
    false = [w for w in warnings if not any(_touch(span, w) for span in note.spans)]
    over = [mask for mask in masks if _over_masked(note, mask)]
    tally.masks += len(masks)
    tally.right_masks += sum(any(_touch(s, mask) for s in note.spans) for mask in masks)
    tally.words[group] += note.words
    tally.masked[group] += len(masks)
    tally.over_masked[group] += sum(_over_masked(note, mask) for mask in over)
    tally.warnings[group] += sum(warning.kind != "everyday" for warning in false)
    tally.everyday += sum(warning.kind == "everyday" for warning in false)
    tally.remarks += [_remark(note, f"needless {n.kind}", n) for n in (*over, *false)]


def _remark(note: Note, what: str, place: Span | Notice) -> str:
    return f"{note.id} {what}: {note.text[place.start : place.end]!r}"


def _over_masked(note: Note, mask: Notice) -> int:
    """Words that a mask took without need."""
    count, place = 0, mask.start
    for word in note.text[mask.start : mask.end].split():
        start = note.text.index(word, place)
        place = start + len(word)
        inside = Notice("", start, place)
        count += any(map(str.isalnum, word)) and not any(_touch(s, inside) for s in note.spans)
    return count


def _touch(span: Span, notice: Notice) -> bool:
    return span.start < notice.end and notice.start < span.end


def _is_masked(note: Note, span: Span, masks: Sequence[Notice]) -> bool:
    """Whether all of it went; what stands after an apostrophe, as in Anna's, may stay."""
    ending = _ENDING.search(note.text[span.start : span.end]) if span.kind in "LIM" else None
    end = span.start + ending.start() if ending else span.end
    return all(
        not note.text[place].isalnum() or any(m.start <= place < m.end for m in masks)
        for place in range(span.start, end)
    )


def lower_bound(hits: Sequence[bool]) -> float:
    """Wilson's lower bound of a share, 95 %, two-sided."""
    n, z = len(hits), 1.96
    share = sum(hits) / n
    middle = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n)


def report(tally: Tally) -> Iterator[str]:
    """The measures, one a line."""
    for target in TARGETS:
        hits = tally.hits.get(target.name, [])
        if hits:
            share = sum(hits) / len(hits)
            aim = f">= {target.least:.3f}" + (f"; {target.lower:.3f}" if target.lower else "")
            aim = aim if target.least else "-"
            yield f"{target.name:56} {len(hits):4}  {share:.3f}  {lower_bound(hits):.3f}  {aim}"
    yield f"{'mask precision, spans':56} {tally.masks:4}  {tally.precision:.3f}         >= 0.970"
    for name, counted, group, aim in (
        ("false masks per 1,000 words, hard negatives", tally.masked, HARD, "<= 10"),
        ("over-masked words per 1,000, English prose", tally.over_masked, ENGLISH, "<= 3"),
        ("false warnings per 1,000 words, English prose", tally.warnings, ENGLISH, "<= 8"),
        ("false warnings per 1,000 words, hard negatives", tally.warnings, HARD, "-"),
        ("false warnings per 1,000 words, other languages", tally.warnings, OTHER, "-"),
    ):
        share = tally.per_thousand(counted, group)
        yield f"{name:56} {counted[group]:4}  {share:5.1f}         {aim}"
    yield f"{'listed everyday words warned about':56} {tally.everyday:4}"


def main() -> None:
    """Print the measures for each part of the notes, and for all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--misses", action="store_true", help="name every miss and false alarm")
    options = parser.parse_args()
    everything = notes()
    for part in [options.part] if options.part else PARTS:
        chosen = [note for note in everything if part in ("all", note.part)]
        tally = evaluate(chosen)
        size = f"{len(chosen)} notes, {sum(len(note.spans) for note in chosen)} spans"
        lines = [*report(tally), *(tally.remarks * options.misses)]
        print("\n".join([f"\n{part}: {size}", *lines]))  # noqa: T201


if __name__ == "__main__":
    main()
