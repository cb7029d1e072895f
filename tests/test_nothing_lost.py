"""Promise 1: nothing typed is lost, whatever ends the program, and whenever (trust rows 1 and 2)."""

import random
import shutil
import signal
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import dropwhile, takewhile
from pathlib import Path

import pytest

from failnote.journal.opening import create_journal, open_journal
from failnote.journal.reading import resume, unfinished
from failnote.review import Review
from program import PASSPHRASE, Terminal, failnote, on_terminal, private_home
from terminal.pty_screen import DOWN, ENTER

DONE = "\x13"
CTRL_C = "\x03"
WORDS = ("door", "quiet", "lamp", "sheet", "coat", "winter", "river", "stone", "paper", "bread")


@dataclass(frozen=True)
class Scripted:
    """One question of the scripted review and how it is answered."""

    asked: str
    """Words that only this question shows."""
    question: str
    kind: str
    """``text``, ``long``, ``number``, ``choice`` or ``choices``."""


SCRIPT = [
    Scripted(*each.split("|"))
    for each in (
        "How strongly does this still pull|settle.charge|number",
        "What thought keeps coming|settle.thought|text",
        "What picture or sound|settle.image|text",
        "Which feelings are here|settle.feelings|choices",
        "Where does it sit in the body|settle.sensation|text",
        "A colleague you respect|settle.colleague|long",
        "What are you looking back on|core.kind|choice",
        "About how many sessions|core.sessions|number",
        "Up to three sentences|core.facts|long",
        "What had you expected|core.surprised|text",
        "When did it begin to fray|core.phase|choice",
        "Which signs were there|core.signs|choices",
        "In about which session|core.first-sign|number",
        "At the earliest moment|core.moment|long",
        "What went through you|core.unsaid|text",
        "what did you know, and what|core.knew-then|long",
        "When did you notice|core.noticed|choice",
    )
]


def _press_ctrl_c(screen: Terminal) -> None:
    screen.send(CTRL_C)


ENDS: Mapping[str, Callable[[Terminal], None]] = {
    "kill -9": lambda screen: screen.kill(signal.SIGKILL),
    "SIGHUP": lambda screen: screen.kill(signal.SIGHUP),
    "SIGTERM": lambda screen: screen.kill(signal.SIGTERM),
    "Ctrl-C": _press_ctrl_c,
    "closed terminal": Terminal.hangup,
}
STATUS = {"kill -9": {-9}, "SIGTERM": {143}, "Ctrl-C": {130}}
"""With which status the process may end; the two ways to hang up have 129, or a -1."""


class Typist:
    """Someone who holds the scripted review until something happens."""

    def __init__(self, screen: Terminal, chance: random.Random) -> None:
        self.screen = screen
        self.chance = chance
        self.most = 6  # from 8 on, a page to settle comes first
        self.given: dict[str, str] = {}
        """Question -> text, without blanks, whose confirmation has been seen."""
        self.last = SCRIPT[0]

    def type_until(self, step: int, part: float) -> None:
        """Answer so many questions, and this part of the next one."""
        for number, scripted in enumerate(SCRIPT[: step + 1]):
            self.last = scripted
            self.screen.wait(scripted.asked)
            keys = self._keys(scripted.kind)
            until = len(keys) if number < step else round(part * len(keys))
            for key in keys[:until]:
                self.screen.send(key)
                if self.chance.random() < 0.2:
                    self.screen.wait(scripted.asked)
            if number < step:
                if scripted.kind in ("text", "long", "number"):
                    self._wait_for("".join(keys))
                    self.given[scripted.question] = _without_blanks("".join(keys))
                self.screen.send(DONE if scripted.kind == "long" else ENTER)
                self.screen.wait(SCRIPT[number + 1].asked)
                self.given.setdefault(scripted.question, "")

    def _keys(self, kind: str) -> list[str]:
        if kind == "number":  # sessions first, and then one of them
            self.most = self.chance.randrange(1, self.most + 1)
            return [str(self.most)]
        if kind == "choice":
            return [DOWN] * self.chance.choice((2, 6))
        if kind == "choices":
            return [" ", DOWN, " ", DOWN, DOWN, " "]
        words = self.chance.choices(WORDS, k=18 if kind == "long" else 6)
        text = " ".join(words)
        lines = text[: len(text) // 2] + "\r" + text[len(text) // 2 :] if kind == "long" else text
        sizes = [self.chance.randrange(1, 12) for _ in lines]
        starts = [sum(sizes[:n]) for n in range(len(sizes))]
        return [
            lines[a : a + size] for a, size in zip(starts, sizes, strict=True) if a < len(lines)
        ]

    def _wait_for(self, text: str) -> None:
        wanted = _without_blanks(text)
        self.screen.until(lambda: wanted in self.seen(), f"{text!r}")

    def seen(self) -> str:
        """What stands in the field where one types, without blanks."""
        rows = dropwhile(lambda row: row[:1] not in (">", "│"), self.screen.lines())
        return _without_blanks("".join(row[1:] for row in takewhile(bool, rows)))

    def marked(self) -> int:
        """How many options are marked on the screen."""
        return self.screen.text().count("[x]")


def _without_blanks(text: str) -> str:
    return "".join(text.split())


@pytest.fixture(scope="module")
def _empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("empty") / "journal.db"
    create_journal(path, PASSPHRASE).close()
    return path


@pytest.fixture
def journal(_empty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An encrypted journal without reviews that this home uses."""
    private_home(tmp_path, monkeypatch)
    path = tmp_path / "journal.db"
    shutil.copy(_empty, path)
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(path))
    monkeypatch.setenv("FAILNOTE_PASSPHRASE", PASSPHRASE)
    return path


def stored(journal: Path) -> tuple[Review | None, Mapping[str, str]]:
    """The only review of the journal with its half-typed texts, and that the file holds together."""
    with closing(open_journal(journal, PASSPHRASE, write=True)) as connection:
        assert list(connection.execute("PRAGMA integrity_check")) == [("ok",)]
        waiting = unfinished(connection)
        assert len(waiting) <= 1
        return resume(connection, 1) if waiting else (None, {})


def _told(review: Review, drafts: Mapping[str, str], question: str) -> str:
    """What the journal has for a question, answered or half-typed, without blanks."""
    answer = review.answer(question)
    words = answer.text if answer and answer.status == "answered" else drafts.get(question, "")
    return _without_blanks(words)


@pytest.mark.parametrize("end", ENDS)
@pytest.mark.parametrize(
    "seed",
    [0, *(pytest.param(seed, marks=pytest.mark.long) for seed in range(1, 27))],
)
def test_promise_1_what_was_confirmed_or_seen_is_there_after_any_end(
    end: str, seed: int, journal: Path
) -> None:
    chance = random.Random(f"{end} {seed}")
    with on_terminal("review") as screen:
        typist = Typist(screen.past_gate(), chance)
        typist.type_until(chance.randrange(len(SCRIPT)), chance.random())
        screen.watch(chance.random() * 0.04)
        seen, marked, asked = typist.seen(), typist.marked(), screen.shows(typist.last.asked)
        ENDS[end](screen)
        status = screen.join()

    review, drafts = stored(journal)
    assert status in STATUS.get(end, {-signal.SIGHUP, 129})
    if review is None:
        assert typist.given == {}
        assert seen == ""
        return
    for question, text in typist.given.items():
        answer = review.answer(question)
        assert answer is not None
        assert answer.status == "answered"
        assert text in _without_blanks(answer.text)
    if asked and typist.last.kind in ("text", "long", "number"):
        assert _told(review, drafts, typist.last.question).startswith(seen)
    if asked and typist.last.kind == "choices" and marked:
        assert drafts[typist.last.question].count('"') >= 2 * marked
    _resumes(chance, typist, seen if asked else "", review, journal)


def _resumes(
    chance: random.Random, typist: Typist, seen: str, before: Review, journal: Path
) -> None:
    """Take the review up again, find the half-typed text there, and bring it to its end."""
    typed = typist.last.kind in ("text", "long", "number")
    if chance.random() < 0.3:
        with on_terminal("review") as screen:
            screen.past_gate().wait("There is a review that you paused").send(ENTER)
            again = Typist(screen.wait("Going on with review 1").wait("Esc back"), chance)
            if typed:
                screen.until(lambda: again.seen().startswith(seen), f"{seen!r}")
            assert screen.skip_to_the_end() == 0
    else:
        done = failnote("review", "--plain", stdin="1\n1\n" + ".s\n" * 80)
        assert done.code == 0, done.err
        if typed:
            assert seen in _without_blanks(done.err.replace("|", ""))
    with closing(open_journal(journal, PASSPHRASE)) as connection:
        after, _ = resume(connection, 1)
    assert after.state == "finished"
    answered = [answer for answer in before.answers if answer.status == "answered"]
    assert [after.answer(each.question) for each in answered] == answered
