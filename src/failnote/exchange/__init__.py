"""Exchange: a review as one line of JSON, ``failnote.review/1``, and back.

Only schema, guide, case and date must be there; a key that is not in this table is refused.

    schema                "failnote.review/1"
    masked                "masked, not anonymous", where it is; read and not kept
    invented              true in a line of the demo; read and not kept
    id                    uuid; left out, it is made from the content of the line
    number                short name; kept where it is free in the journal
    case, guide           "maple-lantern-27", "core"
    guide_version         1        guide_digest   which wording, 16 hex digits
    kind                  "frayed", "went-well"
    date                  "2026-03-14", or "2026-03" from a masked export
    offset                "+01:00", where it was written
    state                 "finished", "open"
    started, finished     instants with offset, "2026-03-14T18:05:00+01:00"
    lean                  true: held with --lean
    at                    the question under the cursor of an unfinished review
    context               {"modality": ["cbt"], "setup": "individual"}
    first_sign_session, ended_session      numbers, never dates
    answers               [{question, type, asked, status, value, text, section, export, revision}]
                          status: "answered", "skipped", "cannot-say"; text: the value in words
    marks                 {"contract.how-unclear": true, "sign.away.quieter": false}: ticked, or
                          looked at and not ticked; read in its place: looked, ticked and signs
    plans                 [{id, name, miss, if, then, rehearsed, due, state, parent, revision,
                          follow_ups: [{id, date, state, came_up, did, obstacles, verdict, answers}]}]
    insights              [{id, date, text}]
    supervision_answer, supervision_date
    distilled             date on which the texts were erased
    revision              how often it was written
    others                answers that lost against another process writing at the same time
"""
