"""What a person sees, cell by cell, in terminals of several sizes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from terminal.pty_screen import DOWN, END, ENTER, ESC, F1, Asking, PtyScreen, asking
from terminal.questions import SIGNS


def test_a_small_question_looks_like_this(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "choice"), 80, 24) as screen:
        screen.wait("Ctrl-C pause")

        assert screen.text().splitlines() == [
            "",
            "Part 1/1",
            "",
            "Where did it begin?",
            "",
            "> 1  with me",
            "  2  with us",
            "  3  outside",
            "",
            "↑↓ or number · Enter take",
            "Esc back · Tab skip · ? help · F8 urgent · Ctrl-C pause",
        ]


@pytest.fixture(
    scope="module",
    params=[(80, 24), (40, 16), pytest.param((200, 50), marks=pytest.mark.long)],
    ids="{0[0]}x{0[1]}".format,
)
def signs(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PtyScreen]:
    """A list of 26 options with a long help, in terminals of three sizes."""
    with Asking(asking(tmp_path_factory.mktemp("signs"), "signs"), *request.param) as screen:
        yield screen.wait("Ctrl-C pause")


def test_26_options_never_push_the_question_away(signs: PtyScreen) -> None:
    seen = []
    for sign, following in zip(SIGNS, (*SIGNS[1:], SIGNS[0]), strict=True):
        text = " ".join(signs.text().split())
        seen.append(f"> [ ] {sign}" in text)
        assert "Which signs were there, whether or not you saw them then?" in text
        assert "Enter done" in text
        assert max(len(line) for line in signs.lines()) <= 77
        signs.send(DOWN).wait(f"> [ ] {following}")

    assert seen == [True] * 26


def test_a_long_help_is_read_page_by_page_beside_the_question(signs: PtyScreen) -> None:
    read = ""
    while "Paragraph 8 of the help" not in read:
        before = signs.text()
        signs.send(F1).changed(before)
        read = " ".join(signs.text().split())
        assert "Which signs were there, whether or not you saw them then?" in read
        assert f"> [ ] {SIGNS[0]}" in read

    signs.send(ESC).gone("of the help").wait("Enter done")


def test_a_long_text_is_read_page_by_page(tmp_path: Path) -> None:
    read = ""
    with Asking(asking(tmp_path, "reading"), 40, 12) as screen:
        screen.wait("Enter shows more")
        while "All asked" not in screen.text():
            before = screen.text()
            read += " ".join(before.split())
            screen.send(ENTER).changed(before)

        assert screen.join() == 0
    assert [n for n in range(1, 10) if f"Paragraph {n} of the help." in read] == list(range(1, 9))


def test_a_lone_esc_goes_back_and_what_was_typed_stands_there_again(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "line", "long")) as screen:
        screen.wait("Which thought").send("first" + ENTER).wait("as a camera")
        screen.send("half a word").wait("half a word").send(ESC).wait("Part 1/2")
        screen.send("again" + ENTER).wait("half a word").send("\x13").wait("All asked")

        assert screen.join() == 0
    assert (tmp_path / "line.answer").read_text() == repr("again")
    assert (tmp_path / "long.answer").read_text() == repr("half a word")


def test_a_resize_draws_everything_anew(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "choice", "signs")) as screen:
        screen.wait("Ctrl-C pause").send(ENTER).wait("Which signs")
        screen.resize(40, 16).wait("F8 urgent · Ctrl-C pause")
        screen.resize(80, 24).send(END).wait(f"> [ ] {SIGNS[-1]}")

        assert screen.text().count("Which signs") == 1
        assert "Which signs were there, whether or not you saw them then?" in screen.lines()


def test_one_quiet_line_is_left_of_each_answer(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "info", "choice", "signs", "long"), 80, 50) as screen:
        screen.wait("Take a breath").send(ENTER).wait("Where did").send(ENTER).wait("signs")
        screen.send(" " + DOWN + " " + ENTER).wait("as a camera").send("one two\rthree\x13")
        screen.wait("All asked")

        assert screen.join() == 0
        assert screen.text().splitlines() == [
            "  Where did it begin? with me",
            "  Which signs were there, whether or… went quieter or shorter than usual…",
            "  What happened, as a camera would have… one two three",
            "All asked.",
        ]


def test_words_are_never_broken_while_typing(tmp_path: Path) -> None:
    text = "She asked whether we could meet every other week and I said of course."
    with Asking(asking(tmp_path, "long"), 40, 16) as screen:
        screen.wait("Ctrl-C pause").send(text).wait("of course.")

        typed = [line[2:] for line in screen.lines() if line.startswith("│ ")]
        assert " ".join(typed) == text
        assert len(typed) == 3


def test_what_terminals_with_little_luck_send_is_shown_as_harmless_text(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "line")) as screen:
        screen.wait("Ctrl-C pause").send(b"caf\xe9 \xe2\x80\xae bidi " + "漢字 ok".encode())
        screen.wait("> caf\ufffd \ufffd bidi")
        screen.send(ENTER).wait("All asked")

    assert (tmp_path / "line.answer").read_text() == repr("caf\ufffd \u202e bidi 漢字 ok")


def test_the_product_may_go_into_a_pipe_while_questions_are_asked(tmp_path: Path) -> None:
    command = f"{' '.join(asking(tmp_path, 'choice'))} 2> {tmp_path}/talk | cat > {tmp_path}/out"
    with PtyScreen(["sh", "-c", command]) as screen:
        screen.wait("Ctrl-C pause").send(ENTER)

        assert screen.join() == 0
    assert (tmp_path / "out").read_text() == "All asked.\n"
    assert (tmp_path / "talk").read_text() == ""


def test_a_dumb_terminal_is_asked_line_by_line(tmp_path: Path) -> None:
    with Asking(asking(tmp_path, "choice"), env={"TERM": "dumb"}) as screen:
        screen.wait("Number:").send("2" + ENTER).wait("Noted: with us").wait("All asked")

        assert screen.join() == 0
        assert b"\x1b" not in screen.raw
