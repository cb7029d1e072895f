"""review --plain: line by line, through a pipe as well as on a dumb terminal."""

import json
from pathlib import Path
from typing import Any

import pytest

from program import PASSPHRASE, Done, failnote, typed

SKIPS = ".s\n" * 65
GO = "1\n"
STOP = "3\n"


def plainly(keys: str, *options: str | Path) -> Done:
    """Hold a review line by line, in a journal without a passphrase."""
    return failnote("review", "--plain", "--no-passphrase", *options, stdin=keys)


def exported() -> list[dict[str, Any]]:
    """The journal's reviews as they leave it."""
    return [json.loads(line) for line in failnote("export", "--no-mask").out.splitlines()]


def test_a_review_can_be_held_through_a_pipe() -> None:
    done = plainly(GO + "4\nI heard it.\n" + SKIPS)

    (review,) = exported()
    assert (done.code, done.out) == (0, "")
    assert f"Saved as review 1, case {review['case']}." in done.err
    assert "\x1b" not in done.err
    assert review["answers"][1]["value"] == "I heard it."


def test_the_first_run_says_what_failnote_is_and_offers_a_passphrase() -> None:
    done = typed("review", "--guide", "quick", keys=GO + "4\n4\n" + SKIPS)

    assert done.code == 0
    assert "It is not a clinical record" in done.err
    assert "This passphrase was made for you" in done.err
    assert "NOT encrypted" in failnote("journal", "status").out


def test_the_passphrase_that_was_offered_opens_the_journal(monkeypatch: pytest.MonkeyPatch) -> None:
    done = typed("review", "--guide", "quick", keys=GO + "2\n1\n4\n" + SKIPS)

    offers = done.err.split("This passphrase was made for you:\n\n")[1:]
    first, second = (offer.split("\n")[0].strip() for offer in offers)
    assert first != second
    assert len(second.split()) == 6
    assert failnote("list").code == 3
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", second)
    assert failnote("list").code == 0


def test_leaving_before_a_passphrase_is_chosen_makes_no_journal(home: Path) -> None:
    back = typed("review", "--guide", "quick", keys=GO + ".b\n")
    end = typed("review", "--guide", "quick", keys=GO)

    assert (back.code, end.code) == (1, 130)
    assert "No journal was made" in back.err
    assert "Nothing was changed." in end.err
    assert list(home.iterdir()) == []


def test_a_journal_at_a_named_place_is_confirmed_first(home: Path) -> None:
    no = typed("review", "--guide", "quick", "--journal", "new.db", keys=GO + "2\n")
    yes = typed("review", "--guide", "quick", "--journal", "new.db", keys=GO + "1\n4\n4\n" + SKIPS)

    assert no.code == 1
    assert "There is no journal at new.db. Begin one there?" in no.err
    assert yes.code == 0
    assert [path.name for path in home.iterdir()] == ["new.db"]


def test_no_passphrase_is_chosen_through_a_pipe(home: Path) -> None:
    done = failnote("review", "--guide", "quick", "--plain", stdin=GO + "1\n4\n" + SKIPS)

    assert done.code == 2
    assert "no terminal to choose a passphrase on" in done.err
    assert list(home.iterdir()) == []


def test_the_gate_stops_before_anything_is_asked_for_or_made(home: Path) -> None:
    done = failnote("review", "--plain", stdin=STOP + "\n")

    assert (done.code, done.out) == (0, "")
    assert done.err.rstrip().endswith("Nothing has been kept.")
    assert "your supervisor, an on-call colleague" in done.err.rpartition("Enter goes on")[2]
    assert "passphrase" not in done.err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("journal")
def test_the_gate_keeps_no_row_in_a_journal_that_is_there() -> None:
    before = failnote("export", "--no-mask").out

    plainly(STOP + "\n")

    assert failnote("export", "--no-mask").out == before
    assert failnote("list").out.count("\n") == 3


def test_the_end_of_the_input_at_the_gate_leaves_nothing(home: Path) -> None:
    done = plainly("")

    assert (done.code, done.out) == (130, "")
    assert done.err.endswith("Nothing has been saved.\n")
    assert list(home.iterdir()) == []


@pytest.mark.parametrize("keys", ["", ".s\n", ".s\n.s\n.b\n", "?\n"])
def test_a_review_in_which_nothing_was_said_leaves_no_row(keys: str) -> None:
    done = plainly(GO + keys)

    assert done.code == 130
    assert failnote("list").out == ""


def test_a_review_in_which_everything_was_skipped_leaves_no_row() -> None:
    done = plainly(GO + SKIPS)

    assert (done.code, failnote("list").out) == (0, "")
    assert "Nothing was answered, so nothing was saved." in done.err


def test_what_was_skipped_before_the_first_answer_is_kept_as_skipped() -> None:
    plainly(GO + ".s\n.s\nA coat.\n")

    (review,) = exported()
    said = {each["question"]: each["status"] for each in review["answers"]}
    assert said == {
        "settle.charge": "skipped",
        "settle.thought": "skipped",
        "settle.image": "answered",
    }


def test_a_pause_keeps_what_was_answered_and_is_offered_again() -> None:
    paused = plainly(GO + "4\nI heard it.\n.q\n")
    resumed = plainly(GO + "1\nThe coat.\n" + SKIPS)

    (review,) = exported()
    assert paused.code == 130
    assert "Paused, and saved. `failnote review` goes on from here." in paused.err
    assert "There is a review that you paused." in resumed.err
    assert f"Going on with review 1 · {review['date']} · core · {review['case']}." in resumed.err
    assert [each["value"] for each in review["answers"][:3]] == [4, "I heard it.", "The coat."]
    assert review["state"] == "finished"


def test_another_review_can_be_begun_beside_a_paused_one() -> None:
    plainly(GO + "4\n.q\n", "--guide", "quick")
    plainly(GO + "2\n5\n.q\n", "--guide", "quick")
    third = plainly(GO + "1\n" + SKIPS, "--guide", "quick")

    assert [each["number"] for each in exported()] == [1, 2]
    assert "Some reviews are paused." in third.err
    assert [each["state"] for each in exported()] == ["open", "finished"]


def test_a_review_is_resumed_in_the_words_it_was_begun_with() -> None:
    plainly(GO + "4\n.q\n", "--guide", "quick")

    resumed = plainly(GO + "1\n" + SKIPS, "--guide", "core")

    assert "What is there, in one line" in resumed.err
    assert exported()[0]["guide"] == "quick"


def test_half_of_a_long_answer_is_kept_and_offered() -> None:
    at_facts = GO + "4\n" + ".s\n" * 7
    plainly(at_facts + "Two hours were missed.\nThen")

    resumed = plainly(GO + "1\nnothing came.\n.\n" + SKIPS)

    facts = next(each for each in exported()[0]["answers"] if each["question"] == "core.facts")
    assert "Kept from last time" in resumed.err
    assert facts["value"] == "Two hours were missed.\nThen\nnothing came."


@pytest.mark.parametrize("keys", ["", GO, GO + "4\n"], ids=["gate", "first", "second"])
def test_the_risk_line_is_one_key_away_at_every_question(keys: str) -> None:
    done = plainly(keys + ".!\n")

    assert done.code == 130
    assert "If you or anyone is in danger, call your local emergency" in done.err
    assert done.err.count("failnote has not recorded this message.") == 1


def test_the_risk_line_is_one_key_away_at_the_passphrase_too(home: Path) -> None:
    done = typed("review", keys=GO + ".!\n")

    assert done.code == 130
    assert "If you or anyone is in danger" in done.err
    assert list(home.iterdir()) == []


def test_only_the_short_version_goes_on_as_the_same_review() -> None:
    plainly(GO + "9\n\n3\n6\nA knot.\n" + SKIPS)

    (review,) = exported()
    assert (review["number"], review["guide"], review["state"]) == (1, "quick", "finished")
    questions = [each["question"] for each in review["answers"]]
    assert questions[:4] == ["settle.charge", "settle.how-on", "quick.charge", "quick.inner"]


def test_the_short_version_can_be_paused_and_changed_later() -> None:
    plainly(GO + "9\n\n3\n6\n.q\n")
    plainly(GO + "1\nA knot.\n" + SKIPS)
    failnote("edit", "1", "--answers", "-", stdin='"quick.did" = "I went on."')

    (review,) = exported()
    said = [each["question"] for each in review["answers"] if each["status"] == "answered"]
    assert said == ["settle.charge", "settle.how-on", "quick.charge", "quick.inner", "quick.did"]


@pytest.mark.parametrize(("wanted", "reminded"), [("1\n", True), ("2\n", False), ("", False)])
def test_later_keeps_nothing_but_a_reminder_that_was_wanted(wanted: str, reminded: bool) -> None:
    done = plainly(GO + "9\n\n4\n" + wanted, "--today", "2026-03-01")

    due = failnote("list", "--today", "2026-03-03")
    assert done.code == 0
    assert "Nothing of it was kept." in done.err
    assert due.out == ""
    assert ("1 reminder is due." in due.err) == reminded
    assert "due" not in failnote("list", "--today", "2026-03-02").err
    assert failnote("cases").out == ""


def test_the_day_of_a_resumed_review_stays_that_of_its_beginning() -> None:
    plainly(GO + "4\n.q\n", "--guide", "quick", "--today", "2026-03-01")

    skips = ".s\n" * 7
    done = plainly(GO + "1\n" + skips + "2\n\n" + SKIPS, "--today", "2026-03-05")

    (review,) = exported()
    assert review["date"] == "2026-03-01"
    assert "2026-03-07" in done.err, "a reminder counts from the day of the answer"
    assert "1 reminder is due." in failnote("list", "--today", "2026-03-07").err


def test_a_second_look_at_a_case_begins_with_what_is_known_of_it() -> None:
    plainly(GO + "4\n" + ".s\n" * 5 + "2\n" + SKIPS)
    case = exported()[0]["case"]

    done = plainly(GO + "4\n" + ".s\n" * 5 + "\n" + SKIPS, "--case", case)

    assert "Suggested: 2" in done.err
    assert [each["case"] for each in exported()] == [case, case]
    assert exported()[1]["context"]["ending"] == ["deterioration"]


def test_an_unknown_case_is_refused_before_the_gate(home: Path) -> None:
    done = plainly(GO, "--case", "nobody-here-11")

    assert done.code == 2
    assert "urgent or formal" not in done.err
    assert list(home.iterdir()) == []


def test_row_3_the_journal_is_unlocked_before_any_text_is_asked_for(locked: Path) -> None:
    done = failnote("review", "--plain", "--journal", locked, stdin=GO + "4\nI heard it.\n")

    assert done.code == 3
    assert "How strongly" not in done.err


def test_without_a_terminal_review_names_the_two_ways_there_are() -> None:
    done = failnote("review", stdin=GO)

    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "failnote: Standard input is not a terminal. Use --plain to answer line by line,"
        " or --answers FILE (- for standard input).\n"
    )


def test_plain_is_also_a_setting_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILNOTE_PLAIN", "1")
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)

    done = failnote("review", "--guide", "quick", stdin=GO + "4\n" + SKIPS)

    assert done.code == 0
    assert "recovery" not in done.err, "a recovery code is for a terminal only"
