"""The figures on the notes in sets/: the targets that masking has to reach."""

import pytest

from failnote.masking.roles import PLACEHOLDER
from masking.evaluate import ENGLISH, HARD, TARGETS, WARNINGS, evaluate, lower_bound
from masking.notes import notes

NOTES = notes()


EIGHTH, ALL = 8, 1


def test_there_are_notes_and_spans_enough() -> None:
    unseen = [note for note in NOTES if note.part != "made-with"]

    assert len(NOTES) >= 60
    assert sum(len(note.spans) for note in NOTES) >= 600
    assert 3 * len(unseen) >= len(NOTES)


@pytest.mark.parametrize(
    "step",
    [
        pytest.param(EIGHTH, id="every eighth note"),
        pytest.param(ALL, id="all", marks=pytest.mark.long),
    ],
)
def test_the_targets_are_reached(step: int) -> None:
    tally = evaluate(NOTES[::step])
    hits = tally.hits
    shares = {each.name: sum(hits[each.name]) / len(hits[each.name]) for each in TARGETS}

    assert {
        each.name: shares[each.name] for each in TARGETS if shares[each.name] < each.least
    } == {}
    assert tally.precision >= 0.97
    assert tally.per_thousand(tally.over_masked, ENGLISH) <= 3
    assert tally.per_thousand(tally.warnings, ENGLISH) <= 8
    assert tally.per_thousand(tally.masked, HARD) <= 10


@pytest.mark.long
def test_the_lower_bound_of_each_kind_is_reached() -> None:
    hits = evaluate(NOTES).hits
    bounds = {each.name: lower_bound(hits[each.name]) for each in TARGETS}

    assert {
        each.name: bounds[each.name] for each in TARGETS if bounds[each.name] < each.lower
    } == {}


def test_counts_are_the_masks_that_were_made() -> None:
    for note in NOTES[::24]:
        masked = note.masker().mask(note.text)
        masks = [n for n in note.masker().look(note.text) if n.kind not in WARNINGS]

        assert sum(masked.counts.values()) == len(masks), note.id
        assert len(PLACEHOLDER.findall(masked.text)) == len(masks), note.id
