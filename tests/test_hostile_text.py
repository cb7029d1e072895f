"""Hostile text: stored as it is, shown without a control character, found as it was typed."""

import json
import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

from failnote.journal.cleaning import clean_text
from failnote.terminal.screen import clean
from program import CORE, failnote, on_terminal, private_home
from terminal.pty_screen import ENTER

HOSTILE = {
    "markup": "[/red] [bold]loud[/bold] [link=file:///etc/passwd]here[/link] [blink]",
    "clipboard": "before \x1b]52;c;aGVsbG8=\x07 after",
    "sequences": "a \x1b[2J\x1b[31mred\x1b[0m \x1b(0 \x1bc \x1bP1$r\x1b\\ b",
    "8-bit controls": "a \x9b31m \x9d52;c;x\x9c \x90 \x85 b",
    "bidi": "abc \u202edef\u202c \u2066ghi\u2069 \u200fjkl\u061c",
    "nul and bell": "a \0 b \x07 c \x08 d \x7f e",
    "half a character": "a \ud83d b \udcff c",
    "breaks": "one\r\ntwo\rthree\vfour\ffive\u2028six\u2029seven\x1ceight",
    "right to left": "שלום, זה היה קשה. مرحبا بالعالم",
    "no blanks": "今日は大変でした。何も言えなかった。",
    "joined": "👩‍⚕️ 👨‍👩‍👧‍👦 🇩🇪 e\u0301 Z\u0351\u036b\u0343 \u200b\ufeff",
    "document": "# heading\n---\n```\n<img src=x onerror=y>![](http://x)\n| a | b |\n> q",
    "programs": "'; DROP TABLE review; -- {0} %s {{x}} ${HOME} $(id) `id` \\u001b \\x1b",
    "long": "a long way round " * 1_000,
    "one word": "x" * 20_000,
}
LONG = 10_000
TOGETHER = {
    "short ones": " ".join(text for text in HOSTILE.values() if len(text) < LONG),
    "long": HOSTILE["long"],
    "one word": HOSTILE["one word"],
}
"""All of them, for what costs more than one look each."""
CONTROL = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
COMMANDS = [
    ("show", "1"),
    ("list",),
    ("cases",),
    ("search", "found"),
    ("note", "1"),
    ("note", "1", "--brief"),
    ("export",),
    ("export", "--no-mask"),
    ("patterns",),
    ("patterns", "--all"),
    ("patterns", "--json"),
]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own."""
    return private_home(tmp_path, monkeypatch)


def tight(text: str) -> str:
    """The text without blanks, as wrapping may put them anywhere."""
    return "".join(text.split())


def checked(*command: str, stdin: str | bytes = b"", codes: tuple[int, ...] = (0,)) -> str:
    """What a command prints, after a look at all of it."""
    done = failnote(*command, stdin=stdin)
    assert done.code in codes, done.err[-2000:]
    assert CONTROL.search(done.out) is None
    assert CONTROL.search(done.err) is None
    return done.out


def reviewed(text: str) -> dict[str, Any]:
    """Hold a core review with this text in every text field; the answers as they are stored.

    A very long one stands in three of them: an answer of one line, one of several, the plan.
    """
    given = tomllib.loads(CORE.read_text())
    fields = [q for q, value in given.items() if isinstance(value, str) and " " in value]
    assert len(fields) == 16
    if len(text) > LONG:
        fields = ["settle.thought", "core.facts", "close.then"]
    answers = {q: f"found {text}" if q in fields else value for q, value in given.items()}
    done = failnote("review", "--answers", "-", "--no-passphrase", stdin=json.dumps(answers))
    assert done.code == 0, done.err[:500]
    review: dict[str, Any] = json.loads(failnote("export", "--no-mask").out)
    return review


@pytest.mark.parametrize(
    "text",
    [
        *(pytest.param(text, id=name) for name, text in TOGETHER.items()),
        *(
            pytest.param(text, id=name, marks=pytest.mark.long)
            for name, text in HOSTILE.items()
            if name not in TOGETHER
        ),
    ],
)
def test_rows_11_and_12_a_text_is_stored_as_it_is_and_shown_without_control(text: str) -> None:

    review = reviewed(text)
    failnote("add", "1", stdin=clean_text(f"found {text}").encode())

    kept = tight(clean_text(f"found {text}"))
    texts = [a["value"] for a in review["answers"] if str(a.get("value")).startswith("found")]
    assert {tight(each) for each in [*texts, review["plans"][0]["then"]]} == {kept}
    for command in COMMANDS:
        out = checked(*command)
        if command[0] == "show":
            assert tight(clean(kept)) in tight(out)


@pytest.mark.parametrize("name", TOGETHER)
def test_row_11_holds_while_a_text_is_edited_and_a_review_resumed(name: str) -> None:
    reviewed(TOGETHER[name])
    paused = {
        "schema": "failnote.review/1",
        "number": 2,
        "guide": "core",
        "case": "maple-lantern-27",
        "date": "2026-03-14",
        "state": "open",
        "at": "core.facts",
        "answers": [{"question": "core.facts", "value": clean_text(TOGETHER[name]).strip()}],
    }
    checked("import", "-", stdin=json.dumps(paused))

    checked("edit", "1", "--plain", stdin="2\n.b\n3\n\n10\n\n1\n")
    checked("review", "--plain", stdin="1\n1\n\n.b\n.q\n", codes=(130,))


def test_row_11_holds_for_every_field_of_an_import() -> None:
    text = clean_text(TOGETHER["short ones"])
    reply = {"question": "core.facts", "asked": text, "value": text, "section": text}
    line = {
        "schema": "failnote.review/1",
        "guide": "core",
        "case": "maple-lantern-27",
        "date": "2026-03-14",
        "context": {"tags": [text[:200]], "setup": text[:200], "ending": text[:200]},
        "answers": [reply | {"text": text, "export": "yes"}],
        "others": [reply],
        "marks": {"contract.how-unclear": True},
        "supervision_answer": text,
        "insights": [{"date": "2026-05-01", "text": text}],
        "plans": [
            {
                "name": text[:200],
                "if": text,
                "then": text,
                "rehearsed": text[:200],
                "follow_ups": [
                    {
                        "date": "2026-04-01",
                        "obstacles": [text[:200]],
                        "verdict": text[:200],
                        "answers": [reply],
                    }
                ],
            }
        ],
    }
    failnote("import", "-", "--no-passphrase", stdin=json.dumps(line))

    for command in [*COMMANDS, ("cases", "show", "maple-lantern-27")]:
        checked(*command, codes=(0, 1) if command[0] == "search" else (0,))


def test_what_leaves_for_a_pipe_comes_back_byte_for_byte() -> None:
    before = reviewed(clean_text(TOGETHER["short ones"]))
    line = failnote("export", "--no-mask").out

    failnote("import", "-", "--journal", "new.db", "--no-passphrase", stdin=line)

    after = failnote("export", "--no-mask", "--journal", "new.db").out
    assert after == line
    assert json.loads(after) == before


def test_row_11_nothing_of_it_reaches_a_terminal() -> None:
    reviewed(TOGETHER["short ones"])

    with on_terminal("show", "1") as screen:
        screen.join()
        raw = screen.raw
    with on_terminal("edit", "1") as screen:
        # The list shows the questions and answers, too; only a text is given to an editor.
        screen.wait("Which answer?").send("\x1b[B" * 2 + ENTER).wait("F2 editor")
        screen.wait("found").send("\x03").join()
        raw += screen.raw

    for bad in (b"\x1b]", b"\x1b[2J\x1b[31m", b"\x1b[31m", b"\x1bc", b"\x1bP", b"\x07"):
        assert bad not in raw
    assert re.search("[\x80-\x9f\u202a-\u202e\u2066-\u2069]", raw.decode()) is None


FOUND = [
    "don't",
    "no-show 50%",
    "what if?",
    "session #7",
    "O'Brien",
    "50%",
    "C++",
    '"quoted"',
    "NEAR(a b)",
    "AND OR NOT",
    "*",
    "-",
    "a:b",
    "(",
    "[/red]",
    "'; DROP TABLE review; --",
    "大変",
    "👩‍⚕️",
    "שלום",
    "café",
    "CAFE\u0301",
    "naïve",
    "100_000",
    "what\tif",
]


@pytest.fixture(scope="module")
def found_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("found") / "journal.db"
    lines = [
        {
            "schema": "failnote.review/1",
            "number": number,
            "guide": "core",
            "case": "maple-lantern-27",
            "date": "2026-03-14",
            "answers": [{"question": "core.facts", "value": f"At the café: {words} – and so on."}],
        }
        for number, words in enumerate(FOUND, 1)
    ]
    given = "\n".join(map(json.dumps, lines))
    assert failnote("import", "-", "--no-passphrase", "--journal", path, stdin=given).code == 0
    return path


@pytest.mark.parametrize(("number", "words"), [*enumerate(FOUND, 1)], ids=FOUND)
def test_row_9_any_typed_text_is_found_as_it_was_typed(
    number: int, words: str, found_in: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FAILNOTE_JOURNAL", str(found_in))
    found = f"\n{number} · 2026-03-14 · maple-lantern-27"

    assert found in "\n" + checked("search", "--", words)
    assert found in "\n" + checked("search", stdin=words)
    assert checked("search", "--", f"giraffe {words}", codes=(1,)) == ""
