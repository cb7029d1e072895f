"""Days alone: days of a month that is not named, as other languages than English write them."""

from collections.abc import Iterator

_SURE, _BEFORE_SMALL = False, True
_ALONE = (
    (("de",), _BEFORE_SMALL, "am|vom|bis zum|seit dem|ab dem|zum|den", r"\d{1,2}\."),
    (("da", "nb"), _BEFORE_SMALL, "den|til den|fra den", r"\d{1,2}\."),
    (("sv",), _SURE, "den", r"\d{1,2}:?[ae]\b"),
    (
        ("nl",),
        _SURE,
        "op de|vanaf de|tot de",
        r"\d{1,2}(?:e|de|ste)\b(?= ?[,.;]| (?:was|kwam|belde))",
    ),
    (("hu",), _SURE, "", r"(?:\d{1,2}\. ?)?\d{1,2}-[ae]n\b"),
    (("lt",), _SURE, "", r"\d{1,2} d\.(?=[ ,;)])"),
    (("ru", "uk"), _SURE, "", r"\d{1,2}(?:-го|го)?[ ]числа"),
    (("fi",), _SURE, "", r"\d{1,2}\. paiva(?:na)?\b"),
    (("es",), _SURE, "el|del", r"dia \d{1,2}\b(?! de )"),
    (("pt",), _SURE, "no|do", r"dia \d{1,2}\b(?! de )"),
    (("it",), _SURE, "il|del|dal", r"giorno \d{1,2}\b"),
)
"""Languages, whether a small letter must follow, the words before, and the day."""


def days_alone(*languages: str) -> Iterator[tuple[bool, str, str]]:
    """Whether a small letter must follow, the words before, and a pattern for the day."""
    for spoken, before_small, before, day in _ALONE:
        if set(spoken).intersection(languages):
            yield before_small, before, day
