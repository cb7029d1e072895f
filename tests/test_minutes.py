"""Minutes: the shipped guides keep the time they promise, by the estimates of their questions."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given as for_all
from hypothesis import settings
from hypothesis import strategies as st

from failnote.guide.load import bundled_guides, find_guide
from failnote.guide.model import Guide
from walking import NOTHING_FOUND, answered_in_full, interviewed, minutes, sample

GUIDES = list(bundled_guides())
USUAL: Mapping[str, Callable[[], Mapping[str, Any]]] = {
    "core": lambda: sample("core"),
    "quick": lambda: {"gate.urgent": "no", "quick.next": "raise"},
    "impasse": lambda: {
        "gate.urgent": "no",
        "settle.charge": 6,
        "imp.signs": ["sign.away.quieter"],
        "imp.feedback": ["moves-on"],
        "imp.frame": ["none"],
        "imp.leg": "tasks",
        "close.main": "contract.how-unclear",
    },
    "unknowns": lambda: {
        "gate.urgent": "no",
        "unk.misses": ["unknown.blind-spot"],
        "unk.kind": "kind.not-knowable",
        "unk.source": "A colleague who works with farmers.",
    },
    "went-well": lambda: {
        **{key.replace("core.", "well."): value for key, value in NOTHING_FOUND.items()},
        "well.wide": ["unknown"],
    },
}
LEAN = [name for name in GUIDES if find_guide(name).lean_minutes]


def promised(guide: Guide, *, lean: bool) -> tuple[int, int]:
    """The minutes shown at the start."""
    promise = guide.lean_minutes if lean and guide.lean_minutes else guide.minutes
    assert promise is not None
    return promise


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_promises_minutes_in_order(name: str) -> None:
    guide = find_guide(name)

    for lean in (False, True):
        least, most = promised(guide, lean=lean)
        assert least < most


@pytest.mark.parametrize("name", USUAL)
def test_the_usual_way_through_keeps_the_promised_minutes(name: str) -> None:
    guide = find_guide(name)

    least, most = promised(guide, lean=False)
    assert least <= minutes(interviewed(guide, USUAL[name]())) <= most


def test_the_usual_way_through_lean_keeps_the_promised_minutes() -> None:
    guide = find_guide("core")
    given = sample("core") | {"close.main": "contract.expectations-unspoken"}

    least, most = promised(guide, lean=True)
    assert least <= minutes(interviewed(guide, given, lean=True)) <= most


@pytest.mark.parametrize(
    ("name", "lean"), [*((name, False) for name in GUIDES), *((name, True) for name in LEAN)]
)
@settings(max_examples=6 if settings().max_examples < 100 else 200)
@for_all(data=st.data())
def test_whatever_is_answered_it_takes_the_promised_minutes(
    name: str, lean: bool, data: st.DataObject
) -> None:
    guide = find_guide(name)

    walk = answered_in_full(guide, data.draw, lean=lean)

    least, most = promised(guide, lean=lean)
    planning = sum(q.secs for q in guide.questions if q.ask_if == "misses answered") / 60
    unplanned = 0 if walk[-1].walk.misses else planning  # without a miss there is no plan to make
    assert least <= round(minutes(walk) + unplanned)
    assert round(minutes(walk)) <= most
