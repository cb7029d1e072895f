"""Pandoc makes of a note what it made of it before, whatever the answers contain."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from failnote.codebook import load_codebook
from failnote.demo import demo_reviews
from failnote.render.agenda import agenda_markdown
from failnote.render.front_matter import front_matter
from failnote.render.note import note
from failnote.render.whole_markdown import review_markdown
from failnote.review import Review
from render.test_note import ATTACK, FRONT, reworded
from samples import CODES, CORE, NAMES, QUICK
from told import TODAY

PANDOC = shutil.which("pandoc")
pytestmark = pytest.mark.skipif(PANDOC is None, reason="pandoc is not installed")

HOSTILE = [
    ATTACK,
    FRONT,
    "$$x^2$$ \\begin{x} \\newpage ^[note] [@cite] :::{.x}\n:::",
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n: caption",
    "a. one\n\ni. two\n\n(3) x\n\n(iv) y\n\nB) z\n\n#. w",
    "Term\n:   definition\n\n(@) one\n\n    code\n\n~~~\nfence",
    "[client]: [person 1](x) [date][date] ![[client]] [^1]: x",
    "Setext\n======\n\nAnother\n-------\n\n---\n...\n***\n___",
    "<!-- <div> &nbsp; &#35; --> `a` ``b",
]


def pandoc(text: str, *options: str) -> bytes:
    assert PANDOC is not None
    command = [PANDOC, "--from", "markdown", *options]
    return subprocess.run(command, input=text.encode(), capture_output=True, check=True).stdout


def tree(text: str) -> list[str]:
    """Headings and kinds of blocks, as pandoc reads them."""
    return [*_kinds(json.loads(pandoc(text, "--to", "json"))["blocks"])]


def _kinds(blocks: list[Any]) -> Iterator[str]:
    for block in blocks:
        if block["t"] == "Header":
            level, _, words = block["c"]
            yield f"{level} {''.join(w.get('c', ' ') for w in words if isinstance(w.get('c', ' '), str))}"
        else:
            yield block["t"]


def everywhere(words: str) -> Review:
    """A review that says these words in every text."""
    review = CORE
    for change in reworded(words).values():
        review = change(review)
    return replace(review, supervision_answer=words)


class Waiting:
    """A question on the agenda."""

    def __init__(self, review: Review) -> None:
        question = review.answer("close.question")
        assert question is not None
        self.number, self.date, self.case = review.number, review.date, review.case
        self.text = question.text


def pages(review: Review) -> Iterator[str]:
    asked = Waiting(review)
    yield front_matter(review) + note(review, CODES, names=NAMES)
    yield note(review, CODES, names=NAMES, brief=True)
    yield review_markdown(review, CODES, NAMES)
    yield agenda_markdown([asked, asked])


@pytest.mark.parametrize("words", HOSTILE, ids=lambda words: words[:12])
def test_row_38_no_answer_changes_the_sections_that_pandoc_sees(words: str) -> None:
    rows = [line for line in words.split("\n") if line.split()]
    plain = "\n\n".join("x" for _ in rows)

    assert tree("\n".join(pages(everywhere(words)))) == tree("\n".join(pages(everywhere(plain))))


@pytest.mark.parametrize("format_", ["docx", "html"])
def test_a_note_becomes_a_document(format_: str, tmp_path: Path) -> None:
    target = tmp_path / f"note.{format_}"

    for review in (CORE, QUICK, everywhere(FRONT)):
        pandoc(
            note(review, CODES, names=NAMES), "--standalone", "-M", "pagetitle=x", "-o", str(target)
        )
        heads = tree_of(target)
        assert "Supervision note" in heads[0]
        assert len(heads) == note(review, CODES, names=NAMES).count("\n## ") + 1


@pytest.mark.parametrize("format_", ["docx", "html"])
def test_every_note_of_the_invented_journal_keeps_its_sections(
    format_: str, tmp_path: Path
) -> None:
    target = tmp_path / f"notes.{format_}"
    words = load_codebook().by_id
    notes = "\n".join(note(review, words, names=NAMES) for review in demo_reviews(TODAY))

    pandoc(notes, "--standalone", "-M", "pagetitle=x", "-o", str(target))

    assert len(tree_of(target)) > 100
    assert tree_of(target) == [each for each in tree(notes) if each[0].isdigit()]


def tree_of(document: Path) -> list[str]:
    """The headings of a document that pandoc wrote, read back by it."""
    assert PANDOC is not None
    command = [PANDOC, str(document), "--to", "json"]
    blocks = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["blocks"]
    flat = [b for block in blocks for b in (block["c"][1] if block["t"] == "Div" else [block])]
    return [each for each in _kinds(flat) if each[0].isdigit()]
