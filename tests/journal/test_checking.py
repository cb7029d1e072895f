"""A look at everything: damage is named, and what is intact comes out."""

import random
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from failnote.journal.checking import check, told
from failnote.journal.opening import close, create_journal, open_journal
from failnote.journal.reading import review, reviews
from failnote.journal.rescuing import rescue
from failnote.journal.writing import Writer
from failnote.selection import Selection
from journal.damage import answers_of, flipped, judged
from journal.invented import PASSPHRASE, finished, taken_in, whole
from journal.invented import told as typed
from journal.processes import without_rights


def test_a_sound_journal_has_nothing_to_tell(writer: Writer, path: Path) -> None:
    taken_in(writer, [whole(7)])
    finished(writer)
    close(writer.connection)

    assert check(path, None) == ([], [])


@pytest.mark.parametrize(
    ("sql", "sentence"),
    [
        (
            "UPDATE answer SET asked = 'x' WHERE id = 1",
            "Review 7: the answer to core.facts is damaged.",
        ),
        ("UPDATE plan SET rehearsed = 'x'", "Review 7: the plan is damaged."),
        ("UPDATE insight SET local_date = 'x'", "Review 7: the insight is damaged."),
        ("UPDATE review SET guide = 'x'", "Review 7: the review's own row is damaged."),
    ],
)
def test_a_changed_row_is_named_and_its_words_are_not(
    sql: str, sentence: str, writer: Writer, path: Path
) -> None:
    taken_in(writer, [whole(7)])
    writer.connection.execute(sql)
    close(writer.connection)

    wrong, damaged = check(path, None)

    assert wrong == []
    assert list(told(damaged)) == [sentence]


@pytest.mark.parametrize(
    ("sql", "said"),
    [
        ("DELETE FROM answer_fts_data WHERE id > 10", "search index of the answers"),
        ("INSERT INTO answer_fts(rowid, text) VALUES (99, 'stale')", "search index of the answers"),
        ("UPDATE plan SET review_id = 99", "belong to nothing"),
    ],
    ids=["index lost", "index stale", "orphan"],
)
def test_what_does_not_fit_together_is_told(
    sql: str, said: str, writer: Writer, path: Path
) -> None:
    taken_in(writer, [whole(7)])
    writer.connection.execute("PRAGMA foreign_keys=OFF")
    writer.connection.execute(sql)
    close(writer.connection)

    wrong, _ = check(path, None)

    assert any(said in sentence for sentence in wrong)


def test_what_only_the_log_holds_is_not_damage(encrypted: Path, key: bytes) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    finished(writer)

    assert check(encrypted, key) == ([], [])
    close(writer.connection)


def test_a_journal_on_read_only_media_is_checked_too() -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        con = create_journal(folder / "j.db")
        taken_in(Writer(con), [whole(7)])
        close(con)
        (folder / "j.db").chmod(0o444)
        folder.chmod(0o555)

        found = without_rights(lambda: check(folder / "j.db", None))

        folder.chmod(0o755)
    assert found == ([], [])


def test_a_page_that_fails_its_authentication_is_told(encrypted: Path, key: bytes) -> None:
    writer = Writer(open_journal(encrypted, key=key, write=True))
    taken_in(writer, [whole(n, answers=(typed("q", f"{n} " * 2000),)) for n in range(1, 9)])
    close(writer.connection)
    content = bytearray(encrypted.read_bytes())
    content[-5000] ^= 4
    encrypted.write_bytes(content)

    wrong, _ = check(encrypted, key)

    assert any("1 of the file's pages" in sentence for sentence in wrong)


def test_row_18_a_column_whose_name_decayed_is_told_and_takes_nothing_along(
    writer: Writer, path: Path, tmp_path: Path
) -> None:
    taken_in(writer, [whole(7)])
    close(writer.connection)
    content = path.read_bytes()
    path.write_bytes(
        content.replace(
            b"position INTEGER NOT NULL,\n        type",
            b"posi\x34ion INTEGER NOT NULL,\n        type",
            1,
        )
    )

    wrong, _ = check(path, None)

    assert wrong[0].startswith("The names of tables and columns")
    assert rescue(path, None, tmp_path / "new.db") == 7


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
def test_a_sound_journal_is_rescued_whole(
    passphrase: str | None, path: Path, tmp_path: Path
) -> None:
    con = create_journal(path, passphrase)
    taken_in(Writer(con), [whole(7), whole(8)])
    before, key = list(reviews(con, Selection())), con.key
    close(con)

    assert rescue(path, key, tmp_path / "new.db") == 14

    con = open_journal(tmp_path / "new.db", passphrase)
    assert list(reviews(con, Selection())) == before
    close(con)
    assert check(tmp_path / "new.db", key) == ([], [])


def test_a_rescue_leaves_damaged_answers_out(writer: Writer, path: Path, tmp_path: Path) -> None:
    taken_in(writer, [whole(7)])
    writer.connection.execute("UPDATE answer SET text = 'never said' WHERE id = 2")
    close(writer.connection)

    assert rescue(path, None, tmp_path / "new.db") == 6

    con = open_journal(tmp_path / "new.db")
    assert "core.when" not in {answer.question for answer in review(con, 7).answers}
    close(con)


def test_answers_outlive_their_review(writer: Writer, path: Path, tmp_path: Path) -> None:
    taken_in(writer, [whole(7)])
    writer.connection.execute("PRAGMA foreign_keys=OFF")
    writer.connection.execute("DELETE FROM review")
    close(writer.connection)

    rescue(path, None, tmp_path / "new.db")

    con = open_journal(tmp_path / "new.db")
    (left,) = reviews(con, Selection())
    assert (len(left.answers), left.case) == (6, "not-known")
    close(con)


def test_an_altered_answer_is_not_shown_as_true(writer: Writer, path: Path) -> None:
    taken_in(writer, [whole(7)])
    writer.connection.execute("UPDATE answer SET text = 'never said' WHERE id = 1")

    found = review(writer.connection, 7)

    assert "core.facts" not in {answer.question for answer in found.answers}
    assert found.damaged == ("core.facts",)


def test_a_row_that_only_changed_its_place_in_the_index_is_told(writer: Writer, path: Path) -> None:
    taken_in(writer, [whole(7)])
    con = writer.connection
    con.execute("UPDATE answer_fts_data SET block = zeroblob(length(block)) WHERE id > 100")
    close(con)

    assert check(path, None)[0]


@pytest.mark.parametrize("passphrase", [None, PASSPHRASE], ids=["plain", "encrypted"])
@pytest.mark.parametrize(
    ("flips", "number"),
    [(12, 5), pytest.param(600, 19, marks=pytest.mark.long)],
    ids=["12 flips", "600 flips"],
)
def test_row_18_flipped_bits_are_noticed_and_the_rest_comes_out(
    flips: int, number: int, passphrase: str | None, path: Path, tmp_path: Path
) -> None:
    con = create_journal(path, passphrase)
    answers = [typed(f"q{place}", f"{place} word " * 60) for place in range(number * 20)]
    taken_in(
        Writer(con),
        [whole(n + 1, answers=tuple(answers[n * 20 : n * 20 + 20])) for n in range(number)],
    )
    key = con.key
    close(con)
    intact, before = path.read_bytes(), answers_of(path, key)
    chance = random.Random(2718)

    verdicts = [
        judged(flipped(intact, chance), before, key, tmp_path / f"{turn}.db")
        for turn in range(flips)
    ]

    changed = [verdict for verdict in verdicts if verdict.changed]
    noticed = [verdict for verdict in changed if verdict.noticed]
    print(  # noqa: T201 - the figure that the long run is for
        f"\n{flips} flips: {len(changed)} change an answer, {len(noticed)} noticed,"
        f" {sum(v.untouched for v in verdicts)} of {len(verdicts)} with all intact answers out"
    )
    assert len(noticed) >= 0.99 * len(changed)
    assert all(verdict.untouched for verdict in verdicts)
