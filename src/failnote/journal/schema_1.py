"""Schema, step 1: the tables, search indexes and views of the first release."""

_OWN = (
    """CREATE TABLE setting(
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL) STRICT""",
    """CREATE TABLE guide_text( -- every guide that a review was asked from, in full
        digest TEXT NOT NULL PRIMARY KEY,
        guide TEXT NOT NULL,
        version INTEGER NOT NULL,
        title TEXT NOT NULL,
        body TEXT NOT NULL,
        kept_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE code_word( -- the codebook's latest wording of each code
        id TEXT NOT NULL PRIMARY KEY,
        family TEXT NOT NULL,
        area TEXT NOT NULL,
        label TEXT NOT NULL,
        says TEXT NOT NULL,
        own_words INTEGER NOT NULL CHECK(own_words IN (0, 1))) STRICT""",
    """CREATE TABLE term( -- names and places to mask
        id INTEGER NOT NULL PRIMARY KEY,
        term TEXT NOT NULL,
        role TEXT NOT NULL,
        case_code TEXT NOT NULL,
        added_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE caseload( -- how many cases ended, by period and one context field
        period TEXT NOT NULL,
        kind TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        count INTEGER NOT NULL,
        PRIMARY KEY(period, kind, field, value)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE export_log(
        id INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        target TEXT NOT NULL,
        masked INTEGER NOT NULL CHECK(masked IN (0, 1)),
        reviews TEXT NOT NULL CHECK(json_valid(reviews))) STRICT""",
    """CREATE TABLE erasure_log( -- that something was erased, never what it said
        id INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        what TEXT NOT NULL,
        count INTEGER NOT NULL) STRICT""",
    """CREATE TABLE cache(
        key TEXT NOT NULL PRIMARY KEY,
        digest TEXT NOT NULL,
        body TEXT NOT NULL) STRICT""",
)

_CASES = (
    """CREATE TABLE case_card(
        code TEXT NOT NULL PRIMARY KEY,
        hold TEXT NOT NULL, -- date since which nothing of it may be erased, or empty
        revision INTEGER NOT NULL,
        created_at TEXT NOT NULL) STRICT""",
    """CREATE TABLE case_context(
        case_code TEXT NOT NULL REFERENCES case_card(code) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY(case_code, field, value)) STRICT, WITHOUT ROWID""",
)

_REVIEWS = (
    """CREATE TABLE review(
        id INTEGER NOT NULL PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        number INTEGER NOT NULL UNIQUE CHECK(number > 0),
        case_code TEXT NOT NULL REFERENCES case_card(code),
        guide TEXT NOT NULL,
        guide_version INTEGER NOT NULL,
        guide_digest TEXT NOT NULL, -- guide_text.digest, or empty when the guide is not known
        kind TEXT NOT NULL CHECK(kind IN ('frayed', 'went-well')),
        state TEXT NOT NULL CHECK(state IN ('open', 'finished')),
        at TEXT, -- the question under the cursor
        lean INTEGER NOT NULL CHECK(lean IN (0, 1)),
        started_at TEXT NOT NULL, -- UTC; only a day or a month where no more is known
        local_date TEXT NOT NULL,
        utc_offset TEXT NOT NULL,
        finished_at TEXT,
        updated_at TEXT NOT NULL,
        deleted_at TEXT, -- hidden since then; undo brings it back
        first_sign_session INTEGER,
        ended_session INTEGER,
        supervision_answer TEXT NOT NULL,
        supervision_date TEXT NOT NULL,
        distilled TEXT NOT NULL,
        checksum TEXT NOT NULL, -- see failnote's checksum module: 16 hex digits of SHA-256
        revision INTEGER NOT NULL) STRICT""",
    "CREATE INDEX review_started ON review(started_at, number)",
    "CREATE INDEX review_case ON review(case_code)",
    """CREATE TABLE review_context(
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        field TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY(review_id, field, value)) STRICT, WITHOUT ROWID""",
    """CREATE TABLE mark( -- no row: the code was not looked at
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        code TEXT NOT NULL,
        ticked INTEGER NOT NULL CHECK(ticked IN (0, 1)),
        position INTEGER NOT NULL, -- order in the guide
        PRIMARY KEY(review_id, code)) STRICT, WITHOUT ROWID""",
    "CREATE INDEX mark_code ON mark(code, ticked, review_id)",
    """CREATE TABLE insight(
        id INTEGER NOT NULL PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        written_at TEXT NOT NULL,
        local_date TEXT NOT NULL,
        text TEXT NOT NULL,
        checksum TEXT NOT NULL) STRICT""",
    "CREATE INDEX insight_review ON insight(review_id)",
    """CREATE TABLE reminder(
        id INTEGER NOT NULL PRIMARY KEY,
        review_id INTEGER REFERENCES review(id) ON DELETE CASCADE,
        case_code TEXT REFERENCES case_card(code) ON DELETE CASCADE,
        due TEXT NOT NULL,
        done_at TEXT) STRICT""",
    "CREATE INDEX reminder_review ON reminder(review_id)",
    "CREATE INDEX reminder_case ON reminder(case_code)",
    """CREATE TABLE undo_step(
        id INTEGER NOT NULL PRIMARY KEY,
        at TEXT NOT NULL,
        action TEXT NOT NULL,
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        payload TEXT NOT NULL CHECK(json_valid(payload))) STRICT""",
    "CREATE INDEX undo_step_review ON undo_step(review_id)",
)

_PLANS = (
    """CREATE TABLE plan(
        id INTEGER NOT NULL PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        ordinal INTEGER NOT NULL, -- 1 is called 7, 2 is called 7b
        parent_uuid TEXT NOT NULL, -- the plan that this one rewords, or empty
        miss TEXT NOT NULL,
        if_text TEXT NOT NULL,
        then_text TEXT NOT NULL,
        rehearsed TEXT NOT NULL,
        due TEXT,
        state TEXT NOT NULL CHECK(state IN ('open', 'habit', 'retired', 'reworded')),
        created_at TEXT NOT NULL,
        checksum TEXT NOT NULL,
        revision INTEGER NOT NULL,
        UNIQUE(review_id, ordinal)) STRICT""",
    "CREATE INDEX plan_due ON plan(due) WHERE state = 'open'",
    """CREATE TABLE follow_up(
        id INTEGER NOT NULL PRIMARY KEY,
        uuid TEXT NOT NULL UNIQUE,
        plan_id INTEGER NOT NULL REFERENCES plan(id) ON DELETE CASCADE,
        state TEXT NOT NULL CHECK(state IN ('open', 'finished')),
        guide_digest TEXT NOT NULL,
        at TEXT,
        local_date TEXT NOT NULL,
        utc_offset TEXT NOT NULL,
        started_at TEXT NOT NULL,
        finished_at TEXT,
        came_up INTEGER,
        did INTEGER,
        obstacles TEXT NOT NULL CHECK(json_valid(obstacles)),
        verdict TEXT NOT NULL,
        revision INTEGER NOT NULL) STRICT""",
    "CREATE INDEX follow_up_plan ON follow_up(plan_id)",
)

_ANSWERS = (
    """CREATE TABLE answer(
        id INTEGER NOT NULL PRIMARY KEY,
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        follow_up_id INTEGER REFERENCES follow_up(id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        position INTEGER NOT NULL,
        type TEXT NOT NULL,
        section TEXT NOT NULL,
        export TEXT NOT NULL CHECK(export IN ('yes', 'ask', 'no')),
        status TEXT NOT NULL CHECK(status IN ('answered', 'skipped', 'cannot-say')),
        asked TEXT NOT NULL, -- the question as it stood on the screen
        value TEXT CHECK(json_valid(value)),
        text TEXT NOT NULL, -- the value in words as they stood then
        dormant INTEGER NOT NULL CHECK(dormant IN (0, 1)), -- kept, but its branch was closed
        revision INTEGER NOT NULL,
        answered_at TEXT NOT NULL,
        checksum TEXT NOT NULL) STRICT""",
    "CREATE UNIQUE INDEX answer_place ON answer(review_id, ifnull(follow_up_id, 0), question)",
    "CREATE INDEX answer_follow_up ON answer(follow_up_id) WHERE follow_up_id IS NOT NULL",
    """CREATE TABLE answer_past( -- edited: an earlier text; conflict: lost against another process
        id INTEGER NOT NULL PRIMARY KEY,
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        follow_up_id INTEGER REFERENCES follow_up(id) ON DELETE CASCADE,
        question TEXT NOT NULL,
        position INTEGER NOT NULL,
        type TEXT NOT NULL,
        section TEXT NOT NULL,
        export TEXT NOT NULL CHECK(export IN ('yes', 'ask', 'no')),
        status TEXT NOT NULL CHECK(status IN ('answered', 'skipped', 'cannot-say')),
        asked TEXT NOT NULL,
        value TEXT CHECK(json_valid(value)),
        text TEXT NOT NULL,
        revision INTEGER NOT NULL,
        answered_at TEXT NOT NULL,
        superseded_at TEXT NOT NULL,
        reason TEXT NOT NULL CHECK(reason IN ('edited', 'conflict'))) STRICT""",
    "CREATE INDEX answer_past_review ON answer_past(review_id)",
    """CREATE INDEX answer_past_follow_up ON answer_past(follow_up_id)
        WHERE follow_up_id IS NOT NULL""",
    """CREATE TABLE draft( -- half-typed text; follow_up_id 0 when it belongs to the review
        review_id INTEGER NOT NULL REFERENCES review(id) ON DELETE CASCADE,
        follow_up_id INTEGER NOT NULL,
        question TEXT NOT NULL,
        body TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        PRIMARY KEY(review_id, follow_up_id, question)) STRICT, WITHOUT ROWID""",
)


def _searchable(table: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """A full-text index over columns of a table, and the triggers that keep it true."""
    names, new = ", ".join(columns), ", ".join(f"new.{column}" for column in columns)
    old = ", ".join(f"old.{column}" for column in columns)
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in columns)
    add = f"INSERT INTO {table}_fts(rowid, {names}) VALUES (new.id, {new});"
    remove = (
        f"INSERT INTO {table}_fts({table}_fts, rowid, {names}) VALUES ('delete', old.id, {old});"
    )
    return (
        f"""CREATE VIRTUAL TABLE {table}_fts USING fts5({names}, content='{table}',
            content_rowid='id', tokenize='unicode61 remove_diacritics 2')""",
        # Else the words of an erased text stay readable in the index.
        f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('secure-delete', 1)",
        f"CREATE TRIGGER {table}_added AFTER INSERT ON {table} BEGIN {add} END",
        f"CREATE TRIGGER {table}_removed AFTER DELETE ON {table} BEGIN {remove} END",
        f"""CREATE TRIGGER {table}_changed AFTER UPDATE OF {names} ON {table}
            WHEN {changed} BEGIN {remove} {add} END""",
    )


_SEARCH = (
    *_searchable("answer", ("text",)),
    *_searchable("plan", ("if_text", "then_text")),
    *_searchable("insight", ("text",)),
)

# The views are promised to the owner: a column keeps its name and meaning in every release.
_VIEWS = (
    """CREATE VIEW v_review AS SELECT -- one row per review that is not deleted
        r.number,             -- its short name in this journal
        r.case_code,          -- the random code of the case
        r.local_date AS date, -- day on which it was begun, local time
        r.guide, r.guide_version,
        r.kind,               -- frayed, went-well
        r.state,              -- open, finished
        (SELECT c.value FROM review_context c
          WHERE c.review_id = r.id AND c.field = 'ending') AS ending, -- what went wrong
        (SELECT c.value FROM review_context c
          WHERE c.review_id = r.id AND c.field = 'ending_type') AS ending_type, -- how it ended
        r.first_sign_session, -- in about which session the first sign came
        r.ended_session,      -- how many sessions there were
        r.supervision_answer, r.supervision_date,
        r.distilled           -- day on which its texts were erased, or empty
      FROM review r WHERE r.deleted_at IS NULL""",
    """CREATE VIEW v_answer AS SELECT -- one row per reply that is in play
        r.number, r.case_code, r.local_date AS date,
        p.ordinal AS plan,         -- for a reply in a follow-up: of which plan of the review
        f.local_date AS followed_up, -- and on which day; NULL for the review's own replies
        a.position,                -- place in the guide
        a.section, a.question,
        a.asked,                   -- the question as it stood on the screen
        a.type,
        a.status,                  -- answered, skipped, cannot-say
        a.value,                   -- JSON: text, number, option id or a list of option ids
        a.text                     -- the value in words as they stood then
      FROM answer a JOIN review r ON r.id = a.review_id
        LEFT JOIN follow_up f ON f.id = a.follow_up_id LEFT JOIN plan p ON p.id = f.plan_id
      WHERE r.deleted_at IS NULL AND a.dormant = 0""",
    """CREATE VIEW v_mark AS SELECT -- one row per code that was looked at in a review
        r.number, r.case_code, r.local_date AS date, r.kind,
        m.code, w.family, w.area, w.label,
        m.ticked                   -- 1 ticked, 0 looked at and not ticked
      FROM mark m JOIN review r ON r.id = m.review_id LEFT JOIN code_word w ON w.id = m.code
      WHERE r.deleted_at IS NULL""",
    """CREATE VIEW v_plan AS SELECT -- one row per if-then plan
        r.number, p.ordinal, r.case_code, r.local_date AS date,
        p.miss,                    -- the code it answers to, or empty
        p.if_text, p.then_text, p.rehearsed, p.due,
        p.state,                   -- open, habit, retired, reworded
        (SELECT count(*) FROM follow_up f
          WHERE f.plan_id = p.id AND f.state = 'finished') AS follow_ups,
        (SELECT sum(f.came_up) FROM follow_up f WHERE f.plan_id = p.id) AS came_up, -- times
        (SELECT sum(f.did) FROM follow_up f WHERE f.plan_id = p.id) AS did -- times
      FROM plan p JOIN review r ON r.id = p.review_id WHERE r.deleted_at IS NULL""",
)

STEP_1: tuple[str, ...] = (*_OWN, *_CASES, *_REVIEWS, *_PLANS, *_ANSWERS, *_SEARCH, *_VIEWS)
