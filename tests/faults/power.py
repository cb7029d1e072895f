"""Power: a log of system calls replayed as a disk that keeps only what it was told to keep."""

import random
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STRACE = shutil.which("strace")
CALLS = "pwrite64,write,fsync,fdatasync,ftruncate,unlink,rename,openat"
_CALL = re.compile(r"^\d+ +(\w+)\((.*)\) += (-?\d+)")
_FD = re.compile(r"(-?\d+)<([^>]*)>")
_WORDS = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class Disk:
    """Files as programs see them, and as they would be after the power went."""

    seen: dict[str, bytearray] = field(default_factory=dict)
    safe: dict[str, bytes] = field(default_factory=dict)
    waiting: list[tuple[str, int, bytes]] = field(default_factory=list)
    """Writes that nobody waited for yet: file, place, bytes."""

    def write(self, path: str, at: int, data: bytes) -> None:
        """Put bytes where programs see them."""
        content = self.seen.setdefault(path, bytearray())
        content.extend(bytes(max(0, at - len(content))))
        content[at : at + len(data)] = data
        self.waiting.append((path, at, data))

    def sync(self, path: str) -> None:
        """Make a file safe as it is."""
        if path in self.seen:
            self.safe[path] = bytes(self.seen[path])
        self.waiting = [each for each in self.waiting if each[0] != path]

    def after_the_cut(self, chance: random.Random | None) -> dict[str, bytes]:
        """The files that are left; with ``chance`` a random half of the waiting writes too."""
        left = {path: bytearray(content) for path, content in self.safe.items()}
        for path, at, data in self.waiting:
            if chance is not None and path in left and chance.random() < 0.5:
                content = left[path]
                content.extend(bytes(max(0, at - len(content))))
                content[at : at + len(data)] = data
        return {path: bytes(content) for path, content in left.items()}


def traced(script: str, folder: Path, *arguments: str) -> list[str]:
    """The system calls of a Python script that end on a disk."""
    assert STRACE is not None
    log = folder / "calls.log"
    options = ("-f", "-y", "-xx", "-s", "1000000", "-e", f"trace={CALLS}", "-o", str(log))
    subprocess.run(
        [STRACE, *options, sys.executable, "-c", script, *arguments],
        check=True,
        capture_output=True,
    )
    return log.read_text(errors="replace").splitlines()


def replayed(calls: list[str], disk: Disk, within: str) -> Iterator[str]:
    """Play the calls on a disk; stops after each acknowledgement on standard output."""
    for row in calls:
        found = _CALL.match(row)
        if found is None or int(found[3]) < 0:
            continue
        name, given = found[1], found[2]
        handle = _FD.match(given)
        words = _WORDS.search(given)
        data = bytes.fromhex(words[1].replace("\\x", "")) if words else b""
        path = _plain(handle[2]) if handle else ""
        if name == "write" and handle and handle[1] == "1":
            yield data.decode()
        elif path.startswith(within):
            _play(disk, name, path, given, data)
        elif name == "unlink" and data.decode().startswith(within):
            disk.seen.pop(data.decode(), None)


def _play(disk: Disk, name: str, path: str, given: str, data: bytes) -> None:
    if name == "pwrite64":
        disk.write(path, int(given.rsplit(", ", 1)[1]), data)
    elif name == "ftruncate":
        size = int(given.rsplit(", ", 1)[1])
        content = disk.seen.setdefault(path, bytearray())
        del content[size:]
        content.extend(bytes(size - len(content)))
    elif name in ("fsync", "fdatasync"):
        disk.sync(path)


def _plain(name: str) -> str:
    """A file name as strace writes it with -xx, in letters."""
    if "\\x" in name:
        return bytes.fromhex(name.replace("\\x", "")).decode()
    return name
