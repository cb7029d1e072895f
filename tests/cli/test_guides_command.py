"""guides: listed, shown, printed for paper, checked."""

from pathlib import Path

import pytest

from program import ROOT, failnote

OWN = """
schema  = 1
id      = "after-a-break"
version = 1
title   = "After a break"
minutes = [1, 2]
intro   = "For work that lost its thread around a holiday."

[[question]]
use = "gate"

[[question]]
id      = "break.spoken"
section = "The break"
type    = "choice"
ask     = "When did the two of you speak about the break?"
options.before = { text = "Beforehand, and again after it", sound = true }
options.never  = { text = "Not at all", code = "boundary.frame-unclear" }
"""

BUNDLED = ["core", "follow-up", "impasse", "quick", "unknowns", "went-well"]


@pytest.fixture
def own(home: Path) -> Path:
    """A guide of the user's own, where failnote looks for it."""
    path = home / "config" / "failnote" / "guides" / "after-a-break.toml"
    path.parent.mkdir(parents=True)
    path.write_text(OWN)
    return path


def test_the_guides_are_listed_with_their_minutes(home: Path) -> None:
    done = failnote("guides")

    assert done.code == 0
    assert [row.split()[0] for row in done.out.splitlines()] == BUNDLED
    assert "10–15 min" in done.out
    assert done.err == f"Your own guides go into {home}/config/failnote/guides\n"


def test_a_guide_of_ones_own_stands_beside_them(own: Path) -> None:
    assert "after-a-break  After a break" in failnote("guides").out
    assert "break.spoken" in failnote("guides", "show", "after-a-break").out
    answers = '"gate.urgent" = "no"\n"break.spoken" = "never"'
    review = ("review", "--guide", "after-a-break", "--answers", "-", "--no-passphrase")
    assert failnote(*review, stdin=answers).code == 0
    assert failnote("list", "--guide", "after-a-break").out != ""
    own.unlink()
    assert "Not at all" in failnote("show", "1").out


def test_a_guide_that_is_broken_does_not_hide_the_others(own: Path) -> None:
    own.write_text(OWN.replace('type    = "choice"', 'type    = "chioce"'))

    done = failnote("guides")

    assert done.code == 0
    assert [row.split()[0] for row in done.out.splitlines()] == BUNDLED
    assert f"failnote guides check {own} says why." in done.err


def test_a_guide_is_shown_with_ids_and_conditions() -> None:
    out = failnote("guides", "show", "core").out

    assert "core.facts · text" in out
    assert "only if" in out


def test_a_guide_is_printed_as_a_worksheet() -> None:
    out = failnote("guides", "print", "quick").out

    assert out.startswith("# Three minutes after\n")
    assert "- [ ] I will only watch" in out


@pytest.mark.parametrize("word", ["show", "print"])
def test_a_guide_that_does_not_exist_is_refused_with_the_nearest(word: str) -> None:
    done = failnote("guides", word, "quik")

    assert (done.code, done.out) == (2, "")
    assert "did you mean “quick”?" in done.err


def test_a_guide_that_is_right_is_called_so() -> None:
    done = failnote("guides", "check", ROOT / "prompts" / "guides" / "core.toml")

    assert done.code == 0
    assert "Nothing is wrong with it." in done.out


def test_everything_wrong_with_a_guide_is_told_with_line_and_mend(own: Path) -> None:
    own.write_text(OWN.replace('"choice"', '"chioce"').replace("version = 1", "version = 0"))

    done = failnote("guides", "check", own)

    assert (done.code, done.out) == (2, "")
    assert f"{own}:4: " in done.err
    assert f"{own}:15: " in done.err
    assert done.err.count("Mend: ") == 2


@pytest.mark.parametrize("file", ["nowhere.toml", "data"])
def test_a_guide_that_is_no_file_is_refused(file: str, home: Path) -> None:
    (home / "data").mkdir()

    done = failnote("guides", "check", file)

    assert (done.code, done.out) == (2, "")
    assert f"{file} cannot be read" in done.err
