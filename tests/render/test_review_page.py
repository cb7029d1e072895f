"""The page of one review."""

from collections.abc import Callable
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from failnote.page import Span, as_text
from failnote.render.flow import cells
from failnote.render.review import review_page
from failnote.review import Answer, Insight, Plan, Review
from samples import CODES, CORE, NAMES, QUICK, choice, choices, text


def drawn(review: Review) -> str:
    return as_text(review_page(review, CODES, NAMES))


def only(*answers: Answer) -> Review:
    return Review("id", 3, "otter-window-04", "core", 1, "2026-03-14", answers=answers)


def test_a_finished_core(snapshot: Callable[[str, str], None]) -> None:
    snapshot("review-core.txt", drawn(CORE))


def test_an_unfinished_quick(snapshot: Callable[[str, str], None]) -> None:
    snapshot("review-quick.txt", drawn(QUICK))


def test_the_facts_come_first() -> None:
    head = drawn(CORE).strip().splitlines()[0]

    assert head == "7 · 2026-03-14 · maple-lantern-27 · core · finished"


def test_what_was_asked_is_dim_and_what_was_written_is_the_owners() -> None:
    page = review_page(only(text("q.a", "One", "What happened?", "He left.")), CODES)
    spans = [span for line in page for span in line]

    assert Span("What happened?", "dim") in spans
    assert Span("He left.", "own") in spans


def test_what_was_chosen_stands_beside_a_short_question_in_the_words_of_the_guide() -> None:
    page = review_page(only(choice("q.a", "One", "How was it?", "Well enough")), CODES)

    assert (Span("    "), Span("How was it?", "dim"), Span("  Well enough")) in page


def test_several_choices_stand_below_one_another() -> None:
    page = drawn(only(choices("q.a", "One", "Which?", "This; and that", "The other")))
    plain = drawn(only(choices("q.a", "One", "Which?", "This", "The other")))

    assert "Which?  This; and that; The other" in page
    assert "Which?\n      This\n      The other\n" in plain


def test_skipped_questions_are_counted_and_not_shown() -> None:
    skipped = [Answer(f"q.{n}", "text", "Not this one?", "skipped") for n in "ab"]
    page = drawn(only(*skipped))

    assert "Not this one?" not in page
    assert "2 questions skipped." in page


def test_cannot_say_is_an_answer() -> None:
    assert "Which?  cannot say" in drawn(only(Answer("q.a", "choice", "Which?", "cannot-say")))


def test_questions_without_a_section_have_a_heading_too() -> None:
    assert "\n  Answers\n    Why then?\n      Thus.\n" in drawn(
        only(text("q.a", "", "Why then?", "Thus."))
    )


def test_codes_that_are_not_known_any_more_are_left_out_of_the_ticks() -> None:
    page = as_text(review_page(CORE, {}))

    assert "You ticked" not in page
    assert "for “money”" in page


def test_areas_are_named_by_their_id_where_no_heading_is_given() -> None:
    assert "Boundary  money not talked about" in as_text(review_page(CORE, CODES))


def test_later_insights_carry_their_date() -> None:
    later = replace(only(), insights=(Insight("id", "2026-05-01", "It was the fee."),))

    assert "Added later\n    2026-05-01\n      It was the fee.\n" in drawn(later)


def test_a_text_that_lost_against_another_window_is_shown() -> None:
    lost = replace(only(), others=(text("q.a", "One", "What happened?", "My other words."),))

    assert "My other words." in drawn(lost)


def test_an_answer_from_supervision_stands_without_its_question() -> None:
    page = drawn(replace(only(), supervision_answer="Wait.", supervision_date="2026-04-01"))

    assert "For supervision\n    The answer, 2026-04-01\n      Wait.\n" in page


def test_erased_texts_are_said_to_be_erased() -> None:
    assert "The texts were erased on 2026-09-01." in drawn(replace(only(), distilled="2026-09-01"))


def test_a_plan_without_words_is_no_plan() -> None:
    assert "Plan" not in drawn(replace(only(), plans=(Plan("id", name="3"),)))


@given(
    st.text(max_size=300),
    st.sampled_from(["text", "choice", "choices", "scale"]),
    st.sampled_from(["answered", "cannot-say", "skipped"]),
)
def test_no_line_is_wider_than_eighty_columns(words: str, type_: str, status: str) -> None:
    answer = Answer("q.a", type_, words, status, None, words, words)  # type: ignore[arg-type]
    plan = Plan("id", if_=words, then=words, rehearsed=words, miss=words)
    review = replace(only(answer), plans=(plan,), others=(answer,), context={"tags": (words,)})

    for line in review_page(replace(review, supervision_answer=words), CODES):
        assert sum(cells(span.text) for span in line) <= 80
