"""Line by line: for pipes, dumb terminals and screen readers."""

import io
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from failnote.errors import JournalError
from failnote.guide.questions import Question
from failnote.review import Value
from failnote.terminal.moves import Move
from failnote.terminal.plain import Plain
from terminal.pty_screen import ASKING, SRC, asking
from terminal.questions import (
    CHOICE,
    CHOICES,
    DATE,
    FEELINGS,
    HELP,
    INFO,
    LINE,
    LONG,
    NEEDED,
    NUMBER,
    SCALE,
    TODAY,
)


def asked(question: Question, typed: str, **given: Any) -> tuple[Value | Move, str]:
    """The reply to these lines, and all that was put out."""
    out = io.StringIO()
    reply = Plain(io.StringIO(typed), out).ask(question, **{"head": "", "today": TODAY, **given})
    return reply, out.getvalue()


@pytest.mark.parametrize(
    ("question", "typed", "reply"),
    [
        pytest.param(INFO, "\n", None, id="info"),
        pytest.param(CHOICE, "2\n", "b", id="choice: number"),
        pytest.param(CHOICE, "9\n1 2\n3\n", "c", id="choice: refused twice"),
        pytest.param(CHOICES, "1, 2\n", ("a", "b"), id="choices: numbers"),
        pytest.param(CHOICES, "-\n", ("d",), id="choices: - is the option that means none"),
        pytest.param(CHOICES, "1 2 3\n1\n", ("a",), id="choices: too many"),
        pytest.param(FEELINGS, "-\n", (), id="choices: - is none where no option means it"),
        pytest.param(SCALE, "11\n 8 \n", 8, id="scale"),
        pytest.param(NUMBER, "14\n", 14, id="number"),
        pytest.param(DATE, "yesterday\n", date(2026, 10, 20), id="date"),
        pytest.param(LINE, "a word\r\n", "a word", id="line"),
        pytest.param(LINE, "...and then\n", "...and then", id="line: dots are text"),
        pytest.param(LONG, "one\n\ntwo\n.\n", "one\n\ntwo", id="long: a dot ends it"),
        pytest.param(NEEDED, "\n.s\nword\n", "word", id="needed: not skipped"),
        pytest.param(LINE, "\n", Move.SKIP, id="an empty line skips"),
        pytest.param(LONG, "\n", Move.SKIP, id="an empty first line skips"),
        pytest.param(LONG, ".\n", Move.SKIP, id="a dot alone skips"),
        pytest.param(LINE, "a\x1b[2J\ttab\n", "a\ufffd[2J tab", id="controls are text"),
    ],
)
def test_lines_give_the_answer(question: Question, typed: str, reply: Value | Move) -> None:
    assert asked(question, typed)[0] == reply


@pytest.mark.parametrize("question", [CHOICE, CHOICES, SCALE, LINE, LONG], ids=lambda q: q.type)
@pytest.mark.parametrize(
    ("typed", "move"),
    [(".b", Move.BACK), (".s", Move.SKIP), (".q", Move.PAUSE), (".!", Move.STOP)],
)
def test_commands_begin_with_a_dot(question: Question, typed: str, move: Move) -> None:
    assert asked(question, typed + "\n")[0] is move


@pytest.mark.parametrize("question", [INFO, CHOICE, LINE, LONG], ids=lambda question: question.type)
def test_the_end_of_the_input_pauses(question: Question) -> None:
    assert asked(question, "")[0] is Move.PAUSE


def test_going_on_from_a_text_to_read_can_also_be_going_back() -> None:
    assert asked(INFO, ".b\n")[0] is Move.BACK
    assert asked(INFO, ".?\n\n")[0] is None


@pytest.mark.parametrize(
    ("question", "old"),
    [(CHOICE, "c"), (CHOICES, ("a", "c")), (FEELINGS, ()), (SCALE, 7), (LINE, "word")],
    ids=["choice", "choices", "none", "scale", "line"],
)
def test_an_empty_line_keeps_the_old_answer(question: Question, old: Value) -> None:
    reply, out = asked(question, "\n", old=old)

    assert reply == old
    assert "Answer so far: " in out


def test_an_empty_line_keeps_an_old_long_answer_and_a_new_one_replaces_it() -> None:
    assert asked(LONG, "\n", old="one\ntwo")[0] == "one\ntwo"
    assert asked(LONG, "three\n.\n", old="one\ntwo")[0] == "three"


def test_a_default_is_suggested() -> None:
    reply, out = asked(DATE, "\n", default=date(2026, 11, 20))

    assert reply == date(2026, 11, 20)
    assert "Suggested: 2026-11-20" in out


def test_a_draft_goes_before_the_old_answer() -> None:
    assert asked(LINE, "\n", old="old", draft="half")[0] == "half"
    assert asked(CHOICES, "\n", old=("a",), draft='["c"]')[0] == ("c",)
    assert asked(LONG, "three\n.\n", old="old", draft="one\ntwo")[0] == "one\ntwo\nthree"


def test_every_line_of_a_long_answer_is_kept() -> None:
    kept: list[str] = []

    asked(LONG, "one\ntwo\n.q\n", keep=kept.append)

    assert kept == ["one", "one\ntwo"]


def test_a_draft_that_cannot_be_kept_is_said_and_does_no_harm() -> None:
    def refuse(_body: str) -> None:
        message = "busy"
        raise JournalError(message)

    reply, out = asked(LONG, "one\n.\n", keep=refuse)

    assert reply == "one"
    assert "could not be saved" in out


def test_help_is_given_and_the_question_waits() -> None:
    reply, out = asked(LINE, ".?\nword\n")

    assert reply == "word"
    assert HELP in out
    assert out.count(".b back") == 2


def test_the_commands_are_told_once_at_the_start() -> None:
    out = io.StringIO()
    plain = Plain(io.StringIO("a\nb\n"), out)

    for _ in range(2):
        plain.ask(LINE, head="Part 1/2", today=TODAY)

    assert out.getvalue().count(".b back") == 1
    assert out.getvalue().count("Part 1/2") == 2


def test_a7_no_answer_is_repeated_into_a_pipe() -> None:
    out = io.StringIO()
    plain = Plain(io.StringIO("canary\n"), out)

    plain.say(LINE, plain.ask(LINE, head="", today=TODAY))  # type: ignore[arg-type]
    plain.say(CHOICE, "a")

    assert "canary" not in out.getvalue()
    assert "Noted" not in out.getvalue()


def test_a_person_hears_which_option_a_number_was() -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    out = Terminal()

    Plain(io.StringIO(), out).say(CHOICE, "b")

    assert out.getvalue() == "  Noted: with us\n"


def test_whole_rounds_in_a_pipe_hold_no_escape_sequence(tmp_path: Path) -> None:
    done = subprocess.run(
        asking(tmp_path, "choice", "choices", "long", "date"),
        input=b"2\n.b\n\n1,2\none\ntwo\n.\n\xff\n+30d\n",
        capture_output=True,
        check=False,
        env={"PYTHONPATH": f"{SRC}:{ASKING.parents[1]}", "TERM": "xterm", "PATH": "/usr/bin:/bin"},
    )

    assert done.stdout == b"All asked.\n"
    assert b"\x1b" not in done.stderr
    assert (tmp_path / "long.answer").read_text() == repr("one\ntwo")
    assert (tmp_path / "choice.answer").read_text() == repr("b")
