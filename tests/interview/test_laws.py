"""The laws of the interview, on random guides and random walks."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings

from failnote.codebook import load_context
from failnote.guide.check import doubts_about
from failnote.guide.model import from_snapshot
from failnote.interview import Interview, step
from failnote.review import Answer, Step, Value
from interview.random_guides import Made, event, fitting, made_guides, stroll, to_the_end
from interview.second_reading import asked

Check = Callable[[Made], None]
LAWS: list[Check] = []


def rounds(check: Check, count: int) -> Callable[[], None]:
    """The check, run on this many random guides and walks."""
    return settings(max_examples=count)(given(made=made_guides())(check))


def law(count: int = 60) -> Callable[[Check], Callable[[], None]]:
    """Make a test of a check, and note it for the long run."""

    def noted(check: Check) -> Callable[[], None]:
        LAWS.append(check)
        return rounds(check, count)

    return noted


@law()
def test_every_path_comes_to_an_end(made: Made) -> None:
    interview = to_the_end(made, stroll(made))

    assert interview.at is None
    assert interview.ending is not None
    assert interview.walk.maybe == ()
    assert interview.first_open is None


@law()
def test_an_interview_resumes_from_answers_and_cursor(made: Made) -> None:
    interview = stroll(made)

    stored = interview.answers.values()
    resumed = Interview.resume(made.guide, stored, interview.at, lean=made.lean)

    assert resumed == interview


@law()
def test_a_walk_forward_resumes_without_its_cursor(made: Made) -> None:
    interview = stroll(made, forward=True)
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


@law()
def test_an_interview_resumes_from_what_its_steps_left(made: Made) -> None:
    shelf = Shelf()
    interview = made.start()
    for _ in range(1 + 2 * made.steps):
        after = event(made, interview)
        shelf.put(step(interview, after))
        interview = after

    resumed = Interview.resume(
        made.guide, shelf.answers.values(), shelf.at, plan=shelf.plan, lean=made.lean
    )

    assert resumed == interview


@law()
def test_words_of_the_plan_stand_in_one_place_only(made: Made) -> None:
    interview = stroll(made)

    change = step(made.start(), interview)

    for answer in change.answers:
        part = made.guide.by_id[answer.question].plan
        if part is not None and change.plan[part] is not None:
            assert (answer.value, answer.text) == (None, "")


@law()
def test_back_and_the_same_reply_change_nothing(made: Made) -> None:
    interview = stroll(made)
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


@law()
def test_an_answer_leads_to_the_next_question_that_is_shown(made: Made) -> None:
    interview = stroll(made)
    question = interview.question
    if question is None:
        return

    after = interview.answer(made.random.choice(fitting(question)))

    visible = [each.id for each in after.walk.visible]
    behind = visible[visible.index(question.id) + 1 :]
    assert after.at == (behind[0] if behind else after.first_open)


@law()
def test_changing_an_answer_there_and_back_loses_nothing(made: Made) -> None:
    interview = stroll(made)
    answered = [q for q in interview.walk.visible if q.id in interview.result]
    if not answered:
        return
    question = made.random.choice(answered)
    other = made.random.choice(fitting(question))

    changed = interview.jump(question.id).answer(other)
    restored = changed.jump(question.id).answer(interview.answers[question.id].value)

    assert changed.answers.keys() == interview.answers.keys()
    assert restored.result == interview.result
    assert restored.marks == interview.marks
    assert restored.dormant == interview.dormant


@law()
def test_progress_never_grows_going_forward(made: Made) -> None:
    interview = made.start()
    while (now := interview.progress) is not None:
        interview = event(made, interview, forward=True)
        later = interview.progress
        if later is None:
            break
        assert 1 <= later.number <= later.of
        assert now.part <= later.part <= later.parts <= now.parts
        if later.section == now.section:
            assert now.number < later.number
            assert later.of <= now.of


@law()
def test_what_is_settled_stays_settled_going_forward(made: Made) -> None:
    interview = made.start()
    while interview.at is not None:
        now = [question.id for question in interview.walk.visible]
        possible = {*now, *(question.id for question in interview.walk.maybe)}

        interview = event(made, interview, forward=True)

        later = [question.id for question in interview.walk.visible]
        still = [id_ for id_ in now if id_ in later]
        assert set(later) <= possible
        assert still == now[: len(still)]
        assert still == now or leads_out(interview)


def leads_out(interview: Interview) -> bool:
    """Does the last question that is shown end the interview?"""
    last = interview.walk.visible[-1]
    if last.type == "info":
        return last.ends
    option = last.options.get(str(interview.answers[last.id].value))
    return option is not None and (option.ends or option.goto is not None)


@law(200)
def test_only_what_its_condition_allows_is_asked(made: Made) -> None:
    interview = stroll(made)

    expected = asked(made, interview.answers)

    visible = {question.id for question in interview.walk.visible}
    maybe = {question.id for question in interview.walk.maybe}
    assert {id_ for id_, shown in expected.items() if shown} <= visible
    assert not {id_ for id_, shown in expected.items() if shown is False} & (visible | maybe)


@law(200)
def test_at_the_end_all_that_its_condition_allows_was_asked(made: Made) -> None:
    interview = to_the_end(made, stroll(made))

    expected = asked(made, interview.answers)

    visible = {question.id for question in interview.walk.visible}
    assert visible == {id_ for id_, shown in expected.items() if shown}
    assert None not in expected.values()


@law()
def test_the_cursor_stands_on_a_visible_question(made: Made) -> None:
    interview = stroll(made)

    visible = {question.id: question for question in interview.walk.visible}
    assert interview.at is None or interview.at in visible
    for id_, answer in interview.result.items():
        assert visible[id_].problem(answer.value) is None


@law()
def test_answers_are_in_play_or_dormant(made: Made) -> None:
    interview = stroll(made)

    visible = {question.id for question in interview.walk.visible}
    assert interview.answers.keys() == interview.dormant | (interview.answers.keys() & visible)
    assert interview.result.keys() <= visible
    assert not interview.dormant & visible


@law()
def test_every_ticked_miss_is_marked_and_no_code_twice(made: Made) -> None:
    interview = stroll(made)

    codes = [mark.code for mark in interview.marks]
    assert len(codes) == len(set(codes))
    assert {m.code for m in interview.marks if m.ticked} >= set(interview.walk.misses)
    assert {*codes} <= {code for question in made.guide.questions for code in question.codes}


@law()
def test_an_invented_guide_holds_and_survives_its_snapshot(made: Made) -> None:
    copy = from_snapshot(made.guide.snapshot)

    assert copy == made.guide
    assert copy.digest == made.guide.digest
    assert [*doubts_about(made.guide, load_context(), {"other"})] == []


@pytest.mark.long
@pytest.mark.parametrize("check", LAWS, ids=lambda check: str(check.__name__))
def test_many_more_rounds(check: Check) -> None:
    rounds(check, 2000)()
