"""Distance: a review written as a colleague's case."""

import json

import pytest

from program import failnote

GO, STRONG, NEXT, DISTANCE = "1\n", "9\n", ".s\n", "2\n"
SKIPS = ".s\n" * 80


@pytest.mark.parametrize(("choice", "told"), [(DISTANCE, 1), (DISTANCE + ".b\n" + DISTANCE, 1)])
def test_one_quiet_line_says_how_to_read_the_answers(choice: str, told: int) -> None:
    done = failnote(
        *("review", "--plain", "--no-passphrase"), stdin=GO + STRONG + NEXT + choice + SKIPS
    )

    assert done.err.count("From here on it is a colleague's case.") == told
    assert (
        "What happened? Up to three sentences, only what a camera in the room or your" in done.err
    )
    assert "How did your colleague" not in done.err.partition("From here on")[0]


def test_the_answer_is_kept_with_the_words_it_replied_to() -> None:
    thought = "They cannot hold anyone.\nA slammed door.\n"
    failnote(
        *("review", "--plain", "--no-passphrase"),
        stdin=GO + STRONG + NEXT + DISTANCE + thought + SKIPS,
    )

    review = json.loads(failnote("export", "--no-mask").out)
    asked = {a["question"]: a["asked"] for a in review["answers"]}
    assert asked["settle.thought"] == "What thought keeps coming?"
    assert asked["settle.image"] == "What picture or sound stays with your colleague?"
    assert "stays with your colleague?" in failnote("show", "1").out
