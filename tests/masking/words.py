"""Words: short ways to say what a test masks."""

import re
from collections.abc import Iterable

from failnote.masking import Masker, Term
from failnote.masking.addresses.postcodes import postcodes
from failnote.masking.addresses.streets import streets
from failnote.masking.folding import fold
from failnote.masking.plates import plates


def masked(text: str, *terms: str, language: str = "en", locale: str = "GB") -> str:
    """A text masked; each term is written as "role: name"."""
    masker = Masker(map(term, terms), language=language, locale=locale)
    return masker.mask(text).text


def shown(text: str, kind: str, language: str = "en", locale: str = "GB") -> str:
    """A text with «» around what of one kind would be masked."""
    cut, place = "", 0
    for notice in Masker([], language=language, locale=locale).look(text):
        if notice.kind == kind:
            cut += f"{text[place : notice.start]}«{text[notice.start : notice.end]}»"
            place = notice.end
    return cut + text[place:]


def term(line: str) -> Term:
    """A term from "role: name"."""
    role, _, name = line.partition(": ")
    return Term(name, role)


def taken_again(rows: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Rows of a country and a text with «» around what has to go, as failnote would mark them."""
    bare = ((locale, re.sub("[«»]", "", text)) for locale, text in rows)
    return [(locale, taken(text, locale=locale)) for locale, text in bare]


def taken(text: str, *, locale: str) -> str:
    """A text with «» around the addresses, postcodes and plates that are found in it."""
    folded = fold(text)
    addresses = [*streets(folded.plain, locale)]
    found = [*addresses, *postcodes(folded.plain, locale, addresses)]
    found += plates(folded.plain, locale)
    gone = {place for each in found for place in range(*folded.span(each.start, each.end))}
    shown = "".join(f"«{char}»" if place in gone else char for place, char in enumerate(text))
    return shown.replace("»«", "")
