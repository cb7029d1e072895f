"""Transactions: SQLModel sessions over the one connection, and their errors in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection as SqlConnection
from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlmodel import Session

from failnote.journal.connection import Connection, in_words, sqlcipher
from failnote.journal.keeping import FORGET_PAGES


class Transactions:
    """Makes every change whole or not at all; several can be joined into one."""

    def __init__(self, connection: Connection) -> None:
        self._path = connection.path
        self._open: Session | None = None
        self._engine = create_engine(
            "sqlite://",
            module=sqlcipher,
            creator=lambda: connection,
            poolclass=StaticPool,
            # Else SQLAlchemy's messages carry what was to be written.
            hide_parameters=True,
        )
        event.listen(self._engine, "begin", _begin)

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """A session whose changes are kept when the body ends well; inside another one, with it."""
        if self._open is not None:
            yield self._open
            self._open.flush()
            return
        try:
            with Session(self._engine, expire_on_commit=False) as session, session.begin():
                self._open = session
                yield session
        except DBAPIError as error:
            raise in_words(error.orig, self._path) from None
        except UnicodeDecodeError as error:
            raise in_words(error, self._path) from None
        finally:
            self._open = None


def _begin(connection: SqlConnection) -> None:
    """Take the write lock first: a lock that is taken later can fail in mid-transaction."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql(FORGET_PAGES)
