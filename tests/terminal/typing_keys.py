"""Typing keys: a question asked in this process, with keys from a pipe and no terminal."""

import fcntl
import termios
import threading
from array import array
from collections import deque
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from failnote.guide.questions import Question
from failnote.review import Value
from failnote.terminal.moves import Move
from failnote.terminal.prompts import Prompts
from terminal.questions import TODAY

PAUSE = 0.1
"""Seconds of rest after which the next burst comes: more than a paste takes."""
STUCK = 30
"""Seconds after which the keys have not ended the prompt."""


class Typist(DummyOutput):
    """Types burst after burst, each when what the one before it changed has been drawn."""

    def __init__(self, keyboard: PipeInput, bursts: tuple[str, ...], *, hang_up: bool) -> None:
        self._keyboard = keyboard
        self._todo: deque[Callable[[], None]] = deque(partial(self._send, keys) for keys in bursts)
        if hang_up:
            self._todo.append(keyboard.close)
        self.stuck = False
        self._stopped = False
        self._typing = threading.Lock()
        self._next: threading.Timer | None = None
        self._end = threading.Timer(STUCK, self._give_up)
        self._end.start()

    def flush(self) -> None:
        if self._next is None:
            self._start(0)
        elif self._todo:
            self._next.cancel()
            self._start(PAUSE)

    def stop(self) -> None:
        """Type nothing more; what is being typed at this moment is over when this returns."""
        with self._typing:
            self._stopped = True
        self._end.cancel()
        if self._next:
            self._next.cancel()

    def _start(self, wait: float) -> None:
        self._next = threading.Timer(wait, self._act)
        self._next.start()

    def _act(self) -> None:
        with self._typing:
            if self._stopped:
                return
            unread = array("i", [0])
            fcntl.ioctl(self._keyboard.fileno(), termios.FIONREAD, unread)
            if unread[0]:
                self._start(PAUSE)
            elif self._todo:
                self._todo.popleft()()

    def _send(self, keys: str) -> None:
        self._keyboard.send_bytes(keys.encode(errors="surrogateescape"))

    def _give_up(self) -> None:
        self.stuck = True
        self._keyboard.close()


def asked(
    question: Question,
    *bursts: str,
    environ: Mapping[str, str] | None = None,
    hang_up: bool = False,
    **given: Any,
) -> Value | Move:
    """The reply to these keys; each burst but the first comes a moment later."""
    with create_pipe_input() as keyboard:
        typist = Typist(keyboard, bursts, hang_up=hang_up)
        try:
            prompts = Prompts(environ or {}, keyboard, typist)
            reply = prompts.ask(question, **{"head": "", "today": TODAY, **given})
            assert not typist.stuck, "the keys did not end the prompt"
            return reply
        finally:
            typist.stop()
