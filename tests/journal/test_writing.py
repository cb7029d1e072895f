"""Reviews begun, gone on with, finished and called off."""

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from failnote.errors import ConflictError, JournalError
from failnote.journal.cleaning import clean_text
from failnote.journal.export_log import note_export
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import (
    case,
    cases,
    codes,
    due_reminders,
    guide_body,
    resume,
    review,
    unfinished,
)
from failnote.journal.reading import settings as kept_settings
from failnote.journal.writing import Writer
from failnote.review import Answer, CodeWord, Insight, Mark, Review, Value
from journal.invented import ANY_TEXT, CODES, LATER, NOW, WORDS, begun, finished, step, told


def count_rows(writer: Writer, table: str) -> int:
    return int(writer.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])


def test_a_review_begins_open_with_the_next_number_and_the_local_day(writer: Writer) -> None:
    first = begun(writer)
    second = begun(writer, kind="went-well", lean=True)

    assert (first.number, second.number) == (1, 2)
    assert first.state == "open"
    assert first.date == "2026-03-14"
    assert first.offset == "+01:00"
    assert first.started == NOW
    assert (second.kind, second.lean) == ("went-well", True)


def test_the_local_day_is_kept_where_utc_has_another(writer: Writer) -> None:
    india = timezone(timedelta(hours=5, minutes=30))

    begun_there = begun(writer, now=datetime(2024, 3, 31, 1, 30, tzinfo=india))

    assert begun_there.date == "2024-03-31"
    assert begun_there.offset == "+05:30"
    assert begun_there.started == datetime(2024, 3, 30, 20, 0, tzinfo=UTC)


def test_a_moment_without_time_zone_is_refused(writer: Writer) -> None:
    with pytest.raises(ValueError, match="time zone"):
        begun(writer, now=datetime(2026, 3, 14))

    assert count_rows(writer, "review") == 0


def test_a_new_case_gets_a_random_code_of_two_words_and_a_number(writer: Writer) -> None:
    codes_made = {begun(writer).case for _ in range(8)}

    assert len(codes_made) == 8
    assert all(re.fullmatch(r"[a-z]+-[a-z]+-\d\d", code) for code in codes_made)


def test_case_codes_stay_unique_when_the_short_ones_run_out(writer: Writer) -> None:
    with writer.all_or_nothing():
        made = [begun(writer, words=(("a",), ("b",))).case for _ in range(100)]

    assert len(set(made)) == 100


def test_a_second_review_of_a_case_leaves_its_card_alone(writer: Writer) -> None:
    first = begun(writer)
    begun(writer, first.case)

    assert case(writer.connection, first.case).reviews == (1, 2)
    assert count_rows(writer, "case_card") == 1


def test_the_guide_and_the_wording_of_its_codes_are_kept(writer: Writer) -> None:
    begun(writer)
    begun(writer, codes=[replace(CODES[0], label="reworded")], body="another body")

    assert guide_body(writer.connection, "d1") == '{"id": "core"}'
    assert guide_body(writer.connection, "unknown") is None
    assert codes(writer.connection)["contract.aim"].label == "reworded"
    assert codes(writer.connection)["contract.how"] == CODES[1]


def test_a_step_is_kept_whole(writer: Writer) -> None:
    opened = begun(writer)
    change = step(
        told("core.facts", "It went quiet."),
        Answer("core.when", "date", "When?", value=date(2026, 2, 1), text="1 February"),
        positions={"core.facts": 5, "core.when": 2},
        marks=(Mark("contract.how", False), Mark("contract.aim", True)),
        at="core.next",
        plan={"miss": "contract.aim", "if": "I hurry", "then": "ask", "due": date(2026, 4, 1)},
        context={"setup": ("couple",), "modality": ("cbt", "schema")},
        numbers={"first_sign_session": 2, "ended_session": None},
    )

    kept = writer.commit(opened, change, NOW)

    assert kept == review(writer.connection, 1)
    assert [answer.question for answer in kept.answers] == ["core.when", "core.facts"]
    assert kept.answer("core.when") == change.answers[1]
    assert kept.marks == change.marks
    assert kept.at == "core.next"
    assert kept.context == {"modality": ("cbt", "schema"), "setup": ("couple",)}
    assert (kept.first_sign_session, kept.ended_session) == (2, None)
    plan = kept.plans[0]
    assert (plan.miss, plan.if_, plan.then, plan.due) == (
        "contract.aim",
        "I hurry",
        "ask",
        date(2026, 4, 1),
    )
    assert plan.name == "1"
    assert kept.revision == opened.revision + 1


def test_what_was_committed_is_there_for_another_process(writer: Writer, path: Path) -> None:
    writer.commit(begun(writer), step(told("core.facts", "It went quiet.")), NOW)

    other = open_journal(path)

    assert review(other, 1).answers[0].text == "It went quiet."
    close(other)


def test_a_changed_answer_of_an_open_review_replaces_the_old_one(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("q", "first")), NOW)

    changed = writer.commit(opened, step(told("q", "second")), LATER)

    assert [(a.text, a.revision) for a in changed.answers] == [("second", 2)]
    assert count_rows(writer, "answer_past") == count_rows(writer, "undo_step") == 0


def test_an_answer_that_says_the_same_keeps_its_revision(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("q", "first")), NOW)

    again = writer.commit(opened, step(told("q", "first")), LATER)

    assert again.answers[0].revision == 1


def test_a_dormant_answer_is_kept_out_of_play_and_wakes_again(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("a", "A"), told("b", "B")), NOW)
    resting = writer.commit(opened, step(dormant=frozenset({"b"})), NOW)

    everything, _ = resume(writer.connection, 1)
    awake = writer.commit(resting, step(), NOW)

    assert [answer.question for answer in resting.answers] == ["a"]
    assert [answer.question for answer in everything.answers] == ["a", "b"]
    assert [answer.question for answer in awake.answers] == ["a", "b"]


def test_marks_are_replaced_by_those_of_the_step(writer: Writer) -> None:
    first = (Mark("b", True), Mark("a", False), Mark("c", True))
    second = (Mark("c", False), Mark("b", True), Mark("d", True))
    opened = writer.commit(begun(writer), step(marks=first), NOW)

    changed = writer.commit(opened, step(marks=second), NOW)

    assert opened.marks == first
    assert changed.marks == second
    assert changed.ticked == ("b", "d")


def test_finishing_ends_the_cursor_and_notes_the_moment(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("q", "x"), at="r"), NOW)
    done = writer.commit(opened, step(finished=True), LATER)
    later = writer.commit(done, step(told("q", "y")), LATER + timedelta(days=1))

    assert (opened.at, opened.finished) == ("r", None)
    assert (done.state, done.at, done.finished) == ("finished", None, LATER)
    assert (later.state, later.finished) == ("finished", LATER)


def test_plan_parts_come_and_go_one_by_one(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(plan={"if": "I hurry", "then": None}), NOW)
    more = writer.commit(opened, step(plan={"then": "ask"}), NOW)
    less = writer.commit(more, step(plan={"if": None}), NOW)
    none = writer.commit(less, step(plan={"then": None}), NOW)

    assert [(p.if_, p.then) for p in more.plans] == [("I hurry", "ask")]
    assert [(p.if_, p.then) for p in less.plans] == [("", "ask")]
    assert more.plans[0].id == less.plans[0].id
    assert none.plans == ()


def test_a_plan_that_was_never_worded_is_not_there(writer: Writer) -> None:
    kept = writer.commit(begun(writer), step(plan={"if": None, "then": None, "due": None}), NOW)

    assert kept.plans == ()


def test_the_case_follows_the_context_of_its_reviews(writer: Writer) -> None:
    first = begun(writer)
    first = writer.commit(first, step(context={"setup": ("couple",), "tags": ("a", "b")}), NOW)
    second = begun(writer, first.case)
    writer.commit(second, step(context={"setup": (), "tags": ("c",)}), NOW)

    assert case(writer.connection, first.case).context == {"setup": ("couple",), "tags": ("c",)}


def test_context_that_is_taken_back_leaves_the_case_too(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(context={"setup": ("couple",)}), NOW)

    taken = writer.commit(opened, step(context={"setup": ()}), NOW)

    assert taken.context == {}
    assert case(writer.connection, opened.case).context == {}


def test_context_that_is_taken_back_leaves_what_others_told_the_case(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(context={"setup": ("couple",)}), NOW)
    writer.set_context(opened.case, {"setup": ("family",)})

    writer.commit(opened, step(context={"setup": ()}), NOW)

    assert case(writer.connection, opened.case).context == {"setup": ("family",)}


def test_the_context_of_a_case_can_be_set_by_hand(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(context={"setup": ("couple",)}), NOW)

    writer.set_context(opened.case, {"setup": ("family",), "tags": ("x\0",)})

    assert case(writer.connection, opened.case).context == {
        "setup": ("family",),
        "tags": ("x\u2400",),
    }
    assert review(writer.connection, 1).context == {"setup": ("couple",)}


def test_a_hold_is_set_and_lifted(writer: Writer) -> None:
    code = begun(writer).case

    writer.hold(code, date(2026, 3, 14))
    held = case(writer.connection, code).hold
    writer.hold(code, None)

    assert (held, case(writer.connection, code).hold) == ("2026-03-14", "")


def test_a_case_that_is_not_there_is_a_sentence(writer: Writer) -> None:
    with pytest.raises(JournalError, match="no case quiet-oak-11"):
        writer.hold("quiet-oak-11", None)
    with pytest.raises(JournalError, match="no case quiet-oak-11"):
        writer.set_context("quiet-oak-11", {})


def test_a_supervisor_s_answer_is_kept_with_its_day_and_can_be_taken_away(writer: Writer) -> None:
    done = finished(writer)

    told_us = writer.record_supervision(done, "Ask sooner.", LATER)
    emptied = writer.record_supervision(told_us, "", LATER)

    assert (told_us.supervision_answer, told_us.supervision_date) == ("Ask sooner.", "2026-03-15")
    assert (emptied.supervision_answer, emptied.supervision_date) == ("", "")


def test_an_insight_stands_beside_the_first_account(writer: Writer) -> None:
    done = finished(writer)

    writer.add_insight(done, "It was August.", LATER)
    writer.add_insight(done, "And I was tired.", LATER)

    found = review(writer.connection, 1)
    assert [(i.date, i.text) for i in found.insights] == [
        ("2026-03-15", "It was August."),
        ("2026-03-15", "And I was tired."),
    ]
    assert isinstance(found.insights[0], Insight)
    assert found.answers == done.answers


def test_an_open_review_can_go_on_under_another_guide(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("settle.how-on", "quick")), NOW)
    word = CodeWord("new.code", "miss", "new", "new", "new")

    turned = writer.turn_into(
        opened,
        guide="quick",
        version=4,
        digest="d2",
        title="Quick",
        body="{}",
        codes=[word],
        now=NOW,
    )

    assert (turned.guide, turned.guide_version, turned.guide_digest) == ("quick", 4, "d2")
    assert turned.answers == opened.answers
    assert guide_body(writer.connection, "d2") == "{}"
    assert codes(writer.connection)["new.code"] == word


def test_an_abandoned_review_is_really_gone_and_its_new_case_too(writer: Writer) -> None:
    opened = writer.commit(begun(writer), step(told("q", "x"), plan={"if": "y"}), NOW)
    writer.keep_draft(opened, "r", "z", NOW)
    opened, _ = resume(writer.connection, 1)

    writer.abandon(opened)

    tables = ("review", "answer", "plan", "draft", "case_card", "case_context", "mark")
    assert [count_rows(writer, table) for table in tables] == [0] * len(tables)
    assert count_rows(writer, "answer_fts_docsize") == count_rows(writer, "plan_fts_docsize") == 0


def test_abandoning_leaves_a_case_that_has_other_reviews(writer: Writer) -> None:
    done = finished(writer)

    writer.abandon(begun(writer, done.case))

    assert [found.code for found in cases(writer.connection)] == [done.case]


def test_a_finished_review_cannot_be_abandoned(writer: Writer) -> None:
    done = finished(writer)

    with pytest.raises(JournalError, match="failnote delete 1"):
        writer.abandon(done)

    assert review(writer.connection, 1) == done


def test_a_reminder_waits_until_it_is_done(writer: Writer) -> None:
    writer.remind(date(2026, 4, 1), None, None, NOW)
    done = writer.commit(begun(writer), step(reminder=date(2026, 4, 2)), NOW)
    writer.commit(done, step(reminder=date(2026, 4, 3)), NOW)

    early = due_reminders(writer.connection, date(2026, 4, 1))
    found = due_reminders(writer.connection, date(2026, 4, 3))
    writer.end_reminder(found[0].id, LATER)

    assert [(r.number, r.case) for r in early] == [(None, "")]
    assert [(r.due, r.number, r.case) for r in found] == [
        (date(2026, 4, 1), None, ""),
        (date(2026, 4, 3), 1, done.case),
    ]
    assert len(due_reminders(writer.connection, date(2026, 4, 3))) == 1


def test_a_setting_is_kept_over_its_old_value(writer: Writer) -> None:
    writer.keep_setting("recovery-shown", "no")
    writer.keep_setting("recovery-shown", "yes")

    assert kept_settings(writer.connection) == {"recovery-shown": "yes"}


def test_an_export_is_noted(writer: Writer) -> None:
    con = writer.connection
    note_export(con, what="note", target="/tmp/n.md", masked=True, reviews=[1, 2], now=NOW)

    noted = con.execute("SELECT what, target, masked, reviews FROM export_log")
    assert noted.fetchall() == [("note", "/tmp/n.md", 1, "[1, 2]")]


def test_several_changes_are_kept_together_or_not_at_all(writer: Writer) -> None:
    def fail_in_the_middle() -> None:
        with writer.all_or_nothing():
            opened = begun(writer)
            kept = writer.commit(opened, step(told("q", "x")), NOW)
            assert kept.answers[0].text == "x"
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fail_in_the_middle()
    before = unfinished(writer.connection)
    with writer.all_or_nothing():
        writer.commit(begun(writer), step(told("q", "x")), NOW)

    assert before == []
    assert len(unfinished(writer.connection)) == 1


def test_a_full_disk_leaves_the_old_state_and_the_same_writer_can_try_again(
    writer: Writer,
) -> None:
    opened = writer.commit(begun(writer), step(told("q", "old")), NOW)
    pages = writer.connection.execute("PRAGMA page_count").fetchone()[0]
    writer.connection.execute(f"PRAGMA max_page_count={pages}")
    secret = "canary-" * 20_000
    change = step(told("q", secret), marks=(Mark("m", True),), finished=True)

    with pytest.raises(JournalError, match=r"disk .* full") as caught:
        writer.commit(opened, change, NOW)
    during = review(writer.connection, 1)
    writer.connection.execute("PRAGMA max_page_count=1000000")
    after = writer.commit(opened, change, NOW)

    assert "canary" not in str(caught.value)
    assert during == opened
    assert (after.answers[0].text, after.state) == (secret, "finished")


def test_an_error_never_holds_what_was_to_be_written(writer: Writer) -> None:
    opened = begun(writer)
    bad = Answer("q", "text", "?", value="canary", text="canary", export="canary")

    with pytest.raises(JournalError) as caught:
        writer.commit(opened, step(bad), NOW)

    assert "canary" not in repr(caught.value)
    assert "canary" not in str(caught.value.__context__)
    assert caught.value.__suppress_context__
    assert review(writer.connection, 1) == opened


def test_a_review_that_was_taken_away_cannot_be_gone_on_with(writer: Writer) -> None:
    opened = begun(writer)
    writer.abandon(opened)

    with pytest.raises(ConflictError, match="no longer in the journal"):
        writer.commit(opened, step(told("q", "x")), NOW)


VALUES: dict[str, st.SearchStrategy[Value]] = {
    "text": ANY_TEXT,
    "choice": ANY_TEXT,
    "number": st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False),
    "date": st.dates(),
    "choices": st.lists(ANY_TEXT).map(tuple),
}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(sorted(VALUES)).flatmap(
            lambda kind: st.tuples(st.just(kind), VALUES[kind] | st.none(), ANY_TEXT)
        ),
        max_size=4,
    ),
    st.lists(st.tuples(ANY_TEXT, st.booleans()), unique_by=lambda mark: clean_text(mark[0])),
)
def test_every_answer_and_mark_comes_back_as_it_was(
    writer: Writer,
    given_answers: list[tuple[str, Value, str]],
    given_marks: list[tuple[str, bool]],
) -> None:
    answers = [
        Answer(f"q{place}", kind, "?", value=value, text=text)
        for place, (kind, value, text) in enumerate(given_answers)
    ]
    marks = tuple(Mark(code, ticked) for code, ticked in given_marks)

    kept = writer.commit(begun(writer, "one-case-11"), step(*answers, marks=marks), NOW)

    assert kept.answers == tuple(cleaned(answer) for answer in answers)
    assert kept.marks == tuple(Mark(clean_text(mark.code), mark.ticked) for mark in marks)


def cleaned(answer: Answer) -> Answer:
    value = answer.value
    if isinstance(value, str):
        value = clean_text(value)
    elif isinstance(value, tuple):
        value = tuple(map(clean_text, value))
    return replace(answer, value=value, text=clean_text(answer.text))


def test_words_for_case_codes_are_needed_only_for_a_new_case(writer: Writer) -> None:
    named: Review = begun(writer, "own-code-12", words=((), ()))

    assert named.case == "own-code-12"
    assert begun(writer, words=WORDS).case != "own-code-12"
