"""Screen: the only way to say something, on a terminal or into a pipe."""

import io
import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Literal, TextIO

from failnote.errors import FailnoteError
from failnote.page import Line, Span, as_text
from failnote.terminal.place import is_terminal
from failnote.terminal.wrapping import wrap

Color = Literal["auto", "always", "never"]

USUAL_WIDTH = 80
STYLES = {"": "", "title": "bold", "strong": "bold", "dim": "dim", "own": ""}
"""No colours: each of them vanishes on somebody's background."""

REPLACEMENT = "\ufffd"
_CONTROLS = "\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_UNSHOWABLE = re.compile(f"[{_CONTROLS}{_BIDI}\u2028\u2029]")
_UNKEEPABLE = re.compile(f"[{_CONTROLS}]")
_BREAK = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


class PipeClosed(Exception):  # noqa: N818  (an end, not an error)
    """Whoever read the output has gone; there is nothing to tell and nobody to tell it to."""


def clean(text: str, keep_breaks: bool = True) -> str:
    """Make a text harmless on a terminal: nothing in it moves, hides, reorders or commands."""
    if text.isascii() and text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\t", "    ")
    return _UNSHOWABLE.sub(REPLACEMENT, text if keep_breaks else text.replace("\n", " "))


def sound(text: str) -> str:
    """Make a typed or pasted text fit to be kept: valid Unicode, no controls but line breaks."""
    if text.isascii() and text.isprintable():
        return text
    return _UNKEEPABLE.sub(REPLACEMENT, _BREAK.sub("\n", text).replace("\t", "    "))


class Screen:
    """Where the product goes (standard output) and where the talk goes (standard error)."""

    def __init__(
        self,
        stdout: TextIO | None,
        stderr: TextIO | None,
        environ: Mapping[str, str],
        color: Color = "auto",
        mark: str = "",
    ) -> None:
        """Let ``mark`` stand above every page, and every Markdown text, of the product."""
        self._stdout, self._stderr = stdout, stderr
        self._environ, self._color, self._mark = environ, color, mark
        for stream in (stdout, stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A poor encoding must not take text down. This writes out what is held back, and
                # a disk that is full is told of where something is written.
                with suppress(OSError):
                    stream.reconfigure(errors="replace")

    @property
    def width(self) -> int:
        """Columns of the terminal that the product goes to; 80 in a pipe."""
        return _columns(self._stdout) or USUAL_WIDTH

    @property
    def draws(self) -> bool:
        """Can standard output show more than ASCII?"""
        return (getattr(self._stdout, "encoding", "") or "").lower().startswith("utf")

    def show(self, product: Iterable[Line] | str) -> None:
        """Write a page or a text to standard output, harmless on any terminal; PipeClosed."""
        self._product(self._rendered(self.marked(product), self._stdout))

    def marked(self, product: Iterable[Line] | str) -> Iterable[Line] | str:
        """The product under its mark; data for other programs stay as they are."""
        if not self._mark:
            return product
        if isinstance(product, str):
            head, fence, page = product.partition("\n---\n\n")
            if not fence or not head.startswith("---\n"):
                head, fence, page = "", "", product
            return f"{head}{fence}*{self._mark}*\n\n{page}" if page.startswith("# ") else product
        return self.marked_page(product)

    def marked_page(self, page: Iterable[Line]) -> Iterable[Line]:
        """The page with its mark above it."""
        return [(Span(f"  {self._mark}", "dim"),), *page] if self._mark else page

    def pour(self, text: str) -> None:
        """Write a text exactly as it is, unless standard output is a terminal; PipeClosed.

        For exports, which must come back as they were.
        """
        text = str(self.marked(text))
        self._product(clean(text) if is_terminal(self._stdout) else text)

    def tell(self, talk: Iterable[Line] | str) -> None:
        """Write a sentence or a page to standard error; wrapped at words on a terminal."""
        if self._stderr is None:
            return
        if isinstance(talk, str):
            columns = _columns(self._stderr)
            talk = "\n".join(wrap(clean(talk), min(columns, USUAL_WIDTH))) if columns else talk
            talk = talk.rstrip("\n") + "\n"
        try:
            self._stderr.write(self._rendered(talk, self._stderr))
            self._stderr.flush()
        except (OSError, ValueError):  # closed or full: talk that nobody can hear
            _silence(self._stderr)

    def finish(self) -> None:
        """Write out what is still held back, before something is told of it. PipeClosed."""
        self._product("", flush=True)

    def _rendered(self, content: Iterable[Line] | str, stream: TextIO | None) -> str:
        if isinstance(content, str):
            return clean(content)
        if self._styled(stream):
            return _painted(content)
        return clean(as_text(content))

    def _styled(self, stream: TextIO | None) -> bool:
        if self._color != "auto":
            return self._color == "always"
        plain = self._environ.get("NO_COLOR") or self._environ.get("TERM", "dumb") == "dumb"
        return is_terminal(stream) and not plain

    def _product(self, text: str, *, flush: bool = False) -> None:
        if self._stdout is None:
            if text:
                message = "Standard output is closed, so there is nowhere to write to."
                raise FailnoteError(message)
            return
        try:
            self._stdout.write(text)
            if flush:
                self._stdout.flush()
        except BrokenPipeError:
            _silence(self._stdout)
            raise PipeClosed from None
        except OSError as error:
            _silence(self._stdout)
            message = f"Standard output could not be written: {error.strerror}."
            raise FailnoteError(message) from None


def _columns(stream: TextIO | None) -> int:
    """Columns of a terminal, 0 when the stream is none or does not know."""
    if stream is None or not is_terminal(stream):
        return 0
    try:
        return os.get_terminal_size(stream.fileno()).columns
    except OSError:
        return 0


def _silence(stream: TextIO) -> None:
    """Let what is still held back go nowhere, or Python complains about it while leaving."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _painted(page: Iterable[Line]) -> str:
    # Rich takes 45 ms to import; a pipe and a plain terminal do without it.
    from rich.console import Console  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    paper = io.StringIO()
    console = Console(
        file=paper, force_terminal=True, color_system="standard", highlight=False, emoji=False
    )
    for parts in page:
        row = Text()
        for span in parts:
            row.append(clean(span.text, keep_breaks=False), STYLES[span.style])
        row.rstrip()
        console.print(row, soft_wrap=True)
    return paper.getvalue()
