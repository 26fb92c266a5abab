-- Projections are made anew from the journal after this step, so nothing of them has to be carried over.
DROP TABLE sales;
DROP TABLE stock;
DROP TABLE receipt_copies;
DELETE FROM policy_packs;
DELETE FROM commands_done;

CREATE TABLE sales (
  seq            INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  -- When the masks were handed over: earlier than `at` for a paper form.
  sold_at        INTEGER NOT NULL,
  visit_id       TEXT    NOT NULL,
  receipt_number TEXT    NOT NULL,
  day            TEXT    NOT NULL,
  holder_key     TEXT    NOT NULL,
  last_three     TEXT    NOT NULL,
  mask_kind      TEXT    NOT NULL,
  pieces         INTEGER NOT NULL,
  unit_price     INTEGER NOT NULL,
  interval_days  INTEGER NOT NULL,
  role           TEXT    NOT NULL,
  identified_by  TEXT    NOT NULL,
  form_line      TEXT,
  contested      TEXT,
  ticket_id      TEXT,
  operator_id    TEXT,
  hash           TEXT    NOT NULL,
  voided         INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX sales_by_holder ON sales (holder_key, day);
CREATE INDEX sales_by_visit ON sales (visit_id);
-- A receipt's number begins with its day, so this finds a day's sales as well.
CREATE INDEX sales_by_receipt ON sales (receipt_number);

CREATE INDEX sales_by_paper ON sales (sold_at) WHERE form_line IS NOT NULL;

CREATE TABLE voids (
  receipt_number TEXT PRIMARY KEY,
  seq            INTEGER NOT NULL,
  at             INTEGER NOT NULL,
  day            TEXT    NOT NULL,
  reason         TEXT    NOT NULL,
  note           TEXT    NOT NULL,
  operator_id    TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX voids_by_day ON voids (day);

CREATE TABLE stock (
  mask_kind TEXT PRIMARY KEY,
  on_hand   INTEGER NOT NULL CHECK (on_hand >= 0),
  promised  INTEGER NOT NULL CHECK (promised >= 0),
  defective INTEGER NOT NULL CHECK (defective >= 0),
  CHECK (promised <= on_hand)
) STRICT, WITHOUT ROWID;
INSERT INTO stock VALUES ('adult', 0, 0, 0), ('child', 0, 0, 0);

-- Goods that go on sale on a later day; they join `on_hand` with the first entry of that day.
CREATE TABLE lots (
  seq          INTEGER NOT NULL,
  mask_kind    TEXT    NOT NULL,
  on_sale_from TEXT    NOT NULL,
  pieces       INTEGER NOT NULL CHECK (pieces > 0),
  PRIMARY KEY (seq, mask_kind)
) STRICT, WITHOUT ROWID;

-- What moved the stock other than sales.
CREATE TABLE stock_events (
  seq            INTEGER PRIMARY KEY,
  at             INTEGER NOT NULL,
  day            TEXT    NOT NULL,
  what           TEXT    NOT NULL,
  adult          INTEGER NOT NULL,
  child          INTEGER NOT NULL,
  detail         TEXT    NOT NULL,
  expected_adult INTEGER,
  expected_child INTEGER,
  note           TEXT    NOT NULL,
  operator_id    TEXT
) STRICT;
CREATE INDEX stock_events_by_day ON stock_events (day);

CREATE TABLE ticket_sessions (
  session_id    TEXT PRIMARY KEY,
  day           TEXT    NOT NULL,
  hand_out_from TEXT    NOT NULL,
  pick_up_from  TEXT    NOT NULL,
  pick_up_until TEXT    NOT NULL,
  adult_sets    INTEGER NOT NULL,
  child_sets    INTEGER NOT NULL,
  card_check    INTEGER NOT NULL,
  lapsed        INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE tickets (
  ticket_id  TEXT PRIMARY KEY,
  session_id TEXT    NOT NULL,
  number     INTEGER NOT NULL,
  mask_kind  TEXT    NOT NULL,
  pieces     INTEGER NOT NULL,
  holder_key TEXT,
  state      TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  UNIQUE (session_id, mask_kind, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE operators (
  operator_id  TEXT PRIMARY KEY,
  name         TEXT    NOT NULL,
  role         TEXT    NOT NULL,
  active       INTEGER NOT NULL,
  locked_until INTEGER
) STRICT, WITHOUT ROWID;

-- Facts of which only the latest of each kind counts: the outlet, the selling state, the hours, the number called.
CREATE TABLE latest_facts (
  kind TEXT PRIMARY KEY,
  seq  INTEGER NOT NULL,
  at   INTEGER NOT NULL,
  fact TEXT    NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE day_closes (
  day    TEXT    NOT NULL,
  number INTEGER NOT NULL,
  seq    INTEGER NOT NULL,
  at     INTEGER NOT NULL,
  fact   TEXT    NOT NULL,
  PRIMARY KEY (day, number)
) STRICT, WITHOUT ROWID;

-- Days on which something was sold or voided.
CREATE TABLE days (
  day      TEXT PRIMARY KEY,
  sold     INTEGER NOT NULL,
  to_close INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE slip_copies (
  slip      TEXT    NOT NULL,
  reference TEXT    NOT NULL,
  copies    INTEGER NOT NULL,
  PRIMARY KEY (slip, reference)
) STRICT, WITHOUT ROWID;

-- Not projections: the devices' stories, secrets, and what is under way.
ALTER TABLE print_jobs RENAME TO print_jobs_before;
CREATE TABLE print_jobs (
  id        INTEGER PRIMARY KEY,
  slip      TEXT    NOT NULL,
  reference TEXT    NOT NULL,
  copy      INTEGER NOT NULL,
  state     TEXT    NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'confirmed', 'doubtful', 'abandoned')),
  UNIQUE (reference, slip, copy)
) STRICT;
INSERT INTO print_jobs SELECT id, 'receipt', receipt_number, copy, state FROM print_jobs_before;
DROP TABLE print_jobs_before;
CREATE INDEX print_jobs_open ON print_jobs (state) WHERE state IN ('queued', 'sending', 'doubtful');

-- What proves a PIN, and how often a wrong one was tried since the last right one.
CREATE TABLE pins (
  operator_id TEXT PRIMARY KEY,
  salt        BLOB    NOT NULL,
  proof       BLOB    NOT NULL,
  failures    INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The visit at the counter, so that a restart of the program does not lose it.
CREATE TABLE visit_under_way (
  id    INTEGER PRIMARY KEY CHECK (id = 1),
  visit TEXT NOT NULL
) STRICT;

CREATE TABLE reader_counts (
  name        TEXT PRIMARY KEY,
  insertions  INTEGER NOT NULL,
  read_errors INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How far the centre has the journal.
CREATE TABLE acknowledged (
  id   INTEGER PRIMARY KEY CHECK (id = 1),
  seq  INTEGER NOT NULL,
  hash TEXT    NOT NULL
) STRICT;
