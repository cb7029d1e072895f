"""Wrapping: text broken at words into rows of a given number of columns."""

import re
import unicodedata

_LEADING = re.compile(r"\s*(?:[-*] +|\d+ {2})?")
_WORD = re.compile(r"\s*\S+")
_FOLD = re.compile(r"(?<!\n)\n(?![\s*-])")


def cells(text: str) -> int:
    """How many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(_cells_of(character) for character in text)


def _cells_of(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def unfold(text: str) -> str:
    """Join the lines of each paragraph; blank lines, list items and indented lines stay."""
    return _FOLD.sub(" ", text)


def wrap(text: str, columns: int) -> list[str]:
    """Break a text at words; its own line breaks stay, list items and options hang, too long words are cut."""
    return [row for line in text.split("\n") for row in _wrap_line(line, max(columns, 2))]


def _wrap_line(line: str, columns: int) -> list[str]:
    leading = _LEADING.match(line)
    hang = " " * (leading.end() if leading and leading.end() * 2 < columns else 0)
    rows, row = [], ""
    for word in _WORD.findall(line):
        if row and cells(row + word) > columns:
            rows.append(row)
            row = hang + word.lstrip()
        else:
            row += word
        while cells(row) > columns:
            cut = _fitting(row, columns)
            rows.append(row[:cut])
            row = row[cut:]
    return [*rows, row]


def _fitting(text: str, columns: int) -> int:
    """How many characters of the text fit."""
    used = 0
    for index, character in enumerate(text):
        used += _cells_of(character)
        if used > columns:
            return max(index, 1)
    return len(text)


def shorten(text: str, columns: int) -> str:
    """The beginning of a text in one row, cut at a word, with an ellipsis where it was cut."""
    rows = wrap(" ".join(text.split()), columns)
    if len(rows) == 1:
        return rows[0]
    return wrap(rows[0], max(columns - 1, 2))[0].rstrip(" ,;:.") + "…"


def in_a_row(words: str) -> str:
    """What was chosen, on one line: options that are sentences lose their full stops between."""
    return words.replace(".; ", "; ")


def sentence(text: str) -> str:
    """The same with a capital letter at its beginning."""
    return text[:1].upper() + text[1:]
