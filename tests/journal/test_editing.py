"""What is changed later, and taken back: edits, deletes, undo."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from failnote.errors import JournalError
from failnote.journal.gathering import marks_of
from failnote.journal.reading import case, listed, resume, review, reviews, unfinished
from failnote.journal.searching import search
from failnote.journal.writing import Writer
from failnote.review import Mark, Review, Step
from failnote.selection import Selection
from journal.invented import LATER, NOW, begun, finished, step, taken_in, told, whole

ALL = Selection()


def meaning(found: Review) -> Review:
    """The review without its revisions, which only grow."""
    return replace(
        found,
        revision=0,
        answers=tuple(replace(answer, revision=0) for answer in found.answers),
        plans=tuple(replace(plan, revision=0) for plan in found.plans),
    )


def past(writer: Writer) -> list[tuple[str, str, str]]:
    sql = "SELECT question, text, reason FROM answer_past ORDER BY id"
    return writer.connection.execute(sql).fetchall()


def test_an_edit_replaces_the_answer_and_keeps_the_earlier_one(writer: Writer) -> None:
    done = finished(writer, "It went quiet.")

    edited = writer.edit(done, step(told("core.facts", "I went quiet.")), LATER)

    assert [answer.text for answer in edited.answers] == ["I went quiet."]
    assert edited.answers[0].revision == 2
    assert edited.state == "finished"
    assert past(writer) == [("core.facts", "It went quiet.", "edited")]
    assert edited.others == ()


def test_an_answer_that_an_edit_does_not_change_has_no_past(writer: Writer) -> None:
    done = finished(writer, "It went quiet.")

    writer.edit(done, step(told("core.facts", "It went quiet."), told("core.new", "n")), LATER)

    assert past(writer) == []


EVERYTHING = step(
    told("core.facts", "changed"),
    told("core.added", "added"),
    dormant=frozenset({"core.how"}),
    marks=(Mark("contract.aim", True),),
    plan={"if": "another if", "then": None, "due": None, "miss": None},
    context={"setup": (), "modality": ("cbt",), "tags": ("new",)},
    numbers={"first_sign_session": None, "ended_session": 9},
)


def test_undo_takes_a_whole_edit_back(writer: Writer) -> None:
    before = review(taken_in(writer, [whole()]), 7)
    edited = writer.edit(before, EVERYTHING, LATER)

    said = writer.undo(LATER)

    assert meaning(edited) != meaning(before)
    assert meaning(review(writer.connection, 7)) == meaning(before)
    assert said == "The last edit of review 7 is taken back."
    assert ("core.facts", "changed", "edited") in past(writer)
    assert ("core.added", "added", "edited") in past(writer)


@pytest.mark.parametrize(
    ("first", "second"),
    [({"if": "i", "then": "t"}, {"if": None, "then": None}), ({}, {"if": "i", "then": "t"})],
    ids=["a plan taken away", "a plan made"],
)
def test_undo_brings_the_very_plan_back(
    first: dict[str, Any], second: dict[str, Any], writer: Writer
) -> None:
    before = finished(writer, plan=first)

    writer.edit(before, step(plan=second), LATER)
    writer.undo(LATER)

    assert meaning(review(writer.connection, 1)) == meaning(before)


def test_undo_gives_the_case_its_context_back(writer: Writer) -> None:
    done = finished(writer, context={"setup": ("couple",)})

    writer.edit(done, step(context={"setup": ("family",)}), LATER)
    writer.undo(LATER)

    assert case(writer.connection, done.case).context == {"setup": ("couple",)}


def test_undo_keeps_an_open_review_where_it_was(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("q", "x"), at="r"), NOW)

    writer.edit(opened, step(told("q", "y"), at="s"), LATER)
    writer.undo(LATER)

    assert review(writer.connection, 1).at == "r"


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(st.sampled_from("abc"), st.sampled_from(["x", "y", "z"]), st.booleans()),
        min_size=1,
        max_size=5,
    )
)
def test_as_many_undos_as_edits_lead_back_step_by_step(
    writer: Writer, edits: list[tuple[str, str, bool]]
) -> None:
    found = finished(writer)
    states = []
    for question, text, ticked in edits:
        states.append(meaning(found))
        change = step(told(question, text), marks=(Mark(question, ticked),), plan={"if": text})
        found = writer.edit(found, change, LATER)

    for state in reversed(states):
        writer.undo(LATER)
        assert meaning(review(writer.connection, found.number)) == state


def test_a_deleted_review_is_hidden_everywhere(writer: Writer) -> None:
    con = taken_in(writer, [whole(7), whole(8)])

    writer.delete(7, LATER)

    assert [line.number for line in listed(con, ALL)] == [8]
    assert [found.number for found in reviews(con, ALL)] == [8]
    assert [found.number for found in marks_of(con, ALL)] == [8]
    assert {hit.number for hit in search(con, "e-mail", ALL)} == {8}
    assert case(con, "maple-lantern-27").reviews == (8,)
    for view in ("v_review", "v_answer", "v_mark", "v_plan"):
        assert con.execute(f"SELECT DISTINCT number FROM {view}").fetchall() == [(8,)]
    for look in (review, resume):
        with pytest.raises(JournalError, match="no review 7"):
            look(con, 7)


def test_undo_brings_a_deleted_review_back_whole(writer: Writer) -> None:
    before = review(taken_in(writer, [whole()]), 7)
    writer.delete(7, LATER)

    said = writer.undo(LATER)

    assert said == "Review 7 is back."
    assert meaning(review(writer.connection, 7)) == meaning(before)


def test_a_deleted_open_review_is_not_offered_again(writer: Writer) -> None:
    begun(writer)

    writer.delete(1, NOW)

    assert unfinished(writer.connection) == []


def test_the_number_of_a_deleted_review_is_not_given_again(writer: Writer) -> None:
    finished(writer)
    finished(writer)
    writer.delete(2, LATER)

    assert begun(writer).number == 3


@pytest.mark.parametrize("number", [0, 2, 10**15])
def test_deleting_what_is_not_there_is_a_sentence(number: int, writer: Writer) -> None:
    finished(writer)

    with pytest.raises(JournalError, match=f"no review {number}"):
        writer.delete(number, LATER)


def test_a_review_is_deleted_once(writer: Writer) -> None:
    finished(writer)
    writer.delete(1, LATER)

    with pytest.raises(JournalError, match="no review 1"):
        writer.delete(1, LATER)


def test_nothing_to_take_back_is_a_sentence(writer: Writer) -> None:
    finished(writer)

    with pytest.raises(JournalError, match="no delete or edit"):
        writer.undo(LATER)


def test_undo_takes_the_latest_of_deletes_and_edits_first(writer: Writer) -> None:
    first, second = finished(writer), finished(writer)
    writer.edit(first, step(told("core.facts", "edited")), LATER)
    writer.delete(second.number, LATER)

    said = [writer.undo(LATER), writer.undo(LATER)]

    assert said == ["Review 2 is back.", "The last edit of review 1 is taken back."]


def test_an_insight_survives_that_an_edit_before_it_is_taken_back(writer: Writer) -> None:
    done = finished(writer)
    edited = writer.edit(done, step(told("core.facts", "edited"), plan={"due": None}), LATER)
    writer.add_insight(edited, "Later I saw it.", LATER)

    writer.undo(LATER)

    assert review(writer.connection, 1).insights[0].text == "Later I saw it."


def test_an_edit_of_the_plan_changes_the_plan_that_the_review_made(writer: Writer) -> None:
    taken_in(writer, [whole()])
    before = review(writer.connection, 7)

    change = Step(plan={"then": "ask at once", "due": date(2026, 6, 1)})
    edited = writer.edit(before, change, LATER)

    plan = edited.plans[0]
    assert (plan.id, plan.if_, plan.then) == (
        before.plans[0].id,
        before.plans[0].if_,
        "ask at once",
    )
    assert plan.due == date(2026, 6, 1)
    assert plan.follow_ups == before.plans[0].follow_ups
