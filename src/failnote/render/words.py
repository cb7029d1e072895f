"""Words: how codes, areas, context values and plans are read."""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Protocol

from failnote.page import Page, Span, line
from failnote.render.flow import flow, padded
from failnote.review import CodeWord, FollowUp


@dataclass(frozen=True, slots=True)
class Names:
    """The headings and values of areas and context fields; what is missing is spelled from its id."""

    areas: Mapping[str, str] = field(default_factory=dict)
    """Area -> its heading, in the order in which areas are shown."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Context field -> its heading."""
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Context field -> value -> its words."""
    spoken: Callable[[str], str] = str
    """Puts the user's word for the client into failnote's own words."""

    def area(self, area: str) -> str:
        """The area's heading."""
        return self.areas.get(area) or spelled(area).capitalize()

    def field(self, name: str) -> str:
        """The context field's heading."""
        return self.fields.get(name) or spelled(name).capitalize()

    def value(self, name: str, value: str) -> str:
        """One value of a context field."""
        return self.values.get(name, {}).get(value) or spelled(value)

    def context(self, context: Mapping[str, tuple[str, ...]], fields: Iterable[str]) -> list[str]:
        """The values of these fields, one after the other, so that each reads on its own."""
        return [
            ("sessions " if name == "session_band" else "") + self.value(name, value)
            for name in fields
            for value in context.get(name, ())
        ]


NO_NAMES = Names()


@dataclass(frozen=True, slots=True)
class Words:
    """The wordings of codes; an unknown code is spelled from its id and belongs to no family."""

    codes: Mapping[str, CodeWord]
    names: Names = NO_NAMES

    def label(self, code: str) -> str:
        """The code's short name."""
        word = self.codes.get(code)
        return word.label if word else spelled(code.rpartition(".")[2])

    def says(self, code: str) -> str:
        """The code's full statement."""
        word = self.codes.get(code)
        return word.says if word else self.label(code)

    def of_family(self, family: str, codes: Iterable[str]) -> list[str]:
        """Those of the codes that belong to one family."""
        return [code for code in codes if code in self.codes and self.codes[code].family == family]

    def by_area(self, codes: Iterable[str]) -> dict[str, list[str]]:
        """Misses under the headings of their areas."""
        found: dict[str, list[str]] = {area: [] for area in self.names.areas}
        for code in codes:
            found.setdefault(self.codes[code].area, []).append(code)
        return {self.names.area(area): own for area, own in found.items() if own}


def spelled(key: str) -> str:
    """An id in words: "private-practice" is private practice, "s9-20" is 9-20."""
    return re.sub(r"_|-(?!\d)|(?<!\d)-", " ", re.sub(r"^s(?=\d)", "", key))


def area_lines(misses: Iterable[str], words: Words) -> Page:
    """The short names of misses, beside the headings of their areas."""
    found = words.by_area(misses)
    column = max(map(len, found), default=0) + 2
    page: Page = []
    for area, own in found.items():
        first, *rest = flow(", ".join(map(words.label, own)), indent=4 + column)
        # The area's heading takes the place of the first margin.
        page += [line("    ", Span(padded(area, column), "dim"), *first[1:]), *rest]
    return page


class IfThen(Protocol):
    """A plan's two sentences."""

    @property
    def if_(self) -> str: ...
    @property
    def then(self) -> str: ...


def plan_lines(plan: IfThen) -> list[str]:
    """The plan as "IF …" and "THEN …"; a part that is missing is left out.

    The guide asks for the words after IF and after THEN I will; who types those, too, reads
    them once.
    """
    if_ = re.sub(r"(?i)^if\b[\s,:…]*", "", " ".join(plan.if_.split()))
    then = re.sub(r"(?i)^then\b[\s,:…]*", "", " ".join(plan.then.split()))
    if then and not re.match(r"I\b", then):
        then = f"I will: {then}" if then[0] in "\"'“‘„«" else f"I will {then}"
    return [f"{word} {text}" for word, text in (("IF", if_), ("THEN", then)) if text]


def among(number: int, most: int, one: str) -> str:
    """How many were gone through, where there may be more: "24 cases", "the latest 400 cases"."""
    return f"the latest {most} {one}s" if number >= most else counted(number, one)


def counted(number: int, one: str) -> str:
    """A number with its noun: "1 review", "2 reviews"."""
    return f"{number} {one if number == 1 else one + 's'}"


def follow_up_facts(follow_up: FollowUp) -> str:
    """What a look back at a plan found, in one line."""
    facts = [
        f"came up {counted(follow_up.came_up, 'time')}" if follow_up.came_up is not None else "",
        f"done {counted(follow_up.did, 'time')}" if follow_up.did is not None else "",
        "in the way: " + ", ".join(map(spelled, follow_up.obstacles))
        if follow_up.obstacles
        else "",
        f"verdict: {spelled(follow_up.verdict)}" if follow_up.verdict else "",
        "not finished" if follow_up.state == "open" else "",
    ]
    return "; ".join(filter(None, facts))
