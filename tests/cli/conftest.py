"""Journals that commands are run on: three invented reviews, in the clear and encrypted."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest

from failnote.codebook import load_codebook
from failnote.demo import demo_reviews
from failnote.journal.opening import close, create_journal
from failnote.journal.writing import Writer
from failnote.review import Review
from program import CORE, PASSPHRASE, failnote, private_home
from told import TODAY

NOW = datetime(2026, 7, 1, 12, tzinfo=UTC)
QUICK = """
"gate.urgent" = "no"
"quick.charge" = 4
"quick.inner" = "A knot, high up."
"quick.moment" = "The client said 'okay' and looked at the door."
"quick.signs" = ["sign.away.quieter"]
"quick.sessions" = 3
"quick.area" = "contract"
"quick.next" = "raise"
"quick.sentence" = "Last week I went on when you looked away."
"""
OTHER = """
"gate.urgent" = "handled"
"core.kind" = "rupture"
"core.facts" = "We argued about the weekly sheet, and the hour ended early."
"core.contract.what" = "no"
"core.contract.how" = "how-no"
"close.main" = "contract.how-unclear"
"close.if" = "a client says the sheet is not for them"
"close.then" = "ask what would be"
"close.question" = "What do I protect with the sheet?"
"""


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own, which is the working directory, too."""
    return private_home(tmp_path, monkeypatch)


def filled(path: Path, *options: str | Path) -> Path:
    """Make a journal of three reviews: core, quick, and core about the first one's case."""
    place = ("--journal", path, *options)
    for day, guide, answers, case in (
        ("2026-01-10", "core", CORE.read_text(), ()),
        ("2026-02-20", "quick", QUICK, ()),
        ("2026-03-15", "core", OTHER, ("--case", "FIRST")),
    ):
        if case:
            listed = failnote("list", *place, "--all").out.splitlines()
            case = ("--case", listed[-1].split()[2])
        review = ("review", "--answers", "-", "--guide", guide, "--today", day, *case)
        done = failnote(*review, *place, stdin=answers)
        assert done.code == 0, done.err
    return path


@pytest.fixture(scope="session")
def _plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patching:
        folder = private_home(tmp_path_factory.mktemp("plain"), patching)
        return filled(folder / "journal.db", "--no-passphrase")


@pytest.fixture
def journal(home: Path, _plain: Path) -> Path:
    """A journal without a passphrase, with three reviews; the usual one of its home."""
    path = home / "data" / "failnote" / "journal.db"
    path.parent.mkdir(parents=True)
    shutil.copy(_plain, path)
    return path


@pytest.fixture(scope="session")
def _encrypted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patching:
        folder = private_home(tmp_path_factory.mktemp("encrypted"), patching)
        patching.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
        path = folder / "journal.db"
        answers = ("review", "--answers", CORE, "--today", "2026-01-10")
        assert failnote(*answers, "--journal", path).code == 0
    return path


@pytest.fixture
def locked(home: Path, _encrypted: Path) -> Path:
    """An encrypted journal with one review, not at the usual place."""
    path = home / "locked.db"
    shutil.copy(_encrypted, path)
    return path


def holding(path: Path, reviews: list[Review]) -> Path:
    """A plain journal of these reviews."""
    connection = create_journal(path)
    writer = Writer(connection)
    writer.import_reviews(reviews, NOW, load_codebook().by_id.values())
    writer.close()
    close(connection)
    return path


@pytest.fixture(scope="session")
def _invented(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return holding(tmp_path_factory.mktemp("invented") / "journal.db", demo_reviews(TODAY))


@pytest.fixture(scope="session")
def _few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return holding(tmp_path_factory.mktemp("few") / "journal.db", demo_reviews(TODAY)[:14])


@pytest.fixture
def few(_few: Path, home: Path) -> Path:
    """A plain journal with fourteen of the invented reviews: too few to reshuffle, and quick."""
    path = home / "few.db"
    shutil.copy(_few, path)
    return path


@pytest.fixture
def unread(_invented: Path, home: Path) -> Path:
    """A plain journal with the invented reviews."""
    path = home / "invented.db"
    shutil.copy(_invented, path)
    return path


@pytest.fixture(scope="session")
def _read(_invented: Path) -> Path:
    path = _invented.with_name("read.db")
    shutil.copy(_invented, path)
    assert failnote("patterns", "--journal", path).code == 0
    return path


@pytest.fixture
def invented(_read: Path, home: Path) -> Path:
    """The same after a look at its patterns: what took long is kept in it."""
    path = home / "invented.db"
    shutil.copy(_read, path)
    return path
