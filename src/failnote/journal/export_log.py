"""Export log: what left the journal, so that erasing can name what is out of its reach."""

import json
from collections.abc import Iterable
from contextlib import closing, suppress
from datetime import datetime

from failnote.errors import JournalError
from failnote.journal.cleaning import clean_text
from failnote.journal.connection import WRITING, Connection, connect, prepared, speaking
from failnote.journal.moments import instant

_NOTE = "INSERT INTO export_log(at, what, target, masked, reviews) VALUES (?, ?, ?, ?, ?)"


def let_notes_in(con: Connection) -> None:
    """See to it that an export can be noted while ``con`` reads.

    A file that was made anew has no log until it is written to, and then readers keep writers out.
    """
    with suppress(JournalError), speaking(con.path):
        prepared(connect(con.path, con.key), WRITING).close()


def note_export(
    con: Connection, *, what: str, target: str, masked: bool, reviews: Iterable[int], now: datetime
) -> None:
    """Note an export over a second connection, because reading commands cannot write.

    A journal on read-only media takes no note; the export is not held back for that.
    """
    values = (instant(now), what, clean_text(target), int(masked), json.dumps(list(reviews)))
    with (
        suppress(JournalError),
        speaking(con.path),
        closing(prepared(connect(con.path, con.key), WRITING)) as second,
    ):
        second.execute(_NOTE, values).close()
