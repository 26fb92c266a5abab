-- For SQLite and PostgreSQL alike; the words in braces are replaced by the dialect's own: `{bytes}`, `{unlogged}`, and
-- `{clustered}` where SQLite keeps the rows in the order of their key.
-- Instants are milliseconds since 1970, days are YYYY-MM-DD in Taipei.

-- Spread by outlet.

CREATE TABLE outlets (
  outlet TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL,
  county TEXT NOT NULL,
  town TEXT NOT NULL,
  village TEXT NOT NULL,
  chain TEXT NOT NULL,
  longitude DOUBLE PRECISION,
  latitude DOUBLE PRECISION,
  -- 21 letters, N open and Y closed: mornings Monday to Sunday, afternoons, evenings.
  service_periods TEXT NOT NULL,
  note TEXT NOT NULL,
  own_note TEXT NOT NULL,
  website TEXT NOT NULL
);

-- What the tills of an outlet said last; `changed_at` moves with every entry that changes what is published.
CREATE TABLE outlet_states (
  outlet TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  state_note TEXT NOT NULL,
  state_day TEXT,
  hours TEXT,
  hours_note TEXT NOT NULL,
  changed_at BIGINT NOT NULL
);

CREATE TABLE enrolment_codes (
  outlet TEXT NOT NULL,
  code_hash TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  expires_at BIGINT NOT NULL,
  -- The public key that used it.
  used_by TEXT,
  PRIMARY KEY (outlet, code_hash)
);

CREATE TABLE tills (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  public_key TEXT NOT NULL,
  journal_id TEXT NOT NULL,
  -- The last entry that is acknowledged.
  seq BIGINT NOT NULL,
  hash TEXT NOT NULL,
  at BIGINT NOT NULL,
  -- The last entry of the journal as the till said; what is above `seq` is still unsent.
  journal_head BIGINT NOT NULL,
  -- Where the journal goes on from an earlier till's: that till, and the last entry that is its. 0 for a new journal.
  continues TEXT,
  start_seq BIGINT NOT NULL,
  -- The entry `enrolled`, once it came.
  enrolled_seq BIGINT,
  enrolled_at BIGINT NOT NULL,
  seen_at BIGINT NOT NULL,
  revoked_at BIGINT,
  PRIMARY KEY (outlet, till_id)
);

-- One row a batch. `hashes` are the first 16 bytes of each entry's hash, so that a fork is found at its very entry;
-- `sales` waits until its purchases stand with their holders, and is then empty.
CREATE TABLE batches (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  last_seq BIGINT NOT NULL,
  first_seq BIGINT NOT NULL,
  hashes {bytes} NOT NULL,
  sales TEXT,
  accepted_at BIGINT NOT NULL,
  PRIMARY KEY (outlet, till_id, last_seq)
);
CREATE INDEX batches_unsettled ON batches (outlet, till_id, last_seq) WHERE sales IS NOT NULL;

CREATE TABLE till_stock (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  mask_kind TEXT NOT NULL,
  on_hand BIGINT NOT NULL,
  promised BIGINT NOT NULL,
  defective BIGINT NOT NULL,
  PRIMARY KEY (outlet, till_id, mask_kind)
);

CREATE TABLE till_lots (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  mask_kind TEXT NOT NULL,
  on_sale_from TEXT NOT NULL,
  pieces BIGINT NOT NULL,
  PRIMARY KEY (outlet, till_id, mask_kind, on_sale_from)
);

-- Open tickets only.
CREATE TABLE till_tickets (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  ticket_id TEXT NOT NULL,
  session_id TEXT NOT NULL,
  mask_kind TEXT NOT NULL,
  pieces BIGINT NOT NULL,
  PRIMARY KEY (outlet, till_id, ticket_id)
);

-- Sales of before the till was enrolled: a void of that time names a receipt, and not what was on it.
CREATE TABLE till_receipts (
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  receipt_number TEXT NOT NULL,
  seq BIGINT NOT NULL,
  holder_key TEXT NOT NULL,
  mask_kind TEXT NOT NULL,
  pieces BIGINT NOT NULL,
  PRIMARY KEY (outlet, till_id, receipt_number, seq)
);

-- By the hour of the sale; voids by the hour of the void.
CREATE TABLE sold (
  outlet TEXT NOT NULL,
  day TEXT NOT NULL,
  hour INTEGER NOT NULL,
  mask_kind TEXT NOT NULL,
  sales BIGINT NOT NULL,
  pieces BIGINT NOT NULL,
  voided_sales BIGINT NOT NULL,
  voided_pieces BIGINT NOT NULL,
  PRIMARY KEY (outlet, day, hour, mask_kind)
);

CREATE TABLE deliveries (
  outlet TEXT NOT NULL,
  delivery_id TEXT NOT NULL,
  day TEXT NOT NULL,
  adult BIGINT NOT NULL,
  child BIGINT NOT NULL,
  note TEXT NOT NULL,
  announced_at BIGINT NOT NULL,
  received_adult BIGINT,
  received_child BIGINT,
  received_at BIGINT,
  PRIMARY KEY (outlet, delivery_id)
);

-- `source` names what an item came from, so that carrying it over twice adds it once.
CREATE TABLE feed (
  outlet TEXT NOT NULL,
  number BIGINT NOT NULL,
  source TEXT NOT NULL,
  at BIGINT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (outlet, number)
);
CREATE UNIQUE INDEX feed_once ON feed (outlet, source);

CREATE {unlogged} TABLE nonces (
  outlet TEXT NOT NULL,
  nonce TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (outlet, nonce)
);

-- Of conflicts whose purchases are forgotten: what happened, and not to whom. With the outlet of the later sale.
CREATE TABLE past_conflicts (
  outlet TEXT NOT NULL,
  conflict_id TEXT NOT NULL,
  earlier TEXT NOT NULL,
  later TEXT NOT NULL,
  found_at BIGINT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (outlet, conflict_id)
);

-- Spread by holder: the slot is the first hex digit of the key.

-- Whoever writes to a slot locks its row first: two processes would not see each other's half of a conflict.
CREATE TABLE holder_slots (
  holder_slot INTEGER PRIMARY KEY
);
INSERT INTO holder_slots VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);

CREATE TABLE purchases (
  holder_slot INTEGER NOT NULL,
  holder_key TEXT NOT NULL,
  outlet TEXT NOT NULL,
  till_id TEXT NOT NULL,
  seq BIGINT NOT NULL,
  at BIGINT NOT NULL,
  day TEXT NOT NULL,
  interval_days INTEGER NOT NULL,
  mask_kind TEXT NOT NULL,
  pieces INTEGER NOT NULL,
  voided INTEGER NOT NULL,
  PRIMARY KEY (holder_slot, holder_key, outlet, till_id, seq)
) {clustered};

CREATE TABLE conflicts (
  holder_slot INTEGER NOT NULL,
  holder_key TEXT NOT NULL,
  conflict_id TEXT NOT NULL,
  -- The two sides as JSON, without the outlets' names.
  earlier TEXT NOT NULL,
  later TEXT NOT NULL,
  found_at BIGINT NOT NULL,
  ended_at BIGINT,
  PRIMARY KEY (holder_slot, holder_key, conflict_id)
);

-- On its way from a holder's slot to an outlet's feed.
CREATE TABLE carry (
  holder_slot INTEGER NOT NULL,
  source TEXT NOT NULL,
  outlet TEXT NOT NULL,
  item TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (holder_slot, source, outlet)
);

-- Small, and copied to every node.

-- Which keys this database was begun with; other ones would not find one purchase in it.
CREATE TABLE centre (
  id INTEGER PRIMARY KEY,
  key_id TEXT NOT NULL,
  holder_secret_hash TEXT NOT NULL
);

CREATE TABLE policies (
  number INTEGER PRIMARY KEY,
  effective TEXT NOT NULL,
  pack TEXT NOT NULL,
  key_id TEXT NOT NULL,
  signature TEXT NOT NULL,
  announced_at BIGINT NOT NULL
);

-- Who may ask the centre what: a token's hash, a role, and of what (a county, a chain, an outlet).
CREATE TABLE access (
  token_hash TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL,
  made_at BIGINT NOT NULL,
  ended_at BIGINT
);

CREATE TABLE audit (
  id TEXT PRIMARY KEY,
  at BIGINT NOT NULL,
  who TEXT NOT NULL,
  deed TEXT NOT NULL,
  detail TEXT NOT NULL
);
