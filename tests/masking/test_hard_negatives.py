"""What looks like an identifier and is none."""

import pytest

from failnote.masking import Masker
from masking.words import masked


@pytest.mark.parametrize(
    "text",
    [
        "PHQ-9 14, then 12/27, GAD-7 7/21",
        "CORE-OM 1.8, WSAS 22, HRV 42, BMI 21.4",
        "from 8/10 to 4/10",
        "on a scale of 0-10, 4",
        "session 9:30-10:20, then 10:30–11:20",
        "from 17.30 to 18.20",
        "session 12 of 16, session 3/12",
        "May 5 people come? Only four did.",
        "4 may help, 2 may not",
        "7 dec. was not listed",
        "I may march with them in a march",
        "F32.1, F41.1, F43.10, 6A70.1, 300.02, 309.81",
        "sertraline 50 mg, then 100mg, lorazepam 0.5 mg",
        "5-4-3-2-1 grounding and 4-7-8 breathing",
        "24/7, 50/50, 1:1, 2-3 times, 16/8",
        "£60 an hour, £1,250 in all, £120000 a year, 120000 euros",
        "since 2019, in 2017, from 2019 to 2021, 2024/25",
        "he is 34 years old, she is 61, the mother is 88",
        "she was 95 % sure; he is 90 minutes late; 95 years ago",
        "scored 92 on it; her T-score was 96. Her percentile is 97, now",
        "blood pressure 120/80, version 2.1.3 of the app",
        "the 2nd chair, the 1st and the 3rd thing, on the 14th floor",
        "diagnosis code F32.1, file: 6A70.1, chart 12, case 3, policy 2024",
        "on Mondays, last Tuesday, next Friday",
        "look at it. Then at the dot on the wall.",
        "e.g. this, i.e. that, fine.So it was",
        "down the road, a two way street, 3 miles of road, a 5 mile road",
        "no policy. 24/48 rota, QTc 440 ms. Il arrivait, WAIS 102 110 105 98",
        "I said a lot. BDI 24 that day. CORE 34. She drove here, WAI 48, OCD 12. A drive to win.",
        "code 301.7, Group 2-4.30, 4112 followers, attendance 11/16, homework 3/16",
        "IPF 3/10, LSI 4/10, SUDS 80/60/40, 4/6 kept",
        "an 0715 slot, at 0830 and by 1745, in again for the 0700 shift",
        "between 100 and 150 people, n=212, OR 1.9, p = .03",
        "she drew a heart and I saw 12 of them",
        "8-12 sessions, 10-15 minutes, weeks 3-5",
    ],
)
@pytest.mark.parametrize("locale", ["GB", "US"])
def test_it_stays(text: str, locale: str) -> None:
    assert masked(text, locale=locale) == text


@pytest.mark.parametrize(
    "text",
    [
        "I went back to Winnicott on this; Rogers and Bowlby say so too.",
        "In CBT terms, in ACT terms, in DBT terms.",
        "On Monday we spoke English. I used Zoom.",
        "Interpersonal Therapy says so. The Outcome Rating Scale fell.",
        "The Body Keeps the Score is a book.",
        "Mentalising failed. Countertransference, perhaps? Cancelled again. Overwhelmed, I left.",
        "He said: “Nothing helps.” She said: “Perhaps.”",
        "- Felt small.\n- Apologised.\n1. Listened\n2. Interrupted her",
    ],
)
def test_nobody_is_warned_about(text: str) -> None:
    assert Masker([]).mask(text).leftovers == ()
