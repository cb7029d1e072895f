"""In a real terminal with a shell: job control, the editor, a closed window."""

import os
import shlex
import shutil
import subprocess
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.pty_screen import ASKING, SRC, asking

pytestmark = pytest.mark.skipif(not shutil.which("tmux"), reason="tmux is not installed")


class Tmux:
    """A window of 80 by 24 with a shell in it."""

    def __init__(self) -> None:
        self.socket = f"failnote-{uuid.uuid4().hex[:8]}"
        self.env = {
            **{key: value for key, value in os.environ.items() if not key.startswith("TMUX")},
            "LC_ALL": "C.UTF-8",
            "ENV": "",
            "PYTHONPATH": f"{SRC}:{ASKING.parents[1]}",
        }
        self("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "24", "sh")
        self("set", "-g", "escape-time", "20")  # tmux holds a lone Esc for half a second otherwise
        self.type("PS1='re''ady> '").keys("Enter").wait("ready>")

    def __call__(self, *arguments: str) -> str:
        return subprocess.run(
            ["tmux", "-L", self.socket, *arguments],
            env=self.env,
            check=True,
            capture_output=True,
            text=True,
        ).stdout

    def keys(self, *names: str) -> "Tmux":
        self("send-keys", *names)
        return self

    def type(self, text: str) -> "Tmux":
        self("send-keys", "-l", text)
        return self

    def start(self, argv: list[str]) -> "Tmux":
        return self.type(shlex.join(argv)).keys("Enter")

    def wait(self, text: str, timeout: float = 15) -> "Tmux":
        end = time.monotonic() + timeout
        while text not in (seen := self("capture-pane", "-p")):
            assert time.monotonic() < end, f"{text!r} is not on the screen:\n{seen}"
            time.sleep(0.03)
        return self

    def close(self) -> None:
        subprocess.run(
            ["tmux", "-L", self.socket, "kill-server"],
            env=self.env,
            capture_output=True,
            check=False,
        )


@pytest.fixture
def tmux() -> Iterator[Tmux]:
    window = Tmux()
    yield window
    window.close()


def test_ctrl_z_gives_the_shell_back_and_fg_the_question(tmux: Tmux, tmp_path: Path) -> None:
    tmux.start(asking(tmp_path, "long")).wait("Ctrl-C pause").type("half").wait("│ half")

    tmux.keys("C-z").wait("Stopped").type("echo a shell").keys("Enter").wait("a shell")
    tmux.type("fg").keys("Enter").wait("│ half").type(" a word").wait("half a word").keys("C-s")

    tmux.wait("All asked")
    assert (tmp_path / "long.answer").read_text() == repr("half a word")


def test_the_editor_gets_the_terminal_and_gives_it_back(tmux: Tmux, tmp_path: Path) -> None:
    pen = tmp_path / "pen"
    pen.write_text('#!/bin/sh\nprintf "Say it: "; read words; echo "$words" >> "$1"\n')
    pen.chmod(0o755)

    tmux.start(["env", f"EDITOR={pen}", *asking(tmp_path, "long")]).wait("Ctrl-C pause")
    tmux.type("typed").wait("│ typed").keys("F2").wait("may keep copies").keys("F2")
    tmux.wait("Say it:").type("edited").keys("Enter").wait("│ edited").keys("C-s")

    tmux.wait("All asked")
    assert (tmp_path / "long.answer").read_text() == repr("typed\nedited")


def test_a2_a_closed_window_keeps_what_was_typed(tmux: Tmux, tmp_path: Path) -> None:
    tmux.start(asking(tmp_path, "line", "long")).wait("Which thought").type("first").keys("Enter")
    tmux.wait("as a camera").type("half a sent").wait("half a sent")

    tmux.close()

    assert (tmp_path / "line.answer").read_text() == repr("first")
    assert (tmp_path / "long.draft").read_text() == "half a sent"


def test_esc_and_resizing_in_a_terminal_that_reflows(tmux: Tmux, tmp_path: Path) -> None:
    tmux.start(asking(tmp_path, "choice", "signs")).wait("Where did").keys("Enter").wait("signs")
    tmux("resize-window", "-x", "40", "-y", "16")
    tmux.wait("F8 urgent · Ctrl-C pause")
    tmux("resize-window", "-x", "80", "-y", "24")
    tmux.wait("Which signs were there, whether or not you saw them then?")

    tmux.keys("Escape").wait("Where did it begin?").keys("C-c").wait("Paused.")
