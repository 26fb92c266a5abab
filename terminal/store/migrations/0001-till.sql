-- The truth: one line for everything that happened. Nothing is ever changed or taken out.
CREATE TABLE journal (
  seq           INTEGER PRIMARY KEY,
  at            INTEGER NOT NULL,
  fact          TEXT    NOT NULL,
  previous_hash TEXT    NOT NULL,
  hash          TEXT    NOT NULL
) STRICT;

CREATE TRIGGER journal_is_never_changed BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

CREATE TRIGGER journal_is_never_shortened BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

-- Projections: each can be rebuilt from the journal, and `verify` does so and compares.
CREATE TABLE sales (
  seq            INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  visit_id       TEXT    NOT NULL UNIQUE,
  receipt_number TEXT    NOT NULL UNIQUE,
  day            TEXT    NOT NULL,
  holder_key     TEXT    NOT NULL,
  last_three     TEXT    NOT NULL,
  mask_kind      TEXT    NOT NULL,
  pieces         INTEGER NOT NULL,
  unit_price     INTEGER NOT NULL,
  interval_days  INTEGER NOT NULL,
  hash           TEXT    NOT NULL
) STRICT;
CREATE INDEX sales_by_holder ON sales (holder_key, day);

CREATE TABLE stock (
  mask_kind TEXT PRIMARY KEY,
  on_sale   INTEGER NOT NULL CHECK (on_sale >= 0)
) STRICT, WITHOUT ROWID;
INSERT INTO stock VALUES ('adult', 0), ('child', 0);

CREATE TABLE policy_packs (
  seq  INTEGER PRIMARY KEY,
  pack TEXT NOT NULL
) STRICT;

CREATE TABLE receipt_copies (
  receipt_number TEXT PRIMARY KEY,
  copies         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE commands_done (
  command_id TEXT PRIMARY KEY,
  seq        INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Not a projection: what the printer did with each slip is the device's story and not part of the truth.
CREATE TABLE print_jobs (
  id             INTEGER PRIMARY KEY,
  receipt_number TEXT    NOT NULL,
  copy           INTEGER NOT NULL,
  state          TEXT    NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'doubtful', 'abandoned')),
  UNIQUE (receipt_number, copy)
) STRICT;
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state IN ('queued', 'sending', 'doubtful');
