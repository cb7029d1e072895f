"""Sources: the modules of failnote as trees, for tests of what stands in them."""

import ast
from functools import cache
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "src" / "failnote"


@cache
def modules() -> dict[str, ast.Module]:
    """Path below the package -> its tree."""
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text(encoding="utf-8"))
        for path in sorted(SOURCE.rglob("*.py"))
    }
