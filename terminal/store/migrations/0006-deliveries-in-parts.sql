-- A delivery may come in parts, each with an entry of its own. Still a projection; made anew here, since the ones beside
-- it stay as they are.
DROP TABLE deliveries_received;
CREATE TABLE deliveries_received (
  delivery_id TEXT    NOT NULL,
  seq         INTEGER NOT NULL,
  PRIMARY KEY (delivery_id, seq)
) STRICT, WITHOUT ROWID;
INSERT INTO deliveries_received
  SELECT fact ->> 'deliveryId', seq FROM journal
  WHERE fact ->> 'kind' = 'goods-in' AND fact ->> 'deliveryId' IS NOT NULL;

-- Of goods-in `detail` is the day on which they go on sale.
CREATE INDEX stock_events_by_sale_day ON stock_events (detail) WHERE what = 'goods-in';
