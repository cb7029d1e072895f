"""Command line: options in, one call down, text out."""

import gc
import os
import sys

from failnote import __version__
from failnote.errors import FailnoteError

INTERRUPTED, TERMINATED = 130, 143
TOLD_TO_END = "told to end. Every answer that was confirmed is saved."


def main() -> None:
    """Run failnote as a program; ends the process with the exit code of what happened."""
    if sys.argv[1:] == [
        "--version"
    ]:  # answered before anything is imported: 1.1 x `python -c pass`
        code = _say(f"failnote {__version__}")
    else:
        from failnote.cli.hardening import harden

        harden()
        gc.disable()  # short commands end before a collection pays; `review` turns it on again
        code = run()
    _leave(code)


def run() -> int:
    """Run the command of ``sys.argv`` and give its exit code; every error becomes a sentence."""
    try:
        return _run()
    except KeyboardInterrupt:  # before a command began, in the middle of an import even
        return _tell("Interrupted.", INTERRUPTED)


def _run() -> int:
    from failnote.cli.at_once import shown_at_once
    from failnote.cli.invocation import Interrupted
    from failnote.terminal.screen import PipeClosed
    from failnote.terminal.signals import orderly_exit

    try:
        with orderly_exit():
            if not shown_at_once(sys.argv[1:]):
                from failnote.cli.app import app

                app(prog_name="failnote")
    except PipeClosed:
        return 1
    except Interrupted as left:
        return _tell(str(left), left.exit_code)
    except FailnoteError as error:
        return _complain(str(error), error.exit_code)
    except OSError as error:
        place = f"{error.filename}: " if isinstance(error.filename, str) else ""
        return _complain(f"{place}{error.strerror or 'the operating system refused'}.", 1)
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else 0
        return _complain(TOLD_TO_END, code) if code == TERMINATED else code
    return 0


def _say(text: str) -> int:
    try:
        sys.stdout.write(text + "\n")
    except (OSError, AttributeError):  # closed, or never there
        return 1
    return 0


def _complain(text: str, code: int) -> int:
    return _tell(f"failnote: {text}", code)


def _tell(text: str, code: int) -> int:
    from failnote.terminal.screen import Screen

    Screen(sys.stdout, sys.stderr, os.environ).tell(text)
    return code


def _leave(code: int) -> None:
    """End at once: tearing the interpreter down costs as much as a short command (1.7 x pass)."""
    try:
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:  # closed by the shell: failnote list >&-
                stream.flush()
    except BrokenPipeError:
        code = code or 1
    except OSError as error:
        code = _complain(f"The output could not be written: {error.strerror}.", 1)
    os._exit(code)
