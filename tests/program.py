"""Program: failnote as its users call it, in this process or on a terminal of its own."""

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self, TextIO
from unittest.mock import patch

import pytest

from failnote.cli import main, run
from terminal.pty_screen import ENTER, TAB, PtyScreen

ROOT = Path(__file__).parents[1]
CORE = ROOT / "prompts" / "samples" / "core.toml"
COMMAND = (sys.executable, "-m", "failnote")
SHELL = f'failnote() {{ {" ".join(COMMAND)} "$@"; }}\n'
"""Makes ``failnote`` in a shell the program that is tested."""
PASSPHRASE = "violet harbour nine lamps"


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, its product and its talk."""

    code: int
    out: str
    err: str


def failnote(*arguments: str | Path, stdin: str | bytes = b"") -> Done:
    """Run a command in this process, with pipes in place of a terminal."""
    given = stdin.encode() if isinstance(stdin, str) else stdin
    return _run(arguments, io.TextIOWrapper(io.BytesIO(given), "utf-8"))


def typed(*arguments: str | Path, keys: str) -> Done:
    """Run a command in this process while someone types these lines at a terminal, and leaves."""
    master, slave = pty.openpty()
    with open(slave, encoding="utf-8") as terminal:  # noqa: PTH123 - a descriptor has no path
        os.write(master, keys.encode() + b"\x04")
        done = _run((*arguments, "--plain"), terminal)
    os.close(master)
    return done


def _run(arguments: Iterable[str | Path], stdin: TextIO) -> Done:
    out, err = io.BytesIO(), io.BytesIO()
    with (
        patch.object(sys, "argv", ["failnote", *map(str, arguments)]),
        patch.object(sys, "stdin", stdin),
        patch.object(sys, "stdout", io.TextIOWrapper(out, "utf-8")),
        patch.object(sys, "stderr", io.TextIOWrapper(err, "utf-8", write_through=True)),
    ):
        code = run()
        sys.stdout.flush()
        return Done(code, out.getvalue().decode(), err.getvalue().decode())


class Terminal(PtyScreen):
    """A review on a pseudo-terminal, and what is done with it again and again."""

    def step(self, keys: str) -> None:
        """Press keys that lead to another question, or to the end."""
        before = self.text()
        self.send(keys).until(lambda: self.text() != before, "another question")

    def until(self, holds: Callable[[], bool], what: str) -> Self:
        """Wait until something holds of the screen."""
        return self._until(holds, f"{what} is not", 15)

    def watch(self, seconds: float) -> None:
        """Take in what is written meanwhile."""
        self._pump(seconds)

    def shows(self, text: str) -> bool:
        """Whether a text is on the screen, however it is broken over rows."""
        return " ".join(text.split()) in " ".join(self.text().split())

    def past_gate(self) -> Self:
        """Say that nothing is urgent."""
        self.wait("urgent or formal").send(ENTER).gone("urgent or formal")
        return self

    def skip_to_the_end(self) -> int:
        """Skip every question that is left; the exit status."""
        while "Saved as review" not in self.text():
            self.step(TAB)
        return self.join()


def on_terminal(
    *arguments: str | Path, env: Mapping[str, str] | None = None, anew: bool = False
) -> Terminal:
    """Run a command on a real pseudo-terminal, in a copy of this process or started ``anew``."""
    words = [str(argument) for argument in arguments]
    if anew:
        return Terminal([*COMMAND, *words], env=env)
    return Terminal(["failnote", *words], env=env, program=main)


ONE_AFTER_THE_OTHER = """
import json, sys
from failnote.cli import main, run
for words in json.loads(sys.argv[1]):
    sys.argv[1:] = words
    if code := run():
        sys.exit(f"{words} ended with {code}")
"""


def one_after_the_other(
    *commands: Sequence[str | Path], under: Iterable[str] = (), umask: int = -1
) -> subprocess.CompletedProcess[str]:
    """Run commands in one process of their own, ``under`` another program, until one fails."""
    words = json.dumps([[str(word) for word in command] for command in commands])
    argv = [*under, sys.executable, "-c", ONE_AFTER_THE_OTHER, words]
    return subprocess.run(argv, capture_output=True, text=True, check=False, umask=umask)


def in_shell(script: str) -> Terminal:
    """Run a line of shell on a real pseudo-terminal; ``failnote`` in it is the program."""
    return Terminal(["bash", "-c", SHELL + script])


def private_home(folder: Path, patching: pytest.MonkeyPatch) -> Path:
    """Let nothing of the user who runs the tests be read or written."""
    for name in [name for name in os.environ if name.startswith(("FAILNOTE_", "XDG_"))]:
        patching.delenv(name)
    for name in ("NO_COLOR", "VISUAL", "EDITOR"):
        patching.delenv(name, raising=False)
    patching.setenv("HOME", str(folder))
    patching.setenv("XDG_DATA_HOME", str(folder / "data"))
    patching.setenv("XDG_CONFIG_HOME", str(folder / "config"))
    patching.setenv("PYTHONPATH", str(ROOT / "src"))
    memory = folder.with_name(f"{folder.name}-memory")
    memory.mkdir(mode=0o700, exist_ok=True)
    patching.setenv("XDG_RUNTIME_DIR", str(memory))
    patching.chdir(folder)
    return folder
