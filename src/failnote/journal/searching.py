"""Searching: any typed text, taken literally, found in what was written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from failnote.journal.checksum import row_holds
from failnote.journal.cleaning import clean_text
from failnote.journal.connection import Connection, rows
from failnote.journal.selecting import CHOSEN, chosen_values
from failnote.selection import Selection

CONTEXT = 60
"""Characters that a snippet shows on each side of the first word found."""


class Hit(NamedTuple):
    """One text in which all the words stand."""

    number: int
    date: str
    case: str
    where: str
    """The question, or ``plan`` or ``insight``."""
    section: str
    snippet: tuple[tuple[str, bool], ...]
    """Pieces of the text on one line, and whether each is what was looked for."""
    damaged: bool = False
    """It does not say any more what was written, and is not shown."""


def search(con: Connection, text: str, selection: Selection, limit: int | None = None) -> list[Hit]:
    """The texts that hold all the words, newest review first; case and accents do not matter.

    The index knows whole words only. Where it finds nothing, every text is looked through for
    the words as parts of others: scripts without spaces and punctuation are found that way.
    """
    words = clean_text(text).split()
    if not words:
        return []
    most = -1 if limit is None else limit
    values = {**chosen_values(selection), "match": _literal(words), "limit": most}
    whole = _pattern(words, whole=True)
    found = [_hit(con, row, whole) for row in rows(con, _INDEXED, values)]
    if found:
        return found
    parts = _pattern(words, whole=False)
    return [
        _hit(con, row, parts)
        for row in islice(_looked_through(con, words, selection), None if most < 0 else most)
    ]


def _hit(con: Connection, row: tuple[Any, ...], wanted: re.Pattern[str]) -> Hit:
    number, day, case, where, section, text, _, _, table, key = row
    if row_holds(con, table, key):
        return Hit(number, day, case, where, section, _snippet(text, wanted))
    return Hit(number, day, case, where, "", (), damaged=True)


def _literal(words: list[str]) -> str:
    """Every word as a quoted string, so that none of it is an operator of the index."""
    return " ".join('"{}"'.format(word.replace('"', '""')) for word in words)


def _looked_through(
    con: Connection, words: list[str], selection: Selection
) -> Iterator[tuple[Any, ...]]:
    wanted = {folded(word) for word in words} - {""}
    for row in rows(con, _EVERYTHING, chosen_values(selection)):
        text = folded(row[5])
        if wanted and all(word in text for word in wanted):
            yield row


def folded(text: str) -> str:
    """The text without case, accents and compatible forms."""
    return text.lower() if text.isascii() else "".join(map(_folded, text))


@cache
def _folded(letter: str) -> str:
    parts = unicodedata.normalize("NFKD", letter.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def _pattern(words: list[str], *, whole: bool) -> re.Pattern[str]:
    """Finds the words in a folded text; long ones first, since they may hold short ones."""
    wanted = sorted({folded(word) for word in words} - {""}, key=len, reverse=True)
    either = "|".join(map(re.escape, wanted)) or "(?!)"
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)" if whole else either)


def _snippet(text: str, wanted: re.Pattern[str]) -> tuple[tuple[str, bool], ...]:
    """The surroundings of the first place where a word stands, cut into pieces."""
    line = " ".join(text.split())
    origin = [place for place, letter in enumerate(line) for _ in folded(letter)]
    spans = [
        (origin[found.start()], origin[found.end() - 1] + 1)
        for found in wanted.finditer(folded(line))
    ]
    middle = spans[0][0] if spans else 0
    first, last = max(0, middle - CONTEXT), min(len(line), middle + CONTEXT)
    pieces: list[tuple[str, bool]] = [("…", False)] if first else []
    at = first
    for start, end in spans:
        if start >= last:
            break
        pieces += [(line[at:start], False), (line[start:end], True)]
        at = end
    last = max(at, last)
    pieces.append((line[at:last] + ("…" if last < len(line) else ""), False))
    return tuple(piece for piece in pieces if piece[0])


_FOUND = "r.number, r.local_date, r.case_code"
_ANSWER = f"{_FOUND}, a.question, a.section, a.text, r.started_at, a.position, 'answer', a.id"
_PLAN = (
    f"{_FOUND}, 'plan', '', p.if_text || char(10) || p.then_text, r.started_at, 1000000"
    ", 'plan', p.id"
)
_INSIGHT = f"{_FOUND}, 'insight', '', i.text, r.started_at, 2000000, 'insight', i.id"
_ORDER = "ORDER BY 7 DESC, 1 DESC, 8"

_INDEXED = f"""
    SELECT {_ANSWER} FROM answer_fts
        JOIN answer a ON a.id = answer_fts.rowid JOIN review r ON r.id = a.review_id
        WHERE answer_fts MATCH :match AND a.dormant = 0 AND {CHOSEN}
    UNION ALL
    SELECT {_PLAN} FROM plan_fts
        JOIN plan p ON p.id = plan_fts.rowid JOIN review r ON r.id = p.review_id
        WHERE plan_fts MATCH :match AND {CHOSEN}
    UNION ALL
    SELECT {_INSIGHT} FROM insight_fts
        JOIN insight i ON i.id = insight_fts.rowid JOIN review r ON r.id = i.review_id
        WHERE insight_fts MATCH :match AND {CHOSEN}
    {_ORDER} LIMIT :limit"""

_EVERYTHING = f"""
    SELECT {_ANSWER} FROM answer a JOIN review r ON r.id = a.review_id
        WHERE a.dormant = 0 AND a.text <> '' AND {CHOSEN}
    UNION ALL
    SELECT {_PLAN} FROM plan p JOIN review r ON r.id = p.review_id WHERE {CHOSEN}
    UNION ALL
    SELECT {_INSIGHT} FROM insight i JOIN review r ON r.id = i.review_id WHERE {CHOSEN}
    {_ORDER}"""
