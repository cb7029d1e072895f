"""The recovery code: the key on paper."""

from pathlib import Path

import pytest

from failnote.errors import JournalError, LockedError
from failnote.journal.opening import (
    close,
    create_journal,
    open_journal,
    parse_recovery,
    recovery_code,
)
from failnote.journal.reading import unfinished
from journal.invented import PASSPHRASE

KEY = bytes(range(32))
CODE = "AAAQ-EAYE-AUDA-OCAJ-BIFQ-YDIO-B4IB-CEQT-CQKR-MFYY-DENB-WHA5-DYP2-LYEC"


def test_the_code_opens_the_journal_without_the_passphrase(encrypted: Path) -> None:
    code = recovery_code(encrypted, PASSPHRASE)

    con = open_journal(encrypted, key=parse_recovery(code), write=True)

    assert unfinished(con) == []
    close(con)


def test_the_code_is_fourteen_groups_of_four(encrypted: Path) -> None:
    groups = recovery_code(encrypted, PASSPHRASE).split("-")

    assert [len(group) for group in groups] == [4] * 14


def test_a_wrong_passphrase_gives_no_code(encrypted: Path) -> None:
    with pytest.raises(LockedError, match="does not open"):
        recovery_code(encrypted, "not the passphrase")


def test_a_plain_journal_has_no_code(path: Path) -> None:
    close(create_journal(path))

    with pytest.raises(JournalError, match="no encrypted journal"):
        recovery_code(path, PASSPHRASE)


@pytest.mark.parametrize(
    "typed",
    [CODE, CODE.lower(), CODE.replace("-", " "), CODE.replace("O", "0").replace("I", "1")],
    ids=["as shown", "small letters", "blanks", "digits for letters"],
)
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert parse_recovery(typed) == KEY


@pytest.mark.parametrize(
    "typed",
    ["", "abc", CODE[:-5], f"{CODE}-AAAA", CODE.replace("AAAQ", "AAAR"), "é" * 56, "=" * 56],
)
def test_a_mistyped_code_is_noticed_and_not_repeated(typed: str) -> None:
    with pytest.raises(LockedError, match="typing mistake") as caught:
        parse_recovery(typed)

    assert not typed or typed not in str(caught.value)


def test_every_single_wrong_letter_is_noticed() -> None:
    for place, letter in enumerate(CODE):
        if letter != "-":
            wrong = "Z" if letter != "Z" else "Y"
            with pytest.raises(LockedError):
                parse_recovery(CODE[:place] + wrong + CODE[place + 1 :])
