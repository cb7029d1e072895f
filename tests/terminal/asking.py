"""Asking: a small program for the tests, which asks questions by name on the real terminal.

python asking.py FOLDER NAME…        drafts and answers are files in the folder
"""

import os
import sys
from pathlib import Path
from typing import NoReturn

from failnote.terminal.moves import RISK_LINE, Asker, Move
from failnote.terminal.place import dumb, talk_on
from failnote.terminal.plain import Plain
from failnote.terminal.prompts import on_terminal
from failnote.terminal.screen import Screen
from failnote.terminal.signals import orderly_exit
from terminal.questions import ALL, TODAY


def main(folder: Path, names: list[str]) -> int:
    """Ask until all are answered; 130 when paused."""
    screen = Screen(sys.stdout, sys.stderr, os.environ)
    talk = talk_on(sys.stderr) or sys.stderr
    asker: Asker = (
        Plain(sys.stdin, talk)
        if dumb(os.environ, sys.stdin, sys.stderr)
        else on_terminal(os.environ, sys.stdin, talk)
    )
    place = 0
    while place < len(names):
        name = names[place]
        draft, answer = folder / f"{name}.draft", folder / f"{name}.answer"
        reply = asker.ask(
            ALL[name],
            head=f"Part {place + 1}/{len(names)}",
            today=TODAY,
            draft=draft.read_text() if draft.exists() else None,
            keep=draft.write_text,
        )
        if reply in (Move.PAUSE, Move.STOP):
            screen.tell("Paused." if reply is Move.PAUSE else RISK_LINE)
            return 130
        if reply is Move.BACK:
            place = max(place - 1, 0)
            continue
        if not isinstance(reply, Move):
            answer.write_text(repr(reply))
            draft.unlink(missing_ok=True)
            asker.say(ALL[name], reply)
        place += 1
    screen.show("All asked.\n")
    return 0


def run() -> NoReturn:
    """Ask what the command line says, and end the process."""
    where = Path(sys.argv[1])
    with orderly_exit(lambda: (where / "closed").touch()):
        status = main(where, sys.argv[2:])
    sys.exit(status)


if __name__ == "__main__":
    run()
