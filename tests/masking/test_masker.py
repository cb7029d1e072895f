"""What a masker puts in the place of what it takes out."""

from datetime import date

import pytest

from failnote.masking import Masker, Notice, Term
from masking.words import term


def test_numbers_hold_within_one_export() -> None:
    masker = Masker(map(term, ["person: Ada", "person: Berta", "place: Tarn"]))

    texts = [masker.mask(text).text for text in ("Berta in Tarn", "Ada and Berta")]

    assert texts == ["[person 1] in [place 1]", "[person 2] and [person 1]"]


def test_numbers_begin_anew_in_the_next_export() -> None:
    terms = [term("person: Ada"), term("person: Berta")]
    Masker(terms).mask("Ada")

    assert Masker(terms).mask("Berta").text == "[person 1]"


def test_parts_and_other_names_of_one_person_share_a_number() -> None:
    masker = Masker([Term("Ada Lovering; Addie", "person")])

    assert masker.mask("Ada, Addie, Ms Lovering").text == "[person 1], [person 1], Ms [person 1]"


def test_a_family_name_listed_with_another_person_belongs_to_the_name_before_it() -> None:
    masker = Masker([Term("Ada Lovering", "client"), Term("Bert", "partner")])

    assert masker.mask("Bert Lovering and Ada").text == "[partner] and [client]"


def test_the_client_of_another_case_is_some_person() -> None:
    masker = Masker([Term("Ada", "client", "fern"), Term("Berta", "client", "oak")])

    masked = masker.mask("Ada reminds me of Berta", case="fern")

    assert masked.text == "[client] reminds me of [person 1]"
    assert masked.counts == {"client": 1, "person": 1}


def test_a_name_in_two_cases_stands_for_the_one_of_this_case() -> None:
    masker = Masker([Term("Ada", "mother", "oak"), Term("Ada", "client", "fern")])

    assert masker.mask("Ada", case="fern").text == "[client]"
    assert masker.mask("Ada", case="oak").text == "[mother]"


def test_an_unlisted_name_is_learnt_from_its_title() -> None:
    masker = Masker([])

    assert masker.mask("Abernathy rang. Mrs Abernathy was cross.").text == (
        "[person 1] rang. Mrs [person 1] was cross."
    )
    assert masker.mask("and Abernathy again").text == "and [person 1] again"


def test_counts_are_the_number_of_placeholders() -> None:
    masker = Masker([term("client: Ada Lovering")])

    masked = masker.mask("Ada with A. Lovering and ada@x.example.com on 3 March and 4 March 2025.")

    assert masked.text == "[client] with [client] and [email] on [date] and [date]."
    assert masked.counts == {"client": 2, "email": 1, "date": 2}


def test_leftovers_hold_places_of_the_masked_text_and_no_words() -> None:
    masker = Masker([term("client: Kowalczyk"), term("partner: Will")])

    masked = masker.mask("Kowalczyk will see Fenwick about Kowalzyk.")

    assert masked.leftovers == (
        Notice("everyday", 9, 13),
        Notice("misspelt", 32, 40),
        Notice("name", 18, 25),
    )
    assert [masked.text[n.start : n.end] for n in masked.leftovers] == [
        "will",
        "Kowalzyk",
        "Fenwick",
    ]
    assert "Fenwick" not in repr(masked.leftovers)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("14 March 2025", "[the same day]"),
        ("13 March 2025", "[1 day earlier]"),
        ("21.02.2025", "[3 weeks earlier]"),
        ("2025-06-13", "[3 months later]"),
        ("March 14th, 2020", "[5 years earlier]"),
        ("14 March", "[date]"),
        ("March 2025", "[date]"),
        ("3-5 March 2025", "[date]"),
    ],
)
def test_a_certain_day_becomes_its_distance_from_the_anchor(day: str, words: str) -> None:
    masked = Masker([]).mask(f"seen on {day}.", anchor=date(2025, 3, 14))

    assert masked.text == f"seen on {words}."


@pytest.mark.parametrize(("locale", "words"), [("US", "the same day"), ("GB", "4 weeks later")])
def test_the_country_settles_which_number_is_the_month(locale: str, words: str) -> None:
    masked = Masker([], locale=locale).mask("on 03/04/2025", anchor=date(2025, 3, 4))

    assert masked.text == f"on [{words}]"


def test_a_text_without_identifiers_stays_as_it_is() -> None:
    text = "I let it go.\r\n\tShe looked at the floor – e\u0301 ½ 👍🏽 \u200b.\n"

    assert Masker([]).mask(text).text == text
