"""No sentence of ours names a cause, a verdict or a score."""

import json
import re

import pytest

from failnote.page import as_text
from failnote.patterns.report import report
from failnote.render.patterns import patterns_json, patterns_page
from samples import CODES, FIVE

STEMS = (
    r"because of|led to|leads? to|\bcause|due to|result(?:s|ed) in|explains?\b|drives?\b"
    r"|makes you|proves?\b|significant|fault|you fail|mistake|\berror|should have|\bmust\b"
    r"|\balways\b|\bnever do|\bbad(?:ly)?\b|\bworse|\bworst|\bpoor|\bweak|improv|\bbetter"
    r"|\brisk|likely to|success|\bscore|streak|\brank|\bprogress|diagnos|\bgreat|well done"
)


@pytest.mark.parametrize("size", range(len(FIVE) + 1))
def test_no_page_of_patterns_judges(size: int) -> None:
    found = report(FIVE[:size], CODES, unfinished=1)
    page = as_text(patterns_page(found)) + as_text(patterns_page(found, everything=True))
    says = " ".join(each["says"] for each in json.loads(patterns_json(found))["findings"])

    assert re.findall(STEMS, page + says, re.IGNORECASE) == []
