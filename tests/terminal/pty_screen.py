"""Pty screen: a program on a real pseudo-terminal, and what a person would see of it."""

import fcntl
import gc
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
import traceback
import warnings
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, NoReturn, Self

import ptyprocess
import pyte

from terminal.asking import run

SRC = Path(__file__).parents[2] / "src"
ASKING = Path(__file__).with_name("asking.py")
ESC, BACK, TAB, ENTER, ALT_ENTER = "\x1b", "\x1b[Z", "\t", "\r", "\x1b\r"
UP, DOWN, HOME, END = "\x1b[A", "\x1b[B", "\x1b[H", "\x1b[F"
F1, F2, F8 = "\x1bOP", "\x1bOQ", "\x1b[19~"


def asking(folder: Path, *names: str) -> list[str]:
    """The command that asks these questions, with drafts and answers in the folder."""
    return [sys.executable, str(ASKING), str(folder), *names]


def pasted(text: str) -> str:
    """What a terminal with bracketed paste sends for a pasted text."""
    return f"\x1b[200~{text}\x1b[201~"


MASTERS: set[int] = set()
"""The ends of all pseudo-terminals that are open here; a copy of this process must not hold them."""


def copied(
    program: Callable[[], object],
    argv: Sequence[str],
    size: tuple[int, int],
    env: Mapping[str, str],
) -> ptyprocess.PtyProcess:
    """Run a program on a pseudo-terminal in a copy of this process, which has imported all of it.

    It is a process of its own like any other; only the second of imports is saved.
    """
    pid, fd = pty.fork()
    if pid == 0:
        _become(program, argv, size, env)
    return ptyprocess.PtyProcess(pid, fd)


def _become(
    program: Callable[[], object],
    argv: Sequence[str],
    size: tuple[int, int],
    env: Mapping[str, str],
) -> NoReturn:
    code = 70
    try:
        gc.freeze()  # what belongs to the other process is not to be closed here
        for fd in MASTERS:
            with suppress(OSError):  # closed already, by a screen that nobody holds any more
                os.close(fd)
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", *size, 0, 0))
        os.environ.clear()
        os.environ.update(env)
        warnings.simplefilter("ignore")
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for number in (signal.SIGHUP, signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        sys.argv = list(argv)
        sys.stdin = open(0, encoding="utf-8")  # noqa: SIM115 - a descriptor has no path
        sys.stdout = open(1, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
        sys.stderr = open(2, "w", encoding="utf-8", buffering=1)  # noqa: SIM115
        program()
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
    except BaseException:  # noqa: BLE001 - nothing may get back into the tests from here
        traceback.print_exc()
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


class _Answering(pyte.Screen):
    """A screen that answers what programs ask a terminal, such as where the cursor is."""

    def __init__(self, columns: int, lines: int, reply: Any) -> None:
        super().__init__(columns, lines)
        self.reply = reply

    def select_graphic_rendition(self, *attributes: int, private: bool = False) -> None:
        """Take colours and weights; vim sends some that only xterm knows."""
        if not private:
            super().select_graphic_rendition(*attributes)

    def write_process_input(self, data: str) -> None:
        self.reply(data.encode())


class PtyScreen:
    """A program, its keyboard and its screen."""

    def __init__(
        self,
        argv: Sequence[str],
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
        program: Callable[[], object] | None = None,
    ) -> None:
        """Start ``argv``; a ``program`` runs with these words in a copy of this process instead."""
        usual = {
            "TERM": "xterm-256color",
            "LC_ALL": "C.UTF-8",
            "PYTHONPATH": f"{SRC}:{ASKING.parents[1]}",
        }
        whole = {**os.environ, **usual, **(env or {})}
        if program is None:
            self.process = ptyprocess.PtyProcess.spawn(
                list(argv), dimensions=(rows, cols), env=whole
            )
        else:
            self.process = copied(program, argv, (rows, cols), whole)
        MASTERS.add(self.process.fd)
        self._fd = self.process.fd
        self.raw = b""
        self._lines: list[str] = []  # drawing them takes pyte long; empty when out of date
        self._screen = _Answering(cols, rows, self._write)
        self._stream = pyte.ByteStream(self._screen)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        MASTERS.discard(self._fd)
        if not self.process.closed:
            if not self.process.isalive():
                self.process.delayafterclose = 0
            self.process.close(force=True)
        elif self.process.isalive():
            self.kill(signal.SIGKILL)

    def lines(self) -> list[str]:
        """The rows of the screen, without blanks at their ends."""
        if not self._lines:
            self._lines = [row.rstrip() for row in self._screen.display]
        return self._lines

    def text(self) -> str:
        """The screen, without blanks at the ends of rows and empty rows at the end."""
        return "\n".join(self.lines()).rstrip()

    def wait(self, text: str, timeout: float = 15) -> Self:
        """Wait until a text is on the screen, however it is broken over rows."""
        return self._until(lambda: _flat(text) in _flat(self.text()), f"{text!r} is not", timeout)

    def gone(self, text: str, timeout: float = 15) -> Self:
        """Wait until a text is no longer on the screen."""
        return self._until(lambda: _flat(text) not in _flat(self.text()), f"{text!r} is", timeout)

    def changed(self, before: str, timeout: float = 15) -> Self:
        """Wait until the screen is no longer what it was."""
        return self._until(lambda: self.text() != before, "nothing new is", timeout)

    def send(self, keys: str | bytes) -> Self:
        """Press keys."""
        self._write(keys if isinstance(keys, bytes) else keys.encode())
        return self

    def resize(self, cols: int, rows: int) -> Self:
        """Make the window another size."""
        self._screen.resize(rows, cols)
        self._lines = []
        self.process.setwinsize(rows, cols)
        self._pump(0.05)
        return self

    def kill(self, number: int) -> None:
        """Send a signal to the program."""
        self.process.kill(number)

    def hangup(self) -> None:
        """Close the terminal, as closing its window does."""
        MASTERS.discard(self._fd)
        self.process.fileobj.close()
        self.process.closed = True

    def join(self, timeout: float = 15) -> int:
        """Wait for the end; the exit status, or minus the signal that ended it."""
        end = time.monotonic() + timeout
        while self.process.isalive():
            if self.process.closed:
                time.sleep(0.01)
            else:
                self._pump(0.01)
            if time.monotonic() > end:
                raise AssertionError("still running:\n" + self.text())
        if not self.process.closed:
            self._pump(0.05)
        if self.process.signalstatus is not None:
            return -int(self.process.signalstatus)
        return int(self.process.exitstatus)

    def _until(self, holds: Any, what: str, timeout: float) -> Self:
        end = time.monotonic() + timeout
        while not holds():
            alive = self._pump(0.02)
            if holds():
                break
            if time.monotonic() > end or not (alive or self.process.isalive()):
                message = f"{what} on the screen:\n{self.text()}"
                raise AssertionError(message)
        return self

    def _write(self, data: bytes) -> None:
        """Write all of it, reading meanwhile: a terminal takes 4 kB at a time."""
        while data:
            _, ready, _ = select.select([], [self.process.fd], [], 0.02)
            if ready:
                data = data[os.write(self.process.fd, data[:1024]) :]
            else:
                self._pump(0)

    def _pump(self, seconds: float) -> bool:
        """Show what the program writes; False when there is nothing more to come."""
        end = time.monotonic() + seconds
        while True:
            left = max(end - time.monotonic(), 0)
            if not select.select([self.process.fd], [], [], left)[0]:
                return True
            try:
                data = self.process.read(65536)
            except EOFError:
                return False
            self.raw += data
            self._stream.feed(data)
            self._lines = []


class Asking(PtyScreen):
    """The small program ``asking``, in a copy of this process."""

    def __init__(
        self,
        argv: Sequence[str],
        cols: int = 80,
        rows: int = 24,
        env: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(argv[1:], cols, rows, env, program=run)


def _flat(text: str) -> str:
    """The words alone, without the breaks of rows and the bar beside a text field."""
    return " ".join(word for word in text.split() if word != "│")
