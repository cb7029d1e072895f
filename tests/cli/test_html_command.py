"""The command that writes the HTML report, from a journal to a file."""

import json
import re
from pathlib import Path

import pytest

from program import failnote

DAY = ("--today", "2026-07-01")


def ids(page: str) -> set[str]:
    return set(re.findall(r'data-finding="([^"]+)"', page))


def test_the_report_is_one_private_file(invented: Path, tmp_path: Path) -> None:
    target = tmp_path / "report.html"
    done = failnote("patterns", "--journal", invented, *DAY, "-f", "html", "-o", target)
    page = target.read_text(encoding="utf-8")

    assert (done.code, done.out) == (0, "")
    assert f"Written to {target}." in done.err
    assert page.startswith("<!doctype html>")
    assert page.endswith("</html>\n")
    assert target.stat().st_mode & 0o777 == 0o600


def test_the_report_draws_the_findings_of_json(invented: Path) -> None:
    shared = ("patterns", "--journal", invented, *DAY)
    whole = json.loads(failnote(*shared, "--json").out)["findings"]
    every = {each["id"] for each in whole if each["kind"] != "phrase"}

    assert ids(failnote(*shared, "-f", "html", "--all").out) == every
    assert {each["id"] for each in whole if each["level"] == "stands-out"} <= ids(
        failnote(*shared, "-f", "html").out
    )


def test_the_same_journal_gives_the_same_bytes_on_any_day(invented: Path) -> None:
    first, second = (
        failnote("patterns", "--journal", invented, "--today", day, "-f", "html").out
        for day in ("2026-07-01", "2027-01-31")
    )

    assert first == second


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--by", "setup"], "Side by side"),
        (["--misses", "contract.*"], "aim never shared"),
        (["--where", "setup=couple"], "6 of 24 reviews"),
        (["--words"], "Your own words are on no page"),
        (["--since", "2030"], "None of your 24 reviews fits these filters."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_options_hold_for_the_report_too(options: list[str], said: str, invented: Path) -> None:
    done = failnote("patterns", "--journal", invented, *DAY, "-f", "html", *options)

    assert said in done.out


def test_the_demo_marks_its_report(tmp_path: Path) -> None:
    target = tmp_path / "demo.html"
    failnote("demo", *DAY, "patterns", "-f", "html", "-o", target)

    assert '<p class="mark">invented</p>' in target.read_text(encoding="utf-8")
