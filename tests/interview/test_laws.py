"""The laws of the interview, on random guides and random walks."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from failnote.codebook import load_context
from failnote.guide.check import doubts_about
from failnote.guide.model import from_snapshot
from failnote.interview import Interview, step
from failnote.review import Answer, Step, Value
from interview.random_guides import Made, asked, event, fitting, made_guides, stroll, to_the_end

Check = Callable[[Made, st.DataObject], None]
LAWS: list[Check] = []


def rounds(count: int) -> Callable[[Check], Callable[[], None]]:
    """Run a law on this many random guides and walks."""

    def many(check: Check) -> Callable[[], None]:
        run = given(made=made_guides(), data=st.data())(check)
        return settings(max_examples=count, deadline=None)(run)

    return many


def law(check: Check) -> Callable[[], None]:
    """Make it a test of a few rounds, and note it for the long run."""
    LAWS.append(check)
    return rounds(60)(check)


@law
def test_every_path_comes_to_an_end(made: Made, data: st.DataObject) -> None:
    interview = to_the_end(data, stroll(data, made))

    assert interview.at is None
    assert interview.ending is not None
    assert interview.walk.maybe == ()
    assert interview.first_open is None


@law
def test_an_interview_resumes_from_answers_and_cursor(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    stored = interview.answers.values()
    resumed = Interview.resume(made.guide, stored, interview.at, lean=made.lean)

    assert resumed == interview


@law
def test_a_walk_forward_resumes_without_its_cursor(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made, forward=True)
    while (question := interview.question) is not None and question.type == "info":
        interview = interview.answer(None)  # text to read leaves nothing to resume from

    resumed = Interview.resume(made.guide, interview.answers.values(), lean=made.lean)

    assert resumed == interview


class Shelf:
    """What a journal keeps of the steps: answers, the plan, the cursor."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.plan: dict[str, Value] = {}
        self.at: str | None = None

    def put(self, change: Step) -> None:
        self.answers |= {answer.question: answer for answer in change.answers}
        self.plan |= change.plan
        self.at = change.at


@law
def test_an_interview_resumes_from_what_its_steps_left(made: Made, data: st.DataObject) -> None:
    shelf = Shelf()
    interview = Interview.start(made.guide, lean=made.lean)
    for _ in range(data.draw(st.integers(1, 15))):
        after = event(data, interview)
        shelf.put(step(interview, after))
        interview = after

    resumed = Interview.resume(
        made.guide, shelf.answers.values(), shelf.at, plan=shelf.plan, lean=made.lean
    )

    assert resumed == interview


@law
def test_words_of_the_plan_stand_in_one_place_only(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    change = step(Interview.start(made.guide, lean=made.lean), interview)

    for answer in change.answers:
        part = made.guide.by_id[answer.question].plan
        if part is not None and change.plan[part] is not None:
            assert (answer.value, answer.text) == (None, "")


@law
def test_back_and_the_same_reply_change_nothing(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)
    visible = [question.id for question in interview.walk.visible]
    before = interview.back()
    answer = interview.answers.get(before.at or "")
    question = before.question
    if question is None or interview.at == visible[0]:
        return  # there is nothing before the first question

    if question.type == "info":
        again = before.answer(None)
    elif answer is None or question.problem(answer.value) or answer.status == "skipped":
        if answer is None or answer.status != "skipped":
            return  # back on a question that was jumped over
        again = before.skip()
    else:
        again = before.answer(answer.value)

    assert again == interview


@law
def test_changing_an_answer_there_and_back_loses_nothing(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)
    answered = [q for q in interview.walk.visible if q.id in interview.result]
    if not answered:
        return
    question = data.draw(st.sampled_from(answered))
    other = data.draw(st.sampled_from(fitting(question)))

    changed = interview.jump(question.id).answer(other)
    restored = changed.jump(question.id).answer(interview.answers[question.id].value)

    assert changed.answers.keys() == interview.answers.keys()
    assert restored.result == interview.result
    assert restored.marks == interview.marks
    assert restored.dormant == interview.dormant


@law
def test_progress_never_grows_going_forward(made: Made, data: st.DataObject) -> None:
    interview = Interview.start(made.guide, lean=made.lean)
    while (now := interview.progress) is not None:
        interview = event(data, interview, forward=True)
        later = interview.progress
        if later is None:
            break
        assert 1 <= later.number <= later.of
        assert now.part <= later.part <= later.parts <= now.parts
        if later.section == now.section:
            assert now.number < later.number
            assert later.of <= now.of


@law
def test_what_is_settled_stays_settled_going_forward(made: Made, data: st.DataObject) -> None:
    interview = Interview.start(made.guide, lean=made.lean)
    while interview.at is not None:
        now = {question.id for question in interview.walk.visible}
        possible = now | {question.id for question in interview.walk.maybe}

        interview = event(data, interview, forward=True)

        later = [question.id for question in interview.walk.visible]
        order = [question.id for question in made.guide.questions if question.id in now]
        assert set(later) <= possible
        assert order[: len(later)] == [id_ for id_ in later if id_ in now]  # an end cuts the rest


@law
def test_only_what_its_condition_allows_is_asked(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    expected = asked(made, interview.answers)

    visible = {question.id for question in interview.walk.visible}
    maybe = {question.id for question in interview.walk.maybe}
    assert {id_ for id_, shown in expected.items() if shown} <= visible
    assert not {id_ for id_, shown in expected.items() if shown is False} & (visible | maybe)


@law
def test_at_the_end_all_that_its_condition_allows_was_asked(
    made: Made, data: st.DataObject
) -> None:
    interview = to_the_end(data, stroll(data, made))

    expected = asked(made, interview.answers)

    visible = {question.id for question in interview.walk.visible}
    assert visible == {id_ for id_, shown in expected.items() if shown}
    assert None not in expected.values()


@law
def test_the_cursor_stands_on_a_visible_question(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    visible = {question.id: question for question in interview.walk.visible}
    assert interview.at is None or interview.at in visible
    for id_, answer in interview.result.items():
        assert visible[id_].problem(answer.value) is None


@law
def test_answers_are_in_play_or_dormant(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    visible = {question.id for question in interview.walk.visible}
    assert interview.answers.keys() == interview.dormant | (interview.answers.keys() & visible)
    assert interview.result.keys() <= visible
    assert not interview.dormant & visible


@law
def test_every_ticked_miss_is_marked_and_no_code_twice(made: Made, data: st.DataObject) -> None:
    interview = stroll(data, made)

    codes = [mark.code for mark in interview.marks]
    assert len(codes) == len(set(codes))
    assert {m.code for m in interview.marks if m.ticked} >= set(interview.walk.misses)
    assert {*codes} <= {code for question in made.guide.questions for code in question.codes}


@law
def test_an_invented_guide_holds_and_survives_its_snapshot(made: Made, data: st.DataObject) -> None:
    copy = from_snapshot(made.guide.snapshot)

    assert copy == made.guide
    assert copy.digest == made.guide.digest
    assert [*doubts_about(made.guide, load_context(), {"elsewhere"})] == []


@pytest.mark.long
@pytest.mark.parametrize("check", LAWS, ids=lambda check: str(check.__name__))
def test_many_more_rounds(check: Check) -> None:
    rounds(2000)(check)()
