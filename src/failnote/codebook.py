"""Codebook: areas, codes and context vocabularies, loaded and checked."""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property, partial
from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar

from pydantic import AfterValidator, Field, StringConstraints, ValidationError

from failnote.promptfile import (
    Problem,
    bundled_prompts,
    head_line,
    in_words,
    line_of,
    nearest,
    parse,
    read_text,
    refuse,
)
from failnote.review import CodeWord
from failnote.strict import Strict, visible

CodeId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$", max_length=60)
]
Name = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*$", max_length=40)]
Words = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=400),
    AfterValidator(visible),
]
Label = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=26),
    AfterValidator(visible),
]

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
    misses: tuple[Miss, ...] = Field(default=(), alias="miss")
    signs: tuple[Code, ...] = Field(default=(), alias="sign")
    feelings: tuple[Code, ...] = Field(default=(), alias="feeling")
    kinds: tuple[Code, ...] = Field(default=(), alias="kind")
    whys: tuple[Code, ...] = Field(default=(), alias="why")
    non_misses: tuple[NonMiss, ...] = Field(default=(), alias="non_miss")

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
    at_most: int = Field(default=1, ge=1)
    values: dict[str, Words] = Field(default_factory=dict)
    free: bool = False
    cannot_say: tuple[str, ...] = ()
    card: bool = False
    """Asked for after a review."""
    usual: bool = False
    """Mostly the same from case to case: the latest review's value is offered."""


class Context(Strict):
    """The case's fields, in the order in which they are asked."""

    schema_: Literal[1] = Field(alias="schema")
    fields: tuple[ContextField, ...] = Field(alias="field")

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
    return parse_context(bundled_prompts() / "context.toml")


def parse_codebook(path: Path) -> Codebook:
    """Read one codebook file; GuideError names file, line and mend."""
    codebook, text = _checked(path, Codebook)
    if problems := list(_doubtful_codes(codebook, text, str(path))):
        raise refuse(problems)
    return codebook


def with_own_codes(path: Path) -> Codebook:
    """Give failnote's codebook with the areas and misses of the user's own file, if it is there.

    It may add, never redefine: GuideError names file, line and mend.
    """
    book = load_codebook()
    if not path.is_file():
        return book
    own, text = _checked(path, Codebook)
    if problems := [*_doubtful_codes(own, text, str(path)), *_redefined(own, book, text, path)]:
        raise refuse(problems)
    return book.changed(areas={**book.areas, **own.areas}, misses=(*book.misses, *own.misses))


def _redefined(own: Codebook, book: Codebook, text: str, path: Path) -> Iterator[Problem]:
    for name in own.areas:
        if name in book.areas:
            what = f"“{name}” is an area of failnote's"
            line = line_of(text, f"areas.{name}", 0)
            yield Problem(str(path), line, what, "give yours another name, and its codes with it")
    for family, singular in FAMILIES.items():
        if family != "misses" and (codes := getattr(own, family)):
            what = f"“{codes[0].id}” is no miss, and only misses can be added"
            table = singular.replace("-", "_")
            yield Problem(str(path), line_of(text, table, 0, ["id"]), what, "take it away")


def parse_context(path: Path) -> Context:
    """Read one file of context fields; GuideError names file, line and mend."""
    context, text = _checked(path, Context)
    if problems := list(_doubtful_fields(context, text, str(path))):
        raise refuse(problems)
    return context


File = TypeVar("File", bound=Strict)


def _checked(path: Path, model: type[File]) -> tuple[File, str]:
    text = read_text(path)
    raw = parse(text, str(path))
    try:
        return model.model_validate(raw), text
    except ValidationError as error:
        raise refuse(_problems(error, text, str(path), raw)) from None


def _problems(
    error: ValidationError, text: str, name: str, raw: Mapping[str, Any]
) -> Iterator[Problem]:
    for found in error.errors(include_url=False, include_input=False):
        place = [part for part in found["loc"] if part != "[key]"]
        keys = [str(part) for part in place[2:]]
        who, line = "", head_line(text, str(place[0]))
        match place:
            case [str(table), int(number), *_]:
                entry = raw[table][number]
                known = isinstance(entry, dict) and "id" in entry
                who = f"“{entry['id']}”: " if known else f"{table} no. {number + 1}: "
                line = line_of(text, table, number, keys)
            case [str(table), str(part), *_]:
                who = f"“{part}”: "
                line = line_of(text, f"{table}.{part}", 0, keys)
        what, mend = in_words(found, str(place[-1]))
        yield Problem(name, line, f"{who}{what}", mend)


def _doubtful_codes(codebook: Codebook, text: str, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for family, singular in FAMILIES.items():
        for number, code in enumerate(getattr(codebook, family)):
            line = partial(line_of, text, singular.replace("-", "_"), number)
            if code.id in seen:
                what = f"the code “{code.id}” stands twice"
                yield Problem(name, line(["id"]), what, "give one of the two a new id")
            if isinstance(code, Miss) and code.area not in codebook.areas:
                what = f"“{code.id}”: there is no area “{code.area}”"
                mend = f"add [areas.{code.area}], or use one of: {', '.join(codebook.areas)}"
                yield Problem(name, line(["id"]), what, mend)
            if code.replaced_by is not None and code.replaced_by not in codebook.by_id:
                what = f"“{code.id}”: there is no code “{code.replaced_by}” to replace it"
                mend = nearest(code.replaced_by, codebook.by_id, "name a code of this file")
                yield Problem(name, line(["replaced_by"]), what, mend)
            seen.add(code.id)


def _doubtful_fields(context: Context, text: str, name: str) -> Iterator[Problem]:
    seen: set[str] = set()
    for number, field in enumerate(context.fields):
        line = partial(line_of, text, "field", number)
        if field.id in seen:
            what = f"the field “{field.id}” stands twice"
            yield Problem(name, line(["id"]), what, "give one of the two a new id")
        if strange := [value for value in field.cannot_say if value not in field.values]:
            what = f"“{field.id}”: cannot_say names “{strange[0]}”, which is no value of it"
            mend = nearest(strange[0], field.values, "name one of its values")
            yield Problem(name, line(["cannot_say"]), what, mend)
        seen.add(field.id)
