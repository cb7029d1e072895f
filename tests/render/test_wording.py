"""No sentence of ours names a cause, a verdict or a score."""

import json
import re
from typing import get_args

import pytest

from failnote.cli.demo import TOLD
from failnote.cli.names import load_names
from failnote.codebook import load_codebook
from failnote.page import as_text
from failnote.patterns.contexts import ContextCount
from failnote.patterns.ended import PerEnded
from failnote.patterns.findings import Finding, Level
from failnote.patterns.later import Charge, Eased, Hindsight
from failnote.patterns.mix import AreaMix, Mix
from failnote.patterns.pairs import PairCount
from failnote.patterns.passed_over import NeverTicked, PassedOver
from failnote.patterns.phrases import Phrase
from failnote.patterns.plans import PlanStory, Verdict
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.replies import Tally, Unknown
from failnote.patterns.report import report
from failnote.patterns.sayings import Sayings
from failnote.patterns.signs import SignFamily, SignsPassed, Timeline
from failnote.patterns.similar import Similar
from failnote.patterns.trends import Trend
from failnote.patterns.well import BesideWell
from failnote.render.caseload import Load, caseload_page
from failnote.render.patterns import explanation, patterns_page
from failnote.render.patterns_data import patterns_json
from failnote.render.sentences import says, says_claimed_plan, says_plan_in_short
from failnote.render.view import Section, View
from failnote.render.words import Words
from samples import CODES, FIVE, NAMES
from told import demo_report

STEMS = (
    r"because of|led to|leads? to|\bcause|due to|result(?:s|ed) in|explains?\b|drives?\b"
    r"|makes you|proves?\b|significant|fault|you fail|mistake|\berror|should have|\bmust\b"
    r"|\balways\b|\bnever do|\bbad(?:ly)?\b|\bworse|\bworst|\bpoor|\bweak|improv|\bbetter"
    r"|\brisk|likely to|success|\bscore|streak|\brank|\bprogress|diagnos|\bgreat|well done"
)


OWN = re.compile(r"“[^”]*”|--explain")
"""Labels, and what the user wrote: neither is a sentence of ours."""


def without_labels(page: str) -> str:
    """The page without the names of codes, which stand in rows without quotation marks."""
    names = [word.label for word in load_codebook().by_id.values()]
    names += load_codebook().by_id
    names += [word for values in load_names().values.values() for word in values.values()]
    every = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.sub(every, "", OWN.sub("", page), flags=re.IGNORECASE)


@pytest.mark.parametrize("section", get_args(Section))
@pytest.mark.parametrize("size", [1, 2, 5, 12, 24])
def test_no_view_of_the_invented_journal_judges(section: Section, size: int) -> None:
    view = View(section=section, everything=True, today="2026-07-01")
    page = as_text(patterns_page(demo_report(upto=size), names=load_names(), view=view))
    ours = without_labels(" ".join(page.split()))

    assert re.findall(STEMS, ours, re.IGNORECASE) == []


@pytest.mark.parametrize("by", ["", "setup", "ending"])
def test_no_sentence_about_a_finding_judges(by: str) -> None:
    whole = json.loads(patterns_json(demo_report(by), load_names()))
    says = without_labels(" ".join(each["says"] for each in whole["findings"]))

    assert len(whole["findings"]) > 100
    assert re.findall(STEMS, says, re.IGNORECASE) == []


def test_no_explanation_judges() -> None:
    assert re.findall(STEMS, as_text(explanation()), re.IGNORECASE) == []


def test_a_sentence_that_judges_would_be_found() -> None:
    assert re.findall(STEMS, "This mistake leads to a poor score.", re.IGNORECASE)


def test_every_finding_has_a_sentence_and_none_is_its_id() -> None:
    words = Words(demo_report("setup").codes, load_names())
    for finding in demo_report("setup").findings:
        told = says(finding, words)
        assert told != finding.id
        assert told.endswith((".", "?"))
        assert not re.search(r"nan|None|\d\.\d{2}|%", told)


HOW, AIM = "contract.how-unclear", "contract.goal-unclear"
PLAN = PlanStory(
    *("7", HOW, "they nod", "ask", "open", "", 2, 6, 2, ()),
    *(4, 10, 2, 8, (1, 5), 0.2, 3, "as-before"),
)
VARIANTS: list[object] = [
    *(PLAN._replace(verdict=verdict) for verdict in get_args(Verdict)),
    PLAN._replace(verdict="perhaps-fewer", more=None),
    PLAN._replace(came_up=None, looked_back=0),
    PLAN._replace(came_up=0, did=None),
    PLAN._replace(did=0, since_looked=0),
    PLAN._replace(code=""),
    PairCount(HOW, AIM, 4, 8, 8, 390, 400),
    PairCount(HOW, AIM, 4, 8, 8, 20, 24, 2.1, 3, 1000, ((AIM, 2),)),
    PairCount(HOW, AIM, 4, 8, 8, 20, 24, 2.1, 500, 1000),
    ContextCount("setup", "couple", HOW, 4, 6, 1, 16, 6),
    ContextCount("setup", "couple", HOW, 4, 6, 1, 16, 6, 1.2, 0, 1000),
    Trend(HOW, 8, 11, 2, 11, 0.004),
    Recurrence(HOW, 4, 9, 24, "#" * 4 + "." * 5 + "?" * 15, (2, 6), "7"),
    BesideWell(HOW, 4, 20, 1, 8, 0.5),
    BesideWell(HOW, 4, 20, 5, 8, 0.5),
    PassedOver("contract", 3, 400),
    PassedOver("contract", 3, 6, "setup", "couple", 1, 16, 0.001),
    NeverTicked("contract", 24),
    Hindsight(6, 6, (), 0, 0),
    Hindsight(6, 4, (("perhaps", "unlikely", 2),), 6, 3),
    Charge(Eased(6, 1, 1, 4), Eased(3, 1, 1, 1)),
    Charge(Eased(6, 4, 1, 1), Eased(0, 0, 0, 0)),
    Mix(10, (AreaMix("contract", 6, 10, 4, 9),)),
    Mix(10, ()),
    Sayings("core.kept", ((3, "I waited."),), 5),
    Sayings("unk.rule", ((3, "When they nod, I go on"),), 2),
    PerEnded("setup", "couple", 1, 21, ("2025", "2026Q1")),
    SignFamily("elsewhere", 3, 9, (("sign.away.quieter", 3),)),
    SignsPassed(2, 9),
    Timeline(5, 6, 3, 3, 7.5, 4, ((1, None, 5),)),
    Unknown("core.sure", "How well founded is it?", 3, 9),
    Tally("core.sure", "question", "How sure are you?", 6, (("A hunch", 6),)),
    Phrase("sixth session", 3, 24),
    Similar(7, 3, "maple-lantern-27", "2026-01-01", (), (), 0.4),
]
"""Every sentence with its turns: the invented journal does not come to all of them."""


@pytest.mark.parametrize("level", get_args(Level))
@pytest.mark.parametrize("data", VARIANTS, ids=lambda data: type(data).__name__)
def test_no_turn_of_a_sentence_judges(data: object, level: Level) -> None:
    words = Words(load_codebook().by_id, load_names())
    told = says(Finding("id", "kind", level, data, (1, 2)), words)
    if isinstance(data, PlanStory):
        told += says_plan_in_short(data) + says_claimed_plan(data, words)

    assert told.endswith((".", "?"))
    assert "  " not in told
    assert re.findall(STEMS, without_labels(told), re.IGNORECASE) == []


def test_every_kind_of_finding_is_among_the_turns() -> None:
    there = {type(finding.data) for finding in demo_report("setup").findings}

    assert there <= {type(data) for data in VARIANTS}


@pytest.mark.parametrize("size", range(len(FIVE) + 1))
def test_no_page_of_patterns_judges(size: int) -> None:
    found = report(FIVE[:size], CODES, unfinished=1)
    page = as_text(patterns_page(found)) + as_text(patterns_page(found, everything=True))
    says = " ".join(each["says"] for each in json.loads(patterns_json(found))["findings"])

    assert re.findall(STEMS, OWN.sub("", page + says), re.IGNORECASE) == []


def test_no_word_about_lots_and_caseloads_judges() -> None:
    page = caseload_page(
        [Load("2026Q1", "", "", 31, 5), Load("2026Q1", "setup", "couple", 6, 3)], NAMES
    )
    ours = as_text(page) + as_text(caseload_page([], NAMES)) + TOLD

    assert "couple: 6 ended, 3 looked back on as frayed" in ours
    assert re.findall(STEMS, ours, re.IGNORECASE) == []
