"""The owner's own SELECT: on the documented views, and without any way to write."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from failnote.errors import UsageError
from failnote.journal.connection import Connection, SqliteError, connect
from failnote.journal.opening import close, create_journal
from failnote.journal.querying import query, views
from failnote.journal.writing import Writer
from journal.invented import PASSPHRASE, taken_in, whole

REFUSED = {
    "a table": "SELECT text FROM answer",
    "a row id": "SELECT rowid FROM term",
    "the search index": "SELECT * FROM answer_fts",
    "the schema": "SELECT sql FROM sqlite_master",
    "drafts": "SELECT * FROM v_review JOIN draft",
    "terms below": "SELECT (SELECT term FROM term) FROM v_review",
    "a common table": "WITH t AS (SELECT term FROM term) SELECT * FROM t",
    "insert": "INSERT INTO setting VALUES ('a', 'b')",
    "insert into a view": "INSERT INTO v_review(number) VALUES (1)",
    "update": "UPDATE review SET number = 9",
    "delete": "DELETE FROM review",
    "drop": "DROP VIEW v_plan",
    "create": "CREATE TABLE x(y)",
    "a temporary table": "CREATE TEMP TABLE x AS SELECT * FROM v_answer",
    "attach": "ATTACH 'x.db' AS x",
    "a pragma": "PRAGMA query_only = OFF",
    "a pragma as a table": "SELECT * FROM pragma_table_info('term')",
    "a new key": "PRAGMA rekey = 'x'",
    "vacuum": "VACUUM INTO 'x.db'",
    "begin": "BEGIN IMMEDIATE",
    "an extension": "SELECT load_extension('x')",
    "an export": "SELECT sqlcipher_export('main')",
    "two statements": "SELECT 1 FROM v_review; DELETE FROM review",
    "nothing": "",
    "nonsense": "SELEKT",
}


@pytest.fixture(scope="module", params=[None, PASSPHRASE], ids=["plain", "encrypted"])
def journal(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Writer]:
    """Two reviews; no test changes anything."""
    con = create_journal(tmp_path_factory.mktemp("querying") / "journal.db", request.param)
    taken_in(Writer(con), [whole(7), whole(8)])
    yield Writer(con)
    close(con)


def test_a_select_gives_columns_and_rows(journal: Writer) -> None:
    columns, rows = query(
        journal.connection, "SELECT number, count(*) AS n FROM v_answer GROUP BY number ORDER BY 1"
    )

    assert columns == ("number", "n")
    assert [row[0] for row in rows] == [7, 8]


@pytest.mark.parametrize("view", ["v_review", "v_answer", "v_mark", "v_plan"])
def test_every_view_can_be_asked(view: str, journal: Writer) -> None:
    assert len(list(query(journal.connection, f"SELECT * FROM {view}").rows)) >= 2


def test_views_are_described_with_their_columns(journal: Writer) -> None:
    found = {view.name: view.columns for view in views(journal.connection)}

    assert sorted(found) == ["v_answer", "v_mark", "v_plan", "v_review"]
    assert found["v_mark"][0] == "number"


@pytest.mark.parametrize("sql", REFUSED.values(), ids=REFUSED)
def test_anything_else_is_refused_in_a_sentence_and_changes_nothing(
    sql: str, journal: Writer, tmp_path: Path
) -> None:
    before = journal.connection.execute("PRAGMA data_version").fetchone()

    with pytest.raises(UsageError):
        list(query(journal.connection, sql).rows)

    assert journal.connection.execute("PRAGMA data_version").fetchone() == before
    assert not (tmp_path / "x.db").exists()


def test_without_its_guard_the_connection_still_cannot_write(journal: Writer) -> None:
    con = connect(journal.connection.path, journal.connection.key, "mode=ro")

    with pytest.raises(SqliteError, match="readonly"):
        con.execute("DELETE FROM review")
    con.close()


def test_it_is_opened_to_be_read_only(journal: Writer, monkeypatch: pytest.MonkeyPatch) -> None:
    modes = []

    def noted(path: Path, key: bytes | None, mode: str) -> Connection:
        modes.append(mode)
        return connect(path, key, mode)

    monkeypatch.setattr("failnote.journal.querying.connect", noted)

    list(query(journal.connection, "SELECT 1 FROM v_review").rows)

    assert modes == ["mode=ro"]
