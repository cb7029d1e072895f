"""Hardening: what the process forbids itself before it touches anything."""

import os
import sys


def harden() -> None:
    """Owner-only files under any umask, and no memory image when the process is killed."""
    os.umask(0o077)
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
