"""A text that the journal did not get: offered again at its question, gone once it is kept."""

import signal
from pathlib import Path

import pytest

from failnote.terminal.editor_file import editor_file
from program import failnote, on_terminal
from terminal.pty_screen import ENTER, F2, TAB

DONE = "\x13"
SAVED = "They asked for less.\nI said: of course."


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's editors have their texts."""
    folder = tmp_path / "memory"
    folder.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    return folder


def left(memory: Path) -> list[Path]:
    return [path for path in memory.rglob("*") if path.is_file()]


def leave(text: str, question: str, memory: Path) -> Path:
    """What a killed failnote leaves of an editor at this question."""
    with editor_file(text, question, {"XDG_RUNTIME_DIR": str(memory)}) as file:
        return file.path


@pytest.mark.usefixtures("journal")
def test_row_04_a_text_in_the_editor_outlives_a_killed_failnote_and_is_offered_again(
    memory: Path,
) -> None:
    pen = memory.parent / "pen"
    lines = SAVED.replace("\n", "\\n")
    pen.write_text(f'#!/bin/sh\nprintf "{lines}\\n" > "$1"\necho saved so far\nsleep 30\n')
    pen.chmod(0o755)
    with on_terminal("review", "--guide", "quick", env={"EDITOR": str(pen)}) as screen:
        screen.past_gate().wait("How strongly").send("4\r").wait("in one line").send(TAB)
        screen.wait("as a camera").send("They").wait("They").send(F2).wait("may keep copies")
        screen.send(F2).wait("saved so far")
        screen.kill(signal.SIGKILL)
        screen.join()
    (path,) = left(memory)
    named = failnote("journal", "status").out

    with on_terminal("review") as screen:
        screen.past_gate().wait("There is a review that you paused").send(ENTER)
        screen.wait("was left unsaved").wait("Put it in place of “They”").send(ENTER)
        screen.gone("was left unsaved").wait("I said: of course.").wait("Ctrl-S")
        screen.send(DONE).gone("Ctrl-S")
        assert left(memory) == []
        screen.skip_to_the_end()

    assert f"{path}  (a text that an editor had open" in named
    assert "I said: of course." in failnote("show", "4").out


PLAIN_REVIEW = "1\n4\n.s\n"
"""The gate, how it pulls, and past the line for what is there."""


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("choice", "stays", "shown"),
    [("1\n.\n", False, True), ("2\n.s\n", True, False), ("3\n.s\n", False, False)],
    ids=["taken", "left", "thrown away"],
)
def test_what_an_editor_left_is_taken_left_or_thrown_away(
    choice: str, stays: bool, shown: bool, memory: Path
) -> None:
    leave(SAVED, "quick.moment", memory)

    done = failnote("review", "--guide", "quick", "--plain", stdin=PLAIN_REVIEW + choice + ".q\n")

    assert "was left unsaved" in done.err
    assert bool(left(memory)) is stays
    assert ("I said: of course." in failnote("show", "4").out) is shown


@pytest.mark.usefixtures("journal")
def test_a_text_that_stands_there_already_is_not_offered_and_its_file_goes(memory: Path) -> None:
    leave("It was August.", "add.insight", memory)
    failnote("add", "2", "--plain", stdin="2\nIt was August.\n.q\n")

    done = failnote("add", "2", "--plain", stdin=".q\n")

    assert "was left unsaved" not in done.err
    assert left(memory) == []


@pytest.mark.usefixtures("journal")
def test_what_an_editor_left_is_offered_to_an_insight_and_to_an_edit(memory: Path) -> None:
    leave("It was August.", "add.insight", memory)
    leave("A stone.", "quick.inner", memory)

    added = failnote("add", "2", "--plain", stdin="1\n.\n")
    edited = failnote("edit", "2", "--plain", stdin="3\n1\n\n1\n")

    assert "Added to review 2." in added.err
    assert "Review 2 is changed" in edited.err
    assert left(memory) == []
    shown = failnote("show", "2").out
    assert "It was August." in shown
    assert "A stone." in shown
