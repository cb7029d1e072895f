"""Dealing ticks out again: what stays, and what the counts are held against."""

import subprocess
import sys
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calibration.journals import Pair, Truth, codes, journal
from failnote.patterns.findings import by_case
from failnote.patterns.memory import Memory
from failnote.patterns.pairs import PairCount, pairs, told_once
from failnote.patterns.reshuffling import LATEST, Matrix, Outcome, _deal, _score

ONE, OTHER = "motivation.my-goal-not-theirs", "resistance.pushed-through"
PLANTED = Truth(pairs=[Pair(ONE, OTHER, 0.3)])

cells = st.lists(
    st.lists(st.sampled_from([None, False, False, True]), min_size=6, max_size=6),
    min_size=2,
    max_size=12,
)


@given(cells, st.integers(0, 1000))
def test_dealing_keeps_all_totals_and_puts_nothing_where_nobody_looked(
    table: list[list[bool | None]], seed: int
) -> None:
    ticked = [sum(1 << at for at, cell in enumerate(row) if cell) for row in table]
    looked = [sum(1 << at for at, cell in enumerate(row) if cell is not None) for row in table]
    dealt = list(ticked)
    _deal(dealt, looked, Random(seed).random, 60)

    assert [row.bit_count() for row in dealt] == [row.bit_count() for row in ticked]
    assert Matrix((), tuple(dealt), ()).ticked is not None
    for bit in range(6):
        assert sum(row >> bit & 1 for row in dealt) == sum(row >> bit & 1 for row in ticked)
    assert not any(row & ~seen for row, seen in zip(dealt, looked, strict=True))


def test_dealing_moves_ticks() -> None:
    rows = [0b0011, 0b1100, 0b0101, 0b1010]
    dealt = list(rows)
    _deal(dealt, [0b1111] * 4, Random(1).random, 50)

    assert dealt != rows


def test_a_score_is_the_binomial_tail() -> None:
    from math import comb, isclose, log  # noqa: PLC0415

    tail = sum(comb(8, hits) * 0.25**hits * 0.75 ** (8 - hits) for hits in range(5, 9))

    assert isclose(_score(5, 2.0, 8), -log(tail))
    assert _score(2, 2.0, 8) == 0


def test_the_chance_of_an_outcome_is_never_zero() -> None:
    assert Outcome(7, 2.0, 0, 999).p == 0.001


@pytest.mark.parametrize("seed", range(2))
def test_a_planted_pair_is_found_at_60(seed: int) -> None:
    found = pairs(by_case(journal(60, seed, PLANTED)), codes(), {})

    assert found[0].id == f"pair:{ONE}+{OTHER}"
    assert found[0].level == "stands-out"


@pytest.mark.parametrize("size", [1, 2, 5, 10, 14])
def test_nothing_is_compared_below_fifteen_cases(size: int) -> None:
    truth = Truth(pairs=[Pair(ONE, OTHER, 0.9)])
    found = pairs(by_case(journal(size, 3, truth)), codes(), {})

    assert {finding.level for finding in found} <= {"count"}
    assert all(finding.data.as_strong is None for finding in found)


def test_pairs_of_neighbouring_questions_are_not_told() -> None:
    found = pairs(by_case(journal(40, 1)), codes(), {})
    areas = {
        tuple(sorted((f.data.one.partition(".")[0], f.data.other.partition(".")[0]))) for f in found
    }

    assert found
    assert ("alliance", "contract") not in areas
    assert not any(one == other for one, other in areas)


def test_what_is_known_is_not_worked_out_again() -> None:
    cases = by_case(journal(24, 1, PLANTED))
    memory: Memory = {}
    told: list[int] = []
    first = pairs(cases, codes(), memory, lambda done, of: told.append(done))
    many = len(told)
    second = pairs(cases, codes(), memory, lambda done, of: told.append(done))

    assert first == second
    assert many == len(told) > 0
    assert len(memory) == 1


def test_another_tick_is_another_result() -> None:
    memory: Memory = {}
    pairs(by_case(journal(24, 1)), codes(), memory)
    pairs(by_case(journal(24, 2)), codes(), memory)

    assert len(memory) == 2


def test_a_long_journal_is_compared_over_its_latest_cases() -> None:
    found = pairs(by_case(journal(LATEST + 50, 1)), codes(), {})

    assert {finding.data.cases for finding in found} == {LATEST}


def test_two_pairs_of_one_story_are_told_once() -> None:
    cases = by_case(journal(40, 5, PLANTED))
    (host, *_) = pairs(cases, codes(), {})
    third = next(code for code in codes() if code not in (ONE, OTHER))
    data = PairCount(ONE, third, 5, 9, 9, 40, 40)
    guest = type(host)("pair:x", "pair", "perhaps", data, host.reviews[:5])
    told = told_once([host, guest], cases)

    assert [finding.id for finding in told] == [host.id]
    assert [code for code, _ in told[0].data.also] == [third]


def test_the_same_journal_says_the_same_in_every_process() -> None:
    code = (
        "from calibration.journals import *\n"
        "from failnote.patterns.report import report\n"
        "print(report(journal(24, 3), codes(), by='setup').findings)"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert len(said) == 1


def test_the_order_of_rows_changes_nothing() -> None:
    rows = journal(30, 2)
    turned = list(reversed(rows))

    assert pairs(by_case(rows), codes(), {}) == pairs(by_case(turned), codes(), {})
