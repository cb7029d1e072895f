"""The invented journal: what is planted in it is found, and nothing else is claimed."""

from datetime import date, timedelta

import pytest

from failnote.demo import demo_reviews
from failnote.guide.load import find_guide
from failnote.guide.questions import Choice, Choices
from failnote.patterns.findings import Finding, by_case, with_data
from failnote.patterns.pairs import PairCount
from failnote.patterns.phrases import Phrase
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.signs import Timeline
from failnote.patterns.similar import Similar, similar
from failnote.patterns.well import BesideWell
from told import TODAY, demo_report, marked_of

HOW = "contract.how-unclear"
PAIR = "pair:motivation.my-goal-not-theirs+resistance.pushed-through"
STORIES = "present-focus.stayed-external"


def found(key: str) -> Finding[object]:
    return next(finding for finding in demo_report().findings if finding.id == key)


def test_there_are_24_that_frayed_8_that_went_well_and_3_plans() -> None:
    reviews = demo_reviews(TODAY)

    assert [r.kind for r in reviews].count("frayed") == 24
    assert [r.kind for r in reviews].count("went-well") == 8
    assert [plan.name for r in reviews for plan in r.plans] == ["12", "14", "19"]


def test_exactly_what_is_planted_stands_out() -> None:
    assert [finding.id for finding in demo_report().stands_out] == [
        PAIR,
        "plan:12",
        "skip:resistance:setup=couple",
    ]


def test_the_pair_is_in_7_of_8_and_8() -> None:
    data = found(PAIR).data
    assert isinstance(data, PairCount)

    assert (data.together, data.one_ticked, data.other_ticked) == (7, 8, 8)


def test_the_decoy_is_a_count() -> None:
    data = found(f"pair:contract.goal-unclear+{STORIES}")

    assert data.level == "count"


def test_plans_have_their_three_fates() -> None:
    plans = {f.data.plan: f for f in with_data(demo_report().findings, PlanStory)}
    fewer, unused, early = plans["12"].data, plans["14"].data, plans["19"].data

    assert (fewer.before_ticked, fewer.before_looked) == (7, 10)
    assert (fewer.since_ticked, fewer.since_looked) == (2, 11)
    assert plans["12"].level == "stands-out"
    assert (unused.came_up, unused.did) == (6, 2)
    assert plans["14"].level == plans["19"].level == "count"
    assert (early.since_looked, early.did) == (5, 2)


def test_what_belongs_to_couples_is_found_only_when_asked_for() -> None:
    by_setup = [f.id for f in demo_report("setup").stands_out if f.kind == "context"]

    assert by_setup == ["context:setup=couple:present-focus.here-and-now-avoided"]
    assert not [f for f in demo_report().findings if f.kind == "context"]


@pytest.mark.parametrize("field", ["delivery", "ending", "ending_type", "fray_phase"])
def test_no_other_context_is_claimed(field: str) -> None:
    assert not [f.id for f in demo_report(field).stands_out if f.kind == "context"]


def test_the_phrase_that_comes_back_is_the_first() -> None:
    first = with_data(demo_report().findings, Phrase)[0]

    assert first.data == Phrase("I thought we had time", 5, 24)


def test_the_latest_is_nearest_to_the_three_it_was_made_after() -> None:
    nearest = with_data(demo_report().findings, Similar)

    assert {finding.data.earlier for finding in nearest} == {3, 6, 17}


def test_signs_and_sessions_have_their_medians() -> None:
    (line,) = with_data(demo_report().findings, Timeline)

    assert (line.data.median_sign, line.data.median_ended, line.data.median_between) == (3, 7.5, 4)


def test_what_is_there_when_things_go_well_too_is_no_claim() -> None:
    (stories,) = [
        f for f in with_data(demo_report().findings, BesideWell) if f.data.code == STORIES
    ]

    assert stories.level == "count"
    assert (stories.data.frayed_ticked, stories.data.frayed_looked) == (7, 22)
    assert (stories.data.well_ticked, stories.data.well_looked) == (5, 8)


def test_the_top_of_the_list_is_what_was_planned_for() -> None:
    first = with_data(demo_report().findings, Recurrence)[0].data

    assert (first.code, first.ticked, first.looked, first.planned_at) == (HOW, 10, 22, (11,))


def test_an_earlier_review_is_compared_with_those_before_it() -> None:
    frayed = [r for r in marked_of(demo_reviews(TODAY)) if r.kind == "frayed"]
    nearest = similar(frayed, (), {}, {}, number=6)

    assert all(finding.data.earlier < 6 for finding in nearest)


def test_another_day_changes_only_the_dates() -> None:
    later = demo_reviews(TODAY + timedelta(days=400))

    assert [r.marks for r in later] == [r.marks for r in demo_reviews(TODAY)]
    assert (
        later[0].date
        == (date.fromisoformat(demo_reviews(TODAY)[0].date) + timedelta(400)).isoformat()
    )


def test_the_questions_are_those_of_the_guide() -> None:
    guide = find_guide("core")
    for answer in (answer for r in demo_reviews(TODAY) for answer in r.answers):
        question = guide.by_id[answer.question]
        assert (answer.asked, answer.type, answer.section) == (
            question.ask,
            question.type,
            question.section,
        )
        if isinstance(question, Choice | Choices) and answer.value:
            chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
            assert {str(key) for key in chosen} <= set(question.offered)
            assert answer.text == question.in_words(answer.value)


def test_every_code_is_of_the_codebook_and_one_at_most_of_a_single_choice() -> None:
    guide = find_guide("core")
    single = [set(q.codes) for q in guide.questions if isinstance(q, Choice) and len(q.codes) > 1]
    for review in demo_reviews(TODAY):
        assert all(len(codes & set(review.ticked)) <= 1 for codes in single), review.number


def test_each_case_has_one_review() -> None:
    assert len(by_case(marked_of(demo_reviews(TODAY)))) == 32
