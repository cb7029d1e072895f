"""One soft line when an answer may tell who it is about; it never asks and stops nothing."""

from pathlib import Path

import pytest

from failnote.cli.identifying import Identifying
from failnote.guide.questions import Text
from failnote.masking import Masker, Term
from failnote.review import Answer
from program import failnote, on_terminal
from terminal.pty_screen import ENTER, TAB

CTRL_C, DONE = "\x03", "\x13"


def question(export: str = "yes") -> Text:
    return Text.model_validate({"type": "text", "id": "core.facts", "ask": "?", "export": export})


@pytest.fixture
def pointing() -> Identifying:
    return Identifying(Masker([Term("Anna Kowalczyk", "client")]))


def test_names_dates_and_rare_things_are_quoted(pointing: Identifying) -> None:
    said = pointing.line(question(), "then anna came with Ruthven on 3 March, the twins too", [])

    assert "“anna”, “Ruthven”, “3 March” and 1 more may tell who it is." in said
    assert "[client]" in said


def test_each_word_is_pointed_at_once(pointing: Identifying) -> None:
    first = pointing.line(question(), "Anna came.", [])
    again = pointing.line(question(), "Anna came.", [])

    assert (bool(first), again) == (True, "")


@pytest.mark.parametrize("text", ["They came late.", "[client] left in spring.", ""])
def test_an_answer_that_names_nobody_is_let_stand(text: str, pointing: Identifying) -> None:
    assert pointing.line(question(), text, []) == ""


def test_nothing_is_said_of_what_never_leaves_or_where_it_pulls_hard(pointing: Identifying) -> None:
    hard = Answer("settle.charge", "scale", "?", value=9, text="9")

    assert pointing.line(question("no"), "Anna came.", []) == ""
    assert pointing.line(question(), "Anna came.", [hard]) == ""


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("setting", ["", "identifiers = false\n"], ids=["on", "off"])
def test_on_a_terminal_the_line_stands_under_the_answer_and_the_answer_is_kept(
    setting: str, home: Path
) -> None:
    folder = home / "config" / "failnote"
    folder.mkdir(parents=True)
    (folder / "settings.toml").write_text(setting)
    failnote("journal", "terms", "add", "--file", "-", stdin="Anna Kowalczyk\n")
    with on_terminal("review", "--guide", "quick") as screen:
        screen.wait("urgent or formal").send(ENTER).gone("urgent or formal")
        screen.wait("How strongly does it pull").send("4" + ENTER)
        screen.wait("in one line").send(TAB)
        screen.wait("What was the moment").send("Kowalczyk stopped." + DONE)
        screen.wait("What did you do then")
        said = " ".join(screen.text().split())
        screen.send(CTRL_C)
        screen.join()

    assert ("“Kowalczyk” may tell who it is." in said) is not bool(setting)
    assert "Kowalczyk stopped." in failnote("show", "4").out
