"""Notes: the invented reflections of notes.toml, with their annotated spans."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from failnote.masking import Masker, Term
from failnote.masking.inflection import Inflection

FILE = Path(__file__).with_name("notes.toml")
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
    """Who wrote it, and when it was looked at; see the head of the file."""

    def masker(self) -> Masker:
        """A masker as the owner of this note would have set it up."""
        return Masker(
            self.terms, language=self.language, inflection=self.inflection, locale=self.locale
        )

    @property
    def words(self) -> int:
        """How many words it has, between white space."""
        return len(self.text.split())


def notes() -> tuple[Note, ...]:
    """All notes of the file, of every part."""
    with FILE.open("rb") as file:
        return tuple(_note(entry) for entry in tomllib.load(file)["note"])


def _note(entry: dict[str, Any]) -> Note:
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
        part=entry.get("part", "made-with"),
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
