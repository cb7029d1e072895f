"""What may reach a terminal, and how output behaves in pipes and on full disks."""

import io
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.errors import FailnoteError
from failnote.page import Line, Span, line
from failnote.terminal.screen import PipeClosed, Screen, clean, sound
from terminal.pty_screen import SRC, PtyScreen

PAGE: list[Line] = [
    line(Span("Comes back", "title")),
    line("  how we'd work ", Span("4 of 5", "strong"), Span("  quietly", "dim"), "   "),
    line(Span("[red]own[/nope]", "own")),
]
ESCAPE = re.compile("\x1b")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Müller, 漢字 👩\u200d⚕️ ok\n", "Müller, 漢字 👩\u200d⚕️ ok\n", id="text stays"),
        pytest.param("می\u200cخواهم", "می\u200cخواهم", id="a joiner in a script stays"),
        pytest.param("a\tb", "a    b", id="tab"),
        pytest.param("a\r\nb", "a\nb", id="line break of another system"),
        pytest.param("\x1b[2J\x9b2J", "\ufffd[2J\ufffd2J", id="CSI, 7 and 8 bits"),
        pytest.param("\x1b]52;c;Zm9v\x07", "\ufffd]52;c;Zm9v\ufffd", id="OSC 52, the clipboard"),
        pytest.param("\x1b]8;;http://x\x1b\\", "\ufffd]8;;http://x\ufffd\\", id="OSC 8, a link"),
        pytest.param("\x90q\x9c\x85", "\ufffdq\ufffd\ufffd", id="other C1"),
        pytest.param("50 %\rgone\b\x7f\0", "50 %\ufffdgone\ufffd\ufffd\ufffd", id="C0 and DEL"),
        pytest.param("\u202eabc\u2066\u200f\u061c", "\ufffdabc\ufffd\ufffd\ufffd", id="bidi"),
        pytest.param("a\u2028b\u2029", "a\ufffdb\ufffd", id="Unicode line breaks"),
        pytest.param("\ud800x\udcff", "\ufffdx\ufffd", id="lone surrogates"),
    ],
)
def test_a11_nothing_moves_hides_or_commands(text: str, shown: str) -> None:
    assert clean(text) == shown


@given(st.text(st.characters()))
def test_a11_whatever_the_text_no_control_is_left(text: str) -> None:
    shown = clean(text)

    assert not {c for c in shown if unicodedata.category(c) in {"Cc", "Cs"}} - {"\n"}
    assert clean(shown) == shown
    shown.encode()


def test_line_breaks_can_be_taken_out() -> None:
    assert clean("one\ntwo\r\nthree", keep_breaks=False) == "one two three"


@given(st.text(st.characters()))
def test_what_is_kept_is_valid_text_without_controls(text: str) -> None:
    kept = sound(text)

    assert not {c for c in kept if unicodedata.category(c) in {"Cc", "Cs"}} - {"\n"}
    assert sound(kept) == kept


def test_what_is_kept_loses_no_line_break_and_no_direction_mark() -> None:
    assert sound("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert sound("שלום\u200f!") == "שלום\u200f!"


def piped(color: str = "auto", **environ: str) -> tuple[Screen, io.StringIO, io.StringIO]:
    out, err = io.StringIO(), io.StringIO()
    environ = {"TERM": "xterm", **environ}
    return Screen(out, err, environ, color), out, err  # type: ignore[arg-type]


def test_a_pipe_gets_plain_text_without_padding() -> None:
    screen, out, _ = piped()

    screen.show(PAGE)

    assert out.getvalue() == "Comes back\n  how we'd work 4 of 5  quietly\n[red]own[/nope]\n"


def test_colour_can_be_forced_into_a_pipe() -> None:
    screen, out, _ = piped("always", NO_COLOR="1")

    screen.show(PAGE)

    assert out.getvalue().startswith("\x1b[1mComes back\x1b[0m\n")
    assert "[red]own[/nope]" in out.getvalue()


def test_no_colour_is_used_that_could_vanish_on_some_background() -> None:
    screen, out, _ = piped("always")

    screen.show(PAGE)

    assert set(re.findall(r"\x1b\[([\d;]*)m", out.getvalue())) == {"0", "1", "2"}


def test_a12_a_page_shows_escapes_and_markup_as_text() -> None:
    screen, out, _ = piped("always")

    screen.show([line(Span("[link=x]\x1b[31m\nred", "own"))])

    assert out.getvalue() == "[link=x]\ufffd[31m red\n"


def test_an_export_is_poured_into_a_pipe_as_it_is() -> None:
    screen, out, _ = piped()

    screen.pour("שלום\u200f\t\n")

    assert out.getvalue() == "שלום\u200f\t\n"


def test_talk_goes_to_standard_error_in_whole_lines() -> None:
    screen, out, err = piped()

    screen.tell("One \x1b[1msentence " + "that is long " * 10)

    assert not out.getvalue()
    assert err.getvalue().count("\n") == 1
    assert not ESCAPE.search(err.getvalue())


def test_a_closed_standard_output_is_said_in_a_sentence() -> None:
    screen = Screen(None, None, {})

    screen.tell("nobody hears this")
    with pytest.raises(FailnoteError, match="closed"):
        screen.show("product")


def test_the_width_of_a_pipe_is_80() -> None:
    assert piped()[0].width == 80


PROGRAM = """
import os, sys
from failnote.page import Span, line
from failnote.terminal.screen import PipeClosed, Screen
screen = Screen(sys.stdout, sys.stderr, os.environ)
try:
    for _ in range(int(sys.argv[1])):
        screen.show([line(Span("Title " + chr(27), "title"), "café " * 10)])
    screen.finish()
except PipeClosed:
    sys.exit(7)
"""


def run(shell: str, tmp_path: Path, **environ: str) -> subprocess.CompletedProcess[bytes]:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)
    command = shell.replace("PROGRAM", f"{sys.executable} {program}")
    environ = {"PYTHONPATH": str(SRC), "PATH": "/usr/bin:/bin", **environ}
    return subprocess.run(["bash", "-c", command], capture_output=True, check=False, env=environ)


def test_a32_a_broken_pipe_is_silent(tmp_path: Path) -> None:
    done = run("PROGRAM 9999 | head -1; exit ${PIPESTATUS[0]}", tmp_path)

    assert done.returncode == 7
    assert not done.stderr
    assert done.stdout.count(b"\n") == 1


def test_a_poor_encoding_does_not_take_the_text_down(tmp_path: Path) -> None:
    done = run("PROGRAM 1", tmp_path, PYTHONIOENCODING="ascii")

    assert done.returncode == 0
    assert b"caf? caf?" in done.stdout


def test_a29_a_full_disk_is_said_in_a_sentence() -> None:
    with Path("/dev/full").open("w") as full:
        screen = Screen(full, None, {})
        screen.show("product")
        with pytest.raises(FailnoteError, match="could not be written: No space left"):
            screen.finish()


def test_a_closed_reader_raises_once_and_then_nothing_matters() -> None:
    class Gone(io.StringIO):
        def write(self, _text: str) -> int:
            raise BrokenPipeError

    with pytest.raises(PipeClosed):
        Screen(Gone(), None, {}).show("product")


@pytest.mark.parametrize(
    ("environ", "bold"),
    [
        pytest.param({}, True, id="a terminal"),
        pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR"),
        pytest.param({"TERM": "dumb"}, False, id="TERM=dumb"),
    ],
)
def test_a_terminal_gets_weights_unless_told_otherwise(
    tmp_path: Path, environ: dict[str, str], bold: bool
) -> None:
    program = tmp_path / "program.py"
    program.write_text(PROGRAM)

    with PtyScreen([sys.executable, str(program), "1"], env=environ) as screen:
        assert screen.join() == 0
        assert "Title \ufffd" in screen.text()
        assert (b"\x1b[1m" in screen.raw) is bold
        assert bool(ESCAPE.search(screen.raw.decode())) is bold


@pytest.mark.parametrize("module", ["screen", "place", "secret", "signals", "wrapping"])
def test_light_modules_import_nothing_heavy(module: str) -> None:
    code = f"import sys, failnote.terminal.{module}; print(*sys.modules)"

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(SRC)},
    )

    heavy = {"questionary", "prompt_toolkit", "rich", "pydantic"}
    assert not set(done.stdout.split()) & heavy
