"""Notes: the invented reflections in sets/, with their annotated spans.

Every name, number and address is made up or from a range kept for fiction. Spans are marked
{kind|text}:

    L listed term in any English form    I listed term, inflected in another language
    M listed term, misspelt by one edit  U unlisted name inside a sentence
    S unlisted name at its start         X unlisted name in lower case
    mail url handle ip ssn nhs nino card iban keyed digits plate
    D date finer than a year             W date written out, or a holiday
    P phone    A street    Z postcode    G age over 89    N initials

In a note with ``hard = true`` nothing is an identifier. The file's name tells the part: "made-with"
was there from the start, "held-out" was first looked at when the detectors were done, "fresh" was
written after that; "unseen" and all later ones were written apart from masking, and looked at
before anything was mended from them.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from failnote.masking import Masker, Term
from failnote.masking.inflection import Inflection

FILES = sorted(Path(__file__).with_name("sets").glob("*.toml"))
_MARKUP = re.compile(r"\{([A-Za-z]+)\|([^}]*)\}")


@dataclass(frozen=True)
class Span:
    """An identifier in a note, in places of its text."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True)
class Note:
    """One reflection."""

    id: str
    text: str
    spans: tuple[Span, ...]
    terms: tuple[Term, ...]
    locale: str
    language: str
    inflection: Inflection | None
    hard: bool
    part: str
    """Who wrote it, and when it was looked at."""

    def masker(self) -> Masker:
        """A masker as the owner of this note would have set it up."""
        return Masker(
            self.terms, language=self.language, inflection=self.inflection, locale=self.locale
        )

    @property
    def words(self) -> int:
        """How many words it has, between white space."""
        return len(self.text.split())


def parts() -> tuple[str, ...]:
    """The parts, the oldest first."""
    return tuple(map(_part, FILES))


def notes() -> tuple[Note, ...]:
    """All notes of every part."""
    return tuple(
        _note(entry, _part(file))
        for file in FILES
        for entry in tomllib.loads(file.read_text(encoding="utf-8"))["note"]
    )


def _part(file: Path) -> str:
    return file.stem.partition("-")[2]


def _note(entry: dict[str, Any], part: str) -> Note:
    text, spans = _annotated(entry["text"])
    return Note(
        id=entry["id"],
        text=text,
        spans=spans,
        terms=tuple(_term(line) for line in entry["terms"]),
        locale=entry["locale"],
        language=entry.get("language", "en"),
        inflection=entry.get("inflection"),
        hard=entry.get("hard", False),
        part=part,
    )


def _term(line: str) -> Term:
    role, _, name = line.partition(": ")
    return Term(name, role)


def _annotated(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The text without its markup, and the spans that the markup tells."""
    text, spans, place = "", [], 0
    for match in _MARKUP.finditer(marked):
        text += marked[place : match.start()]
        spans.append(Span(match[1], len(text), len(text) + len(match[2])))
        text += match[2]
        place = match.end()
    return text + marked[place:], tuple(spans)
