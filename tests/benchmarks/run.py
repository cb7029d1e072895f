"""Run: ``python -m benchmarks.run`` in tests/ prints what each command costs.

CPU time of the whole process over that of ``python -c pass``, medians of interleaved rounds on
journals without encryption; unlocking costs 8 to 10 x more, by design.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

BIN = Path(sys.executable).parent
WARM_UP = 2
OTHER_DAY = "--today {year}-01-01"
"""Of another year in every round: a page that was kept does not serve."""
ENVIRON = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
"""With compiled modules kept, as an installed failnote has them."""


def main() -> None:
    """Measure and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    parser.add_argument("--sizes", type=int, nargs="*", default=[24, 300, 1000, 10_000])
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        commands = [("python -c pass", [sys.executable, "-c", "pass"])]
        commands += [(f"--{word}", [_program(), f"--{word}"]) for word in ("version", "help")]
        for size in options.sizes:
            journal = _journal(Path(folder), size)
            reading = READING if size >= LARGE else PATTERNS
            commands += [(f"{n}, {size:,} reviews", _over(journal, c)) for n, c in reading]
        for name, ratio, peak in measured(commands, options.rounds):
            print(f"{name:36} {ratio:6.2f} x {peak:6.0f} MB")  # noqa: T201


PATTERNS = (("patterns", "patterns"), ("patterns, drawn anew", f"patterns {OTHER_DAY}"))
BESIDE = ("list", "show 7", "search quiet", "patterns --json", "export")
READING = (*PATTERNS, *((command, command) for command in BESIDE))
LARGE = 1000
"""Reviews from which every reading command is measured; below, only what looks at all of them."""


def _program() -> str:
    return str(BIN / "failnote")


def _over(journal: Path, command: str) -> list[str]:
    return [_program(), *command.split(), "--journal", str(journal)]


def _journal(folder: Path, size: int) -> Path:
    journal = folder / f"{size}.db"
    command = [*_over(journal, "import -"), "--no-passphrase"]
    # In a process of its own: what is started from a large one counts its memory as its own.
    making = [sys.executable, "-m", "benchmarks.journals", str(size)]
    with subprocess.Popen(making, stdout=subprocess.PIPE) as made:
        subprocess.run(command, stdin=made.stdout, check=True, capture_output=True)
    return journal


def measured(
    commands: Sequence[tuple[str, list[str]]], rounds: int
) -> list[tuple[str, float, float]]:
    """Name, CPU ratio to the first command and peak memory in MB, medians over the rounds."""
    found: dict[str, list[tuple[float, float]]] = {name: [] for name, _ in commands}
    for number in range(rounds + WARM_UP):
        for name, argv in commands if number % 2 else commands[::-1]:
            cost = _once([word.format(year=2000 + number) for word in argv])
            if number >= WARM_UP:
                found[name].append(cost)
    middle = {n: tuple(map(statistics.median, zip(*c, strict=True))) for n, c in found.items()}
    base = middle[commands[0][0]][0]
    return [(name, cpu / base, peak) for name, (cpu, peak) in middle.items()]


def _once(argv: list[str]) -> tuple[float, float]:
    null = os.open(os.devnull, os.O_RDWR)
    actions = [(os.POSIX_SPAWN_DUP2, null, stream) for stream in (0, 1, 2)]
    process = os.posix_spawn(argv[0], argv, ENVIRON, file_actions=actions)
    _, status, used = os.wait4(process, 0)
    os.close(null)
    if code := os.waitstatus_to_exitcode(status):
        message = f"{argv} ended with {code}: the time of a failing command means nothing"
        raise SystemExit(message)
    return used.ru_utime + used.ru_stime, used.ru_maxrss / 1024


if __name__ == "__main__":
    main()
