"""Two processes on one journal: nothing is overwritten, nothing waits for ever."""

from datetime import date
from pathlib import Path
from time import monotonic

import pytest

from failnote.errors import ConflictError, JournalError
from failnote.journal import connection
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import count, review, unfinished
from failnote.journal.writing import Writer
from failnote.review import Answer, Step
from failnote.selection import Selection
from journal.invented import LATER, NOW, begun, finished, step, told
from journal.processes import together


def test_the_second_of_two_edits_is_refused_and_both_texts_are_kept(
    writer: Writer, path: Path
) -> None:
    seen = finished(writer, "as it was")
    other = Writer(open_journal(path, write=True))
    other.edit(review(other.connection, 1), step(told("core.facts", "theirs")), LATER)
    close(other.connection)

    with pytest.raises(ConflictError, match=r"review 1 .*core\.facts.*failnote show 1") as caught:
        writer.edit(seen, step(told("core.facts", "mine")), LATER)

    found = review(writer.connection, 1)
    assert "mine" not in str(caught.value)
    assert [answer.text for answer in found.answers] == ["theirs"]
    assert [(answer.question, answer.text) for answer in found.others] == [("core.facts", "mine")]


@pytest.mark.parametrize("action", ["commit", "edit"])
def test_the_words_of_a_plan_that_lost_are_kept_too(action: str, writer: Writer) -> None:
    seen = writer.commit(begun(writer), step(plan={"if": "same", "then": "old"}), NOW)
    writer.commit(seen, step(plan={"then": "theirs"}), NOW)
    plan = {"if": "same", "then": "mine", "miss": None, "due": date(2026, 5, 1)}

    with pytest.raises(ConflictError, match=r"close\.then"):
        getattr(writer, action)(seen, step(Answer("close.then", "text", "THEN"), plan=plan), LATER)

    found = review(writer.connection, 1)
    assert found.plans[0].then == "theirs"
    assert [(answer.question, answer.text) for answer in found.others if answer.text] == [
        ("plan.then", "mine"),
        ("plan.due", "2026-05-01"),
    ]


def test_the_supervisor_s_answer_that_lost_is_kept(writer: Writer) -> None:
    seen = finished(writer)
    writer.record_supervision(seen, "theirs", LATER)

    with pytest.raises(ConflictError, match="supervision"):
        writer.record_supervision(seen, "mine", LATER)

    found = review(writer.connection, 1)
    assert (found.supervision_answer, found.others[0].text) == ("theirs", "mine")


def test_a_review_that_someone_deleted_takes_no_answers_but_keeps_them(writer: Writer) -> None:
    seen = begun(writer)
    writer.delete(seen.number, LATER)

    with pytest.raises(ConflictError):
        writer.commit(seen, step(told("q", "mine")), LATER)
    writer.undo(LATER)

    assert [answer.text for answer in review(writer.connection, 1).others] == ["mine"]


def test_a_review_that_went_on_elsewhere_is_not_abandoned(writer: Writer) -> None:
    seen = begun(writer)
    writer.commit(seen, step(told("q", "theirs")), NOW)

    with pytest.raises(ConflictError, match="Open it again"):
        writer.abandon(seen)

    assert unfinished(writer.connection)[0].number == 1


def test_the_winner_of_a_conflict_goes_on(writer: Writer) -> None:
    seen = begun(writer)
    winner = writer.commit(seen, step(told("q", "theirs")), NOW)
    with pytest.raises(ConflictError):
        writer.commit(seen, step(told("q", "mine")), NOW)

    again = writer.commit(winner, step(told("q", "theirs, again")), NOW)

    assert again.answers[0].text == "theirs, again"
    assert len(again.others) == 1


@pytest.mark.parametrize("seconds", [0.05, pytest.param(10, marks=pytest.mark.long)])
def test_row_27_a_lock_that_is_held_too_long_is_a_sentence_within_ten_seconds(
    seconds: float, writer: Writer, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert connection.BUSY_SECONDS == 10
    monkeypatch.setattr(connection, "BUSY_SECONDS", seconds)
    other = Writer(open_journal(path, write=True))
    seen = finished(writer)

    with writer.all_or_nothing():
        begun(writer)
        began = monotonic()
        with pytest.raises(JournalError, match="Another failnote is writing"):
            other.commit(seen, step(told("q", "x")), NOW)
        assert monotonic() - began < seconds + 1

    other.commit(seen, step(told("q", "x")), NOW)
    close(other.connection)


def test_reading_goes_on_while_another_process_writes(writer: Writer, path: Path) -> None:
    finished(writer)
    with writer.all_or_nothing():
        begun(writer)

        con = open_journal(path)
        found = count(con, Selection())
        close(con)

    assert found == 1


def test_processes_that_write_and_read_at_once_lose_nothing(path: Path, writer: Writer) -> None:
    finished(writer)
    close(writer.connection)

    def write() -> int:
        for _ in range(12):
            own = Writer(open_journal(path, write=True))
            own.commit(begun(own), Step(answers=(told("q", "x"),), finished=True), NOW)
            close(own.connection)
        return 12

    def read() -> int:
        for _ in range(40):
            con = open_journal(path)
            count(con, Selection())
            close(con)
        return 0

    results = together(write, write, read)

    assert results == [12, 12, 0]
    con = open_journal(path)
    assert count(con, Selection()) == 25
    close(con)
    assert [entry.name for entry in path.parent.iterdir()] == [path.name]
