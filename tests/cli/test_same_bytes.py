"""The same journal says the same, whatever order its rows came in and however Python hashes."""

import os
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest

from failnote.demo import demo_reviews
from failnote.exchange.writing import to_line
from told import TODAY

VIEWS = (
    "",
    "--all",
    "--json",
    "-f csv",
    "-f md",
    "-f html",
    "--by setup",
    "--pairs --all",
    "--words",
    "--misses contract.how-unclear",
)
PROGRAM = """
import sys
from failnote.cli import run
journal = sys.argv[1]
for command in sys.argv[2:]:
    sys.argv = ["failnote", *command.split(), "--journal", journal, "--today", "2026-07-01"]
    assert run() == 0, command
    sys.stdout.flush()
"""


def told(folder: Path, name: str, hash_seed: str, lines: list[str]) -> bytes:
    """Import the lines and print every view, in a process of its own."""
    taken = folder / f"{name}.jsonl"
    taken.write_text("\n".join(lines), encoding="utf-8")
    commands = [f"import {taken} --no-passphrase", *(f"patterns {view}" for view in VIEWS)]
    environ = {
        **os.environ,
        "PYTHONHASHSEED": hash_seed,
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder / f"{name}.db"), *commands],
        capture_output=True,
        check=True,
        env=environ,
    )
    return done.stdout


@pytest.fixture
def lines() -> list[str]:
    return [to_line(review) for review in demo_reviews(TODAY)]


def test_two_hash_seeds_and_two_row_orders_give_the_same_bytes(
    lines: list[str], tmp_path: Path
) -> None:
    shuffled = list(lines)
    Random(4).shuffle(shuffled)

    one = told(tmp_path, "one", "1", lines)
    other = told(tmp_path, "other", "2", shuffled)

    assert shuffled != lines
    assert len(one) > 50_000
    assert one == other
