"""What leaves the journal: masked, counted, noted, whole or not at all."""

import csv
import json
import re
import shutil
from pathlib import Path

import pytest

from failnote.masking import Masker
from failnote.masking.masker import Masked
from failnote.masking.matching import TermIndex
from program import CORE, failnote, on_terminal
from terminal.pty_screen import PtyScreen

NOT_ANONYMOUS = "Masked, not anonymous: who knows the case may still recognise it."
OUTPUTS = [
    ("note", "4"),
    ("note", "4", "--brief"),
    ("note", "4", "--front-matter", "--with-context", "--all"),
    ("agenda",),
    ("agenda", "-f", "json"),
    *(("export", "-f", each, "--all") for each in ("jsonl", "json", "md", "csv")),
    *(("patterns", "-f", each) for each in ("json", "md", "csv")),
]


@pytest.fixture(scope="module")
def _named(_plain: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("named") / "journal.db"
    shutil.copy(_plain, path)
    place = ("--journal", path)
    answers = CORE.read_text(encoding="utf-8")
    answers = re.sub(
        r'^("(?:core|close)\.[a-z-]+") *= "[^"\n]* [^"\n]*"$',
        r'\1 = "Anna Kowalczyk (34) came on 3 March 2025; then Ruthven rang ANNA’S 07700 900417."',
        answers,
        flags=re.MULTILINE,
    )
    assert answers.count("Kowalczyk") > 5
    done = failnote("review", "--answers", "-", "--today", "2026-03-20", *place, stdin=answers)
    assert done.code == 0, done.err
    listing = ("journal", "terms", "add", "--role", "client", "--file", "-")
    listed = failnote(*listing, *place, stdin="Anna Kowalczyk")
    assert listed.code == 0, listed.err
    return path


@pytest.fixture
def named(journal: Path, _named: Path) -> Path:
    """A journal whose fourth review names people, and a list of their names."""
    shutil.copy(_named, journal)
    return journal


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
def test_row_40_no_listed_term_leaves_by_any_command(words: tuple[str, ...]) -> None:
    done = failnote(*words)

    assert done.code == 0, done.err
    assert "[client]" in done.out
    assert not re.search("anna|kowalczyk|07700", done.out + done.err, re.IGNORECASE)
    assert "masked, not anonymous" in done.out
    assert done.err.startswith(NOT_ANONYMOUS)


@pytest.mark.usefixtures("named")
def test_counts_are_told_and_never_words() -> None:
    done = failnote("note", "4", "--brief")

    assert re.search(r"Masked: client \d+, date \d+, phone \d+\.\n", done.err)
    assert re.search(
        r"Look again: \d+ words? looks? like (a )?names?; --preview shows which", done.err
    )
    assert "Ruthven" not in done.err


@pytest.mark.usefixtures("named")
def test_without_masking_everything_leaves_as_it_was_written() -> None:
    done = failnote("export", "4", "--no-mask")

    assert "Anna Kowalczyk (34) came on 3 March 2025" in done.out
    assert "settle." in done.out
    assert "masked" not in done.out


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("words", OUTPUTS, ids=" ".join)
@pytest.mark.parametrize("broken", ["finds nothing", "does nothing"])
def test_a_broken_masker_writes_nothing(
    words: tuple[str, ...], broken: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if broken == "finds nothing":
        monkeypatch.setattr(TermIndex, "find", lambda *_: iter(()))
    else:
        monkeypatch.setattr(Masker, "mask", lambda _, text, **__: Masked(text, {}))
    for target in ((), ("-o", "out")):
        done = failnote(*words, *target)

        assert (done.code, done.out) == (1, "")
        assert "A term on the list is still in the masked text" in done.err
        assert not re.search("anna|kowalczyk", done.err, re.IGNORECASE)
    assert not Path("out").exists()
    assert "These were written" not in failnote("journal", "purge", "--all").err


@pytest.mark.usefixtures("named")
@pytest.mark.parametrize("target", [(), ("-o", "out")], ids=["pipe", "file"])
def test_strict_writes_nothing_where_something_may_still_identify(target: tuple[str, ...]) -> None:
    done = failnote("note", "4", "--strict", *target)

    assert (done.code, done.out) == (6, "")
    assert "look like names" in done.err or "looks like a name" in done.err
    assert not Path("out").exists()


@pytest.mark.usefixtures("named")
def test_strict_lets_pass_what_leaves_nothing_to_look_at() -> None:
    assert failnote("note", "2", "--strict").code == 0


@pytest.mark.usefixtures("named")
def test_what_waits_in_another_case_is_a_person_there() -> None:
    code = failnote("list").out.split()[2]
    failnote("journal", "terms", "remove", "1")
    other = failnote("cases").out.split()[0]
    other = next(c for c in re.findall(r"[a-z]+-[a-z]+-\d+", failnote("cases").out) if c != code)
    failnote(
        *("journal", "terms", "add", "--role", "client", "--case", other, "--file", "-"),
        stdin="Anna Kowalczyk",
    )

    assert "[person 1]" in failnote("note", "4").out


@pytest.mark.usefixtures("journal")
def test_an_empty_list_is_said() -> None:
    assert "No name is listed to be masked yet" in failnote("note", "1").err


@pytest.mark.usefixtures("named")
def test_a_masked_export_keeps_months_and_is_taken_in_elsewhere() -> None:
    written = failnote("export").out
    done = failnote("import", "-", "--journal", "other.db", "--no-passphrase", stdin=written)

    assert [json.loads(line)["date"] for line in written.splitlines()][-1] == "2026-03"
    assert done.err == "4 reviews added, 0 are there already.\n"
    assert "[client]" in failnote("agenda", "--no-mask", "--journal", "other.db").out


@pytest.mark.usefixtures("named")
def test_a_csv_has_a_row_for_every_part_with_as_many_columns() -> None:
    rows = list(csv.DictReader(failnote("export", "-f", "csv").out.splitlines(keepends=True)))

    assert {row["part"] for row in rows} >= {"review", "context", "answer", "mark", "plan"}
    assert {row["masked"] for row in rows} == {"masked, not anonymous"}
    assert all(None not in row and None not in row.values() for row in rows)


@pytest.mark.usefixtures("named")
def test_json_holds_the_lines_of_the_reviews() -> None:
    lines = failnote("export").out.splitlines()
    whole = json.loads(failnote("export", "-f", "json").out)

    assert whole["masked"] == "masked, not anonymous"
    assert whole["reviews"] == [json.loads(line) for line in lines]


def test_what_is_too_long_to_be_held_is_written_all_the_same(
    named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = failnote("export", "-f", "jsonl")
    monkeypatch.setattr("failnote.cli.leaving.MOST_HELD", 100)

    assert failnote("export", "-f", "jsonl") == held
    assert named.is_file()


@pytest.mark.usefixtures("named")
def test_a_purge_says_what_left_when_and_whether_it_was_masked() -> None:
    failnote("note", "4", "-o", "note.md", "--today", "2026-04-01")
    failnote("export", "--no-mask", "--today", "2026-04-02")

    said = failnote("journal", "purge", "--all").err

    assert f"2026-04-01  note of 4, masked, to {Path('note.md').absolute()}" in said
    assert "2026-04-02  export of 1, 2, 3, 4, not masked, to standard output" in said


@pytest.mark.usefixtures("named")
def test_a_preview_needs_a_terminal() -> None:
    done = failnote("note", "4", "--preview")

    assert (done.code, done.out) == (2, "")
    assert "terminal" in done.err


def shown(terminal: PtyScreen) -> str:
    assert terminal.join() == 0
    return " ".join(terminal.text().split())


@pytest.mark.usefixtures("named")
def test_a_preview_shows_what_is_masked_and_notes_no_export() -> None:
    text = shown(on_terminal("note", "4", "--preview", "--brief"))

    assert "Anna Kowalczyk → [client]" in text
    assert "07700 900417 → [phone]" in text
    assert "Ruthven looks like a name" in text
    assert "These were written" not in failnote("journal", "purge", "--all").err


@pytest.mark.parametrize(
    ("setting", "system", "masked"),
    [
        ('country = "US"', "en_IE.UTF-8", True),
        ("", "en_US.UTF-8", True),
        ("", "en_GB.UTF-8", False),
        ("", "C", False),
    ],
)
def test_the_country_is_that_of_the_settings_or_of_the_system(
    setting: str, system: str, masked: bool, named: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", system)
    settings = named.parents[2] / "config" / "failnote" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(setting)
    failnote("add", "4", stdin="The office has 541-555-0177 on its door.")

    assert ("has [phone] on" in failnote("export", "4").out) is masked


@pytest.mark.usefixtures("named")
def test_names_that_a_language_inflects_are_masked_in_it(home: Path) -> None:
    settings = home / "config" / "failnote" / "settings.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text('language = "pl"\n')
    failnote("add", "4", stdin="Rozmowa z Kowalczykiem.")

    assert "Kowalczykiem" not in failnote("export", "4").out


@pytest.mark.usefixtures("named")
def test_a_term_that_cannot_be_searched_for_is_not_taken() -> None:
    done = failnote("journal", "terms", "add", "--file", "-", stdin="Wren\n---\n")

    assert done.code == 2
    assert "no letter or digit" in done.err
    assert "Wren" not in failnote("journal", "terms").out


@pytest.mark.usefixtures("journal")
def test_a_term_may_have_several_names_and_roles_stand_for_them() -> None:
    failnote(
        *("journal", "terms", "add", "--role", "partner", "--file", "-"), stdin="Marek; Mareczek"
    )
    failnote("add", "1", stdin="Mareczek called; Marek came.")

    assert "[partner] called; [partner] came." in failnote("export", "1").out
