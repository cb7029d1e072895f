"""What looking at patterns may cost: modules, and work that was done before."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from failnote.journal.connection import rows
from failnote.journal.opening import close, open_journal
from failnote.patterns import phrases, reshuffling, similar
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
    loaded = modules_of("patterns", "--journal", invented)

    assert "failnote.render.patterns" in loaded
    assert not loaded & HEAVY
    assert len(loaded) <= MOST_MODULES


@pytest.mark.parametrize(
    ("module", "work"),
    [(reshuffling, "_deal"), (phrases, "_found"), (similar, "_vectors")],
    ids=["reshuffling", "own words", "nearest"],
)
def test_long_work_is_done_once(
    module: object, work: str, invented: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = failnote("patterns", "--journal", invented)

    def again(*_: object) -> None:
        raise AssertionError(work)

    monkeypatch.setattr(module, work, again)
    second = failnote("patterns", "--journal", invented)

    assert first.code == second.code == 0
    assert first.out == second.out


def test_what_is_kept_holds_no_words(invented: Path) -> None:
    assert "thought we had time" in failnote("patterns", "--journal", invented).out

    connection = open_journal(invented)
    kept = [body for (body,) in rows(connection, "SELECT body FROM cache")]
    close(connection)

    assert kept
    assert all(set(body) <= set("0123456789.,[]-e") for body in kept)
