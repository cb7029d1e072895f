"""Words: what writing and reading a line agree on."""

from failnote.review import Value

SCHEMA = "failnote.review/1"


def in_words(value: Value) -> str:
    """The text of an answer whose line gives none: the value as it is."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
