"""Every threat of first priority, by its row, and the tests that prove the promise.

Rows that another test proves are listed with it; the others are proven here.
"""

import ast
import os
import re
import sqlite3
import stat
import time
from functools import cache
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal import connection
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.writing import Writer
from journal.invented import NOW, PASSPHRASE, finished, step, told
from journal.processes import together
from program import CORE, ROOT, failnote, on_terminal, one_after_the_other, private_home

TESTS = ROOT / "tests"
PROVEN_BY: dict[int, tuple[str, ...]] = {
    1: ("test_row_01_killed_while_reviews_are_held", "test_a1_a_killed_program_has_kept_what"),
    2: ("test_a2_a_signal_at_a_prompt_keeps_the_draft", "test_a2_a_closed_window_keeps_the_draft"),
    3: ("test_row_03_the_passphrase_is_asked_for_before_any_text",),
    4: (
        "test_a4_on_failure_the_file_is_kept_and_named",
        "test_a4_where_nothing_is_left",
        "test_row_04_a_text_in_the_editor_outlives_a_killed_failnote",
    ),
    5: ("test_row_05_a_text_in_the_editor_is_in_no_file", "test_a5_other_editors_are_warned"),
    6: ("test_a6_file_and_folder_are_private_and_in_memory", "test_row_06_no_name_can_be_guessed"),
    7: ("test_row_07_an_error_anywhere_never_says", "test_row_07_a_file_that_is_wrong_is_told"),
    8: ("test_row_8_no_parameter_takes_an_answer", "test_row_08_nothing_typed_is_in_the_list"),
    9: ("test_no_string_breaks_the_search", "test_every_word_of_an_answer_finds_it"),
    10: ("test_row_10_no_statement_is_made_of_what", "test_row_36_every_hostile_string_comes"),
    11: ("test_row_11_no_control_character_comes_out", "test_a11_whatever_the_text_no_control"),
    12: ("test_row_12_markup_is_printed_as_it_was_typed",),
    13: ("test_row_13_under_any_umask_everything_is", "test_row_13_a_looser_mode_is_named"),
    14: ("test_row_14_a_purged_text_is_in_no_page",),
    15: ("test_row_15_killed_at_any_statement_of_a_step", "test_row_15_killed_while_the_layout"),
    16: ("test_row_16_a_newer_journal_is_refused_untouched", "test_row_16_the_older_program"),
    17: ("test_row_17_every_layout_opens_and_says_what_it_said",),
    18: (
        "test_row_18_flipped_bits_are_noticed_and_the_rest_comes_out",
        "test_row_18_what_does_not_say_what_was_written_is_named_and_not_shown",
    ),
    19: ("test_row_19_what_is_no_journal_is_said_and_left_alone",),
    20: ("test_row_20_a_wrong_passphrase_says_always_the_same",),
    21: ("test_row_21_that_nobody_can_help_is_said", "test_row_21_on_a_terminal_the_new_code"),
    22: ("test_row_22_without_sqlcipher_nothing_is_written", "test_row_22_nothing_typed_stands"),
    26: ("test_row_26_two_editors_on_one_review_both_texts", "test_the_second_of_two_edits"),
    27: (
        "test_row_27_no_lock_is_held_while_someone_is_asked",
        "test_row_27_a_lock_that_is_held_too",
    ),
    29: (
        "test_row_29_on_a_full_disk_every_acknowledged",
        "test_row_29_what_does_not_fit_leaves",
        "test_row_29_a_typist_is_told_and_the_text_is_kept",
        "test_row_29_a_text_that_a_full_disk_did_not_take_is_offered",
    ),
    30: (
        "test_row_30_whichever_write_fails_it_is_the_old_state_or_the_new",
        "test_row_30_whichever_naming_fails_it_is_the_old_state_or_the_new",
    ),
    33: ("test_row_33_an_export_overwrites_nothing", "test_a_link_is_replaced_and_never_followed"),
    34: ("test_row_34_only_a_regular_file_is_imported",),
    35: ("test_row_35_no_yaml_is_read", "test_row_35_deep_nesting_is_refused"),
    37: (
        "test_row_37_the_page_asks_for_nothing_but_itself",
        "test_row_37_what_is_put_into_the_page_neither_runs",
        "test_row_37_hostile_words_stay_words",
        "test_row_37_no_hostile_string_becomes_markup",
    ),
    38: ("test_no_text_changes_the_structure_around_it",),
    40: ("test_row_40_no_listed_term_leaves",),
    45: ("test_row_45_every_command_runs_without_a_network", "test_row_45_in_this_suite_no_socket"),
    46: ("test_row_46_a_restore_gives_the_same_export", "test_a_backup_made_while_others_write"),
}


@cache
def names() -> frozenset[str]:
    return frozenset(
        node.name
        for path in TESTS.rglob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    )


@pytest.mark.parametrize(("row", "proofs"), PROVEN_BY.items(), ids=lambda each: f"row {each}"[:8])
def test_every_row_is_proven_by_tests_that_are_there(row: int, proofs: tuple[str, ...]) -> None:
    assert row in PROVEN_BY
    for proof in proofs:
        assert any(name.startswith(proof) for name in names()), proof


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return private_home(tmp_path, monkeypatch)


@pytest.fixture
def plain(home: Path) -> Path:
    """A plain journal with one review, at the usual place."""
    assert failnote("review", "--answers", CORE, "--no-passphrase").code == 0
    return home / "data" / "failnote" / "journal.db"


@pytest.mark.parametrize(
    "command",
    [
        *(("add", "1"), ("edit", "1"), ("search",), ("journal", "terms", "add"), ("follow-up",)),
        ("cases", "edit", "maple-lantern-27"),
    ],
    ids=" ".join,
)
def test_row_03_the_passphrase_is_asked_for_before_any_text(
    command: tuple[str, ...], home: Path
) -> None:
    path = home / "locked.db"
    close(create_journal(path, PASSPHRASE))

    with on_terminal(*command, "--journal", path) as screen:
        screen.wait("Passphrase:")
        shown = screen.text()
        screen.send("\x03")
        screen.join()

    assert shown.strip() == "Passphrase:"


def test_row_06_no_name_can_be_guessed_and_nothing_goes_through_a_link(plain: Path) -> None:
    """Names that another user could have put there first are not used."""
    victim = plain.parent / "victim"
    victim.write_text("mine")
    guesses = ["journal.db.new", "journal.db.tmp", "journal.db.part", "journal.db~", "backup"]
    for name in guesses:
        (plain.parent / name).symlink_to(victim)

    for words in (("journal", "backup"), ("delete", "1"), ("undo",), ("export", "-o", "x.jsonl")):
        assert failnote(*words).code == 0

    assert victim.read_text() == "mine"


@pytest.mark.parametrize(
    "umask",
    [0o000, *(pytest.param(mask, marks=pytest.mark.long) for mask in (0o022, 0o077))],
    ids=oct,
)
def test_row_13_under_any_umask_everything_is_the_owner_s_alone(umask: int, home: Path) -> None:
    done = one_after_the_other(
        ("review", "--answers", CORE, "--no-passphrase"),
        ("journal", "backup"),
        ("note", "1", "-o", "note.md"),
        ("export", "-o", "all.jsonl"),
        ("guides", "new", "my-guide"),
        ("journal", "check", "--rescue", "new.db"),
        ("journal", "restore", "--yes"),
        umask=umask,
    )

    assert done.returncode == 0, done.stderr
    found = {path: stat.S_IMODE(path.stat().st_mode) for path in home.rglob("*")}
    assert len(found) > 8
    assert {path: mode for path, mode in found.items() if mode & 0o077} == {}


def test_row_21_that_nobody_can_help_is_said_before_the_first_question(home: Path) -> None:
    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate()
        screen.wait("This passphrase was made for you").send("\r")
        screen.wait("Without the passphrase nobody can read the journal")
        screen.send("\x03")
        screen.join()
    assert home.exists()


def test_row_22_without_sqlcipher_nothing_is_written(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ordinary SQLite takes a key without a word, and writes plain text."""

    class Plain(sqlite3.Connection):
        path: Path
        key: bytes | None
        drafts = end_drafts = lambda *_: None

    monkeypatch.setattr(connection, "sqlcipher", sqlite3)
    monkeypatch.setattr(connection, "Connection", Plain)

    with pytest.raises(JournalError, match="Encryption is missing"):
        create_journal(home / "new" / "journal.db", PASSPHRASE)

    assert not (home / "new").exists()


def test_row_26_two_editors_on_one_review_both_texts_exist_afterwards(plain: Path) -> None:
    def change(text: str) -> int:
        return failnote("edit", "1", "--answers", "-", stdin=f'"core.facts" = "{text}"').code

    with on_terminal("edit", "1") as screen:
        screen.wait("Which answer?").send("\x1b[B\x1b[B\x1b[B")
        first = failnote("show", "1").out
        assert change("The text of the other one.") == 0
        screen.send("\x03")
        screen.join()
    assert first != failnote("show", "1").out

    one, two = open_journal(plain, write=True), open_journal(plain, write=True)
    from failnote.journal.reading import review  # noqa: PLC0415 - after the program has run

    seen = review(one, 1)
    Writer(two).edit(seen, step(told("core.facts", "Theirs, first.")), NOW)
    with pytest.raises(JournalError, match="kept beside it"):
        Writer(one).edit(seen, step(told("core.facts", "Ours, second.")), NOW)
    close(one)
    close(two)

    shown = failnote("show", "1").out
    assert "Theirs, first." in shown
    assert "Ours, second." in shown


def test_row_27_no_lock_is_held_while_someone_is_asked(plain: Path) -> None:
    assert plain.exists()
    with on_terminal("add", "1") as screen:
        screen.wait("What do you understand now").send("half a sen").wait("half a sen")
        began = time.monotonic()

        done = failnote("delete", "1")

        assert done.code == 0, done.err
        assert time.monotonic() - began < 4
        screen.send("\x03")
        screen.join()


@pytest.mark.parametrize("turns", [50, pytest.param(500, marks=pytest.mark.long)])
def test_row_27_two_that_write_at_once_never_meet_a_locked_database(
    turns: int, tmp_path: Path
) -> None:
    path = tmp_path / "journal.db"
    writer = Writer(create_journal(path))
    finished(writer)
    close(writer.connection)

    def work() -> int:
        con = open_journal(path, write=True)
        own = Writer(con)
        for turn in range(turns):
            own.keep_setting("turn", str(turn))
        close(con)
        return turns

    assert together(work, work) == [turns, turns]


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("words", [("note", "1"), ("export",), ("journal", "backup")])
def test_row_33_an_export_overwrites_nothing_unless_asked(words: tuple[str, ...]) -> None:
    target = Path("out")
    target.write_text("mine")

    refused = failnote(*words, "-o", "out")
    assert refused.code == 1
    assert "--force" in refused.err
    assert target.read_text() == "mine"
    assert failnote(*words, "-o", "out", "--force").code == 0
    assert target.read_bytes() != b"mine"


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("what", ["fifo", "folder", "device", "nowhere"])
def test_row_34_only_a_regular_file_is_imported(what: str) -> None:
    path = Path("/dev/zero") if what == "device" else Path(what)
    if what == "fifo":
        os.mkfifo(path)
    elif what == "folder":
        path.mkdir()
    began = time.monotonic()

    done = failnote("import", path, "--no-passphrase")

    assert done.code == 2
    assert time.monotonic() - began < 2
    assert "Traceback" not in done.err


@pytest.mark.usefixtures("home")
def test_row_34_a_huge_sparse_file_is_refused_without_reading_it_all() -> None:
    with Path("huge").open("wb") as file:
        file.truncate(2_000_000_000)
    began = time.monotonic()

    done = failnote("import", "huge", "--no-passphrase")

    assert done.code == 1
    assert time.monotonic() - began < 5


def test_row_35_no_yaml_is_read() -> None:
    sources = [path.read_text() for path in (ROOT / "src").rglob("*.py")]

    assert not any(
        re.search(r"^\s*(import|from) (yaml|ruamel|pickle)", each, re.MULTILINE) for each in sources
    )


@pytest.mark.usefixtures("home")
@pytest.mark.parametrize("bomb", ["[" * 100_000, '{"a":' * 100_000], ids=["lists", "objects"])
def test_row_35_deep_nesting_is_refused(bomb: str) -> None:
    for words in (("import", "-", "--no-passphrase"), ("review", "--answers", "-")):
        done = failnote(*words, stdin=bomb)
        assert done.code in (1, 2)
        assert "Traceback" not in done.err


@pytest.mark.usefixtures("plain")
@pytest.mark.parametrize("words", [("note", "1"), ("export",)])
def test_row_40_what_is_masked_says_that_it_is_not_anonymous(words: tuple[str, ...]) -> None:
    done = failnote(*words)

    assert "masked, not anonymous" in done.out
    assert "Masked, not anonymous" in done.err
