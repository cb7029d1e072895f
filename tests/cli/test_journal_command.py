"""journal: status, recovery and hold."""

from pathlib import Path

import pytest

from program import PASSPHRASE, failnote


def test_status_says_where_the_journal_is_and_that_it_is_not_encrypted(journal: Path) -> None:
    out = failnote("journal", "status").out

    size = f"{journal.stat().st_size:,}"
    assert out.startswith(f"{journal}\nNOT encrypted, 3 reviews, {size} bytes, layout 1\n")
    assert out.endswith("left behind: nothing\n")


def test_status_says_that_a_journal_is_encrypted(
    locked: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)

    assert (
        "\nencrypted with SQLCipher 4, 1 review, "
        in failnote("journal", "status", "--journal", locked).out
    )


def test_status_touches_nothing(journal: Path) -> None:
    before = journal.read_bytes()

    failnote("journal", "status")

    assert journal.read_bytes() == before
    assert [path.name for path in journal.parent.iterdir()] == ["journal.db"]


@pytest.mark.usefixtures("journal")
def test_a_hold_is_kept_with_its_day_until_it_is_lifted() -> None:
    case = failnote("list").out.split()[2]

    held = failnote("journal", "hold", case, "--today", "2026-04-01")
    shown = " ".join(failnote("cases").out.split())
    lifted = failnote("journal", "hold", case, "--lift")

    assert held.err == f"Case {case} is held: nothing of it will be erased.\n"
    assert "on hold since 2026-04-01" in shown
    assert lifted.err == f"Case {case} can be erased again.\n"
    assert "on hold" not in failnote("cases").out


@pytest.mark.usefixtures("journal")
@pytest.mark.parametrize("options", [(), ("--lift",)], ids=["", "lift"])
def test_a_hold_on_a_case_that_does_not_exist_fails(options: tuple[str, ...]) -> None:
    done = failnote("journal", "hold", "nobody-here-11", *options)

    assert (done.code, done.out) == (1, "")
    assert "There is no case nobody-here-11. failnote cases shows all of them." in done.err
