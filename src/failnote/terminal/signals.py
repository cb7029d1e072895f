"""Signals: leaving in order when the terminal closes or the process is told to end."""

import os
import signal
import sys
import termios
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 5
"""Seconds that an orderly end may take; then the system ends the process."""

_ways_out: list[Callable[[Exception], None]] = []


class Terminated(Exception):  # noqa: N818  (an end, not an error)
    """The process was told to end by a signal."""

    def __init__(self, number: int) -> None:
        super().__init__(signal.Signals(number).name)
        self.status = 128 + number


@contextmanager
def way_out(leave: Callable[[Exception], None]) -> Iterator[None]:
    """While a prompt runs, let it be left through this function.

    An exception raised by a signal handler inside an event loop can leave the loop waiting for
    itself for ever.
    """
    _ways_out.append(leave)
    try:
        yield
    finally:
        _ways_out.remove(leave)


@contextmanager
def orderly_exit(close: Callable[[], object] = lambda: None) -> Iterator[None]:
    """Turn SIGTERM and SIGHUP into SystemExit (143, 129), with the terminal as it was before.

    ``close`` is called when the terminal is gone while a prompt runs: then nothing can be drawn,
    and the process ends right after it.
    """

    def end(number: int, _frame: FrameType | None) -> None:
        signal.alarm(PATIENCE)
        gone = Terminated(number)
        if not _ways_out:
            raise gone
        if number == signal.SIGHUP and not _terminal_lives():
            close()
            os._exit(gone.status)
        _ways_out[-1](gone)

    before = {}
    for number in (signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:  # nohup stays in force
            before[number] = signal.signal(number, end)
    try:
        yield
    except Terminated as gone:
        raise SystemExit(gone.status) from None
    finally:
        signal.alarm(0)
        for number, handler in before.items():
            signal.signal(number, handler)


def _terminal_lives() -> bool:
    try:
        termios.tcgetattr(sys.stdin.fileno())
    except (termios.error, OSError, ValueError, AttributeError):
        return False
    return True
