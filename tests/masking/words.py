"""Words: short ways to say what a test masks."""

from failnote.masking import Masker, Term


def masked(text: str, *terms: str, language: str = "en", locale: str = "GB") -> str:
    """A text masked; each term is written as "role: name"."""
    masker = Masker(map(term, terms), language=language, locale=locale)
    return masker.mask(text).text


def term(line: str) -> Term:
    """A term from "role: name"."""
    role, _, name = line.partition(": ")
    return Term(name, role)
