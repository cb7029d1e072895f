"""Load: a guide file read, its blocks and codes written out, every problem told at once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from failnote.codebook import FAMILIES, Codebook, Context, load_codebook, load_context
from failnote.errors import GuideError
from failnote.guide.check import reference_problems
from failnote.guide.explain import Origin, explain
from failnote.guide.model import Guide
from failnote.promptfile import Problem, bundled_prompts, nearest, parse, read_text, refuse

BLOCK_KEYS = ("use", "skip", "set")


@dataclass
class _Expansion:
    """The questions of a guide with blocks and options written out, and where each came from."""

    codebook: Codebook
    context: Context
    questions: list[dict[str, Any]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    section: str = ""

    def add(self, question: Mapping[str, Any], origin: Origin) -> None:
        expanded = dict(question)
        self.section = expanded.setdefault("section", self.section)
        self.questions.append(expanded)
        self.origins.append(origin)
        try:
            self._write_options(expanded)
        except _OptionsError as error:
            self.problems.append(origin.problem(error.key, error.what, error.mend))

    def _write_options(self, question: dict[str, Any]) -> None:
        taken = {key: question.pop(key) for key in ("from_area", "codes") if key in question}
        source = question.get("from")
        borrowed = taken or source is not None
        if borrowed and question.get("type") not in ("choice", "choices"):
            what = "only a choice or choices question takes options from elsewhere"
            raise _OptionsError(what, 'write  type = "choices"', key=next(iter(taken), "from"))
        options: dict[str, Any] = {}
        if "from_area" in taken:
            options |= self._area(taken["from_area"])
        for code in taken.get("codes", ()):
            options[str(code)] = {"code": code}
        if source is not None and source != "misses":
            options |= self._source(question.pop("from"))
        own = question.get("options", {})
        if not isinstance(own, dict):
            what, mend = "the options are not a table", 'write  options.id = "words"'
            raise _OptionsError(what, mend, key="options")
        for key, option in own.items():
            options[key] = {"text": option} if isinstance(option, str) else option
        if options:
            question["options"] = {key: self._worded(option) for key, option in options.items()}

    def _area(self, area: object) -> dict[str, Any]:
        if area not in self.codebook.areas:
            known = ", ".join(self.codebook.areas)
            mend = nearest(str(area), self.codebook.areas, f"the areas are: {known}")
            what = f"there is no area “{area}”"
            raise _OptionsError(what, mend, key="from_area")
        misses = self.codebook.misses
        return {m.id: {"code": m.id} for m in misses if m.area == area and not m.retired}

    def _source(self, source: object) -> dict[str, Any]:
        if source in FAMILIES:
            return {
                code.id: {"code": code.id, "none": code.none}
                for code in self.codebook.family(str(source))
            }
        vocabulary = self.context.by_id.get(str(source))
        if vocabulary is None or not vocabulary.values:
            known = ["misses", *FAMILIES, *(f.id for f in self.context.fields if f.values)]
            mend = nearest(str(source), known, f"from can be: {', '.join(known)}")
            what = f"there is no family or vocabulary “{source}”"
            raise _OptionsError(what, mend, key="from")
        return {
            key: {"text": words, "cannot_say": key in vocabulary.cannot_say}
            for key, words in vocabulary.values.items()
        }

    def _worded(self, option: object) -> object:
        if not isinstance(option, dict) or "code" not in option:
            return option
        code = self.codebook.by_id.get(str(option["code"]))
        if code is None:
            mend = nearest(str(option["code"]), self.codebook.by_id, "see prompts/codebook.toml")
            what = f"there is no code “{option['code']}”"
            raise _OptionsError(what, mend, key="code")
        return {"text": code.says, **option}


class _OptionsError(ValueError):
    """Options that are to come from elsewhere cannot; ``key`` is the line at fault."""

    def __init__(self, what: str, mend: str, *, key: str) -> None:
        super().__init__(what)
        self.key, self.what, self.mend = key, what, mend


def load_guide(path: Path, *, known_guides: Iterable[str] = ()) -> Guide:
    """Read and check one guide file.

    Args:
        path: the file.
        known_guides: ids that a ``goto`` may name besides failnote's own guides.

    Raises:
        GuideError: the message lists every problem with file, line and mend.
    """
    return guide_from_text(read_text(path), str(path), known_guides=known_guides)


def guide_from_text(text: str, name: str, *, known_guides: Iterable[str] = ()) -> Guide:
    """Like :func:`load_guide`, for the text of a file called ``name``."""
    raw = parse(text, name)
    expansion = _Expansion(load_codebook(), load_context())
    for number, question in enumerate(_question_tables(raw, text, name)):
        origin = Origin(name, text, "question", number, str(question.get("id", "")))
        if "use" in question:
            _use_block(question, origin, expansion)
        else:
            expansion.add(question, origin)
    head = {key: value for key, value in raw.items() if key != "question"}
    codes = _wordings(expansion)
    try:
        guide = Guide.model_validate({**head, "codes": codes, "question": expansion.questions})
    except ValidationError as error:
        found = explain(error, expansion.origins, Origin(name, text, "question", None, ""))
        raise refuse([*expansion.problems, *found]) from None
    problems = [*expansion.problems]
    known = {*bundled_guides(), *known_guides, guide.id}
    for bad in reference_problems(guide, load_context(), known):
        at = next(i for i, q in enumerate(guide.questions) if q is bad.where)
        problems.append(expansion.origins[at].problem(bad.key, bad.what, bad.mend))
    if problems:
        raise refuse(problems)
    return guide


def _question_tables(raw: Mapping[str, Any], text: str, name: str) -> Iterator[dict[str, Any]]:
    tables = raw.get("question")
    if isinstance(tables, list) and tables and all(isinstance(table, dict) for table in tables):
        yield from tables
        return
    mend = "begin each question with a line  [[question]]  (two brackets on each side)"
    at = next((n for n, row in enumerate(text.splitlines(), 1) if "question" in row.lower()), 1)
    raise refuse([Problem(name, at, "no question was found", mend)])


def _use_block(directive: Mapping[str, Any], origin: Origin, expansion: _Expansion) -> None:
    def complain(key: str, what: str, mend: str) -> None:
        expansion.problems.append(origin.problem(key, what, mend))

    for key in directive.keys() - set(BLOCK_KEYS):
        complain(key, f"“{key}” cannot stand beside use", "only skip and set may")
    try:
        block = _block(str(directive["use"]))
    except KeyError:
        known = bundled_blocks()
        mend = nearest(str(directive["use"]), known, f"the blocks are: {', '.join(known)}")
        complain("use", f"there is no block “{directive['use']}”", mend)
        return
    questions, text, name = block
    changes, left_out = directive.get("set", {}), directive.get("skip", [])
    inside = [str(question.get("id")) for question in questions]
    for key, wanted in (("skip", left_out), ("set", changes)):
        for id_ in wanted:
            if id_ not in inside:
                mend = nearest(str(id_), inside, f"its questions are: {', '.join(inside)}")
                complain(key, f"the block has no question “{id_}”", mend)
    for number, question in enumerate(questions):
        id_ = inside[number]
        if id_ not in left_out:
            expansion.add(
                {**question, **changes.get(id_, {})}, Origin(name, text, "question", number, id_)
            )


@cache
def _block(id_: str) -> tuple[list[dict[str, Any]], str, str]:
    path = bundled_blocks()[id_]
    text = read_text(path)
    return parse(text, str(path)).get("question", []), text, str(path)


def _wordings(expansion: _Expansion) -> dict[str, Any]:
    """The wording of every code that the options carry."""
    known = expansion.codebook.by_id
    found: dict[str, Any] = {}
    for question in expansion.questions:
        options = question.get("options", {})
        for option in options.values() if isinstance(options, dict) else ():
            code = option.get("code") if isinstance(option, dict) else None
            if isinstance(code, str) and code in known:
                word = known[code]
                found[code] = {
                    "family": word.family,
                    "area": word.area,
                    "label": word.label,
                    "says": word.says,
                    "own_words": word.own_words,
                }
    return found


def bundled_guides() -> dict[str, Path]:
    """Failnote's own guides: id -> file."""
    return _files("guides")


def bundled_blocks() -> dict[str, Path]:
    """The shared blocks: id -> file."""
    return _files("blocks")


def _files(folder: str) -> dict[str, Path]:
    return {path.stem: path for path in sorted((bundled_prompts() / folder).glob("*.toml"))}


def own_guides(folder: Path | None) -> dict[str, Path]:
    """The user's guides: id -> file; a name of failnote's own is never replaced."""
    if folder is None or not folder.is_dir():
        return {}
    found = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    return {name: path for name, path in found.items() if name not in bundled_guides()}


def find_guide(name: str, own_folder: Path | None = None) -> Guide:
    """Load the guide of this name; GuideError with a suggestion when there is none."""
    known = {**own_guides(own_folder), **bundled_guides()}
    if name not in known:
        mend = nearest(name, known, f"the guides are: {', '.join(sorted(known))}")
        message = f"There is no guide “{name}”: {mend}"
        raise GuideError(message)
    guide = load_guide(known[name], known_guides=known)
    if guide.id != name:
        message = f"{known[name]}: the file is called {name}, but its id is “{guide.id}”."
        raise GuideError(message)
    return guide
