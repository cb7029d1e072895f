"""Deaths: a process at work on a journal, killed at a random moment, and what it had said."""

import multiprocessing
import os
import signal
import time
from collections.abc import Callable
from typing import Any

_FORK = multiprocessing.get_context("fork")
Say = Callable[[str], None]


def killed(work: Callable[[Say], None], seconds: float) -> list[str]:
    """Let a process work until it is killed; every line that it said before, in order.

    The time runs from its first line on.
    """
    receiver, sender = _FORK.Pipe(duplex=False)
    process = _FORK.Process(target=_work, args=(work, receiver, sender))
    process.start()
    sender.close()
    said: list[str] = [receiver.recv()] if receiver.poll(30) else []
    time.sleep(seconds)
    assert process.pid is not None
    os.kill(process.pid, signal.SIGKILL)
    process.join()
    try:
        while receiver.poll():
            said.append(receiver.recv())
    except EOFError:
        pass
    receiver.close()
    return said


def _work(work: Callable[[Say], None], receiver: Any, sender: Any) -> None:
    receiver.close()
    sender.send("begun")
    work(sender.send)
    sender.send("ended")
    # Whoever would have killed it may come too late.
    time.sleep(60)
