"""Hostile strings through every text field and every command that prints.

``pytest -m long tests/trust`` sends 5,000 of them.
"""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cli.test_options import NAMES
from failnote.journal.opening import close, create_journal
from failnote.journal.term_rows import add_terms
from failnote.journal.writing import Writer
from failnote.review import Answer, CodeWord, Insight, Mark, Plan, Review
from journal.invented import NOW, taken_in, told, whole
from program import failnote, private_home

FIELDS = 10
PIECES = [
    *("\x1b[2J", "\x1b]52;c;aGk=\x07", "\x1b]8;;http://x\x1b\\x", "\x9b31m", "\x90q\x9c", "\u202e"),
    *(
        "[red]",
        "[/nope]",
        "[link=http://x]",
        "[conceal]x",
        "\x00",
        "\r",
        "\x08\x08",
        "\u2066",
        "\x7f",
    ),
    *("'; DROP TABLE review; --", '" OR 1=1 --', "%s%n", "{0.__class__}", "{{7*7}}", "\ud800"),
    *("```", "# heading", "---", "<script>alert(1)</script>", "![](http://x)", "[a](javascript:x)"),
    *("=cmd|' /C calc'!A0", "../../etc/passwd", "\u2028", "\ufeff", "e\u0301", "😀", "\u200b"),
]
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=12)), min_size=1, max_size=5)
STRING = HOSTILE.map("".join)
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
PRINTING = (
    ("list",), ("show", "7"), ("cases",), ("cases", "show", "maple-lantern-27"), ("brief",),
    ("patterns",), ("patterns", "--all"), ("patterns", "--json"), ("note", "7"),
    ("note", "7", "--brief"), ("note", "7", "--no-mask"), ("agenda",), ("export",),
    ("patterns", "-f", "md"), ("patterns", "-f", "html"), ("export", "-f", "md"), ("export", "-f", "csv"), ("export", "--no-mask"), ("journal", "terms"),
    ("journal", "status"), ("journal", "check"), ("journal", "query", "SELECT * FROM v_review"),
    ("journal", "query", "SELECT * FROM v_answer"), ("journal", "query", "SELECT * FROM v_mark"),
    ("journal", "query", "SELECT * FROM v_plan"),
)  # fmt: skip
OTHERS = {
    "search": "it comes last, with a hostile word",
    **dict.fromkeys(("review", "edit", "add", "follow-up", "cases edit"), "it asks"),
    **dict.fromkeys(("delete", "undo", "import"), "it says numbers only"),
    **dict.fromkeys(("journal terms add", "journal terms remove"), "it says numbers only"),
    **dict.fromkeys(("journal distil", "journal purge", "journal hold"), "it says numbers only"),
    **dict.fromkeys(("journal backup", "journal restore"), "it says paths only"),
    **dict.fromkeys(("journal passphrase", "journal recover", "journal recovery"), "no text"),
    **dict.fromkeys(("journal encrypt", "journal decrypt"), "no text"),
    **dict.fromkeys(("about", "guides", "guides show", "guides print"), "failnote's own words"),
    **dict.fromkeys(("guides check", "guides new"), "failnote's own words"),
    **dict.fromkeys(("draw", "caseload"), "numbers only"),
    "demo": "invented",
}
"""Commands that print nothing of what was written, and why."""
STYLED = re.compile("\x1b\\[[0-9;]*m")


def hostile(words: list[str], number: int = 7) -> Review:
    """A review with one of the words in each of its text fields."""
    answer = told("core.facts", words[0], section="facts", export="yes")
    question = told("close.question", words[1], export="yes")
    name = f"4000-8000-{number:012}"
    plan = Plan(f"10000000-0000-{name}", "", words[2], words[3], words[4], name=str(number))
    insight = Insight(f"20000000-0000-{name}", "2026-05-01", words[5])
    return whole(
        number,
        answers=(answer, question, told("core.kept", words[6], section=words[9], export="yes")),
        plans=(plan,),
        insights=(insight,),
        supervision_answer=words[7],
    )


def outputs(words: list[str], folder: Path) -> Iterator[tuple[str, str]]:
    """What every printing command says of a journal full of these words."""
    path = folder / "journal.db"
    path.unlink(missing_ok=True)
    con = create_journal(path)
    taken_in(Writer(con), [hostile(words)])
    add_terms(con, [words[8]], "person", "", NOW)
    close(con)
    typed = next((word for word in words if word.split() and "\0" not in word), "x")
    for command in (*PRINTING, ("search", "-")):
        given = (*command[:-1], "--", typed) if command[0] == "search" else command
        done = (
            failnote(*given, "--journal", path)
            if command[0] != "search"
            else failnote("--journal", path, *given)
        )
        yield " ".join(command), done.out + done.err
        assert done.code in (0, 1), (command, done.err)


def test_every_command_is_looked_at_or_prints_nothing_that_was_written() -> None:
    printing = {name for name in NAMES if any(" ".join(c).startswith(name) for c in PRINTING)}

    assert {*NAMES} - printing - {*OTHERS} == set()


@pytest.mark.parametrize("examples", [3, pytest.param(500, marks=pytest.mark.long)])
def test_row_11_no_control_character_comes_out_of_any_command(
    examples: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)

    @settings(
        max_examples=examples,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(STRING, min_size=FIELDS, max_size=FIELDS))
    def hunt(words: list[str]) -> None:
        for command, out in outputs(words, tmp_path):
            assert not CONTROL.search(out), command

    hunt()


@pytest.mark.parametrize("markup", ["[red]x", "[/nope]", "[link=http://x]y[/link]", "[bold]z"])
def test_row_12_markup_is_printed_as_it_was_typed(
    markup: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)
    con = create_journal(tmp_path / "j.db")
    taken_in(Writer(con), [hostile([markup] * FIELDS)])
    close(con)

    done = failnote("show", "7", "--journal", tmp_path / "j.db", "--color", "always")

    assert done.code == 0
    assert STYLED.sub("", done.out).count(markup) >= 6


def test_row_36_every_hostile_string_comes_back_from_an_export(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)
    con = create_journal(tmp_path / "j.db")
    reviews = [hostile([piece] * FIELDS, number) for number, piece in enumerate(PIECES, 1)]
    taken_in(Writer(con), reviews)
    close(con)
    lines = failnote("export", "--no-mask", "--journal", tmp_path / "j.db").out

    done = failnote("import", "-", "--no-passphrase", stdin=lines)

    assert done.code == 0, done.err
    assert len(lines.splitlines()) == len(PIECES)
    assert failnote("export", "--no-mask").out.splitlines() == lines.splitlines()


def test_row_37_no_hostile_string_becomes_markup(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    private_home(tmp_path, monkeypatch)

    harmless = reported(["x"] * len(PIECES), tmp_path / "harmless.db")
    page = reported(PIECES, tmp_path / "hostile.db")

    assert skeleton(page) == skeleton(harmless)
    assert not CONTROL.search(page)
    assert "&lt;script&gt;alert(1)" in page


def reported(words: list[str], path: Path) -> str:
    """The HTML report on five reviews in which codes, questions and context are worded so."""
    codes = [
        CodeWord(f"own.c{place:02}", "miss", "own", f"{place} {word}", word)
        for place, word in enumerate(words)
    ]
    every = " ".join(words)
    reviews = [
        Review(
            id=str(UUID(int=number)),
            number=number,
            case=f"maple-lantern-{number}",
            guide="core",
            guide_version=1,
            date=f"2026-03-{number:02}",
            state="finished",
            context={"setup": (every,)},
            answers=(Answer("own.q", "choice", every, "cannot-say", "unsure", every),),
            marks=tuple(Mark(code.id, True) for code in codes),
        )
        for number in range(1, 6)
    ]
    con = create_journal(path)
    Writer(con).import_reviews(reviews, NOW, codes)
    close(con)
    done = failnote("patterns", "-f", "html", "--all", "--journal", path)
    assert done.code == 0, done.err
    assert "own question" in done.out
    return done.out


def skeleton(page: str) -> list[tuple[str, list[str]]]:
    """Every element of a page with the names of its attributes, in their order."""
    found: list[tuple[str, list[str]]] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.append((tag, [name for name, _ in attrs]))

    Reader().feed(page)
    return found
