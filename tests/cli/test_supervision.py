"""The note in its forms, and the questions that wait for an answer."""

import json
import re
from pathlib import Path

import pytest

from program import failnote, typed

RECOGNISED = "ould someone who knows this person recognise them from this?"


@pytest.mark.usefixtures("journal")
def test_without_a_number_it_is_the_latest_finished_review() -> None:
    assert failnote("note").out == failnote("note", "3").out


def test_without_a_finished_review_it_says_so() -> None:
    failnote("journal", "terms", "add", "--file", "-", "--no-passphrase", stdin="x\n")
    Path("old.md").write_text("She left.")
    failnote("import", "old.md", "--no-passphrase")

    done = failnote("note")

    assert done.code == 1
    assert "There is no finished review yet" in done.err


@pytest.mark.usefixtures("journal")
def test_whether_they_are_recognised_is_asked_once_for_each_note() -> None:
    assert failnote("note", "1").err.count(RECOGNISED) == 1
    assert failnote("note", "1", "3").err.count(RECOGNISED) == 2


@pytest.mark.usefixtures("journal")
def test_the_clients_view_leaves_when_it_is_asked_for() -> None:
    without, asked_for = failnote("note", "1"), failnote("note", "1", "--with-client-view")

    assert "As the client might tell it" not in without.out
    assert "--with-client-view takes it in" in without.err
    assert "As the client might tell it" in asked_for.out
    assert asked_for.out == failnote("note", "1", "--all").out


@pytest.mark.usefixtures("journal")
def test_with_context_every_field_is_there() -> None:
    assert "**Context:**" not in failnote("note", "1").out
    assert "**Context:**" in failnote("note", "1", "--with-context").out


@pytest.mark.usefixtures("journal")
def test_a_front_matter_stands_first_and_once() -> None:
    page = failnote("note", "1", "3", "--front-matter").out

    assert page.startswith('---\ntitle: "Supervision note: ')
    assert page.count("\n---\n") == 1
    assert 'status: "masked, not anonymous"' in page


@pytest.mark.usefixtures("journal")
def test_an_agenda_has_the_open_questions_the_oldest_first() -> None:
    lines = failnote("agenda").out.splitlines()

    assert lines[0] == "# For supervision (masked, not anonymous)"
    assert lines[2].startswith("1. How could I have opened")
    assert lines[5] == "2. What do I protect with the sheet?"


@pytest.mark.usefixtures("journal")
def test_an_agenda_is_chosen_by_filters() -> None:
    assert "sheet" in failnote("agenda", "--since", "2026-03").out
    assert "opened the subject" not in failnote("agenda", "--since", "2026-03").out
    done = failnote("agenda", "--since", "2027")
    assert (done.code, done.out) == (0, "")
    assert done.err == "No question for supervision is open.\n"


@pytest.mark.usefixtures("journal")
def test_an_agenda_as_json() -> None:
    whole = json.loads(failnote("agenda", "-f", "json").out)

    assert [each["review"] for each in whole["questions"]] == [1, 3]
    assert re.fullmatch(r"2026-W\d\d", whole["questions"][0]["week"])


@pytest.mark.usefixtures("journal")
def test_an_answer_is_kept_with_its_question_and_closes_it() -> None:
    done = failnote("agenda", "--answer", "1", "--today", "2026-04-01", stdin="Ask earlier.\n")

    assert (done.code, done.err) == (0, "Kept with review 1; its question is closed.\n")
    assert "opened the subject" not in failnote("agenda").out
    assert "The answer, 2026-04-01\n      Ask earlier." in failnote("show", "1").out
    assert '"supervision_answer": "Ask earlier."' in failnote("export", "1").out


@pytest.mark.usefixtures("journal")
def test_an_answer_is_asked_for_with_the_question_before_it() -> None:
    done = typed("agenda", "--answer", "3", keys="Your own hour.\n.\n")

    assert "What do I protect with the sheet?" in done.err
    assert "Your own hour." in failnote("show", "3").out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("--answer", "2"), 1, "Review 2 has no open question"),
        (("--answer", "9"), 1, "There is no review 9"),
        (("--answer", "1", "--since", "2026"), 2, "leave the other options out"),
    ],
)
def test_an_answer_to_nothing_is_refused(words: tuple[str, ...], code: int, said: str) -> None:
    done = failnote("agenda", *words, stdin="x")

    assert done.code == code
    assert said in done.err


@pytest.mark.usefixtures("journal")
def test_an_empty_answer_closes_nothing() -> None:
    assert failnote("agenda", "--answer", "1", stdin="\n").code == 2
    assert "opened the subject" in failnote("agenda").out
