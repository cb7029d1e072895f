"""Leftovers: what may still name somebody after masking, for a person to look at."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from failnote.masking.everyday import EVERYDAY, RARE
from failnote.masking.folding import Folded, Word
from failnote.masking.lexicon import Lexicon
from failnote.masking.small_letters import is_acting
from failnote.masking.wordlist import any_of

_SENTENCE_START = re.compile(r"(?:\A|[.!?\n][\"'”’)\]*_ \t\n>]*|[\"“„«(\[*_>|/]\s?|[-*+•]\s)\Z")
_LOOK_BACK = 12
_LONGEST_ACRONYM = 4
_FEWEST_LETTERS = 4
"""Of a name that is known without its capital."""
_LETTERS_FOLLOW = (
    "vitamin plan type group option part hepatitis step appendix factor team grade cluster axis"
    " criterion section model stage level scale point person gen"
)
_LETTERED = re.compile(rf"\b{any_of(_LETTERS_FOLLOW)}\s\Z", re.IGNORECASE)
"""Words that a single letter belongs to."""
_NAME_FOLLOWS = re.compile(
    r"\b(?:in|from|near|at|to|"
    + any_of(
        "brother sister mother mum mom father dad son daughter uncle aunt cousin friend partner"
        " husband wife boyfriend girlfriend colleague neighbou?r boss manager nurse"
    )
    + r")[ \n]\Z"
)
_TITLE_GOES_ON = re.compile(r"[ \n](?:and[ \n][A-Z]|in|of|&|\d|[A-Z]\b|[A-Z][a-z]+ing\b)|-|'")
"""What follows the first word of a book, a scale or a room, and not that of a town."""
_NO_INITIALS = frozenset("AIO")
_SIGNED = re.compile(r"\b(?:just|signed|from|only|with|about|and)[ \n]\Z")
_BEFORE_INITIAL = ("", *" \n([\"“‘'")
_AFTER_INITIAL = ("", *" \n.,;:!?)'’")
_NOUNS_HAVE_CAPITALS = frozenset({"de", "lb"})

_GERMAN_PLACE = re.compile(
    r".(?:b[eu]rg|heim|hausen|dorf|stadt|stedt|furt|kirchen|bach|ingen|itz|bruck|munde|hafen|thal"
    r"|hut|munden|thur|weiz|brugg|born|buttel|walde?|rode|leben|kreuz|lingen|au|ow)\Z"
)
_GERMAN_WHERE = re.compile(r"\b(?:in|nach|aus|bei|von|um)[ \n]\Z")
"""Between them they tell Luneburg from a noun."""

_SHORTEST, _LONGEST = 5, 40
"""Letters of a listed name for which a misspelling is looked for."""


def looks_like_names(text: Folded, lexicon: Lexicon, language: str) -> Iterator[Word]:
    """Words with a capital that are in no lexicon, single initials among them.

    At the start of a sentence only in English, where there is a word list; in German, where nouns
    have capitals, only where two such words follow each other. A given name or a town that is known
    counts there, too, and in English without its capital.
    """
    unknown = [_is_unknown(word, text, lexicon) for word in text.words]
    alone_counts = language not in _NOUNS_HAVE_CAPITALS
    for place, word in enumerate(text.words):
        if word.plain[0].isdigit():
            continue
        before, after = unknown[max(0, place - 1) : place], unknown[place + 1 : place + 2]
        if (
            (unknown[place] and (alone_counts or any(before + after)))
            or (any(before) and _is_surname(word, text))
            or _is_known_name(word, lexicon)
            or (not alone_counts and _is_german_place(word, text))
        ):
            yield word


def _is_unknown(word: Word, text: Folded, lexicon: Lexicon) -> bool:
    if not word.plain[0].isupper():
        return False
    if len(word.plain) == 1:
        return (lexicon.english or not _starts_sentence(word, text)) and _is_initial(word, text)
    if word.plain.isupper() and len(word.plain) <= _LONGEST_ACRONYM:
        return False
    if not lexicon.knows(word.folded):
        return lexicon.english or not _starts_sentence(word, text)
    could_be = lexicon.could_be_name(word.folded)
    if _starts_sentence(word, text):
        return could_be and is_acting(text, word)
    return could_be or _is_where_names_stand(word, text, lexicon)


def _is_where_names_stand(word: Word, text: Folded, lexicon: Lexicon) -> bool:
    """Whether a word with a capital is where somebody is from, or who: in Wisdom, my cousin Yaw."""
    if not word.plain.istitle() or lexicon.is_proper(word.folded) or word.folded == "the":
        return False
    before = text.folded[max(0, word.start - _LOOK_BACK) : word.start]
    return bool(_NAME_FOLLOWS.search(before)) and not _TITLE_GOES_ON.match(text.plain, word.end)


def _is_known_name(word: Word, lexicon: Lexicon) -> bool:
    tells = word.capitalised or (lexicon.english and len(word.plain) >= _FEWEST_LETTERS)
    return tells and lexicon.is_known_name(word.folded)


def _is_german_place(word: Word, text: Folded) -> bool:
    named = word.capitalised and _GERMAN_PLACE.search(word.folded)
    return bool(named and _GERMAN_WHERE.search(text.folded, max(0, word.start - 6), word.start))


def _is_surname(word: Word, text: Folded) -> bool:
    """Whether a word that is also a name follows another one directly: Ezekiel Bond."""
    apart = text.plain[word.start - 1 : word.start] == " "
    return apart and word.plain.istitle() and word.folded in EVERYDAY | RARE


def _is_initial(word: Word, text: Folded) -> bool:
    before = text.plain[max(0, word.start - _LOOK_BACK) : word.start]
    after = text.plain[word.end : word.end + 1]
    alone = before[-1:] in _BEFORE_INITIAL and after in _AFTER_INITIAL
    speaks = after == ":" and before[-1:] in ("", "\n")
    signed = after == "." and _SIGNED.search(before)
    told = word.plain not in _NO_INITIALS or signed
    return bool(alone and not speaks and told and not _LETTERED.search(before))


def _starts_sentence(word: Word, text: Folded) -> bool:
    return bool(_SENTENCE_START.search(text.plain, max(0, word.start - _LOOK_BACK), word.start))


class Misspellings:
    """Names that a word may be one letter away from: left out, added, changed, two swapped."""

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name for name in names if _SHORTEST <= len(name) <= _LONGEST}
        self._verdicts: dict[str, bool] = {}
        self._shortened: dict[str, set[str]] = defaultdict(set)
        for name in self._names:
            for shorter in _shortened(name):
                self._shortened[shorter].add(name)

    def find(self, text: Folded, lexicon: Lexicon) -> Iterator[Word]:
        """Words that are no name of the list, no word of the language, and close to a name."""
        for word in text.words:
            if word.folded not in self._verdicts:
                self._verdicts[word.folded] = self._is_close(word.folded, lexicon)
            if self._verdicts[word.folded]:
                yield word

    def _is_close(self, word: str, lexicon: Lexicon) -> bool:
        if not _SHORTEST - 1 <= len(word) <= _LONGEST + 1 or word in self._names:
            return False
        shorter = set(_shortened(word))
        near = word in self._shortened or not self._names.isdisjoint(shorter)
        near = near or any(
            _is_one_change(word, name)
            for each in shorter
            for name in self._shortened.get(each, ())
            if len(name) == len(word)
        )
        return near and not lexicon.knows(word)


def _shortened(word: str) -> Iterator[str]:
    return (word[:place] + word[place + 1 :] for place in range(len(word)))


def _is_one_change(one: str, other: str) -> bool:
    """Whether two words of one length differ in one letter, or in two neighbours swapped."""
    different = [place for place in range(len(one)) if one[place] != other[place]]
    if len(different) == 1:
        return True
    if len(different) != 2 or different[1] != different[0] + 1:
        return False
    first, second = different
    return one[first] == other[second] and one[second] == other[first]
