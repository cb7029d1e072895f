"""Random guides: invented guides, walks through them, and a second reading of their conditions."""

from collections.abc import Mapping
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple

from hypothesis import strategies as st

from failnote.guide.model import Base, Choice, Choices, Guide, Info
from failnote.interview import Interview
from failnote.review import Answer, Value

DAY = date(2026, 3, 14)
WORDINGS = {
    "contract.a": {"family": "miss", "area": "contract", "label": "a", "says": "I left a undone."},
    "contract.b": {"family": "miss", "area": "contract", "label": "b", "says": "I left b undone."},
    "alliance.c": {"family": "miss", "area": "alliance", "label": "c", "says": "I left c undone."},
    "other.own": {"family": "non-miss", "label": "own", "says": "Unlisted", "own_words": True},
    "sign.x": {"family": "sign", "label": "x", "says": "went quiet"},
}
OWN = ("contract.a", "contract.b", "alliance.c", "other.own")
TYPES = ("choice", "choices", "scale", "number", "date", "text", "info", "chosen-misses")
SETS = ("has", "has_none_of", "lacks")


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


class Made(NamedTuple):
    """A guide, the trees that its conditions were written from, and how it is asked."""

    guide: Guide
    trees: Mapping[str, Tree]
    lean: bool


@st.composite
def made_guides(draw: st.DrawFn) -> Made:
    """Guides of one to ten questions of every type, with nested conditions."""
    tables: list[dict[str, Any]] = []
    trees: dict[str, Tree] = {}
    parts = {"miss", "if", "then", "rehearsed", "due"}
    for number in range(draw(st.integers(1, 10))):
        table = draw(_tables(f"q{number}"))
        table["section"] = f"part {number // 4}"
        part = draw(st.sampled_from([*_plan_parts(table), None]))
        if part in parts:
            parts.remove(part)
            table["plan"] = part
        if draw(st.booleans()):
            trees[table["id"]] = draw(_trees(tables))
            table["ask_if"] = str(trees[table["id"]])
        tables.append(table)
    guide = Guide.model_validate(
        {"schema": 1, "id": "made", "version": 1, "title": "Made", "codes": WORDINGS}
        | {"question": tables}
    )
    return Made(guide, trees, draw(st.booleans()))


def _plan_parts(table: Mapping[str, Any]) -> list[str]:
    return {"choice": ["miss", "rehearsed"], "text": ["if", "then"], "date": ["due"]}.get(
        table["type"], []
    )


@st.composite
def _tables(draw: st.DrawFn, id_: str) -> dict[str, Any]:
    kind = draw(st.sampled_from(TYPES))
    table: dict[str, Any] = {"id": id_, "type": kind, "ask": "?", "lean": draw(_often(True))}
    if kind == "chosen-misses":
        table |= {"type": draw(st.sampled_from(["choice", "choices"])), "from": "misses"}
    elif kind == "info":
        return table | {"ends": draw(_rarely(True, False))}
    elif kind in ("choice", "choices"):
        options = {key: draw(_options(kind)) for key in ("a", "b", "c")}
        if draw(st.booleans()):
            options["unsure"] = {"text": "Cannot say", "cannot_say": True}
        if draw(_rarely(True, False)):
            options["old"] = {"text": "No longer asked", "retired": True, "code": "contract.a"}
        if kind == "choices" and draw(st.booleans()):
            options["none"] = {
                "text": "None of these",
                "none": True,
                "cannot_say": draw(_rarely(True, False)),
            }
        table["options"] = options
    if table["type"] == "choices":
        table |= {"at_least": draw(st.integers(0, 1)), "at_most": draw(st.sampled_from([1, 2, 9]))}
    return table | {"required": draw(_rarely(True, False))}


@st.composite
def _options(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    option: dict[str, Any] = {"text": "Some words"}
    if draw(st.booleans()):
        option["code"] = draw(st.sampled_from([*WORDINGS]))
    if kind == "choice":
        end = draw(_rarely({"ends": True}, {}) | _rarely({"goto": "elsewhere"}, {}))
        option |= {"sound": draw(st.booleans()), "looked": draw(_often(True)), **end}
    return option


def _often(usual: bool) -> st.SearchStrategy[bool]:
    return st.sampled_from([usual, usual, usual, not usual])


def _rarely(seldom: Any, usual: Any) -> st.SearchStrategy[Any]:
    return st.sampled_from([*[usual] * 11, seldom])


@st.composite
def _trees(draw: st.DrawFn, earlier: list[dict[str, Any]], depth: int = 0) -> Tree:
    op = draw(
        st.sampled_from(["test", "test", "test", *(["and", "or", "not"] if depth < 2 else [])])
    )
    if op == "test":
        return draw(_leaves([table for table in earlier if table["type"] != "info"]))
    parts = [draw(_trees(earlier, depth + 1)) for _ in range(1 if op == "not" else 2)]
    if op == "not" and isinstance(parts[0], Leaf) and parts[0].op == "answered":
        parts = [parts[0]._replace(op="empty")]  # the grammar has no other way to say it
    return Node(op, tuple(parts))


@st.composite
def _leaves(draw: st.DrawFn, earlier: list[dict[str, Any]]) -> Leaf:
    table = draw(st.sampled_from([{"id": "misses", "type": "misses"}, *earlier]))
    id_, kind = table["id"], table["type"]
    op = draw(st.sampled_from([*_comparisons(kind), "answered", "empty", "skipped"]))
    if op in ("answered", "empty", "skipped"):
        return Leaf(id_, op)
    if op.startswith("count") or kind in ("scale", "number"):
        others = [t["id"] for t in earlier if t["type"] in ("scale", "number") and t["id"] != id_]
        if others and not op.startswith("count") and draw(st.booleans()):
            return Leaf(id_, op, (draw(st.sampled_from(others)),))
        return Leaf(id_, op, (str(draw(st.integers(0, 4))),))
    known = ["a", "b", "c"] if "from" not in table and kind != "misses" else list(OWN)
    many = op in ("in", *SETS)
    values = draw(
        st.lists(st.sampled_from(known), min_size=1, max_size=2 if many else 1, unique=True)
    )
    return Leaf(id_, op, tuple(values))


def _comparisons(kind: str) -> tuple[str, ...]:
    if kind == "choice":
        return ("is", "is not", "in")
    if kind in ("choices", "misses"):
        return (*SETS, "count >", "count <=")
    return (">=", "<=", ">", "<", "=") if kind in ("scale", "number") else ()


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


def event(data: st.DataObject, interview: Interview, *, forward: bool = False) -> Interview:
    """What a person does next: mostly an answer, sometimes a skip, a step back or a jump."""
    question = interview.question
    moves = ["answer"] * 4 + ["skip"] + ([] if forward else ["back", "back", "first open", "jump"])
    move = data.draw(st.sampled_from(moves))
    if move == "back":
        return interview.back()
    if move == "first open":
        return interview.jump()
    if move == "jump" and interview.walk.visible:
        return interview.jump(data.draw(st.sampled_from(interview.walk.visible)).id)
    if question is None:
        return interview
    if move == "skip" and not question.required:
        return interview.skip()
    return interview.answer(data.draw(st.sampled_from(fitting(question))))


def stroll(data: st.DataObject, made: Made, *, forward: bool = False) -> Interview:
    """An interview after some events."""
    interview = Interview.start(made.guide, lean=made.lean)
    for _ in range(data.draw(st.integers(0, 15))):
        interview = event(data, interview, forward=forward)
    return interview


def to_the_end(data: st.DataObject, interview: Interview) -> Interview:
    """Go on to the end: once forward, and once over what was left open."""
    for _ in range(2 * len(interview.guide.questions) + 1):
        if interview.at is None:
            break
        interview = event(data, interview, forward=True)
    return interview


# ---- a second reading of the ruling, two-valued and without the engine's own verdicts

NOTHING = ("skipped", "cannot say", "not asked")
OPEN = "open"


def asked(made: Made, answers: Mapping[str, Answer]) -> dict[str, bool | None]:
    """Question -> is it asked? None where that hangs on a question that is still open."""
    facts: dict[str, Any] = {}
    shown: dict[str, bool | None] = {}
    ticked: list[str] = []
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
        reply = _reply(question, answers.get(question.id), ticked) if holds else OPEN
        facts[question.id] = reply
        open_codes = open_codes or (reply == OPEN and bool(question.codes))
        chosen = reply if isinstance(reply, tuple) else (reply,)
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
    if leaf.op.startswith("count") or leaf.op in (">=", "<=", ">", "<", "="):
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
