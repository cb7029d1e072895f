"""What a report rests on."""

from failnote.patterns.findings import MarkedReview
from failnote.patterns.report import Base, report
from samples import CODES, FIVE, marked


def test_an_empty_journal_gives_an_empty_report() -> None:
    found = report([], CODES)

    assert found.base == Base(0, 0, "", "", of=0, unfinished=0, went_well=0)
    assert found.findings == ()


def test_the_base_counts_reviews_and_cases_and_names_their_dates() -> None:
    again = marked(6, FIVE[0].case, "2026-04-02", "contract.how")
    base = report([again, *FIVE], CODES, unfinished=1, of=9).base

    assert base == Base(6, 5, "2025-12-04", "2026-04-02", of=9, unfinished=1, went_well=0)


def test_look_backs_on_what_went_well_are_counted_and_left_out() -> None:
    well = MarkedReview(6, "fern", "2026-04-01", "went-well", {}, {"contract.how": True})
    with_it, without = report([*FIVE, well], CODES), report(FIVE, CODES)

    assert with_it.base.went_well == 1
    assert with_it.findings == without.findings
    assert with_it.cases == without.cases


def test_reviews_may_come_as_plain_tuples() -> None:
    assert report([(*each,) for each in FIVE], CODES) == report(FIVE, CODES)


def test_the_report_says_from_how_many_cases_each_analysis_begins() -> None:
    thresholds = report([], CODES).thresholds

    assert (thresholds["recur"], thresholds["next-ten"], thresholds["pair"]) == (2, 8, 15)
