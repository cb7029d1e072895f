"""Prompt files: TOML read from disk, with errors that name file, line and mend."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from pydantic import BaseModel, ConfigDict

from failnote.errors import GuideError

NO_BREAK_SPACES = "\u00a0|\u2007|\u202f"
CURLY_QUOTES = "[\u201c\u201d\u201e\u00ab\u00bb]"

# (pattern in the parser's message, pattern in the line, the mend); the first that fits both.
SYNTAX_MENDS = (
    ("", NO_BREAK_SPACES, "there is a no-break space (pasted?): type that blank again"),
    ("", CURLY_QUOTES, 'use straight quotation marks " instead of curly ones'),
    (
        "overwrite|twice|already|duplicate",
        "",
        "this name stands twice in one question; or the line [[question]] above it is missing",
    ),
    (
        r"illegal character '\\n'",
        "",
        "the closing quotation mark is missing; text over several lines goes between ''' and '''",
    ),
    ("unclosed", "", "a comma or a closing bracket } ] is missing on this line or the one above"),
    ("unescaped|escape", "", "put the text between ''' and ''': there a backslash is just that"),
    (
        "",
        r'"[^"]*"[^",}\]\s#]',
        "there is a quotation mark inside the text: put the text between ''' and '''",
    ),
    ("", r"^\s*[A-Za-z_ .-]+:", 'write  name = "…"  with an equals sign, not a colon'),
    (
        "",
        r"^\s*(schema|version|low|high|at_least|at_most|lines|secs)\s*=",
        "write a whole number in digits, without quotation marks",
    ),
    ("", r"^\s*(required|lean|kept|ends|decimals)\s*=", "write true or false"),
    ("invalid value|after a statement", r"=\s*[^\"'\[{]", "put the words between quotation marks"),
    ("", "", "compare the line with the one above it: quotation marks, commas, brackets"),
)


class Strict(BaseModel):
    """A part of a prompt file; a key it does not know is an error."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, hide_input_in_errors=True
    )

    def changed(self, **fields: Any) -> Self:
        """Give a copy with other values; cached properties are not carried over."""
        copy = self.model_copy(update=fields)
        for name in copy.__dict__.keys() - type(self).model_fields.keys():
            del copy.__dict__[name]
        return copy


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong in a prompt file, and how to mend it."""

    file: str
    line: int
    what: str
    mend: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.what}\n    Mend: {self.mend}"


def refuse(problems: Iterable[Problem]) -> GuideError:
    """Give the error that tells all problems at once."""
    return GuideError("\n".join(str(problem) for problem in problems))


def bundled_prompts() -> Path:
    """Where failnote's own prompt files are: in the wheel, or in a checkout at the root."""
    installed = Path(__file__).with_name("prompts")
    return installed if installed.is_dir() else Path(__file__).parents[2] / "prompts"


def read_text(path: Path) -> str:
    """Read a prompt file; GuideError when it is missing or not UTF-8."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "it cannot be opened").lower()
        message = f"{path} cannot be read: {reason}."
        raise GuideError(message) from None
    try:
        return raw.decode("utf-8-sig")  # Notepad's mark at the start is harmless
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        what, mend = "not saved as UTF-8", "save the file again with the encoding UTF-8"
        raise refuse([Problem(str(path), line, what, mend)]) from None


def parse(text: str, name: str) -> dict[str, Any]:
    """Parse TOML; GuideError with line, the line itself and a mend when it is not."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise refuse([_syntax_problem(text, name, str(error))]) from None


def _syntax_problem(text: str, name: str, message: str) -> Problem:
    lines = text.splitlines()
    place = re.search(r"^(.*) \(at line (\d+), column \d+\)$", message)
    if place is None:
        what = message.split(" (at end")[0].lower()
        return Problem(
            name, len(lines) or 1, what, "a bracket or quotation mark is left open, often the last"
        )
    what, number = place.group(1), int(place.group(2))
    source = lines[number - 1] if number <= len(lines) else ""
    mend = next(
        mend
        for in_message, in_line, mend in SYNTAX_MENDS
        if re.search(in_message, what, re.IGNORECASE) and re.search(in_line, source)
    )
    return Problem(name, number, f"{what[0].lower()}{what[1:]}\n    {source.strip()}", mend)


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Say which known word may be meant, or else what to do."""
    close = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean “{close[0]}”?" if close else otherwise


def line_of(text: str, table: str, number: int | None, keys: Iterable[str]) -> int:
    """Find the line of the first of these keys in the n-th ``[[table]]``, else of its head.

    tomllib keeps no positions; the heads of an array of tables can be counted in the text.
    """
    lines = text.splitlines()
    head = re.compile(rf"\s*\[\[\s*{table}\s*\]\]")
    heads = [at for at, line in enumerate(lines) if head.match(line)]
    if number is None:
        start, end = 0, heads[0] if heads else len(lines)
    elif number < len(heads):
        start, end = heads[number], [*heads, len(lines)][number + 1]
    else:
        return 1
    for key in keys:
        pattern = re.compile(rf"(^|[\s.{{,\"']){re.escape(key)}[\"']?\s*[=.]")
        for at in range(start, end):
            if pattern.search(lines[at]):
                return at + 1
    return start + 1


KIND_MENDS: Mapping[str, str] = {
    "string_pattern_mismatch": "use small letters, digits, - and . only, and start with a letter",
    "string_too_long": "make it shorter",
    "string_too_short": "put at least one word between the quotation marks",
    "string_type": "put the words between quotation marks",
    "bool_type": "write true or false, without quotation marks",
    "bool_parsing": "write true or false, without quotation marks",
    "int_type": "write a whole number, without quotation marks",
    "int_parsing": "write a whole number, without quotation marks",
    "int_from_float": "write a whole number",
    "dict_type": 'write them as  options.name = "words"',
    "list_type": 'write a list: ["one", "two"]',
    "tuple_type": 'write a list: ["one", "two"]',
    "too_short": "add what is missing",
}
"""How to mend what pydantic found, by its own name for the kind of error."""
