"""Marks: which codes were looked at in an interview, and which of them ticked.

A code was looked at when a choices question that offers it was answered; when a choice question
that offers it was answered with an option that says something about the therapist's part; or when
answers that say "this is in order" kept the question that offers it hidden. Skipped, cannot say
and not asked: not looked at. All questions are united, and ticked wins.
"""

from collections.abc import Iterator, Mapping

from failnote.guide.model import Base, Choice, Choices
from failnote.interview.walk import Walk, usable
from failnote.review import Answer, Mark


def marks(walk: Walk, answers: Mapping[str, Answer]) -> tuple[Mark, ...]:
    """The marks of one pass through the guide, in the order of the guide."""
    found: dict[str, bool] = {}
    for question in walk.visible:
        for code, ticked in _offered(question, answers):
            found[code] = found.get(code, False) or ticked
    for question in walk.behind_sound:
        for code in question.codes:
            found.setdefault(code, False)
    return tuple(Mark(code, ticked) for code, ticked in found.items())


def _offered(question: Base, answers: Mapping[str, Answer]) -> Iterator[tuple[str, bool]]:
    answer = answers.get(question.id)
    if answer is None or answer.status != "answered" or not usable(question, answers):
        return
    if not isinstance(question, Choice | Choices):
        return
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    silent = isinstance(question, Choice) and not question.options[str(answer.value)].looked
    for key, option in question.offered.items():
        if option.code and (key in chosen or not silent):
            yield option.code, key in chosen
