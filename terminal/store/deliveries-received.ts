import type { Database } from 'better-sqlite3';

/** Which entries brought which announced delivery. One that comes in two parts is no longer awaited after the first. */
export interface DeliveriesReceived {
  project(deliveryId: string, seq: number): void;
}

export function createDeliveriesReceived(db: Database): DeliveriesReceived {
  const insert = db.prepare('INSERT INTO deliveries_received VALUES (?, ?)');
  return { project: (deliveryId, seq) => void insert.run(deliveryId, seq) };
}
