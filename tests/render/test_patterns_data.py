"""Findings as JSON, CSV and Markdown."""

import csv
import io
import json
from collections.abc import Callable

from failnote.cli.names import load_names
from failnote.patterns.findings import Finding
from failnote.patterns.phrases import Phrase
from failnote.patterns.report import Report, report
from failnote.render.patterns_data import TOO_FEW, patterns_csv, patterns_json, patterns_markdown
from samples import CODES, FIVE
from told import demo_report


def with_phrase(words: str) -> Report:
    found = report(FIVE, CODES)
    phrase: Finding[object] = Finding("phrase:x", "phrase", "count", Phrase(words, 3, 5), (1, 2))
    return Report(found.base, found.cases, (phrase,), found.thresholds, found.codes)


def test_the_page_in_markdown(snapshot: Callable[[str, str], None]) -> None:
    snapshot("patterns-demo.md", patterns_markdown(demo_report(), load_names()))


def test_own_words_cannot_become_markup() -> None:
    page = patterns_markdown(with_phrase("![x](http://x) <b>"))

    assert "![" not in page
    assert "<b>" not in page


def test_own_words_cannot_become_a_formula() -> None:
    rows = list(csv.DictReader(io.StringIO(patterns_csv(with_phrase("=1+2")))))

    assert rows[0]["words"] == "'=1+2"


def test_too_few_cases_give_no_numbers_to_hand_on() -> None:
    few = report(FIVE[:2], CODES)

    assert TOO_FEW in patterns_markdown(few)
    assert "| miss |" not in patterns_markdown(few)
    assert len(patterns_csv(few).splitlines()) == 1


def test_a_narrowed_page_has_only_those_rows() -> None:
    page = patterns_markdown(demo_report(), load_names(), misses="contract.*")

    assert "| aim never shared |" in page
    assert "| my aim before theirs |" not in page


def test_markdown_of_a_small_journal_says_that_nothing_is_compared() -> None:
    assert "Nothing is compared below 15 cases." in patterns_markdown(report(FIVE, CODES))


def test_json_has_stable_readable_ids() -> None:
    ids = [each["id"] for each in json.loads(patterns_json(demo_report("setup")))["findings"]]

    assert len(ids) == len(set(ids))
    assert {each.partition(":")[0] for each in ids} >= {
        "recur",
        "pair",
        "plan",
        "context",
        "skip",
        "trend",
        "similar",
        "well",
        "phrase",
        "sign",
        "unknown",
        "timeline",
    }


def test_no_number_takes_the_place_of_what_every_finding_has() -> None:
    for each, finding in zip(
        json.loads(patterns_json(demo_report("setup")))["findings"],
        demo_report("setup").findings,
        strict=True,
    ):
        assert each["id"] == finding.id
        assert each["reviews"] == list(finding.reviews)
        assert each["level"] == finding.level


def test_numbers_of_chance_have_four_places_at_most() -> None:
    for each in json.loads(patterns_json(demo_report()))["findings"]:
        p = each.get("p")
        assert p is None or round(p, 4) == p
