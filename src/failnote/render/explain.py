"""Explain: how findings are worked out, in words."""

from failnote.page import Page, Span, line
from failnote.patterns.pairs import CLAIM_FROM
from failnote.patterns.recurrence import NEXT_FROM
from failnote.render.flow import flow
from failnote.render.recurrence import PERCENT_FROM

_PARTS = {
    "ticked": "Only cases where you looked at it count: “8 of 18”. Several reviews of one case "
    "count once.",
    "next ten": f"From {NEXT_FROM} cases looked at: a range that held about 8 times in 10 in tests "
    "with invented journals. It leans towards your other misses, so that the top of the list is "
    "not overstated. After a plan it is counted from the plan on.",
    "stands out": "Your ticks are dealt out again at random, up to 1,000 times; each case keeps "
    "its number of ticks, each miss its total, and nothing lands where you did not look. Only "
    "what beats 19 of 20 such journals, all pairs looked at together, is said to stand out. On "
    "journals without any pattern the whole page claims something in fewer than 1 of 10.",
    "perhaps": "Beaten by up to 1 in 4. Most of these are chance; shown under --all only.",
    "plans": "How often you did it comes first. The case that made the plan counts neither before "
    "nor since. As few as that are held against all ways in which the ticks could have fallen.",
    "older, newer": "Places in time of a miss's ticks, all misses looked at together; told only "
    "where fewer than 1 journal in 100 without change shows such a slope.",
    "passed over": "Areas of which nothing was looked at, held against contexts dealt out again.",
    "by a field": "Reshuffled as pairs are, one field at a time. Each such look has its own 1 in "
    "20.",
    "you have been here before": "Half by shared misses, the rest by context and by words.",
    "left out": f"Any claim below {CLAIM_FROM} cases, pairs of neighbouring questions, percentages "
    f"below {PERCENT_FROM}. Of long journals the latest 400 cases are reshuffled, and the texts "
    "of the latest 100 reviews are read.",
}
_COLUMN = 15


def explain_page() -> Page:
    """How each kind of finding comes about."""
    drawn: Page = [(), line("  ", Span("How this is worked out", "title"))]
    for name, text in _PARTS.items():
        first, *rest = flow(text, indent=4 + _COLUMN)
        if len(name) >= _COLUMN:
            drawn += [line("    ", Span(name, "strong")), first, *rest]
        else:
            drawn += [line("    ", Span(f"{name:<{_COLUMN}}", "strong"), *first[1:]), *rest]
    return drawn
