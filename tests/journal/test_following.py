"""Looks at a plan in the journal: rows of their own, and two windows at once."""

from datetime import date, timedelta

import pytest

from failnote.errors import ConflictError, JournalError
from failnote.journal.reading import open_follow_up, resume, review
from failnote.journal.writing import Writer
from failnote.review import OpenFollowUp, Plan, Review
from journal.invented import NOW, finished, step, told

LATER = NOW + timedelta(days=40)


def planned(writer: Writer) -> Review:
    plan = {"if": "the client looks away", "then": "ask", "due": date(2026, 4, 13)}
    return finished(writer, plan=plan)


def begun(writer: Writer, plan: Plan) -> OpenFollowUp:
    return writer.begin_follow_up(
        plan, guide="follow-up", version=1, digest="d2", title="Since", body="{}", now=LATER
    )


def test_a_reply_in_a_look_is_not_the_review_s_own(writer: Writer) -> None:
    own = planned(writer)
    look = begun(writer, own.plans[0])

    writer.commit_follow_up(own, look, step(told("core.facts", "I asked.")), LATER)

    found = review(writer.connection, own.number)
    assert [a.text for a in found.answers] == ["It went quiet."]
    assert [a.text for a in found.plans[0].follow_ups[0].answers] == ["I asked."]
    assert found.revision == own.revision


def test_a_draft_in_a_look_is_not_the_review_s_own_and_ends_with_its_reply(
    writer: Writer,
) -> None:
    own = planned(writer)
    look = begun(writer, own.plans[0])
    writer.keep_draft(own, "fu.effect", "I as", LATER, look.id)

    kept = open_follow_up(writer.connection, own.plans[0].id)
    assert kept is not None
    assert kept.drafts == {"fu.effect": "I as"}
    assert resume(writer.connection, own.number)[1] == {}
    writer.commit_follow_up(own, look, step(told("fu.effect", "I asked.")), LATER)
    after = open_follow_up(writer.connection, own.plans[0].id)
    assert after is not None
    assert (after.drafts, [a.text for a in after.answers]) == ({}, ["I asked."])


def test_the_loser_of_two_windows_is_told_and_its_text_is_kept(writer: Writer) -> None:
    own = planned(writer)
    look = begun(writer, own.plans[0])
    writer.commit_follow_up(own, look, step(told("fu.effect", "first")), LATER)

    with pytest.raises(ConflictError, match=r"fu\.effect"):
        writer.commit_follow_up(own, look, step(told("fu.effect", "second")), LATER)

    found = review(writer.connection, own.number)
    assert [a.text for a in found.plans[0].follow_ups[0].answers] == ["first"]
    assert [a.text for a in found.others] == ["second"]


def test_a_finished_look_is_open_no_more(writer: Writer) -> None:
    own = planned(writer)
    look = begun(writer, own.plans[0])

    facts = {"came_up": 3, "did": 2, "obstacles": ("late",), "verdict": "habit"}
    writer.commit_follow_up(own, look, step(finished=True, follow_up=facts), LATER)

    assert open_follow_up(writer.connection, own.plans[0].id) is None
    (plan,) = review(writer.connection, own.number).plans
    (kept,) = plan.follow_ups
    assert plan.state == "habit"
    assert (kept.came_up, kept.did, kept.obstacles, kept.verdict) == (3, 2, ("late",), "habit")


def test_a_plan_that_was_taken_away_cannot_be_looked_at(writer: Writer) -> None:
    with pytest.raises(JournalError, match="no longer in the journal"):
        begun(writer, Plan("gone"))
