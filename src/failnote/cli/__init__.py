"""Command line: options in, one call down, text out."""

import gc
import os
import sys

from failnote import __version__
from failnote.errors import FailnoteError


def main() -> None:
    """Run failnote as a program; ends the process with the exit code of what happened."""
    if sys.argv[1:] == [
        "--version"
    ]:  # answered before anything is imported: 1.1 x `python -c pass`
        code = _say(f"failnote {__version__}")
    else:
        gc.disable()  # short commands end before a collection pays; `review` turns it on again
        code = run()
    _leave(code)


def run() -> int:
    """Run the command of ``sys.argv`` and give its exit code; every error becomes a sentence."""
    from failnote.cli.app import app
    from failnote.cli.hardening import harden
    from failnote.terminal.screen import PipeClosed

    harden()
    try:
        app(prog_name="failnote")
    except PipeClosed:
        return 1
    except FailnoteError as error:
        return _complain(str(error), error.exit_code)
    except KeyboardInterrupt:
        return _complain("interrupted", 130)
    except OSError as error:
        return _complain(f"{error.strerror or 'the operating system refused'}", 1)
    except SystemExit as leaving:
        return leaving.code if isinstance(leaving.code, int) else 0
    return 0


def _say(text: str) -> int:
    sys.stdout.write(text + "\n")
    return 0


def _complain(text: str, code: int) -> int:
    from failnote.terminal.screen import clean

    sys.stderr.write(f"failnote: {clean(text)}\n")
    return code


def _leave(code: int) -> None:
    """End at once: tearing the interpreter down costs as much as a short command (1.7 x pass)."""
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except BrokenPipeError:
        code = code or 1
    except OSError as error:
        code = _complain(f"the output could not be written: {error.strerror}", 1)
    os._exit(code)
