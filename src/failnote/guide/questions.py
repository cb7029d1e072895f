"""Questions: the types of question that a guide can ask, and which answers fit them."""

import math
from abc import abstractmethod
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, Field, StringConstraints, field_validator

from failnote.guide.conditions import Condition, parse
from failnote.review import Value
from failnote.strict import Strict, visible


def _visible_lines(text: str) -> str:
    visible(text.replace("\t", " "))  # a tab may set a list in
    return text


QuestionId = Annotated[
    str, StringConstraints(pattern=r"^[a-z][a-z0-9_-]*(\.[a-z0-9_-]+)*$", max_length=60)
]
OptionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=60)]
Prose = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=2000),
    AfterValidator(visible),
]
Block = Annotated[
    str,
    StringConstraints(strip_whitespace=True, max_length=4000),
    AfterValidator(_visible_lines),
]
PlanPart = Literal["miss", "if", "then", "rehearsed", "due"]
FollowUpFact = Literal["came_up", "did", "obstacles", "verdict"]

LONGEST_TEXT = 1_000_000
"""Characters in one answer; more is a file, not an answer."""


class Option(Strict):
    """One of the answers that a choice offers."""

    text: Prose
    code: str | None = None
    """Choosing it ticks this code."""
    cannot_say: bool = False
    none: bool = False
    """It excludes all others: "None of these"."""
    sound: bool = False
    """The area is in order: what this answer keeps hidden counts as looked at."""
    looked: bool = True
    """It says something about the therapist's part, so its siblings count as looked at."""
    goto: str | None = None
    ends: bool = False
    distance: bool = False
    """From here on the questions are asked in their wording as a colleague's case."""
    retired: bool = False


class Base(Strict):
    """What every question has."""

    id: QuestionId
    ask: Prose
    distance: Prose | None = None
    """The wording for someone who writes it as a colleague's case."""
    help: Block = ""
    section: str = ""
    secs: int = Field(default=10, ge=0, le=600)
    """An honest estimate in seconds."""
    export: Literal["yes", "ask", "no"] = "no"
    ask_if: str | None = None
    lean: bool = True
    """Asked in a lean review, too."""
    kept: bool = True
    """The answer is stored."""
    required: bool = False
    was: tuple[str, ...] = ()
    context: str | None = None
    """The context field, or session number, that the answer is also kept as."""
    plan: PlanPart | None = None
    supervision: Literal["question"] | None = None
    follow_up: FollowUpFact | None = None
    """The fact of a follow-up that the answer is also kept as."""

    @field_validator("ask_if")
    @classmethod
    def _parses(cls, text: str | None) -> str | None:
        if text is not None:
            parse(text)
        return text

    @cached_property
    def condition(self) -> Condition | None:
        """When it is asked; None means always."""
        return None if self.ask_if is None else parse(self.ask_if)

    @property
    def options(self) -> Mapping[str, Option]:
        """What a choice offers; empty for the other types."""
        return {}

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that can be ticked here."""
        return tuple(o.code for o in self.options.values() if o.code and not o.retired)

    @abstractmethod
    def problem(self, value: Value) -> str | None:
        """Why the value does not fit, in words for the user; None when it does."""

    def in_words(self, value: Value) -> str:
        """The value as it is read later."""
        return "" if value is None else str(value)


class Info(Base):
    """Text to read; it has no answer."""

    type: Literal["info"]
    ends: bool = False

    def problem(self, value: Value) -> str | None:
        """Only "read" fits, which is None."""
        return None if value is None else "there is nothing to answer here"


class _Optioned(Base):
    source: Literal["misses"] | None = Field(default=None, alias="from")
    """``misses``: the options are the codes ticked so far, or those of them that an earlier
    question of this kind chose; see :meth:`offering`."""
    choice_options: dict[OptionId, Option] = Field(default={}, alias="options")

    @property
    def options(self) -> Mapping[str, Option]:
        return self.choice_options

    @cached_property
    def offered(self) -> Mapping[str, Option]:
        """The options that can be chosen, by id."""
        return {key: option for key, option in self.options.items() if not option.retired}

    @cached_property
    def none_option(self) -> str | None:
        """The option that excludes all others, if there is one."""
        return next((key for key, option in self.offered.items() if option.none), None)

    def offering(self, options: Mapping[str, str]) -> Self:
        """Give the same question with these options (id -> words) before its own."""
        made = {key: Option(text=text) for key, text in options.items()}
        return self.changed(choice_options={**made, **self.choice_options})

    def _offers(self, value: object) -> bool:
        return isinstance(value, str) and value in self.offered

    @property
    def _known(self) -> str:
        return f"the options are: {', '.join(self.offered)}"


class Choice(_Optioned):
    """Exactly one of several options."""

    type: Literal["choice"]

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        return None if self._offers(value) else f"one option is needed; {self._known}"

    def in_words(self, value: Value) -> str:
        """The option's wording."""
        option = self.options.get(str(value))
        return option.text if option else super().in_words(value)


class Choices(_Optioned):
    """Any number of several options."""

    type: Literal["choices"]
    at_least: int = Field(default=0, ge=0)
    at_most: int | None = Field(default=None, ge=1)

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        if not isinstance(value, tuple):
            return f"a list of options is needed; {self._known}"
        if not all(self._offers(chosen) for chosen in value):
            return f"something else was chosen; {self._known}"
        if self.none_option is not None:
            none = self.offered[self.none_option].text
            if not value:
                return f"mark what fits with Space; “{none}” is an answer, too"
            if self.none_option in value and len(value) > 1:
                return f"“{none}” stands alone: take it away, or the others"
        if len(value) < self.at_least:
            return f"choose at least {self.at_least}"
        if self.at_most is not None and len(value) > self.at_most:
            return f"choose at most {self.at_most}"
        return None

    def in_words(self, value: Value) -> str:
        """The wordings of what was chosen, one after the other."""
        chosen = value if isinstance(value, tuple) else ()
        words = [self.options[key].text if key in self.options else key for key in chosen]
        return "; ".join(words) or "none"


class Scale(Base):
    """A whole number between two ends."""

    type: Literal["scale"]
    low: int = 0
    high: int = 10
    low_text: str = ""
    high_text: str = ""

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        fits = type(value) is int and self.low <= value <= self.high
        return None if fits else f"a whole number from {self.low} to {self.high} is needed"


class Number(Base):
    """A number, whole unless decimals are allowed."""

    type: Literal["number"]
    at_least: float | None = None
    at_most: float | None = None
    unit: str = ""
    decimals: bool = False
    no_more_than: QuestionId | None = None
    """An earlier number question whose answer is the most that is possible here."""

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        if type(value) is not int and not (self.decimals and type(value) is float):
            return "a number is needed" if self.decimals else "a whole number is needed"
        if not math.isfinite(value):
            return "a number is needed"
        if self.at_least is not None and value < self.at_least:
            return f"at least {self.at_least:g} is needed"
        if self.at_most is not None and value > self.at_most:
            return f"at most {self.at_most:g} is possible"
        return None


class Date(Base):
    """A day."""

    type: Literal["date"]
    default: str | None = Field(default=None, pattern=r"^\+\d{1,3}d$")
    """Days from the day of the interview, such as ``+30d``."""
    reminder: bool = False

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        return None if type(value) is date else "a date like 2026-10-31 is needed"


class Text(Base):
    """Free text."""

    type: Literal["text"]
    lines: int = Field(default=1, ge=1, le=20)
    """How long an answer is meant to be; a soft limit."""

    def problem(self, value: Value) -> str | None:
        """Why the value does not fit; None when it does."""
        if not isinstance(value, str) or not value.strip():
            return "some text is needed (Tab skips the question)"
        if len(value) > LONGEST_TEXT:
            return f"an answer can have at most {LONGEST_TEXT:,} characters"
        return None


Question = Annotated[
    Info | Choice | Choices | Scale | Number | Date | Text, Field(discriminator="type")
]
