"""Terms: what the owner of a journal wants masked, and the forms in which it may stand."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from failnote.errors import UsageError
from failnote.masking.everyday import (
    ABBREVIATIONS,
    EVERYDAY,
    FIRST_OF_MANY,
    GENERIC,
    LEGAL_FORMS,
    NO_PLURALS,
    PARTICLES,
    SHORT_WORDS,
    TITLES,
)
from failnote.masking.folding import RUN, Folded, Word, fold
from failnote.masking.inflection import EXACT, PLURAL, Slack, diminutives, slack, stems

ROLES = (
    *("client", "partner", "mother", "father", "child", "relative", "friend", "colleague"),
    *("supervisor", "person", "place", "work"),
)
"""What a term may be; its role stands in its place."""

UNNUMBERED = frozenset({"client", "partner", "mother", "father"})
UNPEOPLED = frozenset({"place", "work"})

SHORTEST_PART = 3
SHORTEST_SQUASHED = 7
"""Letters from which a name is also found with its letters apart."""
_SHORTEST_RESPELT = 4

_UMLAUTS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe"}
    | {"Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "Å": "Aa", "Ø": "Oe"}
)
_WRITTEN_OUT = re.compile(r"([aou])e|(a)a", re.IGNORECASE)

Writing = Literal["any", "capital", "exact"]


@dataclass(frozen=True, slots=True)
class Term:
    """One name, place or employer; more names of the same one follow after a semicolon."""

    term: str = field(repr=False)
    role: str = "person"
    case: str = ""
    """The code of the case it belongs to, or empty."""

    def __post_init__(self) -> None:
        """Refuse an unknown role, and a term that no text can hold."""
        if self.role not in ROLES:
            message = f"No role “{self.role}” for a term to mask; roles are {', '.join(ROLES)}."
            raise UsageError(message)
        if not all(_searchable(fold(name)) for name in self.names):
            message = "A term to mask has no letter or digit in it; take it off the list."
            raise UsageError(message)

    @property
    def names(self) -> tuple[str, ...]:
        """The names it is known by."""
        return tuple(name for name in self.term.split(";") if name.strip()) or ("",)


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a term may stand in a text."""

    words: tuple[str, ...] = field(repr=False)
    """Folded."""
    slack: Slack = EXACT
    """What may follow in the same word; in a form of several words each has its own."""
    writing: Writing = "any"
    """``capital``: only with a capital or as listed; ``exact``: only as listed."""
    listed: str = field(default="", repr=False)
    """The word as listed; only for a form of one word."""
    substring: bool = False
    """Found anywhere in a stretch that is written without spaces."""
    whole: bool = True
    """No stem and no other spelling: what a misspelling is compared with."""

    @property
    def is_ambiguous(self) -> bool:
        """Whether it stands by itself only with its capital, or as listed."""
        return self.writing != "any" and bool(self.listed)

    @property
    def is_stem(self) -> bool:
        """Whether it is what an ending is hung on, and long enough to be no word by chance."""
        return self.writing == "capital" and not self.listed and len(self.words[0]) > SHORTEST_PART

    @property
    def squashable(self) -> bool:
        """Whether it is also found with its letters apart."""
        single = len(self.words) == 1 and self.writing == "any" and not self.substring
        return single and len(self.words[0]) >= SHORTEST_SQUASHED

    def stands(self, word: Word) -> bool:
        """Whether a word of a text, folded the same, is written in the way this form asks for."""
        if word.folded in NO_PLURALS and word.folded not in self.words:
            return False
        if self.writing == "exact":
            return word.plain == self.listed
        return self.writing == "any" or word.capitalised or word.plain == self.listed


def forms(term: Term, ending: int, known: Callable[[str], bool]) -> tuple[Form, ...]:
    """Every form of a term.

    ``ending`` is how many letters the language hangs on; ``known`` tells the words of the language,
    which are no part of a place's or an employer's name.
    """
    found: dict[Form, None] = {}
    for name in term.names:
        for spelling in _spellings(name):
            folded = fold(spelling)
            found.update(dict.fromkeys(_runs(folded)))
            found.update(dict.fromkeys(_spoken(folded, term.role, ending, known)))
    return tuple(found)


def _searchable(name: Folded) -> bool:
    return bool(name.words or RUN.search(name.folded))


def _spellings(name: str) -> Iterator[str]:
    """The name, with its umlauts written out, and with written-out umlauts as letters."""
    composed = unicodedata.normalize("NFC", name)
    yield composed
    if "&" in composed:
        yield composed.replace("&", " and ")
    yield composed.translate(_UMLAUTS)
    shorter = _WRITTEN_OUT.sub(r"\1\2", composed)
    if all(len(word.folded) >= _SHORTEST_RESPELT for word in fold(shorter).words):
        yield shorter


def _runs(name: Folded) -> Iterator[Form]:
    """The name as one stretch without spaces, and each part of it that is no single character."""
    runs: list[str] = RUN.findall(name.folded)
    parts = [run for run in runs if len(unicodedata.normalize("NFC", run)) > 1]
    for stretch in filter(None, ["".join(runs), *parts]):
        yield Form((stretch,), substring=True)


def _spoken(name: Folded, role: str, ending: int, known: Callable[[str], bool]) -> Iterator[Form]:
    words = tuple(word.folded for word in name.words)
    if len(words) == 1:
        yield from _alone(name.words[0], ending)
        return
    if not words:
        return
    telling = tuple(word for word in words if not is_small(word))
    orders = [words, telling, *_with_particles(words)]
    if words[-1] in LEGAL_FORMS or (role in UNPEOPLED and _tells_without_end(words)):
        orders.append(words[:-1])
    if role not in UNPEOPLED:
        orders += [(words[-1], *words[:-1]), (*words[1:], words[0])]
        # Double names, of the person or of the family: Mensah-Wood, Anna Maria.
        orders += [telling[i : i + 2] for i in range(len(telling) - 1)]
        if telling[:1] and telling[0] not in TITLES:
            orders.append(telling[:1] + telling[-1:])
        if words[-1] in EVERYDAY or len(words[-1]) < SHORTEST_PART:
            orders.append((words[0][0], words[-1]))
    for order in dict.fromkeys(orders):
        joined = "".join(order)
        if len(order) > 1:
            yield Form(order, slack(order[-1], ending))
            if len(joined) >= SHORTEST_SQUASHED:
                yield Form((joined,), slack(joined, ending), whole=False)
    for word in name.words:
        if _is_part(word, name, role, known):
            yield from _alone(word, ending)
    first = name.words[0].folded
    if role in UNPEOPLED and len(first) > SHORTEST_PART and first not in GENERIC | FIRST_OF_MANY:
        # Pinnacle, of Pinnacle Freight, though it is a word of the language.
        yield Form((first,), PLURAL, "capital")


def _tells_without_end(words: tuple[str, ...]) -> bool:
    """Whether people say a name without its last word: Blue Heron, for Blue Heron Storage."""
    return len(words) > 2 and not any(is_small(word) or word in GENERIC for word in words[:-1])


def is_small(word: str) -> bool:
    """Whether a word within a name is an initial or a particle."""
    return len(word) == 1 or word in PARTICLES


def _with_particles(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Each stretch of small words with the word that they lead up to: "van den Berg"."""
    start = 0
    for place, word in enumerate(words):
        if not is_small(word):
            yield words[start : place + 1]
            start = place + 1


def _is_part(word: Word, name: Folded, role: str, known: Callable[[str], bool]) -> bool:
    """Whether one word of a name is looked for alone; Le is one at the end of Minh Le."""
    first, last = word is name.words[0], word is name.words[-1]
    if len(word.folded) < 2 or word.folded.isdigit() or word.folded in TITLES:
        return False
    if role in UNPEOPLED:
        ordinary = word.folded in PARTICLES | GENERIC or known(word.folded)
        return len(word.folded) >= SHORTEST_PART and not ordinary
    capital = word.plain[0].isupper()
    if len(word.folded) < SHORTEST_PART:
        return capital and (word.folded not in PARTICLES or last)
    return word.folded not in PARTICLES or (first and capital)


def _alone(word: Word, ending: int) -> Iterator[Form]:
    """The forms of a single word."""
    if len(word.folded) < SHORTEST_PART:
        yield Form((word.folded,), EXACT, "exact", word.plain)
        if len(word.folded) > 1 and word.folded not in ABBREVIATIONS | PARTICLES:
            yield Form((word.folded,), EXACT, "exact", word.plain.upper())
        if len(word.folded) > 1 and not ending and word.folded not in SHORT_WORDS | PARTICLES:
            yield Form((word.folded,), EXACT, "any")
        if ending:
            yield Form((f"{word.folded}s",), EXACT, "exact", f"{word.plain}s")
        return
    if word.folded in EVERYDAY:
        yield Form((word.folded,), PLURAL, "capital", word.plain)
        return
    yield Form((word.folded,), slack(word.folded, ending), "any", word.plain)
    for stem, more in stems(word.folded, ending):
        yield Form((stem,), more, "capital", whole=False)
    for fond in diminutives(word.folded):
        yield Form((fond,), EXACT, "capital", whole=False)
