"""follow-up: a look back at one plan, kept reply by reply."""

import json
import shutil
import signal
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from failnote.journal.opening import open_journal
from failnote.journal.reading import due_plans, open_follow_up
from failnote.journal.reading import review as read_review
from program import CORE, Done, failnote, on_terminal
from terminal.pty_screen import ENTER

LATER = "2026-03-01"
GO, ON = "1\n", "\n"
USED = GO + ON + "3\n2\nI asked.\n.\n2\n.s\n"  # three times, two of them used, thought of too late
MIDDLE = ".s\n" + ON + "1\n.s\n.s\n1\n" + ON + "1\n"
SKIPS = ".s\n" * 30


@pytest.fixture(scope="session")
def _one_plan(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Done]:
    path = tmp_path_factory.mktemp("planned") / "journal.db"
    begin = ("review", "--answers", CORE, "--no-passphrase", "--today", "2026-01-10")
    return path, failnote(*begin, "--journal", path)


@pytest.fixture
def planned(_one_plan: tuple[Path, Done], home: Path) -> Done:
    """A journal with one review and its plan, due on 2026-02-09."""
    path, done = _one_plan
    place = home / "data" / "failnote"
    place.mkdir(parents=True)
    shutil.copy(path, place / "journal.db")
    return done


def looked(keys: str, *options: str | Path, day: str = LATER) -> Done:
    return failnote("follow-up", "--plain", "--today", day, *options, stdin=keys)


def plans() -> list[dict[str, Any]]:
    """The plans of the one review, as they leave the journal."""
    (line,) = failnote("export", "--no-mask").out.splitlines()
    found: list[dict[str, Any]] = json.loads(line)["plans"]
    return found


# ---- which plan


def test_list_says_quietly_that_a_plan_is_due(planned: Done) -> None:
    assert failnote("list", "--today", LATER).err == "1 plan is due.\n"
    assert failnote("list", "--today", "2026-01-11").err == ""


def test_without_a_terminal_the_due_plans_are_listed(planned: Done) -> None:
    done = failnote("follow-up", "--today", LATER)

    assert done.code == 0
    assert done.out.splitlines()[0].startswith("Plan 1 · ")
    assert "IF a client asks for fewer sessions" in done.out


def test_nothing_due_is_said_and_nothing_is_asked(planned: Done) -> None:
    done = looked("", day="2026-01-11")

    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("No plan is due.")


def test_a_plan_that_is_not_due_can_be_looked_at_by_its_review(planned: Done) -> None:
    done = looked(GO + ON + "0\n" + SKIPS, "1", day="2026-01-11")

    assert done.code == 0
    assert plans()[0]["follow_ups"][0]["came_up"] == 0


@pytest.mark.parametrize(("number", "code"), [("9", 1), ("x", 2)])
def test_a_review_that_is_not_there_is_a_sentence(planned: Done, number: str, code: int) -> None:
    done = looked("", number)

    assert done.code == code
    assert "Traceback" not in done.err


def test_a_review_without_a_plan_says_so(planned: Done) -> None:
    failnote("review", "--answers", "-", stdin='"gate.urgent" = "no"\n"core.kind" = "rupture"\n')

    done = looked("", "2")

    assert done.code == 1
    assert "Review 2 has no open plan" in done.err


def test_without_a_journal_it_says_how_to_begin() -> None:
    done = failnote("follow-up")

    assert done.code == 0
    assert "`failnote review` begins one" in done.err


def test_the_gate_stops_before_anything_is_kept(planned: Done) -> None:
    done = looked("3\n\n")

    assert "Then please stop here" in done.err
    assert plans()[0].get("follow_ups", []) == []


def test_a_review_cannot_be_held_with_the_guide_of_plans(planned: Done) -> None:
    done = failnote("review", "--guide", "follow-up", "--plain", stdin=GO)

    assert done.code == 2
    assert "`failnote follow-up` asks it" in done.err


# ---- what is asked


def test_the_plan_and_the_question_stand_in_the_words_of_the_review(planned: Done) -> None:
    done = looked(USED + MIDDLE + SKIPS)

    assert "IF a client asks for fewer sessions" in done.err
    assert "THEN I will say: let us look at what that is about" in done.err
    assert "How could I have opened the subject of money" in done.err


def test_it_cannot_have_been_done_more_often_than_it_came_up(planned: Done) -> None:
    done = looked(GO + ON + "3\n4\n2\n" + SKIPS)

    assert "At most 3 is possible" in done.err
    (look,) = plans()[0]["follow_ups"]
    assert (look["came_up"], look["did"]) == (3, 2)


def test_going_back_to_fewer_times_asks_again_how_often_it_was_done(planned: Done) -> None:
    looked(GO + ON + "3\n3\n.b\n.b\n1\n1\n" + SKIPS)

    (look,) = plans()[0]["follow_ups"]
    assert (look["came_up"], look["did"]) == (1, 1)


def test_an_if_that_never_came_is_not_asked_about_further(planned: Done) -> None:
    done = looked(GO + ON + "0\n" + SKIPS)

    for asked in ("In how many of these", "What happened next", "What got in the way"):
        assert asked not in done.err


def test_the_earlier_answer_is_hidden_until_it_is_asked_again(planned: Done) -> None:
    done = looked(USED + MIDDLE + SKIPS)

    before, _, after = done.err.partition("The first time you said: ")
    assert after.startswith("perhaps")
    assert "could you have prevented it?" in before
    assert "The first time" not in looked(GO + ON + "0\n" + SKIPS, "1").err


def test_no_repair_is_asked_about_where_none_was_open(planned: Done) -> None:
    failnote("edit", "1", "--answers", "-", stdin='"close.reach" = "no"\n')

    done = looked(USED + SKIPS)

    assert "What became of the repair?" not in done.err


# ---- what it makes of the plan


def test_the_facts_are_kept_and_shown(planned: Done) -> None:
    looked(USED + MIDDLE + "2\n4\n" + SKIPS)

    shown = failnote("show", "1").out
    assert "2026-03-01 came up 3 times; done 2 times; in the way: late; verdict: keep" in " ".join(
        shown.split()
    )
    assert "What happened next, as a camera would have it?" in shown
    assert "I asked." in shown


@pytest.mark.parametrize(
    ("verdict", "state", "due"),
    [
        ("1\n", "habit", "2026-02-09"),
        ("2\n4\n2026-05-01\n", "open", "2026-05-01"),
        ("2\n4\n.s\n", "open", None),
        ("4\n", "retired", "2026-02-09"),
        (".s\n", "open", None),
    ],
    ids=["habit", "keep", "keep without a day", "let go", "no verdict"],
)
def test_the_verdict_is_the_plan_s(
    planned: Done, verdict: str, state: str, due: str | None
) -> None:
    looked(USED + MIDDLE + verdict + SKIPS)

    (plan,) = plans()
    assert (plan["state"], plan.get("due")) == (state, due)
    assert failnote("list", "--today", "2026-03-02").err == ""


def test_rewording_makes_a_new_plan_that_knows_its_parent(planned: Done) -> None:
    looked(USED + MIDDLE + "3\nthe fee is late\nsay it at once\n5\n\n")

    old, new = plans()
    assert (old["state"], old["if"]) == ("reworded", "a client asks for fewer sessions")
    assert (new["state"], new["if"], new["then"]) == ("open", "the fee is late", "say it at once")
    assert (new["parent"], new["miss"], new["due"]) == (old["id"], old["miss"], "2026-03-31")
    assert "Plan 1b" in failnote("follow-up", "--today", "2026-04-01").out


def test_rewording_one_half_keeps_the_other(planned: Done) -> None:
    looked(USED + MIDDLE + "3\nthe fee is late\n.s\n5\n\n")

    old, new = plans()
    assert (new["if"], new["then"]) == ("the fee is late", old["then"])


def test_rewording_without_words_leaves_the_plan_open(planned: Done) -> None:
    looked(USED + MIDDLE + "3\n.s\n.s\n5\n2026-04-01\n")

    (plan,) = plans()
    assert (plan["state"], plan["due"]) == ("open", "2026-04-01")


def test_undoing_an_edit_leaves_the_verdict(planned: Done) -> None:
    failnote("edit", "1", "--answers", "-", stdin='"core.kept" = "The hour."\n')
    looked(USED + MIDDLE + "1\n" + SKIPS)
    failnote("undo")

    assert plans()[0]["state"] == "habit"


# ---- nothing is lost


def test_a_paused_look_goes_on_where_it_stopped(planned: Done) -> None:
    paused = looked(USED + ".q\n")
    again = looked(GO + MIDDLE + "2\n" + SKIPS)

    assert paused.code == 130
    assert "`failnote follow-up` goes on from here" in paused.err
    assert "How many times has the IF" not in again.err
    (look,) = plans()[0]["follow_ups"]
    assert (look["came_up"], look["did"], look["verdict"]) == (3, 2, "keep")


def test_new_words_of_a_plan_survive_a_pause(planned: Done) -> None:
    looked(USED + MIDDLE + "3\nthe fee is late\n.q\n")
    assert len(plans()) == 1
    looked(GO + "say it at once\n5\n\n")

    assert [plan["if"] for plan in plans()][1:] == ["the fee is late"]


def test_pausing_before_the_first_answer_keeps_nothing(planned: Done) -> None:
    done = looked(GO + ".q\n")

    assert done.err.endswith("Nothing has been saved.\n")
    assert plans()[0].get("follow_ups", []) == []


def test_a_killed_look_keeps_its_answers_and_the_half_typed_text(planned: Done) -> None:
    with on_terminal("follow-up", "--today", LATER) as screen:
        screen.wait("urgent or formal").send(ENTER).wait("Your plan was").send(ENTER)
        screen.wait("About how many times").send("3" + ENTER)
        screen.wait("In how many").send("1" + ENTER)
        screen.wait("What happened next").send("The client").wait("The client")
        screen.kill(signal.SIGKILL)
        screen.join()

    path = Path("data/failnote/journal.db")
    connection = open_journal(path)
    (due,) = due_plans(connection, date.fromisoformat(LATER))
    look = open_follow_up(connection, due.plan.id)
    assert look is not None
    assert [a.value for a in look.answers] == [3, 1]
    assert look.drafts == {"fu.effect": "The client"}
    assert read_review(connection, 1).plans[0].state == "open"
    connection.close()
    with on_terminal("follow-up", "--today", LATER) as screen:
        screen.wait("urgent or formal").send(ENTER).wait("The client")
        screen.send("\x03")
        assert screen.join() == 130


# ---- reminders


def test_a_due_reminder_is_told_once(planned: Done) -> None:
    failnote(
        *("review", "--guide", "unknowns", "--answers", "-", "--today", "2026-01-11"),
        stdin='"gate.urgent" = "no"\n"unk.source" = "A course."\n"unk.by" = "2026-02-01"\n',
    )

    assert "1 reminder is due." in failnote("list", "--today", "2026-02-02").err
    told = looked("", day="2026-02-02")
    assert "You wanted to be reminded on 2026-02-01: review 2" in told.err
    assert failnote("list", "--today", "2026-02-03").err == ""
