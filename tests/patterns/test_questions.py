"""The questions a therapist brings to a journal, and the findings that answer them."""

from functools import cache

import pytest

from failnote.codebook import load_codebook
from failnote.demo import demo_reviews
from failnote.patterns.material import Reply, Written
from failnote.patterns.report import report
from failnote.patterns.sayings import Sayings
from failnote.render.sentences import says
from failnote.render.words import Words
from told import TODAY, beside_of, marked_of

ANSWERED_BY = {
    "Which plans are open, due, done, a habit? What got in the way?": ("plan:12",),
    "Which misses come back?": ("recur:contract.how-unclear",),
    "Did a miss return after I made a plan for it?": ("plan:19",),
    "What is my commonest first sign, and is it in them or in me?": ("sign:away", "sign:mine"),
    "When does it fray?": ("tally:fray_phase", "timeline"),
    "Which signs did I see and pass by?": ("signs-passed",),
    "Which leg is usually weak: goals, tasks, bond?": ("tally:leg",),
    "Left undone, done, or at the wrong time?": ("tally:mode",),
    "Which misses travel together?": (
        "pair:motivation.my-goal-not-theirs+resistance.pushed-through",
    ),
    "How sure am I, and how often does another's word support it?": ("tally:core.sure",),
    "What did follow-ups change?": ("hindsight",),
    "How often not mine, how often likely by me?": ("tally:non-miss", "tally:preventability"),
    "How do I learn of endings, and where never the reason?": (
        "tally:learned_by",
        "tally:notice",
        "unknown:core.ending-type",
    ),
    "Which repairs were open, tried, received, put off?": ("tally:close.reach", "tally:fu.repair"),
    "What do my unknowns have in common?": ("tally:kind", "tally:why", "told:unk.rule"),
    "What reached supervision?": ("tally:fu.supervision",),
    "Do misses shift with the setting?": (
        "context:setup=couple:present-focus.here-and-now-avoided",
    ),
    "Has the mix changed over the last ten against the ten before?": ("mix",),
    "What do I do well in cases that fray?": ("told:core.kept",),
    "Does writing help me?": ("charge",),
}
"""Twenty questions, in order of worth -> findings, by id."""

LATER = {
    "core.preventable": ["perhaps"] * 6,
    "fu.preventable": ["perhaps"] * 4 + ["unlikely"] * 2,
    "fu.new": ["No"] * 3 + ["Yes, from the client"] * 3,
    "fu.charge": ["2"] * 6,
    "fu.repair": ["Done, and it was received"] * 6,
    "fu.supervision": ["Yes, as written"] * 6,
    "core.sure": ["A hunch"] * 6,
    "close.reach": ["No"] * 6,
}
EVERYWHERE = {"learned_by": ("message",), "notice": ("none",), "preventability": ("perhaps",)}


@cache
def told() -> dict[str, str]:
    """The invented journal with what it lacks, as findings: id -> sentence."""
    codes = load_codebook().by_id
    ticked = [
        next(code for code, word in codes.items() if word.family == family)
        for family in ("kind", "why", "non-miss")
    ]
    reviews = demo_reviews(TODAY)
    marked = [
        each._replace(
            context={**each.context, **EVERYWHERE},
            marks={**each.marks, **dict.fromkeys(ticked, True)},
        )
        for each in marked_of(reviews)
    ]
    beside = beside_of(reviews)
    replies = [
        Reply(number, question, question, cannot_say=False, words=words, later=question[:2] == "fu")
        for question, given in LATER.items()
        for number, words in enumerate(given, 1)
    ]
    replies += [
        Reply(number, "core.ending-type", "How did it end?", cannot_say=True, words="Cannot say")
        for number in (3, 9)
    ]
    rules = [Written(number, "unk.rule", "When they go quiet, I wait.") for number in (3, 9)]
    beside = beside._replace(
        replies=[*beside.replies, *replies],
        written=[*beside.written, *rules],
        tags={
            "leg": dict.fromkeys(codes, "tasks"),
            "mode": dict.fromkeys(codes, "omission"),
        },
    )
    found = report(marked, codes, beside=beside, by="setup")
    return {finding.id: says(finding, Words(codes)) for finding in found.findings}


def test_there_are_twenty_questions() -> None:
    assert len(ANSWERED_BY) == 20


@pytest.mark.parametrize("question", ANSWERED_BY)
def test_each_question_has_its_answer(question: str) -> None:
    for key in ANSWERED_BY[question]:
        assert told()[key]


def test_a_follow_up_tells_what_moved() -> None:
    assert told()["hindsight"] == (
        "Asked again at the follow-up whether it could have been prevented, you gave the same "
        "answer in 4 of 6; otherwise from “perhaps” to “unlikely” (2). Something new was learned "
        "in 3 of 6."
    )


def test_what_pulls_is_compared_before_and_after_writing() -> None:
    sentence = told()["charge"]

    assert sentence.startswith("How strongly it pulled, from before a review to its end: less in")
    assert "From there to the follow-up: less in" in sentence


def test_the_last_ten_stand_beside_the_ten_before() -> None:
    assert told()["mix"].startswith("Ticked in the latest 10 cases, and in the 10 before: ")


def test_what_would_be_done_again_comes_newest_first() -> None:
    reviews = demo_reviews(TODAY)
    found = report(marked_of(reviews), load_codebook().by_id, beside=beside_of(reviews))
    (kept,) = found.of(Sayings)

    assert [review for review, _ in kept.data.texts] == sorted(kept.reviews, reverse=True)
    assert len(kept.reviews) >= 5


@pytest.mark.parametrize(
    ("asked", "there"),
    [("", False), ("self.kept-from-supervision", True)],
    ids=["not asked for", "asked for by name"],
)
def test_what_is_nobody_elses_business_leaves_only_when_asked_for(asked: str, there: bool) -> None:
    reviews = demo_reviews(TODAY)
    whole = report(marked_of(reviews), load_codebook().by_id, beside=beside_of(reviews))
    shared = {finding.id for finding in whole.for_others(asked).findings}

    assert "charge" in {finding.id for finding in whole.findings}
    assert "charge" not in shared
    assert ("recur:self.kept-from-supervision" in shared) is there
    assert "recur:contract.how-unclear" in shared
