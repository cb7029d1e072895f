"""Known: the words that filters may name, looked up only when a filter is given."""

from pathlib import Path
from typing import Any

from failnote.codebook import load_codebook, load_context
from failnote.guide.load import bundled_guides, own_guides
from failnote.journal.reading import cases, codes
from failnote.selection import Known


def known_words(connection: Any, guides_folder: Path) -> Known:
    """Cases and codes of this journal, failnote's codes, guides and context fields."""
    context = load_context()
    return Known(
        cases=[case.code for case in cases(connection)],
        guides=[*bundled_guides(), *own_guides(guides_folder)],
        endings=list(context.by_id["ending"].values),
        codes=list(dict.fromkeys([m.id for m in load_codebook().misses] + list(codes(connection)))),
        fields={field.id: list(field.values) for field in context.fields},
    )
