"""A small count of what ``python -m calibration.run`` measures in full."""

import pytest

from calibration.measures import (
    next_ten_held,
    pair_found,
    screen_claims,
    unchanged_plan_claims,
)
from calibration.run import FIGURES, Figure, measured


@pytest.mark.parametrize(
    ("figure", "journals"),
    [
        (Figure("next ten", next_ten_held, (10,), 0, (0.74,), 0.86), 300),
        (Figure("fewer", unchanged_plan_claims, (11,), 0, most=0.025), 200),
        (Figure("screen", screen_claims, (24,), 0, most=0.10), 15),
        (Figure("found", pair_found, (40,), 0, (0.75,)), 4),
    ],
    ids=lambda value: value.says if isinstance(value, Figure) else "",
)
def test_a_few_journals_agree_with_the_figures(figure: Figure, journals: int) -> None:
    for result in measured(figure, journals, None):
        assert result.holds, result


def test_a_figure_outside_its_bound_does_not_hold() -> None:
    (result,) = measured(Figure("never", lambda *_: False, (1,), 0, (0.5,)), 100, None)

    assert not result.holds


def test_every_figure_of_the_design_is_measured() -> None:
    assert [figure.sizes for figure in FIGURES if figure.journals == 400] == [(15, 24, 40, 80)] * 2
    assert FIGURES[-1].least == (0.50, 0.75, 0.95)
