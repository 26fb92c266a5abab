import type { Database } from 'better-sqlite3';

/** Announced deliveries that came. One that came in two parts is received with the first. */
export interface DeliveriesReceived {
  project(deliveryId: string, seq: number): void;
}

export function createDeliveriesReceived(db: Database): DeliveriesReceived {
  const insert = db.prepare('INSERT OR IGNORE INTO deliveries_received VALUES (?, ?)');
  return { project: (deliveryId, seq) => void insert.run(deliveryId, seq) };
}
