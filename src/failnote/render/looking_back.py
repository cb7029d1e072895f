"""Looking back: sentences and a section about what was written, answered and asked again later."""

from failnote.page import Page, Span
from failnote.patterns.later import Charge, Eased, Hindsight
from failnote.patterns.mix import AreaMix, Mix
from failnote.patterns.replies import Tally
from failnote.patterns.report import Report
from failnote.patterns.sayings import Sayings
from failnote.patterns.signs import Timeline
from failnote.render.blocks import heading, item
from failnote.render.chances import middle
from failnote.render.words import Words, counted, spelled

ASKED = {
    "core.kept": ("What you would do again", "Asked what you would do again"),
    "unk.rule": ("Rules you followed", "Asked which rule you followed"),
}
"""Question -> its heading, and how a sentence about it begins."""


TALLIED = {
    "kind": "Kinds of not knowing",
    "why": "What kept it unknown",
    "non-miss": "Answers other than a miss",
    "leg": "Goals, tasks or bond",
    "mode": "Left undone, done or mistimed",
}
"""What is tallied beside fields and questions -> its heading."""


def says_hindsight(data: Hindsight) -> str:
    """What moved between a review and its follow-up."""
    told = (
        "Asked again at the follow-up whether it could have been prevented, you gave the same "
        f"answer in {data.same} of {data.compared}"
    )
    if data.moved:
        moves = [f"from “{then}” to “{later}” ({n})" for then, later, n in data.moved]
        told += f"; otherwise {', '.join(moves)}"
    told += "."
    if data.asked_new:
        told += f" Something new was learned in {data.new} of {data.asked_new}."
    return told


def says_charge(data: Charge) -> str:
    """Whether it pulled less after writing; where it pulled more, what may be tried."""
    told = f"How strongly it pulled, from before a review to its end: {_moved(data.writing)}."
    if data.later.compared:
        told += f" From there to the follow-up: {_moved(data.later)}."
    if data.writing.more > data.writing.less:
        told += (
            " Writing stirred it up more often than it eased it: fewer and shorter reviews, and a "
            "person to tell, are worth a try."
        )
    return told


def _moved(data: Eased) -> str:
    return f"less in {data.less} of {data.compared}, the same in {data.same}, more in {data.more}"


def says_mix(data: Mix, words: Words) -> str:
    """Areas lately and before, side by side."""
    areas = ", ".join(_area(each, data.size, words) for each in data.areas) or "nothing"
    return (
        f"Ticked in the latest {data.size} cases, and in the {data.size} before: {areas}. Counts, "
        "not compared; fewer can also mean that you look less."
    )


def _area(each: AreaMix, size: int, words: Words) -> str:
    late, before = (
        str(ticked) if looked == size else f"{ticked} of {looked}"
        for ticked, looked in ((each.ticked, each.looked), (each.before_ticked, each.before_looked))
    )
    return f"{words.names.area(each.area)} {late} and {before}"


def says_sayings(data: Sayings) -> str:
    """The newest reply, and how many there are."""
    review, text = data.texts[0]
    asked = ASKED[data.question][1]
    newest = " ".join(text.split()).rstrip(".")
    return f"{asked}, you wrote in {counted(data.told, 'review')}; in review {review}: “{newest}”."


def side_by_side_sayings(report: Report) -> Page:
    """Replies to one question beneath each other, the newest first."""
    drawn: Page = []
    for finding in report.of(Sayings):
        drawn += heading(ASKED[finding.data.question][0], "newest first")
        for review, text in finding.data.texts:
            drawn += item(str(review), Span(f"“{' '.join(text.split())}”", "own"))
    return drawn


def says_timeline(data: Timeline) -> str:
    """From the first sign to the end, in sessions."""
    return (
        f"Looking back, you can place a first sign in {data.named} of {data.known}: in "
        f"{data.early} of them by session 3. From sign to end it took "
        f"{middle(data.median_between)} sessions as a rule (median). Looking back makes signs "
        "easier to see than they were."
    )


def says_tally(data: Tally, words: Words) -> str:
    """Answers with their counts, under the words for what was asked."""
    heading = data.asked or TALLIED.get(data.of) or words.names.field(data.of)
    counts = [f"“{_tallied(data, value, words)}” {number}" for value, number in data.counts]
    return f"{heading}{'' if heading.endswith('?') else ':'} {', '.join(counts)}."


def _tallied(data: Tally, value: str, words: Words) -> str:
    if data.sort == "field":
        return words.names.value(data.of, value)
    if data.sort == "family":
        return words.label(value)
    return value if data.sort == "question" else spelled(value)
