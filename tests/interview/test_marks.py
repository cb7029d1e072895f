"""What counts as looked at, and what as ticked."""

from collections.abc import Mapping
from typing import Any

import pytest

from failnote.interview import Interview
from failnote.review import Value
from interview.small_guides import interviewed, marked, question, small_guide

CANNOT_SAY = {"text": "Cannot say", "cannot_say": True}
NONE = {"text": "None of these", "none": True}
SOUND = {"text": "Yes, both", "sound": True}

ONE = question(
    "one",
    "choice",
    options={
        "a": "contract.a",
        "b": "contract.b",
        "again-a": {"text": "Also a", "code": "contract.a"},
        "fine": "Neither",
        "chance": {"text": "Chance", "looked": False},
        "chance-b": {"text": "Chance, and b", "code": "contract.b", "looked": False},
        "old": {"text": "Earlier wording", "code": "alliance.b", "retired": True},
        "unsure": CANNOT_SAY,
    },
)
MANY = question(
    "many",
    "choices",
    options={"a": "contract.a", "b": "contract.b", "plain": "Plans", "unsure": CANNOT_SAY},
)
MANY_OR_NONE = question(
    "many", "choices", options={"a": "contract.a", "b": "contract.b", "none": NONE}
)
MANY_OR_UNKNOWN = question(
    "many",
    "choices",
    options={"a": "contract.a", "unknown": {"text": "?", "none": True, "cannot_say": True}},
)
GATE = question(
    "gate",
    "choice",
    options={"yes": SOUND, "partly": "Partly", "no": "contract.a", "unsure": CANNOT_SAY},
)
GATE_2 = GATE | {"id": "gate-2"}
UNTIL_ALL_SOUND = "gate is not yes or gate empty or gate-2 is not yes or gate-2 empty"
WIDE = question(
    "wide",
    "choices",
    options={"alliance": "Us", "feedback": "Hearing", "no": NONE | {"text": "No"}},
)
ALLIANCE = question(
    "alliance",
    "choices",
    ask_if="wide has alliance",
    options={"a": "alliance.a", "b": "alliance.b", "none": NONE},
)
FEEDBACK = question(
    "feedback", "choices", ask_if="wide has feedback", options={"a": "feedback.a", "none": NONE}
)
WIDER = [WIDE, ALLIANCE, FEEDBACK]


def behind(ask_if: str, **keys: Any) -> dict[str, Any]:
    """A question that offers two codes when the condition holds."""
    options = {"a": "alliance.a", "b": "alliance.b"}
    return question("behind", "choices", ask_if=ask_if, options=options, **keys)


def case(
    id_: str, questions: Any, replies: Mapping[str, Value], looked: str, ticked: str = ""
) -> Any:
    """Questions, replies, and the codes that are then looked at and ticked."""
    tables = [questions] if isinstance(questions, dict) else questions
    return pytest.param(tables, replies, looked.split(), ticked.split(), id=id_)


ONE_QUESTION = [
    case("choice: the chosen code is ticked, its siblings looked at",
         ONE, {"one": "a"}, "contract.b", "contract.a"),
    case("choice: one code on two options is ticked by either",
         ONE, {"one": "again-a"}, "contract.b", "contract.a"),
    case("choice: an answer without a code looks at all", ONE, {"one": "fine"},
         "contract.a contract.b"),
    case("choice: an answer that says nothing about the own part", ONE, {"one": "chance"}, ""),
    case("choice: such an answer still ticks its own code", ONE, {"one": "chance-b"}, "",
         "contract.b"),
    case("choice: cannot say", ONE, {"one": "unsure"}, ""),
    case("choice: skipped", ONE, {}, ""),
    case("choices: chosen and not chosen", MANY, {"many": ("a",)}, "contract.b", "contract.a"),
    case("choices: an option without a code", MANY, {"many": ("plain",)}, "contract.a contract.b"),
    case("choices: nothing chosen is an answer", MANY, {"many": ()}, "contract.a contract.b"),
    case("choices: none of these", MANY_OR_NONE, {"many": ("none",)}, "contract.a contract.b"),
    case("choices: none of these, where that means cannot say", MANY_OR_UNKNOWN,
         {"many": ("unknown",)}, ""),
    case("choices: cannot say", MANY, {"many": ("unsure",)}, ""),
    case("choices: cannot say beside something that is said",
         MANY, {"many": ("b", "unsure")}, "contract.a", "contract.b"),
    case("choices: skipped", MANY_OR_NONE, {}, ""),
    case("choices: signs are marked like misses",
         question("s", "choices", options={"l": "sign.late", "o": "other.own"}),
         {"s": ("l",)}, "other.own", "sign.late"),
    case("text, scale, number, date and info mark nothing",
         [question(t, t) for t in ("text", "scale", "number", "info")], {"text": "w", "scale": 3,
         "number": 4}, ""),
]  # fmt: skip

BEHIND_A_GATE = [
    case("a sound answer looks at what it keeps hidden",
         [GATE, behind("gate is not yes or gate empty")], {"gate": "yes"},
         "contract.a alliance.a alliance.b"),
    case("cannot say opens it, where the guide lets it; skipped, nothing is looked at",
         [GATE, behind("gate is not yes or gate empty")], {"gate": "unsure"}, ""),
    case("cannot say keeps it hidden elsewhere, and nothing is looked at",
         [GATE, behind("gate is not yes")], {"gate": "unsure"}, ""),
    case("so does a skip", [GATE, behind("gate is not yes")], {}, ""),
    case("an answer that hides it without being sound looks at the gate only",
         [GATE, behind("gate is no")], {"gate": "partly"}, "contract.a"),
    case("all gates sound",
         [GATE, GATE_2, behind(UNTIL_ALL_SOUND)], {"gate": "yes", "gate-2": "yes"},
         "contract.a alliance.a alliance.b"),
    case("one gate sound and one not: what is answered counts",
         [GATE, GATE_2, behind(UNTIL_ALL_SOUND)],
         {"gate": "yes", "gate-2": "partly", "behind": ("a",)},
         "contract.a alliance.b", "alliance.a"),
    case("one gate sound and one not: what is skipped does not",
         [GATE, GATE_2, behind(UNTIL_ALL_SOUND)], {"gate": "yes", "gate-2": "partly"},
         "contract.a"),
    case("one gate sound and one cannot say",
         [GATE, GATE_2, behind("gate is no or gate-2 is no")], {"gate": "yes", "gate-2": "unsure"},
         "contract.a"),
    case("one gate sound and one skipped",
         [GATE, GATE_2, behind("gate is no or gate-2 is no")], {"gate": "yes"}, "contract.a"),
    case("a gate that was never asked",
         [GATE, GATE_2 | {"ask_if": "gate is no"}, behind("gate is no or gate-2 is no")],
         {"gate": "yes"}, "contract.a"),
    case("a gate of another type",
         [question("s", "scale"), behind("s >= 5")], {"s": 2}, ""),
    case("hidden because of the misses so far",
         [GATE, behind("gate is not yes and misses answered")], {"gate": "yes"}, "contract.a"),
]  # fmt: skip

BEHIND_AREAS = [
    case("an area chosen and answered; the others, offered and not chosen, are looked at",
         WIDER, {"wide": ("alliance",), "alliance": ("b",)},
         "alliance.a feedback.a", "alliance.b"),
    case("an area chosen and answered with none of these",
         WIDER, {"wide": ("alliance",), "alliance": ("none",)}, "alliance.a alliance.b feedback.a"),
    case("an area chosen, then skipped", WIDER, {"wide": ("alliance",)}, "feedback.a"),
    case("as many areas as one likes",
         WIDER, {"wide": ("alliance", "feedback"), "alliance": ("a",), "feedback": ("none",)},
         "alliance.b feedback.a", "alliance.a"),
    case("no to all areas", WIDER, {"wide": ("no",)}, "alliance.a alliance.b feedback.a"),
    case("areas skipped", WIDER, {}, ""),
    case("areas where no means cannot say",
         [question("wide", "choices", options={"alliance": "Us", "no": NONE | CANNOT_SAY}),
         ALLIANCE],
         {"wide": ("no",)}, ""),
    case("an area that is not offered any more",
         [question("wide", "choices",
                   options={"alliance": {"text": "Us", "retired": True}, "x": "X", "no": NONE}),
                   ALLIANCE],
         {"wide": ("no",)}, ""),
    case("hidden because it was chosen",
         [WIDE, behind("wide lacks alliance")], {"wide": ("alliance",)}, ""),
    case("hidden because it was chosen, said the other way round",
         [WIDE, behind("not (wide has alliance)")], {"wide": ("alliance",)}, ""),
    case("hidden because anything was chosen", [WIDE, behind("wide empty")], {"wide": ("feedback",
         )}, ""),
    case("hidden because too little was chosen",
         [WIDE, behind("wide count > 1")], {"wide": ("feedback",)}, ""),
    case("asked for when chosen or skipped, and not chosen",
         [WIDE, behind("wide has alliance or wide empty")], {"wide": ("feedback",)},
         "alliance.a alliance.b"),
]  # fmt: skip

TOGETHER = [
    case("ticked in one question wins over not ticked in a later one",
         [MANY, MANY_OR_NONE | {"id": "later"}], {"many": ("a",), "later": ("none",)},
         "contract.b", "contract.a"),
    case("ticked in one question wins over not ticked in an earlier one",
         [MANY, MANY_OR_NONE | {"id": "later"}], {"many": ("b",), "later": ("a",)},
         "", "contract.a contract.b"),
    case("ticked in one question wins over sound in another",
         [MANY, GATE, question("more", "choices", ask_if="gate is no",
                               options={"a": "contract.a", "x": "alliance.a"})],
         {"many": ("a",), "gate": "yes"}, "contract.b alliance.a", "contract.a"),
    case("looked at in one question, cannot say in another",
         [MANY, ONE], {"many": ("plain",), "one": "unsure"}, "contract.a contract.b"),
    case("choosing among one's own misses marks nothing more",
         [MANY, question("main", "choice", **{"from": "misses"})], {"many": ("a",),
         "main": "contract.a"},
         "contract.b", "contract.a"),
    case("behind an end nothing is looked at",
         [question("stop", "choice", options={"on": "Go on", "stop": {"text": "Stop",
         "ends": True}}), MANY],
         {"stop": "stop", "many": ("a",)}, ""),
]  # fmt: skip


@pytest.mark.parametrize(
    ("questions", "replies", "looked", "ticked"),
    [*ONE_QUESTION, *BEHIND_A_GATE, *BEHIND_AREAS, *TOGETHER],
)
def test_looked_at_and_ticked(
    questions: list[dict[str, Any]],
    replies: Mapping[str, Value],
    looked: list[str],
    ticked: list[str],
) -> None:
    interview = interviewed(small_guide(*questions), replies)

    assert marked(interview) == dict.fromkeys(looked, False) | dict.fromkeys(ticked, True)


@pytest.mark.parametrize(
    ("questions", "replies", "looked", "ticked"),
    [
        case("what lean leaves out counts when its gates are sound",
             [GATE, behind("gate is not yes or gate empty", lean=False)], {"gate": "yes"},
             "contract.a alliance.a alliance.b"),
        case("what lean leaves out does not count otherwise",
             [GATE, behind("gate is not yes or gate empty", lean=False)], {"gate": "partly"},
             "contract.a"),
        case("a gate that lean leaves out does not stand in the way",
             [GATE, GATE_2 | {"lean": False}, behind("gate is not yes or gate-2 is not yes")],
             {"gate": "yes"}, "contract.a alliance.a alliance.b"),
        case("an area list that lean leaves out looks at nothing",
             [WIDE | {"lean": False}, ALLIANCE | {"lean": False}], {}, ""),
        case("a question without condition that lean leaves out looks at nothing",
             [MANY | {"lean": False}], {"many": ("a",)}, ""),
    ],
)  # fmt: skip
def test_looked_at_and_ticked_in_a_lean_review(
    questions: list[dict[str, Any]],
    replies: Mapping[str, Value],
    looked: list[str],
    ticked: list[str],
) -> None:
    interview = interviewed(small_guide(*questions), replies, lean=True)

    assert marked(interview) == dict.fromkeys(looked, False) | dict.fromkeys(ticked, True)


def test_a_dormant_answer_marks_nothing() -> None:
    guide = small_guide(GATE, behind("gate is not yes or gate empty"))
    interview = interviewed(guide, {"gate": "partly", "behind": ("a",)})

    changed = interview.jump("gate").answer("yes")

    assert marked(changed) == {"contract.a": False, "alliance.a": False, "alliance.b": False}
    assert marked(changed.jump("gate").answer("partly"))["alliance.a"] is True


def test_an_answer_that_no_longer_fits_marks_nothing() -> None:
    before = small_guide(question("q", "choice", options={"a": "contract.a", "b": "contract.b"}))
    retired = {"text": "a", "code": "contract.a", "retired": True}
    after = small_guide(
        question("q", "choice", options={"a": retired, "b": "contract.b", "c": "Other"})
    )
    stored = interviewed(before, {"q": "a"}).answers.values()

    resumed = Interview.resume(after, stored)

    assert resumed.at == "q"
    assert resumed.marks == ()
