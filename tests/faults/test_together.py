"""Several failnotes at once: every writer's words are kept."""

from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal.checking import check
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.writing import Writer
from journal.invented import NOW, begun, step, told
from journal.processes import together


def test_twenty_of_twenty_parallel_writers_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    close(create_journal(path))

    def write(number: int) -> int:
        writer = Writer(open_journal(path, write=True))
        opened = begun(writer)
        writer.commit(opened, step(told("q", f"writer {number}."), finished=True), NOW)
        close(writer.connection)
        return number

    done = together(*[lambda number=number: write(number) for number in range(20)])

    assert done == list(range(20))
    con = open_journal(path)
    texts = {text for (text,) in con.execute("SELECT text FROM answer")}
    numbers = {number for (number,) in con.execute("SELECT number FROM review")}
    close(con)
    assert texts == {f"writer {number}." for number in range(20)}
    assert len(numbers) == 20
    assert check(path, None) == ([], [])


@pytest.mark.parametrize("rounds", [2, pytest.param(50, marks=pytest.mark.long)])
def test_row_28_of_eight_first_runs_exactly_one_makes_the_journal(
    rounds: int, tmp_path: Path
) -> None:
    for turn in range(rounds):
        path = tmp_path / f"{turn}.db"

        def begin(path: Path = path) -> bool:
            try:
                close(create_journal(path))
            except JournalError:
                return False
            return True

        assert sum(together(*[begin] * 8)) == 1
