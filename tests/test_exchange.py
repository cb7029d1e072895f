"""One review as one line of JSON, and back."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.exchange.reading import LineError, from_line
from failnote.exchange.writing import to_line
from failnote.review import Answer, FollowUp, Insight, Mark, Plan, Review, Value
from samples import CORE

LEAST = {
    "schema": "failnote.review/1",
    "guide": "core",
    "case": "maple-lantern-27",
    "date": "2026-03-14",
}
SECRET = "Wren7secret"


def read(**keys: Any) -> Review:
    return from_line(json.dumps(LEAST | keys), 1)


texts = st.text(max_size=20)
days = st.dates().map(date.isoformat)
days_or_months = days | days.map(lambda day: day[:7])
uuids = st.uuids().map(str)
names = st.from_regex(r"[a-z][a-z0-9_]{0,8}", fullmatch=True)
code_ids = st.from_regex(r"[a-z][a-z0-9-]{0,6}\.[a-z0-9-]{1,6}", fullmatch=True)
counts = st.none() | st.integers(0, 999)
offsets = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))
instants = st.none() | st.datetimes(timezones=offsets)
values: dict[str, st.SearchStrategy[Value]] = {
    "text": texts,
    "choice": names,
    "choices": st.lists(names, max_size=3).map(tuple),
    "scale": st.integers(0, 10),
    "number": st.integers(0, 999) | st.floats(allow_nan=False, allow_infinity=False),
    "date": st.dates(),
    "info": st.none(),
}


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    type_ = draw(st.sampled_from(sorted(values)))
    return Answer(
        question=draw(code_ids),
        type=type_,
        asked=draw(texts),
        status=draw(st.sampled_from(["answered", "skipped", "cannot-say"])),
        value=draw(st.none() | values[type_]),
        text=draw(texts),
        section=draw(texts),
        export=draw(st.sampled_from(["yes", "ask", "no"])),
        revision=draw(st.integers(1, 9)),
    )


def several(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(strategy, max_size=2).map(tuple)


follow_ups = st.builds(
    FollowUp,
    id=uuids,
    date=days_or_months,
    came_up=counts,
    did=counts,
    obstacles=several(names),
    verdict=st.sampled_from(["", "keep"]),
    state=st.sampled_from(["open", "finished"]),
    answers=several(answers()),
)
plans = st.builds(
    Plan,
    id=uuids,
    miss=st.just("") | code_ids,
    if_=texts,
    then=texts,
    rehearsed=st.sampled_from(["", "aloud-now"]),
    due=st.none() | st.dates(),
    state=st.sampled_from(["open", "habit", "retired", "reworded"]),
    parent=st.just("") | uuids,
    follow_ups=several(follow_ups),
    revision=st.integers(1, 9),
    name=st.sampled_from(["", "7", "7b"]),
)
reviews = st.builds(
    Review,
    id=uuids,
    number=st.integers(0, 999),
    case=st.from_regex(r"[a-z][a-z0-9-]{0,12}", fullmatch=True),
    guide=names,
    guide_version=st.integers(1, 9),
    date=days_or_months,
    guide_digest=st.sampled_from(["", "0123456789abcdef"]),
    kind=st.sampled_from(["frayed", "went-well"]),
    state=st.sampled_from(["open", "finished"]),
    offset=st.sampled_from(["", "+01:00", "-09:30"]),
    started=instants,
    finished=instants,
    lean=st.booleans(),
    at=st.none() | code_ids,
    context=st.dictionaries(names, several(texts), max_size=3),
    answers=several(answers()),
    marks=st.dictionaries(code_ids, st.booleans(), max_size=4).map(
        lambda marks: tuple(Mark(*mark) for mark in marks.items())
    ),
    first_sign_session=counts,
    ended_session=counts,
    plans=several(plans),
    insights=several(st.builds(Insight, id=uuids, date=days_or_months, text=texts)),
    supervision_answer=texts,
    supervision_date=st.just("") | days,
    distilled=st.just("") | days,
    revision=st.integers(1, 9),
    others=several(answers()),
)


@given(reviews)
def test_what_is_written_is_read_back_the_same(review: Review) -> None:
    assert from_line(to_line(review), 1) == review


@given(reviews)
def test_a_review_is_one_line_for_every_program(review: Review) -> None:
    assert len(to_line(review).splitlines()) == 1


def test_a_whole_review_survives() -> None:
    assert from_line(to_line(CORE), 1) == CORE


def test_text_stays_readable_in_the_line() -> None:
    assert "“do every other week for a bit”" in to_line(CORE)


def test_four_keys_are_enough_for_a_finished_review() -> None:
    review = read()

    assert (review.state, review.kind, review.number, review.guide_version) == (
        "finished",
        "frayed",
        0,
        1,
    )
    assert [*review.answers, *review.marks, *review.plans] == []


@pytest.mark.parametrize("key", ["schema", "guide", "case", "date"])
def test_each_of_the_four_keys_is_needed(key: str) -> None:
    line = {name: value for name, value in LEAST.items() if name != key}

    with pytest.raises(LineError, match=f"^Line 8: {key} is missing.$"):
        from_line(json.dumps(line), 8)


def test_a_missing_id_is_made_from_the_content() -> None:
    keys = {"number": 3, "context": {"setup": "couple"}}
    turned = json.dumps(dict(reversed((LEAST | keys).items())), indent=1)

    assert read(**keys).id == from_line(turned, 9).id
    assert read(**keys).id != read().id
    assert UUID(read().id).version == 5


def test_missing_ids_of_parts_are_made_and_stay() -> None:
    keys = {
        "plans": [{"if": "x", "follow_ups": [{"date": "2026-04"}]}, {"if": "x"}],
        "insights": [{"date": "2026-05-01", "text": "y"}],
    }
    review = read(**keys)
    made = [
        *(plan.id for plan in review.plans),
        *(follow_up.id for plan in review.plans for follow_up in plan.follow_ups),
        *(insight.id for insight in review.insights),
    ]

    assert len({UUID(each) for each in made}) == 4
    assert read(**keys) == review


def test_marks_may_come_as_looked_ticked_and_signs() -> None:
    review = read(looked=["a.b", "a.c"], ticked=["a.c", "a.d"], signs=["sign.x"])

    assert review.marks == (
        Mark("a.b", False),
        Mark("a.c", True),
        Mark("a.d", True),
        Mark("sign.x", True),
    )


def test_a_context_value_may_stand_without_brackets() -> None:
    context = read(context={"setup": "couple", "modality": ["cbt", "dbt"]}).context

    assert context == {"setup": ("couple",), "modality": ("cbt", "dbt")}


def test_the_text_of_an_answer_is_its_value_where_none_is_given() -> None:
    given_answers = [
        {"question": "q.one", "value": "He left."},
        {"question": "q.two", "type": "choices", "value": ["a", "b"]},
        {"question": "q.three", "type": "date", "value": "2026-04-01"},
        {"question": "q.four", "type": "scale", "value": 0},
        {"question": "q.five", "status": "skipped"},
    ]
    found = [(answer.value, answer.text) for answer in read(answers=given_answers).answers]

    assert found == [
        ("He left.", "He left."),
        (("a", "b"), "a; b"),
        (date(2026, 4, 1), "2026-04-01"),
        (0, "0"),
        (None, ""),
    ]


def test_instants_keep_their_offset() -> None:
    started = read(started="2026-03-14T18:05:00+01:00").started

    assert started == datetime(2026, 3, 14, 17, 5, tzinfo=UTC)
    assert started.utcoffset() == timedelta(hours=1)


@pytest.mark.parametrize(
    ("keys", "reason"),
    [
        ({"colour": SECRET}, "there is no key “colour”; leave it out."),
        ({"numbr": 1}, "there is no key “numbr”; did you mean “number”?"),
        ({"plans": [{"iff": "x"}]}, "plans, no. 1: there is no key “iff”; did you mean “if”?"),
        ({"schema": "failnote.review/2"}, "schema must be 'failnote.review/1'."),
        ({"case": SECRET}, "case must be an id such as maple-lantern-27 or contract.how-unclear."),
        ({"date": "2026-02-30"}, "date: this date is not in the calendar."),
        ({"date": "14.3.2026"}, "date: a date like 2026-03-14 is needed."),
        ({"date": 20260314}, "date must be text."),
        ({"number": -1}, "number must not be negative."),
        ({"number": "1"}, "number must be a whole number."),
        ({"lean": "yes"}, "lean must be true or false."),
        ({"offset": "1"}, "offset: an offset like +01:00 is needed."),
        ({"id": SECRET}, "id: a uuid is needed; leave it out to have one made."),
        (
            {"started": "2026-03-14T18:05:00"},
            "started: an instant like 2026-03-14T18:05:00+01:00 is needed.",
        ),
        ({"context": {"setup": 1}}, "context: setup must be a list, [ … ]."),
        (
            {"context": {SECRET: "x"}},
            "context: a name must be an id such as maple-lantern-27 or contract.how-unclear.",
        ),
        ({"marks": {"a.b": 1}}, "marks: a.b must be true or false."),
        (
            {"marks": {"a.b": True}, "ticked": ["a.b"]},
            "give marks, or looked, ticked and signs, not both.",
        ),
        ({"answers": {}}, "answers must be a list, [ … ]."),
        ({"answers": [SECRET]}, "answers: no. 1 must be an object, { … }."),
        ({"answers": [{"value": SECRET}]}, "answers, no. 1: question is missing."),
        (
            {
                "answers": [
                    {"question": "q.a"},
                    {"question": "q.b", "type": "scale", "value": SECRET},
                ]
            },
            "answers, no. 2: value: this does not fit a question of type scale.",
        ),
        (
            {"answers": [{"question": "q.a", "type": "number", "value": True}]},
            "answers, no. 1: value: this does not fit a question of type number.",
        ),
        (
            {"answers": [{"question": "q.a", "type": "choices", "value": ["a", 1]}]},
            "answers, no. 1: value: this does not fit a question of type choices.",
        ),
        ({"plans": [{"due": "2026-04"}]}, "plans, no. 1: due: a date like 2026-03-14 is needed."),
        ({"plans": [{"state": SECRET}]}, "plans, no. 1: state must be 'open', 'habit', 'retired'"),
    ],
)
def test_a_wrong_key_is_named_with_its_line_and_never_what_it_holds(
    keys: dict[str, Any], reason: str
) -> None:
    with pytest.raises(LineError) as caught:
        from_line(json.dumps(LEAST | keys), 12)

    assert str(caught.value).startswith(f"Line 12: {reason}")
    assert SECRET not in str(caught.value)
    assert caught.value.exit_code == 1


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", " is not JSON; look at column 1."),
        ("{'a': 1}", " is not JSON; look at column 2."),
        ("[1]", ": it must be an object, { … }."),
        ('{"a": 1, "a": 2}', ": a key stands twice in the same { … }."),
        ('{"a": NaN}', ": NaN and Infinity are no numbers here."),
        ('{"a": ' + "9" * 5000 + "}", ": a number is too long."),
        ('{"a": "\\ud800"}', " holds half a character (a lone surrogate); write it anew as UTF-8."),
        ("[" * 100_000, " is nested too deeply for a review."),
    ],
    ids=["empty", "quotes", "list", "twins", "nan", "long", "surrogate", "deep"],
)
def test_a_line_that_is_no_object_is_refused_in_words(text: str, reason: str) -> None:
    with pytest.raises(LineError) as caught:
        from_line(text, 3)

    assert str(caught.value) == f"Line 3{reason}"


json_values: st.SearchStrategy[Any] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=6,
)
keys_of_a_line = st.sampled_from(sorted(json.loads(to_line(CORE))))


@given(keys_of_a_line, json_values)
def test_anything_in_any_key_is_read_or_refused_in_words(key: str, value: Any) -> None:
    line = json.loads(to_line(CORE)) | {key: value}
    try:
        from_line(json.dumps(line), 1)
    except LineError as error:
        assert str(error).startswith("Line 1")  # noqa: PT017 - both ways are right
