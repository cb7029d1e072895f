"""The five choke points, and a few more: each is the only way to do what it does."""

import ast
from collections.abc import Iterator

import pytest

from sources import modules

CALLS: dict[str, tuple[set[str], tuple[str, ...]]] = {
    "open the journal": ({"sqlcipher.connect", "sqlite3.connect"}, ("journal/connection.py",)),
    "open it for the models": ({"create_engine"}, ("journal/transactions.py",)),
    "say something on a screen": (
        {"print", "stdout.write", "stderr.write"},
        # A fault of the program is said where there is no screen.
        ("terminal/screen.py", "cli/__init__.py", "cli/hardening.py"),
    ),
    "say something in colour": (
        {"Console", "echo", "secho"},
        # The version is said before there is a screen.
        ("terminal/screen.py", "cli/app.py"),
    ),
    "write a file": (
        {"write_text", "write_bytes", "open(w)", "os.open", "os.fdopen", "shutil.copy"}
        | {"shutil.move", "mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory"},
        # Copies made beside the journal go into files that ``create_private`` has made; the
        # invented journal lies in a folder that goes with the command.
        (
            *("journal/files.py", "journal/opening.py", "journal/backup.py"),
            *("terminal/editor_file.py", "terminal/screen.py", "terminal/place.py"),
            "cli/demo.py",
        ),
    ),
    "ask on the terminal": (
        {"input", "getpass", "typer.prompt", "typer.confirm", "click.prompt", "stdin.readline"}
        | {"questionary.text", "questionary.select", "questionary.checkbox"},
        ("terminal/prompts.py",),
    ),
    "ask a question": ({"ask", "unsafe_ask"}, ("cli/", "terminal/dialogs.py")),
    "run what was written": (
        {"os.system", "os.popen", "builtins.eval", "builtins.exec", "builtins.__import__"},
        (),
    ),
    "look at the clock": ({"datetime.now", "date.today", "time.time"}, ("cli/invocation.py",)),
    "end the process": ({"sys.exit", "os._exit"}, ("cli/__init__.py", "terminal/signals.py")),
}
"""What is done -> the calls that do it, and the only places where they may stand."""


def called(node: ast.Call) -> Iterator[str]:
    """Every dotted end of a call's name, and what it is told to do."""
    words = ast.unparse(node.func).split(".")
    yield from (".".join(words[first:]) for first in range(len(words)))
    if len(words) == 1:
        yield f"builtins.{words[0]}"
    given = [*node.args, *(keyword.value for keyword in node.keywords)]
    modes = [ast.literal_eval(each) for each in given if is_text(each)]
    if words[-1] == "open" and any(set(mode) & set("wax") and len(mode) < 4 for mode in modes):
        yield "open(w)"


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def strays(point: str, tree: ast.Module, name: str) -> list[str]:
    """The calls of a module that go round a choke point."""
    forbidden, allowed = CALLS[point]
    if name.startswith(allowed or ("-",)):
        return []
    found = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [f"{name}:{n.lineno} {c}" for n in found for c in called(n) if c in forbidden]


@pytest.mark.parametrize("point", CALLS)
def test_nobody_goes_round_a_choke_point(point: str) -> None:
    assert [s for name, tree in modules().items() for s in strays(point, tree, name)] == []


@pytest.mark.parametrize("point", CALLS)
def test_every_place_that_is_allowed_to_is_needed(point: str) -> None:
    forbidden, allowed = CALLS[point]

    doing = {
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and set(called(node)) & forbidden
    }

    assert [each for each in allowed if not any(name.startswith(each) for name in doing)] == []


@pytest.mark.parametrize(
    ("point", "code"),
    [
        ("open the journal", "sqlite3.connect('x')"),
        ("say something on a screen", "print(answer)"),
        ("say something on a screen", "console.print(answer)"),
        ("say something on a screen", "sys.stdout.write(answer)"),
        ("say something in colour", "typer.echo(answer)"),
        ("write a file", "path.write_text(answer)"),
        ("write a file", "open(path, 'w')"),
        ("write a file", "path.open('w')"),
        ("write a file", "tempfile.mkdtemp()"),
        ("ask on the terminal", "input('name? ')"),
        ("ask on the terminal", "getpass.getpass()"),
        ("ask a question", "asker.ask(question)"),
        ("run what was written", "builtins.eval(answer)"),
        ("run what was written", "exec(answer)"),
        ("look at the clock", "datetime.datetime.now()"),
        ("end the process", "sys.exit(1)"),
    ],
)
def test_the_lint_finds_what_it_looks_for(point: str, code: str) -> None:
    assert strays(point, ast.parse(code), "guide/new.py")


def test_the_environment_is_read_on_the_highest_floor_only() -> None:
    reading = [
        name
        for name, tree in modules().items()
        if any(
            ast.unparse(n) == "os.environ" for n in ast.walk(tree) if isinstance(n, ast.Attribute)
        )
    ]

    assert [name for name in reading if not name.startswith("cli/")] == []


def test_no_module_catches_everything() -> None:
    guilty = [
        name
        for name, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or ast.unparse(node.type) in ("Exception", "BaseException"))
        and not any(isinstance(each, ast.Raise) for each in ast.walk(node))
    ]

    assert guilty == []


def test_only_one_place_makes_words_of_the_library_s_errors() -> None:
    """A message of SQLite, SQLAlchemy or pydantic may hold what was written."""
    allowed = {"journal/connection.py", "journal/querying.py"}
    kinds = {"SqliteError", "DBAPIError", "ValidationError", "IntegrityError", "TROUBLE"}
    found = []
    for name, tree in modules().items():
        for handler in (node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)):
            caught = ast.unparse(handler.type) if handler.type else ""
            if not any(kind in caught for kind in kinds) or handler.name is None:
                continue
            body = ast.unparse(ast.Module(handler.body, []))
            said = (f"str({handler.name})", f"{{{handler.name}}}")
            found += [f"{name}: {caught}" for words in said if words in body]
    assert [each for each in found if each.split(":")[0] not in allowed] == []


def test_row_10_no_statement_is_made_of_what_a_user_wrote() -> None:
    """What is put into SQL text is one of the program's own names; values are bound."""
    strange = []
    for name, tree in modules().items():
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
