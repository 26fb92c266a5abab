import type { Database } from 'better-sqlite3';
import type { ConflictSide, FeedItemOf } from '#protocol';
import { type BusinessDay, exhaustive, type Instant, isNone, type PiecesByKind } from '#rules';
import { createGoodsForDay, type GoodsForDay } from './goods-for-day.ts';

/** Two purchases of one holder within one interval. */
export interface Conflict {
  readonly conflictId: string;
  readonly earlier: ConflictSide;
  readonly later: ConflictSide;
}

/** So much is on its way. */
export interface Delivery {
  readonly deliveryId: string;
  /** On which it goes on sale. It arrives on the day before, or as long before as the shop does not sell. */
  readonly day: BusinessDay;
  readonly pieces: PiecesByKind;
  readonly note: string;
}

export interface Message {
  readonly messageId: string;
  readonly at: Instant;
  readonly urgency: 'notice' | 'urgent';
  readonly text: string;
  readonly read: boolean;
}

/** What the centre tells the people here. */
export interface CentreWords {
  take(
    item: FeedItemOf<'conflict-found' | 'conflict-ended'> | FeedItemOf<'delivery-announced' | 'message'>,
  ): void;
  /** Those that have not ended, what was not signed off before the rest, the latest first, at most 50. */
  conflicts(): readonly Conflict[];
  /** How many have not ended and were not signed off. */
  openConflicts(): number;
  isOpenConflict(conflictId: string): boolean;
  /** Newest first, at most 50. */
  messages(): readonly Message[];
  /** Oldest first, at most 50. */
  unreadMessages(): readonly Message[];
  /** @returns whether there is such a message */
  markRead(messageId: string): boolean;
  /** Announced and not received, by their day. */
  deliveries(): readonly Delivery[];
  /** What was announced of one day's goods, and what came. */
  goodsFor(day: BusinessDay): GoodsForDay;
  /** One of them, received or not. */
  delivery(deliveryId: string): Delivery | null;
}

type MessageRow = Omit<Message, 'read'> & { readonly read: 0 | 1 };
type DeliveryRow = Omit<Delivery, 'pieces'> & PiecesByKind;

const deliveryOf = ({ adult, child, ...row }: DeliveryRow): Delivery => ({
  ...row,
  pieces: { adult, child },
});
const messageOf = ({ read, ...row }: MessageRow): Message => ({ ...row, read: read === 1 });

export function createCentreWords(db: Database): CentreWords {
  const found = db.prepare(
    `INSERT INTO conflicts (conflict_id, earlier, later) VALUES (?, ?, ?) ON CONFLICT (conflict_id) DO UPDATE SET
       earlier = excluded.earlier, later = excluded.later, ended = 0`,
  );
  const ended = db.prepare('UPDATE conflicts SET ended = 1 WHERE conflict_id = ?');
  const open = db.prepare<[], { conflictId: string; earlier: string; later: string }>(
    `SELECT conflict_id AS conflictId, earlier, later FROM conflicts WHERE ended = 0
     ORDER BY conflict_id IN (SELECT conflict_id FROM conflicts_reviewed), later ->> 'at' DESC, conflict_id LIMIT 50`,
  );
  const notSigned = (rest: string) =>
    db
      .prepare<string[], number>(
        `SELECT count(*) FROM conflicts WHERE ended = 0
           AND conflict_id NOT IN (SELECT conflict_id FROM conflicts_reviewed) ${rest}`,
      )
      .pluck();
  const openConflicts = notSigned('');
  const openConflict = notSigned('AND conflict_id = ?');
  const announce = db.prepare('INSERT OR REPLACE INTO deliveries_announced VALUES (?, ?, ?, ?, ?)');
  const callOff = db.prepare('DELETE FROM deliveries_announced WHERE delivery_id = ?');
  const deliveries = (rest: string) =>
    db.prepare<unknown[], DeliveryRow>(
      `SELECT delivery_id AS deliveryId, day, adult, child, note FROM deliveries_announced ${rest}`,
    );
  const awaited = deliveries(
    'WHERE delivery_id NOT IN (SELECT delivery_id FROM deliveries_received) ORDER BY day, delivery_id',
  );
  const byId = deliveries('WHERE delivery_id = ?');
  const write = db.prepare(
    `INSERT INTO messages (message_id, at, urgency, text) VALUES (@messageId, @at, @urgency, @text)
     ON CONFLICT (message_id) DO NOTHING`,
  );
  const messages = (rest: string) =>
    db.prepare<unknown[], MessageRow>(
      `SELECT message_id AS messageId, at, urgency, text, read FROM messages ${rest}`,
    );
  const newest = messages('ORDER BY at DESC, message_id LIMIT 50');
  const unread = messages('WHERE read = 0 ORDER BY at, message_id LIMIT 50');
  const read = db.prepare('UPDATE messages SET read = 1 WHERE message_id = ?');

  return {
    take(item) {
      switch (item.kind) {
        case 'conflict-found':
          found.run(item.conflictId, JSON.stringify(item.earlier), JSON.stringify(item.later));
          return;
        case 'conflict-ended':
          ended.run(item.conflictId);
          return;
        case 'delivery-announced': {
          const { deliveryId, day, pieces, note } = item;
          if (isNone(pieces)) callOff.run(deliveryId);
          else announce.run(deliveryId, day, pieces.adult, pieces.child, note);
          return;
        }
        case 'message': {
          const { messageId, at, urgency, text } = item;
          write.run({ messageId, at, urgency, text });
          return;
        }
        default:
          exhaustive(item);
      }
    },
    conflicts: () =>
      open.all().map(({ conflictId, earlier, later }) => ({
        conflictId,
        // Written here, from what the protocol had checked.
        earlier: JSON.parse(earlier) as ConflictSide,
        later: JSON.parse(later) as ConflictSide,
      })),
    openConflicts: () => openConflicts.get() ?? 0,
    isOpenConflict: (conflictId) => openConflict.get(conflictId) === 1,
    messages: () => newest.all().map(messageOf),
    unreadMessages: () => unread.all().map(messageOf),
    markRead: (messageId) => read.run(messageId).changes > 0,
    deliveries: () => awaited.all().map(deliveryOf),
    goodsFor: createGoodsForDay(db),
    delivery(deliveryId) {
      const row = byId.get(deliveryId);
      return row ? deliveryOf(row) : null;
    },
  };
}
