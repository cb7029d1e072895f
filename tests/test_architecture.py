"""What may be imported where: the floors, the choke points, and what a command must not pay for."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "failnote"
ANSWERS = ROOT / "prompts" / "samples" / "core.toml"
MODULES = {
    path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
    for path in sorted(SOURCE.rglob("*.py"))
}

HEAVY = {"pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit", "rich", "asyncio"}
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
]


def imported_by(*arguments: str, journal: Path) -> set[str]:
    """The modules in memory after a command has run in a process of its own."""
    code = (
        "import sys\n"
        f"sys.argv = {['failnote', *arguments, '--journal', str(journal)]!r}\n"
        "from failnote.cli import run\n"
        "code = run()\n"
        "print('\\n' + '\\n'.join(sys.modules), file=sys.stderr)\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stderr.split())


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("journal") / "journal.db"
    command = [sys.executable, "-m", "failnote", "review", "--answers", str(ANSWERS)]
    subprocess.run(
        [*command, "--no-passphrase", "--journal", str(path)], check=True, capture_output=True
    )
    return path


@pytest.mark.parametrize("command", ["--help", "review --help", "patterns --help"])
def test_help_imports_nothing_heavy(command: str, journal: Path) -> None:
    modules = imported_by(*command.split(), journal=journal)

    assert not modules & (HEAVY | {"sqlcipher3", "tomllib"})


@pytest.mark.parametrize("command", [*READING, "brief"])
def test_reading_commands_import_no_models_and_no_prompts(command: str, journal: Path) -> None:
    modules = imported_by(*command.split(), journal=journal)

    assert not modules & HEAVY


def test_a_review_from_a_file_imports_no_prompts(journal: Path) -> None:
    command = ("review", "--answers", str(ANSWERS))

    assert not imported_by(*command, journal=journal) & {"questionary", "prompt_toolkit", "rich"}


@pytest.mark.parametrize(
    "module", ["failnote.interview", "failnote.patterns.report", "failnote.exchange.writing"]
)
def test_the_pure_floor_knows_no_terminal_and_no_database(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(done.stdout.split()) & {"typer", "rich", "questionary", "sqlmodel", "sqlcipher3"}


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
        ({"subprocess"}, ("terminal/editor.py", "journal/secrets.py")),
        ({"tempfile"}, ("terminal/editor.py", "journal/condition.py")),
        ({"socket", "ssl", "http", "urllib", "requests", "webbrowser", "ftplib", "smtplib"}, ()),
        ({"pickle", "marshal", "shelve", "yaml"}, ()),
        ({"logging", "syslog"}, ()),
    ],
    ids=lambda given: min(given) if isinstance(given, set) else "",
)
def test_a_library_is_known_in_one_place_only(packages: set[str], allowed: tuple[str, ...]) -> None:
    knowing = [name for name, tree in MODULES.items() if imports(tree) & packages]

    assert [name for name in knowing if not name.startswith(allowed or ("-",))] == []


def calls(tree: ast.Module) -> Iterator[str]:
    """The dotted names of what a module calls."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func)


@pytest.mark.parametrize(
    ("endings", "allowed"),
    [
        (("sqlcipher.connect",), ("journal/connection.py",)),
        (("create_engine",), ("journal/transactions.py",)),
        (
            ("stdout.write", "stderr.write", "print"),
            ("terminal/screen.py", "cli/__init__.py", "cli/hardening.py"),
        ),
        (
            (".write_text", ".write_bytes", "os.open", "os.fdopen"),
            ("journal/files.py", "journal/opening.py", "journal/backup.py", "terminal/"),
        ),
        (("os.system", "os.popen", "builtins.eval", "builtins.exec", "__import__"), ()),
        (("datetime.now", "date.today", "time.time"), ("cli/invocation.py",)),
        (("sys.exit", "os._exit"), ("cli/__init__.py", "terminal/signals.py")),
        ((".ask", ".unsafe_ask"), ("cli/", "terminal/dialogs.py")),
    ],
    ids=lambda given: given[0] if given else "",
)
def test_nobody_goes_round_a_choke_point(
    endings: tuple[str, ...], allowed: tuple[str, ...]
) -> None:
    def is_one(call: str) -> bool:
        return any(call == end or call.endswith((f".{end}", end)) for end in endings if end)

    guilty = {
        (name, call)
        for name, tree in MODULES.items()
        for call in calls(tree)
        if is_one(call) and not name.startswith(allowed or ("-",))
    }

    assert guilty == set()


def test_the_environment_is_read_on_the_highest_floor_only() -> None:
    reading = [
        name
        for name, tree in MODULES.items()
        if any(
            ast.unparse(n) == "os.environ" for n in ast.walk(tree) if isinstance(n, ast.Attribute)
        )
    ]

    assert [name for name in reading if not name.startswith("cli/")] == []


def test_no_module_catches_everything() -> None:
    guilty = [
        name
        for name, tree in MODULES.items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not any(isinstance(each, ast.Raise) for each in ast.walk(node))
    ]

    assert guilty == []
