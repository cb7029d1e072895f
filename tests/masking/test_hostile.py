"""Hostile texts: the time grows with the text and no faster (field row 48)."""

import time

import pytest

from failnote.masking import Masker, Term

SHORT, LONG = 2_500, 25_000
MOST_GROWTH = 40
"""Times as long for ten times the text; a quadratic step would make it a hundred."""

ORDINARY = ("a.", "k o w a l c z y ", "on 3/4 ")
RARE = (
    *(
        "1",
        "1 ",
        "1 Aa ",
        "@a.",
        "00 ",
        "01-",
        "a@",
        "http://a",
        " ",
        "\n",
        "A ",
        "A.",
        "a dot b at c ",
        "kowal-",
    ),
    *("the 3rd of ", "3 mar ", "May 5 ", "((((", "id no 1", "GB82WEST", "AB12", "Mr Aa ", "a:b:"),
    *("a\u0301", "a\u200b", "张", "张 伟", "'", "annaann", "wife Karen ", "monday ", "ninety-"),
    *("4111 1111 1111 111", "07700 90012", "#1-", "a/", "_", "\ufdfa", "DE89 3704 0044 ", "x"),
)
TERMS = [Term(name) for name in ("Anna Kowalczyk", "Northmoor Foods", "张伟", "Will", "Jo Ng")]


def growth(unit: str, locale: str = "GB") -> float:
    """How many times as long the long text takes; measured anew where it is too much."""
    short = long = float("inf")
    for _ in range(3):
        short = min(short, *(seconds(repeated(unit, SHORT), locale) for _ in range(2)))
        long = min(long, seconds(repeated(unit, LONG), locale))
        if long <= MOST_GROWTH * short:
            break
    return long / short


def seconds(text: str, locale: str = "GB") -> float:
    """CPU time that masking takes."""
    masker = Masker(TERMS, locale=locale)
    start = time.process_time()
    masker.mask(text)
    return time.process_time() - start


def repeated(unit: str, length: int) -> str:
    return (unit * (length // len(unit) + 1))[:length]


@pytest.fixture(autouse=True, scope="module")
def warm() -> None:
    """Compile the patterns and read the word list before any time is taken."""
    Masker(TERMS).mask("On 3 March 2025 Xyz rang 07700 900123.")


@pytest.mark.parametrize("unit", ORDINARY)
def test_the_time_grows_with_the_text(unit: str) -> None:
    assert growth(unit) <= MOST_GROWTH


@pytest.mark.long
@pytest.mark.parametrize("unit", RARE)
def test_the_time_grows_with_the_text_for_rarer_shapes(unit: str) -> None:
    assert growth(unit) <= MOST_GROWTH


@pytest.mark.long
@pytest.mark.parametrize("locale", ["CA", "DE", "FI", "FR", "HU", "PL", "TR", "UA"])
@pytest.mark.parametrize(
    "unit", ["1-A-", "A. 1 ", "Am 1 ", "car AB1 ", "rue de la ", "12345 Aa ", "ул. "]
)
def test_the_time_grows_with_the_text_for_addresses_of_any_country(unit: str, locale: str) -> None:
    Masker(TERMS, locale=locale).mask("On 3 March 2025 Xyz rang 07700 900123.")

    assert growth(unit, locale) <= MOST_GROWTH
