"""Second reading: which questions a guide asks, read from the rules without the engine.

Two-valued, with every negation pushed down to the single comparison.
"""

from collections.abc import Mapping
from typing import Any

from failnote.guide.questions import Base, Choice, Choices, Info
from failnote.review import Answer
from interview.random_guides import NUMBERS, OWN, Leaf, Made, Node, Tree

NOTHING = ("skipped", "cannot say", "not asked")
OPEN = "open"


def asked(made: Made, answers: Mapping[str, Answer]) -> dict[str, bool | None]:
    """Question -> is it asked? None where that hangs on a question that is still open."""
    facts: dict[str, Any] = {}
    shown: dict[str, bool | None] = {}
    ticked: list[str] = []
    picked: list[str] = []
    open_codes = False
    over: bool | None = False
    for question in made.guide.questions:
        facts["misses"] = OPEN if open_codes else tuple(ticked)
        facts[question.id] = "not asked"
        shown[question.id] = False
        if over is True or (made.lean and not question.lean):
            continue
        tree = made.trees.get(question.id)
        holds = True if tree is None else _holds(tree, facts, wanted=True)
        if holds and isinstance(question, Choice | Choices) and question.source and not ticked:
            holds = None if open_codes else False
        shown[question.id] = None if over is None else holds
        if not holds and holds is not None:
            continue
        reply = _reply(question, answers.get(question.id), picked or ticked) if holds else OPEN
        facts[question.id] = reply
        open_codes = open_codes or (reply == OPEN and bool(question.codes))
        chosen = reply if isinstance(reply, tuple) else (reply,)
        if holds and isinstance(question, Choices) and question.source:
            picked = [key for key in chosen if key in ticked]
        for option in (question.options.get(key) for key in chosen if isinstance(key, str)):
            if option and option.code in OWN and option.code not in ticked:
                ticked.append(option.code)
        ends = _ends(question, answers.get(question.id), reply, sure=bool(holds))
        over = True if ends else None if None in (ends, over) else False
    return shown


def _reply(question: Base, answer: Answer | None, ticked: list[str]) -> Any:
    if isinstance(question, Info):
        return "not asked"
    if answer is None:
        return OPEN
    if answer.status != "answered":
        return answer.status.replace("-", " ")
    chosen = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    from_misses = isinstance(question, Choice | Choices) and question.source
    return OPEN if from_misses and not {*chosen} <= {*ticked} else answer.value


def _ends(question: Base, answer: Answer | None, reply: Any, *, sure: bool) -> bool | None:
    """Does the interview end here? None where that cannot be said yet."""
    leaving = {key for key, option in question.options.items() if option.ends or option.goto}
    ends = isinstance(question, Info) and question.ends
    if not sure:
        return None if leaving or ends else False
    return ends or (answer is not None and reply != OPEN and answer.value in leaving)


def _holds(tree: Tree, facts: Mapping[str, Any], *, wanted: bool) -> bool | None:
    """Is the tree true (or false, where that is wanted)? About nothing, it is neither."""
    if isinstance(tree, Node):
        if tree.op == "not":
            return _holds(tree.parts[0], facts, wanted=not wanted)
        parts = [_holds(part, facts, wanted=wanted) for part in tree.parts]
        if None in parts:
            return None
        return all(parts) if (tree.op == "and") == wanted else any(parts)
    value = facts.get(tree.question, "not asked")
    other = facts.get(tree.values[0]) if tree.values and tree.values[0] in facts else None
    if OPEN in (value, other):
        return None
    nothing = value in NOTHING
    if tree.op == "empty":
        return (nothing or value == ()) is wanted
    if tree.op == "skipped":
        return (value == "skipped") is wanted
    if nothing or other in NOTHING:
        return False
    return _true(tree, value, other) is wanted


def _true(leaf: Leaf, value: Any, other: Any) -> bool:
    if leaf.op == "answered":
        return leaf.question != "misses" or bool(value)
    if leaf.op.startswith("count") or leaf.op in NUMBERS:
        left = len(value) if leaf.op.startswith("count") else value
        right = int(leaf.values[0]) if other is None else other
        signs = leaf.op.removeprefix("count ")
        return (
            (">" in signs and left > right)
            or ("<" in signs and left < right)
            or ("=" in signs and left == right)
        )
    chosen = value if isinstance(value, tuple) else (value,)
    one_of = any(each in leaf.values for each in chosen)
    return not one_of if leaf.op in ("is not", "lacks", "has_none_of") else one_of
