"""Walk: one pass through a guide with what has been answered; which questions it shows."""

from collections.abc import Collection, Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from failnote.guide.conditions import ALONE, MISSES, Missing, Test, Verdict, tests, verdict
from failnote.guide.model import Guide
from failnote.guide.questions import Base, Choice, Choices, Info, Number, Question
from failnote.review import Answer, Value


class Walk(NamedTuple):
    """One pass through the guide with what has been answered."""

    visible: tuple[Question, ...]
    maybe: tuple[Question, ...]
    """May still become visible."""
    behind_sound: tuple[Question, ...]
    """Hidden, because the questions before them were answered "this is in order"."""
    misses: tuple[str, ...]
    """The codes of misses ticked, in order."""


def walk(
    guide: Guide,
    answers: Mapping[str, Answer],
    *,
    lean: bool,
    given: Mapping[str, Value] = MappingProxyType({}),
) -> Walk:
    """Go once through the questions, in order; a condition refers only to earlier ones.

    ``given`` are answers from elsewhere that conditions may refer to.
    """
    seen: dict[str, Value | Missing] = {**given, MISSES: ()}  # only what is visible may steer
    visible: list[Question] = []
    maybe: list[Question] = []
    behind: list[Question] = []
    misses: list[str] = []
    left_out = {question.id for question in guide.questions if lean and not question.lean}
    distant = False
    picked: tuple[str, ...] = ()  # of many misses, those chosen to go on with
    for original in guide.questions:
        question = with_misses(_worded(original, distant=distant), guide, picked or misses)
        question = _limited(question, seen)
        shown = _shown(question, seen)
        hidden = shown in (Verdict.FALSE, Verdict.VOID)
        if hidden and _is_behind_sound(question, visible, answers, left_out):
            behind.append(question)
        if hidden or question.id in left_out:
            continue
        if shown is Verdict.OPEN:
            maybe.append(question)
            seen[question.id] = Missing.OPEN
        else:
            visible.append(question)
            seen[question.id] = _reply(question, answers)
            if isinstance(question, Choices) and question.source:
                picked = tuple(c for c in chosen(question, answers) or () if c in misses)
            misses += [code for code in _ticked(question, guide, answers) if code not in misses]
            distant = distant or takes_distance(question, answers)
        if question.codes and seen[question.id] is Missing.OPEN:
            seen[MISSES] = Missing.OPEN
        elif seen[MISSES] is not Missing.OPEN:
            seen[MISSES] = tuple(misses)
        if shown is Verdict.TRUE and _leaves(question, answers):
            break
    return Walk(tuple(visible), tuple(maybe), tuple(behind), tuple(misses))


def usable(question: Base, answers: Mapping[str, Answer]) -> bool:
    """Is there a reply that still fits this question? Text to read never waits for one."""
    if isinstance(question, Info):
        return True
    answer = answers.get(question.id)
    if answer is None:
        return False
    if answer.status == "skipped":
        return not question.required
    return question.problem(answer.value) is None


def chosen(question: Base, answers: Mapping[str, Answer]) -> tuple[str, ...] | None:
    """The options that a choice was answered with; None where that says nothing about them."""
    answer = answers.get(question.id)
    if answer is None or answer.status != "answered" or not usable(question, answers):
        return None
    if not isinstance(question, Choice | Choices):
        return None
    return answer.value if isinstance(answer.value, tuple) else (str(answer.value),)


def takes_distance(question: Base, answers: Mapping[str, Answer]) -> bool:
    """Does this answer say that it is written as a colleague's case from here on?"""
    picked = chosen(question, answers) or ()
    return any(question.options[key].distance for key in picked)


def _worded(question: Question, *, distant: bool) -> Question:
    if not distant or question.distance is None:
        return question
    return question.changed(ask=question.distance)


def _limited(question: Question, seen: Mapping[str, Value | Missing]) -> Question:
    """Let a number be no larger than the one it is a part of."""
    if not isinstance(question, Number) or question.no_more_than is None:
        return question
    most = seen.get(question.no_more_than)
    return question.changed(at_most=most) if isinstance(most, int | float) else question


def with_misses(question: Question, guide: Guide, ticked: Iterable[str]) -> Question:
    """Fill in the options of a question that lets one choose among one's own ticked codes."""
    if not isinstance(question, Choice | Choices) or question.source is None:
        return question
    return question.offering({code: guide.wordings[code].says for code in ticked})


def _shown(question: Question, seen: Mapping[str, Value | Missing]) -> Verdict:
    shown = Verdict.TRUE if question.condition is None else verdict(question.condition, seen)
    if shown is Verdict.TRUE and isinstance(question, Choice | Choices) and not question.offered:
        # Nothing to choose from; more may still be ticked.
        return Verdict.OPEN if seen[MISSES] is Missing.OPEN else Verdict.FALSE
    return shown


def _reply(question: Question, answers: Mapping[str, Answer]) -> Value | Missing:
    if isinstance(question, Info):
        return Missing.HIDDEN
    if not usable(question, answers):
        return Missing.OPEN
    answer = answers[question.id]
    if answer.status == "answered":
        return answer.value
    return Missing.SKIPPED if answer.status == "skipped" else Missing.CANNOT_SAY


def _ticked(question: Base, guide: Guide, answers: Mapping[str, Answer]) -> list[str]:
    codes = [question.options[key].code for key in chosen(question, answers) or ()]
    return [code for code in codes if code is not None and code in guide.misses]


def _leaves(question: Base, answers: Mapping[str, Answer]) -> bool:
    """Does the interview end with this question, as it was answered?"""
    if isinstance(question, Info):
        return question.ends
    answer = answers.get(question.id)
    if answer is None or not usable(question, answers):
        return False
    option = question.options.get(str(answer.value))
    return option is not None and (option.ends or option.goto is not None)


def _is_behind_sound(
    question: Question,
    visible: Iterable[Question],
    answers: Mapping[str, Answer],
    left_out: Collection[str],
) -> bool:
    """Was it kept hidden by answers that say the area is in order?

    Every question that its condition names must say so; those that a lean review leaves out do
    not count.
    """
    if question.condition is None or not question.codes:
        return False
    about: dict[str, list[Test]] = {}
    for test in tests(question.condition):
        for gate in {test.question, test.other} - {"", *left_out}:
            about.setdefault(gate, []).append(test)
    asked = {each.id: each for each in visible}
    return bool(about) and all(
        gate in asked and _is_in_order(asked[gate], about[gate], answers) for gate in about
    )


def _is_in_order(gate: Question, about: Iterable[Test], answers: Mapping[str, Answer]) -> bool:
    """A choice says so by a ``sound`` option, choices by not choosing what the condition asks."""
    picked = chosen(gate, answers)
    if picked is None or not isinstance(gate, Choice | Choices):
        return False
    if isinstance(gate, Choice):
        return all(gate.options[key].sound for key in picked)
    named = [test for test in about if test.op not in ALONE]
    return bool(named) and all(
        test.op in ("in", "has")
        and gate.offered.keys() >= set(test.values)
        and not set(picked) & set(test.values)
        for test in named
    )
