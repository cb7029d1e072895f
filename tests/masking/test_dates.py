"""Dates finer than a year go; years, times, scores and doses stay."""

import pytest

from masking.words import masked

DATES = [
    "3 March 2025",
    "3 March",
    "3rd March",
    "the 3rd of March 2025",
    "March 3rd, 2025",
    "March 3",
    "Mar. 3",
    "3-5 March",
    "March 3-5, 2025",
    "3 and 5 March",
    "Monday 12 May",
    "Friday, 13 September 2024",
    "Tues 4 Feb",
    "Sunday the 9th",
    "2025-03-14",
    "14.3.2025",
    "14/03/25",
    "03-14-2025",
    "2025. 03. 14",
    "March 2025",
    "March '25",
    "03/2025",
    "early October",
    "mid-March",
    "30-Jan-2025",
    "the third of March",
    "the twenty-first of June",
    "June the third",
    "the first Monday in May",
    "spring 2024",
    "2024-W12",
    "Q3 2024",
    "Tuesday week",
    "last Tuesday week",
    "Christmas Eve",
    "New Year's Day 2024",
    "Easter",
    "Yom Kippur",
    "Ramadan",
    "Eid al-Fitr",
    "the fourth of July",
    "Halloween",
]


@pytest.mark.parametrize("date", DATES)
def test_a_date_finer_than_a_year_is_masked(date: str) -> None:
    assert masked(f"She left again, {date}, she said.") == "She left again, [date], she said."


@pytest.mark.parametrize("date", [date.lower() for date in DATES if date not in ("Mar. 3",)])
def test_a_date_in_lower_case_is_masked_after_a_word_that_leads_to_it(date: str) -> None:
    assert masked(f"she left on {date}, she said.") == "she left on [date], she said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("on 8/4 she left", "on [date] she left"),
        ("by 30/5, she said", "by [date], she said"),
        ("on the 14th.", "on [date]."),
        ("since March", "since [date]"),
        ("in May I left", "in [date] I left"),
        ("DOB 04/17/1987", "DOB [date]"),
        ("exp. 09/27", "exp. [date]"),
        ("from 3 March to 5 April", "from [date] to [date]"),
        ("May 5 was hard", "[date] was hard"),
        ("on May 5 people came", "on [date] people came"),
    ],
)
def test_words_around_a_date_tell_it(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("language", "date"),
    [
        ("de", "14. März 2025"),
        ("fr", "5 mai 2024"),
        ("es", "5 de mayo de 2024"),
        ("it", "12 marzo 2025"),
        ("nl", "5 mei 2024"),
        ("pl", "14 marca 2025"),
        ("cs", "7. 3. 2025"),
        ("fi", "10. huhtikuuta"),
        ("ru", "14 марта 2025"),
        ("tr", "14 Mart 2025"),
        ("lt", "2025-03-14"),
        ("hu", "2025. 03. 14"),
        ("de", "Weihnachten"),
        ("fr", "Noël"),
    ],
)
def test_dates_are_read_in_the_language_of_the_text(language: str, date: str) -> None:
    assert masked(f"x {date}, x", language=language) == "x [date], x"


def test_german_days_are_read_after_am() -> None:
    assert masked("am 3.4. kam sie", locale="DE") == "am [date] kam sie"
