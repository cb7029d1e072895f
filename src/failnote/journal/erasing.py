"""Erasing: reviews taken out of every page of the file, or their texts alone.

In plain SQL on one connection: what the models would read into memory is what is to be gone.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import NamedTuple

from failnote.errors import JournalError
from failnote.journal.checksum import CONTENT, seal
from failnote.journal.connection import Connection, rows, speaking
from failnote.journal.moments import instant
from failnote.journal.swapping import empty_the_log

LAST_NUMBER = "last-number"
"""The setting that keeps the number of an erased review from being given again."""
_INDEXES = ("answer", "plan", "insight")


class Erasable(NamedTuple):
    """One review that would be erased."""

    id: int
    number: int
    date: str
    case: str
    state: str


class Written(NamedTuple):
    """An export that left the journal, out of reach of any erasing."""

    date: str
    what: str
    target: str
    masked: bool
    reviews: tuple[int, ...]


def erasable(
    con: Connection,
    *,
    case: str = "",
    until: date | None = None,
    deleted: bool = False,
    numbers: Iterable[int] = (),
) -> tuple[list[Erasable], list[str]]:
    """The reviews that are meant, deleted ones too, and the cases among them that are held.

    What is held is not among the reviews.
    """
    wanted = {
        "case": case,
        "until": until.isoformat() if until else None,
        "deleted": deleted,
        "numbers": json.dumps(list(numbers)) if numbers else None,
    }
    found: list[Erasable] = []
    held: dict[str, None] = {}
    for hold, *columns in rows(con, _MEANT, wanted):
        each = Erasable._make(columns)
        if hold:
            held[each.case] = None
        else:
            found.append(each)
    return found, list(held)


def exports_of(con: Connection, numbers: Iterable[int]) -> list[Written]:
    """The exports in which any of these reviews left, oldest first."""
    wanted = set(numbers)
    return [
        Written(at[:10], what, target, bool(masked), tuple(sorted(wanted & left)))
        for at, what, target, masked, body in rows(con, _EXPORTS)
        if wanted & (left := set(json.loads(body)))
    ]


def purge(con: Connection, reviews: Iterable[Erasable], how: str, now: datetime) -> bool:
    """Erase reviews and all that belongs to them, everywhere in the file.

    False when another process is reading just then: the log beside the journal then still holds
    old pages, until the last failnote ends. JournalError when one of the cases was put on hold.
    """
    chosen = list(reviews)
    with _whole(con):
        _refuse_held(con, chosen)
        (last,) = con.execute(_HIGHEST).fetchone()
        con.execute(_KEEP_SETTING, (LAST_NUMBER, str(last))).close()
        for each in chosen:
            con.execute("DELETE FROM review WHERE id = ?", (each.id,)).close()
        _end_cases(con, {each.case for each in chosen})
        _shorten_exports(con, {each.number for each in chosen})
        con.execute("DELETE FROM cache").close()
        con.execute(_LOG, (instant(now), f"purge {how}", len(chosen))).close()
    return _leave_nothing(con)


def purge_all(con: Connection, reviews: Iterable[Erasable], now: datetime) -> bool:
    """Erase every review, case, term and export note; what ``purge`` says holds here too."""
    done = purge(con, reviews, "all", now)
    (left,) = con.execute("SELECT count(*) FROM review").fetchone()
    if left:  # held ones
        return done
    with _whole(con):
        for table in _OWN:
            con.execute(f"DELETE FROM {table}").close()
    return _leave_nothing(con)


def distil(con: Connection, reviews: Iterable[Erasable], now: datetime) -> bool:
    """Erase what was typed in these reviews; codes, plans and the question stay.

    As for ``purge``: False while another process reads, JournalError for a hold.
    """
    chosen = list(reviews)
    with _whole(con):
        _refuse_held(con, chosen)
        for each in chosen:
            _distil(con, each.id, now)
        con.execute("DELETE FROM cache").close()
        con.execute(_LOG, (instant(now), "distil", len(chosen))).close()
    return _leave_nothing(con)


def _distil(con: Connection, review: int, now: datetime) -> None:
    for table in ("answer_past", "draft", "insight", "undo_step"):
        con.execute(f"DELETE FROM {table} WHERE review_id = ?", (review,)).close()
    con.execute(_EMPTY_ANSWERS, (review,)).close()
    day = now.date().isoformat()
    con.execute(_EMPTY_REVIEW, (day, instant(now), review)).close()
    _seal_again(con, "answer", review)
    _seal_again(con, "review", review)


def _seal_again(con: Connection, table: str, review: int) -> None:
    columns = CONTENT[table]
    owner = "id" if table == "review" else "review_id"
    sql = f"SELECT id, {', '.join(columns)} FROM {table} WHERE {owner} = ?"
    for number, *values in con.execute(sql, (review,)).fetchall():
        changed = f"UPDATE {table} SET checksum = ? WHERE id = ?"
        con.execute(changed, (seal(tuple(values)), number)).close()


@contextmanager
def _whole(con: Connection) -> Iterator[None]:
    con.end_drafts()
    with speaking(con.path):
        con.execute("BEGIN IMMEDIATE").close()
        try:
            yield
            con.execute("COMMIT").close()
        except BaseException:
            con.execute("ROLLBACK").close()
            raise


def _refuse_held(con: Connection, chosen: Iterable[Erasable]) -> None:
    for code in sorted({each.case for each in chosen}):
        if con.execute("SELECT 1 FROM case_card WHERE code = ? AND hold <> ''", (code,)).fetchone():
            message = f"Case {code} is on hold; nothing was erased."
            raise JournalError(message)


def _end_cases(con: Connection, cases: Iterable[str]) -> None:
    """Take away what is known of cases that have no review any more."""
    for code in cases:
        if con.execute("SELECT 1 FROM review WHERE case_code = ?", (code,)).fetchone() is None:
            con.execute("DELETE FROM term WHERE case_code = ?", (code,)).close()
            con.execute("DELETE FROM case_card WHERE code = ?", (code,)).close()


def _shorten_exports(con: Connection, numbers: set[int]) -> None:
    """Let the export log forget the erased reviews, and exports that held nothing else."""
    for key, body in con.execute("SELECT id, reviews FROM export_log").fetchall():
        before = json.loads(body)
        after = [number for number in before if number not in numbers]
        if not after:
            con.execute("DELETE FROM export_log WHERE id = ?", (key,)).close()
        elif after != before:
            con.execute(
                "UPDATE export_log SET reviews = ? WHERE id = ?", (json.dumps(after), key)
            ).close()


def _leave_nothing(con: Connection) -> bool:
    """Make the search index and every page anew, and empty the log."""
    with speaking(con.path):
        for table in _INDEXES:
            con.execute(f"INSERT INTO {table}_fts({table}_fts) VALUES ('rebuild')").close()
        con.execute("VACUUM").close()
    return empty_the_log(con)


_MEANT = """
    SELECT k.hold, r.id, r.number, r.local_date, r.case_code, r.state
    FROM review r JOIN case_card k ON k.code = r.case_code
    WHERE (:case = '' OR r.case_code = :case)
      AND (:until IS NULL OR r.local_date <= substr(:until, 1, length(r.local_date)))
      AND (NOT :deleted OR r.deleted_at IS NOT NULL)
      AND (:numbers IS NULL OR r.number IN (SELECT value FROM json_each(:numbers)))
    ORDER BY r.number"""
_EXPORTS = "SELECT at, what, target, masked, reviews FROM export_log ORDER BY id"
_HIGHEST = f"""
    SELECT max(ifnull((SELECT max(number) FROM review), 0),
      ifnull((SELECT CAST(value AS INTEGER) FROM setting WHERE key = '{LAST_NUMBER}'), 0))"""
_KEEP_SETTING = """
    INSERT INTO setting(key, value) VALUES (?, ?)
    ON CONFLICT DO UPDATE SET value = excluded.value"""
_LOG = "INSERT INTO erasure_log(at, what, count) VALUES (?, ?, ?)"
_OWN = ("case_card", "reminder", "term", "export_log", "caseload", "guide_text", "code_word")

# The question for supervision is what the review was for; the plan stands in its own table.
_EMPTY_ANSWERS = """
    UPDATE answer SET value = NULL, text = '' WHERE review_id = ? AND type = 'text'
      AND NOT (question LIKE '%.question' AND follow_up_id IS NULL)"""
_EMPTY_REVIEW = """
    UPDATE review SET distilled = ?, supervision_answer = '', supervision_date = '', updated_at = ?,
      revision = revision + 1 WHERE id = ?"""
