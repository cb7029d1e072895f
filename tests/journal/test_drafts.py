"""Half-typed text: kept at every key, gone with the answer it becomes."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings

from failnote.errors import JournalError
from failnote.journal.cleaning import clean_text
from failnote.journal.opening import open_journal
from failnote.journal.reading import resume
from failnote.journal.writing import Writer
from failnote.review import Answer
from journal.invented import ANY_TEXT, NOW, begun, step, told


def drafts(writer: Writer) -> dict[str, str]:
    return dict(resume(writer.connection, 1)[1])


def test_a_draft_is_replaced_at_every_key_and_dropped_on_demand(writer: Writer) -> None:
    opened = begun(writer)
    for body in ("I", "I w", "I was"):
        writer.keep_draft(opened, "core.facts", body, NOW)
    writer.keep_draft(opened, "core.moment", "Then", NOW)

    before = drafts(writer)
    writer.drop_draft(opened, "core.facts")

    assert before == {"core.facts": "I was", "core.moment": "Then"}
    assert drafts(writer) == {"core.moment": "Then"}


def test_a_draft_ends_with_its_answer_and_no_other(writer: Writer) -> None:
    opened = begun(writer)
    writer.keep_draft(opened, "core.facts", "I was", NOW)
    writer.keep_draft(opened, "core.moment", "Then", NOW)

    writer.commit(opened, step(told("core.facts", "I was late.")), NOW)

    assert drafts(writer) == {"core.moment": "Then"}


@pytest.mark.parametrize("status", ["skipped", "cannot-say"])
def test_a_draft_outlives_that_its_question_is_passed_over(status: str, writer: Writer) -> None:
    opened = begun(writer)
    writer.keep_draft(opened, "core.facts", "I was", NOW)

    answer = Answer("core.facts", "text", "?", status=status)  # type: ignore[arg-type]
    writer.commit(opened, step(answer), NOW)

    assert drafts(writer) == {"core.facts": "I was"}


def test_a_failed_commit_keeps_the_draft(writer: Writer) -> None:
    opened = begun(writer)
    writer.keep_draft(opened, "core.facts", "I was", NOW)
    bad = told("core.facts", "I was late.", export="nonsense")

    with pytest.raises(JournalError):
        writer.commit(opened, step(bad), NOW)

    assert drafts(writer) == {"core.facts": "I was"}


def test_a_draft_of_an_abandoned_review_goes_nowhere(writer: Writer) -> None:
    opened = begun(writer)
    writer.abandon(opened)

    writer.keep_draft(opened, "core.facts", "I was", NOW)

    assert writer.connection.execute("SELECT count(*) FROM draft").fetchone() == (0,)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ANY_TEXT)
@example("\0\ud800")
def test_any_half_typed_text_comes_back(writer: Writer, body: str) -> None:
    writer.keep_draft(begun(writer), "core.facts", body, NOW)
    number = resume_number(writer)

    assert resume(writer.connection, number)[1] == {"core.facts": clean_text(body)}


def resume_number(writer: Writer) -> int:
    return int(writer.connection.execute("SELECT max(number) FROM review").fetchone()[0])


TYPIST = """
import sys
from pathlib import Path
from failnote.journal.opening import open_journal
from failnote.journal.reading import review
from failnote.journal.writing import Writer
from journal.invented import NOW, step, told

writer = Writer(open_journal(Path(sys.argv[1]), key=bytes.fromhex(sys.argv[2]), write=True))
opened = review(writer.connection, 1)
for number in range(100_000):
    body = f"{number} " + "word " * (number % 50)
    writer.keep_draft(opened, "core.facts", body, NOW)
    if number % 20 == 19:
        opened = writer.commit(opened, step(told("core.moment", f"{number}")), NOW)
    print(number, flush=True)
"""


@pytest.mark.parametrize("keys", [63, 140])
def test_drafts_and_answers_survive_that_the_process_is_killed(
    keys: int, encrypted: Path, key: bytes
) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    begun(writer)
    writer.connection.close()
    command = [sys.executable, "-c", TYPIST, str(encrypted), key.hex()]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ) as typist:
        assert typist.stdout is not None
        shown = [int(typist.stdout.readline()) for _ in range(keys)]
        typist.send_signal(signal.SIGKILL)
        shown += [int(line) for line in typist.stdout if line.endswith("\n")]

    con = open_journal(encrypted, key=key)
    found, kept = resume(con, 1)
    whole = con.execute("PRAGMA integrity_check").fetchone()
    con.close()
    assert int(kept["core.facts"].split()[0]) >= shown[-1]
    answered = [number for number in shown if number % 20 == 19]
    if answered:
        assert int(found.answers[0].text) >= answered[-1]
    assert whole == ("ok",)
