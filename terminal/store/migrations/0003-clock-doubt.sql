-- Not a projection: a clock that was found to have jumped, until a person confirms it or it comes right. Milliseconds.
CREATE TABLE clock_doubt (
  id     INTEGER PRIMARY KEY CHECK (id = 1),
  at     INTEGER NOT NULL,
  uptime REAL    NOT NULL,
  boot   REAL    NOT NULL
) STRICT;
