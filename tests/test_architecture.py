"""What may be imported where, and what a command must not pay for; calls: trust/test_choke_points."""

import ast
import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from sources import modules

ROOT = Path(__file__).parents[1]
ANSWERS = ROOT / "prompts" / "samples" / "core.toml"

HEAVY = {
    *("pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit", "rich", "asyncio"),
    "jinja2",
}
"""A reading command that writes into a pipe does without these."""
READING = [
    "list",
    "list --miss contract.* --guide core --where ending=dropout --since 2020 --kind frayed",
    "show 1",
    "search fee",
    "search fee --ending dropout",
    "cases",
    "patterns",
    "patterns --json --all",
    "patterns --where setup=couple",
    "note",
    "note 1",
    "agenda",
    "agenda -f json",
    "note 1 --brief",
    "export",
    "export -f csv",
    "export -f md",
    "export -f json",
    "export --since 2020",
    "journal status",
    "brief",
]


def imported_by(*commands: str, journal: Path) -> dict[str, set[str]]:
    """Command -> the modules in memory after it, one after the other in a process of their own."""
    code = (
        "import json, os, sys\n"
        "from failnote.cli import run\n"
        "found = {}\n"
        f"for command in {commands!r}:\n"
        f"    sys.argv = ['failnote', *command.split(), '--journal', {str(journal)!r}]\n"
        "    assert run() == 0, command\n"
        "    found[command] = list(sys.modules)\n"
        "print('\\n' + json.dumps(found), file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stderr.splitlines()[-1])
    return {command: set(modules) for command, modules in found.items()}


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    command = [sys.executable, "-m", "failnote", "review", "--answers", str(ANSWERS)]
    subprocess.run(
        [*command, "--no-passphrase", "--journal", str(path)], check=True, capture_output=True
    )
    return path


def heavy(found: dict[str, set[str]], modules: set[str]) -> dict[str, set[str]]:
    """The first command that has any of these modules in memory, and which."""
    return dict(list({c: m & modules for c, m in found.items() if m & modules}.items())[:1])


def test_help_imports_nothing_heavy(journal: Path) -> None:
    found = imported_by("--help", "review --help", "patterns --help", journal=journal)

    assert heavy(found, HEAVY | {"sqlcipher3", "tomllib"}) == {}


def test_reading_commands_import_no_models_and_no_prompts(journal: Path) -> None:
    found = imported_by(*READING, journal=journal)

    assert heavy(found, HEAVY) == {}


def test_a_review_from_a_file_imports_no_prompts(journal: Path) -> None:
    found = imported_by(f"review --answers {ANSWERS}", journal=journal)

    assert heavy(found, {"questionary", "prompt_toolkit", "rich"}) == {}


@pytest.mark.parametrize(
    "module", ["failnote.interview", "failnote.patterns.report", "failnote.exchange.writing"]
)
def test_the_pure_floor_knows_no_terminal_and_no_database(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(done.stdout.split()) & {"typer", "rich", "questionary", "sqlmodel", "sqlcipher3"}


@cache
def imports(tree: ast.Module) -> set[str]:
    """The outermost packages that a module imports, wherever in it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name.partition(".")[0] for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize(
    ("packages", "allowed"),
    [
        ({"sqlcipher3", "sqlite3"}, ("journal/connection.py",)),
        ({"sqlmodel", "sqlalchemy"}, ("journal/",)),
        ({"questionary", "prompt_toolkit", "asyncio"}, ("terminal/",)),
        ({"rich"}, ("terminal/screen.py",)),
        ({"typer"}, ("cli/",)),
        ({"jinja2", "markupsafe"}, ("render/html/page.py",)),
        ({"subprocess"}, ("terminal/editor.py", "journal/secrets.py")),
        ({"tempfile"}, ("terminal/editor_file.py", "journal/condition.py", "cli/demo.py")),
        ({"socket", "ssl", "http", "urllib", "requests", "webbrowser", "ftplib", "smtplib"}, ()),
        ({"pickle", "marshal", "shelve", "yaml"}, ()),
        ({"logging", "syslog"}, ()),
    ],
    ids=lambda given: min(given) if isinstance(given, set) else "",
)
def test_a_library_is_known_in_one_place_only(packages: set[str], allowed: tuple[str, ...]) -> None:
    knowing = [name for name, tree in modules().items() if imports(tree) & packages]

    assert [name for name in knowing if not name.startswith(allowed or ("-",))] == []
