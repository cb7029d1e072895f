"""How often each miss was ticked, counted by case."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from failnote.patterns.findings import MarkedReview, by_case
from failnote.patterns.recurrence import Recurrence, recurrences
from samples import CODES, FIVE, marked


def counted(*reviews: MarkedReview) -> dict[str, Recurrence]:
    return {f.data.code: f.data for f in recurrences(by_case(reviews), CODES)}


def test_the_denominator_is_the_cases_in_which_the_miss_was_looked_at() -> None:
    found = counted(
        marked(1, "a", "2026-01-01", "contract.how"),
        marked(2, "b", "2026-01-02", looked="contract.how"),
        marked(3, "c", "2026-01-03", looked="contract.aim"),
    )

    assert found["contract.how"]._asdict() == {
        "code": "contract.how",
        "ticked": 1,
        "looked": 2,
        "cases": 3,
        "strip": "#.?",
        "next_ten": None,
        "since_plan": "",
        "planned_at": (),
    }


def test_several_reviews_of_one_case_count_once() -> None:
    found = counted(
        marked(1, "a", "2026-01-01", "contract.how", "contract.aim"),
        marked(2, "a", "2026-02-01", "contract.aim", "contract.how"),
        marked(3, "b", "2026-01-15", looked="contract.how contract.aim"),
    )

    assert (found["contract.how"].ticked, found["contract.how"].looked) == (1, 2)
    assert (found["contract.aim"].ticked, found["contract.aim"].looked) == (1, 2)


def test_a_case_has_its_place_by_its_first_review() -> None:
    found = counted(
        marked(1, "late", "2026-05-01", "contract.how"),
        marked(2, "early", "2026-01-01", looked="contract.how"),
        marked(3, "early", "2026-06-01", looked="contract.how"),
    )

    assert found["contract.how"].strip == ".#"


def test_a_month_without_a_day_comes_before_the_days_of_that_month() -> None:
    found = counted(
        marked(1, "day", "2026-03-01", "contract.how"),
        marked(2, "month", "2026-03", looked="contract.how"),
    )

    assert found["contract.how"].strip == ".#"


def test_only_misses_are_counted() -> None:
    ticks = "sign.easy feel.sad none.found other.unlisted unknown.code contract.how"
    found = counted(marked(1, "a", "2026-01-01", ticks), marked(2, "b", "2026-01-02", ticks))

    assert list(found) == ["contract.how"]


def test_nothing_comes_back_in_a_single_case() -> None:
    found = counted(
        marked(1, "a", "2026-01-01", "contract.how"),
        marked(2, "a", "2026-01-02", "contract.how"),
    )

    assert found == {}


def test_a_finding_names_every_review_in_which_the_miss_was_ticked() -> None:
    reviews = (
        marked(9, "a", "2026-01-01", "contract.how"),
        marked(4, "a", "2026-02-01", "contract.how"),
        marked(5, "b", "2026-01-15", looked="contract.how"),
        marked(6, "c", "2026-01-16", "contract.how"),
    )
    (finding,) = recurrences(by_case(reviews), CODES)

    assert (finding.id, finding.kind, finding.level) == ("recur:contract.how", "recur", "count")
    assert finding.reviews == (4, 6, 9)


def test_the_order_is_ticked_most_then_looked_at_least_then_code() -> None:
    found = recurrences(by_case(FIVE), CODES)

    assert [(f.data.code, f.data.ticked, f.data.looked) for f in found[:4]] == [
        ("contract.how", 4, 4),
        ("contract.aim", 3, 5),
        ("present-focus.between", 2, 5),
        ("present-focus.others", 2, 5),
    ]


codes = st.sampled_from([code for code in CODES if code.startswith(("contract.", "alliance."))])
reviews = st.lists(
    st.tuples(st.sampled_from("abcde"), st.dates(), st.dictionaries(codes, st.booleans())),
    max_size=12,
).map(
    lambda rows: [
        MarkedReview(number, case, day.isoformat(), "frayed", {}, marks)
        for number, (case, day, marks) in enumerate(rows, 1)
    ]
)


@given(reviews)
def test_ticked_is_within_looked_at_is_within_cases(given_reviews: list[MarkedReview]) -> None:
    cases = by_case(given_reviews)
    for finding in recurrences(cases, CODES):
        data = finding.data
        assert 0 <= data.ticked <= data.looked <= data.cases == len(cases) == len(data.strip)
        assert bool(finding.reviews) == bool(data.ticked)


@given(reviews, st.randoms(use_true_random=False))
def test_the_order_in_which_reviews_come_changes_nothing(
    given_reviews: list[MarkedReview], random: Random
) -> None:
    shuffled = list(given_reviews)
    random.shuffle(shuffled)

    assert recurrences(by_case(shuffled), CODES) == recurrences(by_case(given_reviews), CODES)


@given(reviews)
def test_a_code_is_found_where_it_was_looked_at_and_nowhere_else(
    given_reviews: list[MarkedReview],
) -> None:
    cases = by_case(given_reviews)
    looked = {code for review in given_reviews for code in review.marks}

    assert {f.data.code for f in recurrences(cases, CODES)} == (looked if len(cases) > 1 else set())
