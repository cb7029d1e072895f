"""The power goes right after an acknowledgement: the answer is there when it comes back."""

import os
import random
from pathlib import Path

import pytest

from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.reading import resume
from failnote.journal.writing import Writer
from faults.power import STRACE, Disk, replayed, traced
from journal.invented import PASSPHRASE, begun

TYPIST = """
import os, sys
from pathlib import Path
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import review
from failnote.journal.writing import Writer
from journal.invented import NOW, step, told

con = open_journal(Path(sys.argv[1]), key=bytes.fromhex(sys.argv[2]), write=True)
writer, opened = Writer(con), review(con, 1)
con.execute(f"PRAGMA synchronous={sys.argv[4]}")
for number in range(int(sys.argv[3])):
    opened = writer.commit(opened, step(told("q%d" % number, "text " * 30)), NOW)
    if number == int(sys.argv[3]) // 2:
        con.execute("PRAGMA wal_checkpoint(PASSIVE)")
    os.write(1, b"ack %d" % number)
close(con)
"""


def lost(folder: Path, answers: int, synchronous: str, chance: random.Random | None) -> int:
    """How many acknowledged answers are lost, over a power cut after each of them."""
    path = folder / "journal.db"
    con = create_journal(path, PASSPHRASE)
    key = con.key
    assert key is not None
    begun(Writer(con))
    close(con)
    disk = Disk({str(path): bytearray(path.read_bytes())}, {str(path): path.read_bytes()})
    calls = traced(TYPIST, folder, str(path), key.hex(), str(answers), synchronous)
    after = folder / "after"
    after.mkdir()
    gone = cuts = 0
    for ack in replayed(calls, disk, str(path)):
        cuts += 1
        for name, content in disk.after_the_cut(chance).items():
            (after / Path(name).name).write_bytes(content)
        found, _ = resume(opened := open_journal(after / "journal.db", key=key), 1)
        close(opened)
        gone += int(ack.split()[1]) + 1 - len(found.answers) > 0
        for left in after.iterdir():
            left.unlink()
    assert cuts == answers
    return gone


@pytest.mark.skipif(STRACE is None, reason="strace is not there to log the system calls")
@pytest.mark.parametrize("answers", [6, pytest.param(60, marks=pytest.mark.long)])
@pytest.mark.parametrize(
    "half",
    [
        pytest.param(False, id="only what was synced"),
        pytest.param(True, id="and half the rest", marks=pytest.mark.long),
    ],
)
def test_no_acknowledged_answer_is_lost_in_a_power_cut(
    answers: int, half: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, __import__("sys").path)))

    gone = lost(tmp_path, answers, "FULL", random.Random(7) if half else None)

    assert gone == 0


@pytest.mark.skipif(STRACE is None, reason="strace is not there to log the system calls")
def test_the_simulation_can_lose_something(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, __import__("sys").path)))

    assert lost(tmp_path, 6, "NORMAL", None) > 0
