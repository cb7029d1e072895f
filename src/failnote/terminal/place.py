"""Place: what kind of terminal there is, if any."""

import io
import os
from collections.abc import Iterator, Mapping
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
    if is_terminal(stderr):
        return False
    tty = open_tty()
    if tty is None:
        return True
    tty.close()
    return False


def open_tty() -> TextIO | None:
    """Open the terminal itself, for reading and writing; None where there is none."""
    for name in ("/dev/tty", *_terminals_given()):
        try:
            descriptor = os.open(name, os.O_RDWR | os.O_NOCTTY)
        except OSError:
            continue
        return io.TextIOWrapper(io.FileIO(descriptor, "r+"), encoding="utf-8", write_through=True)
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
    return stderr if is_terminal(stderr) else open_tty()


def refusal() -> str:
    """The sentence for a question that nobody can be asked."""
    return (
        "Standard input is not a terminal. Use --plain to answer line by line, "
        "or --answers FILE (- for standard input)."
    )
