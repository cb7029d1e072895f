"""Gathering: what patterns needs beside the marks, in plain SQL, and results it may keep.

Of long journals only the latest reviews give replies and texts, so that the work stays bounded.
"""

import json
from collections.abc import Iterator, MutableMapping
from contextlib import suppress

from failnote.journal.assembling import plan_of
from failnote.journal.connection import Connection, SqliteError, rows
from failnote.journal.selecting import CHOSEN, chosen_values
from failnote.patterns.material import Course, PlanMade, Reply, Written
from failnote.patterns.phrases import LATEST as TEXTS
from failnote.patterns.replies import QUESTIONS
from failnote.patterns.report import Beside
from failnote.patterns.reshuffling import LATEST as REPLIES
from failnote.selection import Selection

FEW_TEXTS = 40
"""Reviews whose texts are read for a page that shows only a little of them."""
KEPT = 12
"""Results of long work that a journal keeps."""


def gathered(con: Connection, selection: Selection, *, in_full: bool = False) -> Beside:
    """Plans, numbers, replies and texts of the chosen reviews; more texts where they are asked for."""
    values = chosen_values(selection)
    texts = TEXTS if in_full else FEW_TEXTS
    latest = {**values, "latest": REPLIES, "questions": json.dumps(QUESTIONS)}
    return Beside(
        plans=[_plan(*row) for row in rows(con, _PLANS, values)],
        courses=[Course(*row) for row in rows(con, _COURSES, values)],
        replies=[
            Reply(number, question, asked, bool(cannot_say), text)
            for number, question, asked, cannot_say, text in rows(con, _REPLIES, latest)
        ],
        written=[Written(*row) for row in rows(con, _WRITTEN, {**values, "latest": texts})],
    )


def texts_of(con: Connection, selection: Selection, question: str) -> list[Written]:
    """What was typed at one question in the chosen reviews, oldest first."""
    values = {**chosen_values(selection), "question": question}
    return [Written(*row) for row in rows(con, _ONE_QUESTION, values)]


def _plan(
    number: int,
    ordinal: int,
    looked_back: int,
    came_up: int | None,
    did: int | None,
    obstacles: str,
    *columns: object,
) -> PlanMade:
    plan = plan_of(number, ordinal, columns)
    told = [each for own in json.loads(obstacles) for each in json.loads(own)]
    return PlanMade(
        plan.name,
        number,
        plan.miss,
        plan.if_,
        plan.then,
        plan.state,
        plan.due.isoformat() if plan.due else "",
        looked_back,
        came_up,
        did,
        tuple(dict.fromkeys(told)),
    )


def caseload_of(con: Connection) -> list[tuple[str, str, str, int]]:
    """Period, context field, value and how many ended, in order; all of a period come first."""
    return [(period, field, value, count) for period, field, value, count in rows(con, _CASELOAD)]


class Results(MutableMapping[str, str]):
    """Results that the journal keeps from one look to the next; counts and digests, no words.

    Keeping is a favour: where the journal cannot be written, nothing is kept and nothing said.
    """

    def __init__(self, con: Connection) -> None:
        self._con = con
        self._new: dict[str, str] = {}

    def __getitem__(self, digest: str) -> str:
        """The result; KeyError where it is not known."""
        if digest in self._new:
            return self._new[digest]
        sql = "SELECT body FROM cache WHERE key = :key"
        for (body,) in rows(self._con, sql, {"key": _key(digest)}):
            return str(body)
        raise KeyError(digest)

    def __setitem__(self, digest: str, body: str) -> None:
        """Hold it until ``keep``."""
        self._new[digest] = body

    def __delitem__(self, digest: str) -> None:
        """Forget what was not kept yet."""
        del self._new[digest]

    def __iter__(self) -> Iterator[str]:
        """What was not kept yet."""
        return iter(self._new)

    def __len__(self) -> int:
        """How many were not kept yet."""
        return len(self._new)

    def keep(self) -> None:
        """Write what is new into the journal, if it lets itself be written at once."""
        if not self._new:
            return
        con = self._con
        with suppress(SqliteError):
            # Nobody waits for another process over a favour.
            con.execute("PRAGMA busy_timeout=0").close()
            con.execute("PRAGMA query_only=OFF").close()
            con.execute("BEGIN IMMEDIATE").close()
            for digest, body in self._new.items():
                con.execute(_KEEP, {"key": _key(digest), "digest": digest, "body": body}).close()
            con.execute(_FORGET, {"kept": KEPT}).close()
            con.execute("COMMIT").close()
        with suppress(SqliteError):
            if con.in_transaction:
                con.rollback()
            con.execute("PRAGMA query_only=ON").close()
        self._new.clear()


def _key(digest: str) -> str:
    return f"patterns:{digest}"


_LATEST = f"""
    (SELECT r.id, r.number, r.started_at FROM review r WHERE {CHOSEN} AND r.kind = 'frayed'
    ORDER BY r.started_at DESC, r.number DESC LIMIT :latest) r"""

_PLANS = f"""
    SELECT r.number, p.ordinal,
        (SELECT count(*) FROM follow_up f WHERE f.plan_id = p.id AND f.state = 'finished'),
        (SELECT sum(f.came_up) FROM follow_up f WHERE f.plan_id = p.id),
        (SELECT sum(f.did) FROM follow_up f WHERE f.plan_id = p.id),
        (SELECT json_group_array(f.obstacles) FROM follow_up f WHERE f.plan_id = p.id),
        p.uuid, p.miss, p.if_text, p.then_text, p.rehearsed, p.due, p.state, p.parent_uuid,
        p.revision
    FROM review r CROSS JOIN plan p ON p.review_id = r.id
    WHERE {CHOSEN} ORDER BY r.started_at, r.number, p.ordinal"""

_COURSES = f"""
    SELECT r.number, r.first_sign_session, r.ended_session FROM review r
    WHERE {CHOSEN} AND (r.first_sign_session IS NOT NULL OR r.ended_session IS NOT NULL)
    ORDER BY r.started_at, r.number"""

_REPLIES = f"""
    WITH reply AS (
        SELECT r.number, r.started_at, a.question, a.asked, a.status, a.text
        FROM {_LATEST} CROSS JOIN answer a ON a.review_id = r.id
        WHERE a.follow_up_id IS NULL AND a.dormant = 0 AND a.status <> 'skipped'
            AND a.type NOT IN ('text', 'info'))
    SELECT number, question, asked, status = 'cannot-say', text FROM reply
    WHERE question IN (SELECT question FROM reply WHERE status = 'cannot-say')
        OR question IN (SELECT value FROM json_each(:questions))
    ORDER BY started_at, number, question"""

_WRITTEN = f"""
    SELECT r.number, a.question, a.text
    FROM {_LATEST} CROSS JOIN answer a ON a.review_id = r.id
    WHERE a.follow_up_id IS NULL AND a.dormant = 0 AND a.type = 'text' AND a.text <> ''
    ORDER BY r.started_at, r.number, a.position"""

_ONE_QUESTION = f"""
    SELECT r.number, a.question, a.text
    FROM review r CROSS JOIN answer a ON a.review_id = r.id
    WHERE {CHOSEN} AND a.follow_up_id IS NULL AND a.dormant = 0 AND a.question = :question
        AND a.text <> ''
    ORDER BY r.started_at, r.number"""

_CASELOAD = """
    SELECT period, field, value, count FROM caseload WHERE kind = 'ended'
    ORDER BY period, field, value"""

_KEEP = """
    INSERT INTO cache(key, digest, body) VALUES (:key, :digest, :body)
    ON CONFLICT(key) DO UPDATE SET body = excluded.body"""

_FORGET = """
    DELETE FROM cache WHERE key LIKE 'patterns:%' AND key NOT IN (
        SELECT key FROM cache WHERE key LIKE 'patterns:%' ORDER BY rowid DESC LIMIT :kept)"""
