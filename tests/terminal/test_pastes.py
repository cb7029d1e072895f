"""A paste loses nothing and answers nothing, marked by the terminal or not."""

import pytest

from failnote.guide.questions import Question
from failnote.terminal.moves import Move
from terminal.pty_screen import BACK, ENTER, TAB, pasted
from terminal.questions import CHOICE, CHOICES, LINE, LONG
from terminal.typing_keys import asked

CTRL_C, CTRL_S = "\x03", "\x13"


@pytest.mark.parametrize(
    ("question", "keys", "text"),
    [
        pytest.param(LINE, pasted("a\nb\r\nc") + ENTER, "a b c", id="marked, into one line"),
        pytest.param(LINE, pasted("a\tb\n") + ENTER, "a b", id="marked, with a tab"),
        pytest.param(LONG, pasted("a\r\nb\rc\n\nd") + CTRL_S, "a\nb\nc\n\nd", id="marked, long"),
        pytest.param(LONG, pasted("a\u2028b\x0bc") + CTRL_S, "a\nb\nc", id="marked, from Word"),
        pytest.param(LONG, "a\rb\r\rc" + CTRL_S, "a\nb\n\nc", id="unmarked, long"),
        pytest.param(LONG, "a\tb" + CTRL_S, "a    b", id="unmarked, with a tab"),
        pytest.param(LINE, "a\rb\nc" + CTRL_S, "a b c", id="unmarked, into one line"),
        pytest.param(LINE, "a\tb" + ENTER, "a b", id="unmarked, with a tab, into one line"),
        pytest.param(LINE, "?a" + ENTER, "?a", id="unmarked, with a question mark first"),
    ],
)
def test_line_breaks_are_kept_or_become_blanks(question: Question, keys: str, text: str) -> None:
    assert asked(question, keys) == text


def test_the_rest_of_an_unmarked_paste_does_not_answer_the_next_question() -> None:
    kept: list[str] = []

    reply = asked(LINE, "She asked.\rI went on.\rShe nods.\r", BACK, keep=kept.append)

    assert reply is Move.BACK
    assert kept[-1] == "She asked. I went on. She nods."


@pytest.mark.parametrize(
    "bursts",
    [("a" * 1023 + "\rb\x13",), ("a" * 1024, "\rb\x13")],
    ids=["the last of 1024 read at once", "the first of the next"],
)
def test_a_line_break_between_two_reads_is_a_blank_too(bursts: tuple[str, ...]) -> None:
    reply = asked(LINE, *bursts)

    assert isinstance(reply, str)
    assert reply.endswith("aaa b")


def test_the_end_of_a_long_unmarked_paste_does_not_answer_either() -> None:
    assert asked(LINE, "a" * 1023 + "\rb\r", BACK) is Move.BACK


def test_after_an_unmarked_paste_enter_is_done_again() -> None:
    assert asked(LINE, "one\rtwo\r", ENTER) == "one two"


def test_a_key_that_is_no_text_right_behind_enter_is_not_a_paste() -> None:
    assert asked(LINE, "word" + ENTER + CTRL_C) == "word"
    assert asked(LINE, "a" * 1019 + "word" + ENTER + CTRL_C) == "a" * 1019 + "word"


def test_tab_skips_when_it_is_the_last_key() -> None:
    assert asked(LINE, "half" + TAB) is Move.SKIP


@pytest.mark.parametrize("question", [CHOICE, CHOICES], ids=["choice", "choices"])
def test_a_marked_paste_into_a_list_does_nothing(question: Question) -> None:
    assert asked(question, pasted(" 2\r?\r") + BACK) is Move.BACK


@pytest.mark.parametrize(
    ("question", "text", "wrap"),
    [
        pytest.param(LINE, "word " * 20_000, pasted, id="marked, one line"),
        pytest.param(LONG, "word\nand\n" * 12_000, pasted, id="marked, long"),
        pytest.param(LINE, "word " * 20_000, str, id="unmarked, one line"),
        pytest.param(LONG, "word\rand\r" * 12_000, str, id="unmarked, long"),
    ],
)
def test_100_kb_arrive_whole(question: Question, text: str, wrap: type[str]) -> None:
    reply = asked(question, wrap(text) + "." + CTRL_S)

    assert isinstance(reply, str)
    assert reply.split() == (text + ".").split()


def test_a_paste_that_holds_commands_to_the_terminal_is_harmless_text() -> None:
    assert asked(LINE, pasted("a\x1b[2Jb\x07\udcff") + ENTER) == "a\ufffd[2Jb\ufffd\ufffd"
