"""A journal goes out and comes in again, the same and in little memory."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.journals import lines
from program import private_home

FEW, MANY = 3, 45
LONG = 90
"""Times the usual length of an answer: few reviews are then as large as many."""
MOST_GROWTH = 13.0
"""MB; 42 such reviews kept take 9 more than the caches of SQLite, which fill up to some 8."""


def peak(*arguments: str | Path, output: Path) -> float:
    """Peak memory of a command in MB; its product goes to a file."""
    with output.open("wb") as product:
        process = subprocess.Popen(
            [sys.executable, "-m", "failnote", *map(str, arguments)],
            stdout=product,
            stderr=subprocess.DEVNULL,
        )
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_maxrss / 1024


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patching:
        folder = private_home(tmp_path_factory.mktemp("streaming"), patching)
        for size in (FEW, MANY):
            with (folder / f"{size}.jsonl").open("w", encoding="utf-8") as file:
                for each in lines(size):
                    review = json.loads(each)
                    for answer in review["answers"]:
                        answer["value"] = f"{answer['value']} " * LONG
                    file.write(json.dumps(review) + "\n")
        yield folder


def journal(folder: Path, size: int) -> float:
    """Make a journal of this size; the peak memory of it."""
    source, target = folder / f"{size}.jsonl", folder / f"{size}.db"
    target.unlink(missing_ok=True)
    command = ("import", source, "--journal", target, "--no-passphrase")
    return peak(*command, output=folder / "said")


def test_a_round_trip_is_the_same_and_takes_no_memory_for_the_size_of_the_journal(
    folder: Path,
) -> None:
    few, many = journal(folder, FEW), journal(folder, MANY)
    peaks = {"import": many - few}
    small, large = (
        peak("export", "--no-mask", "--journal", folder / f"{n}.db", output=folder / f"whole-{n}")
        for n in (FEW, MANY)
    )
    peaks["export"] = large - small

    assert {name: grown for name, grown in peaks.items() if grown > MOST_GROWTH} == {}
    second = ("--journal", folder / "second.db")
    whole = folder / f"whole-{MANY}"
    peak("import", "-f", "jsonl", whole, *second, "--no-passphrase", output=folder / "said")
    peak("export", "--no-mask", *second, output=folder / "again")
    assert (folder / "again").read_bytes() == whole.read_bytes()
