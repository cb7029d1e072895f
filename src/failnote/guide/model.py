"""Model: what a guide is, once expanded and checked; its questions are in ``questions``."""

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, ValidationError

from failnote.errors import GuideError
from failnote.guide.questions import Block, Prose, Question, QuestionId
from failnote.review import CodeWord
from failnote.strict import Strict


class Wording(Strict):
    """A code's wording, as the guide offers it."""

    family: str
    area: str = ""
    label: str
    says: str
    own_words: bool = False


class Guide(Strict):
    """An ordered set of questions, complete in itself: blocks and codes are written out."""

    schema_: Literal[1] = Field(alias="schema")
    id: Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9-]*$", max_length=40)]
    version: int = Field(ge=1)
    title: Prose
    minutes: tuple[int, int] | None = None
    lean_minutes: tuple[int, int] | None = None
    kind: Literal["frayed", "went-well"] = "frayed"
    about: Literal["review", "plan"] = "review"
    """``plan``: it is asked about one plan of a review, and is no review of its own."""
    given: tuple[QuestionId, ...] = ()
    """Questions of the review looked at; conditions and placeholders may refer to their answers."""
    intro: Block = ""
    context: dict[str, str] = Field(default={})
    """Context field -> the value that every review held with it has."""
    wordings: dict[str, Wording] = Field(default={}, alias="codes")
    questions: tuple[Question, ...] = Field(alias="question")

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Every question by its id."""
        return {question.id: question for question in self.questions}

    @cached_property
    def code_words(self) -> Mapping[str, CodeWord]:
        """The wording of every code that it offers."""
        return {
            key: CodeWord(key, w.family, w.area, w.label, w.says, w.own_words)
            for key, w in self.wordings.items()
        }

    @cached_property
    def misses(self) -> tuple[str, ...]:
        """The codes it offers for what the therapist could do differently, listed or own words."""
        return tuple(k for k, w in self.wordings.items() if w.family == "miss" or w.own_words)

    @cached_property
    def opening(self) -> Self | None:
        """The gate: the leading questions whose answers are never kept, as a guide of its own."""
        return self._only([q for q in self.questions if not q.kept])

    @cached_property
    def rest(self) -> Self:
        """The guide without its gate."""
        return self._only([q for q in self.questions if q.kept]) or self

    def _only(self, questions: list[Any]) -> Self | None:
        if not questions:
            return None
        return self.changed(questions=tuple(questions))

    def seconds(self, *, lean: bool = False) -> int:
        """The sum of the estimates of all questions that are always asked."""
        return sum(q.secs for q in self.questions if q.ask_if is None and (q.lean or not lean))

    @cached_property
    def snapshot(self) -> str:
        """The guide as canonical JSON; what the journal keeps, so that old answers stay readable."""
        data = self.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        return json.dumps(data, ensure_ascii=False, separators=(",", ":"))

    @cached_property
    def digest(self) -> str:
        """Names this wording for good: 16 hex digits of the snapshot's SHA-256."""
        return hashlib.sha256(self.snapshot.encode()).hexdigest()[:16]


def from_snapshot(body: str) -> Guide:
    """Read back what :attr:`Guide.snapshot` gave; GuideError when it is none."""
    try:
        return Guide.model_validate_json(body)
    except ValidationError:
        message = "The guide that was kept with this review cannot be read any more."
        raise GuideError(message) from None
