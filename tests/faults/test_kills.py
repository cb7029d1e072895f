"""Killed at random moments: nothing that was acknowledged is lost, and the journal opens.

``pytest -m long tests/faults`` kills 200 times.
"""

import random
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from failnote.errors import LockedError
from failnote.journal import checking, opening, schema
from failnote.journal.checking import check
from failnote.journal.connection import Connection
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.reading import review
from failnote.journal.rekeying import put_under
from failnote.journal.schema import STEPS
from failnote.journal.writing import Writer
from faults.deaths import Say, killed
from fixtures.make import fixture
from journal.invented import NOW, PASSPHRASE, begun, finished, step, taken_in, told, whole
from journal.test_fixtures import STEP_2

OTHER = "amber orchard seven sheets"
ROUNDS = [2, pytest.param(40, marks=pytest.mark.long)]
"""Kills of each of the five kinds of work."""
LONGEST = 0.4
Work = Callable[[Path, bytes | None], None]


@pytest.fixture
def chance() -> random.Random:
    return random.Random(31415)


@pytest.fixture
def worked(tmp_path: Path) -> tuple[Path, bytes]:
    """An encrypted journal with one finished review."""
    path = tmp_path / "journal.db"
    con = create_journal(path, PASSPHRASE)
    assert con.key is not None
    finished(Writer(con), "0")
    key = con.key
    close(con)
    return path, key


def sound(path: Path, key: bytes | None) -> Connection:
    """The journal after a look at everything in it."""
    con = open_journal(path, key=key, write=True)
    assert check(path, con.key) == ([], [])
    return con


def acknowledged(said: list[str]) -> int:
    return max((int(word) for word in said if word.isdigit()), default=0)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_row_01_killed_while_reviews_are_held(
    rounds: int, worked: tuple[Path, bytes], chance: random.Random
) -> None:
    path, key = worked
    numbers = count(1)

    def hold(say: Say) -> None:
        writer = Writer(open_journal(path, key=key, write=True))
        while True:
            opened = begun(writer)
            for place in range(6):
                number = next(numbers)
                answer = told(f"q{place}", f"n{number}.")
                opened = writer.commit(opened, step(answer, finished=place == 5), NOW)
                say(str(number))

    for _ in range(rounds):
        said = killed(hold, chance.random() * LONGEST)
        con = sound(path, key)
        kept = {text for (text,) in con.execute("SELECT text FROM answer WHERE question <> 'x'")}
        assert {f"n{word}." for word in said if word.isdigit()} <= kept
        close(con)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_row_01_killed_while_answers_are_edited(
    rounds: int, worked: tuple[Path, bytes], chance: random.Random
) -> None:
    path, key = worked
    last = 0

    def edit(say: Say) -> None:
        writer = Writer(open_journal(path, key=key, write=True))
        found = review(writer.connection, 1)
        for number in count(last + 1):
            found = writer.edit(found, step(told("core.facts", str(number))), NOW)
            say(str(number))

    for _ in range(rounds):
        said = killed(edit, chance.random() * LONGEST)
        con = sound(path, key)
        last = int(review(con, 1).answers[0].text)
        pasts = con.execute("SELECT count(*) FROM answer_past").fetchone()[0]
        assert last >= acknowledged(said)
        assert pasts == last
        close(con)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_row_01_killed_while_reviews_are_imported(
    rounds: int, worked: tuple[Path, bytes], chance: random.Random
) -> None:
    path, key = worked
    first = 100

    def take_in(say: Say) -> None:
        writer = Writer(open_journal(path, key=key, write=True))
        for start in count(first, 5):
            taken_in(writer, [whole(number) for number in range(start, start + 5)])
            say(str(start))

    for _ in range(rounds):
        said = killed(take_in, chance.random() * LONGEST)
        con = sound(path, key)
        (there,) = con.execute("SELECT count(*) FROM review WHERE number >= 100").fetchone()
        assert there % 5 == 0
        assert 100 + there >= acknowledged(said) + (5 if acknowledged(said) else 0)
        first = 100 + there
        close(con)


@pytest.mark.parametrize("rounds", ROUNDS)
def test_row_15_killed_while_the_layout_is_brought_up_to_date(
    rounds: int, tmp_path: Path, chance: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "journal.db"
    for module in (opening, schema, checking):
        monkeypatch.setattr(module, "STEPS", (*STEPS, STEP_2))

    def migrate(say: Say) -> None:
        say("0")
        close(open_journal(path, write=True))
        say("2")

    for _ in range(rounds):
        for left in tmp_path.iterdir():
            left.unlink()
        shutil.copy(fixture(1, "plain"), path)
        said = killed(migrate, chance.random() * 0.06)
        con = sound(path, None)
        assert con.execute("PRAGMA user_version").fetchone() == (2,)
        assert con.execute("SELECT count(*) FROM later").fetchone() == (4,)
        close(con)
        backup = path.with_name("journal.db.layout-1.backup")
        assert backup.exists(), said
        assert check(backup, None) == ([], [])


@pytest.mark.parametrize("rounds", ROUNDS)
def test_row_25_killed_while_the_passphrase_is_changed(
    rounds: int, worked: tuple[Path, bytes], chance: random.Random
) -> None:
    path, _ = worked

    def change(say: Say) -> None:
        old, new = PASSPHRASE, OTHER
        if not opens(path, PASSPHRASE):
            old, new = new, old
        while True:
            con = open_journal(path, old, write=True)
            say(f"to {new}")
            put_under(con, new)
            say(f"is {new}")
            old, new = new, old

    for _ in range(rounds):
        said = killed(change, chance.random() * 2 * LONGEST)
        ways = [each for each in (PASSPHRASE, OTHER) if opens(path, each)]
        assert len(ways) == 1, said
        acks = [line.removeprefix("is ") for line in said if line.startswith("is ")]
        begun_ = [line.removeprefix("to ") for line in said if line.startswith("to ")]
        if acks and len(acks) == len(begun_):
            # One more change may have been under way, not yet said.
            assert ways[0] == acks[-1]
        con = open_journal(path, ways[0], write=True)
        key = con.key
        assert review(con, 1).answers[0].text == "0"
        close(con)
        assert check(path, key) == ([], [])
    assert len(list(path.parent.glob("*.db"))) == 1


def opens(path: Path, passphrase: str) -> bool:
    try:
        close(open_journal(path, passphrase))
    except LockedError:
        return False
    return True
