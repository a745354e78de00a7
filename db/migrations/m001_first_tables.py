"""The tables of the first release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database


def _score(column: str) -> str:
    """A CHECK for 0–100 as plain decimal text; NULL passes."""
    return (
        f"{column} NOT GLOB '*[^0-9.]*' AND {column} GLOB '[0-9]*' AND {column} NOT GLOB '*.*.*' "
        f"AND CAST({column} AS REAL) BETWEEN 0 AND 100"
    )


def _day(column: str) -> str:
    """A CHECK for an ISO date; NULL passes."""
    return f"{column} IS date({column}) AND coalesce({column}, '0001') >= '0001'"


TABLES = (
    """CREATE TABLE office (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    id TEXT NOT NULL CHECK (id <> ''),
    name TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('อบต.', 'เทศบาลตำบล', 'เทศบาลเมือง', 'เทศบาลนคร', 'อบจ.',
        'จังหวัด', 'ส่วนราชการ', 'อื่นๆ')),
    province TEXT NOT NULL,
    district TEXT NOT NULL,
    code TEXT NOT NULL
) STRICT""",
    """CREATE TABLE setting (
    key TEXT PRIMARY KEY NOT NULL,
    value TEXT NOT NULL
) STRICT""",
    """CREATE TABLE catalogue (
    year INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    version TEXT NOT NULL,
    body TEXT NOT NULL
) STRICT""",
    """CREATE TABLE filled_text (
    year INTEGER NOT NULL,
    place TEXT NOT NULL,
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (year, place)
) STRICT""",
    """CREATE TABLE assessment (
    year INTEGER PRIMARY KEY,
    plan_year INTEGER NOT NULL,
    catalogue_id TEXT NOT NULL,
    official_rating TEXT,
    announced_on TEXT NOT NULL DEFAULT '',
    recommendations TEXT NOT NULL DEFAULT ''
) STRICT""",
    """CREATE TABLE respondents (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 0),
    PRIMARY KEY (year, key)
) STRICT""",
    f"""CREATE TABLE question_score (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    code TEXT NOT NULL,
    score TEXT CHECK ({_score("score")}),
    part1 TEXT CHECK ({_score("part1")}),
    part2 TEXT CHECK ({_score("part2")}),
    PRIMARY KEY (year, code),
    CHECK (coalesce(score, part1, part2) IS NOT NULL)
) STRICT""",
    f"""CREATE TABLE official_figure (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    key TEXT NOT NULL,
    value TEXT NOT NULL CHECK ({_score("value")}),
    PRIMARY KEY (year, key)
) STRICT""",
    """CREATE TABLE finding (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    indicator INTEGER,
    issue INTEGER,
    codes TEXT NOT NULL,
    cause TEXT NOT NULL,
    guideline TEXT NOT NULL,
    conclusion TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE measure (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position > 0),
    indicator INTEGER,
    issue INTEGER,
    title TEXT NOT NULL,
    activities TEXT NOT NULL,
    analysis TEXT NOT NULL,
    start_on TEXT CHECK ({_day("start_on")}),
    end_on TEXT CHECK ({_day("end_on")}),
    period_text TEXT NOT NULL,
    responsible TEXT NOT NULL,
    success TEXT NOT NULL,
    target TEXT NOT NULL,
    budget TEXT NOT NULL,
    overseer TEXT NOT NULL
) STRICT""",
    f"""CREATE TABLE measure_step (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    text TEXT NOT NULL,
    start_on TEXT CHECK ({_day("start_on")}),
    end_on TEXT CHECK ({_day("end_on")}),
    unit TEXT NOT NULL,
    PRIMARY KEY (measure_id, line)
) STRICT""",
    """CREATE TABLE measure_unit (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    unit TEXT NOT NULL,
    PRIMARY KEY (measure_id, line)
) STRICT""",
    """CREATE TABLE measure_finding (
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    line INTEGER NOT NULL,
    finding_id INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
    PRIMARY KEY (measure_id, line)
) STRICT""",
    f"""CREATE TABLE round_report (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    measure_id INTEGER NOT NULL REFERENCES measure (id) ON DELETE CASCADE,
    months INTEGER NOT NULL CHECK (months > 0),
    output TEXT NOT NULL,
    outcome TEXT NOT NULL,
    progress TEXT CHECK ({_score("progress")}),
    status TEXT CHECK (status IN ('not_started', 'under_way', 'done', 'cancelled')),
    evidence TEXT NOT NULL,
    obstacles TEXT NOT NULL,
    UNIQUE (measure_id, months)
) STRICT""",
    """CREATE TABLE limitation (
    year INTEGER NOT NULL REFERENCES assessment (year) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (year, position)
) STRICT""",
    """CREATE TABLE form_text (
    year INTEGER NOT NULL,
    form TEXT NOT NULL,
    key TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (year, form, key)
) STRICT""",
    """CREATE TABLE change_log (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key TEXT NOT NULL,
    field TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT""",
    "CREATE INDEX finding_year ON finding (year)",
    "CREATE INDEX measure_year ON measure (year)",
    "CREATE INDEX measure_finding_finding ON measure_finding (finding_id)",
)


def m001_first_tables(db: Database) -> None:
    """Makes every table of the first release."""
    for statement in TABLES:
        db.execute(statement)
