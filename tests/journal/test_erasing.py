"""What is erased is gone from every page; what is on hold stays; what was learned is kept."""

from collections.abc import Callable
from pathlib import Path

import pytest

from failnote.errors import JournalError
from failnote.journal.checksum import altered
from failnote.journal.connection import connect
from failnote.journal.erasing import distil, erasable, exports_of, purge, purge_all
from failnote.journal.export_log import note_export
from failnote.journal.opening import close, open_journal
from failnote.journal.reading import case, cases, review
from failnote.journal.searching import search
from failnote.journal.term_rows import add_terms, terms
from failnote.journal.writing import Writer
from failnote.review import Answer, Review
from failnote.selection import Selection
from journal.invented import LATER, NOW, begun, finished, step, taken_in, told, whole

CANARY = "Wren7q"
"""Where it is erased, it stands in no page; each place has a number of its own behind it."""


def everywhere(writer: Writer, number: int = 7) -> Review:
    """A review with the canary in every place that can hold a text."""
    con = taken_in(
        writer,
        [
            whole(
                number,
                answers=(told("core.facts", f"{CANARY}1 " * 400, section="facts", export="yes"),),
                supervision_answer=f"{CANARY}2",
            )
        ],
    )
    found = review(con, number)
    for place in (3, 4, 5):
        found = writer.edit(found, step(told("core.facts", f"{CANARY}{place} " * 300)), LATER)
    found = writer.edit(found, step(plan={"if": f"{CANARY}6", "then": f"{CANARY}7"}), LATER)
    writer.keep_draft(found, "core.moment", f"{CANARY}8", LATER)
    writer.add_insight(found, f"{CANARY}9", LATER)
    with pytest.raises(JournalError):
        writer.edit(review_before(found), step(told("core.facts", f"{CANARY}0")), LATER)
    con.execute("INSERT INTO cache VALUES ('patterns', 'd', ?)", (f"{CANARY}c",))
    return review(con, number)


def review_before(found: Review) -> Review:
    from dataclasses import replace  # noqa: PLC0415

    return replace(found, revision=1)


def on_disk(path: Path) -> bytes:
    return b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))


def chosen(writer: Writer, **wanted: object) -> list[object]:
    return list(erasable(writer.connection, **wanted)[0])  # type: ignore[arg-type]


@pytest.mark.parametrize("way", ["case", "until", "deleted", "all"])
def test_row_14_a_purged_text_is_in_no_page(way: str, writer: Writer, path: Path) -> None:
    everywhere(writer)
    finished(writer, "This stays.", now=LATER)
    if way == "deleted":
        writer.delete(7, LATER)
    wanted = {
        "case": {"case": "maple-lantern-27"},
        "until": {"until": NOW.date()},
        "deleted": {"deleted": True},
        "all": {},
    }[way]
    assert CANARY.encode() in on_disk(path)
    meant, _ = erasable(writer.connection, **wanted)  # type: ignore[arg-type]

    done = (
        purge_all(writer.connection, meant, LATER)
        if way == "all"
        else purge(writer.connection, meant, way, LATER)
    )

    assert done
    assert CANARY.encode() not in on_disk(path)
    assert CANARY.lower().encode() not in on_disk(path)
    left = [number for (number,) in writer.connection.execute("SELECT number FROM review")]
    assert left == ([] if way == "all" else [8])
    close(writer.connection)
    assert CANARY.encode() not in on_disk(path)


def test_a_purged_case_is_gone_with_its_terms_and_one_with_other_reviews_stays(
    writer: Writer,
) -> None:
    everywhere(writer)
    taken_in(writer, [whole(8, case="amber-orchard-11"), whole(9, date="2020-01-01")])
    add_terms(writer.connection, ["Ilse"], "person", "maple-lantern-27", NOW)

    meant, _ = erasable(writer.connection, until=NOW.date().replace(year=2020))
    purge(writer.connection, meant, "until", LATER)

    assert case(writer.connection, "maple-lantern-27").reviews == (7,)
    assert len(terms(writer.connection)) == 1
    meant, _ = erasable(writer.connection, case="maple-lantern-27")
    purge(writer.connection, meant, "case", LATER)
    assert [each.code for each in cases(writer.connection)] == ["amber-orchard-11"]
    assert terms(writer.connection) == []
    assert writer.connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_what_was_written_out_is_named_before_and_forgotten_after(writer: Writer) -> None:
    taken_in(writer, [whole(7), whole(8)])
    for target, reviews in (("a.md", [7]), ("b.jsonl", [7, 8])):
        note_export(
            writer.connection, what="note", target=target, masked=False, reviews=reviews, now=NOW
        )

    found = exports_of(writer.connection, [7])
    meant, _ = erasable(writer.connection, numbers=[7])
    purge(writer.connection, meant, "numbers", LATER)

    assert [(each.target, each.reviews) for each in found] == [("a.md", (7,)), ("b.jsonl", (7,))]
    log = writer.connection.execute("SELECT target, reviews FROM export_log").fetchall()
    assert log == [("b.jsonl", "[8]")]


def test_the_log_of_erasing_holds_no_content(writer: Writer) -> None:
    everywhere(writer)
    meant, _ = erasable(writer.connection, case="maple-lantern-27")

    purge(writer.connection, meant, "case", LATER)

    rows = writer.connection.execute("SELECT what, count FROM erasure_log").fetchall()
    assert rows == [("purge case", 1)]


def test_the_number_of_an_erased_review_is_not_given_again(writer: Writer) -> None:
    taken_in(writer, [whole(7)])
    meant, _ = erasable(writer.connection)

    purge_all(writer.connection, meant, LATER)

    assert begun(writer).number == 8


def test_what_is_on_hold_is_left_out_and_named(writer: Writer) -> None:
    everywhere(writer)
    writer.hold("maple-lantern-27", NOW.date())
    finished(writer)

    found, held = erasable(writer.connection)

    assert [each.number for each in found] == [8]
    assert held == ["maple-lantern-27"]


@pytest.mark.parametrize("erase", [purge, distil], ids=["purge", "distil"])
def test_a_hold_that_comes_at_the_last_moment_stops_it(
    erase: Callable[..., bool], writer: Writer
) -> None:
    everywhere(writer)
    meant, _ = erasable(writer.connection)
    writer.hold("maple-lantern-27", NOW.date())

    with pytest.raises(JournalError, match="on hold"):
        erase(writer.connection, meant, *(["all"] if erase is purge else []), LATER)

    assert review(writer.connection, 7).answers


def test_purging_everything_leaves_what_is_on_hold(writer: Writer) -> None:
    everywhere(writer)
    finished(writer)
    writer.hold("maple-lantern-27", NOW.date())
    meant, _ = erasable(writer.connection)

    purge_all(writer.connection, meant, LATER)

    assert review(writer.connection, 7).answers
    assert case(writer.connection, "maple-lantern-27").hold


def test_someone_who_reads_meanwhile_is_told_of(writer: Writer, path: Path) -> None:
    everywhere(writer)
    other = open_journal(path)
    reading = other.execute("SELECT text FROM answer")
    reading.fetchone()
    meant, _ = erasable(writer.connection)
    writer.connection.execute("PRAGMA busy_timeout=50")

    assert not purge(writer.connection, meant, "all", LATER)

    reading.close()
    close(other)
    close(writer.connection)
    assert CANARY.encode() not in on_disk(path)


def learned(writer: Writer) -> Review:
    found = everywhere(writer)
    question = told("close.question", "What do I protect?")
    return writer.edit(found, step(question, Answer("core.n", "number", "?", value=3)), LATER)


def test_a_distilled_text_is_in_no_page_and_codes_plan_and_question_stay(
    writer: Writer, path: Path
) -> None:
    before = learned(writer)
    meant, _ = erasable(writer.connection, numbers=[7])

    assert distil(writer.connection, meant, LATER)

    after = review(writer.connection, 7)
    left = on_disk(path).replace(f"{CANARY}6".encode(), b"").replace(f"{CANARY}7".encode(), b"")
    assert CANARY.encode() not in left
    assert after.marks == before.marks
    assert (after.plans[0].if_, after.plans[0].then) == (f"{CANARY}6", f"{CANARY}7")
    assert {a.question: a.text for a in after.answers if a.text} == {
        "close.question": "What do I protect?"
    }
    assert after.answer("core.n") == before.answer("core.n")
    assert after.distilled == LATER.date().isoformat()
    assert (after.insights, after.others, after.supervision_answer) == ((), (), "")


def test_a_distilled_review_is_sealed_again_and_not_found_any_more(writer: Writer) -> None:
    learned(writer)
    meant, _ = erasable(writer.connection)

    distil(writer.connection, meant, LATER)

    assert list(altered(writer.connection)) == []
    assert {hit.where for hit in search(writer.connection, CANARY, Selection())} <= {"plan"}
    with pytest.raises(JournalError, match="no delete or edit"):
        writer.undo(LATER)


def test_a_distilled_review_comes_back_from_an_export(writer: Writer, tmp_path: Path) -> None:
    from failnote.exchange.reading import from_line  # noqa: PLC0415
    from failnote.exchange.writing import to_line  # noqa: PLC0415
    from failnote.journal.opening import create_journal  # noqa: PLC0415

    learned(writer)
    distil(writer.connection, erasable(writer.connection)[0], LATER)
    line = to_line(review(writer.connection, 7))
    other = Writer(create_journal(tmp_path / "other.db"))

    other.import_reviews([from_line(line, 1)], LATER)

    assert to_line(review(other.connection, 7)) == line
    close(other.connection)


def test_an_erasing_that_fails_leaves_everything(writer: Writer) -> None:
    everywhere(writer)
    meant, _ = erasable(writer.connection)
    writer.connection.execute("DROP TABLE erasure_log")

    with pytest.raises(JournalError):
        purge(writer.connection, meant, "all", LATER)

    assert review(writer.connection, 7).answers


def test_an_encrypted_journal_is_purged_alike(encrypted: Path, key: bytes) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    everywhere(writer)
    meant, _ = erasable(writer.connection)

    assert purge(writer.connection, meant, "all", LATER)

    close(writer.connection)
    con = connect(encrypted, key)
    assert con.execute("PRAGMA freelist_count").fetchone() == (0,)
    con.close()
