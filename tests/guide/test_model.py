"""The model: values that fit, words of values, and a guide's snapshot and digest."""

import json
from pathlib import Path

import pytest

from failnote.codebook import load_codebook
from failnote.errors import GuideError
from failnote.guide import expand
from failnote.guide.load import bundled_guides, find_guide, guide_from_text
from failnote.guide.model import Guide, from_snapshot
from guide.slips import BASE, edited


def guide(text: str = BASE) -> Guide:
    return guide_from_text(text, "mine.toml")


@pytest.mark.parametrize("name", bundled_guides())
def test_a_guide_survives_its_snapshot(name: str) -> None:
    original = find_guide(name)

    copy = from_snapshot(original.snapshot)

    assert copy == original
    assert copy.digest == original.digest
    assert copy.rest.snapshot == original.rest.snapshot


def test_a_snapshot_is_complete_in_itself() -> None:
    body = json.loads(guide().snapshot)

    assert body["question"][0]["id"] == "gate.urgent"
    assert body["codes"]["alliance.small-signs-passed"]["says"].startswith("I saw small signs")


@pytest.mark.parametrize("body", ["", "{}", "[]", '{"schema": 2}'])
def test_a_broken_snapshot_is_told_in_words(body: str) -> None:
    with pytest.raises(GuideError, match="cannot be read any more"):
        from_snapshot(body)


MINE = 'options.mine   = "With something I did or left out"\n'
CLIENT = 'options.client = "With something the client brought"\n'
UNCHANGED = {
    "a comment": ("type = \"choice\"", 'type = "choice"  # one of them'),
    "a comment on a line of its own": ("[[question]]\nid   = \"origin\"",
    '# here\n[[question]]\nid = "origin"'),
    "empty lines": ("\n\n", "\n\n\n\n"),
    "blanks around the equals sign": ("options.mine   =", "options.mine="),
    "blanks around a text": ('"Where did it begin', '"  Where did it begin'),
    "the order of keys": ('type = "choice"\nask  = "Where did it begin, as you see it today?"',
                          'ask  = "Where did it begin, as you see it today?"\ntype = "choice"'),
    "another way to write a text": ('"at ease"', "'at ease'"),
    "a default that is written out": ('type      = "scale"',
    'type = "scale"\nlow = 0\nhigh = 10\nlean = true'),
}  # fmt: skip


@pytest.mark.parametrize("edit", UNCHANGED.values(), ids=UNCHANGED)
def test_the_digest_stays_the_same_with(edit: tuple[str, str]) -> None:
    assert guide(edited(edit)).digest == guide().digest


CHANGED = {
    "the wording of a question": ("Where did it begin", "Where did it start"),
    "the wording of an option": ("Long silences", "Long silence"),
    "the help": ("Choose what", "Take what"),
    "the order of options": (MINE + CLIENT, CLIENT + MINE),
    "a condition": ("strain >= 7", "strain >= 8"),
    "the version": ("version = 3", "version = 4"),
    "another code": ("alliance.small-signs-passed", "alliance.withdrawal-missed"),
    "a question of a block left out": ('use = "gate"', 'use = "gate"\nskip = ["gate.hold"]'),
}  # fmt: skip


@pytest.mark.parametrize("edit", CHANGED.values(), ids=CHANGED)
def test_the_digest_changes_with(edit: tuple[str, str]) -> None:
    assert guide(edited(edit)).digest != guide().digest


def reword(monkeypatch: pytest.MonkeyPatch, code: str, label: str) -> None:
    """Give a code of the codebook another short name."""
    book = load_codebook()
    misses = tuple(m.changed(label=label) if m.id == code else m for m in book.misses)
    changed = book.changed(misses=misses)
    monkeypatch.setattr("failnote.guide.load.load_codebook", lambda: changed)


def test_the_digest_changes_with_the_wording_of_a_code(monkeypatch: pytest.MonkeyPatch) -> None:
    before = guide()

    reword(monkeypatch, "alliance.small-signs-passed", "small signs let go")

    assert guide().digest != before.digest


def test_the_digest_does_not_change_with_a_code_that_is_not_offered(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = guide()

    reword(monkeypatch, "contract.went-slack", "let it slip")

    assert guide().digest == before.digest


def test_the_digest_changes_with_the_wording_of_a_block(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = guide()
    block = expand.bundled_blocks()["gate"].read_text(encoding="utf-8")
    (tmp_path / "gate.toml").write_text(block.replace("urgent or formal", "urgent"), "utf-8")
    monkeypatch.setattr(expand, "bundled_blocks", lambda: {"gate": tmp_path / "gate.toml"})

    assert guide().digest != before.digest


def test_words_of_values() -> None:
    by_id = guide().by_id

    assert by_id["origin"].in_words("mine") == "With something I did or left out"
    assert by_id["signs"].in_words(("silence", "late")) == "Long silences; Coming late, or at 12:30"
    assert by_id["signs"].in_words(()) == "none"
    assert by_id["strain"].in_words(7) == "7"
    assert by_id["next"].in_words(None) == ""


def test_a_retired_option_keeps_its_words_and_is_offered_no_more() -> None:
    edit = ('"Coming late, or at 12:30"', '{ text = "Late", retired = true }')
    third = ("options.silence", 'options.third = "Third"\noptions.silence')
    question = guide(edited(edit, third)).by_id["signs"]

    assert question.in_words(("late",)) == "Late"
    assert question.problem(("late",)) is not None


def test_estimates_leave_out_what_hangs_on_a_condition_and_what_lean_drops() -> None:
    text = edited(
        ('"text"\nask    = "What did', '"text"\nsecs = 99\nask    = "What did'),
        ('type      = "scale"', 'type = "scale"\nlean = false\nsecs = 40'),
    )

    assert guide(text).seconds() - guide(text).seconds(lean=True) == 40
    assert guide(text).seconds() == guide().seconds() + 30


def test_codes_say_which_of_them_are_misses() -> None:
    text = edited(
        ('"Coming late, or at 12:30"', '{ code = "other.unlisted" }'),
        ("options.silence", 'options.sign = { code = "sign.none" }\noptions.silence'),
        ("or signs has silence, late", "or signs has silence"),
    )

    assert guide(text).misses == ("alliance.small-signs-passed", "other.unlisted")
    assert guide(text).code_words["sign.none"].family == "sign"
