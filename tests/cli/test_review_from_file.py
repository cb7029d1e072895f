"""review --answers: a whole review from a file, all of it or nothing."""

import json
import tomllib
from pathlib import Path
from typing import Any

import pytest

from program import CORE, Done, failnote

GATE = '"gate.urgent" = "no"\n'
SECRET = "Wren7secret"


def reviewed(answers: str, *options: str | Path) -> Done:
    """Hold a review with these answers in a plain journal."""
    return failnote("review", "--answers", "-", "--no-passphrase", *options, stdin=answers)


def exported() -> list[dict[str, Any]]:
    """The journal's reviews as they leave it."""
    return [json.loads(line) for line in failnote("export", "--no-mask").out.splitlines()]


def test_a_review_from_a_file_says_its_number_and_its_case() -> None:
    done = failnote("review", "--answers", CORE, "--no-passphrase")

    (review,) = exported()
    assert (done.code, done.out) == (0, "")
    assert done.err == f"Saved as review 1, case {review['case']}.\n"
    assert review["state"] == "finished"


def test_every_answer_of_the_sample_is_stored() -> None:
    given = tomllib.loads(CORE.read_text())

    failnote("review", "--answers", CORE, "--no-passphrase")

    (review,) = exported()
    answered = {a["question"] for a in review["answers"] if a["status"] == "answered"}
    assert answered == given.keys() - {"gate.urgent"}
    assert review["plans"][0]["if"] == given["close.if"]
    assert review["plans"][0]["then"] == given["close.then"]


def test_toml_json_and_a_pipe_give_the_same_review() -> None:
    given = tomllib.loads(CORE.read_text())
    Path("answers.json").write_text(json.dumps(given))

    reviewed(CORE.read_text())
    reviewed("", "--answers", "answers.json")
    reviewed("\ufeff" + json.dumps(given))

    first, *others = ([a | {"revision": 1} for a in each["answers"]] for each in exported())
    assert others == [first, first]


def test_a_question_may_be_written_in_nested_names() -> None:
    done = reviewed('gate.urgent = "no"\ncore.kind = "rupture"\n[core.contract]\nwhat = "no"\n')

    (review,) = exported()
    assert done.code == 0
    answered = [a["question"] for a in review["answers"] if a["status"] == "answered"]
    assert answered == ["core.kind", "core.contract.what"]


def test_what_is_not_answered_is_skipped() -> None:
    reviewed(GATE)

    (review,) = exported()
    assert {a["status"] for a in review["answers"]} == {"skipped"}
    assert "marks" not in review


def test_a_lean_review_refuses_what_it_does_not_ask() -> None:
    wrong = reviewed(GATE + '"core.rival" = "They moved away."', "--lean")
    right = reviewed(GATE + '"core.kind" = "rupture"', "--lean")

    assert (wrong.code, right.code) == (1, 0)
    assert "core.rival: is not asked here" in wrong.err
    (review,) = exported()
    assert review["lean"] is True


def test_another_guide_is_named() -> None:
    assert reviewed(GATE + '"quick.charge" = 3', "--guide", "quick").code == 0
    assert exported()[0]["guide"] == "quick"


def test_a_case_that_is_known_gets_another_review() -> None:
    reviewed(GATE)
    case = exported()[0]["case"]

    done = reviewed(GATE, "--case", case)

    assert done.err == f"Saved as review 2, case {case}.\n"


def test_a_gate_that_says_stop_stops_and_keeps_nothing(home: Path) -> None:
    done = reviewed('"gate.urgent" = "yes"\n"core.kind" = "rupture"')

    assert (done.code, done.out) == (1, "")
    assert "your supervisor, an on-call colleague" in done.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("", ["gate.urgent: needs an answer"]),
        (f'{GATE}"core.fakts" = "{SECRET}"', ["core.fakts: there is no such", "“core.facts”"]),
        (f'{GATE}"core.kind" = "{SECRET}"', ["core.kind: that is not on the list"]),
        (f'{GATE}"core.signs" = ["{SECRET}"]', ["core.signs: something else was chosen"]),
        (f'{GATE}"core.signs" = "{SECRET}"', ["core.signs: that is not on the list"]),
        (f'{GATE}"settle.charge" = "{SECRET}"', ["settle.charge: a whole number from 0 to 10"]),
        (f'{GATE}"settle.charge" = 11', ["settle.charge: a whole number from 0 to 10"]),
        (f'{GATE}"settle.charge" = true', ["settle.charge: a whole number from 0 to 10"]),
        (f'{GATE}"core.sessions" = -1', ["core.sessions: at least 0"]),
        (f'{GATE}"core.sessions" = nan', ["core.sessions: a whole number is needed"]),
        (f'{GATE}"core.facts" = ["{SECRET}"]', ["core.facts: some text is needed"]),
        (f'{GATE}"core.facts" = ""', ["core.facts: some text is needed"]),
        (
            f'{GATE}"core.contract.what" = "no"\n"close.follow" = "{SECRET}"',
            ["close.follow: a date like"],
        ),
        (
            f'{GATE}"core.kind" = "rupture"\n"core.ending-type" = "unclear"',
            ["core.ending-type: is not asked here, because of an earlier answer"],
        ),
        (f'{GATE}"{SECRET} is what I said" = 1', ["something stands where the id of a question"]),
        (f'{GATE}"core.facts".more = "{SECRET}"', ["core.facts.more: there is no such"]),
        (
            f'{GATE}"core.kind" = "{SECRET}"\n"core.facts" = ""',
            ["core.kind: ", "core.facts: "],
        ),
        (
            f'{GATE}"settle.charge" = 9\n"settle.how-on" = "quick"',
            ["lead out of the guide before its end"],
        ),
    ],
)
def test_answers_that_do_not_fit_are_all_named_and_never_repeated(
    answers: str, said: list[str], home: Path
) -> None:
    done = reviewed(answers)

    assert (done.code, done.out) == (1, "")
    assert "Nothing was saved" in done.err
    assert [each for each in said if each not in done.err] == []
    assert SECRET not in done.err
    assert list(home.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (f'"core.facts" = "{SECRET}'.encode(), "this is not TOML"),
        (f'"core.facts" = {SECRET}'.encode(), "this is not TOML"),
        (f'"a" = "{SECRET}"\n"a" = "{SECRET}"'.encode(), "this is not TOML"),
        (f'{{"core.facts": "{SECRET}'.encode(), ":1: this is not JSON"),
        (b'{"a": ' * 100_000, "this is not JSON"),
        (b"a = " + b"[" * 100_000, "this is not TOML"),
        (b'"core.facts" = "\xff"', "is not saved as UTF-8"),
    ],
    ids=range(7),
)
def test_a_file_that_cannot_be_read_is_refused_without_its_words(
    content: bytes, said: str, home: Path
) -> None:
    Path("answers.toml").write_bytes(content)

    done = failnote("review", "--answers", "answers.toml", "--no-passphrase")

    assert (done.code, done.out) == (2, "")
    assert "answers.toml" in done.err
    assert said in done.err
    assert SECRET not in done.err
    assert [path.name for path in home.iterdir()] == ["answers.toml"]


@pytest.mark.parametrize(
    ("file", "said"),
    [("nowhere.toml", "no such file"), (".", "not a regular file"), ("/dev/zero", "regular file")],
)
def test_a_file_that_is_not_there_is_wrong_usage(file: str, said: str) -> None:
    done = failnote("review", "--answers", file, "--no-passphrase")

    assert done.code == 2
    assert said in done.err


def test_more_than_an_answer_can_hold_is_refused() -> None:
    done = reviewed(GATE + f'"core.facts" = "{"x" * 1_000_001}"')

    assert done.code == 1
    assert "core.facts: an answer can have at most 1,000,000 characters" in done.err


@pytest.mark.parametrize(
    ("options", "code", "said"),
    [
        (("--guide", "coer"), 2, "did you mean “core”?"),
        (("--guide", "../core"), 2, "There is no guide"),
        (("--case", "nobody-here-11"), 2, "there is no journal yet"),
    ],
)
def test_a_name_that_does_not_exist_is_refused_before_anything_is_made(
    options: tuple[str, ...], code: int, said: str, home: Path
) -> None:
    done = reviewed(GATE, *options)

    assert (done.code, done.out) == (code, "")
    assert said in done.err
    assert list(home.iterdir()) == []


def test_a_case_that_does_not_exist_is_refused_with_the_nearest() -> None:
    reviewed(GATE)
    case = exported()[0]["case"]

    done = reviewed(GATE, "--case", case[:-1])

    assert done.code == 2
    assert f"did you mean “{case}”?" in done.err
    assert len(exported()) == 1


def test_without_a_passphrase_and_without_a_terminal_no_journal_is_made(home: Path) -> None:
    done = failnote("review", "--answers", CORE)

    assert (done.code, done.out) == (2, "")
    assert done.err.count("\n") == 1
    for way in ("--passphrase-fd", "--passphrase-file", "--passphrase-command", "--no-passphrase"):
        assert way in done.err
    assert list(home.iterdir()) == []


def test_a_passphrase_from_elsewhere_makes_an_encrypted_journal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", "violet harbour nine lamps")

    done = failnote("review", "--answers", CORE)

    raw = Path("data/failnote/journal.db").read_bytes()
    assert done.code == 0
    assert b"SQLite format 3" not in raw
    assert b"unpaid" not in raw
    assert "encrypted with SQLCipher 4, 1 review" in failnote("journal", "status").out
    assert "NOT" not in failnote("journal", "status").out


def test_a_weak_passphrase_from_elsewhere_is_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", "shortish")

    done = failnote("review", "--answers", CORE)

    assert done.code == 0
    assert "can be guessed" in done.err
    assert "shortish" not in done.err


def test_a_recovery_code_is_never_shown_without_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", "violet harbour nine lamps")

    first = failnote("review", "--answers", CORE)
    asked = failnote("journal", "recovery")

    assert "recovery" not in first.err
    assert (asked.code, asked.out) == (2, "")
    assert "on a terminal only" in asked.err
