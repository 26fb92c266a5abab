-- A projection: what a manager looked at, and signed off. No earlier entry does.
CREATE TABLE reviews (
  seq         INTEGER PRIMARY KEY,
  at          INTEGER NOT NULL,
  operator_id TEXT
) STRICT;

-- Of a sale that asks to be looked at: the entry that signed it off.
ALTER TABLE sales ADD COLUMN review_seq INTEGER;
-- So that what is open is counted at every snapshot, however many years a till has sold.
CREATE INDEX sales_to_review ON sales (seq)
  WHERE review_seq IS NULL AND voided = 0
    AND (identified_by <> 'chip' OR form_line IS NOT NULL OR contested IS NOT NULL);

CREATE TABLE conflicts_reviewed (
  conflict_id TEXT PRIMARY KEY,
  seq         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
