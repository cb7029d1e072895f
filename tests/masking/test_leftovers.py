"""What a person should look at after masking."""

import pytest

from failnote.masking import Masker
from masking.words import term


def noticed(text: str, *terms: str, language: str = "en") -> list[tuple[str, str]]:
    masked = Masker(map(term, terms), language=language).mask(text)
    return [(notice.kind, masked.text[notice.start : notice.end]) for notice in masked.leftovers]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("then Fenwick left", "Fenwick"),
        ("Fenwick left.", "Fenwick"),
        ("He left. Fenwick stayed.", "Fenwick"),
        ("then FENWICK left", "FENWICK"),
        ("in Ballyvaughan again", "Ballyvaughan"),
        ("I met Grace there", "Grace"),
        ("then K. left", "K"),
        ("with K there", "K"),
        ("Siân stayed", "Siân"),
        ("a funeral in Wisdom again", "Wisdom"),
        ("her brother Spruce, not", "Spruce"),
        ("unsigned, just A.", "A"),
        ("He left. Opal knew it.", "Opal"),
        ("He left. Marguerite stayed.", "Marguerite"),
        ("she moved to melbourne then", "melbourne"),
        ("He left. Hyacinth, his great-aunt, rang", "Hyacinth"),
        ("in Millerton again", "Millerton"),
        ("not even Bassi there", "Bassi"),
    ],
)
def test_a_capitalised_word_that_is_in_no_lexicon_may_be_a_name(text: str, name: str) -> None:
    assert noticed(text) == [("name", name)]


@pytest.mark.parametrize(
    "text",
    [
        "Grace under pressure helps.",
        "“Hope helps,” I said.",
        "vitamin D helps, plan B too, I think",
        "A friend, and I, said so",
        "as told in Playing and Reality, in Group 4, at Step 3, in The Gift",
        "- Rose at last\n- May it last",
    ],
)
def test_a_word_of_the_language_is_none_where_a_capital_belongs(text: str) -> None:
    assert noticed(text) == []


@pytest.mark.parametrize(
    "written", ["Kowalczk", "Kowalczyyk", "Kowalczik", "Kowlaczyk", "kowalczik", "Kowalczyc"]
)
def test_a_listed_name_with_one_edit_is_warned_about(written: str) -> None:
    assert noticed(f"then {written} left", "client: Kowalczyk") == [("misspelt", written)]


@pytest.mark.parametrize("word", ["health", "heats", "death"])
def test_a_word_of_the_language_is_no_misspelling(word: str) -> None:
    assert noticed(f"her {word} again", "client: Heathe") == []


def test_an_everyday_word_in_lower_case_is_warned_about() -> None:
    assert noticed("I hope so", "client: Hope") == [("everyday", "hope")]


def test_what_was_masked_is_no_leftover() -> None:
    assert noticed("Fenwick and Mrs Abernathy rang 07700 900123", "client: Fenwick") == []


def test_another_language_has_no_word_list_for_the_start_of_a_sentence() -> None:
    assert noticed("Potem wyszła. Wczoraj Fenwick był.", language="pl") == [("name", "Fenwick")]


def test_a_town_that_is_known_is_one_at_the_start_of_a_sentence_in_any_language() -> None:
    assert noticed("Wyszła. Kielce milczały.", language="pl") == [("name", "Kielce")]


def test_german_nouns_are_no_names_but_two_in_a_row_may_be() -> None:
    assert noticed("Der Termin mit Fenwick Halder fiel aus.", language="de") == [
        ("name", "Fenwick"),
        ("name", "Halder"),
    ]
