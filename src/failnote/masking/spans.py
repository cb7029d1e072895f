"""Spans: the stretches of a text that go, each with what it goes for, none overlapping."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from failnote.masking.everyday import PARTICLES
from failnote.masking.folding import Folded, fold
from failnote.masking.terms import UNPEOPLED, Term

_SMALL = rf"(?:[A-Z]\.?|[a-z]\.|{'|'.join(sorted(PARTICLES))})"
_JOINT = re.compile(rf"[\s'-]{{0,4}}(?:{_SMALL}[\s'-]{{1,3}}){{0,3}}")
"""What may stand between two parts of one name."""
_LONGEST_JOINT = 24
_INITIALS_BEFORE = re.compile(
    r"(?<![\w.'])(?:(?:[A-Za-z]\.[ -]?){1,3}|(?P<bare>[A-Z]|\b[b-df-hj-np-rtx]) )\Z"
)
_SMALL_LETTERS = re.compile(r"[a-z]")
_INITIAL_AFTER = re.compile(
    r",? ?[A-Z]\.(?!\w)|, ?(?P<bare>[A-Za-z])(?![\w'])(?!(?<=[Ia]) [a-z])|"
    r" (?P<apart>[A-HJ-Zb-dfghjlmnp-rtx])(?![\w'])"
)
"""A small letter alone may be a word: a and i, and the prepositions of Slavic languages."""
_LONGEST_INITIALS = 12
_RANK = (
    *("initials", "person", "age", "address", "postcode", "plate", "number", "phone", "date"),
    *("ip", "handle", "web", "email"),
)
"""Of two finds of one length the later in this row names the place."""


class Span(NamedTuple):
    """A stretch of the plain text that goes, and what for."""

    start: int
    end: int
    kind: str
    """A role, or a kind of identifier."""
    term: Term | None = None
    day: date | None = None

    @property
    def _weight(self) -> tuple[bool, int, bool, int]:
        """Names under which a longer stretch goes: a listed term before one that looks like one."""
        guessed = self.term is None and self.kind in ("initials", "person")
        listed = self.term is not None
        rank = _RANK.index(self.kind) if self.kind in _RANK else 0
        return not guessed, self.end - self.start, listed, rank

    def united(self, other: "Span") -> "Span":
        """Both stretches and what lies between, under the name of the weightier."""
        weightier = max(self, other, key=lambda span: span._weight)
        return weightier._replace(start=min(self.start, other.start), end=max(self.end, other.end))


def merged(text: Folded, spans: Iterable[Span]) -> list[Span]:
    """Spans in order, none overlapping; the parts of one name are one span, initials included."""
    found: list[Span] = []
    for span in sorted(_to_word_edges(text, spans), key=lambda span: span.start):
        wide = _with_initials(text, span)
        if found and wide.start < found[-1].end:
            found[-1] = found[-1].united(wide)
        elif found and _is_same_name(text, found[-1], wide):
            found[-1] = found[-1]._replace(end=wide.end)
        else:
            found.append(wide)
    return found


def _is_same_name(text: Folded, first: Span, second: Span) -> bool:
    """Whether two spans are parts of one name; a family name may be listed with somebody else."""
    between = text.plain[first.end : second.start]
    if first.term is None or second.term is None or len(between) > _LONGEST_JOINT:
        return False
    if first.term == second.term:
        return bool(_JOINT.fullmatch(between))
    return between == " " and _is_persons(first) and _is_family_name(text, second)


def _is_persons(span: Span) -> bool:
    return span.term is not None and span.term.role not in UNPEOPLED


def _is_family_name(text: Folded, span: Span) -> bool:
    """Whether a span is the last word of a person's name, and no more of it."""
    if span.term is None or not _is_persons(span):
        return False
    name = fold(span.term.names[0]).words
    found = text.words_in(span.start, span.end)
    return len(name) > 1 and len(found) == 1 and found[0].folded == name[-1].folded


def _with_initials(text: Folded, span: Span) -> Span:
    """A name with the initials before it, and after it."""
    if not _is_persons(span):
        return span
    before = _INITIALS_BEFORE.search(text.plain, max(0, span.start - _LONGEST_INITIALS), span.start)
    if before and not _are_initials((before["bare"] or "").lower() or before[0], span.term):
        before = None
    after = _INITIAL_AFTER.match(text.plain, span.end)
    alone = after and (after["bare"] or after["apart"])
    if alone and not _are_initials(alone.lower(), span.term):
        after = None
    return span._replace(
        start=before.start() if before else span.start, end=after.end() if after else span.end
    )


def _are_initials(written: str, term: Term | None) -> bool:
    """Whether small letters with a dot are of this name: c. macleod, for Callum MacLeod."""
    known = {word.folded[0] for word in fold(term.term).words} if term else set()
    return {*_SMALL_LETTERS.findall(written)} <= known | {"v", "d"}


def _to_word_edges(text: Folded, spans: Iterable[Span]) -> Iterator[Span]:
    """No identifier ends inside a word: what is left of the word could be a name."""
    for span in spans:
        words = text.words_in(span.start, span.end) if span.term is None else ()
        if words and (words[0].start < span.start or span.end < words[-1].end):
            start, end = min(span.start, words[0].start), max(span.end, words[-1].end)
            yield span._replace(start=start, end=end)
        else:
            yield span
