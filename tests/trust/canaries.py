"""Canaries: random words that stand in for what a therapist types, and the hunt for them."""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path


class Cage:
    """Makes canaries and finds out where they got to."""

    def __init__(self) -> None:
        self.made: dict[str, str] = {}

    def canary(self, where: str) -> str:
        """A word that stands nowhere else in the world."""
        word = f"Zq{secrets.token_hex(8)}"
        self.made[word] = where
        return word

    def in_bytes(self, raw: bytes) -> set[str]:
        """Where the canaries that stand in these bytes were typed; case does not matter."""
        low = raw.lower()
        return {where for word, where in self.made.items() if word.lower().encode() in low}

    def in_files(self, folders: Iterable[Path]) -> dict[str, set[str]]:
        """File -> canaries in it, over everything below some folders."""
        found = {}
        for path in _files(folders):
            try:
                seen = self.in_bytes(path.read_bytes())
            except OSError:
                continue
            if seen or self.in_bytes(os.fsencode(path.name)):
                found[str(path)] = seen
        return found


def _files(folders: Iterable[Path]) -> Iterator[Path]:
    for folder in folders:
        if folder.exists():
            yield from (path for path in folder.rglob("*") if path.is_file())
