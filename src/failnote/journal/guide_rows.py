"""Guide rows: the words that a review was asked in, kept so that it reads without the guide."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlmodel import Session, select

from failnote.journal.cleaning import clean
from failnote.journal.moments import instant
from failnote.journal.tables import CodeWordRow, GuideTextRow
from failnote.review import CodeWord


@dataclass(frozen=True, slots=True)
class GuideWords:
    """A guide as a journal keeps it."""

    guide: str
    version: int
    digest: str
    title: str
    body: str


def keep_guide(session: Session, words: GuideWords, now: datetime) -> None:
    """Keep the guide's text unless it is there: what was asked never changes."""
    if session.get(GuideTextRow, words.digest) is None:
        session.add(
            GuideTextRow(
                digest=words.digest,
                guide=words.guide,
                version=words.version,
                title=words.title,
                body=words.body,
                kept_at=instant(now),
            )
        )


def keep_codes(session: Session, codes: Iterable[CodeWord]) -> None:
    """Keep the wording of codes, over an earlier one."""
    kept = {row.id: row for row in session.exec(select(CodeWordRow))}
    for code in map(clean, codes):
        words = {**asdict(code), "own_words": int(code.own_words)}
        row = kept.get(code.id)
        if row is None:
            kept[code.id] = row = CodeWordRow(**words)
            session.add(row)
        elif row.model_dump() != words:
            row.sqlmodel_update(words)
