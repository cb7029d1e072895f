"""The soft check of what is being written."""

import pytest

from failnote.masking import Masker, soft_check
from masking.words import term


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("her number is 07700 900123", "phone", "07700 900123"),
        ("on 3 March she left", "date", "3 March"),
        ("her wife Karenza left", "person", "Karenza"),
        ("then Fenwick left", "name", "Fenwick"),
        ("a 34-year-old woman", "age", "34-year-old"),
        ("a 93-year-old woman", "age", "93-year-old"),
        ("the only vet in the valley", "story", "the only"),
        ("she has twins", "story", "twins"),
    ],
)
def test_what_could_identify_is_noted_with_its_place(text: str, kind: str, words: str) -> None:
    assert [(n.kind, text[n.start : n.end]) for n in soft_check(text, Masker([]))] == [
        (kind, words)
    ]


def test_listed_terms_are_noted_by_their_role() -> None:
    notices = soft_check("Then Ada left.", Masker([term("client: Ada")]))

    assert [notice.kind for notice in notices] == ["client"]


def test_an_ordinary_sentence_is_not_noted() -> None:
    assert (
        soft_check("I went back to the thought record and she looked at the floor.", Masker([]))
        == ()
    )


def test_endings_count_as_the_settings_say() -> None:
    masker = Masker([term("client: Tomasz")], inflection="long")

    assert [notice.kind for notice in soft_check("I told Tomaszem so.", masker)] == ["client"]
