"""Cues on sentences: what is heard, what is left alone, and how long it takes."""

import time
import tomllib
from collections import defaultdict
from pathlib import Path
from typing import Any

import pytest

from failnote.cues import Cue, Cues, load_cues
from failnote.errors import GuideError
from failnote.guide.load import bundled_guides, find_guide

CORPUS: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("corpus.toml").read_text(encoding="utf-8")
)
CUES = load_cues()
MOMENT = "core.moment"
KNOWN = "I should have known."


def heard(text: str, question: str = MOMENT) -> str | None:
    """The family of the note on an answer."""
    note = CUES.look(text, question)
    return note.family if note else None


def small(*cues: str, family: str = "hindsight", **keys: Any) -> Cues:
    """One cue of these phrases."""
    return Cues([Cue.model_validate({"family": family, "cues": cues, "ask": "?", **keys})])


# ---- the corpus: 60 sentences with a cue, 60 without


@pytest.mark.parametrize("kind", ["hit", "miss"])
def test_nine_sentences_in_ten_come_out_as_they_should(kind: str) -> None:
    right: dict[str, list[bool]] = defaultdict(list)

    for case in CORPUS[kind]:
        fine = heard(case["sentence"], case.get("question", MOMENT)) == case.get("family")
        right[case.get("family", "none")].append(fine)

    assert sum(map(len, right.values())) >= 60
    assert {family: sum(r) / len(r) for family, r in right.items() if sum(r) / len(r) < 0.9} == {}


def test_half_of_the_corpus_was_never_tuned_on() -> None:
    for kind in ("hit", "miss"):
        assert sum(not case.get("dev") for case in CORPUS[kind]) >= 30


# ---- what a phrase means


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("I should have known", "I SHOULD have known!"),
        ("I should have known", "i should've known"),
        ("did not listen", "They didn’t listen"),
        ("hard to reach", "A hard-to-reach client"),
        ("[was|were] playing games", "they were playing games"),
        ("sabotag*", "sabotaging it"),
        ("cannot win", "one can't win"),
    ],
)
def test_a_phrase_is_found_however_it_is_written(cue: str, text: str) -> None:
    assert small(cue).look(text, MOMENT) is not None


@pytest.mark.parametrize(
    ("cue", "text"),
    [
        ("resistant", "a resistantly slow start"),
        ("I should have known", "I should. Have known them for years."),
        ("was manipulative", "I do not think she was manipulative"),
        ("was manipulative", "It wasn't that he was manipulative"),
        ("was manipulative", "She said 'he was manipulative' twice"),
        ("was manipulative", "She said “he was manipulative” twice"),
        ("was manipulative", "> he was manipulative"),
    ],
)
def test_parts_of_words_negations_and_quotations_are_left_alone(cue: str, text: str) -> None:
    assert small(cue).look(text, MOMENT) is None


def test_not_only_is_no_negation() -> None:
    assert small("was manipulative").look("I not only thought he was manipulative", MOMENT)


def test_a_word_beside_it_can_make_it_another_matter() -> None:
    cues = small("missed the", unless=("session", "train"))

    assert cues.look("She missed the train", MOMENT) is None
    assert cues.look("She missed the point", MOMENT) is not None


def test_the_quotation_is_as_it_was_typed() -> None:
    note = small("I should have known").look("Well, I Should’ve  known it.", MOMENT)

    assert note is not None
    assert note.quote == "I Should’ve  known"


def test_an_attack_on_oneself_comes_before_what_stands_first() -> None:
    note = CUES.look("She was manipulative, and I am a terrible therapist.", MOMENT)

    assert note is not None
    assert note.family == "self_attack"


@pytest.mark.parametrize("question", ["settle.thought", "settle.colleague", "core.client-view"])
def test_it_is_silent_where_such_sentences_may_stand(question: str) -> None:
    assert heard(KNOWN, question) is None
    assert heard(KNOWN) == "self_attack"


def test_a_phrase_the_user_wants_left_alone_is_left_alone() -> None:
    both = f"{KNOWN} She was manipulative."

    assert CUES.look(KNOWN, MOMENT, ["I should have known"]) is None
    assert CUES.look(both, MOMENT, ["i SHOULD  have known"]) is not None


def test_absolutes_are_no_cues() -> None:
    assert heard("They always came late and nobody ever said so; I never asked.") is None


def test_a_hostile_text_of_100_kb_takes_less_than_a_second() -> None:
    texts = ("'" * 100_000, "“«\"'" * 25_000, "I not " * 17_000, "I should have " * 7_000)

    start = time.process_time()
    for text in texts:
        CUES.look(text, MOMENT)

    assert time.process_time() - start < len(texts) * 1.0


# ---- the shipped file


def test_every_question_a_cue_names_exists() -> None:
    asked = {q.id for name in bundled_guides() for q in find_guide(name).questions}

    named = {question for cue in CUES.cues for question in cue.only}

    assert named <= asked | {"fu.effect"}


def test_every_cue_asks_a_question_of_fewer_than_25_words() -> None:
    wrong = [
        cue.ask
        for cue in CUES.cues
        if len(cue.ask.split()) >= 25 or "!" in cue.ask or "why did you" in cue.ask.lower()
    ]

    assert wrong == []


def test_a_broken_file_of_cues_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "cues.toml"
    path.write_text('schema = 1\n[[cue]]\nfamily = "shame"\ncues = ["x"]\nask = "?"\n')

    with pytest.raises(GuideError, match=r"cues\.toml:3: “family” must be"):
        load_cues(path)
