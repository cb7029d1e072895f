"""Matching: where the listed terms stand in a text, in any of their forms. Linear in the text."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from failnote.masking.folding import MOST_BETWEEN, Folded, Word
from failnote.masking.inflection import MOST_ADDED, slack, stems
from failnote.masking.small_letters import is_somebody
from failnote.masking.terms import Form, Term, forms, is_small

MOST_SMALL_WORDS = 3
"""Initials and particles that may stand between two words of a name."""

_RARELY = 50
"""Words of which one may have a capital where all is typed small."""


class Hit(NamedTuple):
    """A term found, in places of the plain text."""

    start: int
    end: int
    term: Term


class TermIndex:
    """The listed terms, ready to be found in any number of texts."""

    def __init__(self, terms: Iterable[Term], ending: int, known: Callable[[str], bool]) -> None:
        self._ending = ending
        self._known = known
        self._by_word: dict[str, list[tuple[Form, Term]]] = defaultdict(list)
        self._beginnings: set[str] = set()
        self._runs: list[tuple[re.Pattern[str], Term]] = []
        self._begun: dict[str, list[tuple[Form, Term]]] = {}
        for term in terms:
            self.add(term)

    def add(self, term: Term) -> None:
        """Look for one more term from here on."""
        self._begun.clear()
        for form in forms(term, self._ending, self._known):
            if form.substring:
                letters = rf"\s{{0,{MOST_BETWEEN}}}".join(map(re.escape, form.words[0]))
                self._runs.append((re.compile(letters), term))
                continue
            for first in {form.words[0], *self._stems(form)}:
                self._by_word[first].append((form, term))
            if form.squashable:
                word = form.words[0]
                self._beginnings.update(word[:n] for n in range(1, len(word)))

    def find(self, text: Folded) -> Iterator[Hit]:
        """Every place where a term stands; places may overlap."""
        for pattern, term in self._runs:
            for match in pattern.finditer(text.folded):
                yield Hit(*match.span(), term)
        words, small = text.words, _is_typed_small(text.words)
        for place, word in enumerate(words):
            for form, term in self._begun_by(word.folded):
                if len(form.words) > 1:
                    last = self._follow(form, words, place)
                    if last is not None:
                        yield Hit(word.start, words[last].end, term)
                elif (
                    form.stands(word)
                    or (small and form.is_stem)
                    or (form.is_ambiguous and is_somebody(text, word))
                ):
                    yield Hit(word.start, word.end, term)
            if word.folded in self._beginnings:
                yield from self._squashed(words, place)

    def lower_case(self, text: Folded) -> Iterator[tuple[int, int]]:
        """Where an everyday word that is listed stands without its capital."""
        for word in text.words:
            for form, _ in self._begun_by(word.folded):
                everyday = form.is_ambiguous and form.writing == "capital"
                if everyday and form.words == (word.folded,) and not form.stands(word):
                    yield word.start, word.end
                    break

    def names(self) -> set[str]:
        """The listed words that a misspelling may be compared with."""
        return {
            form.words[0]
            for found in self._by_word.values()
            for form, _ in found
            if len(form.words) == 1 and form.whole and form.writing == "any"
        }

    def _stems(self, form: Form) -> list[str]:
        if len(form.words) == 1:
            return []
        return [stem for stem, _ in stems(form.words[0], self._ending)]

    def _begun_by(self, word: str) -> list[tuple[Form, Term]]:
        """The forms whose first word this is, with an ending that the form takes."""
        if word not in self._begun:
            self._begun[word] = self._look_up(word)
        return self._begun[word]

    def _look_up(self, word: str) -> list[tuple[Form, Term]]:
        found: dict[tuple[Form, Term], None] = {}
        for cut in range(min(len(word), MOST_ADDED + 1)):
            for form, term in self._by_word.get(word[: len(word) - cut], ()):
                if len(form.words) > 1:
                    fits = self._same(form.words[0], word)
                else:
                    fits = form.slack.takes(word[len(word) - cut :])
                if fits:
                    found[form, term] = None
        return list(found)

    def _same(self, name: str, word: str) -> bool:
        """Whether a word is one word of a name, inflected or not."""
        if word == name:
            return True
        each = ((name, slack(name, self._ending)), *stems(name, self._ending))
        return any(word.startswith(s) and more.takes(word[len(s) :]) for s, more in each)

    def _follow(self, form: Form, words: tuple[Word, ...], place: int) -> int | None:
        """Place of the last word of a name that begins here, or None."""
        for expected in form.words[1:]:
            for small in range(MOST_SMALL_WORDS + 1):
                place += 1
                if place >= len(words) or not words[place].near:
                    return None
                if self._same(expected, words[place].folded):
                    break
                if small == MOST_SMALL_WORDS or not is_small(words[place].folded):
                    return None
        return place

    def _squashed(self, words: tuple[Word, ...], place: int) -> Iterator[Hit]:
        """A name whose letters fall into several words: at a hyphen, a line's end, spaced out."""
        letters = words[place].folded
        for last in range(place + 1, len(words)):
            if letters not in self._beginnings or not words[last].near:
                return
            letters += words[last].folded
            for form, term in self._begun_by(letters):
                ending = len(letters) - len(form.words[0])
                if form.squashable and ending < len(words[last].folded):
                    yield Hit(words[place].start, words[last].end, term)


def _is_typed_small(words: Sequence[Word]) -> bool:
    """Whether a text has hardly any capitals, so that none can be asked for."""
    return sum(word.plain[0].isupper() for word in words) <= len(words) // _RARELY
