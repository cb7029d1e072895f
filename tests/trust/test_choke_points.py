"""The five choke points: each is the only way to do what it does."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[2] / "src" / "failnote"
CALLS = {
    "open the journal": (
        {"sqlcipher.connect", "sqlite3.connect", "create_engine"},
        {"journal/connection.py", "journal/transactions.py"},
    ),
    "say something on a screen": (
        {"print", "typer.echo", "click.echo", "rich.print", "sys.stdout.write", "sys.stderr.write"}
        | {"Console", "console.print", "typer.secho"},
        # The version and a fault of the program are said before there is a screen; Rich paints there.
        {"terminal/screen.py", "cli/__init__.py", "cli/hardening.py", "cli/app.py"},
    ),
    "write a file": (
        {"write_text", "write_bytes", "os.open", "mkstemp", "mkdtemp", "NamedTemporaryFile"}
        | {"tempfile.mkdtemp", "shutil.copy", "shutil.move", "open(w)"},
        {"journal/files.py", "terminal/editor.py", "terminal/screen.py", "terminal/place.py"}
        # Copies made beside the journal, into files that ``create_private`` has made.
        | {"journal/opening.py", "journal/backup.py"},
    ),
    "ask": (
        {"input", "getpass", "getpass.getpass", "typer.prompt", "typer.confirm", "click.prompt"}
        | {"questionary.text", "questionary.select", "sys.stdin.readline"},
        {"terminal/prompts.py", "terminal/picks.py", "terminal/field.py", "terminal/plain.py"},
    ),
}


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SRC.rglob("*.py")):
        yield path.relative_to(SRC).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def called(node: ast.Call) -> Iterator[str]:
    """The names a call goes by: in full, its last word, and what it is told to do."""
    full = ast.unparse(node.func)
    yield full
    if "." in full and full.rsplit(".", 1)[1] in {"write_text", "write_bytes"}:
        yield full.rsplit(".", 1)[1]
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    modes = [ast.literal_eval(each) for each in given if is_text(each)]
    if full.endswith("open") and any(set(mode) & set("wax") and len(mode) < 4 for mode in modes):
        yield "open(w)"


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def strays(forbidden: set[str], where: set[str], tree: ast.Module, name: str) -> list[str]:
    if name in where:
        return []
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"{name}:{n.lineno} {c}" for n in found for c in called(n) if c in forbidden]


@pytest.mark.parametrize("point", CALLS)
def test_nobody_goes_round_a_choke_point(point: str) -> None:
    forbidden, where = CALLS[point]

    assert [s for name, tree in modules() for s in strays(forbidden, where, tree, name)] == []


def test_only_one_place_makes_words_of_the_library_s_errors() -> None:
    """A message of SQLite, SQLAlchemy or pydantic may hold what was written."""
    allowed = {"journal/connection.py", "journal/querying.py"}
    kinds = {"SqliteError", "DBAPIError", "ValidationError", "IntegrityError", "TROUBLE"}
    found = []
    for name, tree in modules():
        for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
            caught = ast.unparse(handler.type) if handler.type else ""
            if not any(kind in caught for kind in kinds) or handler.name is None:
                continue
            body = ast.unparse(ast.Module(handler.body, []))
            said = (f"str({handler.name})", f"{{{handler.name}}}")
            found += [f"{name}: {caught}" for words in said if words in body]
    assert [each for each in found if each.split(":")[0] not in allowed] == []


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ("open the journal", "sqlite3.connect('x')"),
        ("say something on a screen", "print(answer)"),
        ("write a file", "path.write_text(answer)"),
        ("write a file", "open(path, 'w')"),
        ("write a file", "path.open('w')"),
        ("ask", "input('name? ')"),
    ],
)
def test_the_lint_finds_what_it_looks_for(point: str, code: str) -> None:
    forbidden, where = CALLS[point]

    assert strays(forbidden, where, ast.parse(code), "cli/new.py")


def test_row_10_no_statement_is_made_of_what_a_user_wrote() -> None:
    """What is put into SQL text is one of the program's own names; values are bound."""
    strange = []
    for name, tree in modules():
        for node in (n for n in ast.walk(tree) if isinstance(n, ast.Call)):
            for value in formatted(node) if name.startswith("journal/") else ():
                strange += [f"{name}:{node.lineno} {value}"] if value not in KNOWN else []

    assert strange == []


KNOWN = {
    *(
        "table",
        "name",
        "names",
        "marks",
        "columns",
        "listing",
        "owner",
        "order",
        "ending",
        "end",
        "sql",
    ),
    *("_NEWEST", "_OLDEST", "_LISTED", "_MARKED", "_CASES", "LIGHT", "CHOSEN", "_JOINS[table]"),
    *("APPLICATION_ID", "_PATIENCE", "number", "version", "key.hex()"),
}
"""What stands in an f-string of SQL: tables, columns, numbers, the key that is hexadecimal."""


def formatted(call: ast.Call) -> Iterator[str]:
    """What a call puts into the text of a statement."""
    by = ast.unparse(call.func)
    if by.endswith(".execute") or by == "rows":
        for part in call.args[int(by == "rows") : 1 + int(by == "rows")]:
            for node in ast.walk(part):
                if isinstance(node, ast.FormattedValue):
                    yield ast.unparse(node.value)
                elif isinstance(node, ast.BinOp):
                    yield from (ast.unparse(n) for n in (node.left, node.right) if not is_text(n))


@pytest.mark.parametrize(
    "code",
    ["con.execute(f'SELECT {typed}')", "rows(con, 'SELECT ' + typed)", "c.execute('%s' % t)"],
)
def test_row_10_the_lint_finds_what_it_looks_for(code: str) -> None:
    (call,) = (n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.Call))

    assert set(formatted(call)) - KNOWN
