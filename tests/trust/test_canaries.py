"""The canary hunt: what is typed stands in the encrypted journal and nowhere else."""

import json
import os
import shutil
import signal
import sys
import tomllib
import traceback
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from failnote.cli import hardening
from failnote.journal import changing, checksum, connection, opening, reading, searching, writing
from failnote.journal.opening import close, open_journal
from program import CORE, failnote, on_terminal, private_home
from terminal.pty_screen import F2
from trust.canaries import Cage

SECRET = "Zqpassphrase of six odd words"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = private_home(tmp_path, monkeypatch)
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", SECRET)
    return folder


@pytest.fixture
def cage() -> Cage:
    made = Cage()
    made.made[SECRET] = "the passphrase"
    return made


@pytest.fixture
def told(home: Path, cage: Cage) -> list[bytes]:
    """A journal with a canary in every field, and all that was said on standard error."""
    said: list[bytes] = []

    def run(*words: str, stdin: str = "") -> str:
        done = failnote(*words, stdin=stdin)
        said.append(done.err.encode())
        return done.out

    given = tomllib.loads(CORE.read_text())
    texts = [key for key, value in given.items() if isinstance(value, str) and " " in value]
    assert len(texts) == 16
    answers = json.dumps(given | {key: f"{cage.canary(key)} was said" for key in texts})
    run("review", "--answers", "-", stdin=answers)
    run("add", "1", stdin=cage.canary("an insight"))
    run("edit", "1", "--answers", "-", stdin=f'"core.facts" = "{cage.canary("an edit")}"')
    run("journal", "terms", "add", "--file", "-", stdin=cage.canary("a term"))
    run("import", "-", stdin=json.dumps(everywhere(cage)))
    run("search", stdin=cage.canary("a search"))
    for words in EVERY:
        run(*words)
    assert home.exists()
    return said


CASE = "otter-window-04"


def everywhere(cage: Cage) -> dict[str, Any]:
    """A line to import with a canary in every key that takes a text."""
    keys = ("asked", "section", "value", "text")
    reply = {"question": "core.facts", **{key: cage.canary(f"{key} of an answer") for key in keys}}
    other = {**reply, "value": cage.canary("an answer that lost")}
    look = {"date": "2026-04-01", "answers": [{**reply, "text": cage.canary("a look")}]}
    look |= {key: cage.canary(f"{key} of a look") for key in ("verdict",)}
    plan = {key: cage.canary(f"{key} of a plan") for key in ("if", "then", "rehearsed")}
    return {
        "schema": "failnote.review/1",
        "guide": "core",
        "case": CASE,
        "date": "2026-03-14",
        "context": {"tags": [cage.canary("a tag")]},
        "answers": [reply],
        "others": [other],
        "supervision_answer": cage.canary("the supervisor's answer"),
        "insights": [{"date": "2026-05-01", "text": cage.canary("an imported insight")}],
        "plans": [{**plan, "follow_ups": [look]}],
    }


EVERY = (
    ("list",), ("show", "1"), ("search", "said"), ("cases",), ("patterns",), ("journal", "status"),
    ("show", "2"), ("cases", "show", CASE), ("brief",), ("note", "1"), ("export",), ("about",),
    ("journal", "hold", CASE), ("journal", "distil", "--until", "2000"), ("guides",),
    ("journal", "check"), ("journal", "backup"), ("journal", "terms"), ("delete", "1"), ("undo",),
    ("journal", "query", "SELECT * FROM v_answer"), ("show", "9"), ("edit", "9"), ("import", "x"),
    ("journal", "passphrase"), ("journal", "restore"), ("review", "--answers", "nowhere"),
)  # fmt: skip


def test_row_22_nothing_typed_stands_readable_in_any_file(
    told: list[bytes], home: Path, cage: Cage
) -> None:
    assert len(cage.made) > 30
    assert cage.in_files([home]) == {}
    assert cage.in_bytes(b"".join(told)) == set()

    path = home / "data" / "failnote" / "journal.db"
    writer = writing.Writer(open_journal(path, SECRET, write=True))
    found = reading.review(writer.connection, 1)
    assert found.started is not None
    writer.keep_draft(found, "core.facts", cage.canary("a draft"), found.started)
    writer.add_insight(found, cage.canary("in the log"), found.started)

    assert cage.in_files([home]) == {}
    writer.close()
    close(writer.connection)


PLACES: list[tuple[Any, str]] = [
    (writing, "put_step"),
    (writing, "edit_step"),
    (writing, "review_by_id"),
    (changing, "put_answers"),
    (reading, "assembled"),
    (searching, "rows"),
    (checksum, "seal"),
    (connection, "in_words"),
    (opening, "migrate"),
]


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("filled") / "journal.db"
    assert failnote("review", "--answers", CORE, "--no-passphrase", "--journal", path).code == 0
    return path


@pytest.mark.parametrize(("module", "name"), PLACES, ids=lambda each: str(each)[-20:])
def test_row_07_an_error_anywhere_never_says_what_was_written(
    module: Any,
    name: str,
    home: Path,
    filled: Path,
    cage: Cage,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    text = cage.canary("the answer")
    monkeypatch.delenv("FAILNOTE_PASSPHRASE")
    shutil.copy(filled, home / "journal.db")
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(home / "journal.db"))

    def failing(*given: object, **_: object) -> object:
        message = f"no good: {text} {given!r}"
        raise RuntimeError(message)

    monkeypatch.setattr(module, name, failing)
    said = []
    edit = (("edit", "1", "--answers", "-"), f'"core.facts" = "{text}"')
    for debug, (words, stdin) in product(
        ("", "1"), (edit, (("show", "1"), ""), (("search", text), ""))
    ):
        monkeypatch.setenv("FAILNOTE_DEBUG", debug)
        try:
            said.append(failnote(*words, stdin=stdin).err)
        except RuntimeError as error:
            hardening._unforeseen(type(error), error, error.__traceback__)
    said.append(capsys.readouterr().err)

    assert cage.in_bytes("".join(said).encode()) == set()


def test_row_07_the_program_prints_no_traceback_of_its_own(
    home: Path, cage: Cage, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    hardening.harden()
    try:
        raise ValueError(cage.canary("a message"))
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)
        usual = traceback.format_exc()
    told = capsys.readouterr().err

    assert cage.in_bytes(usual.encode())
    assert cage.in_bytes(told.encode()) == set()
    assert "a fault in failnote itself" in told


@pytest.mark.parametrize(
    "bad",
    [
        lambda word: f'"core.facts" = "{word}',
        lambda word: f'"core.nothing" = "{word}"',
        lambda word: f'"core.kind" = "{word}"',
        lambda word: f'"core.facts" = ["{word}"]',
        lambda word: f'{{"core.facts": "{word}"',
    ],
    ids=["no toml", "no question", "no option", "no text", "no json"],
)
def test_row_07_a_file_that_is_wrong_is_told_without_its_words(
    bad: Callable[[str], str], cage: Cage, home: Path
) -> None:
    done = failnote("review", "--answers", "-", stdin=bad(cage.canary("the answer")))

    assert done.code != 0
    assert cage.in_bytes((done.out + done.err).encode()) == set()
    assert cage.in_files([home]) == {}


def test_row_07_a_line_to_import_that_is_wrong_is_told_without_its_words(
    cage: Cage, home: Path
) -> None:
    word = cage.canary("the answer")
    for line in (
        f'{{"schema": "failnote.review/1", "guide": "core", "nonsense": "{word}"}}',
        f'{{"schema": "failnote.review/1", "guide": "core", "answers": "{word}"}}',
        f'{{"{word}"',
    ):
        done = failnote("import", "-", stdin=line)
        assert done.code != 0
        assert cage.in_bytes((done.out + done.err).encode()) == set()
    assert cage.in_files([home]) == {}


@pytest.fixture
def memory() -> Iterator[Path]:
    """A folder in memory, gone after the test with what a killed editor left in it."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


VIM_HOME = "set swapfile undofile backup writebackup history=50\nset undodir=~ backupdir=~ dir=~\n"


@pytest.mark.parametrize("ending", ["killed", "hangup", "quit"])
def test_row_05_a_text_in_the_editor_is_in_no_file_on_the_disk(
    ending: str, home: Path, cage: Cage, memory: Path
) -> None:
    (home / ".vimrc").write_text(VIM_HOME)
    word = cage.canary("in the editor")
    env = {"EDITOR": "vim", "FAILNOTE_PASSPHRASE": SECRET, "XDG_RUNTIME_DIR": str(memory)}
    failnote("review", "--answers", CORE)
    with on_terminal("add", "1", env=env) as screen:
        screen.wait("What do you understand now").send(F2)
        screen.wait("add.insight.md")
        screen.send(f"i{word}").wait(word)
        if ending == "quit":
            screen.send("\x1b:wq\r").wait("What do you understand now").send("\x13")
            screen.join()
        elif ending == "hangup":
            screen.hangup()
            screen.join()
        else:
            screen.kill(signal.SIGKILL)
            screen.join()
        assert cage.in_files([home]) == {}


def test_row_08_nothing_typed_is_in_the_list_of_processes(home: Path, cage: Cage) -> None:
    failnote("review", "--answers", CORE)
    word = cage.canary("a search")
    with on_terminal("search", env={"FAILNOTE_PASSPHRASE": SECRET}, anew=True) as screen:
        screen.wait("Search for").send(word).wait(word)
        line = Path(f"/proc/{screen.process.pid}/cmdline").read_bytes()
        screen.send("\r")
        screen.join()

    assert cage.in_bytes(line) == set()
    assert home.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="PR_SET_DUMPABLE is Linux's")
def test_row_43_no_memory_image_and_no_debugger(home: Path) -> None:
    failnote("review", "--answers", CORE)
    with on_terminal("search", env={"FAILNOTE_PASSPHRASE": SECRET}) as screen:
        screen.wait("Search for")
        process = Path(f"/proc/{screen.process.pid}")
        limits = (process / "limits").read_text()
        owner = (process / "mem").stat().st_uid
        screen.send("\x03")
        screen.join()

    (core,) = [row.split()[4:6] for row in limits.splitlines() if row.startswith("Max core")]
    assert core == ["0", "0"]
    assert owner == 0
    assert os.fspath(home)
