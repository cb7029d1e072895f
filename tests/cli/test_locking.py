"""Who can open the journal: another passphrase, the code on paper, encryption on and off."""

import re
from pathlib import Path

import pytest

from program import PASSPHRASE, failnote, on_terminal

NEW = "amber orchard seven sheets"


def secret(text: str, name: str = "secret.txt") -> Path:
    path = Path(name)
    path.write_text(f"{text}\n")
    path.chmod(0o600)
    return path


@pytest.fixture
def old() -> tuple[str | Path, ...]:
    return ("--passphrase-file", secret(PASSPHRASE))


@pytest.fixture
def new() -> tuple[str | Path, ...]:
    return ("--new-passphrase-file", secret(NEW, "new.txt"))


def opens(path: Path, passphrase: str) -> bool:
    given = secret(passphrase, "tried.txt")
    return failnote("list", "--journal", path, "--passphrase-file", given).code == 0


def test_a_new_passphrase_opens_it_and_the_old_one_does_not(
    locked: Path, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    done = failnote("journal", "passphrase", "--journal", locked, *old, *new)

    assert done.code == 0, done.err
    assert "old recovery code is void" in done.err
    assert not opens(locked, PASSPHRASE)
    assert opens(locked, NEW)


def test_without_a_terminal_a_new_passphrase_must_come_from_somewhere(
    locked: Path, old: tuple[str, ...]
) -> None:
    before = locked.read_bytes()

    done = failnote("journal", "passphrase", "--journal", locked, *old)

    assert done.code == 2
    assert "--new-passphrase-file" in done.err
    assert locked.read_bytes() == before


def test_two_sources_of_a_new_passphrase_are_wrong_usage(
    locked: Path, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    both = (*new, "--new-passphrase-command", "true")

    done = failnote("journal", "passphrase", "--journal", locked, *old, *both)

    assert done.code == 2
    assert "--new-passphrase-fd" in done.err


@pytest.mark.parametrize(("choice", "with_new"), [("--renew-backups", True), (None, False)])
def test_kept_backups_are_renewed_when_that_is_wanted(
    choice: str | None, with_new: bool, locked: Path, old: tuple[str, ...], new: tuple[str, ...]
) -> None:
    failnote("journal", "backup", "--journal", locked, *old)
    (kept,) = (locked.parent / "backups").iterdir()

    done = failnote(
        "journal", "passphrase", "--journal", locked, *old, *new, *filter(None, [choice])
    )

    assert opens(kept, NEW) is with_new
    assert opens(kept, PASSPHRASE) is not with_new
    assert ("1 backup put under" in done.err) is with_new


def code_on(text: str) -> str:
    """The recovery code on a screen."""
    return "-".join(re.findall(r"(?:[A-Z2-7]{4}-){6}[A-Z2-7]{4}", text))


def test_row_21_on_a_terminal_the_new_code_is_shown_and_opens_the_journal(locked: Path) -> None:
    env = {"FAILNOTE_PASSPHRASE": PASSPHRASE}
    with on_terminal("journal", "passphrase", "--journal", locked, env=env) as screen:
        screen.wait("This passphrase was made for you").send("\r")
        screen.wait("failnote stores it nowhere")
        code = screen.join()
        shown = code_on(screen.text())

    assert code == 0
    assert len(shown) == 69
    paper = secret(shown, "paper.txt")
    done = failnote(
        *("journal", "recover", "--journal", locked, "--passphrase-file", paper),
        *("--new-passphrase-file", secret(NEW, "new.txt")),
    )
    assert done.code == 0, done.err
    assert opens(locked, NEW)
    again = failnote("journal", "recover", "--journal", locked, "--passphrase-file", paper)
    assert again.code == 3


def test_a_mistyped_code_is_asked_for_again(locked: Path) -> None:
    with on_terminal("journal", "recover", "--journal", locked) as screen:
        screen.wait("The recovery code").send("AAAA-BBBB\r")
        screen.wait("typing mistake").send("\x03")
        code = screen.join()

    assert code == 130


def test_encrypting_leaves_nothing_readable_behind(journal: Path, new: tuple[str, ...]) -> None:
    before = failnote("export").out
    held = journal.open("rb")

    done = failnote("journal", "encrypt", *new)

    assert done.code == 0, done.err
    assert not journal.read_bytes().startswith(b"SQLite")
    assert set(held.read()) == {0}
    held.close()
    assert failnote("export", "--passphrase-file", secret(NEW)).out == before
    assert failnote("journal", "encrypt", *new, "--passphrase-file", secret(NEW)).code == 1


def test_what_leaves_a_journal_that_was_just_encrypted_is_noted(
    journal: Path, new: tuple[str, ...]
) -> None:
    failnote("journal", "encrypt", *new)
    place = ("--journal", journal, "--passphrase-file", secret(NEW))

    failnote("note", "1", *place)

    noted = failnote("journal", "purge", "--all", *place)
    assert "note of 1, masked, to standard output" in noted.err


def test_plain_backups_are_encrypted_with_the_journal(journal: Path, new: tuple[str, ...]) -> None:
    failnote("journal", "backup")
    (kept,) = (journal.parent / "backups").iterdir()

    failnote("journal", "encrypt", *new, "--renew-backups")

    assert opens(kept, NEW)
    assert not kept.read_bytes().startswith(b"SQLite")


def test_decrypting_asks_first_and_says_what_it_means(locked: Path, old: tuple[str, ...]) -> None:
    unasked = failnote("journal", "decrypt", "--journal", locked, *old)
    done = failnote("journal", "decrypt", "--journal", locked, *old, "--yes")

    assert unasked.code == 2
    assert done.code == 0
    assert "NOT encrypted any more" in done.err
    assert failnote("list", "--journal", locked).code == 0
    assert failnote("journal", "decrypt", "--journal", locked, "--yes").code == 1


@pytest.mark.parametrize("command", ["passphrase", "recover"])
def test_a_plain_journal_has_no_passphrase_to_change(
    command: str, journal: Path, new: tuple[str, ...]
) -> None:
    before = journal.read_bytes()
    code = ("--passphrase-command", f"echo {'-'.join(['ABCD'] * 14)}")

    done = failnote("journal", command, *new, *(code if command == "recover" else ()))

    assert done.code in (1, 3)
    assert journal.read_bytes() == before
