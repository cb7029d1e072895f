"""Whole reviews from elsewhere: all or nothing, and the same journal back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from failnote.errors import ConflictError, JournalError
from failnote.journal.reading import case, codes, count, review, reviews
from failnote.journal.searching import search
from failnote.journal.writing import Writer
from failnote.review import Answer, Insight, Mark, Plan, Review
from failnote.selection import Selection
from journal.invented import CODES, LATER, NOW, begun, finished, plan, taken_in, told, whole

ALL = Selection()
BARE = Review(
    id="40000000-0000-4000-8000-000000000001",
    number=0,
    case="quiet-oak-11",
    guide="core",
    guide_version=1,
    date="2026-03",
)


@pytest.mark.parametrize(
    "given",
    [
        whole(),
        whole(state="open", at="core.next", finished=None, kind="went-well", lean=False),
        whole(distilled="2026-09-01", plans=(), insights=(), answers=(), marks=(), context={}),
        replace(BARE, number=3),
        replace(BARE, number=3, date="2026-03-09"),
    ],
    ids=["everything", "unfinished", "distilled", "a month only", "a day only"],
)
def test_a_review_comes_back_as_it_went_in(given: Review, writer: Writer) -> None:
    con = taken_in(writer, [given])

    assert list(reviews(con, ALL)) == [given]


def test_several_plans_and_follow_ups_keep_their_order_and_names(writer: Writer) -> None:
    first = plan(1)
    later = replace(first.follow_ups[0], id="50000000-0000-4000-8000-000000000001")
    second = Plan("60000000-0000-4000-8000-000000000001", if_="b", parent=first.id, name="7b")
    plans = (replace(first, follow_ups=(first.follow_ups[0], later), name="7"), second)

    found = review(taken_in(writer, [whole(plans=plans)]), 7)

    assert found.plans == plans


def test_what_is_there_unchanged_is_left_as_it_is(writer: Writer) -> None:
    con = taken_in(writer, [whole(7), whole(8)])
    before = list(reviews(con, ALL))

    counts = writer.import_reviews([whole(8), whole(9), whole(7)], LATER)

    assert counts == (1, 2)
    assert list(reviews(con, ALL)) == [*before, whole(9)]


def test_a_review_exported_from_this_journal_is_there_already(writer: Writer) -> None:
    done = writer.edit(finished(writer), whole_step(), LATER)
    writer.add_insight(done, "Later.", LATER)
    writer.record_supervision(done, "Ask.", LATER)

    exported = list(reviews(writer.connection, ALL))

    assert writer.import_reviews(exported, LATER) == (0, 1)


def whole_step() -> Any:
    from failnote.review import Step  # noqa: PLC0415

    return Step(
        answers=(told("core.facts", "b"), Answer("w", "date", "?", value=date(2026, 1, 1))),
        marks=(Mark("z", True), Mark("a", False)),
        plan={"if": "i", "then": "t"},
        context={"tags": ("z", "a")},
    )


def test_what_another_journal_orders_differently_is_the_same(writer: Writer) -> None:
    given = whole()
    con = taken_in(writer, [given])
    shuffled = replace(
        given,
        number=99,
        revision=5,
        answers=given.answers[::-1],
        marks=given.marks[::-1],
        context={"modality": ("schema", "cbt"), "setup": ("couple",), "ending": ("dropout",)},
    )

    assert writer.import_reviews([shuffled], LATER) == (0, 1)
    assert list(reviews(con, ALL)) == [given]


CHANGED: dict[str, dict[str, Any]] = {
    "answer": {"answers": (told("core.facts", "elsewhere"),)},
    "mark": {"marks": (Mark("contract.how", False),)},
    "plan": {"plans": (replace(plan(), then="elsewhere"),)},
    "insight": {"insights": (Insight("x", "2026-05-01", "elsewhere"),)},
    "context": {"context": {"setup": ("family",)}},
    "supervision": {"supervision_answer": "elsewhere"},
    "date": {"date": "2026-03-15"},
}


@pytest.mark.parametrize("change", CHANGED.values(), ids=CHANGED)
def test_the_same_id_with_other_content_is_refused_and_nothing_is_taken_in(
    change: dict[str, Any], writer: Writer
) -> None:
    con = taken_in(writer, [whole(7)])

    with pytest.raises(ConflictError, match=r"Review 2 of the import .* review 7 .*000007"):
        writer.import_reviews([whole(8), whole(7, **change), whole(9)], LATER)

    assert [found.number for found in reviews(con, ALL)] == [7]
    assert "elsewhere" not in str(review(con, 7))


def test_an_id_of_a_plan_that_is_elsewhere_is_refused(writer: Writer) -> None:
    taken_in(writer, [whole(7)])

    with pytest.raises(ConflictError, match="id of a plan"):
        writer.import_reviews([whole(8, plans=(plan(7),))], LATER)

    assert count(writer.connection, ALL) == 1


def test_an_error_while_reading_the_lines_takes_nothing_in(writer: Writer) -> None:
    def lines() -> Iterator[Review]:
        yield whole(7)
        message = "Line 2 is not a review."
        raise JournalError(message)

    with pytest.raises(JournalError, match="Line 2"):
        writer.import_reviews(lines(), LATER)

    assert count(writer.connection, ALL) == 0


def test_a_number_is_kept_where_it_is_free_and_else_the_next_is_given(writer: Writer) -> None:
    finished(writer)
    numbers = enumerate((5, 1, 5, 0, 2))
    given = [replace(BARE, id=f"id-{place}", number=number) for place, number in numbers]

    writer.import_reviews(given, LATER)

    assert [found.number for found in reviews(writer.connection, ALL)] == [1, 5, 6, 7, 8, 2]
    assert begun(writer).number == 9


def test_a_deleted_review_is_not_taken_in_again(writer: Writer) -> None:
    taken_in(writer, [whole()])
    writer.delete(7, LATER)

    assert writer.import_reviews([whole()], LATER) == (0, 1)
    assert count(writer.connection, ALL) == 0


def test_what_was_taken_in_is_found(writer: Writer) -> None:
    con = taken_in(writer, [whole()])

    found = [
        (hit.where, hit.number)
        for word in ("no-shows", "every other week", "August", "late")
        for hit in search(con, word, ALL)
    ]

    assert found == [("core.facts", 7), ("plan", 7), ("insight", 7), ("follow.how", 7)]


def test_the_case_takes_the_context_of_its_latest_review(writer: Writer) -> None:
    older = whole(7, context={"setup": ("individual",), "tags": ("old",)})
    newer = whole(8, context={"setup": ("couple",)}, started=NOW + timedelta(days=9))

    con = taken_in(writer, [newer, older])

    assert case(con, "maple-lantern-27").context == {"setup": ("couple",)}


def test_wordings_of_codes_can_come_along(writer: Writer) -> None:
    writer.import_reviews([whole()], NOW, CODES)

    assert codes(writer.connection)["contract.aim"] == CODES[0]


def test_texts_are_cleaned_on_their_way_in(writer: Writer) -> None:
    dirty = whole(answers=(told("q", "a\0b\ud800"),), supervision_answer="\0")

    found = review(taken_in(writer, [dirty]), 7)

    assert found.answers[0].text == "a\u2400b\ufffd"
    assert writer.import_reviews([dirty], LATER) == (0, 1)


def test_a_masked_day_is_kept_as_the_words_it_came_with(writer: Writer) -> None:
    masked = Answer("core.when", "date", "When?", value="2026-02", text="February 2026")

    found = review(taken_in(writer, [whole(answers=(masked,))]), 7)

    assert found.answers == (masked,)
