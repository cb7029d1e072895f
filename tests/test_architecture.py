"""What may be imported where: the floors, and what a command must not pay for."""

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("pydantic", "sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit", "rich.table")
ANSWERS = Path(__file__).parents[1] / "prompts" / "samples" / "core.toml"


def imported_by(*arguments: str, journal: Path) -> set[str]:
    """The modules in memory after a command has run in a process of its own."""
    code = (
        "import sys, os\n"
        f"sys.argv = {['failnote', *arguments, '--journal', str(journal)]!r}\n"
        "from failnote.cli import run\n"
        "code = run()\n"
        "sys.stdout = sys.__stdout__\n"
        "print('\\n' + '\\n'.join(sys.modules))\n"
        "sys.exit(code)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


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

    assert not modules & set(HEAVY)


@pytest.mark.parametrize(
    "command",
    [
        "list",
        "show 1",
        "search fee",
        "cases",
        "patterns",
        "patterns --json",
        "note 1",
        "brief",
    ],
)
def test_reading_commands_import_no_models_and_no_prompts(command: str, journal: Path) -> None:
    modules = imported_by(*command.split(), journal=journal)

    assert not modules & set(HEAVY)


def test_export_imports_no_tables(journal: Path) -> None:
    modules = imported_by("export", journal=journal)

    assert not modules & {"sqlmodel", "sqlalchemy", "questionary", "prompt_toolkit"}


@pytest.mark.parametrize(
    "module", ["failnote.interview", "failnote.patterns.report", "failnote.exchange"]
)
def test_the_pure_floor_knows_no_terminal_and_no_database(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(done.stdout.split()) & {"typer", "rich", "questionary", "sqlmodel", "sqlcipher3"}
