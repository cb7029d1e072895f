"""Promise 6: a journal goes out as lines of text and comes back the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from program import PASSPHRASE, failnote

REPLY = {"question": "follow.how", "type": "text", "asked": "How did it go?", "value": "Twice."}
COUPLE: dict[str, Any] = {
    "schema": "failnote.review/1",
    "id": "6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a01",
    "number": 12,
    "case": "otter-window-04",
    "context": {"setup": "couple", "modality": ["systemic-family", "cbt"], "tags": "tuesday"},
    "guide": "core",
    "date": "2026-02-11",
    "offset": "-03:30",
    "started": "2026-02-11T23:50:00-03:30",
    "finished": "2026-02-12T00:10:00-03:30",
    "answers": [
        {"question": "core.facts", "asked": "What happened?", "value": "A\u2028long\u0085silence."},
        {"question": "core.when", "type": "date", "value": "2026-02-01"},
        {"question": "core.sure", "type": "choice", "status": "cannot-say", "value": "unsure"},
        {"question": "core.kept", "status": "skipped"},
    ],
    "marks": {"contract.how-unclear": True, "sign.away.quieter": False},
    "first_sign_session": 0,
    "plans": [
        {
            "miss": "contract.how-unclear",
            "if": "one of them falls silent",
            "then": "ask the silent one",
            "state": "reworded",
            "follow_ups": [
                {"date": "2026-03-11", "came_up": 3, "did": 0, "obstacles": ["tired", "late"]},
                {"date": "2026-04-11", "came_up": 0, "answers": [REPLY], "verdict": "keep"},
            ],
        },
        {"if": "it falls silent", "then": "wait", "due": "2026-05-01", "rehearsed": "aloud-now"},
    ],
    "insights": [
        {"date": "2026-05-01", "text": "It was August."},
        {"date": "2026-06", "text": "No: earlier."},
    ],
    "supervision_answer": "Ask sooner.",
    "supervision_date": "2026-04-02",
    "others": [{"question": "core.facts", "value": "Written in another window."}],
}
MONTH = {
    "schema": "failnote.review/1",
    "guide": "my-own",
    "case": "amber-gate-12",
    "date": "2026-03",
}


@pytest.fixture
def full(journal: Path) -> Path:
    """A journal with a bit of everything."""
    lines = "\n".join(json.dumps(each) for each in (COUPLE, MONTH))
    steps: list[tuple[tuple[str, ...], str]] = [
        (("edit", "1", "--answers", "-"), '"core.kept" = "I stayed."\n"close.then" = "wait"'),
        (("add", "1"), "It was August.\n\nAnd I knew."),
        (("import", "-"), lines),
        (("delete", "2"), ""),
        (("review", "--plain"), "1\n6\nI knew it.\n.q\n"),
        (("review", "--plain", "--guide", "quick"), "1\n2\n3\nA knot.\nTwo lines\nof it\n.q\n"),
    ]
    for words, given in steps:
        done = failnote(*words, stdin=given)
        assert done.code in (0, 130), done.err
    return journal


def exported(journal: str | Path) -> str:
    """The whole journal as it leaves."""
    done = failnote("export", "--no-mask", "--journal", journal)
    assert done.code == 0, done.err
    return done.out


def test_promise_6_what_an_export_holds_makes_the_same_journal_again(full: Path) -> None:
    lines = exported(full)

    done = failnote("import", "-", "--journal", "new.db", "--no-passphrase", stdin=lines)

    assert done.err == "6 reviews added, 0 are there already.\n"
    assert exported("new.db") == lines


def test_promise_6_holds_from_a_plain_journal_into_an_encrypted_one_and_back(
    full: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    lines = exported(full)
    for name in ("new.db", "newer.db"):
        failnote("import", "-", "--journal", name, stdin=exported(full))

    assert b"SQLite" not in Path("new.db").read_bytes()
    assert exported("newer.db") == lines


def test_an_import_of_ones_own_export_adds_nothing(full: Path) -> None:
    lines = exported(full)

    done = failnote("import", "-", stdin=lines)

    assert (done.code, done.err) == (0, "0 reviews added, 6 are there already.\n")
    assert exported(full) == lines


def test_what_came_back_reads_as_before(full: Path) -> None:
    failnote("import", "-", "--journal", "new.db", "--no-passphrase", stdin=exported(full))

    for command in (["show", "1"], ["show", "12"], ["list"], ["search", "August"], ["note", "12"]):
        before, after = failnote(*command), failnote(*command, "--journal", "new.db")
        assert before.out == after.out != ""


def test_text_that_lost_against_another_window_comes_back_too(full: Path) -> None:
    failnote("import", "-", "--journal", "new.db", "--no-passphrase", stdin=exported(full))

    assert "Written in another window." in failnote("show", "12", "--journal", "new.db").out


def test_a_review_in_pause_can_be_finished_where_it_arrives(full: Path) -> None:
    failnote("import", "-", "--journal", "new.db", "--no-passphrase", stdin=exported(full))

    resumed = failnote(
        "review", "--plain", "--journal", "new.db", stdin="1\n2\nThe coat.\n" + ".s\n" * 80
    )

    assert resumed.code == 0, resumed.err
    assert "I knew it." in failnote("show", "14", "--journal", "new.db").out
    assert "The coat." in failnote("show", "14", "--journal", "new.db").out


def test_a_line_with_as_little_as_possible_is_shown_everywhere(full: Path) -> None:
    for command in (["show", "13"], ["note", "13"], ["cases", "show", "amber-gate-12"]):
        assert failnote(*command).code == 0
    assert "2026-03 " in failnote("list").out
