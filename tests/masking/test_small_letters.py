"""Listed everyday words in small letters: masked where they can only be somebody."""

import pytest

from masking.words import masked

LISTED = ("client: Grace Bond", "mother: Rose", "person: Will", "person: May", "person: Minh Le")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("too tired for more. grace quit today", "too tired for more. [client] quit today"),
        ("deleted it\nbond paid the rest", "deleted it\n[client] paid the rest"),
        ("in scrubs\nrose on speaker", "in scrubs\n[mother] on speaker"),
        ("[21:14] rose: did i lock it", "[21:14] [mother]: did i lock it"),
        ("on 0555 (bond, furious)", "on [number] ([client], furious)"),
        ("\ngrace relapsed, it says", "\n[client] relapsed, it says"),
        ("i told bond on the phone", "i told [client] on the phone"),
        ("and rose said no", "and [mother] said no"),
        ("mon - rose (her friend too) wrote", "mon - [mother] (her friend too) wrote"),
        ("i told grace at the door", "i told [client] at the door"),
        ("hi rose, thanks", "hi [mother], thanks"),
        ("went home with grace's file", "went home with [client]'s file"),
        ("then will himself rang", "then [person 1] himself rang"),
        ("then le himself rang", "then [person 1] himself rang"),
    ],
)
def test_what_only_people_do_tells_a_name(text: str, expected: str) -> None:
    assert masked(text, *LISTED) == expected


@pytest.mark.parametrize(
    "text",
    [
        "there was little grace in it",
        "the bond rose and sank",
        "her mother rose from the chair",
        "the bond's strength was never tested",
        "a friend whom i told will know",
        "whoever we met may come back",
        "at may's end he will not",
        "the price of grace said enough",
        "with good grace, and with a will",
    ],
)
def test_the_word_in_its_other_sense_stays(text: str) -> None:
    assert masked(text, *LISTED) == text


def test_a_note_without_capitals_asks_for_none_in_an_inflected_name() -> None:
    text = "o ilonie pomyślałam za późno, przy żanecie też. wyszła."
    listed = "client: Ilona", "mother: Żaneta"
    small = masked(text, *listed, language="pl")
    assert small == "o [client] pomyślałam za późno, przy [mother] też. wyszła."
    capital = masked(text.replace("wyszła", "Wyszła"), *listed, language="pl")
    assert capital == text.replace("wyszła", "Wyszła")


def test_an_initial_typed_small_goes_with_its_name() -> None:
    assert masked("closed as k wojcik", "client: Kasia Wojcik") == "closed as [client]"


def test_a_surname_that_is_a_small_word_elsewhere_is_masked_with_its_capital() -> None:
    assert masked("so Le gave me the keys", "client: Minh Le") == "so [client] gave me the keys"
