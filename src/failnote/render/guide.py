"""Guide: a guide as a list of questions, and as an empty worksheet."""

from collections.abc import Iterable, Iterator
from textwrap import wrap

from failnote.guide.conditions import MISSES, Bool, Condition, Test
from failnote.guide.model import Guide
from failnote.guide.questions import Choice, Choices, Date, Info, Number, Question, Scale
from failnote.page import Page, Span, line

WIDTH = 78
LINE_TO_WRITE_ON = r"\_" * 30


def guides_page(guides: Iterable[tuple[str, str, tuple[int, int] | None]]) -> Page:
    """One line for each guide: its name, its title, its minutes."""
    rows = [(name, title, f"{m[0]}–{m[1]} min" if m else "") for name, title, m in guides]
    first = max((len(name) for name, _, _ in rows), default=0)
    second = max((len(title) for _, title, _ in rows), default=0)
    return [
        line(Span(name.ljust(first), "strong"), f"  {title.ljust(second)}  ", Span(time, "dim"))
        for name, title, time in rows
    ]


def guide_page(guide: Guide) -> Page:
    """The questions in order, with ids, options and conditions."""
    page: Page = [line(Span(guide.title, "title")), line()]
    page += [line(text) for text in wrap(guide.intro, WIDTH)]
    section = None
    for question in guide.questions:
        if question.section != section:
            section = question.section
            page += [line(), line(Span(section, "strong"))]
        page += _shown(question, guide)
    return page


def _shown(question: Question, guide: Guide) -> Iterator[tuple[Span, ...]]:
    yield line()
    for text in wrap(question.ask, WIDTH - 2):
        yield line(f"  {text}")
    facts = [question.id, question.type]
    if question.condition is not None:
        facts.append(f"only if {in_words(question.condition, guide)}")
    for text in wrap(" · ".join(facts), WIDTH - 4):
        yield line(Span(f"    {text}", "dim"))
    for option in question.options.values():
        first, *more = wrap(option.text, WIDTH - 8)
        yield line(f"      - {first}")
        for text in more:
            yield line(f"        {text}")
    if isinstance(question, Choice | Choices) and question.source:
        yield line("      - the misses you ticked")


def worksheet(guide: Guide) -> str:
    """The guide as Markdown to fill in on paper, conditions in words."""
    parts = [f"# {guide.title}\n", f"{guide.intro}\n"]
    number: dict[str, int] = {}
    section = None
    for question in guide.questions:
        if question.section != section:
            section = question.section
            parts.append(f"## {section}\n")
        only = ""
        if question.condition is not None:
            only = f"*Only if {in_words(question.condition, guide, number)}*\n"
        if isinstance(question, Info):
            parts += [only, f"{question.ask}\n"] if only else [f"{question.ask}\n"]
            continue
        number[question.id] = len(number) + 1
        parts.append(f"### {number[question.id]}. {question.ask}\n")
        if question.help:
            rows = (f"> {row}".rstrip() for row in question.help.splitlines())
            parts.append("\n".join(rows) + "\n")
        if only:
            parts.append(only)
        parts.append(_space(question) + "\n")
    return "\n".join(parts)


def _space(question: Question) -> str:
    if isinstance(question, Choice | Choices):
        if question.source:
            return "- [ ] one of the misses you ticked"
        return "\n".join(f"- [ ] {option.text}" for option in question.offered.values())
    if isinstance(question, Scale):
        numbers = " ".join(str(n) for n in range(question.low, question.high + 1))
        return f"{question.low_text} {numbers} {question.high_text}".strip()
    if isinstance(question, Number | Date):
        return LINE_TO_WRITE_ON
    return "\n\n".join([LINE_TO_WRITE_ON] * getattr(question, "lines", 1))


def in_words(condition: Condition, guide: Guide, number: dict[str, int] | None = None) -> str:
    """A condition as a person would say it."""
    if isinstance(condition, Bool):
        if condition.op == "not":
            return f"not ({in_words(condition.parts[0], guide, number)})"
        parts = [in_words(part, guide, number) for part in condition.parts]
        return f" {condition.op} ".join(parts)
    return _test_in_words(condition, guide, number or {})


def _test_in_words(test: Test, guide: Guide, number: dict[str, int]) -> str:
    who = f"no. {number[test.question]}" if test.question in number else test.question
    if test.question == MISSES:
        who = "what you ticked so far"
    alone = {"answered": "is answered", "empty": "is empty", "skipped": "was left out"}
    if test.op in alone:
        return f"{who} {alone[test.op]}"
    if test.other:
        other = f"no. {number[test.other]}" if test.other in number else test.other
        return f"{who} {test.op} {other}"
    asked = guide.by_id.get(test.question)
    options = asked.options if asked else {}
    values = [f"“{options[v].text}”" if v in options else v for v in test.values]
    verb = {"in": "is", "has": "has", "lacks": "has none of"}.get(test.op, test.op)
    return f"{who} {verb} {' or '.join(values)}"
