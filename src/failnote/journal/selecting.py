"""Selecting: a selection of reviews as one fixed condition and its bound values."""

import json

from failnote.selection import Selection

CHOSEN = """
    r.deleted_at IS NULL
    AND (NOT :finished_only OR r.state = 'finished')
    AND (:numbers IS NULL OR r.number IN (SELECT value FROM json_each(:numbers)))
    AND (:since IS NULL OR r.local_date >= substr(:since, 1, length(r.local_date)))
    AND (:until IS NULL OR r.local_date <= substr(:until, 1, length(r.local_date)))
    AND (:cases IS NULL OR r.case_code IN (SELECT value FROM json_each(:cases)))
    AND (:guides IS NULL OR r.guide IN (SELECT value FROM json_each(:guides)))
    AND (:kind = '' OR r.kind = :kind)
    AND (:misses IS NULL OR EXISTS (
        SELECT 1 FROM mark m JOIN json_each(:misses) j LEFT JOIN code_word w ON w.id = m.code
        WHERE m.review_id = r.id AND m.ticked = 1 AND (
            m.code = j.value
            OR w.area || '.*' = j.value
            OR substr(m.code, 1, length(j.value) - 1) || '*' = j.value)))
    AND (:fields IS NULL OR NOT EXISTS (
        SELECT 1 FROM json_each(:fields) j WHERE NOT EXISTS (
            SELECT 1 FROM review_context c
            WHERE c.review_id = r.id AND c.field = j.key AND c.value = j.value)))
"""
"""Holds for the chosen rows of ``review r``. A month without a day counts from its first day to
its last: it is in every period that touches it."""


def chosen_values(selection: Selection) -> dict[str, object]:
    """What ``CHOSEN`` is bound to; NULL where a filter was not given."""
    fields = dict(selection.where)
    if selection.ending:
        fields["ending"] = selection.ending
    return {
        "finished_only": selection.finished_only,
        "numbers": _listed(selection.numbers),
        "since": selection.since.isoformat() if selection.since else None,
        "until": selection.until.isoformat() if selection.until else None,
        "cases": _listed(selection.cases),
        "guides": _listed(selection.guides),
        "kind": selection.kind,
        "misses": _listed(selection.misses),
        "fields": json.dumps(fields) if fields else None,
    }


def _listed(values: tuple[object, ...]) -> str | None:
    return json.dumps(values) if values else None
