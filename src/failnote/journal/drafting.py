"""Drafting: half-typed text, kept at every key."""

from datetime import datetime

from failnote.journal.cleaning import clean_text
from failnote.journal.connection import Connection, speaking
from failnote.journal.moments import instant
from failnote.review import Review

_KEEP = """
    INSERT INTO draft(review_id, follow_up_id, question, body, touched_at)
    SELECT id, ifnull((SELECT f.id FROM follow_up f WHERE f.uuid = ?), 0), ?, ?, ?
    FROM review WHERE uuid = ?
    ON CONFLICT DO UPDATE SET body = excluded.body, touched_at = excluded.touched_at"""
_DROP = """
    DELETE FROM draft WHERE question = ? AND follow_up_id = 0
      AND review_id = (SELECT id FROM review WHERE uuid = ?)"""


def keep_draft(
    con: Connection, review: Review, question: str, body: str, now: datetime, follow_up: str = ""
) -> None:
    """Keep the text, of a follow-up where its id is given, without waiting for the disk.

    A killed process loses nothing, a power cut at most what came after the last answer.
    """
    with speaking(con.path):
        values = (follow_up, question, clean_text(body), instant(now), review.id)
        con.drafts().execute(_KEEP, values).close()


def drop_draft(con: Connection, review: Review, question: str) -> None:
    """Forget the text of one question."""
    with speaking(con.path):
        con.drafts().execute(_DROP, (question, review.id)).close()
