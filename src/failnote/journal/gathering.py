"""Gathering: what patterns needs, in plain SQL.

Of long journals only the latest reviews give replies and texts, so that the work stays bounded.
"""

import json
from collections.abc import Callable, Mapping

from failnote.journal.assembling import as_context, plan_of
from failnote.journal.connection import Connection, rows
from failnote.journal.selecting import CHOSEN, chosen_values
from failnote.patterns.findings import MarkedReview, Marks
from failnote.patterns.later import QUESTIONS as COMPARED
from failnote.patterns.material import Course, PlanMade, Reply, Written
from failnote.patterns.phrases import LATEST as TEXTS
from failnote.patterns.replies import QUESTIONS
from failnote.patterns.report import Beside
from failnote.patterns.reshuffling import LATEST as REPLIES
from failnote.selection import Selection

FEW_TEXTS = 40
"""Reviews whose texts are read for a page that shows only a little of them."""
TOLD_EVERY = 1000
"""Reviews after which it is told how far the reading has come."""


def _silent(_read: int) -> None:
    """Nobody wants to know."""


def marks_of(
    con: Connection, selection: Selection, latest: int = -1, tell: Callable[[int], None] = _silent
) -> list[MarkedReview]:
    """The marks of the chosen reviews, or of the latest of them, oldest first."""
    # Few contexts and few sets of codes come up again and again: each is read once.
    contexts: dict[str, Mapping[str, tuple[str, ...]]] = {}
    looked: dict[str, tuple[str, ...]] = {"": ()}
    found = []
    values = {**chosen_values(selection), "latest": latest}
    for number, case, day, kind, context, marks in rows(con, _MARKED, values):
        if context not in contexts:
            contexts[context] = as_context(json.loads(context))
        codes, _, signs = (marks or "").partition("\n")
        if codes not in looked:
            looked[codes] = tuple(codes.split(" "))
        own = Marks(looked[codes], signs)
        found.append(MarkedReview(number, case, day, kind, contexts[context], own))
        if not len(found) % TOLD_EVERY:
            tell(len(found))
    return found[::-1]


def gathered(con: Connection, selection: Selection, *, in_full: bool = False) -> Beside:
    """Plans, numbers, replies and texts of the chosen reviews; more texts where they are asked for."""
    values = chosen_values(selection)
    latest = {**values, "latest": REPLIES, "questions": json.dumps([*QUESTIONS, *COMPARED])}
    return Beside(
        plans=plans_of(con, selection),
        courses=[Course(*row) for row in rows(con, _COURSES, values)],
        replies=[
            Reply(number, question, asked, bool(cannot_say), text, bool(later))
            for number, question, asked, cannot_say, text, later in rows(con, _REPLIES, latest)
        ],
        written=written_in(con, selection, TEXTS if in_full else FEW_TEXTS),
    )


def plans_of(con: Connection, selection: Selection) -> list[PlanMade]:
    """The plans of the chosen reviews, with what became of them."""
    return [_plan(*row) for row in rows(con, _PLANS, chosen_values(selection))]


def written_in(con: Connection, selection: Selection, latest: int = TEXTS) -> list[Written]:
    """What was typed in the latest of the chosen reviews that frayed, oldest first."""
    values = {**chosen_values(selection), "latest": latest}
    return [Written(*row) for row in rows(con, _WRITTEN, values)]


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


# A string for the codes and one for their ticks: a fifth of the time of a JSON object.
_MARKED = f"""
    SELECT r.number, r.case_code, r.local_date, r.kind,
        (SELECT json_group_array(json_array(c.field, c.value))
            FROM review_context c WHERE c.review_id = r.id),
        (SELECT group_concat(m.code, ' ') || char(10) || group_concat(m.ticked, '')
            FROM mark m WHERE m.review_id = r.id)
    FROM review r WHERE {CHOSEN} ORDER BY r.started_at DESC, r.number DESC LIMIT :latest"""

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
    WITH reply AS MATERIALIZED (
        SELECT r.number, r.started_at, a.question, a.asked, a.status, a.text, a.follow_up_id
        FROM {_LATEST} CROSS JOIN answer a ON a.review_id = r.id
        WHERE a.dormant = 0 AND a.status <> 'skipped' AND a.type NOT IN ('text', 'info'))
    SELECT number, question, asked, status = 'cannot-say', text, follow_up_id IS NOT NULL FROM reply
    WHERE question IN (SELECT value FROM json_each(:questions))
        OR follow_up_id IS NULL
        AND question IN (SELECT question FROM reply WHERE status = 'cannot-say')
    ORDER BY started_at, number, question, follow_up_id"""

_WRITTEN = f"""
    SELECT r.number, a.question, a.text
    FROM {_LATEST} CROSS JOIN answer a ON a.review_id = r.id
    WHERE a.follow_up_id IS NULL AND a.dormant = 0 AND a.type = 'text' AND a.text <> ''
    ORDER BY r.started_at, r.number, a.position"""

_CASELOAD = """
    SELECT period, field, value, count FROM caseload WHERE kind = 'ended'
    ORDER BY period, field, value"""
