"""Check: what a guide refers to must be there, above it, and fit."""

from collections.abc import Collection, Iterator, Mapping
from typing import NamedTuple

from failnote.codebook import Context
from failnote.guide.conditions import ALONE, MISSES, NUMBERS, RESERVED, Test, tests
from failnote.guide.model import Guide
from failnote.guide.placeholders import PLAN_PLACES, placeholders
from failnote.guide.questions import Base, Choice, Choices, Date, Info, Number, Option, Scale, Text
from failnote.promptfile import nearest

SESSION_NUMBERS = ("first_sign_session", "ended_session")
SETS = ("in", "has", "lacks")
FOLLOW_UP_TYPES = {"came_up": Number, "did": Number, "obstacles": Choices, "verdict": Choice}
VERDICTS = ("habit", "keep", "reword", "retire")
PLAN_TYPES = {"miss": Choice, "if": Text, "then": Text, "rehearsed": Choice, "due": Date}


class Doubt(NamedTuple):
    """One thing in a well-formed question that does not hold."""

    keys: tuple[str, ...]
    """The key at fault, and where to look when it has no line of its own."""
    what: str
    mend: str
    word: str = ""
    """The word at fault within the key's value."""


def doubts_about(
    guide: Guide, context: Context, known_guides: Collection[str]
) -> Iterator[tuple[int, Doubt]]:
    """Find everything in an otherwise well-formed guide that does not hold, by question number."""
    seen: dict[str, Base] = {}
    for number, question in enumerate(guide.questions):
        for doubt in (
            *_identity(question, seen),
            *_condition(guide, question, seen),
            *_range(question),
            *_options(question, known_guides),
            *_as_plan(question, seen),
            *_as_context(question, context),
            *_as_follow_up(guide, question, seen),
        ):
            yield number, doubt
        seen.setdefault(question.id, question)


def doubts_about_head(guide: Guide, context: Context) -> Iterator[Doubt]:
    """Find what does not hold in the head of a guide."""
    for name, value in guide.context.items():
        field = context.by_id.get(name)
        if field is None:
            mend = nearest(name, context.by_id, f"the fields are: {', '.join(context.by_id)}")
            yield Doubt((f"context.{name}",), f"there is no context field “{name}”", mend)
        elif value not in field.values:
            mend = nearest(value, field.values, f"its values are: {', '.join(field.values)}")
            what = f"the field “{name}” has no value “{value}”"
            yield Doubt((f"context.{name}",), what, mend)


def _identity(question: Base, seen: Mapping[str, Base]) -> Iterator[Doubt]:
    if question.id in seen:
        what = f"the id “{question.id}” is used twice"
        yield Doubt(("id",), what, "give one of the two another id")
    if question.id in RESERVED:
        what = f"“{question.id}” is a word of conditions"
        yield Doubt(("id",), what, "give the question another id")
    if not question.kept and any(earlier.kept for earlier in seen.values()):
        what = "its answer is not kept, and it comes after a question whose answer is"
        yield Doubt(("kept",), what, "move it up, before all others")


def _condition(guide: Guide, question: Base, seen: Mapping[str, Base]) -> Iterator[Doubt]:
    for test in tests(question.condition) if question.condition else ():
        if found := _wrong(guide, question, test, seen):
            what, mend, word = found
            yield Doubt(("ask_if",), what, mend, word)


def _wrong(
    guide: Guide, question: Base, test: Test, seen: Mapping[str, Base]
) -> tuple[str, str, str] | None:
    for name in filter(None, (test.question, test.other)):
        if found := _reference(guide, question, name, seen) or _fit(test, name, seen):
            return found
    return _values(guide, test, seen)


def _reference(
    guide: Guide, question: Base, name: str, seen: Mapping[str, Base]
) -> tuple[str, str, str] | None:
    """Is there such a question above this one?"""
    above = f"refer to a question above this one: {', '.join(list(seen)[-6:]) or 'there is none'}"
    if name == question.id and name not in seen:
        return f"“{name}” is the question itself", above, name
    if name in guide.given:
        return None
    if name not in seen and name in guide.by_id:
        return f"“{name}” comes only later", f"move this question below it, or {above}", name
    if name not in seen and name != MISSES:
        return f"“{name}” does not exist", nearest(name, [*seen, MISSES], above), name
    if name in seen and question.kept and not seen[name].kept:
        mend = "ask for it again in a question whose answer is kept"
        return f"the answer to “{name}” is not kept", mend, name
    return None


def _fit(test: Test, name: str, seen: Mapping[str, Base]) -> tuple[str, str, str] | None:
    """Does the comparison go with the type of the question?"""
    target = seen.get(name)
    match target:
        case Info():
            fits, mend = False, "take it away: nobody answers a text to read"
        case Choice() | Choices():
            word = "is" if isinstance(target, Choice) else "has"
            option = test.other if test.other in target.options else next(iter(target.options), "…")
            counts = isinstance(target, Choices) and test.op.startswith("count ")
            fits, mend = counts or test.op in (*SETS, *ALONE), f"write: {name} {word} {option}"
        case Scale() | Number():
            fits, mend = test.op in (*NUMBERS, *ALONE), f"write: {name} >= 5   or: {name} = 5"
        case None:
            fits, mend = test.op not in NUMBERS, f"write: {name} count > 2   or: {name} answered"
        case _:
            fits, mend = test.op in ALONE, f"write: {name} answered"
    if fits:
        return None
    kind = type(target).__name__.lower() if target is not None else "list"
    return f"“{name}” ({kind}) cannot be compared like this", mend, name


def _values(guide: Guide, test: Test, seen: Mapping[str, Base]) -> tuple[str, str, str] | None:
    """Has the question these options?"""
    if test.op not in SETS or test.question in guide.given:
        return None
    target = seen.get(test.question)
    options = dict(target.options) if target is not None else {}
    known = list(options)
    if target is None or (isinstance(target, Choice | Choices) and target.source):
        known += [code for each in seen.values() for code in each.codes if code in guide.misses]
    for value in test.values:
        if value not in known:
            options_are = f"its options are: {', '.join(dict.fromkeys(known))}"
            otherwise = options_are if known else "refer to codes that a question above offers"
            what = f"“{test.question}” has no option “{value}”"
            return what, nearest(value, known, otherwise), value
        if value in options and options[value].cannot_say:
            what = f"“{value}” means cannot say, and no condition about it is ever true"
            return what, f"write: {test.question} empty", value
    return None


def _range(question: Base) -> Iterator[Doubt]:
    if isinstance(question, Scale) and question.low >= question.high:
        what = f"low ({question.low}) must be smaller than high ({question.high})"
        yield Doubt(("low", "high"), what, "swap the two numbers, or leave low away")
    if isinstance(question, Number | Choices):
        least, most = question.at_least, question.at_most
        if least is not None and most is not None and most < least:
            yield Doubt(("at_most",), "at_most is smaller than at_least", "swap the two numbers")


def _options(question: Base, known_guides: Collection[str]) -> Iterator[Doubt]:
    if not isinstance(question, Choice | Choices):
        return
    size = len(question.offered)
    if question.source is None and size < 2:
        what = f"a {question.type} needs at least two options"
        yield Doubt(("options", "type"), what, 'add a line:  options.one-word = "words"')
    elif question.source is None and isinstance(question, Choices) and question.at_least > size:
        what = f"at_least asks for more than the {size} options there are"
        yield Doubt(("at_least",), what, f"write {size} or less")
    if len([option for option in question.offered.values() if option.none]) > 1:
        yield Doubt(
            ("none", "options"),
            "two options exclude all others",
            "keep  none = true  on one of them only",
        )
    for key, option in question.options.items():
        places = (f"options.{key}", key, "options")
        if option.goto is not None and option.goto not in known_guides:
            what = f"option “{key}”: there is no guide “{option.goto}”"
            known = f"the guides are: {', '.join(sorted(known_guides))}"
            yield Doubt(places, what, nearest(option.goto, known_guides, known))
        if option.cannot_say and option.code:
            what = f"option “{key}”: “cannot say” ticks no code"
            yield Doubt(places, what, "take code or cannot_say away")
        if isinstance(question, Choices) and (word := _for_one_choice(option)):
            what = f"option “{key}”: {word} works only where one option is chosen"
            yield Doubt(places, what, f'take {word} away, or write  type = "choice"')


def _for_one_choice(option: Option) -> str:
    """The key of an option of several that only an option of one can have."""
    has = {
        "goto": option.goto is not None,
        "ends": option.ends,
        "sound": option.sound,
        "looked": not option.looked,
        "distance": option.distance,
    }
    return next((word for word, there in has.items() if there), "")


def _as_plan(question: Base, seen: Mapping[str, Base]) -> Iterator[Doubt]:
    if question.supervision and not isinstance(question, Text):
        what = "the question for supervision must be a text question"
        yield Doubt(("type",), what, 'write  type = "text"')
    if question.plan is None:
        return
    if any(earlier.plan == question.plan for earlier in seen.values()):
        what = f"a second question is the plan's “{question.plan}”"
        yield Doubt(("plan",), what, "take plan away from one of them")
    if not isinstance(question, PLAN_TYPES[question.plan]):
        needed = PLAN_TYPES[question.plan].__name__.lower()
        what = f"the plan's “{question.plan}” must be a {needed} question"
        yield Doubt(("type",), what, f'write  type = "{needed}"')


def _as_follow_up(guide: Guide, question: Base, seen: Mapping[str, Base]) -> Iterator[Doubt]:
    for name in placeholders(question.ask):
        known = (*PLAN_PLACES, *(f"given.{each}" for each in guide.given))
        if guide.about != "plan":
            what, mend = f"“{{{name}}}” stands for nothing here", 'only  about = "plan"  has it'
            yield Doubt(("ask",), what, mend, name)
        elif name not in known:
            otherwise = f"there are: {', '.join(known)}"
            yield Doubt(
                ("ask",), f"nothing is called “{{{name}}}”", nearest(name, known, otherwise)
            )
    if isinstance(question, Number) and question.no_more_than is not None:
        most = seen.get(question.no_more_than)
        if not isinstance(most, Number):
            what = f"“{question.no_more_than}” is no number question above this one"
            yield Doubt(("no_more_than",), what, "name a number question above this one")
    if guide.about == "plan" and question.codes:
        what = "it offers codes, and a guide about a plan ticks none"
        yield Doubt(("options", "codes", "from"), what, "take the codes away")
    if question.follow_up is None:
        return
    if guide.about != "plan":
        what = "there is no follow-up here"
        yield Doubt(("follow_up",), what, 'only  about = "plan"  has it; take the line away')
    elif not isinstance(question, FOLLOW_UP_TYPES[question.follow_up]):
        needed = FOLLOW_UP_TYPES[question.follow_up].__name__.lower()
        what = f"the follow-up's “{question.follow_up}” must be a {needed} question"
        yield Doubt(("type",), what, f'write  type = "{needed}"')
    elif question.follow_up == "verdict" and (left := set(question.offered) - set(VERDICTS)):
        what = f"a verdict is none of failnote's words: {', '.join(sorted(left))}"
        yield Doubt(("options",), what, f"the words are: {', '.join(VERDICTS)}")


def _as_context(question: Base, context: Context) -> Iterator[Doubt]:
    name = question.context
    field = context.by_id.get(name or "")
    if name is None:
        return
    if name in SESSION_NUMBERS:
        if not isinstance(question, Number):
            yield Doubt(("type",), f"“{name}” must be a number question", 'write  type = "number"')
    elif field is None:
        known = [*context.by_id, *SESSION_NUMBERS]
        mend = nearest(name, known, f"the fields are: {', '.join(known)}")
        yield Doubt(("context",), f"there is no context field “{name}”", mend)
    elif field.free:
        return
    elif not isinstance(question, Choice | Choices):
        what = f"the field “{name}” takes its own values only"
        yield Doubt(("type",), what, f'write  type = "choice"  and  from = "{name}"')
    elif strange := [key for key in question.options if key not in field.values]:
        values = f"its values are: {', '.join(field.values)}"
        what = f"the field “{name}” has no value “{strange[0]}”"
        places = (f"options.{strange[0]}", strange[0], "context")
        yield Doubt(places, what, nearest(strange[0], field.values, values))
    elif isinstance(question, Choices) and (question.at_most or len(field.values)) > field.at_most:
        what = f"the field “{name}” keeps at most {field.at_most}"
        yield Doubt(("at_most", "context"), what, f"write  at_most = {field.at_most}")
