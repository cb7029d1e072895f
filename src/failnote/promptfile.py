"""Prompt files: TOML read from disk, with errors that name file, line and mend."""

import difflib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from failnote.errors import GuideError

# Where they stand inside a text they are right, so only before the first mark or at the end.
NO_BREAK_SPACES = r"^[^\"']*[\u00a0\u2007\u202f]|[\u00a0\u2007\u202f]\s*$"
CURLY_QUOTES = r"[=\[,{]\s*[\u2018\u2019\u201c-\u201e\u00ab\u00bb]|[\u201c-\u201e\u00ab\u00bb]\W*$"
LITERAL = "put the text between ''' and '''"


class _Slip(NamedTuple):
    """A usual slip in TOML: how to know it by the parser's message and the line; what to say."""

    message: str
    line: str
    what: str
    mend: str


SLIPS = (  # the first that fits both
    _Slip("", NO_BREAK_SPACES, "there is a no-break space (pasted?)", "type that blank again"),
    _Slip("", CURLY_QUOTES, "curly quotation marks", 'use straight ones: "'),
    _Slip(
        "",
        r"^\s*\[+\s*questions?\s*\]*\s*$",
        "the head of a question has two brackets on each side",
        "write  [[question]]",
    ),
    _Slip(
        "overwrite|twice|already",
        r"^\s*(id|use)\s*=",
        "two questions have run into one",
        "begin each question with a line  [[question]]  above this one",
    ),
    _Slip(
        "overwrite|twice|already",
        "",
        "this name stands twice in one question",
        "give it another name or take it away; or begin a new question with  [[question]]",
    ),
    _Slip(
        r"illegal character '\\n'",
        "",
        "the closing quotation mark is missing",
        f"put it at the end of the line; {LITERAL} when it has several lines",
    ),
    _Slip(
        "unclosed",
        "",
        "something is missing between two parts of a list",
        "put a comma between them, or the closing bracket } or ] behind them, here or just above",
    ),
    _Slip(
        "unescaped|escape|hex",
        "",
        "a backslash inside the text",
        f"{LITERAL}: there a backslash is just that",
    ),
    _Slip("", r'"[^"]*"[^",}\]\s#]', "a quotation mark inside the text", LITERAL),
    _Slip("", r"^\s*[A-Za-z_ .-]+:", "a colon in place of an equals sign", 'write  name = "…"'),
    _Slip(
        "after a key",
        "=",
        "a name with signs that are not allowed, or with a blank",
        "use small letters without accents, digits and - on the left of the equals sign",
    ),
    _Slip(
        "",
        r"^\s*(schema|version|low|high|at_least|at_most|lines|secs|minutes|lean_minutes)\s*=",
        "a number is needed here",
        "write a whole number in digits",
    ),
    _Slip(
        "",
        r"^\s*(required|lean|kept|ends|decimals|reminder)\s*=",
        "true or false is needed here",
        "write true or false",
    ),
    _Slip(
        "invalid value|after a statement",
        r"=\s*[^\"'\[{]",
        "words without quotation marks",
        "put the words between quotation marks",
    ),
    _Slip(
        "",
        "",
        "this line cannot be read",
        "compare it with the one above: equals sign, quotation marks, commas, brackets",
    ),
)


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
    """Give the error that tells all problems at once, each of them once."""
    return GuideError("\n".join(dict.fromkeys(str(problem) for problem in problems)))


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
    except RecursionError:
        what, mend = "brackets inside brackets without end", "take the spare brackets away"
        raise refuse([Problem(name, 1, what, mend)]) from None


def _syntax_problem(text: str, name: str, message: str) -> Problem:
    lines = text.split("\n")
    place = re.search(r"^(.*) \(at line (\d+), column \d+\)$", message)
    if place is None:  # the file ended inside something
        opened = [at for at, line in enumerate(lines, 1) if '"""' in line or "'''" in line]
        if message.startswith("Unterminated") and opened:
            what, mend = "a long text has no end", "close it with the same three marks"
            return Problem(name, opened[-1], what, mend)
        what, mend = "the file stops too early", "a bracket or quotation mark is left open"
        return Problem(name, len(text.rstrip().split("\n")), what, mend)
    source = lines[int(place[2]) - 1] if int(place[2]) <= len(lines) else ""
    slip = next(
        slip
        for slip in SLIPS
        if re.search(slip.message, place[1], re.IGNORECASE) and re.search(slip.line, source)
    )
    return Problem(name, int(place[2]), f"{slip.what}\n    {source.strip()}", slip.mend)


def nearest(word: str, known: Iterable[str], otherwise: str) -> str:
    """Say which known word may be meant, or else what to do."""
    likeness = {each: difflib.SequenceMatcher(None, word, each).ratio() for each in known}
    closest = max(likeness, key=likeness.__getitem__, default="")
    return f"did you mean “{closest}”?" if likeness.get(closest, 0) >= 0.6 else otherwise


# A string in a TOML text is a key when = or a dot or the end of a head follows.
_STRING = re.compile(
    r"""(?P<long>'''.*?'''+|\"\"\"(?:\\.|[^\\])*?\"\"\"+|\#[^\n]*)"""
    r"""|(?P<short>"(?:\\.|[^"\\\n])*"|'[^'\n]*')(?P<after>\s*[=.\]])?""",
    re.DOTALL,
)
_HEAD = re.compile(r"\s*\[\[?\s*([A-Za-z0-9][\w. -]*?)\s*\]\]?\s*$")


def _bare_lines(text: str) -> list[str]:
    """The lines with their keys only: without quotation marks, words and comments."""

    def blank(found: re.Match[str]) -> str:
        if found["short"] is None:
            return "\n" * found["long"].count("\n")
        return found["short"][1:-1] + found["after"] if found["after"] else ""

    return _STRING.sub(blank, text).split("\n")


def line_of(text: str, table: str, number: int, keys: Sequence[str] = (), *, word: str = "") -> int:
    """Find the line of the first of these keys in the n-th table of this name, else of its head.

    tomllib keeps no positions; heads and keys can be found in the text. The table "" is what
    stands before the first head. With ``word``, the line of the key's value on which it stands.
    """
    lines, source = _bare_lines(text), text.split("\n")
    heads = [(at, found[1]) for at, line in enumerate(lines) if (found := _HEAD.match(line))]
    starts = [at for at, name in heads if name == table] if table else [-1]
    if number >= len(starts):
        return 1
    start = starts[number]
    later = (at for at, name in heads if at > start and not name.startswith(f"{table}."))
    end = next(later, len(lines))
    for key in keys:
        pattern = re.compile(rf"(^|[\s.{{,\[]){re.escape(key)}\s*[=.\]]")
        for at in range(start + 1, end):
            if pattern.search(lines[at]):
                return next((n for n in range(at, end) if word and word in source[n]), at) + 1
    return max(start, 0) + 1


def head_line(text: str, key: str) -> int:
    """Find the line of a key, or of a table of this name, that does not belong to a question."""
    return max(line_of(text, key, 0), line_of(text, "", 0, [key]))  # 1 where it is not found


WORDS: Mapping[str, tuple[str, str]] = {
    "string_type": ("must be words", "put the words between quotation marks"),
    "string_pattern_mismatch": (
        "has signs that are not allowed",
        "use small letters, digits, - and . only, and start with a letter",
    ),
    "string_too_long": ("is longer than {max_length} characters", "make it shorter"),
    "string_too_short": ("is empty", "put at least one word between the quotation marks"),
    "control_sign": (
        "holds a sign that nobody sees; a backslash and the letter behind it make one",
        f"{LITERAL}: there a backslash is just that",
    ),
    "bool_type": ("must be true or false", "write true or false, without quotation marks"),
    "bool_parsing": ("must be true or false", "write true or false, without quotation marks"),
    "int_type": ("must be a whole number", "write it in digits, without quotation marks"),
    "int_parsing": ("must be a whole number", "write it in digits, without quotation marks"),
    "int_from_float": ("must be a whole number", "write it without a point"),
    "float_type": ("must be a number", "write it in digits, without quotation marks"),
    "float_parsing": ("must be a number", "write it in digits, without quotation marks"),
    "greater_than_equal": ("is too small", "write {ge} or more"),
    "less_than_equal": ("is too large", "write {le} or less"),
    "literal_error": ("must be {expected}", "write one of these as it stands here"),
    "dict_type": ("must be a table", 'write  name = "words"  below it, or between {{ and }}'),
    "model_type": ("must be words or a table", 'write  "words"  or  {{ text = "words" }}'),
    "model_attributes_type": ("must be a table", "begin it with a line in brackets"),
    "list_type": ("must be a list", 'write a list: ["one", "two"]'),
    "tuple_type": ("must be a list", 'write a list: ["one", "two"]'),
    "extra_forbidden": ("is not known here", "take the line away"),
    "missing": ("is missing", "add a line:  {key} = …"),
}
"""What pydantic found, by its own name for the kind of error: what to say, how to mend it."""


def in_words(found: Mapping[str, Any], key: str) -> tuple[str, str]:
    """Say one of pydantic's errors about a key as a problem and its mend."""
    if found["type"] not in WORDS:
        message = found["msg"].removeprefix("Value error, ")
        return f"“{key}”: {message[0].lower()}{message[1:]}", f"see the line with {key}"
    what, mend = WORDS[found["type"]]
    details = {**found.get("ctx", {}), "key": key}
    return f"“{key}” {what.format(**details)}", mend.format(**details)
