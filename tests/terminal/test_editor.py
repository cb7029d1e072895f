"""The user's own editor: what it gets, and that nothing is lost whatever it does."""

import shutil
import stat
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.terminal.editor import NO_TRACES, EditorError, command, edit_text, warning
from failnote.terminal.editor_file import editor_file, forget, left_text, memory
from terminal.pty_screen import ENTER, F2, Asking, PtyScreen, asking
from terminal.questions import LONG
from terminal.typing_keys import asked

Editor = Callable[[str], dict[str, str]]


@pytest.fixture
def editor(tmp_path: Path) -> Editor:
    """An environment with an editor that runs this shell script; ``$1`` is its file."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)

    def made(script: str) -> dict[str, str]:
        path = tmp_path / "pen"
        path.write_text(f"#!/bin/sh\nFOLDER={tmp_path}\n{script}\n")
        path.chmod(0o755)
        return {"EDITOR": str(path), "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(runtime)}

    return made


def left_over(environ: dict[str, str]) -> list[Path]:
    return [path for path in Path(environ["XDG_RUNTIME_DIR"]).rglob("*") if path.is_file()]


@pytest.mark.parametrize(
    ("script", "text"),
    [
        pytest.param('printf "new\\nlines\\n" > "$1"', "new\nlines", id="writes"),
        pytest.param('printf "new" > "$1.x"; mv "$1.x" "$1"', "new", id="replaces the file"),
        pytest.param('printf "\\357\\273\\277new\\r\\nx\\n" > "$1"', "new\nx", id="other systems"),
        pytest.param(
            'printf "new\\n\\n" > "$1"', "new\n", id="one line break at the end is its own"
        ),
        pytest.param(': > "$1"', "", id="empties it"),
        pytest.param('sed -i "s/old/n\\x1b[2Jw/" "$1"', "n\ufffd[2Jw", id="controls are text"),
        pytest.param("sleep .6", "old", id="leaves it as it is"),
    ],
)
def test_what_the_editor_saved_comes_back(editor: Editor, script: str, text: str) -> None:
    environ = editor(script)

    assert edit_text("old", environ) == text
    assert not left_over(environ)


def test_a6_file_and_folder_are_private_and_in_memory(editor: Editor) -> None:
    environ = editor(
        'stat -c %a "$1" "${1%/*}" > "$FOLDER/modes"; echo "$1" > "$FOLDER/path"; echo >> "$1"'
    )

    edit_text("old", environ)

    folder = Path(environ["EDITOR"]).parent
    assert (folder / "modes").read_text().split() == ["600", "700"]
    path = Path((folder / "path").read_text().strip())
    assert path.suffix == ".md"
    assert path.parents[1] == Path(environ["XDG_RUNTIME_DIR"])


@pytest.mark.parametrize(
    ("script", "kept"),
    [
        pytest.param('printf "half" > "$1"; exit 1', b"half", id="leaves with an error"),
        pytest.param('printf "half" > "$1"; kill -9 $$', b"half", id="is killed"),
        pytest.param('printf "caf\\351" > "$1"', b"caf\xe9", id="saves no UTF-8"),
    ],
)
def test_a4_on_failure_the_file_is_kept_and_named(editor: Editor, script: str, kept: bytes) -> None:
    environ = editor(script)

    with pytest.raises(EditorError, match="earlier text stays") as error:
        edit_text("old", environ)

    (path,) = left_over(environ)
    assert str(path) in str(error.value)
    assert path.read_bytes() == kept
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "script", ['rm "$1"', "exit 1"], ids=["deletes the file", "changes nothing"]
)
def test_a4_where_nothing_is_left_the_text_is_as_before(editor: Editor, script: str) -> None:
    environ = editor(script)

    with pytest.raises(EditorError, match="as it was before"):
        edit_text("old", environ)

    assert not left_over(environ)


def test_the_file_goes_only_after_the_text_is_kept(editor: Editor) -> None:
    environ = editor('printf "new" > "$1"')
    seen: list[int] = []

    edit_text("old", environ, lambda _text: seen.append(len(left_over(environ))))

    assert seen == [1]
    assert not left_over(environ)


def test_a_text_that_cannot_be_kept_stays_in_its_file(editor: Editor) -> None:
    environ = editor('printf "new" > "$1"')

    def refuse(_text: str) -> None:
        message = "busy"
        raise JournalError(message)

    with pytest.raises(EditorError, match="copy is kept"):
        edit_text("old", environ, refuse)

    assert [path.read_text() for path in left_over(environ)] == ["new"]


def test_an_editor_that_does_not_wait_is_noticed(editor: Editor) -> None:
    environ = editor("true")

    with pytest.raises(EditorError, match="tell it to wait"):
        edit_text("old", environ)

    assert left_over(environ)


@pytest.mark.parametrize("name", ["vim", "nvim", "vim.basic", "/somewhere/bin/vim"])
def test_a5_vim_and_its_family_leave_no_copies(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda program, path=None: f"/usr/bin/{program}")

    argv = command({"EDITOR": f"{name} -u 'my vimrc'"})

    assert argv == [name, *NO_TRACES, "-u", "my vimrc"]


def test_settings_go_from_the_nearest_to_the_most_general(editor: Editor) -> None:
    pen = editor("")["EDITOR"]
    general = {"EDITOR": "gone", "PATH": "/usr/bin:/bin"}

    assert command({**general, "VISUAL": "gone", "FAILNOTE_EDITOR": pen}) == [pen]
    assert command({**general, "VISUAL": pen}) == [pen]
    assert command({**general, "EDITOR": f"{pen} --wait"}) == [pen, "--wait"]


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        pytest.param("no-such-editor", "“no-such-editor” was not found", id="missing"),
        pytest.param("pen 'x", "quotation marks", id="unreadable"),
        pytest.param("", "An editor was not found; FAILNOTE_EDITOR", id="none"),
    ],
)
def test_an_editor_that_is_not_there_is_said(setting: str, said: str) -> None:
    with pytest.raises(EditorError, match=said):
        command({"EDITOR": setting, "PATH": "/nowhere"})


def test_a5_other_editors_are_warned_about(editor: Editor) -> None:
    assert "“pen” may keep copies" in warning(editor(""))


def test_a6_a_runtime_folder_that_others_can_read_is_not_used(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)

    assert memory({"XDG_RUNTIME_DIR": str(tmp_path)}) != tmp_path


def test_the_editor_opens_from_the_prompt_after_one_warning(editor: Editor) -> None:
    environ = editor('printf "%s from the editor\\n" "$(cat "$1")" > "$1"')
    kept: list[str] = []

    reply = asked(LONG, "typed", F2, F2, "!\x13", environ=environ, keep=kept.append)

    assert reply == "typed from the editor!"
    assert "typed from the editor" in kept
    assert not left_over(environ)


def test_ctrl_x_ctrl_e_opens_it_too_and_a_failure_leaves_the_text(editor: Editor) -> None:
    environ = editor("exit 3")

    assert asked(LONG, "typed", F2, "\x18\x05", "\x13", environ=environ) == "typed"


@pytest.mark.parametrize(
    "script",
    ['printf "half" > "$1"; exit 1', 'printf "half\\n" > "$1"; kill -9 $$'],
    ids=["leaves with an error", "is killed"],
)
def test_a4_what_a_failing_editor_saved_is_found_again_at_its_question(
    editor: Editor, script: str
) -> None:
    environ = editor(script)
    with pytest.raises(EditorError):
        edit_text("old", environ, question="core.facts")

    left = left_text("core.facts", environ)

    assert left is not None
    assert left.text == "half"
    assert left_text("core.moment", environ) is None
    forget(left)
    assert not left_over(environ)


def test_a_text_that_an_editor_still_has_open_is_not_left_behind(editor: Editor) -> None:
    environ = editor("")
    with editor_file("being written", "core.facts", environ):
        assert left_text("core.facts", environ) is None

    left = left_text("core.facts", environ)

    assert left is not None
    assert left.text == "being written"


def test_an_editor_that_outlives_failnote_keeps_its_text_to_itself(editor: Editor) -> None:
    environ = editor("")
    with editor_file("being written", "core.facts", environ) as file:
        orphan = subprocess.Popen(["sleep", "60"], pass_fds=(file.lock,))
    meanwhile = left_text("core.facts", environ)
    orphan.kill()
    orphan.wait()

    assert meanwhile is None
    assert left_text("core.facts", environ) is not None


def test_a_left_text_that_was_saved_once_more_is_not_forgotten(editor: Editor) -> None:
    environ = editor("")
    with editor_file("first", "core.facts", environ) as file:
        pass
    left = left_text("core.facts", environ)
    assert left is not None
    file.path.write_text("second")

    forget(left)

    assert file.path.read_text() == "second"


def test_a_left_text_that_is_no_utf_8_is_left_alone(editor: Editor) -> None:
    environ = editor("")
    with editor_file("", "core.facts", environ) as file:
        file.path.write_bytes(b"caf\xe9")

    assert left_text("core.facts", environ) is None
    assert left_over(environ) == [file.path]


@pytest.mark.skipif(not shutil.which("vim"), reason="vim is not installed")
@pytest.mark.parametrize("ending", ["quit", "killed"])
def test_a5_vim_leaves_no_trace_of_the_text(tmp_path: Path, ending: str) -> None:
    home, runtime = tmp_path / "home", tmp_path / "runtime"
    for folder in (home / "undo", home / "swap", runtime):
        folder.mkdir(parents=True, mode=0o700)
    (home / ".vimrc").write_text(
        f"set nocp undofile undodir={home}/undo directory={home}/swap updatecount=1 updatetime=50\n"
        f"set backup backupdir={home} viminfo='100,<50,s10,h,n{home}/viminfo\n"
    )
    program = (
        "import os, sys\nfrom failnote.terminal.editor import edit_text\n"
        "print('got', len(edit_text('canary ' * 3, os.environ)))\n"
    )
    env = {"HOME": str(home), "XDG_RUNTIME_DIR": str(runtime), "EDITOR": "vim"}

    with PtyScreen([sys.executable, "-c", program], env=env) as screen:
        screen.wait("canary canary").send("Gocanary again\x1b:w" + ENTER).wait("written")
        if ending == "quit":
            screen.send(":q" + ENTER).wait("got 34")
        else:
            time.sleep(0.2)
            subprocess.run(["pkill", "-KILL", "-P", str(screen.process.pid)], check=True)
            screen.wait("earlier text stays")
        screen.join()

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    holders = [path.name for path in files if b"canary" in path.read_bytes()]
    assert holders == ([] if ending == "quit" else ["answer.md"])


def test_ctrl_c_in_the_editor_is_the_editors(tmp_path: Path) -> None:
    pen = tmp_path / "pen"
    pen.write_text('#!/bin/sh\ntrap "echo caught >> $1; exit 0" INT\necho ready\nsleep 9 & wait\n')
    pen.chmod(0o755)

    env = {"EDITOR": str(pen), "XDG_RUNTIME_DIR": str(tmp_path)}
    tmp_path.chmod(0o700)

    with Asking(asking(tmp_path, "long"), env=env) as screen:
        screen.wait("camera").send("typed").wait("typed").send(F2).wait("may keep copies")
        screen.send(F2).wait("ready").send("\x03").wait("caught").wait("Ctrl-S")
        screen.send("\x13").wait("All asked")

        assert screen.join() == 0
    assert (tmp_path / "long.answer").read_text() == repr("typed\ncaught")
