"""What commands ask of a journal."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from failnote.errors import DamagedError, JournalError
from failnote.journal.gathering import marks_of
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import (
    DuePlan,
    Listed,
    case,
    cases,
    codes,
    count,
    due,
    due_plans,
    guide_body,
    listed,
    resume,
    review,
    reviews,
    settings,
    unfinished,
)
from failnote.journal.writing import Writer
from failnote.review import Case, Mark, Plan
from failnote.selection import Selection
from journal.invented import LATER, NOW, begun, finished, step, taken_in, told, whole

ALL = Selection()


def test_an_empty_journal_has_nothing_to_say(writer: Writer) -> None:
    con = writer.connection

    assert not unfinished(con)
    assert not cases(con)
    assert not marks_of(con, ALL)
    assert not list(listed(con, ALL))
    assert not list(reviews(con, ALL))
    assert count(con, ALL) == 0
    assert due(con, date(2030, 1, 1)) == (0, 0)
    assert not codes(con)
    assert not settings(con)


def test_a_list_shows_the_newest_first_and_the_labels_of_the_misses(writer: Writer) -> None:
    con = taken_in(
        writer,
        [
            whole(7),
            whole(8, started=NOW - timedelta(days=1), date="2026-03-13", plans=(), context={}),
            whole(9, started=None, date="2026-03", kind="went-well", state="open", marks=()),
        ],
    )

    lines = list(listed(con, ALL))

    assert lines == [
        Listed(
            7,
            "2026-03-14",
            "maple-lantern-27",
            "core",
            "frayed",
            "finished",
            "dropout",
            ("how unclear",),
            True,
        ),
        Listed(
            8,
            "2026-03-13",
            "maple-lantern-27",
            "core",
            "frayed",
            "finished",
            "",
            ("how unclear",),
            False,
        ),
        Listed(9, "2026-03", "maple-lantern-27", "core", "went-well", "open", "dropout", (), True),
    ]


def test_a_list_can_be_short_and_begin_with_the_oldest(writer: Writer) -> None:
    con = taken_in(writer, [whole(number) for number in (3, 1, 2)])

    assert [line.number for line in listed(con, ALL, limit=2)] == [3, 2]
    assert [line.number for line in listed(con, ALL, limit=2, oldest=True)] == [1, 2]


def test_a_code_without_wording_is_listed_by_its_id(writer: Writer) -> None:
    con = taken_in(writer, [whole(marks=(Mark("own.code", True), Mark("contract.aim", True)))])

    assert next(listed(con, ALL)).ticked == ("own.code", "aim never shared")


def test_an_unfinished_review_is_named_without_its_parts(writer: Writer) -> None:
    finished(writer)
    first = begun(writer)
    second = writer.commit(begun(writer, now=LATER), step(told("q", "x"), at="r"), LATER)

    waiting = unfinished(writer.connection)

    assert waiting == [replace(second, answers=()), first]


def test_a_review_resumes_with_all_its_answers_and_drafts(writer: Writer) -> None:
    opened = writer.commit(
        begun(writer), step(told("a", "A"), told("b", "B"), dormant=frozenset({"b"}), at="c"), NOW
    )
    writer.keep_draft(opened, "c", "half", NOW)

    found, drafts = resume(writer.connection, opened.number)

    assert [answer.question for answer in found.answers] == ["a", "b"]
    assert found.at == "c"
    assert drafts == {"c": "half"}
    assert [answer.question for answer in review(writer.connection, 1).answers] == ["a"]


@pytest.mark.parametrize("number", [0, -1, 9, 10**15])
def test_a_review_that_is_not_there_is_a_sentence(number: int, writer: Writer) -> None:
    finished(writer)

    for look in (review, resume):
        with pytest.raises(JournalError, match=f"There is no review {number}. failnote list"):
            look(writer.connection, number)


def test_the_answers_of_a_follow_up_belong_to_it_alone(writer: Writer) -> None:
    found = review(taken_in(writer, [whole()]), 7)

    assert "follow.how" not in [answer.question for answer in found.answers]
    assert found.plans[0].follow_ups[0].answers[0].text == "Twice it came too late."


def test_cases_come_with_their_context_and_reviews(writer: Writer) -> None:
    con = taken_in(writer, [whole(9), whole(7), whole(8, case="amber-orchard-31", context={})])

    known = cases(con)

    assert known == [
        Case("amber-orchard-31", {}, "", (8,)),
        Case(
            "maple-lantern-27",
            {"ending": ("dropout",), "modality": ("cbt", "schema"), "setup": ("couple",)},
            "",
            (7, 9),
        ),
    ]
    assert case(con, "amber-orchard-31") == known[0]


def test_a_case_that_is_not_there_is_a_sentence(writer: Writer) -> None:
    with pytest.raises(JournalError, match="no case quiet-oak-11"):
        case(writer.connection, "quiet-oak-11")


def test_marks_come_oldest_first_with_what_groups_them(writer: Writer) -> None:
    con = taken_in(writer, [whole(8), whole(7), whole(9, marks=(), context={})])

    found = marks_of(con, ALL)

    assert [(each.number, each.case, each.date, each.kind) for each in found] == [
        (number, "maple-lantern-27", "2026-03-14", "frayed") for number in (7, 8, 9)
    ]
    assert found[0].marks == {
        "contract.how": True,
        "contract.aim": False,
        "sign.away.quieter": True,
    }
    assert found[0].context == {
        "ending": ("dropout",),
        "modality": ("cbt", "schema"),
        "setup": ("couple",),
    }
    assert (found[2].marks, found[2].context) == ({}, {})


def test_plans_come_due_on_their_day_while_they_are_open(writer: Writer) -> None:
    plans = {
        state: Plan(f"plan-{state}", then="ask", due=date(2026, 4, 13), state=state)
        for state in ("open", "habit", "retired", "reworded")
    }
    con = taken_in(
        writer,
        [
            *(whole(n, plans=(each,)) for n, each in enumerate(plans.values(), 1)),
            whole(8, plans=(replace(plans["open"], id="unfinished"),), state="open"),
            whole(9, plans=(replace(plans["open"], id="no day", due=None),)),
        ],
    )

    assert due(con, date(2026, 4, 12)) == (0, 0)
    assert due(con, date(2026, 4, 13)) == (1, 0)
    assert due_plans(con, date(2026, 5, 1)) == [
        DuePlan(replace(plans["open"], name="1"), 1, "maple-lantern-27")
    ]


def test_reading_shows_what_the_models_wrote_in_the_owner_s_views(writer: Writer) -> None:
    con = taken_in(writer, [whole()])

    def seen(sql: str) -> list[tuple[object, ...]]:
        return con.execute(sql).fetchall()

    assert seen("SELECT number, date, ending, ending_type, ended_session FROM v_review") == [
        (7, "2026-03-14", "dropout", None, 7)
    ]
    assert seen("SELECT question, text, plan, followed_up FROM v_answer WHERE plan = 1") == [
        ("follow.how", "Twice it came too late.", 1, "2026-04-14")
    ]
    assert seen("SELECT code, area, ticked FROM v_mark WHERE family = 'miss' ORDER BY 1") == [
        ("contract.aim", "contract", 0),
        ("contract.how", "contract", 1),
    ]
    assert seen("SELECT number, ordinal, if_text, follow_ups, came_up, did FROM v_plan") == [
        (7, 1, "someone asks for every other week", 1, 3, 2)
    ]


def test_the_guide_a_review_was_asked_from_is_kept(writer: Writer) -> None:
    assert guide_body(writer.connection, begun(writer).guide_digest) == '{"id": "core"}'


def test_a_damaged_page_is_a_sentence_in_the_middle_of_reading(writer: Writer) -> None:
    con = taken_in(writer, [whole(n, answers=(told("q", "word " * 2000),)) for n in range(1, 30)])
    close(con)
    content = bytearray(con.path.read_bytes())
    place = content.index(b"word " * 700, len(content) // 2)
    start = place - place % 4096
    content[start : start + 4096] = bytes([0xFF]) * 4096
    con.path.write_bytes(content)

    damaged = open_journal(con.path)

    with pytest.raises(DamagedError, match="failnote journal check"):
        list(reviews(damaged, ALL))
    close(damaged)


def test_a_byte_that_is_no_text_any_more_is_damage_and_is_not_shown(writer: Writer) -> None:
    con = taken_in(writer, [whole(answers=(told("q", "a canary sings"),))])
    con.execute("UPDATE answer SET text = CAST(x'63616e617279ff' AS TEXT) WHERE question = 'q'")

    with pytest.raises(DamagedError) as caught:
        review(con, 7)

    assert "canary" not in str(caught.value)
