"""A kept page comes without Typer, and nobody can tell the difference."""

import subprocess
import sys
from pathlib import Path

import pytest

from failnote.cli import INTERRUPTED, at_once
from program import PASSPHRASE, failnote

DAY = ("--today", "2026-07-01")
PROGRAM = """
import sys
from failnote.cli import run
code = run()
print(int("typer" in sys.modules), file=sys.stderr)
sys.exit(code)
"""


def asked(*arguments: str | Path) -> tuple[str, bool]:
    """What a process of its own shows, and whether it imported Typer."""
    command = [sys.executable, "-c", PROGRAM, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout, done.stderr.strip() == "1"


@pytest.mark.parametrize(
    "words",
    [
        "patterns --journal {} --today 2026-07-01",
        "--today 2026-07-01 --journal={} patterns --plain",
        "patterns --by setup --journal {} --color=never --today=2026-07-01",
    ],
    ids=["behind", "before", "with options of its own"],
)
def test_a_page_asked_for_again_is_the_same_and_needs_no_typer(words: str, journal: Path) -> None:
    question = words.format(journal).split()
    drawn, _ = asked(*question)
    kept, imported = asked(*question)

    assert drawn == kept
    assert not imported


def test_options_for_every_command_may_move_and_the_page_is_still_known(journal: Path) -> None:
    asked("patterns", "--all", "--journal", journal, *DAY)

    _, imported = asked(*DAY, "--color", "never", "patterns", "--journal", journal, "--all")

    assert not imported


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (("--color", "pink"), 2),
        (("--today", "yesterday"), 2),
        (("--frobnicate",), 2),
        (("--journal",), 2),
        (("--journal", "nowhere.db"), 1),
    ],
    ids=lambda wrong: " ".join(wrong) if isinstance(wrong, tuple) else None,
)
def test_what_is_wrong_is_said_though_a_page_is_kept(
    wrong: tuple[str, ...], code: int, journal: Path
) -> None:
    failnote("patterns", *DAY)

    done = failnote("patterns", *DAY, *wrong)

    assert done.code == code
    assert done.err.strip()
    assert not done.out


@pytest.mark.parametrize(
    "words", [["patterns", "--help"], ["list", "patterns"], ["--", "patterns"]]
)
def test_other_words_are_left_to_typer(words: list[str], journal: Path) -> None:
    failnote("patterns", *DAY)

    assert not at_once.shown_at_once([*words, *DAY])


def test_an_encrypted_journal_is_asked_for_its_secret_once(locked: Path, home: Path) -> None:
    asking = home / "asking"
    asking.write_text(f"#!/bin/sh\necho once >> {home}/asked\necho '{PASSPHRASE}'\n")
    asking.chmod(0o700)
    question = ("patterns", *DAY, "--journal", locked, "--passphrase-command", asking)
    drawn, kept = failnote(*question), failnote(*question)

    assert (drawn.code, kept.code) == (0, 0)
    assert drawn.out == kept.out
    assert (home / "asked").read_text() == "once\n" * 2


def test_an_interrupt_before_the_command_begins_is_one_word(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(at_once, "_found", interrupted)

    done = failnote("patterns", *DAY)

    assert (done.code, done.out, done.err) == (INTERRUPTED, "", "Interrupted.\n")
