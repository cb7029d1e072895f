"""Load: a guide file read and checked, every problem in it told at once."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from failnote.codebook import Codebook, load_codebook, load_context, with_own_codes
from failnote.errors import GuideError
from failnote.guide.check import Doubt, doubts_about, doubts_about_head
from failnote.guide.expand import Expansion
from failnote.guide.explain import Origin, explain
from failnote.guide.model import Guide
from failnote.promptfile import (
    Problem,
    bundled_prompts,
    head_line,
    nearest,
    parse,
    read_text,
    refuse,
)


def load_guide(
    path: Path, *, known_guides: Iterable[str] = (), codebook: Codebook | None = None
) -> Guide:
    """Read and check one guide file.

    Args:
        path: the file.
        known_guides: ids that a ``goto`` may name besides failnote's own guides.
        codebook: the codes that it may name; failnote's own without it.

    Raises:
        GuideError: the message lists every problem with file, line and mend.
    """
    text = read_text(path)
    return guide_from_text(text, str(path), known_guides=known_guides, codebook=codebook)


def guide_from_text(
    text: str, name: str, *, known_guides: Iterable[str] = (), codebook: Codebook | None = None
) -> Guide:
    """Like :func:`load_guide`, for the text of a file called ``name``."""
    raw = parse(text, name)
    context = load_context()
    expansion = Expansion(codebook or load_codebook(), context)
    expansion.take(_question_tables(raw, text, name), text, name)
    problems = expansion.problems
    if "codes" in raw:  # the model's place for the wordings
        what, mend = "head of the guide: “codes” is not known here", "move it into a question"
        problems.append(Problem(name, head_line(text, "codes"), what, mend))
    parts = {"codes": expansion.wordings, "question": expansion.questions}
    try:
        guide = Guide.model_validate({**raw, **parts})
    except ValidationError as error:
        problems += explain(error, expansion.origins, text, name)
    if problems:  # what refers to a broken question can be checked when that is mended
        raise refuse(sorted(problems, key=lambda problem: (problem.file != name, problem.line)))
    known = {*bundled_guides(), *known_guides, guide.id}
    problems = [
        _told(doubt, expansion.origins[number])
        for number, doubt in doubts_about(guide, context, known)
    ]
    problems += [
        Problem(
            name, head_line(text, doubt.keys[0]), f"head of the guide: {doubt.what}", doubt.mend
        )
        for doubt in doubts_about_head(guide, context)
    ]
    if not any(question.kept for question in guide.questions):
        what, mend = "no question whose answer is kept", "add a question of your own"
        problems.append(Problem(name, head_line(text, "question"), what, mend))
    if problems:
        raise refuse(problems)
    return guide


def _told(doubt: Doubt, origin: Origin) -> Problem:
    mend = doubt.mend
    if origin.used is not None and doubt.keys[0] == "ask_if" and "ask_if" not in origin.changed:
        mend = f'leave it out:  skip = ["{origin.id}"]   or set."{origin.id}".ask_if = "…"'
    return origin.problem(doubt.keys, doubt.what, mend, word=doubt.word, in_use=True)


def _question_tables(raw: Mapping[str, Any], text: str, name: str) -> Iterator[dict[str, Any]]:
    tables = raw.get("question")
    if isinstance(tables, list) and tables and all(isinstance(table, dict) for table in tables):
        yield from tables
        return
    mend = "begin each question with a line  [[question]]  (two brackets on each side)"
    line = max(head_line(text, key) for key in ("question", "questions", "Question"))
    raise refuse([Problem(name, line, "no question was found", mend)])


def bundled_guides() -> dict[str, Path]:
    """Failnote's own guides: id -> file."""
    return {path.stem: path for path in sorted((bundled_prompts() / "guides").glob("*.toml"))}


def own_guides(folder: Path | None) -> dict[str, Path]:
    """The user's guides: id -> file; a name of failnote's own is never replaced."""
    if folder is None or not folder.is_dir():
        return {}
    found = {path.stem: path for path in sorted(folder.glob("*.toml"))}
    return {name: path for name, path in found.items() if name not in bundled_guides()}


def own_codes(guides_folder: Path) -> Path:
    """The file of the user's own codes, beside the folder of the guides."""
    return guides_folder.with_name("codes.toml")


def find_guide(name: str, own_folder: Path | None = None) -> Guide:
    """Load the guide of this name; GuideError with a suggestion when there is none."""
    known = {**own_guides(own_folder), **bundled_guides()}
    if name not in known:
        mend = nearest(name, known, f"the guides are: {', '.join(sorted(known))}")
        message = f"There is no guide “{name}”: {mend}"
        raise GuideError(message)
    codebook = None
    if own_folder is not None and name not in bundled_guides():
        codebook = with_own_codes(own_codes(own_folder))
    guide = load_guide(known[name], known_guides=known, codebook=codebook)
    if guide.id != name:
        message = f"{known[name]}: the file is called {name}, but its id is “{guide.id}”; give both one name."
        raise GuideError(message)
    return guide
