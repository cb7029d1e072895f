"""Arguments: what was typed, the options that every command has apart from all the rest."""

from collections.abc import Iterable

from failnote.errors import UsageError

VALUED = (
    "--journal",
    "--passphrase-fd",
    "--passphrase-file",
    "--passphrase-command",
    "--today",
    "--color",
)
FLAGS = ("--no-passphrase", "--plain")


def sorted_out(words: Iterable[str]) -> tuple[list[tuple[str, ...]], list[str]]:
    """The options for every command, each a flag or a name and its value, and the rest.

    What follows ``--`` belongs to the rest. UsageError for an option whose value is missing.
    """
    everywhere: list[tuple[str, ...]] = []
    rest: list[str] = []
    left = iter(words)
    for word in left:
        name, equals, value = word.partition("=")
        if word == "--":
            rest += [word, *left]
        elif word in FLAGS:
            everywhere.append((word,))
        elif name in VALUED:
            everywhere.append((name, value if equals else _next(left, word)))
        else:
            rest.append(word)
    return everywhere, rest


def _next(left: Iterable[str], option: str) -> str:
    value = next(iter(left), None)
    if value is None:
        message = f"{option} needs a value; failnote --help says which."
        raise UsageError(message)
    return value
