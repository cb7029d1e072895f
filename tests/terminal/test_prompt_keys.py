"""Every key at every type of question; keys come from a pipe, so there is no timing."""

import json
from datetime import date
from typing import Any

import pytest

from failnote.errors import JournalError
from failnote.guide.questions import Question
from failnote.review import Value
from failnote.terminal.moves import Move
from terminal.pty_screen import ALT_ENTER, BACK, DOWN, END, ENTER, F1, F8, HOME, TAB, UP
from terminal.questions import (
    CHOICE,
    CHOICES,
    DATE,
    FEELINGS,
    INFO,
    LINE,
    LONG,
    NEEDED,
    NUMBER,
    SCALE,
    SIGNS_QUESTION,
)
from terminal.typing_keys import asked

CTRL_C, CTRL_D, CTRL_Q, CTRL_S, CTRL_U = "\x03", "\x04", "\x11", "\x13", "\x15"


@pytest.mark.parametrize(
    ("question", "keys", "reply"),
    [
        pytest.param(INFO, ENTER, None, id="info: Enter goes on"),
        pytest.param(INFO, TAB, None, id="info: Tab goes on, too"),
        pytest.param(CHOICE, ENTER, "a", id="choice: Enter takes the first"),
        pytest.param(CHOICE, DOWN + ENTER, "b", id="choice: arrow"),
        pytest.param(CHOICE, UP + ENTER, "c", id="choice: up from the first is the last"),
        pytest.param(CHOICE, "3" + ENTER, "c", id="choice: number key"),
        pytest.param(CHOICE, "xyz9" + ENTER, "a", id="choice: other keys do nothing"),
        pytest.param(CHOICES, " " + DOWN + " " + ENTER, ("a", "b"), id="choices: Space marks"),
        pytest.param(CHOICES, " " + DOWN + "  " + ENTER, ("a",), id="choices: Space unmarks"),
        pytest.param(CHOICES, DOWN + " " + UP + " " + ENTER, ("a", "b"), id="choices: in order"),
        pytest.param(CHOICES, " " + END + " " + ENTER, ("d",), id="none unmarks the others"),
        pytest.param(CHOICES, END + " " + HOME + " " + ENTER, ("a",), id="another unmarks none"),
        pytest.param(CHOICES, END + ENTER, ("d",), id="Enter on none takes it"),
        pytest.param(CHOICES, "ai " + ENTER, ("a",), id="choices: no key marks everything"),
        pytest.param(CHOICES, ENTER + " " + ENTER, ("a",), id="choices: nothing is refused"),
        pytest.param(CHOICES, f" {DOWN} {DOWN} {ENTER}", ("a", "b"), id="choices: not too many"),
        pytest.param(FEELINGS, ENTER + ENTER, (), id="nothing marked: asks once, then takes it"),
        pytest.param(FEELINGS, ENTER + " " + ENTER, ("a",), id="nothing marked: after all, one"),
        pytest.param(SIGNS_QUESTION, "\x1b[6~\x1b[6~ " + ENTER, ("q",), id="page down"),
        pytest.param(SIGNS_QUESTION, END + "\x1b[5~ " + ENTER, ("r",), id="page up"),
        pytest.param(SCALE, "7" + ENTER, 7, id="scale: number"),
        pytest.param(SCALE, "11" + ENTER + "\x7f" + ENTER, 1, id="scale: refused, then mended"),
        pytest.param(NUMBER, "14" + ENTER, 14, id="number"),
        pytest.param(DATE, "2026-12-01" + ENTER, date(2026, 12, 1), id="date"),
        pytest.param(DATE, "-3" + ENTER, date(2026, 10, 18), id="date: days ago"),
        pytest.param(
            DATE, "soon" + ENTER + CTRL_U + "today" + ENTER, date(2026, 10, 21), id="mend"
        ),
        pytest.param(LINE, "a word" + ENTER, "a word", id="line: Enter is done"),
        pytest.param(LINE, "a?b" + ENTER, "a?b", id="line: ? in a text is a letter"),
        pytest.param(LINE, "?" + ENTER, "?", id="line: ? with more behind it is a letter"),
        pytest.param(LINE, "a word" + CTRL_S, "a word", id="line: Ctrl-S is done"),
        pytest.param(LONG, "one" + ENTER + "two" + CTRL_S, "one\ntwo", id="long: Ctrl-S is done"),
        pytest.param(LONG, "one" + ENTER + "two" + ALT_ENTER, "one\ntwo", id="long: Alt-Enter"),
        pytest.param(LONG, "ac\x1b[Db" + CTRL_S, "abc", id="long: left arrow"),
        pytest.param(LONG, "a" + ENTER + "b" + UP + "x" + CTRL_S, "ax\nb", id="long: up"),
        pytest.param(NEEDED, TAB + "word" + ENTER, "word", id="needed: Tab does not skip"),
        pytest.param(
            SCALE, "x\x0f\x157\x1b#" + ENTER + "\x05" + CTRL_U + "7" + ENTER, 7, id="no way round"
        ),
        pytest.param(LINE, "a\x1b[27;5ub" + ENTER, "ab", id="an unknown key is dropped"),
        pytest.param(LINE, "a\x1bzb" + ENTER, "azb", id="an unknown Alt key is no way back"),
    ],
)
def test_keys_give_the_answer(question: Question, keys: str, reply: Value) -> None:
    assert asked(question, keys) == reply


EVERY = [INFO, CHOICES, DATE, LONG]


@pytest.mark.parametrize("question", EVERY, ids=lambda question: question.type)
@pytest.mark.parametrize(
    ("keys", "move"),
    [
        pytest.param(BACK, Move.BACK, id="Shift-Tab"),
        pytest.param(CTRL_C, Move.PAUSE, id="Ctrl-C"),
        pytest.param(CTRL_Q, Move.PAUSE, id="Ctrl-Q"),
        pytest.param(F8, Move.STOP, id="F8"),
    ],
)
def test_the_same_keys_lead_away_from_every_question(
    question: Question, keys: str, move: Move
) -> None:
    assert asked(question, keys) is move


@pytest.mark.parametrize("question", EVERY[1:], ids=lambda question: question.type)
def test_tab_skips_every_question(question: Question) -> None:
    assert asked(question, TAB) is Move.SKIP


@pytest.mark.parametrize("question", [INFO, CHOICE, LINE], ids=lambda question: question.type)
def test_ctrl_d_pauses_where_nothing_is_typed(question: Question) -> None:
    assert asked(question, CTRL_D) is Move.PAUSE


def test_ctrl_d_in_a_text_leaves_nothing() -> None:
    assert asked(LINE, "word" + CTRL_D + ENTER) == "word"


def test_the_end_of_the_input_pauses() -> None:
    assert asked(LINE, "half", hang_up=True) is Move.PAUSE


def test_keys_typed_ahead_answer_the_next_question() -> None:
    assert asked(CHOICE, "2" + ENTER + "3" + ENTER) == "b"


@pytest.mark.parametrize(
    ("question", "keys", "old"),
    [
        pytest.param(CHOICE, ENTER, "c", id="choice"),
        pytest.param(CHOICES, ENTER, ("b", "c"), id="choices"),
        pytest.param(SCALE, ENTER, 7, id="scale"),
        pytest.param(DATE, ENTER, date(2026, 9, 1), id="date"),
        pytest.param(LINE, ENTER, "as before", id="line"),
        pytest.param(LONG, CTRL_S, "as\nbefore", id="long"),
    ],
)
def test_an_old_answer_stands_there(question: Question, keys: str, old: Value) -> None:
    assert asked(question, keys, old=old) == old


def test_a_default_stands_there_and_can_be_edited() -> None:
    day = date(2026, 11, 20)

    assert asked(DATE, ENTER, default=day) == day
    assert asked(DATE, "\x7f\x7f25" + ENTER, default=day) == date(2026, 11, 25)


def test_an_old_answer_goes_before_the_default_and_a_draft_before_both() -> None:
    given: dict[str, Any] = {"old": "old", "default": "usual"}

    assert asked(LINE, ENTER, **given) == "old"
    assert asked(LINE, ENTER, draft="half", **given) == "half"
    assert asked(CHOICES, ENTER, old=("a",), draft='["c"]') == ("c",)


@pytest.mark.parametrize("draft", ["", "{", "3", '["gone"]'], ids=["empty", "broken", "n", "gone"])
def test_a_draft_of_another_guide_is_no_trouble(draft: str) -> None:
    assert asked(CHOICES, " " + ENTER, draft=draft) == ("a",)


def test_a_draft_with_line_breaks_stands_in_one_line() -> None:
    assert asked(LINE, ENTER, draft="one\ntwo") == "one two"


def test_an_old_answer_that_is_no_longer_offered_is_no_trouble() -> None:
    assert asked(CHOICE, ENTER, old="gone") == "a"


def test_a_change_is_kept_before_anything_else_happens() -> None:
    kept: list[str] = []

    asked(LINE, "ab", "c", hang_up=True, keep=kept.append)

    assert kept[-1] == "abc"
    assert "abc".startswith(kept[0])


def test_marks_are_kept_as_a_list() -> None:
    kept: list[str] = []

    asked(CHOICES, " ", DOWN + " ", BACK, keep=kept.append)

    assert json.loads(kept[-1]) == ["a", "b"]


def test_what_arrives_together_with_the_way_out_is_kept() -> None:
    kept: list[str] = []

    asked(LINE, "half a thou" + BACK, keep=kept.append)

    assert kept == ["half a thou"]


@pytest.mark.parametrize(
    "error", [OSError("disk full"), JournalError("busy")], ids=["os", "journal"]
)
def test_a_draft_that_cannot_be_kept_does_not_end_the_prompt(error: Exception) -> None:
    def refuse(_body: str) -> None:
        raise error

    assert asked(LINE, "ab", "c" + ENTER, keep=refuse) == "abc"


def test_an_unforeseen_error_ends_the_prompt_as_itself() -> None:
    def fail(_body: str) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        asked(LINE, "ab", keep=fail)


def test_help_opens_and_closes_without_touching_the_answer() -> None:
    assert asked(LINE, F1, "a", F1, "b", F1 + ENTER) == "ab"
    assert asked(CHOICE, "?", "?", DOWN + ENTER) == "b"
