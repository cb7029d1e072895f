"""What a report rests on."""

import pytest

from calibration.journals import Pair, Truth, codes, journal
from failnote.patterns import pairs
from failnote.patterns import report as reporting
from failnote.patterns.findings import MarkedReview
from failnote.patterns.pairs import PairCount
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


def test_what_else_belongs_to_a_story_is_counted_in_the_same_cases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    latest = 40
    monkeypatch.setattr(pairs, "LATEST", latest)
    monkeypatch.setattr(reporting, "LATEST", latest)
    three = (
        "contract.how-unclear",
        "motivation.my-goal-not-theirs",
        "resistance.pushed-through",
    )
    planted = Truth(pairs=[Pair(three[0], three[1], 0.3)])
    rows = [
        row._replace(marks={**row.marks, three[2]: bool(row.marks.get(three[0]))})
        for row in journal(160, 3, planted)
    ]
    told = [f.data for f in report(rows, codes()).stands_out if isinstance(f.data, PairCount)]

    assert any(data.also for data in told)
    assert all(data.cases == latest for data in told)
    assert all(number <= data.together for data in told for _, number in data.also)
