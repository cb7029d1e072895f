"""Blocks: headings, marked items and pointers to reviews, as every page of findings has them."""

import re
from collections.abc import Sequence

from failnote.page import Line, Page, Span, line
from failnote.render.flow import WIDTH, flow, padded

MARK = 3
"""Columns of an item's mark and the blanks behind it."""
MOST_NUMBERS = 12
"""Reviews that a pointer names; the others are counted."""


_TWO_BLANKS = re.compile("  ")
_ASCII = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "·": "-",
        "→": "->",
        "…": "...",
        "±": "+-",
    }
)


def heading(text: str, note: str = "") -> Page:
    """A blank line and a heading, with a note beside it where there is one."""
    title = Span(text, "title")
    return [(), line("  ", title, "  ", Span(note, "dim")) if note else line("  ", title)]


def item(mark: str, *parts: str | Span, margin: int = 2) -> Page:
    """Flowing text whose first line has a mark before it."""
    first, *rest = flow(*parts, indent=margin + MARK)
    marked = line(" " * margin, Span(padded(mark, MARK), "strong"), *first[1:])
    return [marked, *rest]


def pointer(reviews: Sequence[int]) -> Span:
    """The numbers of reviews in square brackets; many are cut short."""
    shown = " ".join(map(str, reviews[:MOST_NUMBERS]))
    more = f" +{len(reviews) - MOST_NUMBERS}" if len(reviews) > MOST_NUMBERS else ""
    return Span(f"[{shown}{more}]" if reviews else "", "dim")


def capital(text: str) -> str:
    """The text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def as_ascii(page: Page) -> Page:
    """The page without a sign that a poor terminal lacks."""
    return [_fitted([Span(s.text.translate(_ASCII), s.style) for s in each]) for each in page]


def _fitted(spans: list[Span]) -> Line:
    """The line as wide as the page: signs that became longer take the room of blanks."""
    over = sum(len(span.text) for span in spans) - WIDTH
    fitted = []
    for span in spans:
        text, gone = _TWO_BLANKS.subn(" ", span.text, max(over, 0)) if over > 0 else (span.text, 0)
        over -= gone
        fitted.append(Span(text, span.style))
    return tuple(fitted)
