"""The note for supervision."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from markdown_it import MarkdownIt

from failnote.render.note import FOOTER, held_back, note
from failnote.review import Answer, Mark, Plan, Review
from samples import CODES, CORE, NAMES, QUICK, choice, text

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def written(review: Review, **options: object) -> str:
    return note(review, CODES, names=NAMES, **options)  # type: ignore[arg-type]


def answered(review: Review, question: str, words: str) -> Review:
    """The review with other words in one answer."""
    found = review.answer(question)
    assert found is not None
    others = {a.question: a for a in review.answers}
    others[question] = replace(found, text=words, value=words)
    return replace(review, answers=tuple(others.values()))


def structure(page: str) -> list[str]:
    return [token.type + token.tag for token in PARSER.parse(page)]


def test_a_finished_core(snapshot: Callable[[str, str], None]) -> None:
    snapshot("note-core.md", written(CORE, delete_after=date(2026, 9, 30)))


def test_a_brief_note(snapshot: Callable[[str, str], None]) -> None:
    snapshot("note-core-brief.md", written(CORE, brief=True))


def test_a_quick_with_what_it_holds_back(snapshot: Callable[[str, str], None]) -> None:
    snapshot("note-quick.md", written(QUICK, may_leave=("yes", "ask")))


def test_a_typical_core_fits_one_page() -> None:
    words = [word for word in written(CORE).split() if any(map(str.isalnum, word))]

    assert 250 <= len(words) <= 350


def test_the_question_comes_first() -> None:
    paragraphs = written(CORE).split("\n\n")

    assert paragraphs[1].startswith("**Question:** How could I have opened the subject of money")


def test_the_planned_miss_comes_first_and_statements_before_ids() -> None:
    page = written(CORE)

    assert "1. I avoided talking about the fee. [boundary.money]\n" in page
    assert "2. We never said what we were going to work on. [contract.aim]\n" in page


def test_what_was_looked_at_and_not_ticked_is_not_in_the_note() -> None:
    assert "contract.how" not in written(CORE)


@pytest.mark.parametrize("words", ["I knew, I knew.", "How strongly", "feel.sad", "sad"])
def test_what_was_written_to_settle_never_leaves(words: str) -> None:
    assert words not in written(CORE, may_leave=("yes", "ask", "no"))


def test_answers_leave_as_their_question_says() -> None:
    client_view, reach = "She was kind", "one contact fits"

    assert client_view not in written(CORE)
    assert client_view in written(CORE, may_leave=("yes", "ask"))
    assert reach not in written(CORE, may_leave=("yes", "ask"))
    assert reach in written(CORE, may_leave=("yes", "ask", "no"))
    assert held_back(CORE) == 1


def test_tags_and_fields_beyond_the_card_stay_at_home() -> None:
    assert "tuesday" not in written(CORE)
    assert "**Context:** adult, individual, in person" in written(CORE)


def test_an_empty_unfinished_review_invents_nothing() -> None:
    empty = Review("id", 1, "otter-window-04", "core", 1, "2026-03-14")

    assert written(empty) == (
        "# Supervision note: otter-window-04\n\n"
        "**Reviewed:** 2026-W11, not finished\n\n"
        f"* * *\n\n{FOOTER}\n"
    )


def test_a_review_with_only_its_month_keeps_the_month() -> None:
    assert "**Reviewed:** 2026-03" in written(replace(CORE, date="2026-03"))


def test_cannot_say_is_no_statement() -> None:
    unsure = Answer("close.eye", "choice", "Where?", "cannot-say", "unsure", "I do not know yet")
    review = replace(CORE, answers=(replace(unsure, export="yes"),))

    assert "do not know" not in written(review)


def test_a_miss_in_own_words_stands_in_these_words() -> None:
    other = text("core.other", "Wider", "What was it?", "I forgot that she had told me.")
    review = replace(CORE, answers=(other,), marks=(Mark("other.unlisted", True),), plans=())

    statement = "1. I forgot that she had told me. [other.unlisted]"
    assert f"## What I think I missed\n\n{statement}" in written(review)


def test_nothing_found_is_said_as_it_was_chosen() -> None:
    review = replace(CORE, marks=(Mark("none.found", True),), plans=())

    assert "## What I found\n\n1. nothing I'd do otherwise [none.found]" in written(review)


def test_more_misses_than_fit_are_counted() -> None:
    misses = [code for code, word in CODES.items() if word.family == "miss"]
    page = written(replace(CORE, marks=tuple(Mark(code, True) for code in misses)))

    assert "6. " in page
    assert "7. " not in page
    assert f"and {len(misses) - 6} more" in page


def test_answers_of_another_guide_stand_under_its_sections_with_their_question() -> None:
    own = text("loop.spares", "Loop", "What does it spare you both?", "An awkward minute.")
    kept = choice("loop.secret", "Loop", "Which?", "Not this", "no")
    page = written(replace(CORE, guide="loop", answers=(own, kept)))

    assert "## Loop\n\n- **What does it spare you both?** An awkward minute." in page
    assert "Not this" not in page


@pytest.mark.parametrize(
    ("if_", "then", "words"),
    [
        ("she looks away", "ask what just happened", "IF she looks away THEN I will ask what"),
        ("If she looks away", "then I will ask", "IF she looks away THEN I will ask"),
        ("she looks away", "I say: wait", "IF she looks away THEN I say: wait"),
        ("she looks away", "“Did I lose you?”", "THEN I will: “Did I lose you?”"),
        ("", "ask", "**Plan:** THEN I will ask"),
    ],
)
def test_a_plan_reads_as_one_sentence(if_: str, then: str, words: str) -> None:
    assert words in written(replace(CORE, plans=(Plan("id", if_=if_, then=then),)))


def test_a_plan_that_was_let_go_is_not_in_the_note() -> None:
    plan = replace(CORE.plans[0], state="retired")

    assert "**Plan:**" not in written(replace(CORE, plans=(plan,)))


def reworded(words: str) -> dict[str, Callable[[Review], Review]]:
    texts = [a.question for a in CORE.answers if a.type == "text" and a.text and a.export == "yes"]
    changes: dict[str, Callable[[Review], Review]] = {
        question: lambda r, question=question: answered(r, question, words)  # type: ignore[misc]
        for question in texts
    }
    changes["if"] = lambda r: replace(r, plans=(replace(r.plans[0], if_=words),))
    changes["then"] = lambda r: replace(r, plans=(replace(r.plans[0], then=words),))
    return changes


ATTACK = "# x --- ``` <script>x</script> ![x](http://x.example/p.png) [y]: http://y | - 1. > *z"
FRONT = "---\ntitle: x\n---\n\n# Heading\n\n> quoted\n\n```\nnever closed\n\n<img src=x>\n\n1. one"


@pytest.mark.parametrize("place", reworded("").keys())
def test_no_answer_changes_the_sections_of_the_note(place: str) -> None:
    plain = "\n\n".join("x" for line in FRONT.splitlines() if line)
    before = structure(written(reworded(plain)[place](CORE)))

    assert structure(written(reworded(FRONT)[place](CORE))) == before
    assert structure(written(reworded(ATTACK)[place](CORE))) == structure(
        written(reworded("x")[place](CORE))
    )


@pytest.mark.parametrize("place", reworded("").keys())
@pytest.mark.parametrize("words", [ATTACK, FRONT], ids=["attack", "front matter"])
def test_no_answer_brings_html_a_link_or_an_image(place: str, words: str) -> None:
    page = written(reworded(words)[place](CORE))
    kinds = {child.type for token in PARSER.parse(page) for child in token.children or []}

    assert kinds <= {"text", "text_special", "strong_open", "strong_close"}
    assert "html_block" not in structure(page)
