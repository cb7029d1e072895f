"""Options and help: where options may stand, what they take, and what every command tells."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import typer

from failnote import __version__
from failnote.cli.app import app
from program import CORE, failnote


def commands() -> Iterator[tuple[str, Any]]:
    """Every command by the words that call it, groups included."""
    waiting = [("", typer.main.get_command(app))]
    while waiting:
        name, command = waiting.pop()
        yield name, command
        for word, each in getattr(command, "commands", {}).items():
            waiting.append((f"{name} {word}".strip(), each))


COMMANDS = dict(commands())
NAMES = sorted(COMMANDS)

FREE_TEXT_IS_NOWHERE = {
    "passphrase_command": "a command, never the passphrase itself",
    "new_command": "a command, never the passphrase itself",
    "sql": "a SELECT on the views; - reads it from standard input",
    "today": "a date",
    "since": "a period",
    "until": "a period",
    "period": "a period",
    "guide": "a guide's name",
    "name": "a guide's name",
    "case": "a case's code",
    "code": "a case's code",
    "ending": "a word of a vocabulary",
    "miss": "a code",
    "where": "FIELD=VALUE",
    "words": "what to search for; asked for when left out",
    "by": "a context field",
    "misses": "a code",
    "among": "FIELD=VALUE:N",
    "command": "a command of failnote",
}
"""Every parameter that takes any text, and what that text is."""


@pytest.mark.parametrize("name", NAMES)
def test_row_8_no_parameter_takes_an_answer_or_a_passphrase(name: str) -> None:
    taking_text = {p.name for p in COMMANDS[name].params if p.type.name in ("text", "str")}

    assert taking_text <= FREE_TEXT_IS_NOWHERE.keys()


def test_row_8_the_list_of_parameters_is_not_longer_than_the_program() -> None:
    taking_text = {
        p.name for each in COMMANDS.values() for p in each.params if p.type.name in ("text", "str")
    }

    assert taking_text == FREE_TEXT_IS_NOWHERE.keys()


@pytest.mark.parametrize("name", NAMES)
def test_every_help_has_an_example_of_its_own_command(name: str) -> None:
    done = failnote(*name.split(), "--help")

    (example,) = [row for row in done.out.splitlines() if row.lstrip().startswith("Example")]
    for each in example.partition(":")[2].split("·"):
        assert each.strip().startswith(f"failnote {name}".strip())
    below = done.out.splitlines()[done.out.splitlines().index(example) + 1]
    assert below == "", "an example that is broken over two rows cannot be copied"


@pytest.mark.parametrize("name", NAMES)
def test_every_help_of_an_option_is_a_sentence(name: str) -> None:
    for parameter in COMMANDS[name].params:
        told = parameter.help or ""
        assert told[:1].isupper(), f"{parameter.name}: {told}"
        assert told.endswith("."), f"{parameter.name}: {told}"


@pytest.mark.parametrize("name", NAMES)
def test_every_help_fits_eighty_columns(name: str) -> None:
    assert max(map(len, failnote(*name.split(), "-h").out.splitlines())) <= 80


@pytest.mark.parametrize(
    "name", [name for name in NAMES if not hasattr(COMMANDS[name], "commands")]
)
def test_every_command_says_where_the_other_options_stand(name: str) -> None:
    assert (
        "Options for every command stand in failnote --help."
        in failnote(*name.split(), "--help").out
    )


def test_the_version_is_told() -> None:
    assert failnote("--version").out == f"failnote {__version__}\n"


@pytest.mark.parametrize("words", [(), ("journal",)], ids=["failnote", "failnote journal"])
def test_a_group_alone_shows_its_commands_as_talk(words: tuple[str, ...]) -> None:
    done = failnote(*words)

    assert (done.code, done.out) == (2, "")
    assert "Commands:" in done.err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("lits",), "list"),
        (("note", "1", "--breif"), "--brief"),
        (("guides", "chek"), "check"),
        (("export", "-f", "xml"), "jsonl"),
        (("--color", "rainbow", "list"), "always"),
        (("show",), "N"),
        (("list", "--journal"), "--journal needs a value"),
        (("list", "--passphrase-fd", "three"), "int"),
        (("add", "1", "what I think now"), "argument"),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, tuple) else "",
)
def test_wrong_usage_says_what_is_meant(words: tuple[str, ...], meant: str) -> None:
    done = failnote(*words)

    assert (done.code, done.out) == (2, "")
    assert meant in done.err


@pytest.mark.parametrize(
    "order",
    [
        ("--journal", "J", "list"),
        ("list", "--journal", "J"),
        ("list", "--journal=J"),
        ("--journal=J", "list", "--all"),
        ("list", "--all", "--journal", "J"),
        ("list", "--journal=elsewhere.db", "--journal", "J"),
    ],
    ids=" ".join,
)
def test_options_for_every_command_stand_before_and_after_it(
    order: tuple[str, ...], journal: Path
) -> None:
    journal.rename("J")

    done = failnote(*order)

    assert len(done.out.splitlines()) == 3


@pytest.mark.parametrize("order", [("cases", "--today", "2026-01-01"), ("cases", "--plain")])
def test_options_may_stand_behind_a_group(order: tuple[str, ...], journal: Path) -> None:
    assert failnote(*order, "show", "--journal", journal, "nobody-here-11").code == 1


def test_the_home_of_the_user_is_understood_behind_an_equals_sign(journal: Path) -> None:
    done = failnote("list", "--journal=~/data/failnote/journal.db")

    assert len(done.out.splitlines()) == 3


@pytest.mark.usefixtures("journal")
def test_a_lone_surrogate_among_the_words_is_no_trouble() -> None:
    assert failnote("search", "\udcff").code == 1
    assert failnote("list", "--case", "\udcff").code == 2
    assert failnote("\udcff").code == 2
    assert failnote("list", "--journal", "\udcff").code == 1


def test_today_decides_the_day_of_a_review() -> None:
    failnote("review", "--answers", CORE, "--no-passphrase", "--today", "2024-02-29")

    assert failnote("list").out.split()[1] == "2024-02-29"


@pytest.mark.usefixtures("journal")
def test_colour_is_a_matter_of_the_option_in_a_pipe() -> None:
    assert "\x1b" not in failnote("show", "1").out
    assert "\x1b" in failnote("show", "1", "--color", "always").out
    assert "\x1b" not in failnote("show", "1", "--color", "never").out


def test_help_needs_nothing_of_the_platform(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HOME")
    monkeypatch.setattr(sys, "platform", "linux")

    assert failnote("list", "--help").code == 0


@pytest.mark.parametrize("group", [(), ("journal",)], ids=["failnote", "failnote journal"])
def test_the_list_of_commands_tells_each_in_a_whole_sentence(group: tuple[str, ...]) -> None:
    listed = failnote(*group, "--help").out.partition("Commands:")[2].splitlines()

    assert [row for row in listed if row.endswith("...")] == []
