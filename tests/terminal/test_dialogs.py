"""Small questions outside guides, and secrets."""

import io
import sys
from pathlib import Path

import pytest
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from failnote.errors import LockedError
from failnote.terminal.dialogs import choose, confirm, line
from failnote.terminal.moves import Left, Move
from failnote.terminal.plain import Plain
from failnote.terminal.prompts import Prompts
from failnote.terminal.secret import secret
from terminal.pty_screen import BACK, DOWN, ENTER, F8, PtyScreen

OPTIONS = {"own": "One of my own", "none": "None: the journal is not encrypted"}


def plain(typed: str) -> Plain:
    return Plain(io.StringIO(typed), io.StringIO())


@pytest.mark.parametrize(
    ("typed", "chosen"), [("2\n", "none"), (".b\n", None)], ids=["number", "back"]
)
def test_one_of_some_can_be_chosen_line_by_line(typed: str, chosen: str | None) -> None:
    assert choose(plain(typed), "Which passphrase?", OPTIONS) == chosen


@pytest.mark.parametrize(
    ("typed", "default", "yes"),
    [("\n", True, True), ("\n", False, False), ("1\n", False, True), (".b\n", True, False)],
)
def test_yes_or_no_line_by_line(typed: str, default: bool, yes: bool) -> None:
    assert confirm(plain(typed), "Take it up again?", default) is yes


def test_a_line_line_by_line() -> None:
    assert line(plain("maple\n"), "What are you looking for?") == "maple"
    assert line(plain("\n"), "What are you looking for?") is None


def drawn(chosen: str, yes: str, words: str) -> tuple[str | None, bool, str | None]:
    """One dialog of each kind, each with its keys."""
    with create_pipe_input() as keyboard:
        asker = Prompts({}, keyboard, DummyOutput())
        keyboard.send_text(chosen)
        first = choose(asker, "Which passphrase?", OPTIONS, help="It cannot be read without.")
        keyboard.send_text(yes)
        second = confirm(asker, "Take it up again?", True)
        keyboard.send_text(words)
        return first, second, line(asker, "What are you looking for?")


def test_dialogs_on_a_terminal() -> None:
    assert drawn(DOWN + ENTER, ENTER, "maple" + ENTER) == ("none", True, "maple")
    assert drawn(ENTER, DOWN + ENTER, "\t") == ("own", False, None)
    assert drawn(BACK, BACK, BACK) == (None, False, None)


@pytest.mark.parametrize(("keys", "move"), [("\x03", Move.PAUSE), (F8, Move.STOP)])
def test_pausing_or_stopping_at_a_dialog_interrupts_the_command(keys: str, move: Move) -> None:
    with pytest.raises(Left) as left:
        drawn(keys, "", "")

    assert left.value.move is move
    assert isinstance(left.value, KeyboardInterrupt)


def test_a3_without_a_terminal_a_secret_names_the_other_ways() -> None:
    with pytest.raises(LockedError, match=r"--passphrase-command.*FAILNOTE_PASSPHRASE_COMMAND"):
        secret("Passphrase: ", None)


SECRET = """
import sys
from failnote.errors import LockedError
from failnote.terminal.place import open_tty
from failnote.terminal.secret import secret
try:
    given = secret("Passphrase: ", open_tty())
except LockedError as error:
    given = str(error)
print(len(given), given == "correct höuse", file=open(sys.argv[1], "w"))
"""


@pytest.mark.parametrize(
    "shell",
    ["exec PROGRAM", "echo piped | PROGRAM | cat", "PROGRAM < /dev/null > /dev/null 2>&1"],
    ids=["terminal", "pipes", "null"],
)
def test_a_secret_comes_from_the_terminal_unseen(tmp_path: Path, shell: str) -> None:
    program, result = tmp_path / "program.py", tmp_path / "result"
    program.write_text(SECRET)
    command = shell.replace("PROGRAM", f"{sys.executable} {program} {result}")

    with PtyScreen(["sh", "-c", command]) as screen:
        screen.wait("Passphrase:").send("correct höuse\r")

        assert screen.join() == 0
        assert screen.text() == "Passphrase:"
    assert result.read_text() == "13 True\n"


def test_a_second_secret_may_be_typed_ahead(tmp_path: Path) -> None:
    program, result = tmp_path / "program.py", tmp_path / "result"
    ask = "secret('Passphrase: ', open_tty())\n"
    program.write_text(SECRET.replace("try:\n", f"{ask}try:\n"))

    with PtyScreen([sys.executable, str(program), str(result)]) as screen:
        screen.wait("Passphrase:").send("first\rcorrect höuse\r")

        assert screen.join() == 0
    assert result.read_text() == "13 True\n"


@pytest.mark.parametrize(
    ("typed", "said"),
    [(b"\x04", "No passphrase was given"), (b"\xff\xfe\r", "not UTF-8")],
    ids=["end", "bytes"],
)
def test_no_secret_is_said_in_a_sentence(tmp_path: Path, typed: bytes, said: str) -> None:
    program = tmp_path / "program.py"
    program.write_text(SECRET.replace("print(", "print(given, "))

    with PtyScreen([sys.executable, str(program), str(tmp_path / "result")]) as screen:
        screen.wait("Passphrase:").send(typed)

        assert screen.join() == 0
    assert said in (tmp_path / "result").read_text()


def test_a_process_without_a_terminal_has_none(tmp_path: Path) -> None:
    program = tmp_path / "program.py"
    program.write_text(
        "from failnote.terminal.place import open_tty\nimport sys\nsys.exit(open_tty() is not None)"
    )

    with PtyScreen(
        ["sh", "-c", f"setsid -w {sys.executable} {program} < /dev/null 2> /dev/null"]
    ) as s:
        assert s.join() == 0
