"""Masker: puts roles in place of what identifies, consistently within one export."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from failnote.masking.cutting import Cut, CutText
from failnote.masking.dates.relative import from_anchor
from failnote.masking.folding import Folded, fold
from failnote.masking.identifiers import identifiers
from failnote.masking.inflection import Inflection, letters_added
from failnote.masking.learning import LearnedNames
from failnote.masking.leftovers import Misspellings, looks_like_names
from failnote.masking.lexicon import Lexicon
from failnote.masking.matching import TermIndex
from failnote.masking.notices import Notice, NoticeKind
from failnote.masking.roles import SHAPES, placeholder
from failnote.masking.second_look import SecondLook
from failnote.masking.spans import Span, merged
from failnote.masking.terms import UNNUMBERED, Term


@dataclass(frozen=True, slots=True)
class Masked:
    """A masked text, and what was done to it."""

    text: str
    counts: Mapping[str, int]
    """Role or kind of identifier -> how many placeholders stand for it."""
    leftovers: tuple[Notice, ...] = ()
    """Where a person should look again, in places of the masked text."""
    cuts: tuple[Cut, ...] = field(default=(), repr=False)
    """What was taken out, in places of the text that was given, and what came in its place."""


class Masker:
    """Masks the texts of one export; its numbers mean nothing in another."""

    def __init__(
        self,
        terms: Iterable[Term],
        *,
        language: str = "en",
        inflection: Inflection | None = None,
        locale: str = "GB",
    ) -> None:
        """Make ready for one export.

        ``language`` (ISO 639-1) is the one the texts are in, ``inflection`` how much is hung on
        names where the language does not tell it, ``locale`` (ISO 3166) the country whose phone
        numbers, streets and postcodes are meant.
        """
        ending = letters_added(language, inflection)
        listed = tuple(dict.fromkeys(terms))
        self.has_terms = bool(listed)
        self._language, self._locale = language, locale
        self._lexicon = Lexicon(language)
        self._listed = TermIndex(listed, ending, self._lexicon.knows)
        self._learned = LearnedNames(ending, self._lexicon)
        self._second_look = SecondLook(listed, ending, self._lexicon.knows)
        self._misspellings = Misspellings(self._listed.names())
        self._numbers: dict[str, dict[Term | str, int]] = {}

    def mask(
        self, text: str, *, case: str = "", anchor: date | None = None, checked: bool = True
    ) -> Masked:
        """Mask one text, written by the owner of the journal and by nobody else.

        ``case`` is the code of the case it is about: another case's client is a person there.
        A date becomes its distance from ``anchor`` where it names a day beyond doubt.
        Raises MaskingError when a listed term would be left; without ``checked`` it is for the
        caller to ``check`` what comes of it.
        """
        folded = fold(text)
        spans = merged(folded, self._spans(folded, case))
        kinds = [_kind(span, case) for span in spans]
        cuts = [
            Cut(*folded.span(span.start, span.end), self._words(span, kind, folded, anchor))
            for span, kind in zip(spans, kinds, strict=True)
        ]
        cut = CutText(text, cuts)
        if checked:
            self.check(cut.text)
        leftovers = tuple(_moved(folded, cut, self._leftovers(folded)))
        return Masked(cut.text, dict(Counter(kinds)), leftovers, tuple(cuts))

    def check(self, masked: str) -> None:
        """Look at a masked text once more; MaskingError when a listed term is in it."""
        self._second_look.check(masked)

    def look(self, text: str, *, case: str = "") -> tuple[Notice, ...]:
        """What masking would take out of a text, and what it would leave to be looked at."""
        folded = fold(text)
        spans = merged(folded, self._spans(folded, case))
        cuts = [Cut(*folded.span(span.start, span.end), "") for span in spans]
        found = [Notice(_kind(s, case), c.start, c.end) for s, c in zip(spans, cuts, strict=True)]
        hidden = CutText(text, cuts)
        for kind, start, end in self._leftovers(folded):
            place = folded.span(start, end)
            if hidden.place(place[0]) is not None:
                found.append(Notice(kind, *place))
        return tuple(sorted(found, key=lambda notice: notice.start))

    def _spans(self, text: Folded, case: str) -> Iterator[Span]:
        listed = [*self._term_spans(text, case)]
        yield from listed
        found = [*identifiers(text, self._lexicon, self._language, self._locale)]
        yield from (Span(each.start, each.end, each.kind, day=each.day) for each in found)
        self._learned.learn(text, found, {span.start for span in listed})
        for hit in self._learned.find(text):
            yield Span(hit.start, hit.end, hit.term.role, hit.term)

    def _term_spans(self, text: Folded, case: str) -> Iterator[Span]:
        """The listed terms; where two cases share a name, this case's one comes first."""
        hits = sorted(self._listed.find(text), key=lambda hit: hit.term.case != case)
        return (Span(hit.start, hit.end, hit.term.role, hit.term) for hit in hits)

    def _words(self, span: Span, kind: str, text: Folded, anchor: date | None) -> str:
        if span.day and anchor:
            return f"[{from_anchor(span.day, anchor)}]"
        if kind in SHAPES or kind in UNNUMBERED:
            return placeholder(kind)
        numbers = self._numbers.setdefault(kind, {})
        who = span.term or text.folded[span.start : span.end]
        return placeholder(kind, numbers.setdefault(who, len(numbers) + 1))

    def _leftovers(self, text: Folded) -> Iterator[tuple[NoticeKind, int, int]]:
        """In places of the plain text, masked or not; of one word the first notice counts."""
        misspelt = self._misspellings.find(text, self._lexicon)
        names = looks_like_names(text, self._lexicon, self._language)
        kinds: tuple[tuple[NoticeKind, Iterable[tuple[int, int]]], ...] = (
            ("everyday", self._listed.lower_case(text)),
            ("misspelt", ((word.start, word.end) for word in misspelt)),
            ("name", ((word.start, word.end) for word in names)),
        )
        seen: set[int] = set()
        for kind, places in kinds:
            for start, end in places:
                if start not in seen:
                    seen.add(start)
                    yield kind, start, end


def _kind(span: Span, case: str) -> str:
    """The role or kind a span is counted under; another case's client is some person."""
    elsewhere = span.term is not None and span.term.case and case and span.term.case != case
    return "person" if elsewhere and span.kind in UNNUMBERED else span.kind


def _moved(
    text: Folded, cut: CutText, notices: Iterable[tuple[NoticeKind, int, int]]
) -> Iterator[Notice]:
    """Notices in places of the masked text, without those that went with a span."""
    for kind, start, end in notices:
        first, last = text.span(start, end)
        moved = cut.place(first)
        if moved is not None:
            yield Notice(kind, moved, moved + last - first)
