"""Identifiers with a shape, one table for each kind; «» hold what must go, and nothing else may."""

import re
from collections.abc import Callable

import pytest

from failnote.masking import Masker
from failnote.masking.numbers import is_card_number, is_iban, is_nhs_number
from masking.words import masked

_MARKED = re.compile("«[^»]*»")


def assert_masks_exactly(text: str, placeholder: str, **where: str) -> None:
    expected = _MARKED.sub(lambda _: placeholder, text)

    assert masked(text.replace("«", "").replace("»", ""), **where) == expected


@pytest.mark.parametrize(
    "text",
    [
        "from «anna.k+x@mail.example.co.uk».",
        "from «anna @ mail.example.com» again",
        "from «anna_k (at) example (dot) org», twice",
        "from «anna[at]talking[dot]example[dot]org»",
        "from «anna dot k at example dot com» again",
        "from «anna at gmail.com», she said",
        "«ANNA@EXAMPLE.COM»",
    ],
)
def test_email_addresses(text: str) -> None:
    assert_masks_exactly(text, "[email]")


@pytest.mark.parametrize(
    "text",
    [
        "at «https://anna.example.com/blog?p=3#top».",
        "at «www.anna.example.org/x», she said",
        "(«anna-writes.co.uk»)",
        "see «anna.example.de/ueber».",
        "on «t.me/anna»",
        "video: «bit.ly/3annas»",
        "from «spinroo.bet/vip», plays",
    ],
)
def test_web_addresses(text: str) -> None:
    assert_masks_exactly(text, "[web address]")


@pytest.mark.parametrize(
    "text",
    [
        "she is «@anna_k» there",
        "instagram: «anna.k99», she said",
        "his Venmo («@rafa-dlc») and",
        "her user name is «anna_99».",
        "reddit «u/anna-k»",
        "where one «hobchecker_91» describes me",
        "she posts as «tamsinvox91», still",
    ],
)
def test_handles(text: str) -> None:
    assert_masks_exactly(text, "[handle]")


@pytest.mark.parametrize(
    "text",
    [
        "from «203.0.113.77».",
        "from «2001:db8::8a2e:370:7334»",
        "at «2001:db8::c2»: closed",
        "«00:1b:44:11:3a:b7»",
    ],
)
def test_ip_addresses(text: str) -> None:
    assert_masks_exactly(text, "[IP address]")


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("GB", "on «07700 900123», twice"),
        ("GB", "on «020 7946 0958»."),
        ("GB", "on «(01632) 960 318»"),
        ("GB", "on «07700-900-771» or «07700900772»"),
        ("GB", "on «+44 (0)20 7946 0958»"),
        ("GB", "on «+48 612 345 678» and «0049 30 1234567»"),
        ("GB", "on «07700 900123» 14 times"),
        ("US", "on «(503) 555-0142»"),
        ("US", "on «503.555.0142 ext. 12», twice"),
        ("US", "on «1-800-555-0190»"),
        ("US", "call «555-0142»"),
        ("DE", "unter «089 1234567»"),
        ("DE", "Rückruf «05241 / 555 12-0», bis"),
        ("FR", "au «06 12 34 56 78»"),
        ("ES", "al «612 345 678»"),
        ("IE", "on «086 123 4567»"),
        ("RU", "«8 912 345-67-89»"),
        ("RU", "телефон «8 (81378) 2-14-37»."),
        ("LT", "namuose, «8 5 213 4407»: ji"),
        ("PL", "«22 508 41 73 wew. 6»"),
    ],
)
def test_phone_numbers(locale: str, text: str) -> None:
    assert_masks_exactly(text, "[phone]", locale=locale)


@pytest.mark.parametrize(
    "text",
    [
        "SSN «123-45-6789»",
        "SSN «123 45 6789»",
        "NHS «943 476 5919»",
        "NI «AB 12 34 56 C»",
        "NI «ab123456c»",
        "card «4111 1111 1111 1111»",
        "card «4111-1111-1111-1112»",
        "card «3782 822463 10005»",
        "«DE89 3704 0044 0532 0130 00»",
        "IBAN «GB82WEST12345698765432».",
        "chart no. «C-118820»",
        "case ref «2025/0117-TF»",
        "member ID: «HZ991»",
        "policy «AV/9910-227»",
        "file #«33-9020»",
        "her medical record number is «5520981».",
        "account ending «4471»",
        "sort code «12-34-56»",
        "no. «44-20817»",
        "it says «20240605117» there",
        "it says «CLM-2024-550171-B» there",
    ],
)
def test_numbers_that_stand_for_one_person(text: str) -> None:
    assert_masks_exactly(text, "[number]")


@pytest.mark.parametrize(
    ("is_valid", "valid", "wrong"),
    [
        (is_nhs_number, "943 476 5919", "943 476 5918"),
        (is_nhs_number, "999 000 0018", "999 000 001"),
        (is_card_number, "4111 1111 1111 1111", "4111 1111 1111 1112"),
        (is_iban, "GB82 WEST 1234 5698 7654 32", "GB82 WEST 1234 5698 7654 33"),
        (is_iban, "de89370400440532013000", "DE89 3704 0044 0532 0130 0"),
    ],
    ids=["nhs", "nhs-short", "card", "iban", "iban-short"],
)
def test_numbers_are_known_by_their_check_digits(
    is_valid: Callable[[str], bool], valid: str, wrong: str
) -> None:
    assert is_valid(valid)
    assert not is_valid(wrong)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("GB", "the car «KX19 TRE» stood there"),
        ("US", "license plate «7XKR 244»"),
        ("DE", "das Auto «M-AB 1234»"),
    ],
)
def test_plates(locale: str, text: str) -> None:
    assert_masks_exactly(text, "[plate]", locale=locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("GB", "in «M14 6GH», or «SW1A 1AA»"),
        ("GB", "postcode «m21»"),
        ("CA", "in «H2X 1Y4»"),
        ("US", "in OR «97214»"),
        ("US", "zip «95402»"),
        ("US", "in «95402-1187»"),
        ("DE", "Gartenweg, «82194 Gauting»"),
        ("PL", "«31-042 Tarnowo»"),
    ],
)
def test_postcodes(locale: str, text: str) -> None:
    assert_masks_exactly(text, "[postcode]", locale=locale)


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("GB", "lives at «22 Marlborough Crescent», alone"),
        ("GB", "lives at «Flat 3, 19 Wellington Road»."),
        ("GB", "lives in «Marlborough Street» now"),
        ("GB", "lives at «12 acacia avenue»"),
        ("US", "lives at «4120 SE Alder Street, Apt 6»"),
        ("US", "lives at «12 Elm Dr», alone"),
        ("US", "«PO Box 1187»"),
        ("DE", "wohnt «Lindenstraße 14b»"),
        ("AT", "wohnt «Am Graben 12»"),
        ("FR", "habite «12 bis rue des Lilas»"),
        ("ES", "vive en «Calle Mayor 14»"),
        ("IT", "abita in «Via Garibaldi 22»"),
        ("NL", "woont «Prinsengracht 263»"),
        ("PL", "przy «ul. Lipowa 12/4»"),
        ("SE", "bor på «Storgatan 5»"),
    ],
)
def test_streets(locale: str, text: str) -> None:
    assert_masks_exactly(text, "[address]", locale=locale)


@pytest.mark.parametrize(
    "text",
    [
        "She is «92». ",
        "at «92 years of age»",
        "a «93-year-old» man",
        "aged «95», she",
        "he turned «ninety-one»",
        "my client, «94», came",
        "in her «early nineties»",
    ],
)
def test_ages_over_89(text: str) -> None:
    assert_masks_exactly(text, "[age]")


@pytest.mark.parametrize(
    "text",
    [
        "then Dr. «Abernathy» rang",
        "then Mrs «Okonkwo-Hale» rang",
        "then Ms «K.» rang",
        "his wife «Karenza» rang",
        "a friend named «Tolliver»",
        "then «J.R. Abernathy» rang",
        "then «Karenza B.» rang",
        "her sister «Grace» rang",
        "then dr «bond» rang",
        "then mrs «okonkwo» rang",
    ],
)
def test_names_that_a_word_before_them_gives_away(text: str) -> None:
    assert_masks_exactly(text, "[person 1]")


def test_one_title_after_another_announces_two_names() -> None:
    assert masked("Dr Tolliver Mrs Abernathy") == "Dr [person 1] Mrs [person 2]"


@pytest.mark.parametrize(
    "text", ["with «M.K.» there", "with «M. K. L.» there", "client «MK» came", "от «О.С.» и"]
)
def test_initials(text: str) -> None:
    assert_masks_exactly(text, "[initials]")


@pytest.mark.parametrize(
    "word",
    [
        "the U.S. team",
        "at 9 a.m. sharp",
        "vitamin D. Then",
        "a Ph.D. student",
        "an M.A. in",
        "my GP said",
    ],
)
def test_short_forms_are_no_initials(word: str) -> None:
    assert masked(f"then {word} again") == f"then {word} again"


@pytest.mark.parametrize(
    "text",
    [
        "Grandfather said so",
        "Dr. then left",
        "my sister Came",
        "session 7 and Dr. then left",
        "Miss the point",
        "my mother Monday and Tuesday",
    ],
)
def test_no_name_follows_every_title(text: str) -> None:
    assert masked(text) == text


def test_an_identifier_never_ends_inside_a_word() -> None:
    assert masked(f"then 123456{'abc' * 30} left") == "then [number] left"


def test_invisible_characters_hide_no_identifier() -> None:
    assert Masker([]).mask("an\u200bna@\u00admail.exam\u2060ple.com").text == "[email]"
    assert Masker([]).mask("０７７００ ９００１２３").text == "[phone]"
