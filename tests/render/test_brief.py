"""The card before a first session: three misses at most, their plans, their next-time moves."""

from typing import Any

from failnote.page import as_text
from failnote.patterns.recurrence import Recurrence
from failnote.patterns.report import report
from failnote.render.brief import NOTHING, brief_markdown, brief_page, reminded
from failnote.render.words import Words
from failnote.review import Plan
from samples import CODES, FIVE, MISSES, marked

NEXT = {code: f"Do better with {label}." for code, (label, _) in MISSES.items()}
WORDS = Words(CODES)


def cards(*reviews: Any, plans: tuple[Plan, ...] = ()) -> list[Any]:
    return reminded(report(reviews, CODES).of(Recurrence), plans, NEXT, WORDS)


def test_at_most_three_misses_that_come_back_stand_on_it() -> None:
    found = cards(*FIVE)

    assert 1 <= len(found) <= 3
    assert all(card.ticked > 1 for card in found)
    assert [card.ticked for card in found] == sorted((c.ticked for c in found), reverse=True)


def test_cases_are_counted_and_not_reviews() -> None:
    twice = (
        marked(1, "maple-lantern-27", "2026-01-01", "contract.how"),
        marked(2, "maple-lantern-27", "2026-01-02", "contract.how"),
        marked(3, "otter-window-04", "2026-01-03", "", "contract.how"),
    )

    assert cards(*twice) == []


def test_the_newest_plan_for_a_miss_stands_with_it() -> None:
    again = (
        marked(1, "maple-lantern-27", "2026-01-01", "contract.how"),
        marked(2, "otter-window-04", "2026-01-02", "contract.how"),
    )
    plans = (
        Plan("n", "contract.how", "they nod", "ask how", name="2"),
        Plan("o", "contract.how", "they frown", "wait", name="1"),
        Plan("x", "boundary.money", "the fee", "say it", name="3"),
    )

    (card,) = cards(*again, plans=plans)
    text = as_text(brief_page([card]))

    assert card.plan == plans[0]
    assert "(2 of 2 cases)" in text
    assert "IF they nod" in text
    assert "THEN I will ask how" in text
    assert "Next time: Do better with how we'd work unclear." in text
    assert "they frown" not in text


def test_a_miss_without_a_plan_has_its_move_alone() -> None:
    text = as_text(brief_page(cards(*FIVE)))

    assert "IF" not in text
    assert "Next time:" in text


def test_nothing_that_comes_back_is_said_in_a_sentence() -> None:
    assert NOTHING in as_text(brief_page([]))
    assert NOTHING in brief_markdown([])


def test_as_markdown_the_own_words_cannot_break_out() -> None:
    again = (
        marked(1, "maple-lantern-27", "2026-01-01", "contract.how"),
        marked(2, "otter-window-04", "2026-01-02", "contract.how"),
    )
    plan = Plan("n", "contract.how", "they say *no*", "# shout\n\n- now")

    text = brief_markdown(cards(*again, plans=(plan,)))

    assert "- IF they say \\*no\\*" in text
    assert "\n# shout" not in text
    assert "\n- now" not in text


def test_no_line_is_wider_than_80_columns() -> None:
    assert max(map(len, as_text(brief_page(cards(*FIVE))).splitlines())) <= 80
