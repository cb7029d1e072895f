"""The HTML report in a real browser: its look, its paper, and what it cannot be made to do."""

import io
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest
from pypdf import PageObject, PdfReader

from browser import PAPERS, Browser, browser, chromium
from calibration.journals import Planned, Truth
from calibration.journals import codes as noise_codes
from calibration.journals import journal as noise
from calibration.journals import plans as noise_plans
from failnote.cli.names import load_names
from failnote.patterns.material import Course
from failnote.patterns.report import Beside, Report, report
from failnote.render.html.page import patterns_html
from failnote.render.view import View
from failnote.review import CodeWord
from samples import CODES, FIVE
from told import demo_report

PHONE = 360
FULL_ENOUGH = 0.7
"""The share of every sheet of paper that the invented journal fills."""
TOO_EMPTY = 0.3
"""The share below which a sheet holds what was left over from the one before."""
MARGIN = 0.035
SIZES = (0, 1, 5, 24, 30, 40, 300)
TOLD = """r => ({
  passed: r.passes.length,
  broken: r.violations.map(v => v.id + " " + v.nodes.slice(0, 3).map(n => n.html)),
})"""
"""What is to be known of what axe found."""
HOSTILE = (
    "<script>document.title='taken'</script>",
    '"><img src=x onerror="document.title=\'taken\'">',
    "'--></style></title></svg><svg onload=alert(1)>",
    "{{ 7 * 7 }}{% raw %}</section>",
    "javascript:alert(1) http://evil.invalid/x.png",
)


@pytest.fixture(scope="module", name="browser")
def _browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    program = chromium()
    if program is None:
        pytest.skip("there is no Chromium here to look at the page with; .ci/run installs one")
    with browser(program, tmp_path_factory.mktemp("browser")) as opened:
        yield opened


def of_size(size: int) -> Report:
    """The invented journal, or one without much in it."""
    if size == 0:
        return report([], CODES)
    if size <= 24:
        return demo_report(upto=size)
    truth = Truth(plans=[Planned("contract.how-unclear", size // 2, 0.45, 0.1)])
    courses = [Course(number, number % 5, 4 + number % 17) for number in range(1, size + 1)]
    beside = Beside(plans=noise_plans(truth), courses=courses)
    return report(noise(size, 7, truth), noise_codes(), beside=beside)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Pages by what is in them."""
    folder = tmp_path_factory.mktemp("pages")
    drawn = {str(size): patterns_html(of_size(size), load_names()) for size in SIZES}
    for name, view in (("all", View(everything=True)), ("miss", View(misses="contract.*"))):
        drawn[name] = patterns_html(demo_report(), load_names(), view=view)
    drawn["by"] = patterns_html(demo_report("ending"), load_names(), mark="invented")
    drawn["invented"] = patterns_html(demo_report(), load_names(), mark="invented")
    drawn["hostile"] = patterns_html(hostile(), load_names())
    found = {name: folder / f"{name}.html" for name in drawn}
    for name, page in drawn.items():
        found[name].write_text(page, encoding="utf-8")
    return found


def hostile() -> Report:
    """Five reviews whose codes are worded by an enemy."""
    worded = {
        code: CodeWord(code, word.family, word.area, HOSTILE[place % len(HOSTILE)], word.says)
        for place, (code, word) in enumerate(CODES.items())
    }
    return report(FIVE, worded)


@pytest.fixture(scope="module")
def axe() -> str:
    return (files("axe_core_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "name", ["0", "24", *(pytest.param(n, marks=pytest.mark.long) for n in ("1", "5", "300", "by"))]
)
def test_no_rule_of_accessibility_is_broken(
    name: str, browser: Browser, pages: dict[str, Path], axe: str
) -> None:
    browser.open(pages[name])
    browser.ask(f"{axe};0")
    # The same lines 300 times over take ten seconds; smaller pages have a few of each.
    where = "{exclude: [['.reviews'], ['.behind']]}" if name == "300" else "document"

    light = browser.ask(f"axe.run({where}, {{resultTypes: ['violations']}}).then({TOLD})")
    browser.paint("dark")
    dark = browser.ask(f"axe.run({where}, {{runOnly: ['color-contrast']}}).then({TOLD})")

    assert light["broken"] + dark["broken"] == []
    assert (light["passed"] >= 12, dark["passed"]) == (True, 1)


def test_light_and_dark_are_two_looks(browser: Browser, pages: dict[str, Path]) -> None:
    papers = []
    for scheme in ("light", "dark"):
        browser.open(pages["24"], scheme=scheme)
        papers.append(browser.ask("getComputedStyle(document.body).backgroundColor"))

    assert papers == ["rgb(251, 250, 247)", "rgb(22, 25, 28)"]


@pytest.mark.parametrize("name", ["0", "1", "5", "24", "300", "all", "by", "miss", "hostile"])
def test_nothing_runs_over_the_edge_of_a_phone(
    name: str, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages[name], width=PHONE)

    assert browser.ask("document.documentElement.scrollWidth") == PHONE


@pytest.mark.parametrize("paper", PAPERS)
def test_the_invented_journal_fills_two_sheets_of_paper(
    paper: str, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["invented"])
    sheets = [read(sheet) for sheet in PdfReader(io.BytesIO(browser.printed(paper))).pages]

    assert len(sheets) == 2
    assert min(filled for _, filled in sheets) >= FULL_ENOUGH
    assert all("invented" in text for text, _ in sheets)
    assert "To take into supervision" in sheets[1][0]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    ("name", "most"), [("5", 1), ("30", 2), pytest.param("40", 2, marks=pytest.mark.long)]
)
def test_no_sheet_holds_a_few_lines_that_were_left_over(
    name: str, most: int, paper: str, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages[name])
    sheets = [read(sheet) for sheet in PdfReader(io.BytesIO(browser.printed(paper))).pages]

    assert len(sheets) <= most
    assert min(filled for _, filled in sheets) >= TOO_EMPTY


def read(sheet: PageObject) -> tuple[str, float]:
    """Its text, and how far down the lowest line stands; the number of the page does not count.

    That one stands in the margin.
    """
    height = lowest = float(sheet.mediabox.height)

    def visit(text: str, cm: list[float], tm: list[float], *_: object) -> None:
        nonlocal lowest
        place = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
        if text.strip() and place > MARGIN * height:
            lowest = min(lowest, place)

    text = sheet.extract_text(visitor_text=visit)
    return text, 1 - lowest / height


@pytest.mark.parametrize(
    ("name", "most"), [("0", 1), ("1", 1), pytest.param("300", 4, marks=pytest.mark.long)]
)
def test_other_journals_take_no_more_paper_than_they_need(
    name: str, most: int, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages[name])

    assert len(PdfReader(io.BytesIO(browser.printed("A4"))).pages) <= most


def test_every_number_leads_to_reviews_that_can_be_seen(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["24"])

    lost = browser.ask(
        """(async () => {
          const lost = [];
          for (const href of new Set([...document.links].map(a => a.getAttribute("href")))) {
            location.hash = href;
            await new Promise(requestAnimationFrame);
            const at = document.querySelector(":target")?.getBoundingClientRect();
            if (!at || !at.height || at.top < 0 || at.bottom > innerHeight) lost.push(href);
          }
          return lost;
        })()"""
    )

    assert lost == []


@pytest.mark.parametrize("name", ["24", "300", "hostile"])
def test_row_37_the_page_asks_for_nothing_but_itself(
    name: str, browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages[name])

    assert browser.requests == [pages[name].as_uri()]


def test_row_37_what_is_put_into_the_page_neither_runs_nor_fetches(
    browser: Browser, pages: dict[str, Path]
) -> None:
    browser.open(pages["24"])
    refused = browser.ask(
        """(async () => {
          const refused = [];
          addEventListener("securitypolicyviolation", e => refused.push(e.effectiveDirective));
          const script = document.createElement("script");
          script.textContent = "document.title = 'taken'";
          document.body.append(script);
          document.body.insertAdjacentHTML("beforeend",
            `<img src="https://evil.invalid/x.png" onerror="document.title = 'taken'">
             <p style="color: red">x</p><a id="x" href="javascript:document.title = 'taken'">x</a>`);
          document.getElementById("x").click();
          fetch("https://evil.invalid/").catch(() => 0);
          await new Promise(done => setTimeout(done, 200));
          return refused;
        })()"""
    )

    assert "taken" not in browser.ask("document.title")
    assert {"script-src-elem", "style-src-attr", "img-src", "connect-src"} <= set(refused)
    assert not [url for url in browser.requests if url.startswith("http")]


def test_row_37_hostile_words_stay_words(browser: Browser, pages: dict[str, Path]) -> None:
    browser.open(pages["hostile"])

    text = browser.ask("document.body.textContent")
    live = browser.ask(
        """[...document.querySelectorAll("*")].filter(e =>
          ["SCRIPT", "IMG", "IFRAME", "LINK", "FORM"].includes(e.tagName) || e.hasAttribute("src")
          || e.getAttributeNames().some(n => n.startsWith("on"))
          || (e.hasAttribute("href") && !e.getAttribute("href").startsWith("#")))
          .map(e => e.outerHTML)"""
    )

    assert live == []
    assert browser.ask("document.title") == "What comes back · failnote"
    assert {word for word in HOSTILE if word in text} == set(HOSTILE)
