"""Tables: the journal's tables as SQLModel classes, for writing. They never leave this folder.

The schema's steps make the tables; a test holds these classes to them. Reading does without
them, because importing SQLModel costs 0.4 s.
"""

import re
from typing import Any

from sqlalchemy import Index, UniqueConstraint, event, text
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import declared_attr
from sqlmodel import Field, SQLModel
from sqlmodel.sql.sqltypes import AutoString

from failnote.journal.checksum import CONTENT, seal

_STRICT: dict[str, Any] = {"sqlite_strict": True}
_KEYED: dict[str, Any] = {"sqlite_strict": True, "sqlite_with_rowid": False}


@compiles(AutoString, "sqlite")
def _text(*_: Any, **__: Any) -> str:
    """Name the column type of ``str``: strict tables know no VARCHAR."""
    return "TEXT"


class Row(SQLModel):
    """A table named as its class, in lower case and without the last word."""

    @declared_attr.directive
    def __tablename__(cls) -> str:  # noqa: N805 - called with the class
        return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", cls.__name__.removesuffix("Row")).lower()

    __table_args__: Any = _STRICT


class Sealed(Row):
    """A row whose checksum is renewed with every write."""

    checksum: str = ""


@event.listens_for(Sealed, "before_insert", propagate=True)
@event.listens_for(Sealed, "before_update", propagate=True)
def _seal(_mapper: object, _connection: object, row: Sealed) -> None:
    columns = CONTENT[str(row.__tablename__)]
    row.checksum = seal(tuple(getattr(row, column) for column in columns))


class SettingRow(Row, table=True):
    key: str = Field(primary_key=True)
    value: str


class GuideTextRow(Row, table=True):
    digest: str = Field(primary_key=True)
    guide: str
    version: int
    title: str
    body: str
    kept_at: str


class CodeWordRow(Row, table=True):
    id: str = Field(primary_key=True)
    family: str
    area: str
    label: str
    says: str
    own_words: int


class TermRow(Row, table=True):
    id: int = Field(default=None, primary_key=True)
    term: str
    role: str
    case_code: str
    added_at: str


class CaseloadRow(Row, table=True):
    __table_args__ = _KEYED
    period: str = Field(primary_key=True)
    kind: str = Field(primary_key=True)
    field: str = Field(primary_key=True)
    value: str = Field(primary_key=True)
    count: int


class ExportLogRow(Row, table=True):
    id: int = Field(default=None, primary_key=True)
    at: str
    what: str
    target: str
    masked: int
    reviews: str


class ErasureLogRow(Row, table=True):
    id: int = Field(default=None, primary_key=True)
    at: str
    what: str
    count: int


class CacheRow(Row, table=True):
    key: str = Field(primary_key=True)
    digest: str
    body: str


class CaseCardRow(Row, table=True):
    code: str = Field(primary_key=True)
    hold: str = ""
    revision: int = 1
    created_at: str


class CaseContextRow(Row, table=True):
    __table_args__ = _KEYED
    case_code: str = Field(foreign_key="case_card.code", ondelete="CASCADE", primary_key=True)
    field: str = Field(primary_key=True)
    value: str = Field(primary_key=True)


class ReviewRow(Sealed, table=True):
    __table_args__ = (
        Index("review_started", "started_at", "number"),
        Index("review_case", "case_code"),
        _STRICT,
    )
    id: int = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    number: int = Field(unique=True)
    case_code: str = Field(foreign_key="case_card.code")
    guide: str
    guide_version: int
    guide_digest: str
    kind: str
    state: str = "open"
    at: str | None = None
    lean: int = 0
    started_at: str
    local_date: str
    utc_offset: str
    finished_at: str | None = None
    updated_at: str
    deleted_at: str | None = None
    first_sign_session: int | None = None
    ended_session: int | None = None
    supervision_answer: str = ""
    supervision_date: str = ""
    distilled: str = ""
    revision: int = 1


class ReviewContextRow(Row, table=True):
    __table_args__ = _KEYED
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE", primary_key=True)
    field: str = Field(primary_key=True)
    value: str = Field(primary_key=True)


class MarkRow(Row, table=True):
    __table_args__ = (Index("mark_code", "code", "ticked", "review_id"), _KEYED)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE", primary_key=True)
    code: str = Field(primary_key=True)
    ticked: int
    position: int


class InsightRow(Sealed, table=True):
    __table_args__ = (Index("insight_review", "review_id"), _STRICT)
    id: int = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    written_at: str
    local_date: str
    text: str


class ReminderRow(Row, table=True):
    __table_args__ = (
        Index("reminder_review", "review_id"),
        Index("reminder_case", "case_code"),
        _STRICT,
    )
    id: int = Field(default=None, primary_key=True)
    review_id: int | None = Field(default=None, foreign_key="review.id", ondelete="CASCADE")
    case_code: str | None = Field(default=None, foreign_key="case_card.code", ondelete="CASCADE")
    due: str
    done_at: str | None = None


class UndoStepRow(Row, table=True):
    __table_args__ = (Index("undo_step_review", "review_id"), _STRICT)
    id: int = Field(default=None, primary_key=True)
    at: str
    action: str
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    payload: str


class PlanRow(Sealed, table=True):
    __table_args__ = (
        UniqueConstraint("review_id", "ordinal"),
        Index("plan_due", "due", sqlite_where=text("state = 'open'")),
        _STRICT,
    )
    id: int = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    ordinal: int
    parent_uuid: str = ""
    miss: str = ""
    if_text: str = ""
    then_text: str = ""
    rehearsed: str = ""
    due: str | None = None
    state: str = "open"
    created_at: str
    revision: int = 1


class FollowUpRow(Row, table=True):
    __table_args__ = (Index("follow_up_plan", "plan_id"), _STRICT)
    id: int = Field(default=None, primary_key=True)
    uuid: str = Field(unique=True)
    plan_id: int = Field(foreign_key="plan.id", ondelete="CASCADE")
    state: str
    guide_digest: str = ""
    at: str | None = None
    local_date: str
    utc_offset: str = ""
    started_at: str
    finished_at: str | None = None
    came_up: int | None = None
    did: int | None = None
    obstacles: str = "[]"
    verdict: str = ""
    revision: int = 1


class Reply(SQLModel):
    """What the present and the past form of an answer have in common."""

    question: str
    position: int
    type: str
    section: str
    export: str
    status: str
    asked: str
    value: str | None = None
    text: str
    revision: int = 1
    answered_at: str


class AnswerRow(Reply, Sealed, table=True):
    __table_args__ = (
        Index(
            "answer_place", "review_id", text("ifnull(follow_up_id, 0)"), "question", unique=True
        ),
        Index("answer_follow_up", "follow_up_id", sqlite_where=text("follow_up_id IS NOT NULL")),
        _STRICT,
    )
    id: int = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    follow_up_id: int | None = Field(default=None, foreign_key="follow_up.id", ondelete="CASCADE")
    dormant: int = 0


class AnswerPastRow(Reply, Row, table=True):
    __table_args__ = (
        Index("answer_past_review", "review_id"),
        Index(
            "answer_past_follow_up", "follow_up_id", sqlite_where=text("follow_up_id IS NOT NULL")
        ),
        _STRICT,
    )
    id: int = Field(default=None, primary_key=True)
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE")
    follow_up_id: int | None = Field(default=None, foreign_key="follow_up.id", ondelete="CASCADE")
    superseded_at: str
    reason: str


class DraftRow(Row, table=True):
    __table_args__ = _KEYED
    review_id: int = Field(foreign_key="review.id", ondelete="CASCADE", primary_key=True)
    follow_up_id: int = Field(default=0, primary_key=True)
    question: str = Field(primary_key=True)
    body: str
    touched_at: str
