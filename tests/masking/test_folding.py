"""Folding keeps the way back to the text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.masking.folding import fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Łukasz Ørsted", "lukasz orsted"),
        ("Straße ÆBELØ", "strasse aebelo"),
        ("İlkay Işık", "ilkay isik"),
        ("Jose\u0301 José", "jose jose"),
        ("O’Brien Oʼ´`", "o'brien o'''"),
        ("a–b‑c—d", "a-b-c-d"),
        ("so\u00adft ze\u200bro", "soft zero"),
        ("Ｋarl ﬁn", "karl fin"),
        ("a\u00a0b\tc\nd", "a b\tc\nd"),
        ("½ ⑴ ² …", "    2 ."),
        ("ΟΔΥΣΣΕΎΣ", "οδυσσευσ"),
    ],
)
def test_what_looks_alike_becomes_alike(text: str, folded: str) -> None:
    assert fold(text).folded == folded


@pytest.mark.parametrize(
    ("text", "word", "span"),
    [
        ("see Jose\u0301.", "jose", "Jose\u0301"),
        ("see Wei\u00adß!", "weiss", "Wei\u00adß"),
        ("a ﬁne", "fine", "ﬁne"),
        ("aﬁ b", "af", "aﬁ"),
    ],
)
def test_a_stretch_leads_back_to_whole_characters_and_their_marks(
    text: str, word: str, span: str
) -> None:
    folded = fold(text)
    start = folded.folded.index(word)

    begin, end = folded.span(start, start + len(word))

    assert text[begin:end] == span


@given(st.text())
def test_plain_and_folded_text_have_one_length_and_places_ascend(text: str) -> None:
    folded = fold(text)
    places = list(folded.places)

    assert len(folded.plain) == len(folded.folded) == len(places) - 1
    assert places == sorted(places)
    assert all(folded.folded[word.start : word.end] == word.folded for word in folded.words)


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_the_words_of_a_stretch_are_those_that_touch_it(text: str, start: int, end: int) -> None:
    folded = fold(text)

    touching = tuple(w for w in folded.words if w.start < end and start < w.end)

    assert folded.words_in(start, end) == touching or start >= end
