"""The door: every text the journal can hold comes in unchanged."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from failnote.journal.cleaning import clean, clean_text
from failnote.review import Answer, Mark, Step
from journal.invented import ANY_TEXT, told


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("a\0b", "a\u2400b"),
        ("a\ud800b", "a\ufffdb"),
        ("\udc80\udcff", "\ufffd\ufffd"),
        ("e\u0301 \u00e9", "e\u0301 \u00e9"),
        ("\ufeff\u202e\x1b[31m\r\n\t", "\ufeff\u202e\x1b[31m\r\n\t"),
    ],
)
def test_only_nul_and_lone_surrogates_are_replaced(text: str, kept: str) -> None:
    assert clean_text(text) == kept


@given(ANY_TEXT)
@example("\ud83d\ude00")
def test_a_cleaned_text_can_be_kept_and_cleaning_it_again_changes_nothing(text: str) -> None:
    once = clean_text(text)

    assert "\0" not in once
    assert once.encode().decode() == once
    assert clean_text(once) == once
    assert len(once) == len(text)


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")))
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert clean_text(text) == text


def test_every_text_of_a_step_is_cleaned_and_nothing_else_changes() -> None:
    dirty = Step(
        answers=(told("core.facts", "a\0"), Answer("q", "choices", "", value=("x\0", "y"))),
        positions={"core.facts": 3},
        dormant=frozenset({"d\0"}),
        marks=(Mark("m\0", True),),
        plan={"if": "i\0", "due": date(2026, 4, 1), "then": None},
        context={"tags": ("t\0",)},
        numbers={"ended_session": 4},
        finished=True,
    )

    assert clean(dirty) == Step(
        answers=(told("core.facts", "a\u2400"), Answer("q", "choices", "", value=("x\u2400", "y"))),
        positions={"core.facts": 3},
        dormant=frozenset({"d\u2400"}),
        marks=(Mark("m\u2400", True),),
        plan={"if": "i\u2400", "due": date(2026, 4, 1), "then": None},
        context={"tags": ("t\u2400",)},
        numbers={"ended_session": 4},
        finished=True,
    )
