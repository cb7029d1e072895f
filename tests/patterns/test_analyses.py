"""What each further analysis finds, and where it keeps silent."""

from collections.abc import Mapping, Sequence

import pytest

from calibration.journals import Context, Truth, codes, journal
from failnote.patterns.contexts import contexts
from failnote.patterns.findings import Finding, MarkedCase, MarkedReview, by_case
from failnote.patterns.material import Course, PlanMade, Reply, Written
from failnote.patterns.passed_over import never_ticked, passed_over
from failnote.patterns.phrases import phrases
from failnote.patterns.recurrence import recurrences
from failnote.patterns.replies import Tally, tallies, unknowns
from failnote.patterns.report import Beside, report
from failnote.patterns.signs import sign_families, signs_passed, timeline
from failnote.patterns.similar import similar
from failnote.patterns.strips import strips_of
from failnote.patterns.trends import trends
from failnote.patterns.well import beside_well
from failnote.review import CodeWord
from samples import CODES, FIVE, marked

HOW, AIM, BETWEEN = "contract.how", "contract.aim", "present-focus.between"


def day(number: int) -> str:
    return f"2025-{(number - 1) // 28 + 1:02}-{(number - 1) % 28 + 1:02}"


def reviews(strip: str, code: str = HOW, other: str = AIM) -> list[MarkedReview]:
    """A case for each sign: # ticked, . looked at, ? not looked at."""
    return [
        marked(
            number,
            f"case-{number}",
            day(number),
            code if sign == "#" else "",
            f"{code} {other}" if sign == "." else other,
        )
        for number, sign in enumerate(strip, 1)
    ]


# ------------------------------------------------------------------ the next ten


def test_the_next_ten_are_told_from_eight_cases_looked_at() -> None:
    few = recurrences(by_case(reviews("#.#.#..?")), CODES)
    enough = recurrences(by_case(reviews("#.#.#...")), CODES)

    assert few[0].data.next_ten is None
    assert enough[0].data.next_ten is not None


def test_after_a_plan_the_next_ten_are_counted_since_it() -> None:
    cases = by_case(reviews("#########........"))
    (without, *_) = recurrences(cases, CODES)
    (with_plan, *_) = recurrences(cases, CODES, [PlanMade("9", 9, HOW)])

    assert with_plan.data.since_plan == "9"
    assert with_plan.data.planned_at == (8,)
    assert without.data.since_plan == ""
    assert (with_plan.data.next_ten or (9, 9))[1] < (without.data.next_ten or (0, 0))[1]


def test_lately_weighs_newer_cases_more() -> None:
    old, new = (recurrences(by_case(reviews(s)), CODES)[0].data for s in ("###...", "...###"))

    assert old.lately < 0.5 < new.lately


# ------------------------------------------------------------------ over time


@pytest.mark.parametrize(
    ("strip", "level"),
    [
        ("#" * 12 + "." * 12, "stands-out"),
        ("#." * 12, "count"),
        ("#####........", None),
        ("###" + "." * 20, None),
    ],
    ids=["a slope", "none", "too few cases", "too few ticks"],
)
def test_a_slope_is_claimed_only_where_it_is_steep(strip: str, level: str | None) -> None:
    found = trends(by_case(reviews(strip)), CODES)

    assert [f.level for f in found] == ([] if level is None else [level])


def test_halves_are_those_of_the_cases_looked_at() -> None:
    (found,) = trends(by_case(reviews("#####?????......" + "......")), CODES)
    data = found.data

    assert (data.older_ticked, data.older_looked) == (5, 8)
    assert (data.newer_ticked, data.newer_looked) == (0, 9)


def test_a_slope_that_a_plan_tells_is_not_told_twice() -> None:
    rows = reviews("#" * 12 + "." * 12)
    plan = Beside(plans=[PlanMade("12", 12, HOW)])
    alone, planned = report(rows, CODES), report(rows, CODES, beside=plan)

    assert [f.id for f in alone.stands_out] == [f"trend:{HOW}"]
    assert [f.id for f in planned.stands_out] == ["plan:12"]


# ------------------------------------------------------------------ passed over


def couples(passed: int, elsewhere: int) -> list[MarkedReview]:
    """24 cases, 6 of them couples; an area was passed over in some of either."""
    return [
        marked(
            number,
            f"case-{number}",
            day(number),
            HOW,
            AIM if number <= passed or 6 < number <= 6 + elsewhere else "resistance.pushed",
            "couple" if number <= 6 else "individual",
        )
        for number in range(1, 25)
    ]


def test_an_area_passed_over_in_one_context_stands_out() -> None:
    found = passed_over(by_case(couples(5, 1)), CODES, {})

    assert [(f.id, f.level) for f in found][:1] == [("skip:resistance", "count")]
    claimed = [f for f in found if f.level == "stands-out"]
    assert [f.id for f in claimed] == ["skip:resistance:setup=couple"]
    assert claimed[0].reviews == (1, 2, 3, 4, 5)
    assert (claimed[0].data.passed, claimed[0].data.cases) == (5, 6)
    assert (claimed[0].data.elsewhere_passed, claimed[0].data.elsewhere) == (1, 18)


def test_an_area_passed_over_evenly_is_a_count() -> None:
    found = passed_over(by_case(couples(2, 5)), CODES, {})

    assert [f.id for f in found] == ["skip:resistance"]


def test_an_area_that_is_seldom_looked_at_was_not_passed_over() -> None:
    found = passed_over(by_case(couples(6, 10)), CODES, {})

    assert found == []


def test_a_case_without_any_miss_looked_at_passed_nothing_over() -> None:
    quick = [marked(90 + n, f"quick-{n}", "2025-03-01", "sign.easy") for n in range(20)]

    assert passed_over(by_case(couples(2, 5) + quick), CODES, {})[0].data.cases == 24


def test_an_area_never_ticked_is_told_where_many_ticks_fell_elsewhere() -> None:
    rows = reviews("#" * 40, other="boundary.money")
    often, seldom = never_ticked(by_case(rows), CODES), never_ticked(by_case(rows[:8]), CODES)

    assert [(f.id, f.data.looked) for f in often] == [("never:boundary", 40)]
    assert seldom == []


# ------------------------------------------------------------------ one field


PLANTED = Truth(contexts=[Context("setup", "couple", "present-focus.stayed-vague", 0.95, 0.05)])


def test_a_miss_that_belongs_to_one_context_stands_out_when_asked_for() -> None:
    found = contexts(by_case(journal(60, 2, PLANTED)), "setup", codes(), {})

    assert found[0].id == "context:setup=couple:present-focus.stayed-vague"
    assert found[0].level == "stands-out"
    assert all(f.data.ticked + f.data.elsewhere_ticked for f in found)


def test_a_context_is_not_compared_below_fifteen_cases() -> None:
    found = contexts(by_case(journal(14, 2, PLANTED)), "setup", codes(), {})

    assert {f.level for f in found} == {"count"}


def test_a_report_looks_at_a_field_only_when_asked() -> None:
    rows, memory = journal(30, 1), dict[str, str]()
    whole = report(rows, codes(), memory=memory)
    by_field = report(rows, codes(), by="setup", memory=memory)

    assert not any(f.kind == "context" for f in whole.findings)
    assert any(f.kind == "context" for f in by_field.findings)


# ------------------------------------------------------------------ signs

SIGNS = {
    code: CodeWord(code, "sign", "", code, code)
    for code in ("sign.away.quieter", "sign.away.stories", "sign.mine.body", "sign.none")
}


def signed(*ticked: str) -> list[MarkedReview]:
    return [
        MarkedReview(
            number,
            f"case-{number}",
            day(number),
            "frayed",
            {},
            {code: code in ticks.split() for code in SIGNS}
            | {"alliance.small-signs-passed": number % 2 == 0},
        )
        for number, ticks in enumerate(ticked, 1)
    ]


PASSED = {code: CodeWord(code, "miss", "", code, code) for code in ("alliance.small-signs-passed",)}


def drawn(
    rows: Sequence[MarkedReview], codes: Mapping[str, CodeWord]
) -> tuple[Sequence[MarkedCase], Mapping[str, CodeWord], Mapping[str, str]]:
    cases = by_case(rows)
    return cases, codes, strips_of(cases, codes, "")


def tallied(
    rows: Sequence[MarkedReview], tags: Mapping[str, Mapping[str, str]] | None = None
) -> list[Finding[Tally]]:
    cases, codes, strips = drawn(rows, CODES)
    return tallies(cases, rows, (), codes, tags or {}, strips)


def test_signs_are_counted_by_family_and_case() -> None:
    rows = signed(
        "sign.away.quieter sign.away.stories", "sign.away.quieter", *["sign.mine.body"] * 3
    )
    found = sign_families(*drawn(rows, CODES | SIGNS))

    assert [(f.id, f.data.ticked, f.data.looked) for f in found] == [
        ("sign:mine", 3, 5),
        ("sign:away", 2, 5),
    ]
    assert found[1].data.signs == (("sign.away.quieter", 2), ("sign.away.stories", 1))


def test_signs_seen_at_the_time_are_set_apart() -> None:
    rows = signed(*["sign.mine.body"] * 6, "sign.none")
    (found,) = signs_passed(*drawn(rows, CODES | SIGNS | PASSED))

    assert (found.data.passed, found.data.looked) == (3, 7)


def test_the_way_from_sign_to_end_is_told_in_medians() -> None:
    courses = [
        Course(n, sign, end)
        for n, (sign, end) in enumerate([(1, 4), (3, 9), (2, 12), (4, 5), (3, 8), (None, 3)], 1)
    ]
    (found,) = timeline(signed(*["sign.mine.body"] * 6), courses)
    data = found.data

    assert (data.named, data.known, data.early) == (5, 6, 4)
    assert (data.median_sign, data.median_ended, data.median_between) == (3, 6.5, 5)
    assert data.lines[0] == (6, None, 3)


def test_numbers_that_are_missing_leave_the_timeline_out() -> None:
    courses = [Course(n, None, 5) for n in range(1, 7)]

    assert timeline(signed(*["sign.mine.body"] * 6), courses) == []


# ------------------------------------------------------------------ replies and words


def test_a_question_left_open_twice_is_told_with_its_latest_wording() -> None:
    replies = [
        Reply(1, "core.sure", "How sure?", True, "Cannot say"),
        Reply(2, "core.sure", "How sure?", False, "A hunch"),
        Reply(3, "core.sure", "How sure are you?", True, "Cannot say"),
        Reply(3, "core.phase", "When?", True, "cannot say"),
    ]
    (found,) = unknowns(replies)

    assert found.id == "unknown:core.sure"
    assert found.data.asked == "How sure are you?"
    assert (found.data.unknown, found.data.answered, found.reviews) == (2, 3, (1, 3))


def test_answers_are_tallied_from_five_cases() -> None:
    rows = [
        MarkedReview(
            n, f"c{n}", day(n), "frayed", {"fray_phase": ("early" if n < 4 else "late",)}, {}
        )
        for n in range(1, 7)
    ]
    (found,) = tallied(rows)

    assert found.id == "tally:fray_phase"
    assert found.data.counts == (("early", 3), ("late", 3))
    assert tallied(rows[:4]) == []


def test_tags_of_misses_are_tallied_by_tick() -> None:
    rows = [marked(n, f"c{n}", day(n), f"{HOW} {AIM}") for n in range(1, 6)]
    (found,) = tallied(rows, {"leg": {HOW: "tasks", AIM: "goals"}})

    assert found.data.counts == (("goals", 5), ("tasks", 5))


def test_a_phrase_that_stands_in_three_reviews_comes_back() -> None:
    texts = [Written(n, "core.facts", f"{chr(96 + n) * 4}.") for n in range(1, 12)]
    texts += [Written(n, "core.moment", "I thought we had time. And so on.") for n in (2, 5, 9)]
    found = phrases(texts, {})

    assert found[0].data.words == "I thought we had time"
    assert found[0].reviews == (2, 5, 9)
    assert not any(f.data.words == "we had time" for f in found)


def test_phrases_wait_for_ten_reviews_and_leave_empty_words_out() -> None:
    texts = [Written(n, "q", "and so it was that he did not") for n in range(1, 12)]

    assert phrases(texts, {}) == []
    assert phrases([Written(n, "q", "the sixth session") for n in range(1, 10)], {}) == []


def test_the_nearest_earlier_review_shares_misses() -> None:
    found = similar(FIVE, (), CODES, {})

    assert found[0].id == "similar:5~2"
    assert set(found[0].data.shared) == {HOW, BETWEEN}


def test_a_review_is_compared_with_earlier_ones_of_other_cases() -> None:
    again = marked(6, FIVE[4].case, "2026-04-02", f"{HOW} {BETWEEN} {AIM}", "resistance.pushed")

    assert all(f.data.earlier != 5 for f in similar([*FIVE, again], (), CODES, {}))
    assert all(f.data.earlier < 2 for f in similar(FIVE, (), CODES, {}, number=2))
    assert similar(FIVE, (), CODES, {}, number=1) == []


def test_texts_that_are_alike_bring_reviews_together() -> None:
    rows = [marked(n, f"c{n}", day(n), looked=HOW) for n in range(1, 8)]
    words = ("river", "mill", "garden", "harbour", "orchard", "bridge")
    texts = [Written(n, "q", f"The {word} and its {word}s") for n, word in enumerate(words, 1)]
    texts.append(Written(7, "q", "At the harbour, where harbours end"))
    found = similar(rows, texts, CODES, {})

    assert found[0].id == "similar:7~4"


# ------------------------------------------------------------------ what went well


def well(count: int, ticked: int, code: str = HOW) -> list[MarkedReview]:
    return [
        MarkedReview(
            100 + n, f"well-{n}", day(n + 1), "went-well", {}, {code: n < ticked, AIM: False}
        )
        for n in range(count)
    ]


def test_what_is_there_when_things_go_well_too_is_a_count() -> None:
    found = beside_well(by_case(reviews("#..#..#..#..")), by_case(well(8, 5)), CODES, {})

    assert [(f.id, f.level) for f in found] == [(f"well:{HOW}", "count")]
    assert (found[0].data.frayed_ticked, found[0].data.well_ticked) == (4, 5)


def test_what_sets_the_two_apart_needs_many() -> None:
    found = beside_well(by_case(reviews("#" * 40)), by_case(well(20, 0)), CODES, {})

    assert [f.level for f in found] == ["stands-out"]


def test_fewer_than_six_are_not_set_beside() -> None:
    assert beside_well(by_case(reviews("#" * 24)), by_case(well(5, 0)), CODES, {}) == []


# ------------------------------------------------------------------ families and stories


def test_two_contexts_of_one_story_are_told_once() -> None:
    rows = [
        row._replace(context={"setup": row.context["setup"], "delivery": (mode,)})
        for row in couples(5, 1)
        for mode in ["video" if row.number <= 6 else "in-person"]
    ]
    claimed = [f for f in passed_over(by_case(rows), CODES, {}) if f.level == "stands-out"]

    assert len(claimed) == 1


def test_the_more_misses_are_looked_at_the_steeper_a_slope_must_be() -> None:
    strip = "##.#.##.#..#....#...#..."
    alone = reviews(strip)
    beside = [
        row._replace(marks={**row.marks, "boundary.money": row.number % 3 == 0}) for row in alone
    ]
    (one,) = trends(by_case(alone), CODES)
    two = {f.data.code: f.data.p for f in trends(by_case(beside), CODES)}

    assert two[HOW] == pytest.approx(2 * one.data.p)
