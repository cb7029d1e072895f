"""The SQLModel classes and the migrated schema say the same."""

from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.pool import StaticPool
from sqlmodel import SQLModel

import failnote.journal.tables  # noqa: F401 - fills the metadata
from failnote.journal.connection import sqlcipher
from failnote.journal.writing import Writer

NAMES = sorted(SQLModel.metadata.tables)


@pytest.fixture(scope="module")
def modelled() -> Iterator[Any]:
    """A database that the classes made."""
    con = sqlcipher.connect(":memory:", isolation_level=None)
    engine = create_engine("sqlite://", module=sqlcipher, creator=lambda: con, poolclass=StaticPool)
    SQLModel.metadata.create_all(engine)
    yield con
    con.close()


def test_both_have_the_same_tables(writer: Writer) -> None:
    own = writer.connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_fts%' ORDER BY 1"
    )

    assert [name for (name,) in own] == NAMES


@pytest.mark.parametrize("table", NAMES)
def test_a_table_is_the_same_in_both(table: str, modelled: Any, writer: Writer) -> None:
    assert described(modelled, table) == described(writer.connection, table)


def described(con: Any, table: str) -> dict[str, Any]:
    def pragma(name: str, of: str = table) -> list[tuple[Any, ...]]:
        return con.execute(f"SELECT * FROM pragma_{name}(?)", (of,)).fetchall()  # type: ignore[no-any-return]

    columns = {row[1]: (row[2], bool(row[3]), row[4], row[5]) for row in pragma("table_xinfo")}
    references = sorted(row[2:] for row in pragma("foreign_key_list"))
    indexes = sorted(
        (
            "" if origin != "c" else name,
            unique,
            origin,
            partial,
            [column for _, _, column in pragma("index_info", name)],
        )
        for _, name, unique, origin, partial in pragma("index_list")
    )
    kind = con.execute("SELECT wr, strict FROM pragma_table_list(?)", (table,)).fetchone()
    wanted = "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type = 'index' AND sql LIKE ?"
    conditions = [
        sql.split(" ON ", 1)[1].replace('"', "").replace(" ", "").replace("\n", "")
        for (sql,) in con.execute(wanted, (table, "%(%"))
    ]
    return {
        "columns": columns,
        "references": references,
        "indexes": indexes,
        "kind": kind,
        "conditions": sorted(conditions),
    }
