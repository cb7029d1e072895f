"""Second look: at most one soft question about a phrase, and Enter keeps the words."""

import json
from pathlib import Path
from typing import Any

import pytest

from failnote.cli.second_look import MOST, SecondLook
from failnote.cues import load_cues
from failnote.guide.questions import Text
from failnote.review import Answer
from program import failnote, on_terminal
from terminal.pty_screen import ENTER, TAB, PtyScreen

ATTACK = "I should have known."
NOTED = "You wrote “I should have known”. What did you know at that moment?"
CTRL_C, DONE = "\x03", "\x13"


def question(id_: str = "core.moment") -> Text:
    return Text(id=id_, type="text", ask="?")


def charge(id_: str, value: int) -> Answer:
    return Answer(id_, "scale", "?", value=value, text=str(value))


@pytest.fixture
def looking() -> SecondLook:
    return SecondLook(load_cues())


# ---- how often


def test_an_answer_is_asked_about_once(looking: SecondLook) -> None:
    first = looking.note(question(), ATTACK, [])
    again = looking.note(question(), f"{ATTACK} I am useless at this.", [])

    assert first.startswith(NOTED)
    assert first.endswith("Enter keeps your words.")
    assert again == ""


def test_a_review_hears_at_most_three_notes(looking: SecondLook) -> None:
    notes = [looking.note(question(f"core.q{n}"), ATTACK, []) for n in range(6)]

    assert [bool(note) for note in notes] == [True] * MOST + [False] * 3


def said(id_: str, words: str) -> Answer:
    return Answer(id_, "text", "?", value=words, text=words)


def test_three_notes_hold_for_all_sittings_of_a_review() -> None:
    heard = [said("core.facts", ATTACK), said("core.unsaid", ATTACK)]
    passed_by = [said("core.surprised", "Nothing."), said("settle.thought", ATTACK)]
    looking = SecondLook(load_cues(), answers=[*heard, *passed_by])

    notes = [looking.note(question(id_), ATTACK, []) for id_ in ("core.facts", "a", "b", "c")]

    assert [bool(note) for note in notes] == [False, True, False, False]


@pytest.mark.parametrize(
    ("answers", "heard"),
    [
        ([charge("settle.charge", 8)], True),
        ([charge("settle.charge", 9)], False),
        ([charge("settle.charge", 3), charge("close.charge", 10)], False),
        ([charge("core.sure", 9)], True),
    ],
)
def test_nothing_is_said_where_it_pulls_hard(
    looking: SecondLook, answers: list[Answer], heard: bool
) -> None:
    assert bool(looking.note(question(), ATTACK, answers)) is heard


# ---- on a terminal


def exported() -> dict[str, Any]:
    review: dict[str, Any] = json.loads(failnote("export", "--no-mask").out.splitlines()[-1])
    return review


def at_moment(screen: PtyScreen) -> PtyScreen:
    """A quick review up to its text about the moment."""
    screen.wait("urgent or formal").send(ENTER).gone("urgent or formal")
    screen.wait("How strongly does it pull").send("4" + ENTER)
    screen.wait("in one line").send(TAB)
    return screen.wait("What was the moment")


@pytest.fixture
def settings(home: Path) -> Path:
    path = home / "config" / "failnote" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


@pytest.fixture(autouse=True)
def begun(journal: Path) -> Path:
    return journal


def test_one_key_keeps_the_words_and_nothing_about_it_is_stored() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        at_moment(screen).send(ATTACK + DONE).wait(NOTED)
        screen.send(ENTER).gone(NOTED).wait("What did you do then")
        screen.send(CTRL_C)
        screen.join()

    review = exported()
    moment = next(a for a in review["answers"] if a["question"] == "quick.moment")
    assert moment["value"] == ATTACK
    assert "second_look" not in json.dumps(review)
    assert "What did you know" not in json.dumps(review)


def test_the_answer_is_stored_before_the_note_is_shown() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        at_moment(screen).send(ATTACK + DONE).wait(NOTED)
        screen.hangup()
        screen.join()

    assert exported()["answers"][-1]["value"] == ATTACK


def test_words_can_be_changed_and_are_not_asked_about_again() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        at_moment(screen).send(ATTACK + DONE).wait(NOTED)
        screen.send(" I had seen the coat. I am useless at this." + DONE)
        screen.wait("What did you do then").send(CTRL_C)
        screen.join()

    answer = next(a for a in exported()["answers"] if a["question"] == "quick.moment")
    assert answer["value"] == f"{ATTACK} I had seen the coat. I am useless at this."


def test_a_review_taken_up_again_does_not_begin_to_count_anew() -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate().wait("How strongly does it pull").send("4" + ENTER)
        for asked, done in (
            ("in one line", ENTER),
            ("What was the", DONE),
            ("What did you", ENTER),
        ):
            screen.wait(asked).send(ATTACK + done).wait(NOTED).send(ENTER).gone(NOTED)
        screen.wait("Which signs").send(CTRL_C)
        screen.join()
    with on_terminal("review") as screen:
        screen.past_gate().wait("that you paused").send(ENTER).wait("Which signs").send(TAB)
        screen.wait("how many sessions").send(TAB).wait("first sign come").send(TAB)
        screen.wait("What does it have").send(TAB).wait("What comes next").send(ENTER)
        screen.wait("your first sentence").send(ATTACK + ENTER).wait("Noted. Before the next")
        screen.send(CTRL_C)
        screen.join()

    assert "You wrote" not in screen.raw.decode()


def test_line_by_line_an_empty_line_keeps_the_words() -> None:
    with on_terminal("review", "--guide", "quick", "--plain") as screen:
        screen.wait("urgent or formal").wait("Number:").send("1\r")
        screen.wait("How strongly").wait("Answer:").send("4\r").wait("in one line")
        screen.send(".s\r").wait("What was the moment").send(f"{ATTACK}\r.\r")
        screen.wait(NOTED).send("\r").wait("What did you do then").send(".q\r")
        assert screen.join() == 130


@pytest.mark.parametrize("options", [("--no-cues",), ()], ids=["for one review", "for good"])
def test_it_can_be_switched_off(settings: Path, options: tuple[str, ...]) -> None:
    settings.write_text("" if options else "cues = false\n")

    with on_terminal("review", "--guide", "quick", *options) as screen:
        at_moment(screen).send(ATTACK + DONE).wait("What did you do then").send(CTRL_C)
        screen.join()

    assert "You wrote" not in screen.raw.decode()


def test_a_pipe_is_asked_nothing_that_its_script_does_not_know() -> None:
    done = failnote(
        *("review", "--guide", "quick", "--plain"), stdin=f"1\n4\n.s\n{ATTACK}\n.\n" + ".s\n" * 20
    )

    assert done.code == 0
    assert "You wrote" not in done.err
