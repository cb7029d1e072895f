"""Unlocking: where a passphrase comes from, and what a file that cannot be opened says."""

import os
import shlex
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

import pytest

from program import CORE, PASSPHRASE, failnote, on_terminal

READING = [("list",), ("show", "1"), ("export",), ("journal", "status")]


@contextmanager
def readable(text: str) -> Iterator[int]:
    """A descriptor that a text can be read from."""
    end, start = os.pipe()
    with open(start, "w", encoding="utf-8") as pipe:  # noqa: PTH123 - a descriptor has no path
        pipe.write(text)
    yield end
    os.close(end)


def secret_file(text: str, mode: int = 0o600) -> Path:
    """A file that holds a passphrase."""
    path = Path("secret.txt")
    path.write_text(text)
    path.chmod(mode)
    return path


def printing(text: str) -> str:
    """A command that prints a text."""
    return shlex.join([sys.executable, "-c", f"print({text!r})"])


def test_a_passphrase_comes_from_a_descriptor(locked: Path) -> None:
    with readable(f"{PASSPHRASE}\nnot this") as end:
        done = failnote("list", "--journal", locked, "--passphrase-fd", str(end))

    assert done.code == 0, done.err


def test_a_passphrase_comes_from_a_file(locked: Path) -> None:
    file = secret_file(f"{PASSPHRASE}\n")

    assert failnote("list", "--journal", locked, "--passphrase-file", file).code == 0


def test_a_passphrase_comes_from_the_command_in_the_settings(locked: Path, home: Path) -> None:
    folder = home / "config" / "failnote"
    folder.mkdir(parents=True)
    command = printing(PASSPHRASE).replace('"', '\\"')
    (folder / "settings.toml").write_text(f'passphrase_command = "{command}"\n')

    done = failnote("list", "--journal", locked)

    assert done.code == 0, done.err


def test_a_passphrase_comes_from_a_command(locked: Path) -> None:
    command = printing(PASSPHRASE)

    assert failnote("list", "--journal", locked, "--passphrase-command", command).code == 0


@pytest.mark.parametrize("name", ["FAILNOTE_PASSPHRASE_COMMAND", "FAILNOTE_PASSPHRASE"])
def test_a_passphrase_comes_from_the_environment(
    name: str, locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, printing(PASSPHRASE) if name.endswith("COMMAND") else PASSPHRASE)

    assert failnote("list", "--journal", locked).code == 0


def test_an_option_goes_before_the_environment(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    file = secret_file("something else")

    assert failnote("list", "--journal", locked, "--passphrase-file", file).code == 3


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--passphrase-file", "nowhere.txt"), "nowhere.txt cannot be read"),
        (("--passphrase-command", "false"), "ended with status 1"),
        (("--passphrase-command", "no-such-program-here"), "could not be started"),
        (("--passphrase-command", "true"), "gave no passphrase"),
        (("--passphrase-fd", "99"), "--passphrase-fd 99 cannot be read"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_a_source_that_gives_nothing_is_named(
    options: tuple[str, ...], said: str, locked: Path
) -> None:
    done = failnote("list", "--journal", locked, *options)

    assert (done.code, done.out) == (3, "")
    assert said in done.err


def test_a_file_that_others_can_read_is_refused(locked: Path) -> None:
    done = failnote(
        "list", "--journal", locked, "--passphrase-file", secret_file(PASSPHRASE, 0o644)
    )

    assert done.code == 3
    assert "chmod 600 secret.txt" in done.err


def test_two_sources_at_once_are_wrong_usage(locked: Path) -> None:
    done = failnote(
        *("list", "--journal", locked),
        *("--passphrase-file", secret_file(PASSPHRASE), "--passphrase-command", "true"),
    )

    assert done.code == 2
    assert "only one" in done.err


@pytest.mark.parametrize("command", [("list",), ("undo",), ("review", "--answers", str(CORE))])
def test_no_passphrase_is_not_for_a_journal_that_is_encrypted(
    command: tuple[str, ...], locked: Path
) -> None:
    before = sha256(locked.read_bytes()).digest()

    done = failnote(*command, "--journal", locked, "--no-passphrase")

    assert (done.code, done.out) == (2, "")
    assert "is encrypted; --no-passphrase is for making a new one" in done.err
    assert sha256(locked.read_bytes()).digest() == before


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_row_20_a_wrong_passphrase_says_always_the_same_and_touches_nothing(
    command: tuple[str, ...], locked: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", "Wren7secret")
    before, beside = sha256(locked.read_bytes()).digest(), sorted(home.iterdir())

    done = failnote(*command, "--journal", locked)

    assert (done.code, done.out) == (3, "")
    assert done.err == (
        "failnote: The passphrase or recovery code does not open the journal: it is wrong, or the"
        " file is damaged.\n"
    )
    assert sha256(locked.read_bytes()).digest() == before
    assert sorted(home.iterdir()) == beside


def test_without_a_terminal_a_locked_journal_names_the_other_ways(locked: Path) -> None:
    done = failnote("list", "--journal", locked)

    assert (done.code, done.out) == (3, "")
    assert "--passphrase-command" in done.err


def test_a_passphrase_is_asked_for_three_times_and_never_shown(locked: Path) -> None:
    with on_terminal("list", "--journal", locked) as screen:
        for wrong in ("Wren7", "Finch8", "Robin9"):
            screen.wait("Passphrase:").send(f"{wrong}\r").gone(wrong)
        code = screen.join()

    assert code == 3
    assert "2 more tries." in screen.text()
    assert "1 more try." in screen.text()
    assert b"Wren7" not in screen.raw


def test_row_16_a_newer_journal_is_refused_untouched(journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.commit()
    before = sha256(journal.read_bytes()).digest()

    for command in [*READING, ("undo",)]:
        done = failnote(*command)
        assert (done.code, done.out) == (4, "")
        assert "newer failnote" in done.err
    assert sha256(journal.read_bytes()).digest() == before


@pytest.mark.parametrize("command", READING, ids=" ".join)
def test_a_journal_that_was_cut_off_is_damaged(command: tuple[str, ...], journal: Path) -> None:
    whole = journal.read_bytes()
    journal.write_bytes(whole[: len(whole) // 2 - 100])
    before = sha256(journal.read_bytes()).digest()

    done = failnote(*command)

    assert (done.code, done.out) == (5, "")
    assert "backup" in done.err
    assert sha256(journal.read_bytes()).digest() == before


def test_a_journal_with_pages_overwritten_is_damaged(journal: Path) -> None:
    whole = bytearray(journal.read_bytes())
    whole[4096:] = bytes(len(whole) - 4096)
    journal.write_bytes(whole)

    assert failnote("list").code == 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear diary,\n", "is a text file"),
        (b"", "is empty"),
        (None, "is a folder"),
    ],
)
@pytest.mark.parametrize("command", [*READING, ("delete", "1")], ids=" ".join)
def test_row_19_what_is_no_journal_is_said_and_left_alone(
    command: tuple[str, ...], content: bytes | None, said: str
) -> None:
    path = Path("thing")
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)

    done = failnote(*command, "--journal", path)

    assert (done.code, done.out) == (1, "")
    assert said in done.err
    assert path.is_dir() if content is None else path.read_bytes() == content
    assert list(path.parent.glob("thing-*")) == []


def test_a_file_of_another_program_is_no_journal() -> None:
    with closing(sqlite3.connect("other.db")) as connection:
        connection.execute("CREATE TABLE note (text)")

    done = failnote("list", "--journal", "other.db")

    assert done.code == 1
    assert "another program" in done.err
