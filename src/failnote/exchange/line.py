"""Line: which keys a line may have and what they hold, checked by pydantic."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Any, Literal, Self
from uuid import UUID

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
    model_validator,
)

from failnote.codebook import CodeId, Name
from failnote.exchange.words import in_words
from failnote.guide.questions import LONGEST_TEXT, QuestionId
from failnote.review import Kind, PlanState, State, Status, Value, from_plain

VALUES: Mapping[str, tuple[type, ...]] = {
    "text": (str,),
    "choice": (str,),
    "choices": (list,),
    "scale": (int,),
    "number": (int, float),
    "date": (str,),
    "info": (),
}
"""Question type -> what JSON may hold as its value."""


def _day(text: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        message = "a date like 2026-03-14 is needed"
        raise ValueError(message)
    try:
        date.fromisoformat(text)
    except ValueError:
        message = "this date is not in the calendar"
        raise ValueError(message) from None
    return text


def _day_or_month(text: str) -> str:
    _day(f"{text}-01" if re.fullmatch(r"\d{4}-\d\d", text) else text)
    return text


def _as_day(plain: object) -> date | None:
    return None if plain is None else date.fromisoformat(_day(str(plain)))


def _as_instant(plain: object) -> datetime | None:
    if plain is None:
        return None
    try:
        instant = datetime.fromisoformat(str(plain))
    except ValueError:
        instant = None
    if instant is None or instant.tzinfo is None:
        message = "an instant like 2026-03-14T18:05:00+01:00 is needed"
        raise ValueError(message)
    return instant


def _as_tuple(plain: object) -> object:
    return (plain,) if isinstance(plain, str) else plain


def _uuid(text: str) -> str:
    try:
        return str(UUID(text))
    except ValueError:
        message = "a uuid is needed; leave it out to have one made"
        raise ValueError(message) from None


def _offset(text: str) -> str:
    if not re.fullmatch(r"([+-]\d\d:\d\d)?", text):
        message = "an offset like +01:00 is needed"
        raise ValueError(message)
    return text


Text = Annotated[str, StringConstraints(max_length=LONGEST_TEXT)]
Short = Annotated[str, StringConstraints(max_length=200)]
Offset = Annotated[str, AfterValidator(_offset)]
Uuid = Annotated[str, AfterValidator(_uuid)]
Day = Annotated[str, AfterValidator(_day_or_month)]
DayOrNone = Annotated[str, AfterValidator(lambda text: text and _day_or_month(text))]
Instant = Annotated[datetime | None, BeforeValidator(_as_instant)]
Count = Annotated[int, Field(ge=0, le=1_000_000)]
Texts = Annotated[tuple[Short, ...], Field(strict=False), BeforeValidator(_as_tuple)]


class Keys(BaseModel):
    """Some keys of a line; another one is refused."""

    model_config = ConfigDict(extra="forbid", strict=True, hide_input_in_errors=True)


class AnswerKeys(Keys):
    """One answer."""

    question: QuestionId
    type: Literal["info", "choice", "choices", "scale", "number", "date", "text"] = "text"
    asked: Text = ""
    status: Status = "answered"
    value: Any = None
    text: Text | None = None
    section: Text = ""
    export: Literal["yes", "ask", "no"] = "no"
    revision: Count = 1

    @field_validator("value")
    @classmethod
    def _fits_type(cls, plain: Any, info: ValidationInfo) -> Value:
        type_ = info.data.get("type")
        if plain is None or type_ is None:  # a wrong type is reported by itself
            return None
        listed = plain if isinstance(plain, list) else []
        if type(plain) not in VALUES[type_] or not all(isinstance(each, str) for each in listed):
            message = f"this does not fit a question of type {type_}"
            raise ValueError(message)
        if type_ == "date":
            _day(plain)
        return from_plain(type_, plain)

    @model_validator(mode="after")
    def _has_text(self) -> Self:
        if self.text is None:
            self.text = in_words(self.value)
        return self


class FollowUpKeys(Keys):
    """One look at a plan later."""

    id: Uuid = ""
    date: Day
    state: State = "finished"
    came_up: Count | None = None
    did: Count | None = None
    obstacles: Texts = ()
    verdict: Short = ""
    answers: list[AnswerKeys] = []


class PlanKeys(Keys):
    """One plan."""

    id: Uuid = ""
    name: Short = ""
    miss: Annotated[str, StringConstraints(pattern=r"^([a-z][a-z0-9-]*(\.[a-z0-9-]+)+)?$")] = ""
    if_: Text = Field("", alias="if")
    then: Text = ""
    rehearsed: Short = ""
    due: Annotated[date | None, BeforeValidator(_as_day)] = None
    state: PlanState = "open"
    parent: Uuid = ""
    revision: Count = 1
    follow_ups: list[FollowUpKeys] = []


class InsightKeys(Keys):
    """What was understood later."""

    id: Uuid = ""
    date: Day
    text: Text


class ReviewKeys(Keys):
    """The whole line."""

    schema_: Literal["failnote.review/1"] = Field(alias="schema")
    masked: Literal["", "masked, not anonymous"] = ""
    invented: bool = False
    id: Uuid = ""
    number: Count = 0
    case: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]
    context: dict[Name, Texts] = {}
    guide: Name
    guide_version: Count = 1
    guide_digest: Short = ""
    kind: Kind = "frayed"
    date: Day
    offset: Offset = ""
    state: State = "finished"
    started: Instant = None
    finished: Instant = None
    lean: bool = False
    at: QuestionId | None = None
    answers: list[AnswerKeys] = []
    marks: dict[CodeId, bool] = {}
    looked: list[CodeId] = []
    ticked: list[CodeId] = []
    signs: list[CodeId] = []
    first_sign_session: Count | None = None
    ended_session: Count | None = None
    plans: list[PlanKeys] = []
    insights: list[InsightKeys] = []
    supervision_answer: Text = ""
    supervision_date: DayOrNone = ""
    distilled: DayOrNone = ""
    revision: Count = 1
    others: list[AnswerKeys] = []

    @model_validator(mode="after")
    def _marks_once(self) -> Self:
        other = (self.looked, self.ticked, self.signs)
        if self.marks and any(other):
            message = "give marks, or looked, ticked and signs, not both"
            raise ValueError(message)
        self.marks |= dict.fromkeys(self.looked, False)
        self.marks |= dict.fromkeys([*self.ticked, *self.signs], True)
        return self


KEYS = tuple(
    field.alias or name
    for part in (ReviewKeys, AnswerKeys, PlanKeys, FollowUpKeys, InsightKeys)
    for name, field in part.model_fields.items()
)
"""Every key of every part."""
