"""Leaving by signal or with the terminal: what was typed is kept, the terminal is as before."""

import signal
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from terminal.pty_screen import ENTER, Asking, PtyScreen, asking

ECHO_AND_LINES = termios.ECHO | termios.ICANON


def flags(screen: PtyScreen) -> int:
    """The terminal's local flags, which say whether it shows what is typed."""
    return int(termios.tcgetattr(screen.process.fd)[3])


TEXT = ("line", "half", "> half", "half")
LIST = ("choices", " ", "[x] silence", '["a"]')


@pytest.mark.parametrize(
    ("question", "keys", "seen", "draft", "number", "status"),
    [
        pytest.param(*TEXT, signal.SIGINT, 130, id="SIGINT pauses a text"),
        pytest.param(*LIST, signal.SIGINT, 130, id="SIGINT pauses a list"),
        pytest.param(*TEXT, signal.SIGTERM, 143, id="SIGTERM"),
        pytest.param(*LIST, signal.SIGHUP, 129, id="SIGHUP while the terminal lives"),
    ],
)
def test_a2_a_signal_at_a_prompt_keeps_the_draft_and_leaves_a_sane_terminal(
    tmp_path: Path, question: str, keys: str, seen: str, draft: str, number: int, status: int
) -> None:
    with Asking(asking(tmp_path, question)) as screen:
        screen.wait("Ctrl-C pause").send(keys).wait(seen).kill(number)

        assert screen.join() == status
        assert flags(screen) & ECHO_AND_LINES == ECHO_AND_LINES
        assert b"\x1b[?2004l" in screen.raw
    assert (tmp_path / f"{question}.draft").read_text() == draft


@pytest.mark.parametrize("question", ["line", "long"])
def test_a2_a_closed_window_keeps_the_draft_and_closes_what_is_open(
    tmp_path: Path, question: str
) -> None:
    with Asking(asking(tmp_path, question)) as screen:
        screen.wait("Ctrl-C pause").send("half a sent").wait("half a sent")
        screen.hangup()

        assert screen.join() == 129
    assert (tmp_path / f"{question}.draft").read_text() == "half a sent"
    assert (tmp_path / "closed").exists()


def test_a1_a_killed_program_has_kept_what_was_on_the_screen(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "line", "long")) as screen:
        screen.wait("Which thought").send("first" + ENTER).wait("as a camera")
        screen.send("half a sent").wait("half a sent").kill(signal.SIGKILL)
        assert screen.join() == -signal.SIGKILL

    assert (tmp_path / "line.answer").read_text() == repr("first")
    assert (tmp_path / "long.draft").read_text() == "half a sent"
    with Asking(asking(tmp_path, "long")) as screen:
        screen.wait("half a sent").send("ence\x13").wait("All asked")
    assert (tmp_path / "long.answer").read_text() == repr("half a sentence")


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)], ids=["TERM", "HUP"]
)
def test_a_signal_elsewhere_runs_what_must_be_closed(number: int, status: int) -> None:
    code = (
        "import time\nfrom failnote.terminal.signals import orderly_exit\n"
        "try:\n"
        "    with orderly_exit():\n        print('ready', flush=True)\n        time.sleep(9)\n"
        "finally:\n    print('closed')\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        process.send_signal(number)
        out, _ = process.communicate(timeout=10)

    assert (process.returncode, out) == (status, "closed\n")


def test_nohup_stays_in_force() -> None:
    code = (
        "import os, signal\nfrom failnote.terminal.signals import orderly_exit\n"
        "with orderly_exit():\n    os.kill(os.getpid(), signal.SIGHUP)\n    print('alive')\n"
    )
    done = subprocess.run(
        ["nohup", sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert done.stdout == "alive\n"


def test_line_by_line_a_signal_pauses_too(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "long"), env={"TERM": "dumb"}) as screen:
        screen.wait("> ").send("one\r").wait("> one").kill(signal.SIGINT)

        assert screen.join() == 130
    assert (tmp_path / "long.draft").read_text() == "one"
