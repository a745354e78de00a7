CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE TABLE announced (
    batch_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    office TEXT NOT NULL,
    figures TEXT NOT NULL,
    rating TEXT NOT NULL,
    PRIMARY KEY (batch_id, line)
) STRICT;
CREATE TABLE answered_check (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    check_id TEXT NOT NULL CHECK (check_id <> ''),
    place TEXT NOT NULL,
    fingerprint TEXT NOT NULL CHECK (fingerprint <> ''),
    reason TEXT NOT NULL CHECK (reason <> ''),
    answered_on TEXT NOT NULL CHECK (answered_on IS date(answered_on)),
    PRIMARY KEY (year, check_id, place, fingerprint)
) STRICT;
CREATE TABLE assessment (
    year INTEGER PRIMARY KEY,
    plan_year INTEGER NOT NULL,
    catalogue_id TEXT NOT NULL,
    official_rating TEXT,
    announced_on TEXT NOT NULL DEFAULT '',
    recommendations TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE TABLE batch (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    year INTEGER,
    at TEXT NOT NULL,
    label TEXT NOT NULL
) STRICT;
CREATE TABLE catalogue (
    year INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT;
CREATE TABLE change_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE TABLE content (
    digest TEXT PRIMARY KEY NOT NULL CHECK (length(digest) = 64),
    body BLOB NOT NULL
) STRICT;
CREATE TABLE deadline (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    what TEXT NOT NULL,
    day_on TEXT CHECK (day_on IS date(day_on) AND coalesce(day_on, '0001') >= '0001'),
    PRIMARY KEY (year, key)
) STRICT;
CREATE TABLE document (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    form TEXT NOT NULL CHECK (form <> ''),
    number TEXT NOT NULL,
    day_on TEXT CHECK (day_on IS date(day_on) AND coalesce(day_on, '0001') >= '0001'),
    state TEXT NOT NULL CHECK (state IN ('draft', 'submitted', 'signed', 'published')),
    published_on TEXT CHECK (published_on IS date(published_on) AND coalesce(published_on, '0001') >= '0001'),
    url TEXT NOT NULL
) STRICT;
CREATE TABLE document_field (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    key TEXT NOT NULL CHECK (key <> ''),
    text TEXT NOT NULL,
    PRIMARY KEY (document_id, key)
) STRICT;
CREATE TABLE document_signatory (
    document_id INTEGER NOT NULL REFERENCES document (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    rank TEXT NOT NULL,
    position TEXT NOT NULL,
    acting TEXT NOT NULL,
    PRIMARY KEY (document_id, line)
) STRICT;
CREATE TABLE expected_office (
    batch_id INTEGER NOT NULL,
    line INTEGER NOT NULL,
    office TEXT NOT NULL,
    PRIMARY KEY (batch_id, line)
) STRICT;
CREATE TABLE filled_text (
    year INTEGER NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (year, place)
) STRICT;
CREATE TABLE finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    indicator INTEGER,
    issue INTEGER,
    codes TEXT NOT NULL,
    cause TEXT NOT NULL,
    guideline TEXT NOT NULL,
    conclusion TEXT NOT NULL
) STRICT;
CREATE TABLE form_text (
    year INTEGER NOT NULL,
    form TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (year, form, key)
) STRICT;
CREATE TABLE kept_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    role TEXT NOT NULL CHECK (role <> ''),
    name TEXT NOT NULL,
    media TEXT NOT NULL,
    size INTEGER NOT NULL CHECK (size >= 0),
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    year INTEGER REFERENCES assessment (year) ON DELETE CASCADE,
    document_id INTEGER REFERENCES document (id) ON DELETE CASCADE,
    measure_id INTEGER REFERENCES measure (id) ON DELETE CASCADE,
    months INTEGER CHECK (months > 0),
    caption TEXT NOT NULL,
    note TEXT NOT NULL,
    path TEXT NOT NULL
) STRICT;
CREATE TABLE limitation (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (year, position)
) STRICT;
CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position > 0),
    indicator INTEGER,
    issue INTEGER,
    title TEXT NOT NULL,
    activities TEXT NOT NULL,
    analysis TEXT NOT NULL,
    start_on TEXT CHECK (start_on IS date(start_on) AND coalesce(start_on, '0001') >= '0001'),
    end_on TEXT CHECK (end_on IS date(end_on) AND coalesce(end_on, '0001') >= '0001'),
    period_text TEXT NOT NULL,
    responsible TEXT NOT NULL,
    success TEXT NOT NULL,
    target TEXT NOT NULL,
    budget TEXT NOT NULL,
    overseer TEXT NOT NULL
) STRICT;
CREATE TABLE measure_finding (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    PRIMARY KEY (measure_id, line)
) STRICT;
CREATE TABLE measure_step (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    start_on TEXT CHECK (start_on IS date(start_on) AND coalesce(start_on, '0001') >= '0001'),
    end_on TEXT CHECK (end_on IS date(end_on) AND coalesce(end_on, '0001') >= '0001'),
    unit TEXT NOT NULL,
    PRIMARY KEY (measure_id, line)
) STRICT;
CREATE TABLE measure_unit (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (measure_id, line)
) STRICT;
CREATE TABLE office (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL CHECK (id <> ''),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('อบต.', 'เทศบาลตำบล', 'เทศบาลเมือง', 'เทศบาลนคร', 'อบจ.',
        'จังหวัด', 'ส่วนราชการ', 'อื่นๆ')),
    province TEXT NOT NULL,
    district TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT;
CREATE TABLE official_figure (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL CHECK (value NOT GLOB '*[^0-9.]*' AND value GLOB '[0-9]*' AND value NOT GLOB '*.*.*' AND CAST(value AS REAL) BETWEEN 0 AND 100),
    PRIMARY KEY (year, key)
) STRICT;
CREATE TABLE oit_entry (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (code <> ''),
    answer INTEGER CHECK (answer IN (0, 1)),
    explanation TEXT NOT NULL,
    unit TEXT NOT NULL,
    checked_on TEXT CHECK (
        checked_on IS date(checked_on) AND coalesce(checked_on, '0001') >= '0001'
    ),
    PRIMARY KEY (year, code)
) STRICT;
CREATE TABLE oit_url (
    year INTEGER NOT NULL,
    code TEXT NOT NULL,
    line INTEGER NOT NULL,
    url TEXT NOT NULL,
    PRIMARY KEY (year, code, line),
    FOREIGN KEY (year, code) REFERENCES oit_entry (year, code) ON DELETE CASCADE
) STRICT;
CREATE TABLE phrase (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL CHECK (kind <> ''),
    year INTEGER,
    code TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    uses INTEGER NOT NULL CHECK (uses >= 0),
    UNIQUE (kind, text)
) STRICT;
CREATE TABLE plan_round (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    months INTEGER NOT NULL CHECK (months > 0),
    PRIMARY KEY (year, line)
) STRICT;
CREATE TABLE question_score (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL,
    score TEXT CHECK (score NOT GLOB '*[^0-9.]*' AND score GLOB '[0-9]*' AND score NOT GLOB '*.*.*' AND CAST(score AS REAL) BETWEEN 0 AND 100),
    part1 TEXT CHECK (part1 NOT GLOB '*[^0-9.]*' AND part1 GLOB '[0-9]*' AND part1 NOT GLOB '*.*.*' AND CAST(part1 AS REAL) BETWEEN 0 AND 100),
    part2 TEXT CHECK (part2 NOT GLOB '*[^0-9.]*' AND part2 GLOB '[0-9]*' AND part2 NOT GLOB '*.*.*' AND CAST(part2 AS REAL) BETWEEN 0 AND 100),
    PRIMARY KEY (year, code),
    CHECK (coalesce(score, part1, part2) IS NOT NULL)
) STRICT;
CREATE TABLE received (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    batch_id INTEGER NOT NULL,
    year INTEGER NOT NULL,
    key TEXT NOT NULL CHECK (key <> ''),
    office TEXT NOT NULL,
    file TEXT NOT NULL,
    digest TEXT NOT NULL,
    figures TEXT NOT NULL,
    rating TEXT NOT NULL,
    complete INTEGER NOT NULL CHECK (complete IN (0, 1)),
    edited INTEGER CHECK (edited IN (0, 1)),
    measures INTEGER NOT NULL,
    program TEXT NOT NULL,
    layout_id INTEGER NOT NULL,
    scores BLOB NOT NULL
, rounds TEXT NOT NULL DEFAULT '[]') STRICT;
CREATE TABLE received_body (
    received_id INTEGER PRIMARY KEY,
    body BLOB NOT NULL
) STRICT;
CREATE TABLE respondents (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (year, key)
) STRICT;
CREATE TABLE round_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    months INTEGER NOT NULL CHECK (months > 0),
    output TEXT NOT NULL,
    outcome TEXT NOT NULL,
    progress TEXT CHECK (progress NOT GLOB '*[^0-9.]*' AND progress GLOB '[0-9]*' AND progress NOT GLOB '*.*.*' AND CAST(progress AS REAL) BETWEEN 0 AND 100),
    status TEXT CHECK (status IN ('not_started', 'under_way', 'done', 'cancelled')),
    evidence TEXT NOT NULL,
    obstacles TEXT NOT NULL,
    UNIQUE (measure_id, months)
) STRICT;
CREATE TABLE score_layout (
    id INTEGER PRIMARY KEY,
    codes TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE score_note (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (code <> ''),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (year, code)
) STRICT;
CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT;
CREATE TABLE sqlite_sequence(name,seq);
CREATE TABLE standing (
    year INTEGER NOT NULL,
    key TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('received', 'returned', 'accepted')),
    remark TEXT NOT NULL,
    PRIMARY KEY (year, key)
) STRICT;
CREATE TABLE unit_sheet (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    months INTEGER NOT NULL CHECK (months > 0),
    unit TEXT NOT NULL CHECK (unit <> ''),
    sent_on TEXT CHECK (sent_on IS date(sent_on) AND coalesce(sent_on, '0001') >= '0001'),
    back_on TEXT CHECK (back_on IS date(back_on) AND coalesce(back_on, '0001') >= '0001'),
    PRIMARY KEY (year, months, unit)
) STRICT;
CREATE INDEX document_year ON document (year);
CREATE INDEX finding_year ON finding (year);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX kept_file_document ON kept_file (document_id);
CREATE INDEX kept_file_measure ON kept_file (measure_id);
CREATE INDEX kept_file_year ON kept_file (year);
CREATE INDEX measure_finding_finding ON measure_finding (finding_id);
CREATE INDEX measure_year ON measure (year);
CREATE INDEX received_batch ON received (batch_id);
CREATE INDEX received_place ON received (year, key, batch_id, id);
