"""Check: what a guide refers to must be there, above it, and fit."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from failnote.codebook import Context
from failnote.guide.conditions import MISSES, NUMBERS, Test, tests
from failnote.guide.model import Base, Choice, Choices, Date, Guide, Number, Scale, Text
from failnote.promptfile import nearest

SESSION_NUMBERS = ("first_sign_session", "ended_session")
PLAN_TYPES = {"miss": Choice, "if": Text, "then": Text, "rehearsed": Choice, "due": Date}


class BadReference(NamedTuple):
    """One reference that does not hold."""

    where: Base
    key: str
    what: str
    mend: str


def reference_problems(
    guide: Guide, context: Context, known_guides: Collection[str]
) -> Iterator[BadReference]:
    """Find everything in an otherwise well-formed guide that points to the wrong place."""
    seen: dict[str, Base] = {}
    plan_parts: set[str] = set()
    for question in guide.questions:
        if question.id in seen or question.id == MISSES:
            what = f"the id “{question.id}” is used twice"
            yield BadReference(question, "id", what, "give one of the two another id")
        for test in tests(question.condition) if question.condition else ():
            yield from _condition(guide, question, test, seen)
        yield from _options(question, known_guides)
        yield from _kept_as(question, context, plan_parts)
        if not question.kept and any(earlier.kept for earlier in seen.values()):
            what = "an answer that is not kept comes after one that is"
            yield BadReference(question, "kept", what, "put these questions first")
        seen[question.id] = question


def _condition(
    guide: Guide, question: Base, test: Test, seen: dict[str, Base]
) -> Iterator[BadReference]:
    names = [test.question, *([test.other] if test.other else [])]
    for name in names:
        if name in seen or (name == MISSES and not test.other):
            continue
        if name == question.id:
            why = "is the question itself"
        else:
            why = "comes only later" if name in guide.by_id else "does not exist"
        above = ", ".join(list(seen)[-6:]) or "there is none yet"
        mend = nearest(name, [*seen, MISSES], f"refer to a question above this one: {above}")
        yield BadReference(question, "ask_if", f"“{name}” {why}", mend)
        return
    target = seen.get(test.question)
    if test.op in NUMBERS:
        for name in names:
            if not isinstance(seen.get(name), Scale | Number):
                what = f"“{name}” has no number to compare"
                yield BadReference(question, "ask_if", what, f"write: {name} is …")
    elif isinstance(target, Choice | Choices) and target.source is None:
        yield from _values(question, test, target)
    elif test.question == MISSES:
        for code in test.values if not test.op.startswith("count") else ():
            if code not in guide.wordings:
                mend = nearest(code, guide.wordings, "name a code that this guide offers")
                yield BadReference(question, "ask_if", f"no option carries “{code}”", mend)


def _values(question: Base, test: Test, target: Choice | Choices) -> Iterator[BadReference]:
    for value in test.values if not test.op.startswith("count") else ():
        option = target.options.get(value)
        if option is None:
            options = f"its options are: {', '.join(target.options)}"
            what = f"“{test.question}” has no option “{value}”"
            yield BadReference(question, "ask_if", what, nearest(value, target.options, options))
        elif option.cannot_say:
            what = f"“{value}” means cannot say, and no condition about it is ever true"
            mend = f"write: {test.question} empty"
            yield BadReference(question, "ask_if", what, mend)


def _options(question: Base, known_guides: Collection[str]) -> Iterator[BadReference]:
    if not isinstance(question, Choice | Choices):
        return
    if question.source is None and len(question.offered) < 2:
        what = "a choice needs at least two options"
        yield BadReference(question, "options", what, 'add a line:  options.id = "words"')
    if len([option for option in question.offered.values() if option.none]) > 1:
        what = "two options exclude all others"
        yield BadReference(question, "none", what, "keep none = true on one of them")
    most = question.at_most if isinstance(question, Choices) else None
    if isinstance(question, Choices) and most is not None and most < question.at_least:
        what = "at_most is smaller than at_least"
        yield BadReference(question, "at_most", what, "swap the two numbers")
    for key, option in question.options.items():
        if option.goto is not None and option.goto not in known_guides:
            known = ", ".join(sorted(known_guides))
            what = f"option “{key}”: there is no guide “{option.goto}”"
            mend = nearest(option.goto, known_guides, f"the guides are: {known}")
            yield BadReference(question, "goto", what, mend)


def _kept_as(question: Base, context: Context, plan_parts: set[str]) -> Iterator[BadReference]:
    if question.plan is not None:
        if question.plan in plan_parts:
            what = f"a second question is the plan's “{question.plan}”"
            yield BadReference(question, "plan", what, "take plan away from one of them")
        if not isinstance(question, PLAN_TYPES[question.plan]):
            needed = PLAN_TYPES[question.plan].__name__.lower()
            what = f"the plan's “{question.plan}” must be a {needed} question"
            yield BadReference(question, "type", what, f'write  type = "{needed}"')
        plan_parts.add(question.plan)
    if question.context is None:
        return
    if question.context in SESSION_NUMBERS:
        if not isinstance(question, Number):
            what = f"“{question.context}” must be a number question"
            yield BadReference(question, "context", what, 'write  type = "number"')
        return
    field = context.by_id.get(question.context)
    if field is None:
        known = [*context.by_id, *SESSION_NUMBERS]
        mend = nearest(question.context, known, f"the fields are: {', '.join(known)}")
        what = f"there is no context field “{question.context}”"
        yield BadReference(question, "context", what, mend)
    elif strange := [key for key in question.options if key not in field.values]:
        values = f"its values are: {', '.join(field.values)}"
        what = f"the field “{field.id}” has no value “{strange[0]}”"
        yield BadReference(question, "context", what, nearest(strange[0], field.values, values))
