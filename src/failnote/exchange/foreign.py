"""Foreign: accounts from other programs, each to become an unfinished review."""

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any, NamedTuple

from failnote.errors import FailnoteError

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_DATED = re.compile(r"^date:\s*[\"']?(\d{4}-\d\d-\d\d)\b", re.MULTILINE)
_CLOCK = re.compile(r"\d\d:\d\d")
NOON = time(12)


class ForeignError(FailnoteError):
    """A file is not what it should be; the message names the entry, never what was written."""


class Account(NamedTuple):
    """What happened, in somebody's words."""

    text: str
    when: datetime | None = None
    """Local and without a zone; None where the file does not say."""


def from_markdown(text: str) -> Iterator[Account]:
    """The whole text as one account, without its front matter, whose ``date`` is taken."""
    text = text.replace("\r\n", "\n")
    head = _FRONT_MATTER.match(text)
    dated = _DATED.search(head[0]) if head else None
    body = text[head.end() if head else 0 :].strip()
    if not body:
        message = "There is no text in the file; nothing was written."
        raise ForeignError(message)
    yield Account(body, _when(dated[1], "") if dated else None)


def from_jrnl(text: str) -> Iterator[Account]:
    """The entries of what ``jrnl --format json`` writes, title and body as one account."""
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError):
        message = "The file is not JSON; nothing was written."
        raise ForeignError(message) from None
    entries = whole.get("entries") if isinstance(whole, dict) else None
    if not isinstance(entries, list):
        message = (
            "The file has no list of “entries”, so it is no JSON export of jrnl; nothing was"
            " written. Lines of failnote.review/1 are read with --format jsonl."
        )
        raise ForeignError(message)
    for place, entry in enumerate(entries, 1):
        yield _entry(entry, place)


def _entry(entry: Any, place: int) -> Account:
    parts = [entry.get(key, "") for key in ("title", "body")] if isinstance(entry, dict) else []
    if not all(isinstance(part, str) for part in parts) or not "".join(parts).strip():
        message = f"Entry {place} has no title and no body; nothing was written."
        raise ForeignError(message)
    day, clock = str(entry.get("date", "")), str(entry.get("time", ""))
    when = _when(day, clock) if day else None
    if day and when is None:
        message = f"The date of entry {place} is not in the calendar; nothing was written."
        raise ForeignError(message)
    return Account("\n\n".join(part.strip() for part in parts if part.strip()), when)


def _when(day: str, clock: str) -> datetime | None:
    try:
        at = time.fromisoformat(clock) if _CLOCK.fullmatch(clock) else NOON
        return datetime.combine(date.fromisoformat(day), at)
    except ValueError:
        return None
