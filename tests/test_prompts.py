"""The bundled guides, blocks and codes: how they speak, and what they refer to."""

import re
import tomllib
from collections.abc import Iterator

import pytest

from failnote.cli.app import COMMANDS
from failnote.codebook import FAMILIES, load_codebook, load_context
from failnote.cues import load_cues
from failnote.guide.conditions import tests as comparisons
from failnote.guide.expand import bundled_blocks
from failnote.guide.load import bundled_guides, find_guide, guide_from_text
from failnote.guide.questions import Base, Info, Number
from failnote.promptfile import bundled_prompts
from walking import NOTHING_FOUND, SAMPLES, interviewed, sample

GUIDES = list(bundled_guides())
BLOCKS = list(bundled_blocks())
FORBIDDEN = re.compile(
    r"\bwhy did you\b|\bmistakes?\b|\berrors?\b|\bfaults?\b|!"
    r"|\b(well done|great|excellent|good job|good work|nice work|bravo|congratulations|wonderful"
    r"|amazing|brilliant|fantastic|impressive|proud|brave(ly)?|perfect(ly)?|awesome|admirable)\b",
    re.IGNORECASE,
)


def questions() -> dict[str, Base]:
    """Every question of every guide, by its id."""
    return {q.id: q for name in GUIDES for q in find_guide(name).questions}


def wordings() -> Iterator[tuple[str, str]]:
    """Every text that is shown, with where it stands."""
    for name in GUIDES:
        guide = find_guide(name)
        yield name, guide.title
        yield name, guide.intro
    for question in questions().values():
        yield question.id, question.ask
        yield question.id, question.distance or ""
        yield question.id, question.help
        for key, option in question.options.items():
            yield f"{question.id} {key}", option.text
    yield from (("cues.toml", cue.ask) for cue in load_cues().cues)
    book = load_codebook()
    for miss in book.misses:
        yield from ((miss.id, text) for text in (miss.label, miss.says, miss.next, miss.repair))
    yield from ((word.id, f"{word.label} {word.says}") for word in book.by_id.values())
    yield from ((name, f"{area.label} {area.says}") for name, area in book.areas.items())
    for field in load_context().fields:
        yield from ((field.id, text) for text in (field.label, field.help, *field.values.values()))


# ---- how they speak


def test_nothing_that_is_shown_blames_praises_or_exclaims() -> None:
    found = {place: text for place, text in wordings() if FORBIDDEN.search(text)}

    assert found == {}


@pytest.mark.parametrize("name", GUIDES)
def test_a_question_has_at_most_25_words(name: str) -> None:
    asked = [q for q in find_guide(name).questions if not isinstance(q, Info)]

    words = {q.id: max(len(text.split()) for text in (q.ask, q.distance or "")) for q in asked}

    assert {key: many for key, many in words.items() if many > 25} == {}


def test_a_colleague_s_case_is_never_asked_about_as_one_s_own() -> None:
    guide = find_guide("core")
    ids = [q.id for q in guide.questions]
    between = guide.questions[ids.index("settle.how-on") + 1 : ids.index("close.if")]
    asked = [q for q in between if not isinstance(q, Info) and q.id != "core.to-impasse"]

    own = {q.id for q in asked if re.search(r"\byour?\b(?! colleague)", q.distance or q.ask)}

    assert own == {"settle.colleague", "close.two"}
    assert {q.id for q in guide.questions if q.distance} <= {q.id for q in between} | {"close.if"}


def test_the_labels_of_misses_fit_into_a_list() -> None:
    book = load_codebook()

    long = [c.label for c in (*book.misses, *book.non_misses) if len(c.label) > 26]

    assert long == []


# ---- what they refer to


@pytest.mark.parametrize("name", GUIDES)
def test_a_guide_loads_under_its_own_name(name: str) -> None:
    assert find_guide(name).id == name


@pytest.mark.parametrize("name", GUIDES)
def test_every_code_of_a_guide_is_in_the_codebook(name: str) -> None:
    guide = find_guide(name)
    offered = {option.code for q in guide.questions for option in q.options.values() if option.code}

    assert offered <= load_codebook().by_id.keys()
    assert offered == guide.wordings.keys()


@pytest.mark.parametrize("name", GUIDES)
def test_no_guide_offers_a_retired_code(name: str) -> None:
    book = load_codebook()
    in_use = {code.id for family in FAMILIES for code in book.family(family)}

    assert {code for question in find_guide(name).questions for code in question.codes} <= in_use


@pytest.mark.parametrize("name", BLOCKS)
def test_the_questions_of_a_block_begin_with_its_name(name: str) -> None:
    block = tomllib.loads(bundled_blocks()[name].read_text(encoding="utf-8"))

    assert block["id"] == name
    assert all(question["id"].startswith(f"{name}.") for question in block["question"])


def test_the_own_questions_of_a_guide_are_its_own() -> None:
    own = [
        question.id
        for name in GUIDES
        for question in find_guide(name).questions
        if question.id.partition(".")[0] not in BLOCKS
    ]

    assert len(own) == len(set(own))


def test_ids_of_codes_are_unique_over_all_families() -> None:
    book = load_codebook()

    ids = [code.id for family in FAMILIES for code in getattr(book, family)]

    assert len(ids) == len(set(ids))


def test_the_codebook_holds_what_it_is_said_to_hold() -> None:
    book = load_codebook()

    sizes = {family: len(book.family(family)) for family in FAMILIES}

    assert len(book.areas) == 11
    assert sizes == {
        "misses": 60,
        "signs": 26,
        "feelings": 13,
        "kinds": 7,
        "whys": 14,
        "non_misses": 3,
    }
    assert {miss.area for miss in book.misses} == book.areas.keys()


def test_every_code_can_be_ticked_in_some_guide() -> None:
    offered = {code for question in questions().values() for code in question.codes}

    book = load_codebook()
    assert offered == {code.id for family in FAMILIES for code in book.family(family)}


def test_a_therapy_that_went_well_is_asked_what_core_asks() -> None:
    well, core = find_guide("went-well"), find_guide("core")

    assert well.kind == "went-well"
    assert set(well.misses) == {code for code in core.misses if code != "other.unlisted"}
    for question in well.questions:
        same = core.by_id.get(question.id.replace("well.", "core.", 1))
        if question.codes and same is not None:
            assert question.codes == tuple(c for c in same.codes if c in well.wordings)


def test_what_a_look_at_a_plan_refers_to_is_asked_in_some_review() -> None:
    asked, guide = questions(), find_guide("follow-up")

    assert set(guide.given) <= asked.keys()
    about = [t for q in guide.questions if q.condition for t in comparisons(q.condition)]
    for test in about:
        if test.question in guide.given:
            assert set(test.values) <= asked[test.question].options.keys(), test.question


def test_the_last_question_leaves_the_page_to_whom_writing_has_not_eased() -> None:
    for name in ("core", "impasse", "unknowns"):
        assert [q.id for q in find_guide(name).questions][-2:] == ["close.charge", "close.enough"]


def test_the_first_sign_comes_in_one_of_the_sessions() -> None:
    first = [q for q in questions().values() if q.context == "first_sign_session"]

    assert {q.id: q.no_more_than for q in first if isinstance(q, Number)} == {
        "core.first-sign": "core.sessions",
        "imp.first-sign": "imp.sessions",
        "quick.first-sign": "quick.sessions",
    }


@pytest.mark.parametrize("name", GUIDES)
def test_no_guide_names_a_command_that_does_not_exist(name: str) -> None:
    guide = find_guide(name)
    texts = [guide.intro, *(text for q in guide.questions for text in (q.ask, q.help))]

    named = {word for text in texts for word in re.findall(r"`failnote (\w[\w-]*)", text)}

    assert named <= COMMANDS.keys()


@pytest.mark.parametrize("name", GUIDES)
def test_the_gate_stands_first_and_nothing_else_is_thrown_away(name: str) -> None:
    thrown = [question.id for question in find_guide(name).questions if not question.kept]

    assert thrown == ["gate.urgent", "gate.stop", "gate.hold"]


def test_what_settles_never_leaves_in_a_masked_note() -> None:
    settling = [q for q in questions().values() if q.id.startswith("settle.")]

    assert settling
    assert {question.export for question in settling} == {"no"}


def test_only_the_gate_cannot_be_skipped() -> None:
    assert [q.id for q in questions().values() if q.required] == ["gate.urgent"]


def test_the_guide_in_the_readme_of_the_prompts_loads() -> None:
    readme = (bundled_prompts() / "README.md").read_text(encoding="utf-8")

    written = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)

    assert [guide_from_text(text, "README.md").id for text in written] == ["after-a-break"]


# ---- who finds nothing

PLANNING = ("close.two", "close.main", "close.if", "close.then", "close.rehearse", "close.follow")


def test_someone_without_a_miss_ends_with_nothing_found_and_no_plan() -> None:
    given = {**NOTHING_FOUND, "core.none": "found"}

    _, interview = interviewed(find_guide("core"), given)

    assert interview.ending is not None
    assert interview.ending.kind == "finished"
    assert [m.code for m in interview.marks if m.ticked] == ["none.found"]
    assert not set(PLANNING) & {question.id for question in interview.walk.visible}


@pytest.mark.parametrize("name", ["impasse", "unknowns"])
def test_nobody_without_a_miss_is_asked_for_a_plan(name: str) -> None:
    _, interview = interviewed(find_guide(name), {"gate.urgent": "no"})

    assert interview.walk.misses == ()
    assert not set(PLANNING) & {question.id for question in interview.walk.visible}


# ---- the shipped answers


@pytest.mark.parametrize("name", SAMPLES)
def test_the_shipped_answers_complete_their_guide(name: str) -> None:
    given = sample(name)

    gate, interview = interviewed(find_guide(name), given)

    assert interview.ending is not None
    assert interview.ending.kind == "finished"
    assert given.keys() == gate.answers.keys() | interview.answers.keys()
    assert {answer.status for answer in interview.answers.values()} == {"answered"}


def test_the_shipped_answers_to_core_make_a_plan() -> None:
    _, interview = interviewed(find_guide("core"), sample("core"))

    assert interview.walk.misses
    assert interview.result["close.main"].value in interview.walk.misses
