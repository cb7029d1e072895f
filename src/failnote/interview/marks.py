"""Marks: which codes were looked at in an interview, and which of them ticked.

A code was looked at when a choices question that offers it was answered; when a choice question
that offers it was answered with an option that says something about the therapist's part; or when
answers that say "this is in order" kept the question that offers it hidden. Skipped, cannot say
and not asked: not looked at. All questions are united, and ticked wins.
"""

from collections.abc import Iterator, Mapping

from failnote.guide.questions import Base, Choice, Choices
from failnote.interview.walk import Walk, chosen
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
    picked = chosen(question, answers)
    if picked is None or not isinstance(question, Choice | Choices):
        return
    silent = isinstance(question, Choice) and not question.options[picked[0]].looked
    for key, option in question.offered.items():
        if option.code and (key in picked or not silent):
            yield option.code, key in picked
