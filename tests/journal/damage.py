"""Damage: single bits turned over in a journal, and what becomes of its answers."""

import random
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

from failnote.errors import FailnoteError
from failnote.journal.checking import RowByRow, check
from failnote.journal.checksum import CONTENT
from failnote.journal.connection import connect
from failnote.journal.rescuing import rescue

Answers = dict[int, tuple[object, ...]]


class Verdict(NamedTuple):
    """What one flip did."""

    changed: bool
    """Some answer reads differently, or cannot be read."""
    noticed: bool
    untouched: bool
    """Every answer that the flip left as it was came out by a rescue."""


def flipped(content: bytes, chance: random.Random) -> bytes:
    """The same with one bit turned over, anywhere behind the header's first line."""
    other = bytearray(content)
    other[chance.randrange(16, len(other))] ^= 1 << chance.randrange(8)
    return bytes(other)


def answers_of(path: Path, key: bytes | None) -> Answers:
    """Every answer that can be read, one at a time."""
    with closing(RowByRow(path, key)) as reader:
        return {
            row.id: tuple(row.values[column] for column in CONTENT["answer"])
            for row in reader.table("answer")
            if row.values
        }


def judged(content: bytes, before: Answers, key: bytes | None, path: Path) -> Verdict:
    """Look at a damaged journal as its owner would: a check, then a rescue."""
    path.write_bytes(content)
    after = answers_of(path, key)
    changed = after != before
    intact = {number: said for number, said in after.items() if before.get(number) == said}
    try:
        noticed = check(path, key) != ([], [])
        target = path.with_name(f"{path.name}.rescued")
        rescue(path, key, target)
        out = _texts(target, key)
        untouched = {said[0] for said in intact.values()} <= out
    except FailnoteError:
        noticed, untouched = True, not intact
    for each in path.parent.glob(f"{path.name}*"):
        each.unlink()
    return Verdict(changed, noticed, untouched)


def _texts(path: Path, key: bytes | None) -> set[object]:
    with closing(connect(path, key)) as con:
        return {question for (question,) in con.execute("SELECT question FROM answer")}
