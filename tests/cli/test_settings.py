"""Settings at work: the user's own word and contact, where failnote speaks."""

import json
from pathlib import Path

import pytest

from program import failnote, on_terminal
from terminal.pty_screen import F8

GO, SKIPS = "1\n", ".s\n" * 80


@pytest.fixture
def settings(home: Path) -> Path:
    path = home / "config" / "failnote" / "settings.toml"
    path.parent.mkdir(parents=True)
    return path


def test_the_contact_stands_behind_the_risk_line(settings: Path, journal: Path) -> None:
    settings.write_text('support_contact = "Ana, room 12"\n')

    with on_terminal("review", "--guide", "quick") as screen:
        screen.wait("urgent or formal").send(F8)
        screen.wait("failnote has not recorded this message.")
        screen.wait("Your own contact: Ana, room 12")
        screen.join()


def test_the_contact_stands_behind_the_gate_that_stops(settings: Path) -> None:
    settings.write_text('support_contact = "Ana, room 12"\n')

    done = failnote("review", "--plain", stdin="3\n\n")

    assert "Then please stop here" in done.err
    assert done.err.endswith("Your own contact: Ana, room 12\n")


def test_a_wrong_file_is_told_before_anything_is_asked(settings: Path) -> None:
    settings.write_text('role = "guest"\n')

    done = failnote("review", "--plain", stdin=GO)

    assert done.code == 2
    assert "settings.toml:1: “role”" in done.err
    assert "urgent" not in done.err


def test_the_user_s_word_is_failnote_s_word_and_what_was_written_stays(settings: Path) -> None:
    settings.write_text('role = "patient"\n')

    done = failnote(
        *("review", "--plain", "--no-passphrase"),
        stdin=GO + "4\n" + ".s\n" * 5 + "1\n6\n" + ".s\n" * 2 + "My client left.\n.\n" + SKIPS,
    )

    assert "shown to a patient, a court" in " ".join(failnote("about").out.split())
    assert "The patient stopped, and we had not agreed to" in done.err
    assert "client" not in done.err
    review = json.loads(failnote("export", "--no-mask").out)
    said = {a["question"]: a.get("value") for a in review["answers"]}
    assert said["core.facts"] == "My client left."
    shown = failnote("show", "1").out
    assert "the patient stopped without a word" in shown
    assert "My client left." in shown


def test_a_worksheet_takes_the_user_s_word(settings: Path) -> None:
    settings.write_text('role = "coachee"\n')

    sheet = failnote("guides", "print", "core").out

    assert "coachee" in sheet
    assert "client" not in sheet.replace("core.client-view", "")


def test_about_says_what_it_is_where_things_are_and_what_to_tell_others(settings: Path) -> None:
    settings.write_text('role = "patient"\nsupport_contact = "Ana, room 12"\n')

    done = failnote("about")

    flat = " ".join(done.out.split())
    assert done.code == 0
    assert "It is not a clinical record, not supervision and not advice." in flat
    assert "shown to a patient, a court or a regulator" in flat
    assert "I keep short reflective notes about my own work" in flat
    assert "Your own contact: Ana, room 12" in flat
    assert str(settings) in flat
    assert (
        max(len(row) for row in done.out.splitlines() if str(settings.parents[2]) not in row) <= 80
    )


def test_about_promises_no_protection() -> None:
    text = failnote("about").out.lower()

    for word in ("confidential by law", "privileged", "hipaa", "gdpr", "subpoena", "safe"):
        assert word not in text
