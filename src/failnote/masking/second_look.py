"""Second look: every listed term is searched once more, in the text that is about to leave.

It goes its own way through the text, so that a fault of the first search does not repeat itself.
"""

import bisect
import re
from collections.abc import Callable, Iterable, Iterator

from failnote.errors import MaskingError
from failnote.masking.folding import MOST_BETWEEN, Word, fold
from failnote.masking.inflection import Inflection, Slack, letters_added, slack, stems
from failnote.masking.lexicon import Lexicon
from failnote.masking.matching import MOST_SMALL_WORDS
from failnote.masking.roles import PLACEHOLDER
from failnote.masking.terms import Form, Term, forms, is_small

STILL_THERE = (
    "A term on the list is still in the masked text, so nothing was written; "
    "take the name out of the text with `failnote edit` and try again."
)
_APART = "\n"
"""Stands where two words are too far apart to be one name."""
_WHITE = re.compile(r"\s+")
_WRITING = re.compile(r"\w")


def second_look(
    output: str,
    terms: Iterable[Term],
    *,
    language: str = "en",
    inflection: Inflection | None = None,
) -> None:
    """Raise MaskingError if a listed term is in a masked text, failnote's placeholders left aside.

    `Masker.mask` does it by itself; language and inflection are to be the same.
    """
    lexicon = Lexicon(language)
    SecondLook(terms, letters_added(language, inflection), lexicon.knows).check(output)


class SecondLook:
    """The listed terms, for looking at any number of masked texts."""

    def __init__(self, terms: Iterable[Term], ending: int, known: Callable[[str], bool]) -> None:
        self._ending = ending
        found = dict.fromkeys(form for term in terms for form in forms(term, ending, known))
        self._runs = [form.words[0] for form in found if form.substring]
        single = [form for form in found if len(form.words) == 1 and not form.substring]
        self._single = [(f" {form.words[0]}", form) for form in single]
        self._squashed = [form for form in single if form.squashable]
        self._several = [
            (stem, more, form)
            for form in found
            if len(form.words) > 1
            for stem, more in self._written(form.words[0])
        ]

    def check(self, output: str) -> None:
        """Raise MaskingError if one of the terms is in the text."""
        for piece in PLACEHOLDER.split(output):
            if _WRITING.search(piece) and self._holds_a_term(_View(piece)):
                raise MaskingError(STILL_THERE)

    def _holds_a_term(self, view: "_View") -> bool:
        return (
            any(run in view.unspaced for run in self._runs)
            or any(begin in view.words and view.holds(form) for begin, form in self._single)
            or any(
                form.words[0] in view.squashed and view.holds_squashed(form)
                for form in self._squashed
            )
            or any(
                f" {stem}" in view.words and self._holds_name(view, stem, more, form)
                for stem, more, form in self._several
            )
        )

    def _holds_name(self, view: "_View", stem: str, more: Slack, form: Form) -> bool:
        """Whether a name of several words stands here."""
        return any(
            more.takes(rest) and self._goes_on(view, form.words[1:], start + 1 + len(stem + rest))
            for start, rest in view.beginning(stem)
        )

    def _goes_on(self, view: "_View", names: tuple[str, ...], end: int) -> bool:
        """Whether the rest of a name follows, with initials and particles in between."""
        words = iter(view.after(end, len(names) * (MOST_SMALL_WORDS + 1)))
        return all(self._comes_next(name, words) for name in names)

    def _comes_next(self, name: str, words: Iterator[str]) -> bool:
        for _ in range(MOST_SMALL_WORDS + 1):
            word = next(words, _APART)
            if self._is(name, word):
                return True
            if word == _APART or not is_small(word):
                return False
        return False

    def _is(self, name: str, word: str) -> bool:
        return any(
            word.startswith(stem) and more.takes(word[len(stem) :])
            for stem, more in self._written(name)
        )

    def _written(self, name: str) -> list[tuple[str, Slack]]:
        return [(name, slack(name, self._ending)), *stems(name, self._ending)]


class _View:
    """One piece of output in three forms to search: word by word, squashed, and unspaced."""

    def __init__(self, piece: str) -> None:
        folded = fold(piece)
        words = [each for word in folded.words for each in _spaced(word)]
        self.words = f" {' '.join(word.folded for word in words)} "
        self.plain = f" {' '.join(word.plain for word in words)} "
        self.squashed = "".join(word.folded for word in words)
        self.starts = [0]
        for word in words:
            self.starts.append(self.starts[-1] + len(word.folded))
        self.unspaced = _WHITE.sub(
            lambda white: "" if len(white[0]) <= MOST_BETWEEN else _APART, folded.folded
        )

    def beginning(self, stem: str) -> Iterator[tuple[int, str]]:
        """Where a word begins so (the space before it), and the rest of that word."""
        start = self.words.find(f" {stem}")
        while start >= 0:
            end = start + 1 + len(stem)
            yield start, self.words[end : self.words.index(" ", end)]
            start = self.words.find(f" {stem}", end)

    def after(self, end: int, most: int) -> list[str]:
        """The words from a place on."""
        longest = end
        for _ in range(most + 1):
            longest = self.words.find(" ", longest) + 1 or len(self.words)
        return self.words[end:longest].split(" ")[1:-1]

    def holds(self, form: Form) -> bool:
        """Whether the form of one word stands here."""
        name = form.words[0]
        return any(
            form.slack.takes(rest) and form.stands(self._word(start, len(name) + len(rest)))
            for start, rest in self.beginning(name)
        )

    def holds_squashed(self, form: Form) -> bool:
        """Whether the letters of the form fill whole words here."""
        name = form.words[0]
        start = self.squashed.find(name)
        while start >= 0:
            end = start + len(name)
            following = bisect.bisect_left(self.starts, end)
            rest = self.squashed[end : self.starts[following]]
            first = bisect.bisect_left(self.starts, start)
            if self.starts[first] == start and form.slack.takes(rest):
                return True
            start = self.squashed.find(name, start + 1)
        return False

    def _word(self, start: int, length: int) -> Word:
        begin, end = start + 1, start + 1 + length
        return Word(begin, end, self.words[begin:end], self.plain[begin:end], near=True)


def _spaced(word: Word) -> list[Word]:
    if word.near:
        return [word]
    return [Word(word.start, word.start, _APART, _APART, near=False), word]
