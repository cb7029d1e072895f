"""Walk: one pass through a guide with what has been answered; which questions it shows."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from failnote.guide.conditions import MISSES, Missing, Verdict, tests, verdict
from failnote.guide.model import Base, Choice, Choices, Guide, Info, Question
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


def walk(guide: Guide, answers: Mapping[str, Answer], *, lean: bool) -> Walk:
    """Go once through the questions, in order; a condition refers only to earlier ones."""
    seen: dict[str, Value | Missing] = {MISSES: ()}  # only what is visible may steer
    visible: list[Question] = []
    maybe: list[Question] = []
    behind: list[Question] = []
    ticked: list[str] = []
    for original in guide.questions:
        if lean and not original.lean:
            if _is_behind_sound(original, guide, answers, visible, seen, lean=lean):
                behind.append(original)
            continue
        condition = original.condition
        shown = Verdict.TRUE if condition is None else verdict(condition, seen)
        if shown is Verdict.OPEN:
            seen[original.id] = Missing.OPEN
            maybe.append(original)
            if original.codes:
                seen[MISSES] = Missing.OPEN
        elif shown is Verdict.TRUE:
            question = with_misses(original, guide, ticked)
            visible.append(question)
            seen[question.id] = _reply(question, answers)
            ticked += [code for code in _ticked_by(question, answers) if code not in ticked]
            if question.codes and seen[question.id] is Missing.OPEN:
                seen[MISSES] = Missing.OPEN
            elif seen[MISSES] is not Missing.OPEN:
                seen[MISSES] = tuple(c for c in ticked if _is_miss(c, guide))
            if _leaves(question, answers):
                break
        elif _is_behind_sound(original, guide, answers, visible, seen, lean=lean):
            behind.append(original)
    misses = tuple(code for code in ticked if _is_miss(code, guide))
    return Walk(tuple(visible), tuple(maybe), tuple(behind), misses)


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


def _reply(question: Question, answers: Mapping[str, Answer]) -> Value | Missing:
    if isinstance(question, Info):
        return Missing.HIDDEN
    if not usable(question, answers):
        return Missing.OPEN
    answer = answers[question.id]
    if answer.status == "answered":
        return answer.value
    return Missing.SKIPPED if answer.status == "skipped" else Missing.CANNOT_SAY


def with_misses(question: Question, guide: Guide, ticked: Iterable[str]) -> Question:
    """Fill in the options of a question that lets one choose among one's own ticked codes."""
    if not isinstance(question, Choice | Choices) or question.source is None:
        return question
    words = {code: guide.wordings[code].says for code in ticked if _is_miss(code, guide)}
    return question.offering(words)


def _is_miss(code: str, guide: Guide) -> bool:
    """Something the therapist could do differently, listed or in their own words."""
    wording = guide.wordings[code]
    return wording.family == "miss" or wording.own_words


def _ticked_by(question: Base, answers: Mapping[str, Answer]) -> list[str]:
    answer = answers.get(question.id)
    if answer is None or answer.status != "answered" or not usable(question, answers):
        return []
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    return [o.code for key, o in question.options.items() if o.code and key in chosen]


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
    guide: Guide,
    answers: Mapping[str, Answer],
    visible: Iterable[Question],
    seen: Mapping[str, Value | Missing],
    *,
    lean: bool,
) -> bool:
    """Was it kept hidden by answers that say the area is in order?

    A choices gate is in order when what the condition asks for was left unmarked, a choice gate
    when its answer is marked ``sound``. Gates that a lean review leaves out do not count.
    """
    if question.condition is None or not question.codes:
        return False
    if verdict(question.condition, seen) is not Verdict.FALSE:
        return False
    asked = {each.id: each for each in visible}
    gates = {test.question for test in tests(question.condition)}
    if lean:
        gates -= {q.id for q in guide.questions if not q.lean}
    return bool(gates) and all(gate in asked and _is_sound(asked[gate], answers) for gate in gates)


def _is_sound(gate: Question, answers: Mapping[str, Answer]) -> bool:
    answer = answers.get(gate.id)
    if answer is None or answer.status != "answered" or not usable(gate, answers):
        return False
    if isinstance(gate, Choices):
        return True
    option = gate.options.get(str(answer.value))
    return option is not None and option.sound
