"""The language of ask_if: what a condition comes to, and how it is read."""

from collections.abc import Mapping

import pytest

from failnote.guide import conditions
from failnote.guide.conditions import Bool, ConditionError, Missing, Test, Verdict, parse, verdict
from failnote.review import Value

TRUE, FALSE, VOID, OPEN = Verdict.TRUE, Verdict.FALSE, Verdict.VOID, Verdict.OPEN
SEEN: Mapping[str, Value | Missing] = {
    "kind": "dropout",
    "signs": ("quiet", "late"),
    "nothing": (),
    "charge": 8,
    "later": 5,
    "half": 2.5,
    "text": "some words",
    "skipped": Missing.SKIPPED,
    "unsure": Missing.CANNOT_SAY,
    "hidden": Missing.HIDDEN,
    "open": Missing.OPEN,
    "misses": ("contract.a", "contract.b"),
}

TABLE = [
    # one option
    ("kind is dropout", TRUE),
    ("kind is rupture", FALSE),
    ("kind is not dropout", FALSE),
    ("kind is not rupture", TRUE),
    ("kind in rupture, dropout", TRUE),
    ("kind in rupture, impasse", FALSE),
    ("kind has dropout", TRUE),
    ("kind lacks dropout", FALSE),
    # several options
    ("signs has late", TRUE),
    ("signs has early, late", TRUE),
    ("signs has early", FALSE),
    ("signs has_none_of early", TRUE),
    ("signs has_none_of early, late", FALSE),
    ("signs lacks early", TRUE),
    ("signs lacks quiet", FALSE),
    ("signs is late", TRUE),
    ("signs is not late", FALSE),
    ("signs count > 1", TRUE),
    ("signs count > 2", FALSE),
    ("signs count = 2", TRUE),
    ("nothing has late", FALSE),
    ("nothing lacks late", TRUE),
    ("nothing count < 1", TRUE),
    # numbers
    ("charge >= 8", TRUE),
    ("charge >= 9", FALSE),
    ("charge > 8", FALSE),
    ("charge > 7.5", TRUE),
    ("charge <= 8", TRUE),
    ("charge < 8", FALSE),
    ("charge = 8", TRUE),
    ("charge = 7", FALSE),
    ("charge > -1", TRUE),
    ("half < 3", TRUE),
    ("half = 2.5", TRUE),
    ("charge > later", TRUE),
    ("later > charge", FALSE),
    ("charge = charge", TRUE),
    # is there an answer
    ("kind answered", TRUE),
    ("kind empty", FALSE),
    ("kind skipped", FALSE),
    ("text answered", TRUE),
    ("nothing answered", TRUE),
    ("nothing empty", TRUE),
    # the misses ticked so far
    ("misses answered", TRUE),
    ("misses empty", FALSE),
    ("misses count > 1", TRUE),
    ("misses count > 5", FALSE),
    ("misses has contract.a", TRUE),
    ("misses has contract.c", FALSE),
    ("misses lacks contract.c", TRUE),
    # joined
    ("kind is dropout and charge >= 8", TRUE),
    ("kind is dropout and charge >= 9", FALSE),
    ("kind is rupture or charge >= 8", TRUE),
    ("kind is rupture or charge >= 9", FALSE),
    ("not kind is rupture", TRUE),
    ("not (kind is dropout)", FALSE),
    ("not not kind is dropout", TRUE),
    ("kind is rupture and charge >= 8 or signs has late", TRUE),
    ("kind is rupture and (charge >= 8 or signs has late)", FALSE),
    ("not kind is rupture and charge >= 9", FALSE),
    ("not (kind is rupture and charge >= 9)", TRUE),
    # it cannot be known yet
    ("open is dropout", OPEN),
    ("not open is dropout", OPEN),
    ("open answered", OPEN),
    ("open empty", OPEN),
    ("open skipped", OPEN),
    ("charge > open", OPEN),
    ("open > charge", OPEN),
    ("open is dropout or charge >= 8", TRUE),
    ("open is dropout or charge >= 9", OPEN),
    ("open is dropout and charge >= 8", OPEN),
    ("open is dropout and charge >= 9", FALSE),
    ("open is dropout or unsure is x", OPEN),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_what_a_condition_comes_to(text: str, expected: Verdict) -> None:
    assert verdict(parse(text), SEEN) is expected


NOTHING = ("skipped", "unsure", "hidden", "unknown")


@pytest.mark.parametrize("question", NOTHING)
@pytest.mark.parametrize(
    "rest",
    [
        "is dropout",
        "is not dropout",
        "in dropout, rupture",
        "has late",
        "lacks late",
        "has_none_of late",
        "count > 1",
        "count < 1",
        ">= 8",
        "< 8",
        "= 0",
        "> charge",
        "answered",
    ],
)
def test_a_test_about_nothing_is_false_and_its_negation_too(question: str, rest: str) -> None:
    condition = parse(f"{question} {rest}")

    assert verdict(condition, SEEN) is VOID
    assert verdict(Bool("not", (condition,)), SEEN) is VOID


@pytest.mark.parametrize("question", NOTHING)
@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{} is x or charge >= 8", True),
        ("{} is x and charge >= 8", False),
        ("not ({} is x and charge >= 8)", False),
        ("not ({} is x and charge >= 9)", True),
        ("not ({} is x or charge >= 9)", False),
        ("not ({} is x or charge >= 8)", False),
        ("charge > {}", False),
        ("not (charge > {})", False),
    ],
)
def test_a_test_about_nothing_within_others(question: str, text: str, shown: bool) -> None:
    assert (verdict(parse(text.format(question)), SEEN) is TRUE) == shown


@pytest.mark.parametrize(
    ("question", "empty", "skipped"),
    [
        ("skipped", TRUE, TRUE),
        ("unsure", TRUE, FALSE),
        ("hidden", TRUE, FALSE),
        ("unknown", TRUE, FALSE),
        ("kind", FALSE, FALSE),
    ],
)
def test_only_empty_and_skipped_are_true_of_nothing(
    question: str, empty: Verdict, skipped: Verdict
) -> None:
    assert verdict(parse(f"{question} empty"), SEEN) is empty
    assert verdict(parse(f"{question} skipped"), SEEN) is skipped


def test_no_miss_ticked_is_empty_and_not_answered() -> None:
    seen: dict[str, Value | Missing] = {"misses": ()}

    assert verdict(parse("misses empty"), seen) is TRUE
    assert verdict(parse("misses answered"), seen) is FALSE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a is x", Test("a", "in", ("x",))),
        ("a is not x", Bool("not", (Test("a", "in", ("x",)),))),
        ("a.b-c in x.y-z,w", Test("a.b-c", "in", ("x.y-z", "w"))),
        ("a has_none_of x", Test("a", "lacks", ("x",))),
        ("a>=7", Test("a", ">=", ("7",))),
        ("a > b", Test("a", ">", other="b")),
        ("a count >= 2", Test("a", "count >=", ("2",))),
        ("(a answered)", Test("a", "answered")),
        ("a empty or b empty or c empty",
         Bool("or", (Test("a", "empty"), Test("b", "empty"), Test("c", "empty")))),
        ("a empty or b empty and not c empty",
         Bool("or", (Test("a", "empty"),
                     Bool("and", (Test("b", "empty"), Bool("not", (Test("c", "empty"),))))))),
        ("  a\n is\tx ", Test("a", "in", ("x",))),
    ],
)  # fmt: skip
def test_how_a_condition_is_read(text: str, expected: Test | Bool) -> None:
    assert parse(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "", "a", "is", "a is", "a is not", "a in", "a in x,", "a has", "a >=", "a count",
        "a count 3",
        "a count > x", "a > 'x'", "a == 3", "a != x", "a is x y", "a is x and", "and a is x",
        "a is x,",
        "(a is x", "a is x)", "()", "not", "not a answered", "a, b is x", "a is x && b is y",
        "A IS X",
        "not " * 30 + "a is x",
    ],
)  # fmt: skip
def test_what_is_no_condition(text: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(text)

    assert caught.value.mend


def test_every_comparison_of_a_condition_is_found() -> None:
    condition = parse("a is x and not (b > c or misses empty)")

    assert [test.question for test in conditions.tests(condition)] == ["a", "b", "misses"]
