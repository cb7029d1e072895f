"""What the light modules must not bring with them."""

import subprocess
import sys

import pytest

HEAVY = {"pydantic", "rich", "questionary", "prompt_toolkit", "sqlmodel", "sqlalchemy", "difflib"}


@pytest.mark.parametrize(
    "module",
    [
        "failnote.selection",
        "failnote.patterns.report",
        "failnote.render.patterns",
        "failnote.render.review",
        "failnote.render.listing",
        "failnote.render.note",
    ],
)
def test_a_light_module_imports_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert not set(done.stdout.split()) & HEAVY
