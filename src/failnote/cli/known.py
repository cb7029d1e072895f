"""Known: the words that filters may name, looked up only when a filter is given."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from failnote.cli.names import vocabulary
from failnote.journal.reading import cases, codes, listed
from failnote.promptfile import bundled_prompts
from failnote.selection import Known, Selection

TICKED = ("miss", "non-miss")
"""Families of the codes that ``--miss`` takes: those that a list shows as ticked."""


def known_words(connection: Any, own_guides: Path, chosen: Mapping[str, Any]) -> Known:
    """Cases, guides and codes of this journal and of failnote, and the context fields.

    What costs a look through the journal is left out where no filter of ``chosen`` needs it.
    """
    words = vocabulary()
    return Known(
        cases=[case.code for case in cases(connection)] if chosen["case"] else (),
        guides=_guides(connection, own_guides) if chosen["guide"] else (),
        endings=words.fields["ending"],
        codes=list(dict.fromkeys([*words.misses, *_ticked(connection)])) if chosen["miss"] else (),
        fields=words.fields,
    )


def _guides(connection: Any, own_guides: Path) -> list[str]:
    """Guides that are there, and those that reviews were held with when they were there."""
    files = (bundled_prompts() / "guides", own_guides)
    there = [file.stem for folder in files for file in sorted(folder.glob("*.toml"))]
    held = [review.guide for review in listed(connection, Selection())]
    return list(dict.fromkeys([*there, *held]))


def _ticked(connection: Any) -> list[str]:
    return [code for code, word in codes(connection).items() if word.family in TICKED]
