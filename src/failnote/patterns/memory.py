"""Memory: results of long work, kept from one look at a journal to the next."""

import json
from collections.abc import Callable, MutableMapping, Sequence
from hashlib import sha256

Memory = MutableMapping[str, str]
"""Digest of what went in -> what came out, as JSON. Whoever owns it decides how long it lasts."""

Row = Sequence[float]

METHOD = 1
"""To be raised when the same material would give another result."""


def remembered(
    memory: Memory, material: object, work: Callable[[], Sequence[Row]]
) -> list[list[float]]:
    """The numbers that ``work`` gives for this material, from memory where it is known.

    The material's ``repr`` must say all that the work depends on.
    """
    key = sha256(repr((METHOD, material)).encode()).hexdigest()
    known = memory.get(key)
    if known is None:
        known = memory[key] = json.dumps(work(), separators=(",", ":"))
    rows: list[list[float]] = json.loads(known)
    return rows
