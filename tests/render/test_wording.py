"""No sentence of ours names a cause, a verdict or a score."""

import json
import re
from typing import get_args

import pytest

from failnote.cli.demo import TOLD
from failnote.cli.names import load_names
from failnote.codebook import load_codebook
from failnote.page import as_text
from failnote.patterns.report import report
from failnote.render.caseload import Load, caseload_page
from failnote.render.patterns import Section, View, explanation, patterns_page
from failnote.render.patterns_data import patterns_json
from failnote.render.sentences import says
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
