"""What kind of terminal there is."""

import io
import os
import pty
import sys
import termios
from pathlib import Path

import pytest

from failnote.terminal.place import (
    dumb,
    interactive,
    is_terminal,
    refusal,
    talk_on,
    unechoed,
)
from terminal.pty_screen import PtyScreen


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_pipe_and_a_closed_stream_are_no_terminals() -> None:
    closed = Terminal()
    closed.close()

    assert is_terminal(Terminal())
    assert not any(is_terminal(stream) for stream in (None, io.StringIO(), closed))
    assert interactive(Terminal())
    assert not interactive(None)


@pytest.mark.parametrize("term", ["", "dumb", "unknown"])
def test_a_terminal_of_this_kind_can_only_print_lines(term: str) -> None:
    assert dumb({"TERM": term}, Terminal(), Terminal())


def test_a_terminal_can_be_drawn_on_only_where_keys_come_from_one() -> None:
    environ = {"TERM": "xterm"}

    assert not dumb(environ, Terminal(), Terminal())
    assert dumb(environ, io.StringIO(), Terminal())
    assert dumb(environ, None, Terminal())


def test_talk_goes_to_standard_error_where_that_is_a_terminal() -> None:
    stderr = Terminal()

    assert talk_on(stderr) is stderr


def test_talk_never_goes_into_the_file_that_errors_go_to(tmp_path: Path) -> None:
    code = (
        "import os, sys\nfrom failnote.terminal.place import dumb, talk_on\n"
        "talk_on(sys.stderr).write('to the terminal')\n"
        "sys.exit(dumb(os.environ, sys.stdin, sys.stderr))\n"
    )
    program = tmp_path / "program.py"
    program.write_text(code)

    with PtyScreen(["sh", "-c", f"{sys.executable} {program} 2> {tmp_path}/errors"]) as screen:
        screen.wait("to the terminal")
        assert screen.join() == 0

    assert not (tmp_path / "errors").read_text()


def test_what_is_typed_between_two_questions_is_read_and_not_drawn() -> None:
    keyboard, terminal = pty.openpty()
    before = termios.tcgetattr(terminal)
    try:
        with unechoed(terminal):
            os.write(keyboard, b"ahead\n")
            assert os.read(terminal, 9) == b"ahead\n"
        os.write(terminal, b"drawn")
        assert os.read(keyboard, 99) == b"drawn"
        assert termios.tcgetattr(terminal) == before
    finally:
        os.close(keyboard)
        os.close(terminal)


def test_a_pipe_needs_no_quiet() -> None:
    with Path(os.devnull).open() as nothing, unechoed(nothing.fileno()):
        pass


def test_the_refusal_names_both_ways_out() -> None:
    assert "--plain" in refusal()
    assert "--answers" in refusal()
