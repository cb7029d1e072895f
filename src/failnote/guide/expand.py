"""Expand: the questions of a guide with blocks, families and codes written out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from failnote.codebook import FAMILIES, Codebook, Context
from failnote.guide.explain import TYPES, Origin
from failnote.promptfile import Problem, bundled_prompts, nearest, parse, read_text

BLOCK_KEYS = ("use", "skip", "set")
OPTIONLESS = [type_ for type_ in TYPES if type_ not in ("choice", "choices")]


@dataclass
class Expansion:
    """Questions written out, where each came from, and what was wrong on the way."""

    codebook: Codebook
    context: Context
    questions: list[dict[str, Any]] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    section: str = ""
    blocks: set[str] = field(default_factory=set)

    def take(self, tables: Iterable[Mapping[str, Any]], text: str, file: str) -> None:
        """Write out the ``[[question]]`` tables of a guide."""
        for number, table in enumerate(tables):
            if "use" in table:
                self._use(table, Origin(file, text, number, f"block “{table['use']}”"))
            else:
                name = f"“{table['id']}”" if "id" in table else f"no. {number + 1}"
                self._add(table, Origin(file, text, number, f"question {name}"))

    @property
    def wordings(self) -> dict[str, Any]:
        """The wording of every code that the options carry."""
        found: dict[str, Any] = {}
        for question in self.questions:
            for option in question["options"].values() if _has_options(question) else ():
                word = self.codebook.by_id.get(_code(option))
                if word is not None:
                    found[word.id] = {
                        "family": word.family,
                        "area": word.area,
                        "label": word.label,
                        "says": word.says,
                        "own_words": word.own_words,
                    }
        return found

    def _complain(self, origin: Origin, key: str, what: str, mend: str, word: str = "") -> None:
        self.problems.append(origin.problem([key], what, mend, word=word))

    def _add(self, table: Mapping[str, Any], origin: Origin) -> None:
        question = {"section": self.section, **table}
        if isinstance(question["section"], str):
            self.section = question["section"]
        self.questions.append(question)
        self.origins.append(origin)
        borrowed = self._borrowed(question, origin)
        own = question.get("options", {})
        if not isinstance(own, dict):
            return  # told by the model
        worded = {
            key: self._worded({"text": option} if isinstance(option, str) else option, key, origin)
            for key, option in own.items()
        }
        if borrowed or worded:
            question["options"] = {**borrowed, **worded}

    def _borrowed(self, question: dict[str, Any], origin: Origin) -> dict[str, Any]:
        """The options from an area, from codes and from a family or vocabulary, in this order."""
        source = question.get("from")
        taken = {
            key: question.pop(key)
            for key in ("from_area", "codes", "from")
            if key in question and (key, source) != ("from", "misses")
        }
        if (taken or source) and question.get("type") in OPTIONLESS:
            key = next(iter(taken), "from")
            question.pop("from", None)
            mend = 'write  type = "choices"  or  type = "choice"'
            self._complain(
                origin, key, f"only a choice takes options, and “{key}” brings some", mend
            )
            return {}
        options: dict[str, Any] = {}
        for key, value in taken.items():
            options |= getattr(self, f"_{key}")(value, origin)
        return options

    def _from_area(self, area: object, origin: Origin) -> dict[str, Any]:
        if area not in list(self.codebook.areas):
            known = ", ".join(self.codebook.areas)
            mend = nearest(str(area), self.codebook.areas, f"the areas are: {known}")
            self._complain(origin, "from_area", f"there is no area “{area}”", mend)
        misses = self.codebook.misses
        return {
            miss.id: {"code": miss.id, "text": miss.says}
            for miss in misses
            if miss.area == area and not miss.retired
        }

    def _codes(self, codes: object, origin: Origin) -> dict[str, Any]:
        if not isinstance(codes, list):
            what, mend = "“codes” must be a list", 'write  codes = ["one.code", "another.code"]'
            self._complain(origin, "codes", what, mend)
            return {}
        return {str(code): self._worded({"code": code}, "", origin) for code in codes}

    def _from(self, source: object, origin: Origin) -> dict[str, Any]:
        if source in list(FAMILIES):
            return {
                code.id: {"code": code.id, "text": code.wording, "none": code.none}
                for code in self.codebook.family(str(source))
            }
        vocabulary = self.context.by_id.get(str(source))
        if vocabulary is None or not vocabulary.values:
            known = [*FAMILIES, *(field.id for field in self.context.fields if field.values)]
            mend = nearest(str(source), known, f"from can be: {', '.join(known)}")
            what = f"there is no family or vocabulary “{source}”"
            self._complain(origin, "from", what, mend)
            return {}
        return {
            key: {"text": words, "cannot_say": key in vocabulary.cannot_say}
            for key, words in vocabulary.values.items()
        }

    def _worded(self, option: Any, key: str, origin: Origin) -> Any:
        """The option with its code's wording; ``key`` is empty for one of a list of codes."""
        if not isinstance(option, dict) or "code" not in option:
            return option
        code = str(option["code"])
        if code in self.codebook.by_id:
            return {"text": self.codebook.by_id[code].says, **option}
        mend = nearest(code, self.codebook.by_id, "take it away; see prompts/codebook.toml")
        places = [f"options.{key}", key, "options"] if key else ["codes"]
        what = f"there is no code “{code}”"
        self.problems.append(origin.problem(places, what, mend, word=code))
        return {"text": code, **{name: option[name] for name in option if name != "code"}}

    def _use(self, table: Mapping[str, Any], origin: Origin) -> None:
        for key in table:
            if key not in BLOCK_KEYS:
                what = f"“{key}” cannot stand beside use"
                self._complain(origin, key, what, "only skip and set can; take the line away")
        name, left_out, changes = str(table["use"]), table.get("skip", []), table.get("set", {})
        known = bundled_blocks()
        if name not in known:
            mend = nearest(name, known, f"the blocks are: {', '.join(known)}")
            self._complain(origin, "use", f"there is no block “{name}”", mend)
        elif name in self.blocks:
            what = f"the block “{name}” has been used above"
            self._complain(origin, "use", what, "take these lines away")
        elif not isinstance(left_out, list):
            what, mend = "“skip” must be a list", f'write  skip = ["{name}.…"]'
            self._complain(origin, "skip", what, mend)
        elif not _is_table_of_tables(changes):
            what, mend = "“set” names a question and a key", f'write  set."{name}.…".ask = "words"'
            self._complain(origin, "set", what, mend)
        else:
            self.blocks.add(name)
            self._take_block(known[name], left_out, changes, origin)

    def _take_block(
        self, path: Path, left_out: list[Any], changes: Mapping[str, Any], origin: Origin
    ) -> None:
        questions, text = _block(path)
        inside = [str(question.get("id")) for question in questions]
        for key, wanted in (("skip", left_out), ("set", changes)):
            for id_ in wanted:
                if id_ not in inside:
                    mend = nearest(str(id_), inside, f"its questions are: {', '.join(inside)}")
                    self._complain(
                        origin, key, f"the block has no question “{id_}”", mend, str(id_)
                    )
        for number, (id_, question) in enumerate(zip(inside, questions, strict=True)):
            if id_ not in left_out:
                change = changes.get(id_, {})
                name, changed = f"question “{id_}”", frozenset(change)
                place = Origin(str(path), text, number, name, id_, origin, changed)
                self._add({**question, **change}, place)


def _is_table_of_tables(value: object) -> bool:
    return isinstance(value, dict) and all(isinstance(part, dict) for part in value.values())


def _has_options(question: Mapping[str, Any]) -> bool:
    return isinstance(question.get("options"), dict)


def _code(option: object) -> str:
    return str(option.get("code", "")) if isinstance(option, dict) else ""


@cache
def _block(path: Path) -> tuple[list[dict[str, Any]], str]:
    text = read_text(path)
    return parse(text, str(path)).get("question", []), text


def bundled_blocks() -> dict[str, Path]:
    """The shared blocks: id -> file."""
    return {path.stem: path for path in sorted((bundled_prompts() / "blocks").glob("*.toml"))}
