"""The figures on notes.toml: the targets that masking has to reach."""

import pytest

from failnote.masking.roles import PLACEHOLDER
from masking.evaluate import ENGLISH, HARD, TARGETS, WARNINGS, Tally, Target, evaluate, lower_bound
from masking.notes import Note, notes

NOTES = notes()


@pytest.fixture(scope="module")
def tally() -> Tally:
    return evaluate(NOTES)


def test_there_are_notes_and_spans_enough() -> None:
    unseen = [note for note in NOTES if note.part != "made-with"]

    assert len(NOTES) >= 60
    assert sum(len(note.spans) for note in NOTES) >= 600
    assert 3 * len(unseen) >= len(NOTES)


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.name)
def test_the_share_of_each_kind_is_reached(tally: Tally, target: Target) -> None:
    hits = tally.hits[target.name]

    assert sum(hits) / len(hits) >= target.least


@pytest.mark.parametrize(
    "target",
    [
        pytest.param(
            target,
            id=target.name,
            marks=[pytest.mark.xfail(reason=target.below)] if target.below else [],
        )
        for target in TARGETS
        if target.lower
    ],
)
def test_the_lower_bound_of_each_kind_is_reached(tally: Tally, target: Target) -> None:
    assert lower_bound(tally.hits[target.name]) >= target.lower


def test_masks_are_right_and_few_words_go_without_need(tally: Tally) -> None:
    assert tally.precision >= 0.97
    assert tally.per_thousand(tally.over_masked, ENGLISH) <= 3
    assert tally.per_thousand(tally.warnings, ENGLISH) <= 8
    assert tally.per_thousand(tally.masked, HARD) <= 10


@pytest.mark.parametrize("note", NOTES[::5], ids=lambda note: note.id)
def test_counts_are_the_masks_that_were_made(note: Note) -> None:
    masked = note.masker().mask(note.text)
    masks = [n for n in note.masker().look(note.text) if n.kind not in WARNINGS]

    assert sum(masked.counts.values()) == len(masks)
    assert len(PLACEHOLDER.findall(masked.text)) == len(masks)
