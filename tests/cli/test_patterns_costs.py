"""What looking at patterns may cost: modules, and work that was done before."""

import io
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest

from failnote.cli import patterns
from failnote.cli.patterns import Patience
from failnote.journal import gathering
from failnote.patterns import phrases, reshuffling, similar
from failnote.terminal.screen import Screen
from program import failnote

HEAVY = {
    "pydantic",
    "sqlmodel",
    "sqlalchemy",
    "rich",
    "questionary",
    "prompt_toolkit",
    "asyncio",
    "jinja2",
    "csv",
    "importlib.metadata",
    "decimal",
}
MOST_MODULES = 290
FEWEST_MODULES = 205
COMMAND = """
import sys
from failnote.cli import run
run()
print(*sys.modules, file=sys.stderr)
"""


def modules_of(*arguments: str | Path) -> set[str]:
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run(
        [sys.executable, "-c", COMMAND, *map(str, arguments)],
        capture_output=True,
        text=True,
        env=environ,
        check=True,
    )
    assert done.stdout
    return set(done.stderr.split())


def test_the_page_needs_nothing_heavy(invented: Path) -> None:
    loaded = modules_of("patterns", "--journal", invented, "--today", "2026-07-01")

    assert "failnote.render.patterns" in loaded
    assert not loaded & HEAVY
    assert len(loaded) <= MOST_MODULES


def test_a_page_that_was_kept_needs_next_to_nothing(invented: Path) -> None:
    loaded = modules_of("patterns", "--journal", invented)

    assert not loaded & {*HEAVY, "tomllib", "failnote.review", "failnote.patterns"}
    assert len(loaded) <= FEWEST_MODULES


@pytest.mark.parametrize(
    ("module", "work"),
    [(reshuffling, "_deal"), (phrases, "_found"), (similar, "_vectors")],
    ids=["reshuffling", "own words", "nearest"],
)
def test_long_work_is_done_once(
    module: object, work: str, invented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = failnote("patterns", "--journal", invented, "--today", "2026-07-01")

    def again(*_: object) -> None:
        raise AssertionError(work)

    monkeypatch.setattr(module, work, again)
    second = failnote("patterns", "--journal", invented, "--today", "2026-07-02")

    assert first.code == second.code == 0
    assert first.out == second.out


@pytest.mark.parametrize(
    ("work", "told"),
    [
        (lambda patience: patience.reading(12_000), "Reading your reviews: 12,000 so far."),
        (lambda patience: patience.reshuffling(200, 500), "Reshuffling your ticks: 200 of 500"),
    ],
    ids=["reading", "reshuffling"],
)
@pytest.mark.parametrize(("seconds", "speaks"), [(0.5, False), (1.5, True)])
def test_work_of_more_than_a_second_says_how_far_it_is(
    work: Callable[[Patience], None],
    told: str,
    seconds: float,
    speaks: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard = io.StringIO()
    invocation = SimpleNamespace(screen=Screen(None, heard, {}))
    clock = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: clock[0])
    patience = Patience(invocation)  # type: ignore[arg-type]
    clock[0] += seconds
    work(patience)
    work(patience)

    assert heard.getvalue().count(told) == int(speaks)


def test_reading_tells_how_far_it_is(unread: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gathering, "TOLD_EVERY", 10)
    monkeypatch.setattr(patterns, "PATIENCE", -1.0)

    talk = failnote("patterns", "--journal", unread).err

    assert "Reading your reviews: 30 so far." in talk
    assert "Reshuffling your ticks: 1000 of 1000 journals." in talk
