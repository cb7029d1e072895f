"""Markdown: the user's text made safe for a place in a document of ours.

A text cannot begin a heading, list, quotation, table, code block, rule or metadata block, cannot
be HTML, and cannot load an image: what could is escaped, every line stands in a block of its own,
and prose reads as it was typed.
"""

import re

_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ALWAYS = re.compile(
    r"[\\`*_]|~(?=~)"
    r"|\](?=[(\[{:])"  # the end of a link's text, or of the name it is defined by
    r"|(?<=[!^])\["  # images and notes
)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINS_BLOCK = re.compile(r"[#>|]|[-+](?=[\s+-]|$)|[:~](?=[\s:]|$)")
_NUMBERED = re.compile(r"(\d{1,9})(?=[.)](?:\s|$))")


def inline(text: str) -> str:
    """The text on one line, fit for any place in a paragraph, list item or heading."""
    return " ".join(lines(text))


def lines(text: str) -> list[str]:
    """The lines of the text that are not empty, each fit for a block of its own."""
    return [_safe(line) for line in _LINE_BREAK.split(text) if line.split()]


def _safe(line: str) -> str:
    line = " ".join(_CONTROL.sub(" ", line).split())
    line = _ENTITY.sub("&amp;", line)
    line = _ALWAYS.sub(lambda found: "\\" + found[0], line)
    line = _TAG.sub("&lt;", line)  # a backslash before < is not understood everywhere
    if _BEGINS_BLOCK.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\", line) if _NUMBERED.match(line) else line
