"""The project file's format, one script a version. A script that was released is never edited again.

``facts`` holds everything an inspector can say, one row a statement: of which photo (0: the whole project),
of what kind ("tag", "threshold", …), about which part of it (``item``, such as a crack's number; "" the
whole), and the value as JSON. Nothing writes it but ``audit``, so that every statement can be undone alike.
"""

VERSION_1 = """
CREATE TABLE groups (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL,
    role TEXT CHECK (role IN ('train', 'held_out'))
);
CREATE TABLE photos (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    path TEXT NOT NULL UNIQUE,
    natural_key TEXT NOT NULL,
    hash TEXT,
    size_bytes INTEGER,
    mtime_ns INTEGER,
    height INTEGER,
    width INTEGER,
    taken TEXT,
    fingerprint INTEGER,
    group_id INTEGER REFERENCES groups (id),
    is_changed INTEGER NOT NULL DEFAULT 0,
    is_missing INTEGER NOT NULL DEFAULT 0,
    error TEXT
);
CREATE INDEX photos_in_natural_order ON photos (natural_key, path);
CREATE INDEX photos_by_hash ON photos (hash);
CREATE INDEX photos_by_group ON photos (group_id);
CREATE TABLE facts (
    photo INTEGER NOT NULL,
    kind TEXT NOT NULL,
    item TEXT NOT NULL DEFAULT '',
    value TEXT NOT NULL,
    PRIMARY KEY (photo, kind, item)
) WITHOUT ROWID;
CREATE INDEX facts_by_kind ON facts (kind, photo, item);
CREATE VIEW tags AS SELECT photo, json_extract(value, '$') AS tag FROM facts WHERE kind = 'tag' AND item = '';
CREATE TABLE audit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    when_utc TEXT NOT NULL,
    who TEXT NOT NULL,
    kind TEXT NOT NULL,
    photos TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone', 'abandoned')),
    undone_utc TEXT,
    undone_by TEXT
);
CREATE INDEX audit_done ON audit (id) WHERE state = 'done';
CREATE INDEX audit_undone ON audit (id) WHERE state = 'undone';
CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE predictions (
    photo INTEGER NOT NULL REFERENCES photos (id) ON DELETE CASCADE,
    model TEXT NOT NULL,
    cache_key TEXT NOT NULL,
    photo_score REAL,
    histogram BLOB,
    error TEXT,
    PRIMARY KEY (photo, model)
) WITHOUT ROWID;
"""

# SQLite's JSON functions are refused in the views of files that are not trusted, and trip over damaged JSON.
VERSION_2 = """
DROP VIEW tags;
CREATE VIEW tags AS SELECT photo, trim(value, '"') AS tag FROM facts WHERE kind = 'tag' AND item = '';
"""

MIGRATIONS: tuple[str, ...] = (VERSION_1, VERSION_2)
"""``MIGRATIONS[n]`` takes a file from version n to n + 1."""
