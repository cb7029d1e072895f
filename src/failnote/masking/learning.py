"""Learning: a name that a title gave away once is masked wherever it stands in the export."""

from collections.abc import Collection, Iterable, Iterator

from failnote.masking.folding import Folded, Word
from failnote.masking.found import Found
from failnote.masking.lexicon import Lexicon
from failnote.masking.matching import Hit, TermIndex
from failnote.masking.terms import SHORTEST_PART, Term

_MOST = 300
"""Names; more than a person writes about, and few enough to be quick."""


class LearnedNames:
    """The unlisted names met so far: "Mrs Abernathy", "his wife Karen"."""

    def __init__(self, ending: int, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._index = TermIndex((), ending, lexicon.knows)
        self._names: set[str] = set()

    def learn(self, text: Folded, found: Iterable[Found], listed: Collection[int]) -> None:
        """Take the names among what was found; ``listed`` are places where a listed term begins."""
        for each in found:
            if each.kind != "person" or len(self._names) >= _MOST:
                continue
            words = text.words_in(each.start, each.end)
            new = {word.folded for word in words if self._is_name(word)} - self._names
            if new and not any(word.start in listed for word in words):
                self._names |= new
                self._index.add(Term(text.plain[each.start : each.end]))

    def find(self, text: Folded) -> Iterator[Hit]:
        """Where the names stand."""
        return self._index.find(text) if self._names else iter(())

    def _is_name(self, word: Word) -> bool:
        return len(word.folded) >= SHORTEST_PART and not self._lexicon.knows(word.folded)
