"""Searching: any string is taken literally, and none of them breaks anything."""

from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from failnote.journal.cleaning import clean_text
from failnote.journal.opening import close, create_journal
from failnote.journal.searching import Hit, folded, search
from failnote.journal.writing import Writer
from failnote.selection import Selection
from journal.invented import ANY_TEXT, LATER, NOW, begun, finished, step, taken_in, told, whole

ALL = Selection()
TEXTS = {
    "dont": "I don't know what happened in session #7.",
    "noshow": "A no-show, then O'Brien called: what if?",
    "half": 'About 50% of the time; C++ (sic) "quoted" words.',
    "accents": "Éloignement, Straße, naïve, Ångström, cafe\u0301.",
    "cjk": "昨日、面接の途中で沈黙が続いた。",
    "thai": "เขาเงียบไปนาน",
    "operators": "NEAR AND OR NOT text: col* ^start {x} -y",
}


@pytest.fixture(scope="module")
def con(tmp_path_factory: pytest.TempPathFactory) -> Any:
    path = tmp_path_factory.mktemp("searching") / "journal.db"
    opened = create_journal(path)
    writer = Writer(opened)
    answers = [told(question, text) for question, text in TEXTS.items()]
    writer.commit(begun(writer), step(*answers), NOW)
    yield opened
    close(opened)


LITERAL = {
    "don't": "dont",
    "session #7": "dont",
    "#7": "dont",
    "no-show": "noshow",
    "what if?": "noshow",
    "O'Brien": "noshow",
    "o'brien": "noshow",
    "50%": "half",
    "C++": "half",
    '"quoted"': "half",
    '"quoted': "half",
    "(sic)": "half",
    "eloignement": "accents",
    "ELOIGNEMENT": "accents",
    "éloignement": "accents",
    "strasse": "accents",
    "angstrom": "accents",
    "caf\u00e9": "accents",
    "cafe": "accents",
    "沈黙": "cjk",
    "面接 沈黙": "cjk",
    "เงียบ": "thai",
    "NEAR": "operators",
    "AND": "operators",
    "OR NOT": "operators",
    "text:": "operators",
    "col*": "operators",
    "^start": "operators",
    "{x}": "operators",
    "-y": "operators",
    "*": "operators",
    "loignemen": "accents",
}


@pytest.mark.parametrize(("typed", "question"), LITERAL.items())
def test_what_a_therapist_types_is_found_literally(typed: str, question: str, con: Any) -> None:
    found = search(con, typed, ALL)

    assert [hit.where for hit in found] == [question]
    assert any(is_hit for _, is_hit in found[0].snippet)


@pytest.mark.parametrize(
    "typed", ["", "  \t", "'; DROP TABLE review; --", "q\0w", "nothere", "\u0301"]
)
def test_what_is_not_there_is_not_found(typed: str, con: Any) -> None:
    assert search(con, typed, ALL) == []


@settings(max_examples=20_000 if settings().max_examples > 100 else 200)
@given(ANY_TEXT)
@example('"')
@example("\ud800")
@example("a\0b")
@example("NEAR(a, b) AND")
@example("know " * 3000)
def test_no_string_breaks_the_search(con: Any, typed: str) -> None:
    for hit in search(con, typed, ALL):
        assert "".join(text for text, _ in hit.snippet)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=40))
@example("ﬁn ½ ǅ İstanbul")
def test_every_word_of_an_answer_finds_it(writer: Writer, text: str) -> None:
    done = finished(writer, text)

    for word in clean_text(text).split():
        if folded(word):
            found = search(writer.connection, word, Selection(numbers=(done.number,)))
            assert [hit.where for hit in found] == ["core.facts"]


@given(st.text())
def test_folding_a_text_twice_changes_nothing_that_is_plain(text: str) -> None:
    assert folded(text.lower()) == folded(text) or not text.isascii()


def test_all_words_must_stand_in_one_text(con: Any) -> None:
    assert [hit.where for hit in search(con, "know session", ALL)] == ["dont"]
    assert search(con, "know quoted", ALL) == []


def test_the_snippet_shows_the_surroundings_on_one_line(writer: Writer) -> None:
    finished(writer, "a " * 200 + "before\nthe Needle\tafter" + " z" * 200)

    (hit,) = search(writer.connection, "needle", ALL)

    assert ("Needle", True) in hit.snippet
    text = "".join(piece for piece, _ in hit.snippet)
    assert "before the Needle after" in text
    assert text.startswith("…")
    assert text.endswith("…")
    assert len(text) < 150


def test_every_place_of_a_word_in_the_snippet_is_marked(writer: Writer) -> None:
    finished(writer, "Late again, and late, not lately.")

    (hit,) = search(writer.connection, "LATE", ALL)

    assert hit.snippet == (
        ("Late", True),
        (" again, and ", False),
        ("late", True),
        (", not lately.", False),
    )


def test_a_hit_names_where_it_stands(writer: Writer) -> None:
    con = taken_in(writer, [whole()])

    found = search(con, "e-mail", ALL)

    assert found == [
        Hit(
            7,
            "2026-03-14",
            "maple-lantern-27",
            "core.facts",
            "facts",
            (("Two no-shows, then an ", False), ("e-mail", True), (".", False)),
        )
    ]


def test_two_accents_on_one_letter_are_folded_in_the_index_too(writer: Writer) -> None:
    done = begun(writer)
    writer.commit(
        done, step(told("plain", "the end"), told("accents", "th\u1ebf \u0111\u00f3")), NOW
    )

    assert {hit.where for hit in search(writer.connection, "the", ALL)} == {"plain", "accents"}


def test_hits_come_newest_first_and_stop_at_the_limit(writer: Writer) -> None:
    con = taken_in(writer, [whole(number) for number in range(1, 6)])

    assert [hit.number for hit in search(con, "e-mail", ALL, 3)] == [5, 4, 3]
    assert [hit.number for hit in search(con, "mai", ALL, 3)] == [5, 4, 3]


def test_a_selection_narrows_the_search(writer: Writer) -> None:
    con = taken_in(writer, [whole(1), whole(2, guide="quick")])

    for word in ("e-mail", "mai"):
        assert [hit.number for hit in search(con, word, Selection(guides=("quick",)))] == [2]


def test_answers_out_of_play_are_not_found_until_they_come_back(writer: Writer) -> None:
    done = finished(writer, "hidden words")
    resting = writer.commit(done, step(dormant=frozenset({"core.facts"})), NOW)

    during = [search(writer.connection, word, ALL) for word in ("hidden", "idde")]
    writer.commit(resting, step(), NOW)

    assert during == [[], []]
    assert len(search(writer.connection, "hidden", ALL)) == 1


def test_the_index_follows_every_change(writer: Writer) -> None:
    done = finished(writer, "first words", plan={"then": "breathe"})

    done = writer.edit(done, step(told("core.facts", "second"), plan={"then": "ask"}), LATER)
    edited = [
        bool(search(writer.connection, w, ALL)) for w in ("first", "breathe", "second", "ask")
    ]
    writer.undo(LATER)
    undone = [
        bool(search(writer.connection, w, ALL)) for w in ("first", "breathe", "second", "ask")
    ]

    assert edited == [False, False, True, True]
    assert undone == [True, True, False, False]


DAMAGE = {
    "answer": "UPDATE answer SET text = 'An altered e-mail came.' WHERE question = 'core.facts'",
    "plan": "UPDATE plan SET then_text = 'an altered THEN'",
    "insight": "UPDATE insight SET text = 'An altered insight.'",
}


@pytest.mark.parametrize(("where", "sql"), DAMAGE.items(), ids=DAMAGE)
@pytest.mark.parametrize("word", ["altered", "alter"], ids=["in the index", "looked through"])
def test_row_18_what_does_not_say_what_was_written_is_named_and_not_shown(
    where: str, sql: str, word: str, writer: Writer
) -> None:
    con = taken_in(writer, [whole()])
    con.execute(sql).close()

    (hit,) = search(con, word, ALL)

    assert hit.damaged
    assert hit.snippet == ()
    assert (hit.number, hit.where) == (7, "core.facts" if where == "answer" else where)


def test_row_18_what_is_intact_is_shown_beside_it(writer: Writer) -> None:
    con = taken_in(writer, [whole(7), whole(8)])
    con.execute(
        "UPDATE answer SET text = 'No e-mail.' WHERE question = 'core.facts' AND review_id ="
        " (SELECT id FROM review WHERE number = 7)"
    ).close()

    assert {hit.number: hit.damaged for hit in search(con, "e-mail", ALL)} == {7: True, 8: False}
