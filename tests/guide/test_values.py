"""Values: what is typed or stands in a file, turned into what fits the question, and back."""

import json
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.errors import AnswerError
from failnote.guide.questions import (
    LONGEST_TEXT,
    Base,
    Choice,
    Choices,
    Date,
    Info,
    Number,
    Option,
    Scale,
    Text,
)
from failnote.guide.values import default, from_file, read, read_date, typed
from failnote.review import Value, from_plain, to_plain

TODAY = date(2026, 3, 14)
OPTIONS = {
    "old": Option(text="Earlier wording", retired=True),
    "a": Option(text="First"),
    "b.x-1": Option(text="Second"),
    "2": Option(text="Third"),
}
NONE = {**OPTIONS, "none": Option(text="None of these", none=True)}
CHOICE = Choice(id="q", ask="?", type="choice", options=OPTIONS)
CHOICES = Choices(id="q", ask="?", type="choices", options=OPTIONS)
OR_NONE = Choices(id="q", ask="?", type="choices", options=NONE)
ONE_OR_TWO = Choices(id="q", ask="?", type="choices", options=OPTIONS, at_least=1, at_most=2)
SCALE = Scale(id="q", ask="?", type="scale", low=-2, high=10)
NUMBER = Number(id="q", ask="?", type="number", at_least=0, at_most=999)
DECIMAL = Number(id="q", ask="?", type="number", decimals=True)
DATE = Date(id="q", ask="?", type="date")
LINE = Text(id="q", ask="?", type="text")
LINES = Text(id="q", ask="?", type="text", lines=3)
INFO = Info(id="q", ask="Read.", type="info")

READ = [
    ("choice by number", CHOICE, "1", "a"),
    ("choice by number, retired options not counted", CHOICE, "3", "2"),
    ("choice by id", CHOICE, " b.x-1 ", "b.x-1"),
    ("choices by numbers, in the order of the guide", CHOICES, "2, 1", ("a", "b.x-1")),
    ("choices by numbers and ids", CHOICES, "b.x-1;1", ("a", "b.x-1")),
    ("choices with blanks", CHOICES, "1 2", ("a", "b.x-1")),
    ("choices, one twice", CHOICES, "1,1", ("a",)),
    ("choices, nothing", CHOICES, "-", ()),
    ("choices, an empty line", CHOICES, "", ()),
    ("choices, none of these by number", OR_NONE, "4", ("none",)),
    ("choices, none of these as -", OR_NONE, "-", ("none",)),
    ("scale", SCALE, "7", 7),
    ("scale below zero", SCALE, "-2", -2),
    ("number", NUMBER, " 14 ", 14),
    ("number with a point", DECIMAL, "2.5", 2.5),
    ("number with a comma", DECIMAL, "2,5", 2.5),
    ("number, whole where decimals are allowed", DECIMAL, "2", 2),
    ("date, ISO", DATE, "2026-10-31", date(2026, 10, 31)),
    ("date, ISO without zeros", DATE, "2026-1-3", date(2026, 1, 3)),
    ("date with dots", DATE, "31.10.2026", date(2026, 10, 31)),
    ("date, today", DATE, "Today", TODAY),
    ("date, t", DATE, "t", TODAY),
    ("date, yesterday", DATE, "yesterday", date(2026, 3, 13)),
    ("date, tomorrow", DATE, "tomorrow", date(2026, 3, 15)),
    ("date, days ago", DATE, "-3", date(2026, 3, 11)),
    ("date, days ahead", DATE, "+30d", date(2026, 4, 13)),
    ("text", LINE, "  some words ", "some words"),
    ("text, a pasted line break in one line", LINE, "one\r\ntwo", "one two"),
    ("text, line breaks in several lines", LINES, "one\n\ntwo\n", "one\n\ntwo"),
    ("text that looks like a number", LINE, "7", "7"),
    ("text that is only a dash", LINE, "-", "-"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "raw", "expected"), [row[1:] for row in READ], ids=[row[0] for row in READ]
)
def test_what_is_typed_becomes_a_value(question: Base, raw: str, expected: Value) -> None:
    value = read(question, raw, TODAY)

    assert value == expected
    assert type(value) is type(expected)


REFUSED = [
    ("choice: a number too high", CHOICE, "4", "from 1 to 3"),
    ("choice: zero", CHOICE, "0", "from 1 to 3"),
    ("choice: two numbers", CHOICE, "1 2", "exactly one"),
    ("choice: nothing", CHOICE, "", "exactly one"),
    ("choice: -", CHOICE, "-", "from 1 to 3"),
    ("choice: a retired option", CHOICE, "old", "from 1 to 3"),
    ("choice: a number in another script", CHOICE, "²", "from 1 to 3"),
    ("choices: something else", CHOICES, "1, five", "from 1 to 3"),
    ("choices: nothing where there is none of these", OR_NONE, "",
    "“None of these” is an answer, too"),
    ("choices: none of these and another", OR_NONE, "1 4", "“None of these” stands alone"),
    ("choices: too few", ONE_OR_TWO, "-", "at least 1"),
    ("choices: too many", ONE_OR_TWO, "1 2 3", "at most 2"),
    ("scale: too high", SCALE, "11", "from -2 to 10"),
    ("scale: a half", SCALE, "7.5", "from -2 to 10"),
    ("scale: words", SCALE, "a lot", "from -2 to 10"),
    ("scale: nothing", SCALE, "", "from -2 to 10"),
    ("number: too small", NUMBER, "-1", "at least 0"),
    ("number: too large", NUMBER, "1000", "at most 999"),
    ("number: a half where whole ones are asked for", NUMBER, "2.5", "a whole number"),
    ("number: words", NUMBER, "about ten", "a whole number"),
    ("number: very many digits", NUMBER, "9" * 40, "a whole number"),
    ("number: not a number", DECIMAL, "nan", "a number"),
    ("number: without end", DECIMAL, "inf", "a number"),
    ("date: words", DATE, "last week", "a date like 2026-10-31"),
    ("date: not in the calendar", DATE, "2026-02-30", "not in the calendar"),
    ("date: month first", DATE, "31.31.2026", "not in the calendar"),
    ("date: nothing", DATE, "", "a date like 2026-10-31"),
    ("text: nothing", LINE, "  ", "some text is needed"),
    ("text: a whole file", LINES, "x" * (LONGEST_TEXT + 1), "at most 1,000,000 characters"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "raw", "says"), [row[1:] for row in REFUSED], ids=[row[0] for row in REFUSED]
)
def test_what_does_not_fit_is_refused_in_words(question: Base, raw: str, says: str) -> None:
    with pytest.raises(AnswerError) as caught:
        read(question, raw, TODAY)

    assert says in str(caught.value)


@pytest.mark.parametrize("question", [CHOICE, CHOICES, OR_NONE, SCALE, NUMBER, DECIMAL, DATE])
@pytest.mark.parametrize("given", ["Mrs Example", ["Mrs Example"], {"Mrs": "Example"}])
def test_a_refusal_never_repeats_what_was_said(question: Base, given: Any) -> None:
    with pytest.raises(AnswerError) as caught:
        from_file(question, given, TODAY)

    assert "Mrs" not in str(caught.value)
    assert "Example" not in str(caught.value)


FROM_FILE = [
    ("choice by id", CHOICE, "a", "a"),
    ("choice by an id that is a number", CHOICE, "2", "2"),
    ("choice by number", CHOICE, "1", "a"),
    ("choices as a list, in the order of the guide", CHOICES, ["b.x-1", "a"], ("a", "b.x-1")),
    ("choices, one twice", CHOICES, ["a", "a"], ("a",)),
    ("choices as an empty list", CHOICES, [], ()),
    ("choices as one id", CHOICES, "b.x-1", ("b.x-1",)),
    ("choices as typed", CHOICES, "1, 2", ("a", "b.x-1")),
    ("scale as a number", SCALE, 7, 7),
    ("scale as typed", SCALE, "7", 7),
    ("number", NUMBER, 14, 14),
    ("decimal", DECIMAL, 2.5, 2.5),
    ("date as a date", DATE, date(2026, 10, 31), date(2026, 10, 31)),
    ("date as typed", DATE, "+30d", date(2026, 4, 13)),
    ("text", LINE, "some words", "some words"),
    ("text over several lines, from a long string", LINES, "one\ntwo\n", "one\ntwo"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("question", "given", "expected"), [row[1:] for row in FROM_FILE], ids=[r[0] for r in FROM_FILE]
)
def test_what_stands_in_a_file_becomes_a_value(question: Base, given: Any, expected: Value) -> None:
    value = from_file(question, given, TODAY)

    assert value == expected
    assert type(value) is type(expected)


NOT_IN_A_FILE = [
    (CHOICE, None), (CHOICE, ["a"]), (CHOICE, 1), (CHOICE, {"a": 1}), (CHOICE, "old"),
    (CHOICES, None), (CHOICES, ["a", "z"]), (CHOICES, [["a"]]), (CHOICES, [{"a": 1}]), (CHOICES, 1),
    (OR_NONE, []), (OR_NONE, ["a", "none"]),
    (SCALE, None), (SCALE, True), (SCALE, 7.0), (SCALE, [7]),
    (NUMBER, True), (NUMBER, 2.5), (NUMBER, -1), (DECIMAL, float("nan")), (DECIMAL, float("inf")),
    (DATE, datetime(2026, 10, 31, 12, 0)), (DATE, 20261031), (DATE, None),
    (LINE, None), (LINE, 7), (LINE, ["some", "words"]), (LINE, True),
    (INFO, "read"), (INFO, True),
]  # fmt: skip


@pytest.mark.parametrize(("question", "given"), NOT_IN_A_FILE)
def test_what_does_not_fit_in_a_file_is_refused(question: Base, given: Any) -> None:
    with pytest.raises(AnswerError):
        from_file(question, given, TODAY)


VALUES = [
    (CHOICE, st.sampled_from(["a", "b.x-1", "2"])),
    (CHOICES, st.sampled_from([(), ("a",), ("a", "2"), ("a", "b.x-1", "2")])),
    (OR_NONE, st.sampled_from([("none",), ("b.x-1",), ("a", "2")])),
    (SCALE, st.integers(-2, 10)),
    (NUMBER, st.integers(0, 999)),
    (DECIMAL, st.integers(-1000, 1000) | st.decimals(-99, 99, places=2).map(float)),
    (DATE, st.dates()),
    (LINE, st.text("some words ,;-7",
    min_size=1).filter(str.strip).map(lambda t: " ".join(t.split()))),
    (LINES, st.text("some\nwords", min_size=1).filter(str.strip).map(str.strip)),
]  # fmt: skip


@pytest.mark.parametrize(("question", "values"), VALUES, ids=[type(q).__name__ for q, _ in VALUES])
def test_a_value_typed_again_is_the_same(question: Base, values: st.SearchStrategy[Value]) -> None:
    @given(values)
    def holds(value: Value) -> None:
        assert read(question, typed(question, value), TODAY) == value

    holds()


@pytest.mark.parametrize(("question", "values"), VALUES, ids=[type(q).__name__ for q, _ in VALUES])
def test_a_value_comes_back_from_json(question: Any, values: st.SearchStrategy[Value]) -> None:
    @given(values)
    def holds(value: Value) -> None:
        assert from_plain(question.type, json.loads(json.dumps(to_plain(value)))) == value

    holds()


@pytest.mark.parametrize(
    ("question", "value", "shown"),
    [
        (CHOICE, None, ""),
        (CHOICE, "2", "3"),
        (CHOICE, "old", "old"),
        (CHOICES, (), "-"),
        (CHOICES, ("old", "a"), "1"),
        (OR_NONE, ("none",), "4"),
        (DATE, TODAY, "2026-03-14"),
        (LINE, "2", "2"),
    ],
)
def test_what_stands_there_when_an_answer_is_edited(
    question: Base, value: Value, shown: str
) -> None:
    assert typed(question, value) == shown


@pytest.mark.parametrize(
    ("question", "usual", "expected"),
    [
        (Date(id="q", ask="?", type="date", default="+30d"), {}, date(2026, 4, 13)),
        (DATE, {}, None),
        (Choice(id="q", ask="?", type="choice", context="setup", options=OPTIONS), {"setup": "a"},
        "a"),
        (Choice(id="q", ask="?", type="choice", context="setup", options=OPTIONS), {}, None),
        (LINE, {"setup": "a"}, None),
    ],
)  # fmt: skip
def test_what_stands_in_a_question_at_first(
    question: Base, usual: dict[str, str], expected: Value
) -> None:
    assert default(question, TODAY, usual) == expected


def test_a_day_is_read_the_same_wherever_it_is_typed() -> None:
    assert read_date(" 2026-03-14 ", TODAY) == TODAY


@pytest.mark.parametrize(
    "raw", ["2026-10-31T12:00", "10/31/2026", "+", "- 3", "31.10.26", "+99999"]
)
def test_other_forms_of_a_day_are_refused(raw: str) -> None:
    with pytest.raises(AnswerError, match="a date like 2026-10-31"):
        read_date(raw, TODAY)
