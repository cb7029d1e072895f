"""Where a passphrase comes from when nobody types it."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from failnote.errors import LockedError, UsageError
from failnote.journal.secrets import SecretSource, find_passphrase, is_weak

NOTHING = SecretSource()


@pytest.fixture
def secret_file(tmp_path: Path) -> Path:
    path = tmp_path / "secret"
    path.write_text("from a file\nsecond line\n")
    path.chmod(0o600)
    return path


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    ends = os.pipe()
    yield ends
    for end in ends:
        os.close(end)


def script(tmp_path: Path, body: str) -> str:
    path = tmp_path / "with blank.py"
    path.write_text(body)
    return f'"{sys.executable}" "{path}"'


def test_nobody_gave_one_means_ask() -> None:
    assert find_passphrase(NOTHING, {}) is None


def test_an_empty_variable_is_none_given() -> None:
    assert find_passphrase(NOTHING, {"FAILNOTE_PASSPHRASE": ""}) is None


def test_no_passphrase_is_the_empty_one() -> None:
    assert find_passphrase(SecretSource(none=True), {"FAILNOTE_PASSPHRASE": "x"}) == ""


def test_sources_are_taken_in_order(tmp_path: Path, secret_file: Path) -> None:
    environ = {
        "FAILNOTE_PASSPHRASE_COMMAND": script(tmp_path, "print('from a command')"),
        "FAILNOTE_PASSPHRASE": "from a variable",
    }

    variable = {"FAILNOTE_PASSPHRASE": "from a variable"}

    def setting() -> str:
        return "printf 'from the settings'"

    found = [
        find_passphrase(SecretSource(file=secret_file), environ, setting),
        find_passphrase(NOTHING, environ, setting),
        find_passphrase(NOTHING, variable, setting),
        find_passphrase(NOTHING, variable),
    ]

    assert found == ["from a file", "from a command", "from the settings", "from a variable"]


def test_the_settings_are_not_looked_at_when_an_option_gives_one(secret_file: Path) -> None:
    def setting() -> str:
        raise AssertionError

    assert find_passphrase(SecretSource(file=secret_file), {}, setting) == "from a file"


def test_a_command_in_the_settings_that_fails_is_named() -> None:
    with pytest.raises(LockedError, match=r"passphrase_command in settings\.toml ended with"):
        find_passphrase(NOTHING, {}, lambda: "false")


@pytest.mark.parametrize(
    "source",
    [
        SecretSource(fd=0, file=Path("x")),
        SecretSource(file=Path("x"), command="y"),
        SecretSource(fd=0, none=True),
    ],
)
def test_two_options_at_once_are_refused(source: SecretSource) -> None:
    with pytest.raises(UsageError, match="only one"):
        find_passphrase(source, {})


def test_a_descriptor_is_read_to_the_end_of_its_first_line(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    os.write(writing, b"from a pipe\r\nthe answers follow")

    found = find_passphrase(SecretSource(fd=reading), {})

    assert found == "from a pipe"
    assert os.read(reading, 100) == b"the answers follow"


def test_a_descriptor_that_is_not_open_is_a_sentence() -> None:
    with pytest.raises(LockedError, match="--passphrase-fd 987"):
        find_passphrase(SecretSource(fd=987), {})


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660])
def test_a_file_that_others_can_read_is_refused(mode: int, secret_file: Path) -> None:
    secret_file.chmod(mode)

    with pytest.raises(LockedError, match="chmod 600"):
        find_passphrase(SecretSource(file=secret_file), {})


def test_a_missing_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LockedError, match="No such file"):
        find_passphrase(SecretSource(file=tmp_path / "none"), {})


def test_a_command_runs_without_a_shell(tmp_path: Path) -> None:
    command = script(tmp_path, "import sys; print(sys.argv[1:])") + " '$HOME' '; echo x'"

    assert find_passphrase(SecretSource(command=command), {}) == "['$HOME', '; echo x']"


def test_a_command_does_not_see_the_variable_with_the_passphrase(tmp_path: Path) -> None:
    command = script(tmp_path, "import os; print(os.environ.get('FAILNOTE_PASSPHRASE', 'unseen'))")
    environ = {**os.environ, "FAILNOTE_PASSPHRASE": "seen"}

    assert find_passphrase(SecretSource(command=command), environ) == "unseen"


@pytest.mark.parametrize(
    ("body", "words"),
    [("print()", "gave no passphrase"), ("raise SystemExit(3)", "status 3")],
)
def test_a_command_that_yields_nothing_leaves_it_locked(
    body: str, words: str, tmp_path: Path
) -> None:
    with pytest.raises(LockedError, match=words):
        find_passphrase(SecretSource(command=script(tmp_path, body)), {})


def test_a_command_that_is_not_there_is_a_sentence() -> None:
    with pytest.raises(LockedError, match="could not be started"):
        find_passphrase(SecretSource(command="/no/such/command"), {})


@pytest.mark.parametrize("command", ["'unclosed", " "])
def test_a_command_that_cannot_be_split_is_a_usage_error(command: str) -> None:
    with pytest.raises(UsageError, match="split into words"):
        find_passphrase(SecretSource(command=command), {})


def test_a_passphrase_is_taken_in_the_composed_form() -> None:
    assert find_passphrase(NOTHING, {"FAILNOTE_PASSPHRASE": "cafe\u0301"}) == "caf\u00e9"


@pytest.mark.parametrize(
    "passphrase", ["x'" + "ab" * 32 + "'", "X'" + "AB" * 32 + "'", "x'" + "ab" * 48 + "'"]
)
def test_the_form_of_a_raw_key_is_refused_and_not_repeated(passphrase: str) -> None:
    with pytest.raises(UsageError, match="raw key") as caught:
        find_passphrase(NOTHING, {"FAILNOTE_PASSPHRASE": passphrase})

    assert passphrase not in str(caught.value)


def test_bytes_that_are_no_text_are_refused(secret_file: Path) -> None:
    secret_file.write_bytes(b"\xff\xfe\n")

    with pytest.raises(LockedError, match="not valid UTF-8"):
        find_passphrase(SecretSource(file=secret_file), {})


@pytest.mark.parametrize(
    ("passphrase", "weak"),
    [
        ("short", True),
        ("abababababababab", True),
        ("1111111111112345", True),
        ("violet harbour nine lamps", False),
        ("Tr0ub4dor&3xyz", False),
    ],
)
def test_a_passphrase_that_can_be_guessed_is_known(passphrase: str, weak: bool) -> None:
    assert is_weak(passphrase) is weak
