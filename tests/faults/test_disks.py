"""Disks that are full or fail: the old state or the new one, and nothing in between."""

import errno
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal.backup import back_up
from failnote.journal.checking import check
from failnote.journal.connection import Connection
from failnote.journal.files import write_file
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.reading import review
from failnote.journal.rekeying import put_under
from failnote.journal.writing import Writer
from faults.power import STRACE
from journal.invented import NOW, PASSPHRASE, begun, finished, step, told
from journal.processes import together
from program import failnote, on_terminal, private_home
from terminal.pty_screen import TAB

KB = 1024
DONE, CTRL_C = "\x13", "\x03"


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 1 MB, in memory."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(command, check=False).returncode:
        pytest.skip("no disk of its own can be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def fill(writer: Writer) -> int:
    """Answer until the disk is full; how many answers were acknowledged."""
    opened = begun(writer)
    for done in count():
        try:
            opened = writer.commit(opened, step(told(f"q{done}", "text " * 400)), NOW)
        except JournalError as error:
            if not re.search(r"is full|reports an error", str(error)):
                raise
            return done
    raise AssertionError


def test_row_29_on_a_full_disk_every_acknowledged_answer_stays(small_disk: Path) -> None:
    path = small_disk / "journal.db"
    writer = Writer(create_journal(path, PASSPHRASE))
    key = writer.connection.key

    done = fill(writer)

    assert done > 5
    assert len(review(writer.connection, 1).answers) == done
    close(writer.connection)
    con = open_journal(path, key=key)
    assert len(review(con, 1).answers) == done
    close(con)
    assert check(path, key)[1] == []


def test_row_29_a_journal_that_does_not_fit_is_not_begun(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(500 * KB))

    with pytest.raises(JournalError, match=r"is full|reports an error"):
        create_journal(small_disk / "journal.db")

    assert [each.name for each in small_disk.iterdir()] == ["ballast"]


def test_row_29_after_room_was_made_the_same_answer_can_be_given(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(bytes(300 * KB))
    writer = Writer(create_journal(small_disk / "journal.db"))
    done = fill(writer)

    ballast.unlink()
    opened = review(writer.connection, 1)
    opened = writer.commit(opened, step(told(f"q{done}", "text " * 400)), NOW)

    assert len(opened.answers) == done + 1
    close(writer.connection)


def test_row_29_a_typist_is_told_and_the_text_is_kept_until_there_is_room(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    private_home(home, monkeypatch)
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(small_disk / "journal.db"))
    close(create_journal(small_disk / "journal.db"))
    ballast = small_disk / "ballast"

    with on_terminal("review", "--guide", "quick") as screen:
        screen.past_gate().wait("How strongly").send("4\r").wait("in one line").send(TAB)
        screen.wait("as a camera").send("They asked").wait("They asked")
        fill_up(small_disk, ballast)
        screen.send(" for less, and I said").wait("The draft could not be saved.")
        screen.wait("They asked for less, and I said").send(DONE)
        screen.wait("is full").wait("Your answer still stands here.")
        screen.wait("They asked for less, and I said")
        ballast.unlink()
        screen.send(": of course." + DONE).wait("What did you do then?").send(CTRL_C)
        assert screen.join() == 130

    assert "They asked for less, and I said: of course." in failnote("show", "1").out


def test_row_29_a_text_that_a_full_disk_did_not_take_is_offered_again_later(
    small_disk: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    private_home(home, monkeypatch)
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(small_disk / "journal.db"))
    finished(Writer(con := create_journal(small_disk / "journal.db")))
    close(con)
    ballast = small_disk / "ballast"

    with on_terminal("add", "1") as screen:
        screen.wait("What do you understand now")
        fill_up(small_disk, ballast)
        screen.send("It was August").wait("The draft could not be saved.").send(CTRL_C)
        screen.wait("It is kept in memory until this machine is turned off")
        assert screen.join() == 130
    ballast.unlink()
    offered = failnote("add", "1", "--plain", stdin="1\n.\n")

    assert "“It was August”" in offered.err
    assert "It was August" in failnote("show", "1").out


def fill_up(disk: Path, ballast: Path) -> None:
    """Leave no room for anything, and let what stands in the log take none either."""
    ballast.write_bytes(bytes(shutil.disk_usage(disk).free))


WAYS: dict[str, Callable[[Connection, Path], object]] = {
    "backup": lambda con, _: back_up(con, NOW),
    "export": lambda _, folder: write_file(folder / "note.md", ["x" * KB] * 400),
    "passphrase": lambda con, _: put_under(con, PASSPHRASE),
}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_row_29_what_does_not_fit_leaves_no_file_under_its_name(
    way: Callable[[Connection, Path], object], small_disk: Path
) -> None:
    path = small_disk / "journal.db"
    writer = Writer(create_journal(path))
    finished(writer, "text " * 400)
    close(writer.connection)
    con = open_journal(path, write=True)
    (small_disk / "ballast").write_bytes(bytes(shutil.disk_usage(small_disk).free - 200 * KB))
    before = sorted(each.name for each in small_disk.iterdir() if each.is_file())

    with pytest.raises(JournalError):
        way(con, small_disk)

    close(con)
    left = {each.name for each in small_disk.iterdir() if each.is_file()}
    assert left - {f"{path.name}-wal", f"{path.name}-shm"} <= set(before)
    con = open_journal(path)
    assert review(con, 1).answers[0].text == "text " * 400
    close(con)


def test_row_29_a_file_that_may_not_grow_is_like_a_full_disk(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    writer = Writer(create_journal(path))
    close(writer.connection)

    def limited() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (400 * KB, 400 * KB))
        own = Writer(open_journal(path, write=True))
        return fill(own)

    (done,) = together(limited)

    con = open_journal(path)
    assert len(review(con, 1).answers) == done
    close(con)


CHANGE = """
import os, sys
from pathlib import Path
from failnote.errors import FailnoteError
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import review
from failnote.journal.writing import Writer
from journal.invented import NOW, step, told

os.write(2, b"ready")
try:
    con = open_journal(Path(sys.argv[1]), write=True)
    writer = Writer(con)
    writer.edit(review(con, 1), step(told("core.facts", "new " * 2000)), NOW)
    os.write(1, b"ack")
    close(con)
except FailnoteError as error:
    os.write(1, b"sentence")
"""
CALLS = ("pwrite64", "fdatasync", "fsync", "ftruncate")


@pytest.mark.skipif(STRACE is None, reason="strace is not there to let calls fail")
@pytest.mark.parametrize(
    ("call", "most"),
    [
        ("pwrite64", 2),
        *[pytest.param(call, 60, marks=pytest.mark.long) for call in CALLS],
    ],
)
def test_row_30_whichever_write_fails_it_is_the_old_state_or_the_new(
    call: str, most: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
    path = tmp_path / "journal.db"
    writer = Writer(create_journal(path))
    finished(writer, "old")
    close(writer.connection)
    intact = path.read_bytes()
    for turn in range(1, most + 1):
        for left in tmp_path.glob("journal.db*"):
            left.unlink()
        path.write_bytes(intact)
        options = ("-f", "-qq", "-o", "/dev/null", "-e", f"trace={call}")
        inject = f"inject={call}:error=EIO:when={turn}"
        done = subprocess.run(
            [str(STRACE), *options, "-e", inject, sys.executable, "-c", CHANGE, str(path)],
            capture_output=True,
            check=False,
        )
        assert done.stdout in (b"ack", b"sentence", b"acksentence"), done.stderr
        con = open_journal(path)
        text = review(con, 1).answers[0].text
        close(con)
        assert text in ("old", "new " * 2000)
        if b"ack" in done.stdout:
            assert text == "new " * 2000
        assert check(path, None) == ([], [])
        if done.stdout == b"ack" and turn > 3:
            break


def test_an_export_into_a_full_device_is_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    writer = Writer(create_journal(path))
    finished(writer)
    close(writer.connection)
    command = [sys.executable, "-m", "failnote", "show", "1", "--journal", str(path)]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert os.strerror(errno.ENOSPC).encode() in done.stderr
