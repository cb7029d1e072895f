"""Identifiers: everything with a shape that names one person, whatever the list says."""

import re
from collections.abc import Iterator

from failnote.masking.addresses.postcodes import postcodes
from failnote.masking.addresses.streets import streets
from failnote.masking.ages.ages import ages
from failnote.masking.contacts import contacts
from failnote.masking.dates.dates import dates
from failnote.masking.folding import Folded
from failnote.masking.found import Found
from failnote.masking.keyed import keyed_numbers
from failnote.masking.lexicon import Lexicon
from failnote.masking.names import names
from failnote.masking.numbers import grouped, is_long, numbers
from failnote.masking.odd_numbers import odd_numbers
from failnote.masking.phones import phones
from failnote.masking.plates import plates

_REST = re.compile(r"(?<!\d)(?!(?:19|20)\d\d\b)\d{4,}")
_WEAK = ("postcode", "age")
"""Kinds that may also be a part of a longer number."""


def identifiers(text: Folded, lexicon: Lexicon, language: str, region: str) -> Iterator[Found]:
    """Every identifier in a text; they may overlap.

    ``region`` (ISO 3166) says whose phone numbers, streets and postcodes are known.
    """
    taken, held, weak = bytearray(len(text.plain)), bytearray(len(text.plain)), set()
    for each in _known(text, lexicon, language, region):
        if each.kind in _WEAK:
            weak.add((each.start, each.end))
            held[each.start : each.end] = b"x" * (each.end - each.start)
        else:
            mark = {"number": b"n", "phone": b"p"}.get(each.kind, b"x")
            taken[each.start : each.end] = mark * (each.end - each.start)
        yield each
    for each in grouped(text.plain):
        alone = (each.start, each.end) not in weak and not any(taken[each.start : each.end])
        if alone or is_long(text.plain[each.start : each.end]) or _is_cut(text.plain, each, taken):
            yield each
    for each in odd_numbers(text.plain):
        if not any(taken[each.start : each.end]) and not any(held[each.start : each.end]):
            yield each


def _is_cut(plain: str, number: Found, taken: bytearray) -> bool:
    """Whether a part of a number is known as something and the rest would stay."""
    parts = taken[number.start : number.end]
    rest = "".join(
        " " if part else char
        for char, part in zip(plain[number.start : number.end], parts, strict=True)
    )
    alike = not {*parts} & {*b"xp"}
    begun = parts.endswith((b"x", b"p"))
    # A phone without the nought that leads within a country is rather a part of this.
    goes_on = parts.startswith(b"p") and plain[number.start] not in "0+("
    more = any(map(str.isdigit, rest)) and (alike or begun or goes_on)
    return any(parts) and (more or bool(_REST.search(rest)))


def _known(text: Folded, lexicon: Lexicon, language: str, region: str) -> Iterator[Found]:
    plain = text.plain
    yield from contacts(plain)
    yield from dates(text, language, region)
    if any(map(str.isdigit, plain)):
        yield from phones(plain, region)
        yield from numbers(plain)
        yield from keyed_numbers(plain)
        yield from plates(plain, region)
    addresses = [*streets(plain, region)]
    yield from addresses
    yield from postcodes(plain, region, addresses)
    yield from ages(plain)
    yield from names(plain, lexicon)
