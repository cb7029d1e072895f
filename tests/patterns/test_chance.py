"""The distributions that findings are held against."""

from math import comb, isclose

import pytest
from hypothesis import given
from hypothesis import strategies as st

from failnote.patterns.chance import (
    LEAST_WEIGHT,
    MOST_WEIGHT,
    Prior,
    at_least,
    at_most,
    both_tails,
    expected,
    prior_of,
)


def test_the_tail_counts_the_ways_a_draw_can_fall() -> None:
    # 5 or 6 of the 6 that were passed over fall on 6 couples among 24.
    ways = comb(6, 5) * comb(18, 1) + comb(6, 6)

    assert isclose(at_least(5, 6, 6, 24), ways / comb(24, 6))


@given(st.integers(0, 12), st.integers(0, 12), st.integers(0, 12), st.integers(0, 12))
def test_both_tails_of_a_draw_share_one_count(
    hits: int, marked: int, drawn: int, rest: int
) -> None:
    among = max(marked, drawn) + rest
    here = at_most(hits, marked, drawn, among) + at_least(hits + 1, marked, drawn, among)

    assert isclose(here, 1.0)


def test_a_normal_tail_holds_5_in_100_at_two_standard_errors() -> None:
    assert isclose(both_tails(1.959964), 0.05, rel_tol=1e-5)
    assert both_tails(-1.5) == both_tails(1.5)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda t: (min(t), max(t)))))
def test_the_weight_of_the_prior_stays_within_its_bounds(counts: list[tuple[int, int]]) -> None:
    prior = prior_of(counts)

    assert 0 < prior.ticked < 12
    assert sum(prior) == 1 or LEAST_WEIGHT - 1e-9 <= sum(prior) <= MOST_WEIGHT + 1e-9


def test_misses_that_are_ticked_alike_give_a_heavy_prior() -> None:
    alike, unlike = prior_of([(3, 20)] * 20), prior_of([(0, 20)] * 10 + [(12, 20)] * 10)

    assert sum(alike) == MOST_WEIGHT
    assert sum(unlike) < 4


def test_the_next_ten_lean_towards_the_other_misses() -> None:
    low, high = expected(4, 5, Prior(1.2, 8))

    assert high < 8
    assert (low, high) == expected(4, 5, Prior(1.2, 8), ahead=10)


@given(st.integers(0, 40), st.integers(0, 40), st.integers(1, 40))
def test_a_range_lies_within_what_is_ahead(ticked: int, more: int, ahead: int) -> None:
    low, high = expected(ticked, ticked + more, Prior(1.0, 5.0), ahead)

    assert 0 <= low <= high <= ahead


@pytest.mark.parametrize("ticked", range(0, 100, 20))
def test_a_long_record_outweighs_the_prior(ticked: int) -> None:
    low, high = expected(ticked, 100, Prior(1.0, 5.0))

    assert low <= ticked / 10 <= high + 1
