"""The interview's events, one by one."""

from dataclasses import replace

import pytest

from failnote.errors import AnswerError
from failnote.interview import Ending, Interview, Progress
from failnote.review import Answer, Value
from interview.small_guides import go_through, interviewed, question, small_guide

TEXT = question("first", "text", section="Begin")
CHOICE = question("second", "choice", options={"a": "contract.a", "b": "contract.b", "c": "Other"})
SCALE = question("third", "scale", section="End", ask_if="second is a")
THREE = small_guide(TEXT, CHOICE | {"section": "Begin"}, SCALE)


def test_an_answer_keeps_the_words_it_replied_to() -> None:
    interview = interviewed(THREE, {"second": "a"})

    assert interview.answers["second"] == Answer(
        question="second",
        type="choice",
        asked="second?",
        value="a",
        text="a",
        section="Begin",
    )


def test_cannot_say_skipped_and_not_asked_are_three_things() -> None:
    unsure = {"text": "Cannot say", "cannot_say": True}
    guide = small_guide(
        question("q", "choice", options={"a": "A", "unsure": unsure}),
        TEXT,
        SCALE | {"ask_if": "q is a"},
    )

    interview = interviewed(guide, {"q": "unsure"})

    assert {key: answer.status for key, answer in interview.answers.items()} == {
        "q": "cannot-say",
        "first": "skipped",
    }
    assert interview.answers["q"].text == "Cannot say"


def test_an_answer_that_does_not_fit_is_refused_without_being_repeated() -> None:
    interview = Interview.start(THREE).jump("second")

    with pytest.raises(AnswerError) as caught:
        interview.answer("a name nobody must read")

    assert "nobody must read" not in str(caught.value)


def test_skipping_an_answered_question_leaves_its_answer() -> None:
    interview = interviewed(THREE, {"first": "words"}).jump("first").skip()

    assert interview.answers["first"].value == "words"


def test_a_required_question_cannot_be_skipped() -> None:
    interview = Interview.start(small_guide(TEXT | {"required": True}))

    with pytest.raises(AnswerError, match="needs an answer"):
        interview.skip()


def test_a_complete_interview_takes_no_answer() -> None:
    with pytest.raises(AnswerError, match="complete"):
        interviewed(THREE, {}).answer("words")


def test_back_at_the_first_question_stays_there() -> None:
    assert Interview.start(THREE).back().at == "first"


def test_back_from_the_end_goes_to_the_last_question() -> None:
    assert interviewed(THREE, {}).back().at == "second"


def test_nobody_can_jump_to_a_question_that_is_not_asked() -> None:
    with pytest.raises(AnswerError, match="“third”"):
        interviewed(THREE, {"second": "b"}).jump("third")


def test_what_was_left_open_is_asked_before_the_end() -> None:
    jumped = Interview.start(THREE).jump("second").answer("b")

    assert jumped.at == "first"
    assert jumped.answer("words").jump().at is None


def test_a_stored_cursor_on_a_hidden_question_falls_to_the_first_open_one() -> None:
    stored = interviewed(THREE, {"first": "words"}).answers.values()

    assert Interview.resume(THREE, stored, "third").at is None
    assert Interview.resume(THREE, [], "third").at == "first"


def test_a_stored_answer_that_no_longer_fits_is_kept_and_asked_again() -> None:
    interview = interviewed(THREE, {"second": "c"})
    stored = {**interview.answers, "second": replace(interview.answers["second"], value="gone")}

    resumed = Interview.resume(THREE, stored.values())

    assert resumed.at == "second"
    assert resumed.result == {}
    assert resumed.answers == stored


def test_an_answer_to_a_question_that_is_gone_is_left_out() -> None:
    stored = [*interviewed(THREE, {}).answers.values(), Answer("gone", "text", "Gone?", value="w")]

    assert "gone" not in Interview.resume(THREE, stored).answers


def test_the_same_reply_again_is_no_change_whatever_its_revision() -> None:
    stored = [replace(a, revision=3) for a in interviewed(THREE, {"second": "b"}).answers.values()]
    resumed = Interview.resume(THREE, stored, "second")

    assert resumed.answer("b").answers == resumed.answers


def test_progress_counts_what_may_still_be_asked() -> None:
    before = Interview.start(THREE)
    after = before.skip().answer("c").back()

    assert before.progress == Progress("Begin", 1, 2, 1, 2)
    assert after.progress == Progress("Begin", 2, 2, 1, 1)
    assert interviewed(THREE, {}).progress is None


@pytest.mark.parametrize(
    ("option", "ending"),
    [
        ("on", Ending("finished")),
        ("stop", Ending("stopped")),
        ("other", Ending("goto", "quick")),
        (None, Ending("finished")),
    ],
)
def test_how_an_interview_ends(option: str | None, ending: Ending) -> None:
    options = {
        "on": "Go on",
        "stop": {"text": "Stop", "ends": True},
        "other": {"text": "Briefly", "goto": "quick"},
    }
    guide = small_guide(TEXT, question("how", "choice", options=options), CHOICE)

    interview = interviewed(guide, {"how": option} if option else {})

    assert interview.ending == ending
    assert ("second" in interview.answers) == (ending.kind == "finished")


def test_a_text_that_ends_the_interview_is_read_first() -> None:
    guide = small_guide(CHOICE, question("stop", "info", ask_if="second is a", ends=True), TEXT)

    reading = go_through(Interview.start(guide), {"second": "a"}, until="stop")

    assert reading.ending is None
    assert reading.answer(None).ending == Ending("stopped")
    assert interviewed(guide, {"second": "b"}).ending == Ending("finished")


def test_one_chooses_among_ones_own_misses_in_words() -> None:
    guide = small_guide(
        CHOICE,
        question("sign", "choices", options={"late": "sign.late", "own": "other.own"}),
        question("main", "choice", **{"from": "misses"}, options={"else": "Something else"}),
    )

    interview = go_through(
        Interview.start(guide), {"second": "b", "sign": ("late", "own")}, until="main"
    )

    assert interview.question is not None
    assert {key: option.text for key, option in interview.question.options.items()} == {
        "contract.b": "I did contract.b.",
        "other.own": "Unlisted",
        "else": "Something else",
    }


def test_who_has_chosen_some_of_many_misses_goes_on_with_these() -> None:
    guide = small_guide(
        CHOICE,
        question("more", "choices", options={"a": "alliance.a", "b": "alliance.b"}),
        question("two", "choices", **{"from": "misses"}),
        question("main", "choice", **{"from": "misses"}),
    )
    many: dict[str, Value] = {"second": "a", "more": ("a", "b")}
    begun = Interview.start(guide)

    some = go_through(begun, {**many, "two": ("contract.a", "alliance.b")}, until="main")
    none = go_through(begun, {**many, "two": ()}, until="main")

    assert some.question is not None
    assert list(some.question.options) == ["contract.a", "alliance.b"]
    assert none.question is not None
    assert list(none.question.options) == ["contract.a", "alliance.a", "alliance.b"]


def test_without_a_miss_there_is_nothing_to_choose_and_no_question() -> None:
    guide = small_guide(CHOICE, question("main", "choice", **{"from": "misses"}, required=True))

    assert interviewed(guide, {"second": "c"}).ending == Ending("finished")


def test_unticking_a_miss_asks_again_which_one_counts() -> None:
    guide = small_guide(
        CHOICE,
        question("more", "choices", options={"a": "alliance.a", "b": "alliance.b"}),
        question("main", "choice", **{"from": "misses"}),
    )
    interview = interviewed(guide, {"second": "a", "more": ("a",), "main": "contract.a"})

    changed = interview.jump("second").answer("b").jump()

    assert changed.at == "main"
    assert changed.jump("second").answer("a").result == interview.result


def test_misses_are_unknown_while_a_question_that_offers_some_is_open() -> None:
    guide = small_guide(
        CHOICE,
        question("more", "choices", options={"a": "alliance.a", "b": "alliance.b"}),
        question("nothing", "text", ask_if="misses empty"),
    )

    on_the_way = Interview.start(guide).answer("c")

    assert [each.id for each in on_the_way.walk.maybe] == ["nothing"]
    assert on_the_way.answer(()).at == "nothing"
    assert on_the_way.answer(("a",)).at is None


def test_a_hidden_answer_steers_nothing_until_it_comes_back() -> None:
    guide = small_guide(
        CHOICE,
        question("more", "choice", ask_if="second is a", options={"x": "X", "y": "Y"}),
        question("most", "text", ask_if="more is x"),
    )
    interview = interviewed(guide, {"second": "a", "more": "x", "most": "words"})

    changed = interview.jump("second").answer("b")

    assert [each.id for each in changed.walk.visible] == ["second"]
    assert changed.dormant == {"more", "most"}
    assert changed.jump("second").answer("a").result == interview.result


def test_the_gate_and_the_rest_are_asked_apart() -> None:
    gate = question("gate", "choice", options={"no": "No", "yes": "Yes"}, kept=False, required=True)
    guide = small_guide(gate, TEXT)

    assert guide.opening is not None
    assert [q.id for q in guide.opening.questions] == ["gate"]
    assert [q.id for q in guide.rest.questions] == ["first"]
    assert small_guide(TEXT).opening is None


ASIDE = small_guide(
    question("how", "choice", options={"on": "Go on", "far": {"text": "Far", "distance": True}}),
    TEXT | {"distance": "What did your colleague do?"},
    SCALE | {"ask_if": None},
)


def test_distance_changes_the_wording_from_there_on_and_the_answer_keeps_it() -> None:
    far = interviewed(ASIDE, {"how": "far", "first": "They went on."})
    near = interviewed(ASIDE, {"how": "on", "first": "I went on."})

    assert far.answers["first"].asked == "What did your colleague do?"
    assert near.answers["first"].asked == "first?"
    assert far.answers["third"].asked == "third?"
    assert far.answers["how"].asked == "how?"


def test_an_answer_keeps_its_wording_when_the_distance_is_taken_back() -> None:
    far = interviewed(ASIDE, {"how": "far", "first": "They went on."})

    back = far.jump("how").answer("on")

    assert back.answers["first"].asked == "What did your colleague do?"
    again = back.jump("first")
    assert again.question is not None
    assert again.question.ask == "first?"


LOOK = small_guide(
    question("came", "number"),
    question("did", "number", no_more_than="came"),
    question("repair", "choice", options={"a": "A", "b": "B"}, ask_if="close.reach is no"),
    about="plan",
    given=("close.reach",),
)


def test_an_answer_from_elsewhere_can_open_a_question() -> None:
    asked = [
        [q.id for q in Interview.start(LOOK, given=given).walk.visible]
        for given in ({}, {"close.reach": "no"}, {"close.reach": "yes"})
    ]

    assert asked == [["came", "did"], ["came", "did", "repair"], ["came", "did"]]


def test_a_part_is_no_larger_than_the_whole_and_is_asked_again_when_it_shrinks() -> None:
    interview = go_through(Interview.start(LOOK), {"came": 3, "did": 3})

    fewer = interview.jump("came").answer(2)

    assert "did" not in fewer.result
    assert fewer.first_open == "did"
    with pytest.raises(AnswerError, match="at most 2 is possible"):
        fewer.jump("did").answer(3)
