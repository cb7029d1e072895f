"""Editor: a text changed in the user's own editor, in memory and without leaving copies."""

import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from time import monotonic

from failnote.errors import FailnoteError, JournalError
from failnote.terminal.place import is_terminal, open_tty
from failnote.terminal.screen import sound

SETTINGS = ("FAILNOTE_EDITOR", "VISUAL", "EDITOR")
USUAL = ("nano", "vim", "vi")
MEMORY = Path("/dev/shm")
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
) -> str:
    """Let the user change a text in their editor; EditorError names the file that is left.

    The file is removed only after ``keep`` has put the new text away.
    """
    argv = command(environ)
    folder = Path(tempfile.mkdtemp(prefix="failnote-", dir=memory(environ)))
    path = folder / "answer.md"
    _write(path, text)
    began = monotonic()
    status = _run([*argv, str(path)], folder)
    changed = _read(path, text, status)
    if changed == text and monotonic() - began < BLINK and not _is_vim(argv[0]):
        message = (
            f"“{argv[0]}” came back at once without a change. If its window is still open, tell "
            f"it to wait (code --wait) and use F2 again; that window's file is {path}."
        )
        raise EditorError(message)
    try:
        keep(changed)
    except (OSError, JournalError):
        message = f"The text is back, but it could not be saved as a draft; a copy is kept: {path}."
        raise EditorError(message) from None
    shutil.rmtree(folder, ignore_errors=True)
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


def memory(environ: Mapping[str, str]) -> Path | None:
    """A folder that is kept in memory, not on a disk; None when there is none."""
    runtime = Path(environ.get("XDG_RUNTIME_DIR") or "/nowhere")
    for folder, private in ((runtime, True), (MEMORY, False)):
        try:
            found = folder.stat()
        except OSError:
            continue
        own = found.st_uid == os.getuid() and not found.st_mode & 0o077
        if stat.S_ISDIR(found.st_mode) and os.access(folder, os.W_OK) and (own or not private):
            return folder
    return None


def _is_vim(editor: str) -> bool:
    """Whether an editor is of vim's family, ``vi`` included where it leads there."""
    found = shutil.which(editor)
    names = {Path(editor).name, Path(found).resolve().name if found else ""}
    return any(name.partition(".")[0] in VIM_FAMILY for name in names)


def _write(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(f"{text}\n" if text else "")


def _run(argv: list[str], folder: Path) -> int:
    tty = None if is_terminal(sys.stdout) else open_tty()  # the product may go into a pipe
    try:
        with _interrupts_are_the_editors():
            return subprocess.run(argv, stdin=tty, stdout=tty, stderr=tty, check=False).returncode
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        message = f"“{argv[0]}” could not be started: {error.strerror}."
        raise EditorError(message) from None
    finally:
        if tty is not None:
            tty.close()


def _read(path: Path, before: str, status: int) -> str:
    """What the editor left; EditorError, with the file kept, when that is not to be trusted."""
    try:
        raw = path.read_bytes()
        path.chmod(0o600)  # editors that replace the file do it with other modes
    except OSError:
        message = "The editor left no file. The text is as it was before."
        raise EditorError(message) from None
    try:
        after = sound(raw.decode("utf-8-sig").removesuffix("\n"))
    except UnicodeDecodeError:
        message = f"What the editor saved is no UTF-8 text. The earlier text stays; see {path}."
        raise EditorError(message) from None
    if status == 0:
        return after
    if after == before:
        shutil.rmtree(path.parent, ignore_errors=True)
        message = f"The editor ended with status {status}. The text is as it was before."
    else:
        message = f"The editor ended with status {status}. The earlier text stays; see {path}."
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
