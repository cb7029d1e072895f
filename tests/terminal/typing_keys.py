"""Typing keys: a question asked in this process, with keys from a pipe and no terminal."""

import threading
from collections.abc import Mapping
from typing import Any

from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput

from failnote.guide.model import Question
from failnote.review import Value
from failnote.terminal.moves import Move
from failnote.terminal.prompts import Prompts
from terminal.questions import TODAY

PAUSE = 0.15
"""Seconds between bursts: more than a paste takes, less than a lone Esc."""


def asked(
    question: Question,
    *bursts: str,
    environ: Mapping[str, str] | None = None,
    hang_up: bool = False,
    **given: Any,
) -> Value | Move:
    """The reply to these keys; each burst but the first comes a moment later."""
    stuck = threading.Event()
    with create_pipe_input() as keyboard:

        def send(keys: str) -> None:
            keyboard.send_bytes(keys.encode(errors="surrogateescape"))

        first, *others = bursts
        later = [
            threading.Timer(PAUSE * place, send, [burst]) for place, burst in enumerate(others, 1)
        ]

        def close() -> None:
            if not hang_up:
                stuck.set()
            keyboard.close()

        end = threading.Timer(PAUSE * len(bursts) + (0 if hang_up else 5), close)
        for timer in (*later, end):
            timer.start()
        if len(first) < 1000:
            send(first)
        else:  # more than a pipe holds
            threading.Thread(target=send, args=[first], daemon=True).start()
        try:
            prompts = Prompts(environ or {}, keyboard, DummyOutput())
            reply = prompts.ask(question, **{"head": "", "today": TODAY, **given})
            assert not stuck.is_set(), "the keys did not end the prompt"
            return reply
        finally:
            for timer in (*later, end):
                timer.cancel()
