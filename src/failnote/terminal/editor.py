"""Editor: a text changed in the user's own editor, in memory and without leaving copies."""

import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from failnote.errors import FailnoteError, JournalError
from failnote.terminal.editor_file import EditorFile, editor_file, memory, saved_text
from failnote.terminal.place import is_terminal, open_tty

SETTINGS = ("FAILNOTE_EDITOR", "VISUAL", "EDITOR")
USUAL = ("nano", "vim", "vi")
BLINK = 0.5
"""Seconds; an editor that is back sooner, with nothing changed, works in another window."""

VIM_FAMILY = ("vim", "nvim", "gvim")
NO_TRACES = (
    *("-n", "-i", "NONE"),
    *("--cmd", "set noswapfile viminfo= viminfofile=NONE"),
    *("-c", "set nobackup nowritebackup noundofile history=0 nomodeline"),
)
"""No swap, undo, backup or history file; measured with vim 9.0, quit and killed."""


class EditorError(FailnoteError):
    """The editor gave nothing to go on with; the text in the prompt is as it was."""


def edit_text(
    text: str,
    environ: Mapping[str, str],
    keep: Callable[[str], object] = lambda _text: None,
    question: str = "answer",
) -> str:
    """Let the user change a text in their editor; EditorError names the file that is left.

    The file, which is named by the question, is removed only after ``keep`` has put the new
    text away.
    """
    argv = command(environ)
    with editor_file(text, question, environ) as file:
        began = monotonic()
        status = _run(argv, file)
        changed = _read(file, text, status)
        if changed == text and monotonic() - began < BLINK and not _is_vim(argv[0]):
            message = (
                f"“{argv[0]}” came back at once without a change. If its window is still open, "
                "tell it to wait (code --wait) and use F2 again; that window's file is "
                f"{file.path}."
            )
            raise EditorError(message)
        try:
            keep(changed)
        except (OSError, JournalError):
            message = (
                "The text is back, but it could not be saved as a draft; a copy is kept: "
                f"{file.path}."
            )
            raise EditorError(message) from None
        file.remove()
    return changed


def command(environ: Mapping[str, str]) -> list[str]:
    """The editor and its options, hardened where failnote knows how; EditorError for none."""
    chosen = next((environ[name] for name in SETTINGS if environ.get(name, "").strip()), "")
    try:
        argv = shlex.split(chosen)
    except ValueError:
        message = f"The setting for the editor cannot be read: {chosen}. Check its quotation marks."
        raise EditorError(message) from None
    path = environ.get("PATH")
    if not argv:
        argv = [name for name in USUAL if shutil.which(name, path=path)][:1]
    if not argv or not shutil.which(argv[0], path=path):
        name = f"“{argv[0]}”" if argv else "An editor"
        message = f"{name} was not found; FAILNOTE_EDITOR, VISUAL or EDITOR can name another."
        raise EditorError(message)
    return [argv[0], *NO_TRACES, *argv[1:]] if _is_vim(argv[0]) else argv


def warning(environ: Mapping[str, str]) -> str:
    """What the editor may leave behind, to be said before it opens; empty when nothing."""
    editor = command(environ)[0]
    if not _is_vim(editor):
        return (
            f"“{Path(editor).name}” may keep copies of this text where failnote cannot reach them "
            "(backups, history). F2 once more opens it."
        )
    if memory(environ) is None:
        return "The text will lie on the disk while the editor is open. F2 once more opens it."
    return ""


def _is_vim(editor: str) -> bool:
    """Whether an editor is of vim's family, ``vi`` included where it leads there."""
    found = shutil.which(editor)
    names = {Path(editor).name, Path(found).resolve().name if found else ""}
    return any(name.partition(".")[0] in VIM_FAMILY for name in names)


def _run(argv: list[str], file: EditorFile) -> int:
    tty = None if is_terminal(sys.stdout) else open_tty()  # the product may go into a pipe
    words = [*argv, str(file.path)]
    try:
        # The editor has the lock, too: as long as it lives, its text is not left behind.
        with _interrupts_are_the_editors():
            return subprocess.run(
                words, stdin=tty, stdout=tty, stderr=tty, pass_fds=(file.lock,), check=False
            ).returncode
    except OSError as error:
        file.remove()
        message = f"“{argv[0]}” could not be started: {error.strerror}."
        raise EditorError(message) from None
    finally:
        if tty is not None:
            tty.close()


def _read(file: EditorFile, before: str, status: int) -> str:
    """What the editor left; EditorError, with the file kept, when that is not to be trusted."""
    try:
        file.path.chmod(0o600)  # editors that replace the file do it with other modes
        after = saved_text(file.path)
    except OSError:
        message = "The editor left no file. The text is as it was before."
        raise EditorError(message) from None
    except UnicodeDecodeError:
        message = (
            f"What the editor saved is no UTF-8 text. The earlier text stays; see {file.path}."
        )
        raise EditorError(message) from None
    if status == 0:
        return after
    if after == before:
        file.remove()
        message = f"The editor ended with status {status}. The text is as it was before."
    else:
        message = f"The editor ended with status {status}. The earlier text stays; see {file.path}."
    raise EditorError(message)


@contextmanager
def _interrupts_are_the_editors() -> Iterator[None]:
    """Ctrl-C in the editor is for the editor; it must neither stop nor pause the interview."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    wakeup = signal.set_wakeup_fd(-1)  # or the event loop would hear of it later
    try:
        yield
    finally:
        signal.set_wakeup_fd(wakeup)
        signal.signal(signal.SIGINT, before)
