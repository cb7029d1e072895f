"""Hardening: what the process forbids itself before it touches anything."""

import os
import sys
from contextlib import suppress
from types import TracebackType

_PR_SET_DUMPABLE = 4
"""Number of the request in Linux's <sys/prctl.h>."""


def harden() -> None:
    """Owner-only files under any umask, no memory image, no traceback, nobody reading along."""
    os.umask(0o077)
    # A plugin of pydantic sees every answer that is checked; looking for some costs 20 ms, too.
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "1"
    sys.excepthook = _unforeseen
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def keep_memory_private() -> None:
    """Let no other process of the user, a debugger for one, read this one's memory (Linux).

    Root, swap and hibernation stay out of reach. Called once a journal is to be unlocked: ctypes
    costs 2 ms.
    """
    if sys.platform == "linux":
        import ctypes

        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def _unforeseen(
    kind: type[BaseException], _error: BaseException, trace: TracebackType | None
) -> None:
    """Say where a fault of the program is; its message could hold what was written."""
    from traceback import extract_tb

    frames = [f"{frame.filename}:{frame.lineno}" for frame in extract_tb(trace)]
    place = frames[-1] if frames else "no known place"
    sys.stderr.write(
        f"failnote: a fault in failnote itself ({kind.__name__} at {place})."
        " Every answer that was confirmed is saved.\n"
    )
    if os.environ.get("FAILNOTE_DEBUG"):
        sys.stderr.write("".join(f"  {frame}\n" for frame in frames))
