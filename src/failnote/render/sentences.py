"""Sentences: what each finding says. Counts, never a cause, a verdict or a score."""

from failnote.patterns.contexts import ContextCount
from failnote.patterns.ended import PerEnded
from failnote.patterns.findings import Finding, Level
from failnote.patterns.later import Charge, Hindsight
from failnote.patterns.mix import Mix
from failnote.patterns.pairs import PairCount
from failnote.patterns.passed_over import NeverTicked, PassedOver
from failnote.patterns.phrases import Phrase
from failnote.patterns.plans import PlanStory
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.replies import Tally, Unknown
from failnote.patterns.reshuffling import LATEST
from failnote.patterns.sayings import Sayings
from failnote.patterns.signs import SignFamily, SignsPassed, Timeline
from failnote.patterns.similar import Similar
from failnote.patterns.trends import Trend
from failnote.patterns.well import BesideWell
from failnote.render.chances import in_journals, listed, ranged, times
from failnote.render.looking_back import (
    says_charge,
    says_hindsight,
    says_mix,
    says_sayings,
    says_tally,
    says_timeline,
)
from failnote.render.words import Words, among, counted, spelled

SIGNS = {
    "away": "drawing back",
    "against": "speaking up against it",
    "mine": "in yourself",
    "data": "in what was tracked or told",
}
"""Family of signs -> where they showed."""
LATELY = 3
"""Look-backs of a miss that went well from which its presence there is told."""


def says(finding: Finding[object], words: Words) -> str:
    """Say the finding in a sentence or two."""
    match finding.data:
        case Recurrence() as data:
            return _says_recurrence(data, words)
        case PairCount() as data:
            return says_pair(data, finding.level, words)
        case ContextCount() as data:
            return _says_context(data, finding.level, words)
        case Trend() as data:
            return _says_trend(data, finding.level, words)
        case PlanStory() as data:
            return f"Plan {data.plan}{_for_miss(data, words)}: {says_plan(data)}"
        case PassedOver() as data:
            return _says_passed_over(data, words)
        case NeverTicked() as data:
            area = words.names.area(data.area)
            return (
                f"Nothing was ticked under {area} in {data.looked} cases. Either it goes well, or "
                "it is hard to see from your chair."
            )
        case BesideWell() as data:
            return _says_beside_well(data, finding.level, words)
        case _:
            return _says_told(finding, words)


def _says_told(finding: Finding[object], words: Words) -> str:
    """What comes from numbers, replies and texts."""
    match finding.data:
        case Unknown() as data:
            return (
                f"“{data.asked}” was answered with “cannot say” in {data.unknown} of "
                f"{data.answered}."
            )
        case SignFamily() as data:
            first, number = data.signs[0]
            return (
                f"Signs {SIGNS.get(data.family, spelled(data.family))}: in {data.ticked} of "
                f"{data.looked} cases, most often “{words.label(first)}” ({number})."
            )
        case SignsPassed() as data:
            return (
                f"Of {data.looked} cases with a sign, you ticked “{words.label(_PASSED)}” in "
                f"{data.passed}: seen then and let go by. In the others the sign is named "
                "looking back."
            )
        case Timeline() as data:
            return says_timeline(data)
        case Phrase() as data:
            return f"“{data.words}”: in {data.found} of {data.of} reviews."
        case Similar() as data:
            return _says_similar(data, words)
        case Tally() as data:
            return says_tally(data, words)
        case PerEnded() as data:
            return _says_per_ended(data, words)
        case Mix() as data:
            return says_mix(data, words)
        case Sayings() as data:
            return says_sayings(data)
        case Hindsight() as data:
            return says_hindsight(data)
        case Charge() as data:
            return says_charge(data)
        case _:
            return finding.id


_PASSED = "alliance.small-signs-passed"


def _says_recurrence(data: Recurrence, words: Words) -> str:
    label = words.label(data.code)
    sentence = f"“{label}”: ticked in {data.ticked} of {data.looked} cases where it was looked at."
    unseen = data.cases - data.looked
    if unseen * 3 > data.cases:
        sentence += (
            f" In all {data.cases} it may be anything from {data.ticked} to "
            f"{data.ticked + unseen}, depending on the {unseen} not looked at."
        )
    return sentence + says_next(data)


def says_next(data: Recurrence) -> str:
    """What to expect of the next ten, where that is known."""
    if data.next_ten is None:
        return ""
    since = f", counting from plan {data.since_plan}" if data.since_plan else ""
    return f" If nothing changes, expect it in {ranged(data.next_ten)} of the next ten{since}."


def says_pair(data: PairCount, level: Level, words: Words) -> str:
    """A pair, with what else belongs to its story."""
    one, other = words.label(data.one), words.label(data.other)
    sentence = (
        f"“{one}” and “{other}” were ticked together in {_together(data)} "
        f"({data.one_ticked} and {data.other_ticked} in all)"
    )
    if data.also:
        also = [f"{number} of them with “{words.label(code)}”" for code, number in data.also]
        sentence += f", {listed(also)}"
    sentence += "."
    if data.expected is None or data.as_strong is None or data.reshuffled is None:
        return sentence
    held = in_journals(data.as_strong, data.reshuffled)
    if level == "stands-out":
        return (
            f"{sentence} Reshuffling your ticks gives about {data.expected:.0f}; a pair this "
            f"strong came up {held}. Worth reading side by side."
        )
    if level == "perhaps":
        return f"{sentence} Perhaps chance: a pair this strong came up {held}."
    return f"{sentence} About what reshuffling your ticks gives, too."


def _together(data: PairCount) -> str:
    if data.cases < LATEST:
        return counted(data.together, "case")
    return f"{data.together} of {among(data.cases, LATEST, 'case')}"


def _says_context(data: ContextCount, level: Level, words: Words) -> str:
    value = words.names.value(data.field, data.value)
    sentence = (
        f"{value}: “{words.label(data.code)}” in {data.ticked} of {data.looked}; elsewhere in "
        f"{data.elsewhere_ticked} of {data.elsewhere_looked}."
    )
    if data.as_strong is None or data.reshuffled is None:
        return f"{sentence} Too few to compare."
    held = in_journals(data.as_strong, data.reshuffled)
    if level == "stands-out":
        return f"{sentence} Something this lopsided came up {held}."
    if level == "perhaps":
        return f"{sentence} Perhaps chance: something this lopsided came up {held}."
    return f"{sentence} Not more lopsided than chance gives."


def _says_trend(data: Trend, level: Level, words: Words) -> str:
    sentence = (
        f"“{words.label(data.code)}”: {data.older_ticked} of {data.older_looked} in the older "
        f"half, {data.newer_ticked} of {data.newer_looked} in the newer half."
    )
    if level == "count":
        return sentence
    perhaps = "Perhaps chance: a" if level == "perhaps" else "A"
    return (
        f"{sentence} {perhaps} slope like that, in any miss, would turn up {times(data.p)} with "
        "no change at all."
    )


def _for_miss(data: PlanStory, words: Words) -> str:
    return f", “{words.label(data.code)}”" if data.code else ""


def says_plan(data: PlanStory) -> str:
    """Use first, then what was seen beside what was to be expected."""
    return " ".join(part for part in (_use(data), _before_and_since(data)) if part)


def says_plan_in_short(data: PlanStory) -> str:
    """Use, and the counts with hardly a word on them; the rest stands in the plan's own view."""
    parts = [_use(data)]
    if data.code and data.since_looked:
        counts = (
            f"{data.before_ticked} of {data.before_looked} before, {data.since_ticked} of "
            f"{data.since_looked} since"
        )
        parts.append(f"{counts}{_IN_SHORT[data.verdict]}.")
    elif data.code:
        parts.append("No case since.")
    return " ".join(part for part in parts if part)


_IN_SHORT = {
    "fewer": ": fewer than no change gives",
    "perhaps-fewer": ": fewer, perhaps by chance",
    "as-before": ": within what no change gives",
    "too-early": ": too early to say",
    "no-count": "",
}


def says_claimed_plan(data: PlanStory, words: Words) -> str:
    """A plan since which a miss came up less, in short."""
    return (
        f"“{words.label(data.code)}” came up less since plan {data.plan}: in {data.since_ticked} "
        f"of {data.since_looked}; before, in {data.before_ticked} of {data.before_looked}. As few "
        f"as that would turn up {times(data.p or 0.0)} with no change at all."
    )


def _use(data: PlanStory) -> str:
    if data.came_up is None:
        return "" if data.looked_back else "Not looked back at yet."
    if not data.came_up:
        return "The moment for it has not come up yet."
    did = "" if data.did is None else f"; you did it {_often(data.did)}"
    return f"It came up {_often(data.came_up)}{did}."


def _often(number: int) -> str:
    return {0: "no time", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _before_and_since(data: PlanStory) -> str:
    if not data.code:
        return ""
    if not data.since_looked:
        return "No case since."
    seen = (
        f"{data.before_ticked} of {data.before_looked} before, {data.since_ticked} of "
        f"{data.since_looked} since."
    )
    if data.expected is not None:
        seen += f" With no change you would expect {ranged(data.expected)} of {data.since_looked}."
    return f"{seen} {_verdict(data)}".rstrip()


def _verdict(data: PlanStory) -> str:
    chance = times(data.p) if data.p is not None else ""
    match data.verdict:
        case "fewer":
            return f"As few as this would turn up {chance} with no change at all."
        case "perhaps-fewer":
            told = f"Fewer, but as few would turn up {chance} with no change at all."
        case "as-before":
            told = "Within what no change gives."
        case "too-early":
            more = counted(data.more or 0, "more case")
            return f"Too early to say: {more} without it would begin to tell."
        case "no-count":
            return "Counting alone will not settle this soon; how often you did it says more."
    if data.more is None:
        return f"{told} Counting alone will not settle this soon; how often you did it says more."
    return f"{told} {counted(data.more, 'more case')} without it would begin to tell."


def _says_passed_over(data: PassedOver, words: Words) -> str:
    area = words.names.area(data.area)
    if not data.field:
        return f"{area} was passed over in {data.passed} of {among(data.cases, LATEST, 'case')}."
    value = words.names.value(data.field, data.value)
    return (
        f"{value}: you passed over {area} in {data.passed} of {data.cases}; elsewhere in "
        f"{data.elsewhere_passed} of {data.elsewhere}."
    )


def _says_per_ended(data: PerEnded, words: Words) -> str:
    value = words.names.value(data.field, data.value)
    return (
        f"{value}: {counted(data.cases, 'case')} looked back on, {data.ended} ended "
        f"({listed(data.periods)})."
    )


def says_beside(data: BesideWell, words: Words) -> str:
    """A miss in either sort of therapies, in numbers alone."""
    return (
        f"“{words.label(data.code)}”: {data.frayed_ticked} of {data.frayed_looked} that frayed, "
        f"{data.well_ticked} of {data.well_looked} that went well."
    )


def _says_beside_well(data: BesideWell, level: Level, words: Words) -> str:
    sentence = says_beside(data, words)
    if level == "stands-out":
        return f"{sentence} This sets the two apart."
    if data.well_ticked >= LATELY:
        return f"{sentence} It is there when things go well, too."
    return sentence


def _says_similar(data: Similar, words: Words) -> str:
    shared = [f"“{words.label(code)}”" for code in data.shared]
    why = f": {listed(shared)}" if shared else ": you wrote in much the same words"
    return f"Review {data.review} is nearest to review {data.earlier}, {data.case}{why}."
