"""Markdown: the user's text made safe for a place in a document of ours.

A text cannot begin a heading, list, quotation, table, code block, rule or metadata block, cannot
be HTML, and cannot load an image: what could is escaped, every line stands in a block of its own,
and prose reads as it was typed.
"""

import re

_LINE_BREAK = re.compile("[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_ALWAYS = re.compile(r"[\\`*_]|~(?=~)")
_BRACKET = re.compile(r"[\[\]]")
_LINK = re.compile(
    r"\](?=[(\[{:])"  # the end of a link's text, or of the name it is defined by
    r"|[!^]\["  # images and notes
    r"|\[[^\]]*(?:\[|$)"  # one that stays open: pandoc would try all ways to close it
)
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_BEGINS_BLOCK = re.compile(r"[#>|]|[-+](?=[\s+-]|$)|[:~](?=[\s:]|$)")
_NUMBERED = re.compile(r"(\d{1,9}|[a-z]|[ivxlcdm]{1,9}|[A-Z](?=\))|[IVXLCDM]{1,9})(?=[.)](?:\s|$))")
_IN_BRACKETS = re.compile(r"\((?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}|@[\w-]*)\)(?:\s|$)")
"""Lists that pandoc knows beside those of CommonMark: a. (i) (@)."""


def inline(text: str) -> str:
    """The text on one line, fit for any place in a paragraph, list item or heading."""
    return " ".join(lines(text))


def lines(text: str) -> list[str]:
    """The lines of the text that are not empty, each fit for a block of its own."""
    return [_safe(line) for line in _LINE_BREAK.split(text) if line.split()]


def _safe(line: str) -> str:
    line = " ".join(_CONTROL.sub(" ", line).split())
    line = _ENTITY.sub("&amp;", line)
    links = _LINK.search(line)
    line = _ALWAYS.sub(lambda found: "\\" + found[0], line)
    if links:
        line = _BRACKET.sub(lambda found: "\\" + found[0], line)
    line = _TAG.sub("&lt;", line)  # a backslash before < is not understood everywhere
    if _BEGINS_BLOCK.match(line) or _IN_BRACKETS.match(line):
        return "\\" + line
    return _NUMBERED.sub(r"\1\\", line) if _NUMBERED.match(line) else line
