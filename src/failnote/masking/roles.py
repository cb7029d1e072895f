"""Roles: what stands in place of what was masked."""

import re

from failnote.masking.terms import ROLES, UNNUMBERED

SHAPES = {
    "email": "email",
    "web": "web address",
    "handle": "handle",
    "ip": "IP address",
    "phone": "phone",
    "number": "number",
    "plate": "plate",
    "postcode": "postcode",
    "address": "address",
    "date": "date",
    "age": "age",
    "initials": "initials",
}
"""Kind of identifier -> the word that stands in its place."""

UNITS = ("day", "week", "month", "year")

PLACEHOLDER = re.compile(
    rf"\[(?:{'|'.join(sorted(UNNUMBERED))}|(?:{'|'.join(ROLES)}) \d{{1,6}}"
    rf"|{'|'.join(SHAPES.values())}"
    rf"|the same day|\d{{1,4}} (?:{'|'.join(UNITS)})s? (?:earlier|later))\]"
)
"""failnote's own words in a masked text; a listed term in them is not the owner's writing."""


def placeholder(kind: str, number: int | None = None) -> str:
    """What stands for a term of a role, or for an identifier: "[client]", "[person 2]"."""
    word = SHAPES.get(kind, kind)
    return f"[{word}]" if number is None else f"[{word} {number}]"
