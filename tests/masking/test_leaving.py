"""Leaving: no listed term leaves in any field of a review, in any format."""

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from failnote.exchange.reading import from_line
from failnote.exchange.words import MASKED
from failnote.exchange.writing import to_document, to_line
from failnote.masking import Masker, MaskingError, Term
from failnote.masking.days import without_days
from failnote.masking.leaving import Outgoing
from failnote.masking.matching import TermIndex
from failnote.render.agenda import agenda_json, agenda_markdown
from failnote.render.front_matter import front_matter
from failnote.render.note import note
from failnote.render.whole_csv import head_row, review_rows
from failnote.render.whole_markdown import review_markdown
from failnote.review import Answer, FollowUp, Insight, Plan, Review
from masking.test_laws import PEOPLE, around, survivors, written
from samples import CODES, CORE, NAMES

ID = "6b7f3b52-6f0f-4f6e-9a55-0d6f5a3f6a09"
WHOLE = replace(
    CORE,
    supervision_answer="Ask him.",
    supervision_date="2026-04-02",
    started=None,
    at="core.facts",
    insights=(Insight(ID, "2026-05-01", "It was mine, too."),),
    others=(Answer("core.kept", "text", "What?", value="x", text="x", export="yes"),),
    plans=(
        replace(
            CORE.plans[0],
            follow_ups=(
                FollowUp(
                    id=ID,
                    date="2026-05-02",
                    obstacles=("forgot",),
                    verdict="keep",
                    answers=(
                        Answer("fu.heard", "text", "Which?", value="y", text="y", export="yes"),
                    ),
                ),
            ),
        ),
    ),
)
MADE_BY_FAILNOTE = {
    *("id", "parent", "guide_digest", "date", "offset", "name", "damaged", "supervision_date"),
    *("type", "status", "export", "kind", "state", "distilled"),
}
Place = tuple[str | int, ...]


def places(value: Any, above: Place = ()) -> Iterator[Place]:
    """Where in a review a text stands."""
    if isinstance(value, str):
        yield above
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in MADE_BY_FAILNOTE:
                yield from places(getattr(value, field.name), (*above, field.name))
    elif isinstance(value, Mapping):
        for key, each in value.items():
            yield from places(each, (*above, key))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from places(each, (*above, number))


def put(value: Any, place: Place, text: str) -> Any:
    """The same with another text at this place."""
    if not place:
        return text
    first, *rest = place
    if isinstance(value, tuple):
        assert isinstance(first, int)
        changed = put(value[first], tuple(rest), text)
        return (*value[:first], changed, *value[first + 1 :])
    if isinstance(value, Mapping):
        return {**value, first: put(value[str(first)], tuple(rest), text)}
    return replace(value, **{str(first): put(getattr(value, str(first)), tuple(rest), text)})


LEAVING = replace(
    WHOLE,
    answers=tuple(a for a in WHOLE.answers if a.export != "no" and a.type != "date"),
    marks=tuple(mark for mark in WHOLE.marks if not mark.code.startswith("feel.")),
)
"""The parts that may leave, so that a text in each of them would."""
PLACES = sorted(places(LEAVING), key=str)


def outgoing(*terms: str, **options: Any) -> Outgoing:
    return Outgoing(Masker(map(Term, terms)), may_leave=("yes", "ask"), **options)


def outputs(review: Review, out: Outgoing) -> Iterator[str]:
    """What each format says of a masked review; JSON and CSV without their escapes."""
    codes = out.codes(CODES)
    coarse = without_days(review)
    yield note(review, codes, names=NAMES, may_leave=("yes", "ask"), whole_context=True)
    yield note(review, codes, names=NAMES, brief=True)
    yield front_matter(review)
    yield review_markdown(coarse, codes, NAMES)
    yield " | ".join(texts_of(json.loads(to_line(coarse, {"masked": MASKED}))))
    yield " | ".join(texts_of(json.loads("".join(to_document([coarse], {"masked": MASKED})))))
    rows = csv.reader([head_row(), *review_rows(coarse)])
    yield " | ".join(cell for row in rows for cell in row)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, each in value.items():
            yield key
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


class Waiting:
    """A question on the agenda."""

    def __init__(self, number: int, date: str, case: str, text: str) -> None:
        self.number, self.date, self.case, self.text = number, date, case, text


@pytest.mark.parametrize("examples", [40, pytest.param(3000, marks=pytest.mark.long)])
def test_row_40_no_listed_term_leaves_in_any_field_in_any_format(examples: int) -> None:
    @settings(max_examples=examples, database=None)
    @given(st.data(), st.sampled_from(PEOPLE), st.sampled_from(PLACES), around, around)
    def law(data: st.DataObject, name: str, place: Place, before: str, after: str) -> None:
        text = f"{before} {data.draw(written(name))} {after}"
        out = outgoing(name)
        try:
            masked = out.review(put(LEAVING, place, text))
        except MaskingError:  # an id is not masked: nothing leaves
            assert place[-1] in {
                "question",
                "code",
                "guide",
                "miss",
                "rehearsed",
                "verdict",
                "at",
            } or (isinstance(place[-1], int) or place[-1] == "value")
            return
        agenda = [Waiting(7, "2026-03-14", out.case(WHOLE.case), out.text(text))]
        said = [*outputs(masked, out), agenda_markdown(agenda), agenda_json(agenda)]

        assert [survivors(each, name) for each in said] == [[] for _ in said]

    law()


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_where_the_masker_finds_nothing_nothing_leaves(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TermIndex, "find", lambda *_: iter(()))
    out = outgoing("Kowalczyk")

    with pytest.raises(MaskingError):
        out.review(put(LEAVING, place, "kowalczyk"))


@pytest.mark.parametrize("place", PLACES, ids=lambda place: ".".join(map(str, place)))
def test_a_masker_that_gives_its_text_back_lets_nothing_leave(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    from failnote.masking.masker import Masked  # noqa: PLC0415

    monkeypatch.setattr(Masker, "mask", lambda _, text, **__: Masked(text, {}))
    monkeypatch.setattr(Masker, "look", lambda *_, **__: ())
    out = outgoing("Kowalczyk")

    with pytest.raises(MaskingError):
        out.review(put(LEAVING, place, "kowalczyk"))


def test_a_role_stands_in_its_place_and_dates_count_from_the_review() -> None:
    out = Outgoing(Masker([Term("Anna", "client", CORE.case)]))
    masked = out.review(put(WHOLE, ("insights", 0, "text"), "Anna rang on 7 March 2026."))

    assert masked.insights[0].text == "[client] rang on [7 days earlier]."
    assert out.counts == {"client": 1, "date": 1}


def test_failnotes_own_words_stay_whatever_is_listed() -> None:
    asked = "What are you looking back on?"
    assert LEAVING.answers[0].asked == asked
    own = outgoing("Looking", is_own=lambda text: text == asked)
    other = outgoing("Looking")

    assert own.review(LEAVING).answers[0].asked == asked
    assert other.review(LEAVING).answers[0].asked == "What are you [person 1] back on?"


def test_a_case_whose_code_tells_a_name_gets_another_one() -> None:
    out = outgoing("Anna Kowalczyk")
    named = replace(WHOLE, case="kowalczyk-7")

    assert out.review(named).case == out.review(named).case == "case-1"
    assert out.review(WHOLE).case == WHOLE.case


def test_what_was_written_to_settle_and_what_may_not_leave_stays() -> None:
    masked = Outgoing(Masker([])).review(WHOLE)

    assert {answer.export for answer in masked.answers} == {"yes"}
    assert not any(a.question.startswith("settle.") for a in masked.answers)
    assert not any(mark.code.startswith("feel.") for mark in masked.marks)


def test_a_day_that_was_answered_is_no_day_any_more() -> None:
    day = Answer("own.day", "date", "When?", value=None, text="2026-03-01", export="yes")
    masked = outgoing().review(replace(WHOLE, answers=(day,)))

    assert (masked.answers[0].value, masked.answers[0].text) == (None, "[date]")


def test_months_are_all_that_is_left_of_days() -> None:
    line = to_line(without_days(WHOLE))

    assert "2026-03-" not in line
    assert from_line(line, 1).date == "2026-03"


def test_a_plan_says_no_day_it_is_due() -> None:
    due = replace(WHOLE, plans=(Plan("p", if_="x", due=None),))

    assert without_days(due).plans[0].due is None


@pytest.mark.parametrize(
    ("code", "left"), [("elder-ladder-91", "elder-ladder-91"), ("gran-94", "case-1")]
)
def test_the_number_of_a_code_is_no_age_and_one_that_was_chosen_may_be(
    code: str, left: str
) -> None:
    assert Outgoing(Masker([])).case(code) == left
