"""Phrases: the therapist's own words that come back in several reviews."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from failnote.patterns.findings import Finding
from failnote.patterns.material import Written
from failnote.patterns.memory import Memory, remembered

COUNT_FROM = 10
"""Reviews with a text from which phrases are looked for."""
REVIEWS = 3
"""Reviews in which a phrase must stand."""
SHORTEST, LONGEST = 2, 6
"""Words of a phrase."""
SWALLOWED = 0.8
"""A phrase is left out where a longer one stands in this share of its reviews."""
MOST = 20
"""Phrases that are told."""
LATEST = 100
"""Reviews with a text that are read; of a longer journal the latest ones."""

COMMON = frozenset(
    [
        "a",
        "an",
        "and",
        "the",
        "of",
        "to",
        "in",
        "on",
        "at",
        "for",
        "from",
        "with",
        "by",
        "as",
        "is",
        "was",
        "were",
        "be",
        "been",
        "had",
        "has",
        "have",
        "he",
        "she",
        "they",
        "them",
        "his",
        "her",
        "their",
        "i",
        "me",
        "my",
        "we",
        "us",
        "our",
        "you",
        "your",
        "it",
        "its",
        "that",
        "this",
        "what",
        "which",
        "who",
        "not",
        "no",
        "so",
        "if",
        "then",
        "but",
        "or",
        "do",
        "did",
        "does",
        "about",
        "into",
        "out",
        "up",
        "down",
        "over",
        "again",
        "there",
        "when",
        "how",
        "would",
        "could",
        "should",
        "will",
        "can",
        "just",
        "than",
        "too",
        "very",
        "said",
        "say",
        "one",
        "two",
        "all",
        "am",
        "are",
        "more",
        "some",
        "any",
        "because",
        "him",
        "i'd",
        "i'm",
        "it's",
        "didn't",
        "don't",
    ]
)
"""Words that make no phrase by themselves."""

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_END = re.compile(r"[.!?:;\n…]+")


class Phrase(NamedTuple):
    """Words that stand in several reviews."""

    words: str
    """As they were written first."""
    found: int
    """Reviews in which they stand."""
    of: int
    """Reviews with a text that were read."""


def phrases(written: Sequence[Written], memory: Memory) -> list[Finding[Phrase]]:
    """Phrases that came back, the most telling first; one that is part of another is left out.

    Memory keeps where they stand, never the words.
    """
    latest = sorted({each.review for each in written})[-LATEST:]
    if len(latest) < COUNT_FROM:
        return []
    kept = set(latest)
    texts = sorted(each for each in written if each.review in kept)
    found = remembered(memory, ("phrases", texts), lambda: _found(texts))
    told = []
    for text, sentence, at, size, *reviews in ([int(each) for each in row] for row in found):
        words = _sentences(texts[text].text)[sentence][at : at + size]
        key = "-".join(map(_plain, words))
        phrase = Phrase(" ".join(words), len(reviews), len(latest))
        told.append(Finding(f"phrase:{key}", "phrase", "count", phrase, tuple(reviews)))
    return told


Gram = tuple[str, ...]
Place = tuple[int, int, int, int]
"""Text, sentence, word, and how many words."""


def _found(texts: Sequence[Written]) -> list[list[int]]:
    """The place where each phrase stands first, and the reviews in which it stands.

    A longer phrase can only come back where its beginning does, so each length is sought among
    what the one before it found.
    """
    spoken = [
        (text.review, at, number, tuple(map(_plain, words)))
        for at, text in enumerate(texts)
        for number, words in enumerate(_sentences(text.text))
    ]
    found: dict[Gram, set[int]] = {}
    first: dict[Gram, Place] = {}
    before: set[Gram] | None = None
    swallowed: set[Gram] = set()
    for size in range(SHORTEST, LONGEST + 1):
        here: dict[Gram, set[int]] = {}
        for review, text, sentence, words in spoken:
            for at in range(len(words) - size + 1):
                gram = words[at : at + size]
                if before is None or gram[:-1] in before:
                    own = here.get(gram)
                    if own is None:
                        own = here[gram] = set()
                        first[gram] = (text, sentence, at, size)
                    own.add(review)
        frequent = {gram: own for gram, own in here.items() if len(own) >= REVIEWS}
        before = set(frequent)
        for gram, own in frequent.items():
            for part in (gram[1:], gram[:-1]):
                if part in found and len(own) >= SWALLOWED * len(found[part]):
                    swallowed.add(part)
        found |= {gram: own for gram, own in frequent.items() if _telling(gram)}
    whole = [gram for gram in found if gram not in swallowed]
    whole.sort(key=lambda gram: (-len(found[gram]) * _content(gram), -len(gram), gram))
    return [[*first[gram], *sorted(found[gram])] for gram in whole[:MOST]]


def _sentences(text: str) -> list[list[str]]:
    return [words for sentence in _END.split(text) if (words := WORD.findall(sentence))]


def _plain(word: str) -> str:
    return word.lower().replace("’", "'")


def _content(gram: Sequence[str]) -> int:
    return sum(word not in COMMON and len(word) > 2 for word in gram)


def _telling(gram: Sequence[str]) -> bool:
    if _content(gram) < (2 if len(gram) == SHORTEST else 1):
        return False
    return len(gram) > SHORTEST + 1 or not (gram[0] in COMMON and gram[-1] in COMMON)
