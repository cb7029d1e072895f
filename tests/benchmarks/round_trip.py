"""Round trip: ``python -m benchmarks.round_trip`` in tests/ takes journals out and in again.

It says whether the second export is the first one, and the peak memory of each command, which
does not grow with the journal.
"""

import argparse
import filecmp
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.journals import lines


def main() -> None:
    """Measure each size and print a line for each command."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="*", default=[1000, 10_000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            for line in _round_trip(Path(folder), size):
                print(line, flush=True)  # noqa: T201


def _round_trip(folder: Path, size: int) -> list[str]:
    source, first, second = (folder / name for name in ("source", "first", "second"))
    # Line by line: what this process holds would count as the peak of those that it starts.
    with source.open("w", encoding="utf-8") as product:
        for line in lines(size):
            print(line.replace('"answered"', '"answered", "export": "yes"'), file=product)
    one, two = (("--journal", str(folder / f"{size}-{n}.db"), "--no-passphrase") for n in (1, 2))
    found = [
        ("import", _run(["import", str(source), "-f", "jsonl", *one])),
        ("export --no-mask", _run(["export", "--no-mask", *one[:2]], first)),
        ("import of that", _run(["import", str(first), "-f", "jsonl", *two])),
        ("export --no-mask again", _run(["export", "--no-mask", *two[:2]], second)),
        ("export, masked", _run(["export", *one[:2]], folder / "masked")),
        ("export -f csv, masked", _run(["export", "-f", "csv", *one[:2]], folder / "csv")),
    ]
    same = "the same" if filecmp.cmp(first, second, shallow=False) else "ANOTHER"
    table = [f"{name:26} {cpu:7.1f} s {peak:6.0f} MB" for name, (cpu, peak) in found]
    return [f"{size:,} reviews; the second export is {same}", *table]


def _run(arguments: list[str], output: Path | None = None) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of one command."""
    with (output or Path(os.devnull)).open("wb") as product:
        process = subprocess.Popen([sys.executable, "-m", "failnote", *arguments], stdout=product)
        _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(process.returncode)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
