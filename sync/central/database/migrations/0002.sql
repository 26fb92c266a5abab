-- People who sign in. Small, and copied to every node.

CREATE TABLE accounts (
  name TEXT PRIMARY KEY,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT,
  -- SHA-256 of the invitation, while nobody has taken it up.
  invitation_hash TEXT,
  invited_until BIGINT,
  -- `salt:proof` in hex; NULL until the invitation is taken up.
  password TEXT,
  -- Sealed with a key that lies beside the database and not in it.
  totp_secret TEXT NOT NULL,
  -- The last 30 seconds for which a code was taken, so that none is taken twice.
  totp_step BIGINT NOT NULL,
  failed INTEGER NOT NULL,
  locked_until BIGINT
);

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  browser TEXT NOT NULL,
  opened_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL
);
CREATE INDEX sessions_by_name ON sessions (name);
