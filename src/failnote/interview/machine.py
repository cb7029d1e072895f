"""Machine: the interview itself; every event gives a new one."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from types import MappingProxyType
from typing import Literal, NamedTuple, Self

from failnote.errors import AnswerError
from failnote.guide.model import Guide
from failnote.guide.questions import Base, Choice, Info, Option, Question
from failnote.interview.marks import marks
from failnote.interview.walk import Walk, usable, walk, with_misses
from failnote.review import Answer, Mark, Status, Value


class Ending(NamedTuple):
    """How an interview ended: all asked, stopped by an answer, or on to another guide."""

    kind: Literal["finished", "stopped", "goto"]
    guide: str = ""


class Progress(NamedTuple):
    """Where the cursor stands."""

    section: str
    number: int
    """Place within the section, from 1."""
    of: int
    """Questions in the section; branches that are not decided yet are counted in."""
    part: int
    """Place of the section among the sections, from 1."""
    parts: int


@dataclass(frozen=True)
class Interview:
    """A guide and the answers so far; every event returns a new interview."""

    guide: Guide
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    at: str | None = None
    """The question under the cursor; None behind the last one."""
    lean: bool = False
    given: Mapping[str, Value] = field(default_factory=lambda: MappingProxyType({}))
    """Answers of the review looked at, which conditions may refer to."""

    @classmethod
    def start(
        cls, guide: Guide, *, lean: bool = False, given: Mapping[str, Value] | None = None
    ) -> Self:
        """Begin at the first question."""
        fresh = cls(guide, lean=lean, given=MappingProxyType(dict(given or {})))
        return fresh._standing(fresh.walk.visible[0].id if fresh.walk.visible else None)

    @classmethod
    def resume(
        cls,
        guide: Guide,
        answers: Iterable[Answer],
        at: str | None = None,
        *,
        plan: Mapping[str, Value] | None = None,
        lean: bool = False,
        given: Mapping[str, Value] | None = None,
    ) -> Self:
        """Take up a stored review.

        Args:
            guide: the guide as it was when the review began.
            answers: everything stored, dormant answers included.
            at: the stored cursor; where it is not on a visible question any more, the interview
                stands on the first question without a usable answer.
            plan: the parts of the plan, which answers leave to it.
            lean: whether the review was begun lean.
            given: answers of the review looked at, where the guide is about a plan.
        """
        kept = dict(_with_plan(guide, answers, plan or {}))
        known = MappingProxyType(dict(given or {}))
        taken_up = cls(guide, MappingProxyType(kept), None, lean, known)
        visible = {question.id for question in taken_up.walk.visible}
        return taken_up._standing(at if at in visible else taken_up.first_open)

    @cached_property
    def walk(self) -> Walk:
        """Which questions are asked, which may be, and what has been ticked on the way."""
        return walk(self.guide, self.answers, lean=self.lean, given=self.given)

    @property
    def question(self) -> Question | None:
        """The question to ask, with its options; None at the end."""
        return next((q for q in self.walk.visible if q.id == self.at), None)

    @property
    def first_open(self) -> str | None:
        """The first visible question without a usable answer."""
        return next((q.id for q in self.walk.visible if not self._usable(q)), None)

    @property
    def ending(self) -> Ending | None:
        """How it ended; None while there is something to ask."""
        if self.at is not None:
            return None
        last = self.walk.visible[-1] if self.walk.visible else None
        if isinstance(last, Info) and last.ends:
            return Ending("stopped")
        option = self._chosen(last) if last else None
        if option and option.goto:
            return Ending("goto", option.goto)
        return Ending("stopped" if option and option.ends else "finished")

    @property
    def progress(self) -> Progress | None:
        """Where the cursor stands; None at the end."""
        question = self.question
        if question is None:
            return None
        asked = {q.id for q in (*self.walk.visible, *self.walk.maybe)}
        parts: dict[str, list[str]] = {}
        for each in self.guide.questions:
            if each.id in asked:
                parts.setdefault(each.section, []).append(each.id)
        here = parts[question.section]
        place = list(parts).index(question.section)
        return Progress(
            question.section, here.index(question.id) + 1, len(here), place + 1, len(parts)
        )

    def answer(self, value: Value) -> Self:
        """Answer the question under the cursor; AnswerError when the value does not fit."""
        question = self._current()
        if problem := question.problem(value):
            raise AnswerError(problem)
        if isinstance(question, Info):
            return self._move(+1)
        status: Status = "cannot-say" if _cannot_say(question, value) else "answered"
        return self._put(_reply(question, status, value))

    def skip(self) -> Self:
        """Pass over; an answer given before stays as it is. AnswerError when it is required."""
        question = self._current()
        if isinstance(question, Info) or self._usable(question):
            return self._move(+1)
        if question.required:
            message = "this question needs an answer; Ctrl-C pauses"
            raise AnswerError(message)
        return self._put(_reply(question, "skipped", None))

    def back(self) -> Self:
        """To the question before; at the first one, it stays."""
        return self._move(-1)

    def jump(self, question: str | None = None) -> Self:
        """To a visible question, or to the first open one; AnswerError when it is not asked."""
        if question is None:
            return self._standing(self.first_open)
        if question not in {q.id for q in self.walk.visible}:
            message = f"“{question}” is not among the questions of this review"
            raise AnswerError(message)
        return self._standing(question)

    @property
    def result(self) -> Mapping[str, Answer]:
        """What counts: usable replies of visible questions that were not passed over."""
        return {
            q.id: self.answers[q.id]
            for q in self.walk.visible
            if q.id in self.answers and self._usable(q) and self.answers[q.id].status != "skipped"
        }

    @property
    def dormant(self) -> frozenset[str]:
        """Questions whose answer is kept but out of play."""
        return frozenset(self.answers.keys() - {q.id for q in self.walk.visible})

    @property
    def marks(self) -> tuple[Mark, ...]:
        """Every code that was looked at, ticked or not."""
        return marks(self.walk, self.answers)

    def _current(self) -> Question:
        question = self.question
        if question is None:
            message = "the review is complete; go back to change an answer"
            raise AnswerError(message)
        return question

    def _put(self, answer: Answer) -> Self:
        old = self.answers.get(answer.question)
        if old is not None and replace(answer, revision=old.revision) == old:
            return self._move(+1)
        answers = MappingProxyType({**self.answers, answer.question: answer})
        return replace(self, answers=answers)._move(+1)

    def _move(self, by: int) -> Self:
        visible = [question.id for question in self.walk.visible]
        place = (len(visible) if self.at is None else visible.index(self.at)) + by
        place = max(place, 0)
        return self._standing(visible[place] if place < len(visible) else self.first_open)

    def _standing(self, at: str | None) -> Self:
        """The same with the cursor elsewhere; the way through the guide need not be walked anew."""
        moved = replace(self, at=at)
        moved.__dict__["walk"] = self.walk
        return moved

    def _usable(self, question: Base) -> bool:
        return usable(question, self.answers)

    def _chosen(self, question: Base) -> Option | None:
        """The option that was chosen in a usable answer to a choice."""
        answer = self.answers.get(question.id)
        if answer is None or not isinstance(question, Choice) or not self._usable(question):
            return None
        return question.options.get(str(answer.value))


def _reply(question: Question, status: Status, value: Value) -> Answer:
    return Answer(
        question.id,
        question.type,
        question.ask,
        status,
        value,
        question.in_words(value) if status != "skipped" else "",
        question.section,
        question.export,
    )


def _cannot_say(question: Base, value: Value) -> bool:
    chosen = value if isinstance(value, tuple) else (value,)
    options = [question.options[str(key)] for key in chosen if key in question.options]
    return bool(options) and all(option.cannot_say for option in options)


def _with_plan(
    guide: Guide, answers: Iterable[Answer], plan: Mapping[str, Value]
) -> Iterable[tuple[str, Answer]]:
    """Give the answers back their words where these are kept with the plan."""
    for answer in answers:
        question = guide.by_id.get(answer.question)
        if question is None:
            continue
        if question.plan is None or answer.status != "answered" or answer.value is not None:
            yield answer.question, answer
        elif plan.get(question.plan) is not None:
            value = plan[question.plan]
            worded = with_misses(question, guide, guide.misses)
            yield answer.question, replace(answer, value=value, text=worded.in_words(value))
