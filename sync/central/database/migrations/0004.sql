-- `{postgres}` begins a line that SQLite leaves out.

-- What waits is read once and then emptied: to compress it would cost more than to write it.
{postgres} ALTER TABLE batches ALTER COLUMN sales SET STORAGE EXTERNAL;
