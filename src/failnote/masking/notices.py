"""Notices: places where a person should look again. They hold places and never the words there."""

from typing import Literal, NamedTuple

NoticeKind = Literal["name", "everyday", "misspelt"]


class Notice(NamedTuple):
    """One place in a text that may still identify."""

    kind: str
    """``name`` (looks like one), ``everyday`` (a listed word in its other sense?), ``misspelt``
    (one letter from a listed term); a kind of identifier where nothing is masked yet."""
    start: int
    """Place in the text it was returned with."""
    end: int
