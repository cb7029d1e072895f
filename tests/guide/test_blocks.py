"""Blocks: questions written once, used, changed and left out in guides."""

import pytest

from guide.slips import loaded, refused


def test_a_block_brings_its_questions_but_those_left_out() -> None:
    guide = loaded(
        'use = "gate"\n', 'use = "settle"\nskip = ["settle.image", "settle.sensation"]\n'
    )

    ids = [question.id for question in guide.questions]
    assert ids[:4] == ["gate.urgent", "gate.stop", "gate.hold", "settle.charge"]
    assert "settle.image" not in ids
    assert ids[-1] == "last"


def test_a_guide_may_change_keys_of_a_question_of_a_block() -> None:
    guide = loaded('use = "settle"\nset."settle.thought".ask = "Which thought?"\n')

    assert guide.by_id["settle.thought"].ask == "Which thought?"


BLOCKS = [
    pytest.param('use = "settle"\nskip = ["settle.thuoght"]\n', 7,
                 "the block has no question “settle.thuoght”",
                 "did you mean “settle.thought”?", id="leaving out a question that is not there"),
    pytest.param('use = "settle"\nset."xyz".ask = "Y"\n', 7, "the block has no question “xyz”",
                 "its questions are: settle.charge", id="changing a question that is not there"),
    pytest.param('use = "settle"\nset."settle.thought".aks = "Y"\n', 7,
                 "question “settle.thought”: “aks” is not known",
                 "did you mean “ask”?", id="changing a key that is not there"),
    pytest.param('use = "settle"\nset."settle.thought".lines = 0\n', 7,
                 "question “settle.thought”: “lines” is too small",
                 "write 1 or more", id="a value that does not fit"),
    pytest.param('use = "settle"\n[question.set."settle.thought"]\nlines = 0\n', 7,
                 "“lines” is too small",
                 "write 1 or more", id="a value that does not fit, in a table of its own"),
    pytest.param('use = "settle"\nset."settle.thought" = "Y"\n', 7,
                 "“set” names a question and a key",
                 'set."settle.…".ask', id="set without a key"),
    pytest.param('use = "settle"\nskip = "settle.thought"\n', 7, "“skip” must be a list",
                 'skip = ["settle.…"]', id="skip without brackets"),
    pytest.param('use = "settle"\nask = "More?"\n', 7, "“ask” cannot stand beside use",
                 "take the line away", id="a question and a block in one"),
    pytest.param('use = "settle"\nskip = ["settle.charge"]\n', 7, "“settle.charge” does not exist",
                 'leave it out:  skip = ["settle.slow"]',
                 id="leaving out what another question of the block needs"),
    pytest.param('use = "close"\n', 6, "question “close.enough”: “settle.charge” does not exist",
                 'leave it out:  skip = ["close.enough"]', id="a block that needs another"),
    pytest.param('use = "settle"\nset."settle.slow".ask_if = "settle.chrage >= 8"\n', 7,
                 "“settle.chrage” does not exist", "did you mean “settle.charge”?",
                 id="a condition changed wrongly"),
]  # fmt: skip


@pytest.mark.parametrize(("question", "line", "says", "mend"), BLOCKS)
def test_what_is_wrong_with_a_block_is_told_where_it_is_used(
    question: str, line: int, says: str, mend: str
) -> None:
    first = refused(question).split("\nmine.toml")[0]

    assert first.startswith(f"mine.toml:{line}: ")
    assert says in first
    assert mend in first.partition("Mend: ")[2]


def test_a_block_used_twice_is_told_once() -> None:
    message = refused('use = "gate"\n', 'use = "gate"\n')

    assert message.startswith("mine.toml:9: block “gate”: the block “gate” has been used above")
    assert message.count("Mend: ") == 1


def test_the_gate_stands_first() -> None:
    message = refused('id = "q"\ntype = "text"\nask = "?"\n', 'use = "gate"\n')

    assert message.startswith("mine.toml:11: question “gate.urgent”: its answer is not kept")
