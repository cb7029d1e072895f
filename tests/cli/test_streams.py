"""Streams: the product on standard output, the talk on standard error, and what may be missing."""

import fcntl
import os
import re
import signal
import subprocess
import sys
import termios
import time
from hashlib import sha256
from pathlib import Path
from typing import IO

import pytest

from program import COMMAND, SHELL, failnote, on_terminal

PRINTING = [
    "list",
    "show 1",
    "search fee",
    "cases",
    "patterns",
    "patterns --json",
    "note 1",
    "export",
    "guides",
    "guides show core",
    "guides print core",
    "journal status",
]

TALK = (
    "Masked, not anonymous: who knows the case may still recognise it. Masked: nothing was found.",
    "No name is listed to be masked yet; `failnote journal terms add` begins the list.",
    "1 plan is due.",
)


def shell(script: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell in which ``failnote`` is the program."""
    return subprocess.run(
        ["bash", "-c", SHELL + script], capture_output=True, text=True, check=False
    )


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", PRINTING)
def test_nothing_in_a_pipe_is_an_escape_or_padding(command: str) -> None:
    done = failnote(*command.split())

    assert done.code == 0
    assert "\x1b" not in done.out + done.err
    assert not re.search(r"[ \t]$", done.out, re.MULTILINE)
    assert done.out.endswith("\n")
    assert not done.out.endswith("\n\n")


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", PRINTING)
def test_the_product_alone_is_on_standard_output(command: str) -> None:
    done = failnote(*command.split())

    for talk in ("Nothing is masked", "recognise them", "Your own guides", "is due"):
        assert talk not in done.out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("variable", [{"NO_COLOR": "1"}, {"TERM": "dumb"}, {}], ids=str)
def test_a_terminal_gets_weights_unless_it_can_do_without(variable: dict[str, str]) -> None:
    with on_terminal("show", "1", env=variable) as screen:
        assert screen.join() == 0

    assert b"Settle" in screen.raw
    assert (b"\x1b" in screen.raw) == (not variable)


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("reader", ["head -c 0", "head -1", "true"])
@pytest.mark.parametrize("command", ["list", "export", "export 1 2 3 --no-mask"])
def test_row_32_a_reader_that_leaves_is_no_trouble(command: str, reader: str) -> None:
    done = shell(f"failnote {command} 2>talk | {reader}")

    assert done.stderr == ""
    assert not [row for row in Path("talk").read_text().splitlines() if row not in TALK]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("command", ["list", "show 1", "patterns"])
def test_row_29_a_full_disk_behind_standard_output_is_said(
    command: str, unbuffered: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONUNBUFFERED", unbuffered)
    done = shell(f"failnote {command} >/dev/full")

    assert done.returncode == 1
    assert re.fullmatch(r"failnote: .*No space left on device\.\n", done.stderr)


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("script", "code"),
    [
        ("failnote list >&-", 1),
        ("failnote list 2>&-", 0),
        ("failnote show 99 2>&-", 1),
        ("failnote search <&-", 2),
        ("failnote add 1 <&-", 2),
        ("failnote review <&-", 2),
        ("failnote review --answers - <&-", 2),
        ("failnote import - <&-", 2),
        ("failnote --version >&-", 1),
    ],
)
def test_a_stream_that_is_closed_is_no_crash(script: str, code: int) -> None:
    done = shell(script)

    assert done.returncode == code
    assert "Traceback" not in done.stderr
    assert "fault" not in done.stderr


@pytest.mark.usefixtures("journal")
def test_a_note_grows_a_file_of_notes() -> None:
    shell("failnote note 1 >> notes.md; failnote note 3 >> notes.md")

    text = Path("notes.md").read_text()
    assert text.count("# Supervision note:") == 2
    assert text == failnote("note", "1").out + failnote("note", "3").out


def test_row_7_a_fault_of_the_program_is_told_without_what_was_written() -> None:
    code = (
        "import sys; sys.argv = ['failnote', 'list']\n"
        "import failnote.cli.invocation as invocation\n"
        "def broken(*_): raise ValueError('Wren7secret')\n"
        "invocation.Invocation.reading = broken\n"
        "from failnote.cli import main; main()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "FAILNOTE_DEBUG": "1"},
    )

    assert done.returncode == 1
    assert "Wren7secret" not in done.stdout + done.stderr
    assert "a fault in failnote itself (ValueError at" in done.stderr


@pytest.mark.usefixtures("journal")
def test_row_43_no_memory_image_of_the_process_is_written() -> None:
    code = (
        "import resource; from failnote.cli.hardening import harden; harden();"
        "print(resource.getrlimit(resource.RLIMIT_CORE))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout == "(0, 0)\n"


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("command", [("import", "-"), ("add", "1"), ("search",)], ids=" ".join)
def test_what_is_interrupted_while_it_reads_leaves_everything_as_it_was(
    command: tuple[str, ...], number: int, code: int, journal: Path
) -> None:
    before = sha256(journal.read_bytes()).digest()
    line = b'{"schema": "failnote.review/1", "guide": "core", "case": "a-b", "date": "2026-01-01"}'

    process = subprocess.Popen(
        [*COMMAND, *command], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(line[:40])
    process.stdin.flush()
    _wait_until_empty(process.stdin)
    process.send_signal(number)
    out, err = process.communicate(timeout=15)

    assert (process.returncode, out) == (code, b"")
    assert err in (
        b"Interrupted.\n",
        b"failnote: told to end. Every answer that was confirmed is saved.\n",
    )
    assert sha256(journal.read_bytes()).digest() == before
    assert [path.name for path in journal.parent.iterdir()] == ["journal.db"]


def _wait_until_empty(pipe: IO[bytes]) -> None:
    """Wait until what was written into a pipe has been taken out of it."""
    end, waiting = time.monotonic() + 15, bytearray(b"\1")
    while any(waiting):
        assert time.monotonic() < end
        time.sleep(0.01)
        waiting = bytearray(4)
        fcntl.ioctl(pipe, termios.FIONREAD, waiting)
