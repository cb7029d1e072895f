"""Flow: words set into lines that fit the screen."""

import re
import unicodedata
from collections.abc import Iterable, Iterator

from failnote.page import Line, Page, Span

WIDTH = 80
"""Columns that are always enough."""

_BREAK = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")

Word = list[Span]
"""Spans without a blank between them; they stay on one line."""


def flow(*parts: str | Span, indent: int = 2, hang: int = 0) -> Page:
    """Set the words into lines; ``hang`` more columns of indent from the second line on.

    Line breaks of the text stay; runs of blanks become one. A word longer than a line is cut.
    """
    page: Page = []
    margin = indent
    for words in _paragraphs(parts, WIDTH - indent - hang):
        line: list[Span] = []
        used = 0
        for word in words:
            size = sum(cells(span.text) for span in word)
            if line and used + 1 + size > WIDTH - margin:
                page.append(_line(margin, line))
                margin = indent + hang
                line, used = [], 0
            if line:
                _add(line, Span(" ", word[0].style if word[0].style == line[-1].style else ""))
                used += 1
            for span in word:
                _add(line, span)
            used += size
        page.append(_line(margin, line))
        margin = indent + hang
    return page


def cells(text: str) -> int:
    """Columns that the text takes in a terminal."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


def clipped(text: str, columns: int) -> str:
    """The text, cut with an ellipsis where it takes more columns."""
    if cells(text) <= columns:
        return text
    while cells(text) > columns - 1:
        text = text[: columns - 1] if len(text) > columns else text[:-1]
    return text.rstrip() + "…"


def padded(text: str, columns: int) -> str:
    """The text, clipped or filled up to exactly so many columns."""
    text = clipped(text, columns)
    return text + " " * (columns - cells(text))


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _line(margin: int, spans: list[Span]) -> Line:
    return (Span(" " * margin), *spans) if spans else ()


def _add(line: list[Span], span: Span) -> None:
    if line and line[-1].style == span.style:
        line[-1] = Span(line[-1].text + span.text, span.style)
    else:
        line.append(span)


def _paragraphs(parts: Iterable[str | Span], room: int) -> Iterator[list[Word]]:
    words: list[Word] = []
    joins = False
    for part in parts:
        text, style = part if isinstance(part, Span) else Span(part)
        for number, line in enumerate(_BREAK.split(text)):
            if number:
                yield [piece for word in words for piece in _cut(word, room)]
                words, joins = [], False
            for at, word in enumerate(line.split()):
                if joins and at == 0 and not line[0].isspace():
                    words[-1].append(Span(word, style))
                else:
                    words.append([Span(word, style)])
            if line:
                joins = not line[-1].isspace()
    yield [piece for word in words for piece in _cut(word, room)]


def _cut(word: Word, room: int) -> list[Word]:
    """The word in pieces that fit; nearly always the word itself."""
    if sum(cells(span.text) for span in word) <= room:
        return [word]
    pieces: list[Word] = [[]]
    used = 0
    for span in word:
        for character in span.text:
            size = _cells_of(character)
            if used + size > room:
                pieces.append([])
                used = 0
            _add(pieces[-1], Span(character, span.style))
            used += size
    return pieces
