"""The HTML report as text: what it says, what it never says, and that it is the same again."""

import json
import re
import subprocess
import sys
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from calibration.journals import codes as noise_codes
from calibration.journals import journal as noise
from failnote.cli.names import load_names
from failnote.demo import demo_reviews
from failnote.patterns.phrases import Phrase
from failnote.patterns.report import Report, report
from failnote.render.html.page import patterns_html
from failnote.render.html.pointers import INLINE, LONGEST, Index
from failnote.render.patterns import FOOTER
from failnote.render.patterns_data import patterns_json
from failnote.render.view import View
from render.test_wording import STEMS, without_labels
from samples import CODES, FIVE, NAMES
from told import TODAY, demo_report, marked_of

VOID = {"meta", "br"}
SPOKEN = {"aria-label", "title"}
"""Attributes that are read out or shown."""


class Page(HTMLParser):
    """What stands in a page: its words, ids, links, findings and elements."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.findings: set[str] = set()
        self.elements: list[str] = []
        self.attributes: set[str] = set()
        self._style = False
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self._style = tag == "style"
        for name, value in attrs:
            self.attributes.add(name)
            if name in SPOKEN and value:
                self.words.append(value)
            if name == "id" and value:
                self.ids.append(value)
            if name == "href" and value:
                self.links.append(value)
            if name == "data-finding" and value:
                self.findings.add(value)

    def handle_endtag(self, tag: str) -> None:
        self._style = False

    def handle_data(self, data: str) -> None:
        if not self._style:
            self.words.append(data)

    @property
    def text(self) -> str:
        """Everything that is read, with single blanks."""
        return " ".join(" ".join(self.words).split())


def html(found: Report, view: View | None = None, mark: str = "") -> str:
    return patterns_html(found, load_names(), view=view, mark=mark)


def ids_of(found: Report) -> set[str]:
    return {each["id"] for each in json.loads(patterns_json(found))["findings"]}


def large() -> Report:
    return report(noise(300, 7), noise_codes())


def went_well_only() -> Report:
    reviews = (review for review in demo_reviews(TODAY) if review.kind != "frayed")
    return report(marked_of(reviews), CODES)


VIEWS = {
    "page": View(),
    "everything": View(everything=True),
    "pairs": View(section="pairs"),
    "signs": View(section="signs"),
    "plans": View(section="plans"),
    "words": View(section="words"),
    "one miss": View(misses="contract.how-unclear"),
    "some misses": View(misses="contract.*"),
    "lately": View(sort="lately"),
}


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_every_link_leads_somewhere_and_every_anchor_stands_once(view: View) -> None:
    page = Page(html(demo_report(), view))

    assert page.links or view.section == "words"
    assert {link[1:] for link in page.links} <= set(page.ids)
    assert all(link.startswith("#") for link in page.links)
    assert len(page.ids) == len(set(page.ids))


def test_everything_draws_the_findings_of_json_but_own_words() -> None:
    found = demo_report("setup")
    own = {finding.id for finding in found.of(Phrase)}

    assert own
    assert Page(html(found, View(everything=True))).findings == ids_of(found) - own


def test_the_page_draws_what_stands_out_what_came_back_and_the_plans() -> None:
    found = demo_report()
    page = Page(html(found))

    assert page.findings < ids_of(found)
    assert {finding.id for finding in found.stands_out} <= page.findings
    assert "recur:contract.how-unclear" in page.findings
    assert {"plan:12", "plan:14", "plan:19", "timeline"} <= page.findings


def test_reviews_of_both_sorts_are_there_to_be_led_to() -> None:
    page = Page(html(demo_report()))

    assert {f"r{number}" for number in range(1, 33)} <= set(page.ids)
    assert "Those that went well" in page.text


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
def test_nothing_that_the_therapist_wrote_is_on_the_page(view: View) -> None:
    found = demo_report()
    page = Page(html(found, view)).text
    written = [each.text for each in found.beside.written]
    plans = [words for plan in found.beside.plans for words in (plan.if_, plan.then)]
    phrases = [finding.data.words for finding in found.of(Phrase)]

    assert min(map(len, (written, plans, phrases)))
    assert [text for text in (*written, *plans, *phrases) if text in page] == []


def test_no_day_is_on_the_page() -> None:
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\d{1,2} [A-Z][a-z]{2} \d{4}", html(demo_report()))


@pytest.mark.parametrize("view", VIEWS.values(), ids=VIEWS)
@pytest.mark.parametrize("by", ["", "ending"])
def test_no_word_of_the_page_judges(by: str, view: View) -> None:
    ours = without_labels(Page(html(demo_report(by), view)).text)

    assert re.findall(STEMS, ours, re.IGNORECASE) == []


@pytest.mark.parametrize("size", range(len(FIVE) + 1))
def test_no_word_of_a_small_page_judges(size: int) -> None:
    page = Page(patterns_html(report(FIVE[:size], CODES, unfinished=1), NAMES))

    assert re.findall(STEMS, without_labels(page.text), re.IGNORECASE) == []


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (lambda: report([], CODES), "Nothing to compare yet."),
        (lambda: report([], CODES, of=24), "None of your 24 reviews fits these filters."),
        (lambda: report(FIVE[:1], CODES), "Fewer than 3 cases"),
        (lambda: report(FIVE[:2], CODES), "Fewer than 3 cases"),
        (lambda: report(FIVE[:3], CODES, unfinished=2), "2 unfinished reviews left out."),
        (went_well_only, "8 look-backs on what went well left out."),
        (lambda: report(noise(30, 3), noise_codes()), "Nothing. What you see below is within"),
    ],
    ids=["nothing", "filtered", "one", "two", "three", "went well only", "noise"],
)
def test_a_page_with_little_to_say_says_so(found: object, said: str) -> None:
    page = Page(html(found()))  # type: ignore[operator]

    assert said in page.text
    assert FOOTER in page.text
    assert page.elements.count("h1") == 1


def test_fewer_than_three_cases_give_no_numbers() -> None:
    page = Page(html(demo_report(upto=2)))

    assert page.findings == set()
    assert page.links == []


def test_below_fifteen_cases_nothing_is_said_about_chance() -> None:
    assert "eshuffl" not in Page(html(demo_report(upto=12))).text


def test_a_long_journal_is_drawn_in_bars_with_its_years() -> None:
    page = html(large())

    assert re.search(r"each bar is one quarter; at full height, [a-z ]+ of its cases", page)
    assert "<text" in page
    assert re.search(r"<title>\w{3} 20\d\d – \w{3} 20\d\d: \d+ of \d+</title>", page)


def test_a_field_with_many_values_says_how_many_are_left_out() -> None:
    values = Page(html(demo_report("ending"))).text
    many = [
        review._replace(context={"setting": (f"setting-{review.number % 8}",)})
        for review in noise(24, 3)
    ]

    assert "more that only the screen shows" not in values
    assert (
        "and 2 more that only the screen shows"
        in Page(html(report(many, noise_codes(), by="setting"))).text
    )


def test_a_list_of_reviews_that_nobody_would_print_stays_on_the_screen() -> None:
    many = [review._replace(marks={}) for review in noise(301, 3)]

    assert 'class="reviews"' in html(report(many[:300], CODES))
    assert 'class="reviews screen"' in html(report(many, CODES))


def test_what_is_invented_says_so_on_every_sheet_of_paper() -> None:
    page = html(demo_report(), mark="invented")

    assert Page(page).text.count("invented") == 3
    assert '@top-right { content: "invented"' in page
    assert "invented" not in html(demo_report())


def test_the_policy_allows_this_stylesheet_and_nothing_else() -> None:
    page = html(demo_report(), mark="invented")
    style = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    digest = b64encode(sha256(style[0].encode()).digest()).decode()

    assert len(style) == 1
    assert f"default-src 'none'; style-src 'sha256-{digest}';" in page
    assert "style" not in Page(page).attributes
    assert not {"script", "img", "iframe", "link", "object", "form"} & set(Page(page).elements)
    assert not re.search(r"url\(|https?:|@import", page)


def test_the_same_report_gives_the_same_bytes_whatever_the_seed_of_hashes() -> None:
    code = (
        "import sys; from samples import *; from failnote.patterns.report import report;"
        "from failnote.render.html.page import patterns_html;"
        "sys.stdout.write(patterns_html(report(FIVE, CODES), NAMES))"
    )
    pages = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path)},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }

    assert pages == {patterns_html(report(FIVE, CODES), NAMES).encode()}


def test_a_few_reviews_are_named_and_many_have_a_line_of_their_own() -> None:
    index = Index()
    few = index.point("few", range(INLINE))
    many = index.point("many", range(LONGEST + 5))

    assert (few.more, few.anchor) == (0, "")
    assert (len(many.reviews), many.more) == (INLINE, LONGEST + 5 - INLINE)
    assert index.entries[0].anchor == many.anchor
    assert (index.entries[0].earlier, len(index.entries[0].reviews)) == (5, LONGEST)
