"""Words: what writing and reading a line agree on."""

from failnote.review import Value

SCHEMA = "failnote.review/1"
DOCUMENT = "failnote.reviews/1"
"""The schema of several reviews in one JSON object."""
MASKED = "masked, not anonymous"
"""What a masked line says of itself, and the head of everything else that is masked."""


def in_words(value: Value) -> str:
    """The text of an answer whose line gives none: the value as it is."""
    if isinstance(value, tuple):
        return "; ".join(value)
    return "" if value is None else str(value)
