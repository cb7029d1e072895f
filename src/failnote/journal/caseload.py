"""Caseload: how many therapies ended in a period, so that reviews can be seen beside them."""

from collections.abc import Mapping

from failnote.journal.connection import Connection
from failnote.journal.tables import CaseloadRow
from failnote.journal.transactions import Transactions

ENDED = "ended"
"""What is counted."""


def keep_caseload(con: Connection, period: str, counts: Mapping[tuple[str, str], int]) -> None:
    """Keep counts by context field and value, both empty for all; nought takes a count away."""
    with Transactions(con).transaction() as session:
        for (field, value), count in counts.items():
            row = CaseloadRow(period=period, kind=ENDED, field=field, value=value, count=count)
            kept = session.merge(row)
            if not count:
                session.flush()
                session.delete(kept)
