"""Cues: phrases that ask for a second look; text in, at most one note out.

A text is cut into words once, and the words are followed down a tree of phrases: no phrase is a
pattern of its own, nothing can backtrack, and the time grows with the length of the text.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise, product
from pathlib import Path
from typing import Literal, NamedTuple

from pydantic import Field, ValidationError

from failnote.promptfile import (
    Problem,
    bundled_prompts,
    in_words,
    line_of,
    parse,
    read_text,
    refuse,
)
from failnote.strict import Strict

SILENT = ("settle.", "core.client-view")
"""Where such sentences may stand, and where the client speaks."""
FIRST = "self_attack"
"""The family that goes before all others."""

_STOPS = ".:;!?()\n\u2026"
_CLAUSE_STOPS = _STOPS + ",\u2013\u2014/"
_QUOTED = re.compile(  # “…”, "…", «…», '…' with apostrophes inside words, and quoted lines
    r'"[^"]*"|\u201c[^\u201c\u201d]*\u201d|\u00ab[^\u00ab\u00bb]*\u00bb|^[ ]{0,3}>.*$'
    r"|(?<!\w)'(?=[^\s'])(?:[^'\n]|(?<=\w)'(?=\w)){1,200}'(?!\w)",
    re.MULTILINE,
)
_APOSTROPHES = re.compile("[\u2018\u2019\u02bc]")
_WORD = re.compile(r"\w+(?:'\w+)*|\n[ \t]*\n|[.,;:!?()\u2026\u2013\u2014/]")
_PHRASE_WORD = re.compile(r"\w+(?:'\w+)*\*?")
_SHORT = {"'m": ["am"], "'ve": ["have"], "'re": ["are"], "'ll": ["will"]}
_ODD = {"can't": ["can", "not"], "cannot": ["can", "not"], "won't": ["will", "not"]}
_NEGATIONS = {"not", "never", "no", "nor", "neither", "without", "hardly", "nobody", "none"}
_NO_NEGATION = {"only", "just", "merely", "doubt", "wonder", "surprisingly"}
"""What turns a negation round when it follows: not only, no doubt."""
_NEAR, _NEGATION_NEAR = 3, 4
"""Words; "I do not think they were …" still turns round what follows."""


class Cue(Strict):
    """Phrases that ask for the same second look."""

    family: Literal["self_attack", "client_blame", "hindsight", "over_absolving", "vague"]
    cues: tuple[str, ...]
    ask: str
    only: tuple[str, ...] = ()
    """The only questions in which it listens; empty for all."""
    unless: tuple[str, ...] = ()
    """Words that make it no hit when they stand within three words."""


class _CueFile(Strict):
    schema_: Literal[1] = Field(alias="schema")
    cue: tuple[Cue, ...]


class Note(NamedTuple):
    """One soft question about a phrase of an answer."""

    family: str
    quote: str
    ask: str


class _Word(NamedTuple):
    """One word or stop of a text; the two halves of "didn't" share a place."""

    text: str
    place: int
    start: int
    end: int


@dataclass
class _Branch:
    """Where a phrase may go on: by a whole word, or by the beginning of one."""

    words: "dict[str, _Branch]" = field(default_factory=dict)
    beginnings: "dict[str, _Branch]" = field(default_factory=dict)
    ending: list[Cue] = field(default_factory=list)
    """The cues of the phrases that end here."""

    def grow(self, phrase: Iterable[str], cue: Cue) -> None:
        """Add one phrase."""
        branch = self
        for word in phrase:
            home = branch.beginnings if word.endswith("*") else branch.words
            branch = home.setdefault(word.rstrip("*"), _Branch())
        branch.ending.append(cue)

    def ends(self, found: list[_Word], at: int, last: int = -1) -> Iterator[tuple[int, Cue]]:
        """Every phrase that begins at a word: the place of its last word, and its cue."""
        yield from ((last, cue) for cue in self.ending)
        if at < len(found):
            word = found[at].text
            below = [self.words[word]] if word in self.words else []
            below += [rest for start, rest in self.beginnings.items() if word.startswith(start)]
            for each in below:
                yield from each.ends(found, at + 1, at)


class Cues:
    """All cues, ready to look through answers."""

    def __init__(self, cues: Iterable[Cue]) -> None:
        self.cues = tuple(cues)
        self._root = _Branch()
        for cue in self.cues:
            for phrase in {each for words in cue.cues for each in _phrases(words)}:
                self._root.grow(phrase, cue)

    def look(self, text: str, question: str, left_alone: Collection[str] = ()) -> Note | None:
        """The one note for an answer: an attack on oneself, else what stands first in the text.

        ``left_alone`` are phrases that the user wants to hear nothing about.
        """
        if question.startswith(SILENT):
            return None
        found = _words(text, left_alone)
        best: tuple[tuple[bool, int, int], Note] | None = None
        for first in range(len(found)):
            for last, cue in self._root.ends(found, first):
                rank = (cue.family != FIRST, first, -last)
                deaf = bool(cue.only) and question not in cue.only
                if deaf or (best is not None and best[0] <= rank):
                    continue
                if not _spared(found, first, last, cue.unless):
                    quote = text[found[first].start : found[last].end]
                    best = rank, Note(cue.family, quote, cue.ask)
        return best[1] if best else None


def load_cues(path: Path | None = None) -> Cues:
    """Read a file of cues, failnote's own by default; GuideError names file, line and mend."""
    path = path or bundled_prompts() / "cues.toml"
    text = read_text(path)
    try:
        return Cues(_CueFile.model_validate(parse(text, str(path))).cue)
    except ValidationError as error:
        raise refuse(_problems(error, text, str(path))) from None


def _problems(error: ValidationError, text: str, name: str) -> Iterator[Problem]:
    for found in error.errors(include_url=False, include_input=False):
        place = found["loc"]
        number = place[1] if len(place) > 1 and isinstance(place[1], int) else 0
        key = str(place[min(2, len(place) - 1)])
        yield Problem(name, line_of(text, "cue", number, [key]), *in_words(found, key))


def _spelled_out(word: str) -> list[str]:
    """Write "didn't" as did not, "I'm" as I am, "it's" as it 's."""
    stem, mark, ending = word.partition("'")
    if word in _ODD or not mark:
        return _ODD.get(word, [word])
    if ending == "t" and stem.endswith("n"):
        return [stem[:-1], "not"]
    return [stem, *_SHORT.get(mark + ending, [mark + ending])]


def _words(text: str, left_alone: Iterable[str] = ()) -> list[_Word]:
    """The words and stops of a text, without quotations and phrases to be left alone."""
    plain = _QUOTED.sub(_blank, _APOSTROPHES.sub("'", text))
    for phrase in left_alone:
        words = r"\s+".join(map(re.escape, _APOSTROPHES.sub("'", phrase).split()))
        plain = re.sub(rf"(?<!\w)(?:{words})(?!\w)", _blank, plain, flags=re.IGNORECASE)
    return [
        _Word(part, place, *found.span())
        for place, found in enumerate(_WORD.finditer(plain))
        for part in _spelled_out(found.group().lower())
    ]


def _blank(found: re.Match[str]) -> str:
    """A stop and blanks, so that every other word stays in its place."""
    return "." + " " * (len(found[0]) - 1)


def _phrases(cue: str) -> set[tuple[str, ...]]:
    """Every phrase that a cue with [one|other] stands for, spelled out."""
    parts = [part.split("|") if n % 2 else [part] for n, part in enumerate(re.split(r"[][]", cue))]
    joined = (re.sub(r"\s+'", "'", "".join(chosen).lower()) for chosen in product(*parts))
    return {
        tuple(part for word in _PHRASE_WORD.findall(phrase) for part in _spelled_out(word))
        for phrase in joined
    }


def _near(found: list[_Word], at: int, step: int, stops: str, reach: int = _NEAR) -> list[str]:
    """The words within reach of the one at ``at``, as far as the next stop."""
    texts: list[str] = []
    places: set[int] = set()
    while 0 <= (at := at + step) < len(found) and found[at].text[0] not in stops:
        if found[at].text[0].isalnum():
            places.add(found[at].place)
        if len(places) > reach:
            break
        texts.append(found[at].text)
    return texts


def _spared(found: list[_Word], first: int, last: int, unless: Iterable[str]) -> bool:
    """Is it negated, or beside a word that makes it another matter?"""
    before = _near(found, first, -1, _CLAUSE_STOPS, _NEGATION_NEAR)[::-1]
    if any(
        a in _NEGATIONS and b not in _NO_NEGATION for a, b in pairwise([*before, found[first].text])
    ):
        return True
    beside = _near(found, first, -1, _STOPS) + _near(found, last, +1, _STOPS)
    return not {word.lower() for word in unless}.isdisjoint(beside)
