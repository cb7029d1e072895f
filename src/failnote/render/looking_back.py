"""Looking back: sentences and a section about what was written and asked again later."""

from failnote.page import Page, Span
from failnote.patterns.later import Charge, Eased, Hindsight
from failnote.patterns.mix import AreaMix, Mix
from failnote.patterns.report import Report
from failnote.patterns.sayings import Sayings
from failnote.render.blocks import heading, item
from failnote.render.words import Words, counted

ASKED = {
    "core.kept": ("What you would do again", "Asked what you would do again"),
    "unk.rule": ("Rules you followed", "Asked which rule you followed"),
}
"""Question -> its heading, and how a sentence about it begins."""


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
