"""What the journal has to write when one interview became the next."""

from datetime import date

import pytest

from failnote.guide.model import Guide
from failnote.interview import Interview, step
from failnote.review import Answer, Mark, Step, Value
from interview.small_guides import go_through, interviewed, question, small_guide

DAY = date(2026, 4, 13)
MISS = question("miss", "choice", options={"a": "contract.a", "b": "contract.b", "no": "Neither"})
PLAN = small_guide(
    MISS,
    question("main", "choice", ask_if="misses answered", **{"from": "misses"}, plan="miss"),
    question("if", "text", ask_if="misses answered", plan="if"),
    question("then", "text", ask_if="misses answered", plan="then"),
    question(
        "rehearse",
        "choice",
        ask_if="misses answered",
        plan="rehearsed",
        options={"aloud": "Aloud", "unsure": {"text": "Cannot say", "cannot_say": True}},
    ),
    question("due", "date", ask_if="misses answered", plan="due"),
)
REPLIES: dict[str, Value] = {
    "miss": "a",
    "main": "contract.a",
    "if": "the client looks away",
    "then": "I ask what just happened",
    "rehearse": "aloud",
    "due": DAY,
}


def whole(guide: Guide, replies: dict[str, Value], *, lean: bool = False) -> Step:
    """One step from the start of an interview to where these replies lead."""
    return step(Interview.start(guide, lean=lean), interviewed(guide, replies, lean=lean))


def test_a_step_holds_what_changed_and_where_it_stands() -> None:
    before = Interview.start(PLAN)

    change = step(before, before.answer("b"))

    assert change == Step(
        answers=(Answer("miss", "choice", "miss?", value="b", text="b"),),
        positions={"miss": 0},
        awake=frozenset({"miss"}),
        marks=(Mark("contract.a", False), Mark("contract.b", True)),
        at="main",
        plan=dict.fromkeys(("miss", "if", "then", "rehearsed", "due")),
    )


def test_a_step_without_a_change_holds_no_answers() -> None:
    interview = interviewed(PLAN, REPLIES)

    assert step(interview, interview.back()).answers == ()


def test_words_of_the_plan_go_to_the_plan() -> None:
    change = whole(PLAN, REPLIES)

    assert change.plan == {
        "miss": "contract.a",
        "if": "the client looks away",
        "then": "I ask what just happened",
        "rehearsed": "aloud",
        "due": DAY,
    }
    assert {(a.status, a.value, a.text) for a in change.answers[1:]} == {("answered", None, "")}


def test_skipped_and_cannot_say_are_no_part_of_the_plan_and_stay_with_the_answers() -> None:
    change = whole(PLAN, {"miss": "a", "if": "words", "rehearse": "unsure"})

    assert {part for part, value in change.plan.items() if value is not None} == {"if"}
    by_id = {answer.question: answer for answer in change.answers}
    assert (by_id["rehearse"].status, by_id["rehearse"].value) == ("cannot-say", "unsure")
    assert by_id["then"].status == "skipped"


def test_a_plan_whose_miss_is_unticked_rests_with_its_words() -> None:
    before = interviewed(PLAN, REPLIES)
    after = before.jump("miss").answer("no")

    change = step(before, after)

    assert set(change.plan.values()) == {None}
    assert change.dormant == {"main", "if", "then", "rehearse", "due"}
    by_id = {answer.question: answer for answer in change.answers}
    assert by_id["then"].value == "I ask what just happened"


def test_a_plan_that_rested_comes_back_after_a_pause() -> None:
    resting = interviewed(PLAN, REPLIES).jump("miss").answer("no")
    resumed = Interview.resume(PLAN, resting.answers.values(), resting.at)

    back = resumed.jump("miss").answer("a")

    assert step(resumed, back).plan["then"] == "I ask what just happened"


def test_an_answer_that_is_not_to_be_kept_is_in_no_step() -> None:
    gate = question("gate", "choice", options={"no": "No", "yes": "Yes"}, kept=False)

    change = whole(small_guide(gate, MISS), {"gate": "yes", "miss": "b"})

    assert [answer.question for answer in change.answers] == ["miss"]


def test_context_fields_and_session_numbers_are_kept() -> None:
    guide = small_guide(
        question("kind", "choice", options={"dropout": "D", "rupture": "R"}, context="ending"),
        question("ways", "choices", options={"cbt": "C", "schema": "S"}, context="modality"),
        question("phase", "choice", options={"early": "E", "late": "L"}, context="fray_phase"),
        question("sessions", "number", context="ended_session"),
        question("sign", "number", context="first_sign_session"),
    )

    change = whole(guide, {"kind": "dropout", "ways": ("cbt", "schema"), "sessions": 14})

    assert change.context == {
        "ending": ("dropout",),
        "modality": ("cbt", "schema"),
        "fray_phase": (),
    }
    assert change.numbers == {"ended_session": 14, "first_sign_session": None}


@pytest.mark.parametrize(("how", "expected"), [("a", 3), ("b", 5)])
def test_of_two_questions_for_one_field_the_one_that_was_answered_counts(
    how: str, expected: int
) -> None:
    guide = small_guide(
        question("how", "choice", options={"a": "A", "b": "B"}),
        question("here", "number", ask_if="how is a", context="ended_session"),
        question("there", "number", ask_if="how is b", context="ended_session"),
    )

    change = whole(guide, {"how": how, "here": 3, "there": 5})

    assert change.numbers == {"ended_session": expected}


def test_a_reminder_is_the_date_that_was_given_for_it() -> None:
    guide = small_guide(question("day", "date"), question("remind", "date", reminder=True))

    assert whole(guide, {"day": DAY, "remind": date(2026, 5, 1)}).reminder == date(2026, 5, 1)
    assert whole(guide, {"day": DAY}).reminder is None


@pytest.mark.parametrize(
    ("option", "finished"), [("on", True), ("stop", False), ("other", False), (None, True)]
)
def test_only_an_interview_that_came_to_its_end_is_finished(
    option: str | None, finished: bool
) -> None:
    options = {
        "on": "Go on",
        "stop": {"text": "Stop", "ends": True},
        "other": {"text": "Briefly", "goto": "quick"},
    }
    guide = small_guide(question("how", "choice", options=options), MISS)

    assert whole(guide, {"how": option} if option else {}).finished is finished


def test_an_interview_on_the_way_is_not_finished() -> None:
    before = Interview.start(PLAN)
    after = go_through(before, REPLIES, until="then")

    assert (step(before, after).finished, step(before, after).at) == (False, "then")
