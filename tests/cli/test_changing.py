"""edit, add, delete and undo, without a terminal or line by line."""

import json
from typing import Any

import pytest

from program import Done, failnote

SECRET = "Wren7secret"

pytestmark = pytest.mark.usefixtures("journal")


def edited(answers: str, number: int = 2) -> Done:
    """Change answers of a review."""
    return failnote("edit", str(number), "--answers", "-", stdin=answers)


def exported(number: int) -> dict[str, Any]:
    """One review as it leaves the journal."""
    review: dict[str, Any] = json.loads(failnote("export", str(number), "--no-mask").out)
    return review


def said(number: int, question: str) -> Any:
    """What a review says to a question."""
    return next(a for a in exported(number)["answers"] if a["question"] == question).get("value")


def test_an_edit_from_a_file_changes_what_stands_in_it() -> None:
    done = edited('"quick.charge" = 7\n"quick.did" = "I went on."')

    assert (done.code, done.out) == (0, "")
    assert done.err == "Review 2 is changed; `failnote undo` takes it back.\n"
    assert (said(2, "quick.charge"), said(2, "quick.did")) == (7, "I went on.")
    assert said(2, "quick.inner") == "A knot, high up."


def test_an_edit_changes_the_plan_and_the_marks() -> None:
    edited('"close.if" = "someone looks away"\n"core.contract.what" = "both"', 3)

    review = exported(3)
    assert review["plans"][0]["if"] == "someone looks away"
    assert review["marks"]["contract.goal-unclear"] is False


def test_an_edit_of_the_plan_alone_is_a_change_and_can_be_taken_back() -> None:
    done = edited('"close.then" = "wait"', 3)

    assert done.err.startswith("Review 3 is changed")
    assert exported(3)["plans"][0]["then"] == "wait"
    failnote("undo")
    assert exported(3)["plans"][0]["then"] == "ask what would be"


def test_an_edit_may_open_a_question_and_answer_it_in_any_order() -> None:
    last_first = ['"core.learned-by" = "message"', '"core.ending-type" = "referred-on"']

    done = edited("\n".join([*last_first, '"core.kind" = "dropout"']), 3)

    assert done.code == 0, done.err
    assert said(3, "core.learned-by") == "message"


def test_an_edit_that_says_the_same_changes_nothing() -> None:
    before = failnote("export", "--no-mask").out

    done = edited('"quick.charge" = 4')

    assert (done.code, done.err) == (0, "Nothing was changed.\n")
    assert failnote("export", "--no-mask").out == before
    assert failnote("undo").code == 1


@pytest.mark.parametrize(
    ("answers", "meant"),
    [
        (f'"quick.chrage" = "{SECRET}"', "“quick.charge”"),
        (f'"quick.area" = "{SECRET}"', "quick.area: that is not on the list"),
        (f'"quick.area" = ["{SECRET}"]', "quick.area: one option is needed"),
        ('"gate.urgent" = "no"', "gate.urgent"),
        ('"quick.remind" = "+3d"', "quick.remind: is not asked here"),
        ('"quick.inner" = "   "', "quick.inner: some text is needed"),
        (f'"quick.inner" = "{SECRET}"\n"quick.charge" = 99', "quick.charge: a whole number"),
    ],
)
def test_an_edit_that_does_not_fit_changes_nothing_and_repeats_nothing(
    answers: str, meant: str
) -> None:
    before = failnote("export", "--no-mask").out

    done = edited(answers)

    assert (done.code, done.out) == (1, "")
    assert "Nothing was changed" in done.err
    assert meant in done.err
    assert SECRET not in done.err
    assert failnote("export", "--no-mask").out == before


def test_a_review_that_is_not_finished_is_not_edited() -> None:
    failnote("review", "--plain", stdin="1\n4\n.q\n")

    done = edited('"settle.charge" = 5', 4)

    assert done.code == 1
    assert "Review 4 is not finished; `failnote review` goes on with it." in done.err


def test_an_edit_without_a_terminal_names_the_other_ways() -> None:
    done = failnote("edit", "2")

    assert (done.code, done.out) == (2, "")
    assert "--plain" in done.err
    assert "--answers" in done.err


def test_answers_are_changed_line_by_line_and_each_is_kept_at_once() -> None:
    done = failnote("edit", "2", "--plain", stdin="2\n8\n3\nA stone.\n.q\n")

    assert done.code == 130
    assert "Review 2 is changed in 2 places; each `failnote undo` takes one back." in done.err
    assert (said(2, "quick.charge"), said(2, "quick.inner")) == (8, "A stone.")


def test_a_question_that_a_change_opens_is_asked_next() -> None:
    done = failnote("edit", "2", "--plain", stdin="10\n2\n2026-04-01\n1\n")

    assert done.code == 0
    assert "When should failnote remind you?" in done.err
    assert said(2, "quick.remind") == "2026-04-01"


def test_going_back_from_a_question_changes_nothing() -> None:
    done = failnote("edit", "2", "--plain", stdin="2\n.b\n3\n.s\n1\n")

    assert (done.code, done.err.splitlines()[-1]) == (0, "Nothing was changed.")


def test_what_an_edit_replaced_is_not_shown_any_more() -> None:
    edited('"quick.inner" = "A stone."')

    assert "A knot" not in failnote("show", "2").out
    assert failnote("search", "knot").code == 1


def test_an_insight_stands_beside_the_first_account() -> None:
    done = failnote("add", "2", "--today", "2026-05-01", stdin="It was August.\nAnd I knew.\n")

    assert (done.code, done.out, done.err) == (0, "", "Added to review 2.\n")
    assert exported(2)["insights"][0] | {"id": ""} == {
        "id": "",
        "date": "2026-05-01",
        "text": "It was August.\nAnd I knew.",
    }
    assert said(2, "quick.inner") == "A knot, high up."
    assert "Added later" in failnote("show", "2").out


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        (b"", "Standard input holds no text"),
        (b" \n\t\n", "Standard input holds no text"),
        (b"\xff\xfe", "is not saved as UTF-8"),
        (b"x" * 1_000_001, "at most 1,000,000 characters"),
        (b"x" * 5_000_000, "more than 4 MB"),
    ],
    ids=["nothing", "blanks", "bytes", "much", "too much"],
)
def test_an_insight_that_is_none_is_wrong_usage(given: bytes, meant: str) -> None:
    done = failnote("add", "2", stdin=given)

    assert (done.code, done.out) == (2, "")
    assert meant in done.err
    assert "insights" not in exported(2)


@pytest.mark.parametrize(("keys", "code"), [(".b\n", 0), (".s\n", 0), (".q\n", 130), ("", 130)])
def test_an_insight_can_be_left_out_after_all(keys: str, code: int) -> None:
    done = failnote("add", "2", "--plain", stdin=keys)

    assert done.code == code
    assert "Nothing was added." in done.err


@pytest.mark.parametrize(
    ("command", "keys"),
    [(("edit", "2"), ".!\n"), (("edit", "2"), "2\n.!\n"), (("add", "2"), ".!\n")],
    ids=["edit", "edit a question", "add"],
)
def test_the_risk_line_is_one_key_away_while_something_is_changed(
    command: tuple[str, ...], keys: str
) -> None:
    done = failnote(*command, "--plain", stdin=keys)

    assert done.code == 130
    assert done.err.count("If you or anyone is in danger") == 1


def test_a_review_in_pause_takes_insights_too() -> None:
    failnote("review", "--plain", stdin="1\n4\n.q\n")

    assert failnote("add", "4", stdin="Later I saw it.").code == 0
    assert "Later I saw it." in failnote("show", "4").out


def test_a_deleted_review_is_gone_from_view_and_comes_back() -> None:
    before = failnote("export", "--no-mask").out

    done = failnote("delete", "2")

    assert done.err == "Review 2 is gone from view; `failnote undo` brings it back.\n"
    assert [row.split()[0] for row in failnote("list").out.splitlines()] == ["3", "1"]
    assert failnote("show", "2").code == 1
    assert failnote("search", "knot").code == 1
    assert failnote("undo").err == "Review 2 is back.\n"
    assert json.loads(failnote("export", "2", "--no-mask").out)["answers"]
    assert len(failnote("export", "--no-mask").out) >= len(before) - 20


def test_undo_takes_back_one_change_after_the_other() -> None:
    edited('"quick.inner" = "A stone."')
    edited('"quick.inner" = "A door."')
    failnote("delete", "1")

    told = [failnote("undo").err for _ in range(3)]

    assert told[0] == "Review 1 is back.\n"
    assert told[1] == told[2] == "The last edit of review 2 is taken back.\n"
    assert said(2, "quick.inner") == "A knot, high up."


def test_undo_with_nothing_to_take_back_says_so() -> None:
    done = failnote("undo")

    assert (done.code, done.out) == (1, "")
    assert "There is no delete or edit to take back." in done.err


def test_a_deleted_review_keeps_its_number_to_itself() -> None:
    failnote("delete", "3")

    failnote("review", "--answers", "-", stdin='"gate.urgent" = "no"')

    assert failnote("list").out.split()[0] == "4"
