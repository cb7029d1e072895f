"""Words: short ways to say what a test masks."""

from failnote.masking import Masker, Term


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
