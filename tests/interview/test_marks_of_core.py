"""What counts as looked at in the guide core."""

from collections.abc import Mapping

import pytest

from failnote.codebook import load_codebook
from failnote.guide.load import find_guide
from failnote.review import Value
from interview.small_guides import interviewed, marked

CONTRACT = {
    "core.contract.what": "both",
    "core.contract.how": "both",
    "core.contract.expect": "yes",
    "core.contract.care": "recent",
}
CONTRACT_GATES = {
    "contract.goal-unclear",
    "contract.how-unclear",
    "alliance.rationale-missing",
    "contract.expectations-unspoken",
    "alliance.connection-untended",
}
MOTIVATION = {
    "core.motivation.stated": "yes",
    "core.motivation.whose": "asked",
    "core.motivation.where": "doing",
}
MOTIVATION_GATES = {"motivation.problem-not-stated", "motivation.permission-not-asked"}
AREAS = ("responsiveness", "feedback", "boundary", "history", "self", "unknown")


def offered(*questions: str) -> set[str]:
    """The codes that these questions of core offer."""
    guide = find_guide("core")
    return {code for id_ in questions for code in guide.by_id[id_].codes}


def area(*names: str) -> set[str]:
    """The codes of these areas that are in use."""
    return {m.id for m in load_codebook().family("misses") if m.id.partition(".")[0] in names}


def core(replies: Mapping[str, Value], *, lean: bool = False) -> dict[str, bool]:
    """The marks of misses in a core interview with these replies."""
    found = marked(interviewed(find_guide("core").rest, replies, lean=lean))
    misses = area(*load_codebook().areas)
    return {code: ticked for code, ticked in found.items() if code in misses}


def looked_at(codes: set[str]) -> dict[str, bool]:
    """Marks of codes that were looked at, and not ticked."""
    return dict.fromkeys(codes, False)


def test_core_all_skipped_looks_at_nothing() -> None:
    assert core({}) == {}


def test_core_contract_sound_looks_at_all_behind_it() -> None:
    assert core(CONTRACT) == looked_at(CONTRACT_GATES | offered("core.contract.more"))


def test_core_contract_partly_cannot_say_asks_further() -> None:
    replies = CONTRACT | {"core.contract.how": "unsure"}

    skipped = core(replies)
    answered = core(replies | {"core.contract.more": ("contract.went-slack",)})

    gates = CONTRACT_GATES - {"contract.how-unclear", "alliance.rationale-missing"}
    assert skipped == looked_at(gates)
    assert answered == looked_at(gates | offered("core.contract.more")) | {
        "contract.went-slack": True
    }


def test_core_contract_partly_skipped_asks_further() -> None:
    replies = {key: value for key, value in CONTRACT.items() if key != "core.contract.care"}

    found = core(replies | {"core.contract.more": ("none",)})

    gates = CONTRACT_GATES - {"alliance.connection-untended"}
    assert found == looked_at(gates | offered("core.contract.more"))


def test_core_motivation_sound_looks_at_all_behind_it() -> None:
    assert core(MOTIVATION) == looked_at(MOTIVATION_GATES | offered("core.motivation.more"))


def test_core_motivation_where_unsure_leaves_the_rest_unlooked_at() -> None:
    found = core(MOTIVATION | {"core.motivation.where": "unsure"})

    assert found == looked_at(MOTIVATION_GATES)


def test_core_no_resistance_looks_at_what_one_might_have_done() -> None:
    assert core({"core.resistance.kind": "none"}) == looked_at(offered("core.resistance.did"))


def test_core_resistance_met_marks_what_was_done() -> None:
    found = core({"core.resistance.kind": "change", "core.resistance.did": "steered"})

    codes = offered("core.resistance.did")
    assert found == looked_at(codes) | {"resistance.grew-directive": True}


@pytest.mark.parametrize("did", ["unsure", None], ids=["not remembered", "skipped"])
def test_core_resistance_unsaid_looks_at_nothing(did: str | None) -> None:
    found = core({"core.resistance.kind": "change"} | ({"core.resistance.did": did} if did else {}))

    assert found == {}


def test_core_wide_looks_at_every_area_not_chosen() -> None:
    found = core({"core.wide": ("boundary",), "core.wide.boundary": ("boundary.money-avoided",)})

    assert found == looked_at(area(*AREAS)) | {"boundary.money-avoided": True}


def test_core_wide_answered_no_looks_at_all_areas() -> None:
    assert core({"core.wide": ("no",)}) == looked_at(area(*AREAS))


def test_core_wide_skipped_looks_at_none() -> None:
    assert core({"core.wide.boundary": ("boundary.money-avoided",)}) == {}


def test_core_wide_takes_all_areas() -> None:
    replies: dict[str, Value] = {f"core.wide.{name}": ("none",) for name in AREAS}

    assert core(replies | {"core.wide": AREAS}) == looked_at(area(*AREAS))


def test_lean_core_looks_at_what_sound_answers_keep_hidden() -> None:
    found = core(CONTRACT | MOTIVATION, lean=True)

    expected = CONTRACT_GATES | MOTIVATION_GATES
    assert found == looked_at(expected | offered("core.contract.more", "core.motivation.more"))


def test_lean_core_does_not_look_at_areas_it_never_offers() -> None:
    assert core({"core.wide": ("no",)}, lean=True) == {}
