-- Not projections: the phones that may look on. Of a phone's token only its SHA-256 is kept. Times in milliseconds.
CREATE TABLE phones (
  phone_id   TEXT PRIMARY KEY,
  token_hash BLOB    NOT NULL UNIQUE,
  browser    TEXT    NOT NULL,
  paired_at  INTEGER NOT NULL,
  paired_by  TEXT    NOT NULL,
  last_seen  INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Where in the shop's network the till listens for them, as a manager chose it last.
CREATE TABLE phone_address (
  id      INTEGER PRIMARY KEY CHECK (id = 1),
  address TEXT NOT NULL
) STRICT;
