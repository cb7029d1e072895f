"""Whether a plan was used, and what came of its miss."""

from collections.abc import Sequence

import pytest

from failnote.patterns.findings import Finding, MarkedCase, by_case
from failnote.patterns.material import PlanMade
from failnote.patterns.plans import LATEST, PlanStory, _claimed, plan_stories
from samples import CODES, marked

CODE = "contract.how"


def cases_of(signs: str, cases: str = "") -> Sequence[MarkedCase]:
    """A review for each sign: # ticked, . looked at, ? not looked at."""
    return by_case(
        marked(
            number,
            cases[number - 1] if cases else f"case-{number}",
            f"2025-01-{number:02}",
            CODE if sign == "#" else "",
            CODE if sign == "." else "contract.aim",
        )
        for number, sign in enumerate(signs, 1)
    )


def stories(signs: str, *at: int, cases: str = "") -> Sequence[Finding[PlanStory]]:
    plans = [PlanMade(str(number), number, CODE) for number in at]
    return plan_stories(cases_of(signs, cases), plans, CODES)


def test_fewer_since_stands_out_where_chance_hardly_gives_as_few() -> None:
    (plan,) = stories("##.##?#.##.#..#..?..#...", 12)

    assert plan.id == "plan:12"
    assert plan.level == "stands-out"
    assert (plan.data.before_ticked, plan.data.before_looked) == (7, 10)
    assert (plan.data.since_ticked, plan.data.since_looked) == (2, 11)
    assert plan.data.verdict == "fewer"
    assert 0.02 < (plan.data.p or 0) < 0.04


def test_the_case_that_made_the_plan_counts_on_neither_side() -> None:
    (plan,) = stories("#####....", 5)

    assert (plan.data.before_looked, plan.data.since_looked) == (4, 4)


def test_a_later_review_of_the_same_case_counts_on_neither_side() -> None:
    (plan,) = stories("#####....", 5, cases="abcdefghe")

    assert plan.data.since_looked == 3


def test_a_case_that_was_there_before_is_no_new_one() -> None:
    (plan,) = stories("#####....", 5, cases="abcdefgha")

    assert (plan.data.before_looked, plan.data.since_looked) == (4, 3)


def test_too_early_says_how_many_more_it_takes() -> None:
    (plan,) = stories("###.#.#.", 5)
    more = plan.data.more or 0

    assert plan.data.verdict == "too-early"
    assert plan.data.p is None
    (later,) = stories("###.#.#." + "." * more, 5)
    (earlier,) = stories("###.#.#." + "." * (more - 1), 5)
    assert later.level == "stands-out"
    assert earlier.level == "count"


def test_no_case_since_is_no_count() -> None:
    (plan,) = stories("#", 1)

    assert plan.data.verdict == "no-count"
    assert plan.data.expected is None
    assert plan.reviews == ()


@pytest.mark.parametrize(
    ("signs", "verdict"),
    [("###.####.#.#.", "as-before"), ("####.#.#..#....", "perhaps-fewer")],
    ids=["as before", "a little fewer"],
)
def test_what_chance_may_give_is_no_claim(signs: str, verdict: str) -> None:
    (plan,) = stories(signs, 7)

    assert plan.level == "count"
    assert plan.data.verdict == verdict


def test_a_reworded_plan_leaves_its_place_to_the_new_one() -> None:
    plans = [PlanMade("1", 1, CODE, state="reworded"), PlanMade("1b", 1, CODE)]

    assert [f.id for f in plan_stories(cases_of("#"), plans, CODES)] == ["plan:1b"]


def test_of_many_plans_the_latest_are_told() -> None:
    signs = "#." * (LATEST // 2 + 5)
    found = plan_stories(
        by_case(
            marked(n, f"c{n}", f"{2020 + n // 300}-{n // 28 % 12 + 1:02}-{n % 28 + 1:02}", CODE)
            for n, _ in enumerate(signs, 1)
        ),
        [PlanMade(str(n), n, CODE) for n, _ in enumerate(signs, 1)],
        CODES,
    )

    assert len(found) == LATEST
    assert found[-1].id == f"plan:{len(signs)}"


def test_a_plan_without_a_miss_is_told_without_counts() -> None:
    (plan,) = plan_stories(cases_of("#...."), [PlanMade("1", 1, "", came_up=3, did=2)], CODES)

    assert plan.data.verdict == "no-count"
    assert (plan.data.came_up, plan.data.did) == (3, 2)
    assert plan.data.since_looked == 0


def test_more_than_five_plans_share_one_level() -> None:
    assert _claimed([0.03] * 5) == [True] * 5
    assert _claimed([0.03] * 6) == [False] * 6
    assert _claimed([0.001, None, *[0.03] * 5]) == [True, False, *[False] * 5]
