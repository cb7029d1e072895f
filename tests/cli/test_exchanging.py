"""note, export and import: out to a file and back in."""

import json
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from program import failnote

MASKED = "Masked, not anonymous: who knows the case may still recognise it."
LEAST: dict[str, Any] = {
    "schema": "failnote.review/1",
    "guide": "core",
    "case": "maple-lantern-27",
    "date": "2026-03-14",
}


def line(**keys: Any) -> str:
    """One line to import."""
    return json.dumps(LEAST | keys) + "\n"


@pytest.mark.usefixtures("journal")
def test_a_note_has_the_question_first_and_ends_with_a_line_break() -> None:
    done = failnote("note", "1")

    assert done.code == 0
    assert done.out.startswith("# Supervision note: ")
    assert done.out.splitlines()[2].startswith("**Question:** How could I have opened")
    assert done.out.endswith("\n")
    assert "\nCould someone who knows this person recognise them from this?\n" in done.err


@pytest.mark.usefixtures("journal")
def test_what_was_written_to_settle_is_in_no_note() -> None:
    for options in ((), ("--no-mask",)):
        assert "went on with the sheet." not in failnote("note", "1", *options).out


@pytest.mark.usefixtures("journal")
def test_a_brief_note_is_shorter() -> None:
    brief, whole = failnote("note", "1", "--brief").out, failnote("note", "1").out

    assert "**Question:**" in brief
    assert "IF a client asks for fewer sessions" in brief
    assert len(brief) < len(whole) / 2


@pytest.mark.usefixtures("journal")
def test_several_notes_follow_each_other_in_the_order_asked_for() -> None:
    both = failnote("note", "3", "1").out

    assert both == failnote("note", "3").out + "\n" + failnote("note", "1").out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", ["note", "export"])
def test_that_it_is_masked_is_said_unless_it_is_not(command: str) -> None:
    assert failnote(command, "1").err.startswith(MASKED)
    assert MASKED not in failnote(command, "1", "--no-mask").err


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", ["note", "export"])
def test_row_33_a_file_is_never_overwritten_unless_it_is_wanted(command: str) -> None:
    printed = failnote(command, "1", "--no-mask").out
    first = failnote(command, "1", "--no-mask", "-o", "out")
    second = failnote(command, "2", "-o", "out")
    kept = Path("out").read_text()
    third = failnote(command, "2", "-o", "out", "--force")

    assert (first.code, first.out) == (0, "")
    assert "Written to out.\n" in first.err
    assert second.code == 1
    assert "out is there already" in second.err
    assert kept == printed
    assert third.code == 0
    assert Path("out").read_text() != kept
    assert [path.name for path in Path().iterdir() if path.name != "data"] == ["out"]


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", ["note", "export"])
def test_a_dash_is_standard_output(command: str) -> None:
    assert failnote(command, "1", "-o", "-").out == failnote(command, "1").out
    assert not Path("-").exists()


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("command", ["note", "export"])
def test_row_33_a_link_is_not_written_through(command: str) -> None:
    Path("other").write_text("mine")
    Path("out").symlink_to("other")

    done = failnote(command, "1", "-o", "out", "--force")

    assert done.code == 0
    assert Path("other").read_text() == "mine"
    assert not Path("out").is_symlink()


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("target", ["nowhere/out", "data"])
@pytest.mark.parametrize("force", [(), ("--force",)], ids=["", "force"])
def test_a_target_that_cannot_be_written_is_named(target: str, force: tuple[str, ...]) -> None:
    done = failnote("export", "-o", target, *force)

    assert (done.code, done.out) == (1, "")
    assert target in done.err.splitlines()[-1]


@pytest.mark.usefixtures("journal")
def test_an_export_has_a_line_for_each_review_in_the_order_of_arrival() -> None:
    lines = failnote("export").out.splitlines()

    assert [json.loads(each)["number"] for each in lines] == [1, 2, 3]
    assert {json.loads(each)["schema"] for each in lines} == {"failnote.review/1"}


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("chosen", "found"),
    [
        (("2",), [2]),
        (("3", "1"), [1, 3]),
        (("--guide", "quick"), [2]),
        (("1", "2", "--guide", "quick"), [2]),
        (("--since", "2026-02"), [2, 3]),
    ],
    ids=lambda given: " ".join(map(str, given)),
)
def test_an_export_is_chosen_by_number_and_by_filter(
    chosen: tuple[str, ...], found: list[int]
) -> None:
    lines = failnote("export", *chosen).out.splitlines()

    assert [json.loads(each)["number"] for each in lines] == found


@pytest.mark.usefixtures("journal")
def test_an_export_of_nothing_fails_and_writes_no_file() -> None:
    done = failnote("export", "--since", "2027", "-o", "out")

    assert (done.code, done.out) == (1, "")
    assert "There is no review to export" in done.err
    assert not Path("out").exists()


def test_an_import_makes_the_journal_at_its_first_use() -> None:
    done = failnote("import", "-", "--no-passphrase", stdin=line() + "\n" + line(number=9))

    assert (done.code, done.out) == (0, "")
    assert done.err == "2 reviews added, 0 are there already.\n"
    assert [row.split()[0] for row in failnote("list").out.splitlines()] == ["9", "1"]


def test_an_import_without_a_passphrase_makes_no_journal(home: Path) -> None:
    done = failnote("import", "-", stdin=line())

    assert done.code == 2
    assert "--no-passphrase" in done.err
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("journal")
def test_an_import_can_be_tried_without_writing(journal: Path) -> None:
    Path("in.jsonl").write_text(failnote("export", "--no-mask").out + line())
    before = sha256(journal.read_bytes()).digest()

    done = failnote("import", "in.jsonl", "--dry-run")

    assert (done.code, done.err) == (0, "1 review would be added, 3 are there already.\n")
    assert sha256(journal.read_bytes()).digest() == before
    assert failnote("list").out.count("\n") == 3


def test_an_import_can_be_tried_before_there_is_a_journal(home: Path) -> None:
    done = failnote("import", "-", "--dry-run", stdin=line())

    assert (done.code, done.err) == (0, "1 review would be added; there is no journal yet.\n")
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["", "dry run"])
@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ("not json", "Line 3 is not JSON"),
        (line(mood="Wren7secret"), "Line 3: there is no key “mood”"),
        (line(date="yesterday"), "Line 3: date"),
        (line(schema="failnote.review/2"), "Line 3: schema must be"),
        ('{"schema": "failnote.review/1"}', "Line 3: case is missing"),
        (line(answers=[{"question": "core.facts", "vlaue": "Wren7secret"}]), "“value”"),
    ],
)
def test_a_bad_line_is_named_and_nothing_is_written(
    options: tuple[str, ...], wrong: str, said: str, journal: Path
) -> None:
    before = sha256(journal.read_bytes()).digest()

    done = failnote("import", "-", *options, stdin=line() + line(number=5) + wrong)

    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert "Wren7secret" not in done.err
    assert sha256(journal.read_bytes()).digest() == before


def test_a_bad_line_makes_no_journal(home: Path) -> None:
    done = failnote("import", "-", "--no-passphrase", stdin=line() + "{")

    assert done.code == 1
    assert list(home.iterdir()) == []


@pytest.mark.usefixtures("journal")
def test_a_line_that_is_no_text_is_named() -> None:
    done = failnote("import", "-", stdin=line().encode() + b"\xff\n")

    assert (done.code, done.err) == (
        1,
        "failnote: Line 2 is not UTF-8; nothing was written.\n",
    )


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("options", [(), ("--dry-run",)], ids=["", "dry run"])
def test_the_same_id_with_other_words_is_a_conflict_and_nothing_is_written(
    options: tuple[str, ...], journal: Path
) -> None:
    there = json.loads(failnote("export", "2", "--no-mask").out)
    there["answers"][1]["value"] = "Something else."
    before = sha256(journal.read_bytes()).digest()

    done = failnote("import", "-", *options, stdin=line() + json.dumps(there))

    assert (done.code, done.out) == (1, "")
    assert f"as review 2 (id {there['id']}). Nothing was imported." in done.err
    assert sha256(journal.read_bytes()).digest() == before


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize(
    ("file", "said"),
    [("nowhere.jsonl", "is not there"), ("data", "regular file"), ("/dev/zero", "regular file")],
)
def test_row_34_what_is_no_file_is_not_imported(file: str, said: str) -> None:
    done = failnote("import", file)

    assert (done.code, done.out) == (2, "")
    assert said in done.err


@pytest.mark.usefixtures("journal")
def test_row_34_a_file_with_a_hole_of_two_gigabytes_is_refused() -> None:
    with Path("sparse").open("wb") as file:
        file.truncate(2_000_000_000)

    done = failnote("import", "sparse")

    assert done.code == 1
    assert "Line 1" in done.err


@pytest.mark.usefixtures("journal")
def test_an_import_twice_adds_nothing() -> None:
    by_hand = line(answers=[{"question": "core.facts", "value": "We stopped."}])
    first = failnote("import", "-", stdin=by_hand)
    second = failnote("import", "-", stdin=by_hand)

    assert first.err == "1 review added, 0 are there already.\n"
    assert second.err == "0 reviews added, 1 is there already.\n"


@pytest.mark.usefixtures("journal")
def test_an_import_into_a_journal_in_use_keeps_the_numbers_that_are_taken() -> None:
    failnote("import", "-", stdin=line(number=2))

    assert {row.split()[0] for row in failnote("list").out.splitlines()} == {"1", "2", "3", "4"}


@pytest.mark.usefixtures("journal")
def test_a_code_that_nothing_here_has_words_for_is_named_and_kept() -> None:
    done = failnote("import", "-", stdin=line(marks={"contract.how-unclaer": True}))

    assert done.code == 0
    assert "no code contract.how-unclaer here; did you mean “contract.how-unclear”?" in done.err
    assert '"marks": {"contract.how-unclaer": true}' in failnote("export", "4").out
