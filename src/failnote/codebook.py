"""Codebook: areas, codes and context vocabularies, loaded and checked."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, StringConstraints, ValidationError

from failnote.promptfile import (
    KIND_MENDS,
    Problem,
    Strict,
    bundled_prompts,
    line_of,
    parse,
    read_text,
    refuse,
)
from failnote.review import CodeWord

CodeId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$", max_length=60)
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
Words = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=400)]
Label = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=26)]

FAMILIES = {
    "misses": "miss",
    "signs": "sign",
    "feelings": "feeling",
    "kinds": "kind",
    "whys": "why",
    "non_misses": "non-miss",
}
"""How a guide names a family (``from = "signs"``) -> the family."""


class Area(Strict):
    """One of the groups of misses."""

    label: Words
    says: Words


class Code(Strict):
    """One entry of the codebook; its id is permanent, its wording is free."""

    id: CodeId
    label: Words
    retired: bool = False
    replaced_by: CodeId | None = None
    none: bool = False
    own_words: bool = False

    @property
    def wording(self) -> str:
        """The words an option shows for this code."""
        return self.label


class Miss(Code):
    """One thing the therapist did, left undone or mistimed."""

    label: Label
    says: Words
    leg: Literal["goals", "tasks", "bond", "none"] = "none"
    mode: Literal["left-undone", "did", "timing"]
    next: str = ""
    repair: str = ""
    source: tuple[str, ...] = ()

    @property
    def wording(self) -> str:
        """The words an option shows for this code."""
        return self.says

    @property
    def area(self) -> str:
        """The area that its id names."""
        return self.id.partition(".")[0]


class NonMiss(Code):
    """An answer to "which miss?" that is none: nothing found, not mine, not on the list."""

    label: Label
    says: Words

    @property
    def wording(self) -> str:
        """The words an option shows for this code."""
        return self.says


class Codebook(Strict):
    """All codes, by family, in the order in which they are shown."""

    schema_: Literal[1] = Field(alias="schema")
    version: int = Field(ge=1)
    areas: dict[Name, Area] = Field(default_factory=dict)
    misses: tuple[Miss, ...] = Field((), alias="miss")
    signs: tuple[Code, ...] = Field((), alias="sign")
    feelings: tuple[Code, ...] = Field((), alias="feeling")
    kinds: tuple[Code, ...] = Field((), alias="kind")
    whys: tuple[Code, ...] = Field((), alias="why")
    non_misses: tuple[NonMiss, ...] = Field((), alias="non_miss")

    def family(self, name: str) -> tuple[Code, ...]:
        """The codes of one family, named as a guide names it; retired ones are left out."""
        codes: tuple[Code, ...] = getattr(self, name)
        return tuple(code for code in codes if not code.retired)

    @cached_property
    def by_id(self) -> Mapping[str, CodeWord]:
        """Every code's wording by its id, retired ones included."""
        return {word.id: word for word in self._words()}

    def _words(self) -> Iterator[CodeWord]:
        for name, family in FAMILIES.items():
            for code in getattr(self, name):
                area = code.area if isinstance(code, Miss) else ""
                yield CodeWord(code.id, family, area, code.label, code.wording, code.own_words)


class ContextField(Strict):
    """One field of the case card, with its vocabulary."""

    id: Name
    label: Words
    help: str = ""
    at_most: int = Field(1, ge=1)
    values: dict[str, Words] = Field(default_factory=dict)
    free: bool = False
    cannot_say: tuple[str, ...] = ()


class Context(Strict):
    """The case's fields, in the order in which they are asked."""

    schema_: Literal[1] = Field(alias="schema")
    fields: tuple[ContextField, ...] = Field(alias="field", min_length=1)

    @cached_property
    def by_id(self) -> Mapping[str, ContextField]:
        """Every field by its id."""
        return {field.id: field for field in self.fields}


@cache
def load_codebook() -> Codebook:
    """Load failnote's own codebook; GuideError names file, line and mend."""
    return parse_codebook(bundled_prompts() / "codebook.toml")


@cache
def load_context() -> Context:
    """Load failnote's own context fields; GuideError names file, line and mend."""
    path = bundled_prompts() / "context.toml"
    text = read_text(path)
    raw = parse(text, str(path))
    try:
        return Context.model_validate(raw)
    except ValidationError as error:
        raise refuse(_problems(error, text, str(path), raw)) from None


def parse_codebook(path: Path) -> Codebook:
    """Read one codebook file; GuideError names file, line and mend."""
    text = read_text(path)
    raw = parse(text, str(path))
    try:
        codebook = Codebook.model_validate(raw)
    except ValidationError as error:
        raise refuse(_problems(error, text, str(path), raw)) from None
    problems = list(_doubtful_codes(codebook, text, str(path)))
    if problems:
        raise refuse(problems)
    return codebook


def _problems(
    error: ValidationError, text: str, name: str, raw: Mapping[str, Any]
) -> Iterator[Problem]:
    for found in error.errors(include_url=False, include_input=False):
        place = [str(part) for part in found["loc"]]
        table, number = (place[0], found["loc"][1]) if len(place) > 1 else ("", None)
        number = number if isinstance(number, int) else None
        key = place[-1]
        line = line_of(text, table or "[^]]+", number, reversed(place))
        entry = raw.get(table, [])
        who = ""
        if number is not None and isinstance(entry, list) and isinstance(entry[number], dict):
            who = f"“{entry[number].get('id', f'no. {number + 1}')}”: "
        message = found["msg"][0].lower() + found["msg"][1:]
        mend = KIND_MENDS.get(found["type"], f"see the line with {key}")
        yield Problem(name, line, f"{who}{key}: {message}", mend)


def _doubtful_codes(codebook: Codebook, text: str, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for family, singular in FAMILIES.items():
        table = singular.replace("-", "_")
        for number, code in enumerate(getattr(codebook, family)):
            line = line_of(text, table, number, ["id"])
            if code.id in seen:
                yield Problem(name, line, f"the code “{code.id}” stands twice", "give one a new id")
            if isinstance(code, Miss) and code.area not in codebook.areas:
                known = ", ".join(codebook.areas)
                what = f"“{code.id}”: there is no area “{code.area}”"
                yield Problem(name, line, what, f"add [areas.{code.area}], or use one of: {known}")
            seen.add(code.id)
