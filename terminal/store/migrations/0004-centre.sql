-- Of the centre's packs: number, and the instant from which it stands. What was installed before came from settings.
ALTER TABLE policy_packs ADD COLUMN number INTEGER;
ALTER TABLE policy_packs ADD COLUMN effective INTEGER;

-- A projection: announced deliveries that a goods-in confirmed. No earlier entry names one.
CREATE TABLE deliveries_received (
  delivery_id TEXT PRIMARY KEY,
  seq         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Not projections, from here on: what the centre said.

-- As which till the centre knows this one; the last row counts, and the ones before it were replaced.
CREATE TABLE enrolments (
  number      INTEGER PRIMARY KEY,
  till_id     TEXT NOT NULL UNIQUE,
  public_key  TEXT NOT NULL,
  centre_keys TEXT NOT NULL
) STRICT;

CREATE TABLE pull_cursors (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  feed   INTEGER NOT NULL,
  policy INTEGER NOT NULL
) STRICT;

CREATE TABLE purchases_elsewhere (
  outlet        TEXT    NOT NULL,
  till_id       TEXT    NOT NULL,
  seq           INTEGER NOT NULL,
  holder_key    TEXT    NOT NULL,
  day           TEXT    NOT NULL,
  mask_kind     TEXT    NOT NULL,
  pieces        INTEGER NOT NULL,
  interval_days INTEGER NOT NULL,
  -- The first day on which it hinders nobody any more.
  free_from     TEXT    NOT NULL,
  PRIMARY KEY (outlet, till_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX purchases_elsewhere_by_holder ON purchases_elsewhere (holder_key);
CREATE INDEX purchases_elsewhere_by_end ON purchases_elsewhere (free_from);

CREATE TABLE conflicts (
  conflict_id TEXT PRIMARY KEY,
  earlier     TEXT    NOT NULL,
  later       TEXT    NOT NULL,
  ended       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries_announced (
  delivery_id TEXT PRIMARY KEY,
  day         TEXT    NOT NULL,
  adult       INTEGER NOT NULL,
  child       INTEGER NOT NULL,
  note        TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE messages (
  message_id TEXT PRIMARY KEY,
  at         INTEGER NOT NULL,
  urgency    TEXT    NOT NULL,
  text       TEXT    NOT NULL,
  read       INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
