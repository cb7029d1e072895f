"""A journal goes out and comes in again, the same and in little memory."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.journals import lines
from program import private_home

FEW, MANY = 20, 160
MOST_GROWTH = 5.0
"""MB: 140 reviews as Python objects take some 12."""


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
            text = "\n".join(lines(size)) + "\n"
            text = text.replace('"status": "answered"', '"status": "answered", "export": "yes"')
            (folder / f"{size}.jsonl").write_text(text, encoding="utf-8")
        yield folder


def journal(folder: Path, size: int) -> float:
    """Make a journal of this size; the peak memory of it."""
    source, target = folder / f"{size}.jsonl", folder / f"{size}.db"
    target.unlink(missing_ok=True)
    command = ("import", source, "--journal", target, "--no-passphrase")
    return peak(*command, output=folder / "said")


def test_an_import_and_its_exports_take_no_memory_for_the_size_of_the_journal(folder: Path) -> None:
    few, many = journal(folder, FEW), journal(folder, MANY)
    peaks = {"import": many - few}
    for name, options in (("whole", ["--no-mask"]), ("masked", [])):
        small, large = (
            peak("export", *options, "--journal", folder / f"{n}.db", output=folder / f"{name}-{n}")
            for n in (FEW, MANY)
        )
        held = (folder / f"{name}-{MANY}").stat().st_size / 1e6 if name != "whole" else 0
        peaks[name] = large - small - 4 * held  # what is masked is held back until all of it is

    assert {name: grown for name, grown in peaks.items() if grown > MOST_GROWTH} == {}
    whole = folder / f"whole-{MANY}"
    second = ("--journal", folder / "second.db")
    peak("import", "-f", "jsonl", whole, *second, "--no-passphrase", output=folder / "said")
    peak("export", "--no-mask", *second, output=folder / "again")
    assert (folder / "again").read_bytes() == whole.read_bytes()
