"""The seal on every row: a changed letter in a plain journal is noticed."""

import random
import sqlite3
from pathlib import Path

import pytest

from failnote.errors import DamagedError
from failnote.journal.checksum import altered, holds, seal
from failnote.journal.opening import close, open_journal
from failnote.journal.writing import Writer
from journal.invented import LATER, begun, finished, step, taken_in, told, whole

CHANGES = {
    "an answer": ("UPDATE answer SET text = 'x' WHERE id = 1", ("answer", 7, "core.facts")),
    "its value": ("UPDATE answer SET value = '\"x\"' WHERE id = 1", ("answer", 7, "core.facts")),
    "what was asked": ("UPDATE answer SET asked = 'x' WHERE id = 1", ("answer", 7, "core.facts")),
    "a plan": ("UPDATE plan SET then_text = 'x'", ("plan", 7, "")),
    "an insight": ("UPDATE insight SET text = 'x'", ("insight", 7, "")),
    "a review": ("UPDATE review SET supervision_answer = 'x'", ("review", 7, "")),
    "no text": (
        "UPDATE answer SET text = CAST(x'fe' AS TEXT) WHERE id = 1",
        ("answer", 7, "core.facts"),
    ),
}


@pytest.mark.parametrize(("sql", "found"), CHANGES.values(), ids=CHANGES)
def test_a_row_that_was_changed_behind_our_back_is_named(
    sql: str, found: tuple[str, int, str], writer: Writer
) -> None:
    con = taken_in(writer, [whole()])

    con.execute(sql)

    assert list(altered(con)) == [found]


@pytest.mark.parametrize(("digits", "still"), [(0, True), (1, True), (2, True), (3, False)])
def test_a_seal_that_decayed_itself_still_proves_the_text(digits: int, still: bool) -> None:
    fresh = seal(("said",))
    decayed = "".join("x" if place < digits else digit for place, digit in enumerate(fresh))

    assert holds(("said",), decayed) is still
    assert not holds(("sayd",), fresh)


def test_whatever_failnote_writes_is_sealed(writer: Writer) -> None:
    taken_in(writer, [whole()])
    done = finished(writer, "first \0 \ud800", plan={"if": "\0"})
    done = writer.edit(done, step(told("core.facts", "second"), plan={"if": "b"}), LATER)
    writer.undo(LATER)
    opened = writer.edit(begun(writer), step(told("q", "x"), dormant=frozenset("q")), LATER)
    writer.edit(opened, step(told("q", "y"), numbers={"ended_session": 4}), LATER)
    writer.add_insight(done, "\ud800", LATER)
    writer.delete(7, LATER)

    assert list(altered(writer.connection)) == []


def test_flipped_bits_in_a_plain_file_are_noticed(writer: Writer, path: Path) -> None:
    """A flip may also hit free space or the index; only one that changes a text must be found."""
    con = taken_in(writer, [whole(n, answers=(told("q", f"{n} word " * 300),)) for n in (1, 2, 3)])
    close(con)
    intact = path.read_bytes()
    texts = read(path)
    chance = random.Random(7)
    changed = noticed = 0

    for _ in range(60):
        content = bytearray(intact)
        content[chance.randrange(100, len(content))] ^= 1 << chance.randrange(8)
        path.write_bytes(content)
        try:
            differs = read(path) != texts
        except (sqlite3.DatabaseError, UnicodeDecodeError):
            continue
        changed += differs
        noticed += differs and is_noticed(path)

    assert changed > 3
    assert noticed == changed


def read(path: Path) -> list[tuple[object, ...]]:
    con = sqlite3.connect(path)
    con.text_factory = bytes
    try:
        return con.execute("SELECT value, text, asked FROM answer").fetchall()
    finally:
        con.close()


def is_noticed(path: Path) -> bool:
    con = open_journal(path)
    found = list(altered(con))
    close(con)
    return bool(found)


def test_damage_to_the_names_of_tables_is_a_sentence(writer: Writer, path: Path) -> None:
    close(writer.connection)
    content = path.read_bytes()
    path.write_bytes(content.replace(b"review_started ON review", b"review_started ON \xa0eview"))

    with pytest.raises(DamagedError):
        list(altered(open_journal(path)))
    with pytest.raises(DamagedError):
        open_journal(path, write=True)
