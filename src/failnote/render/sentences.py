"""Sentences: what each finding says. Counts, never a cause, a verdict or a score."""

from failnote.patterns.findings import Finding
from failnote.patterns.recurrence import Recurrence
from failnote.render.words import Words


def says(finding: Finding[object], words: Words) -> str:
    """Say the finding in a sentence or two."""
    match finding.data:
        case Recurrence() as data:
            return _says_recurrence(data, words)
        case _:
            return finding.id


def _says_recurrence(data: Recurrence, words: Words) -> str:
    label = words.label(data.code)
    sentence = f"“{label}”: ticked in {data.ticked} of {data.looked} cases where it was looked at."
    unseen = data.cases - data.looked
    if unseen * 3 > data.cases:
        sentence += (
            f" In all {data.cases} it may be anything from {data.ticked} to "
            f"{data.ticked + unseen}, depending on the {unseen} not looked at."
        )
    return sentence
