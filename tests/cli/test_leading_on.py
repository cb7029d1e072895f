"""Leading on: an answer that goes on in another guide takes along what was answered."""

import json
from typing import Any

from failnote.guide.load import find_guide
from program import Done, failnote

GO = "1\n"
SKIPS = ".s\n" * 80
STUCK = "5\n"  # core.kind: stuck and still meeting


def reviewed(keys: str, guide: str = "core") -> Done:
    """Hold a review line by line, in a journal without a passphrase."""
    return failnote("review", "--guide", guide, "--plain", "--no-passphrase", stdin=keys)


def exported() -> dict[str, Any]:
    """The journal's one review as it leaves it."""
    (line,) = failnote("export", "--no-mask").out.splitlines()
    review: dict[str, Any] = json.loads(line)
    return review


def led_on() -> Done:
    """Settle, say in core that it is stuck, and go on there."""
    settled = "4\nI heard it.\n.s\n1 2\n.s\nBreathe first.\n.\n"
    return reviewed(GO + settled + STUCK + "1\n" + "12\n" + SKIPS)


def test_impasse_asks_neither_the_gate_nor_settle_again() -> None:
    done = led_on()

    assert done.code == 0
    for asked in ("Is anything here urgent", "How strongly does this still pull", "thought keeps"):
        assert done.err.count(asked) == 1
    assert done.err.index("Stuck together") < done.err.index("About how many sessions")


def test_what_was_answered_before_leading_on_stays_in_the_review() -> None:
    led_on()

    review = exported()
    answers = {a["question"]: a for a in review["answers"] if a["status"] == "answered"}
    assert review["guide"] == "impasse"
    assert answers["settle.thought"]["value"] == "I heard it."
    assert answers["core.kind"]["value"] == "impasse"
    assert answers["imp.sessions"]["value"] == 12
    assert [code for code, ticked in review["marks"].items() if ticked] == [
        "feel.sad",
        "feel.ashamed",
    ]


def test_an_answer_can_still_be_gone_back_to_after_leading_on() -> None:
    reviewed(GO + "4\n" + ".s\n" * 5 + STUCK + "1\n" + ".b\n" * 20 + "6\n" + SKIPS)

    (charge, *_) = exported()["answers"]
    assert (charge["question"], charge["value"]) == ("settle.charge", 6)


def test_what_was_put_to_rest_before_leading_on_stays_at_rest() -> None:
    dropout = "1\n" + "6\n"  # how it ended: stopped without a word
    back = ".b\n.b\n"
    reviewed(GO + "4\n" + ".s\n" * 5 + dropout + back + STUCK + "1\n" + SKIPS)

    review = exported()
    answered = [a["question"] for a in review["answers"] if a["status"] == "answered"]
    assert answered == ["settle.charge", "core.kind", "core.to-impasse"]
    assert review["context"] == {"ending": ["impasse"]}


def test_staying_in_core_asks_core_s_questions() -> None:
    done = reviewed(GO + "4\n" + ".s\n" * 5 + STUCK + "2\n" + SKIPS)

    assert exported()["guide"] == "core"
    assert "Stuck together" not in done.err


def test_a_paused_review_that_led_on_goes_on_in_impasse() -> None:
    reviewed(GO + "4\n" + ".s\n" * 5 + STUCK + "1\n" + ".q\n")
    done = reviewed(GO + "1\n" + SKIPS)

    assert "About how many sessions" in done.err
    assert "thought keeps" not in done.err
    assert exported()["state"] == "finished"


def test_a_review_begun_with_impasse_is_one_of_an_impasse() -> None:
    reviewed(GO + "4\n" + SKIPS, "impasse")

    assert exported()["context"] == {"ending": ["impasse"]}
    assert "impasse" in failnote("list", "--ending", "impasse").out


def test_the_version_of_core_says_that_it_asks_more() -> None:
    assert find_guide("core").version == 2
