"""Place: what kind of terminal there is, if any."""

import io
import os
import termios
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from typing import TextIO

DUMB = frozenset({"", "dumb", "unknown"})


def is_terminal(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal; a stream closed by the shell (``<&-``) is None."""
    return stream is not None and not stream.closed and stream.isatty()


def interactive(stdin: TextIO | None) -> bool:
    """Whether a person can be asked: output may go into a pipe all the same."""
    return is_terminal(stdin)


def dumb(environ: Mapping[str, str], stdin: TextIO | None, stderr: TextIO | None) -> bool:
    """Whether questions can only be asked line by line, because nothing can be drawn."""
    if environ.get("TERM", "") in DUMB or not is_terminal(stdin):
        return True
    talk = talk_on(stderr)
    if talk is not None and talk is not stderr:
        talk.close()
    return talk is None


def open_tty() -> TextIO | None:
    """Open the terminal itself, for reading and writing; None where there is none."""
    descriptor = _terminal()
    if descriptor is None:
        return None
    return io.TextIOWrapper(io.FileIO(descriptor, "r+"), encoding="utf-8", write_through=True)


def _terminal() -> int | None:
    for name in ("/dev/tty", *_terminals_given()):
        try:
            return os.open(name, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            continue
    return None


def _terminals_given() -> Iterator[str]:
    """The terminals among the standard streams, for a process that no terminal controls."""
    for descriptor in (0, 2):
        try:
            yield os.ttyname(descriptor)
        except OSError:
            continue


def talk_on(stderr: TextIO | None) -> TextIO | None:
    """Where questions go: standard error if it is a terminal, else the terminal itself.

    A transcript of answers must not end in the file that errors are sent to.
    """
    if is_terminal(stderr):
        return stderr
    descriptor = _terminal()
    return None if descriptor is None else os.fdopen(descriptor, "w", encoding="utf-8")


@contextmanager
def unechoed(descriptor: int) -> Iterator[None]:
    """What is typed ahead is read by the next question, and not drawn as well; no-op elsewhere."""
    try:
        before = termios.tcgetattr(descriptor)
    except termios.error:
        yield
        return
    quiet = [*before]
    quiet[3] &= ~termios.ECHO
    termios.tcsetattr(descriptor, termios.TCSANOW, quiet)
    try:
        yield
    finally:
        with suppress(termios.error):  # the terminal is gone
            termios.tcsetattr(descriptor, termios.TCSANOW, before)


def refusal() -> str:
    """The sentence for a question that nobody can be asked."""
    return (
        "Standard input is not a terminal. Use --plain to answer line by line, "
        "or --answers FILE (- for standard input)."
    )
