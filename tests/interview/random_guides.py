"""Random guides: invented guides, and walks through them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import combinations
from random import Random
from typing import Any, NamedTuple

from hypothesis import strategies as st
from hypothesis.vendor.pretty import RepresentationPrinter

from failnote.guide.model import Guide
from failnote.guide.questions import Base, Choice, Choices
from failnote.interview import Interview
from failnote.review import Value

DAY = date(2026, 3, 14)
WORDINGS = {
    "contract.a": {"family": "miss", "area": "contract", "label": "a", "says": "I left a undone."},
    "contract.b": {"family": "miss", "area": "contract", "label": "b", "says": "I left b undone."},
    "alliance.c": {"family": "miss", "area": "alliance", "label": "c", "says": "I left c undone."},
    "other.own": {"family": "non-miss", "label": "own", "says": "Unlisted", "own_words": True},
    "sign.x": {"family": "sign", "label": "x", "says": "went quiet"},
}
OWN = ("contract.a", "contract.b", "alliance.c", "other.own")
TYPES = ("choice", "choice", "choices", "scale", "number", "date", "text", "info", "own-misses")
SETS = ("has", "has_none_of", "lacks")
NUMBERS = (">=", "<=", ">", "<", "=")
COMPARISONS: Mapping[str, tuple[str, ...]] = {
    "choice": ("is", "is not", "is not", "in", "in"),
    "choices": (*SETS, "count >", "count <="),
    "misses": (*SETS, "count >", "count <="),
    "scale": NUMBERS,
    "number": NUMBERS,
}
SIZES = (1, 2, 3, 4, 5, 6, 7, 7, 8, 8, 9, 9, 10, 10)
"""Questions in a guide; hypothesis shrinks to the left."""
STEPS = (0, 1, 2, 4, 7, 10, 15, 20)
ELSEWHERE = ["back", "jump", "jump", "jump", "first open"]
PLAN_PARTS = {"choice": ["miss", "rehearsed"], "text": ["if", "then"], "date": ["due"]}


class Leaf(NamedTuple):
    """One comparison."""

    question: str
    op: str
    values: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.question} {self.op} {', '.join(self.values)}".rstrip()


class Node(NamedTuple):
    """Comparisons joined, or one turned round."""

    op: str
    parts: "tuple[Leaf | Node, ...]"

    def __str__(self) -> str:
        if self.op == "not":
            return f"not ({self.parts[0]})"
        return f" {self.op} ".join(f"({part})" for part in self.parts)


Tree = Leaf | Node


@dataclass(frozen=True)
class Made:
    """A guide, the trees that its conditions were written from, and who answers it."""

    guide: Guide
    trees: Mapping[str, Tree]
    lean: bool
    random: Random
    """Seeded by hypothesis, which does not spread its own draws as wide as a walk needs."""
    steps: int

    def _repr_pretty_(self, printer: RepresentationPrinter, _cycle: bool) -> None:
        for question in self.guide.questions:
            printer.text(question.model_dump_json(by_alias=True, exclude_defaults=True))
            printer.break_()
        printer.text(f"lean={self.lean} steps={self.steps} {self.random}")

    def start(self) -> Interview:
        """The interview before its first question."""
        return Interview.start(self.guide, lean=self.lean)


@st.composite
def made_guides(draw: st.DrawFn) -> Made:
    """Guides of one to ten questions of every type, with nested conditions."""
    random = draw(st.randoms(use_true_random=True))
    tables: list[dict[str, Any]] = []
    trees: dict[str, Tree] = {}
    parts = ["miss", "if", "then", "rehearsed", "due"]
    for number in range(draw(st.sampled_from(SIZES))):
        table = _table(f"q{number}", random) | {"section": f"part {number // 4}"}
        part = random.choice([*PLAN_PARTS.get(table["type"], []), None])
        if part in parts:
            parts.remove(part)
            table["plan"] = part
        if number and random.random() < 0.5:
            trees[table["id"]] = _tree(tables, random)
            table["ask_if"] = str(trees[table["id"]])
        tables.append(table)
    guide = Guide.model_validate(
        {"schema": 1, "id": "made", "version": 1, "title": "Made", "codes": WORDINGS}
        | {"question": tables}
    )
    return Made(guide, trees, random.random() < 0.3, random, draw(st.sampled_from(STEPS)))


def _table(id_: str, random: Random) -> dict[str, Any]:
    kind = random.choice(TYPES)
    table: dict[str, Any] = {"id": id_, "type": kind, "ask": "?", "lean": random.random() < 0.8}
    if kind == "own-misses":
        table |= {"type": random.choice(["choice", "choices"]), "from": "misses"}
    elif kind == "info":
        return table | {"ends": random.random() < 0.05}
    elif kind in ("choice", "choices"):
        table["options"] = _options(kind, random)
    if table["type"] == "choices":
        table |= {"at_least": random.choice([0, 1]), "at_most": random.choice([1, 2, 9])}
    return table | {"required": random.random() < 0.1}


def _options(kind: str, random: Random) -> dict[str, Any]:
    options: dict[str, Any] = {key: {"text": f"Option {key}"} for key in ("a", "b", "c")}
    for option in options.values():
        if random.random() < 0.5:
            option["code"] = random.choice([*WORDINGS])
        if kind == "choice":
            option |= {"sound": random.random() < 0.3, "looked": random.random() < 0.8}
    if kind == "choice":
        options["c"] |= random.choice([{}] * 18 + [{"ends": True}, {"goto": "other"}])
    if random.random() < 0.5:
        options["unsure"] = {"text": "Cannot say", "cannot_say": True}
    if random.random() < 0.1:
        options["old"] = {"text": "No longer asked", "retired": True, "code": "contract.a"}
    if kind == "choices" and random.random() < 0.4:
        unknown = {"cannot_say": random.random() < 0.2}
        options["none"] = {"text": "None of these", "none": True, **unknown}
    return options


def _tree(earlier: list[dict[str, Any]], random: Random, depth: int = 0) -> Tree:
    op = random.choice(["test"] * 5 + (["and", "or", "or", "not"] if depth < 2 else []))
    if op == "test":
        return _leaf([table for table in earlier if table["type"] != "info"], random)
    parts = [_tree(earlier, random, depth + 1) for _ in range(1 if op == "not" else 2)]
    if op == "not" and isinstance(parts[0], Leaf) and parts[0].op == "answered":
        parts = [parts[0]._replace(op="empty")]  # the grammar has no other way to say it
    return Node(op, tuple(parts))


def _leaf(earlier: list[dict[str, Any]], random: Random) -> Leaf:
    options = [o for table in earlier for o in table.get("options", {}).values()]
    offered = {option.get("code") for option in options if "retired" not in option}
    own = [code for code in OWN if code in offered]
    table = random.choice([*earlier * 2, *earlier[-2:] * 2, {"id": "misses", "type": "misses"}])
    id_, kind = table["id"], table["type"]
    of_misses = "from" in table or kind == "misses"
    usual = [op for op in COMPARISONS.get(kind, ()) if own or not of_misses or "count" in op]
    op = random.choice([*usual * 3, *["answered"] * 4, "empty", "skipped"])
    if op in ("answered", "empty", "skipped"):
        return Leaf(id_, op)
    if "count" in op or kind in ("scale", "number"):
        others = [t["id"] for t in earlier if t["type"] in ("scale", "number") and t["id"] != id_]
        if others and "count" not in op and random.random() < 0.5:
            return Leaf(id_, op, (random.choice(others),))
        return Leaf(id_, op, (str(random.randint(0, 4)),))
    known = own if of_misses else ["a", "b", "c"]
    size = random.randint(1, min(2, len(known))) if op in ("in", *SETS) else 1
    return Leaf(id_, op, tuple(random.sample(known, size)))


def fitting(question: Base) -> list[Value]:
    """Values that fit a question; all of them where there are few."""
    if isinstance(question, Choice):
        return list(question.offered)
    if isinstance(question, Choices):
        sets = [c for size in range(4) for c in combinations(question.offered, size)]
        return [chosen for chosen in sets if question.problem(chosen) is None]
    by_type: dict[str, list[Value]] = {
        "Info": [None],
        "Scale": [0, 2, 3, 10],
        "Number": [0, 1, 2, 40],
        "Date": [DAY],
        "Text": ["some words", "others"],
    }
    return by_type[type(question).__name__]


def event(made: Made, interview: Interview, *, forward: bool = False) -> Interview:
    """What a person does next: mostly an answer, sometimes a skip, a step back or a jump."""
    move = made.random.choice(["answer"] * 5 + ["skip"] + ([] if forward else ELSEWHERE))
    if move == "back":
        return interview.back()
    if move == "first open":
        return interview.jump()
    if move == "jump" and interview.walk.visible:
        steering = [q for q in interview.walk.visible if q.id in str(made.trees)]
        places = steering * 3 + list(interview.walk.visible)
        interview = interview.jump(made.random.choice(places).id)
    question = interview.question
    if question is None:
        return interview
    if move == "skip" and not question.required:
        return interview.skip()
    return interview.answer(made.random.choice(fitting(question)))


def stroll(made: Made, *, forward: bool = False) -> Interview:
    """An interview after some events; mostly, it has been at its end before."""
    interview = made.start()
    if not forward and made.random.random() < 0.8:
        interview = to_the_end(made, interview)
    for _ in range(made.steps):
        interview = event(made, interview, forward=forward)
    return interview


def to_the_end(made: Made, interview: Interview) -> Interview:
    """Go on to the end: once forward, and once over what was left open."""
    for _ in range(2 * len(made.guide.questions) + 1):
        if interview.at is None:
            break
        interview = event(made, interview, forward=True)
    return interview
