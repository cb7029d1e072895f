"""Dates finer than a year go; years, times, scores and doses stay."""

from datetime import date

import pytest

from failnote.masking import Masker
from masking.words import masked, shown

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


@pytest.mark.parametrize("written", DATES)
def test_a_date_finer_than_a_year_is_masked(written: str) -> None:
    assert masked(f"She left again, {written}, she said.") == "She left again, [date], she said."


@pytest.mark.parametrize("written", [each.lower() for each in DATES if each not in ("Mar. 3",)])
def test_a_date_in_lower_case_is_masked_after_a_word_that_leads_to_it(written: str) -> None:
    assert masked(f"she left on {written}, she said.") == "she left on [date], she said."


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
    ("language", "written"),
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
def test_dates_are_read_in_the_language_of_the_text(language: str, written: str) -> None:
    assert masked(f"x {written}, x", language=language) == "x [date], x"


def test_german_days_are_read_after_am() -> None:
    assert masked("am 3.4. kam sie", locale="DE") == "am [date] kam sie"


@pytest.mark.parametrize(
    "text",
    [
        "«3/6» 16:10 - cancels by text\n«5/6» - rings rooms\n«7/6» nothing",
        "found «16/11», rang «3/11», seen again on the way, 4/10 for mood",
        "from memory:\n- «2/5»: row\n- «3/5»: letter",
    ],
)
def test_sure_dates_tell_those_beside_them(text: str) -> None:
    assert shown(text.replace("«", "").replace("»", ""), "date") == text


@pytest.mark.parametrize(
    ("locale", "language", "text", "day"),
    [
        ("GB", "en", "on 3 March 2025 she", date(2025, 3, 3)),
        ("GB", "en", "on 2025 March 3 she", date(2025, 3, 3)),
        ("GB", "en", "on 03Mar2025 she", date(2025, 3, 3)),
        ("GB", "en", "on 3/4/2025 she", date(2025, 4, 3)),
        ("US", "en", "on 3/4/2025 she", date(2025, 3, 4)),
        ("US", "en", "on 25/4/2025 she", date(2025, 4, 25)),
        ("US", "en", "on 3.4.2025 she", None),
        ("US", "es", "el 3/4/2025 vino", None),
        ("CA", "en", "on 3/4/2025 she", None),
        ("CA", "en", "on 25/4/2025 she", date(2025, 4, 25)),
        ("HU", "hu", "2025. március 10.: levél", date(2025, 3, 10)),
        ("LT", "lt", "2025 m. kovo 14 d. ji", date(2025, 3, 14)),
        ("PL", "pl", "dnia 12 marca 2025 r. nie", date(2025, 3, 12)),
        ("HR", "hr", "dana 3. listopada 2025. ona", date(2025, 10, 3)),
        ("CZ", "cs", "dne 3. listopadu 2025 ona", date(2025, 11, 3)),
        ("HR", "pl", "dnia 3 listopada 2025 ona", None),
        ("GB", "en", "on 3 March she", None),
        ("GB", "en", "on 3/4/25 she", None),
        ("GB", "en", "3-5 March 2025 she", None),
        ("GB", "en", "the Friday before Easter 2025 she", None),
        ("GB", "en", "31 February 2025 she", None),
    ],
)
def test_a_date_names_a_day_only_beyond_doubt(
    locale: str, language: str, text: str, day: date | None
) -> None:
    masker = Masker([], language=language, locale=locale)

    masked = masker.mask(text, anchor=day or date(2025, 3, 4)).text

    assert ("[the same day]" if day else "[date]") in masked
    assert masked.count("[") == 1
