import type { Fault, JournalPlace, Push, TillName } from '#protocol';
import type { Clock, Instant } from '#rules';
import { allDone } from '../database/all-done.ts';
import type { CentralDatabase, Statements } from '../database/database.ts';
import { knownHashes, ownerOf, packHashes, type Till, tillOf } from '../tills.ts';
import { type CheckedEntry, checkBatch, type Purpose, type Way } from './batch-check.ts';
import { type Effects, effectsOf } from './effects.ts';
import type { ReadPush } from './read-entry.ts';
import { tellNeighbours } from './tell-neighbours.ts';
import {
  type Goods,
  readGoods,
  readReceipts,
  readTickets,
  type TillBooks,
  writeBooks,
} from './till-books.ts';
import { type SoldBatch, soldBatch, type TakenBack, type WaitingSales } from './waiting-sales.ts';

/** Takes batches of entries into the centre. */
export interface Ingest {
  /**
   * All of the good entries before the first bad one, in one transaction, with the acknowledgement. A repeat changes
   * nothing.
   * @param batch read when its turn has come: what is read earlier outlives collections of garbage
   * @throws a fault of the database, and then nothing happened or the same batch may be sent again
   */
  accept(name: TillName, batch: () => SentBatch): Promise<Accepted>;
}

export interface SentBatch extends ReadPush {
  readonly way: Way;
}

export type Accepted =
  | { readonly outcome: 'unknown-till' | 'revoked' }
  | {
      readonly outcome: 'looked-at';
      readonly acknowledged: JournalPlace;
      readonly fault?: Fault;
      /** The last numbers of the outlet's feed and of the policies. */
      readonly feed: number;
      readonly policy: number;
      /** Whether anything that is published changed. */
      readonly published: 'changed' | 'same';
      /** What waits to stand with its holders. */
      readonly waiting: SoldBatch | null;
      /** Whether the other tills of the outlet have something to pull. */
      readonly neighbours: 'told' | 'nothing';
    };

export interface IngestDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly purpose: Purpose;
  /** Takes what is sold to settle it in the same transaction; `null` where it has to wait in the batch. */
  readonly settle: ((till: TillName, sold: WaitingSales) => void) | null;
}

export function createIngest({ database, clock, purpose, settle }: IngestDeps): Ingest {
  async function acceptIn(statements: Statements, name: TillName, batch: () => SentBatch): Promise<Accepted> {
    // The goods as well, so that nothing that was read of the batch waits for them.
    const [till, { neighbours, ...news }, goods] = await Promise.all([
      tillOf(statements, name),
      newsFor(statements, name),
      readGoods(statements, name),
    ]);
    if (!till) return { outcome: 'unknown-till' };
    if (till.revokedAt !== null) return { outcome: 'revoked' };
    const { push, entries: sent, way } = batch();
    const now = clock.now();
    const known =
      push.after.seq < till.seq
        ? await knownHashes(statements, till, push.after.seq, push.after.seq + sent.length)
        : new Map();
    const { entries, acknowledged, fault } = checkBatch({
      ...{ till, known, push, entries: sent, now, purpose, way },
    });
    const [written] = await allDone([
      entries.length === 0
        ? nothingWritten
        : write({ settle, neighbours }, statements, till, goods, entries, now),
      // What another journal says of its length is not this till's.
      (entries.length > 0 || fault?.kind !== 'wrong-journal') &&
        moveHead(statements, till, push, entries, now),
    ]);
    return {
      ...{ outcome: 'looked-at', acknowledged, ...written },
      ...news,
      ...(fault && { fault }),
    };
  }

  return {
    accept: (name, batch) =>
      database.inOutlet(name.outlet, (statements) => acceptIn(statements, name, batch)),
  };
}

/** The last numbers of what there is for a till, and whether its outlet has others. */
async function newsFor(
  statements: Statements,
  { outlet, tillId }: TillName,
): Promise<{ readonly feed: number; readonly policy: number; readonly neighbours: number }> {
  const last = await statements.get<{ feed: number | null; policy: number | null; neighbours: number }>(
    `SELECT (SELECT max(number) FROM feed WHERE outlet = ?) AS feed,
       (SELECT max(number) FROM policies) AS policy,
       (SELECT count(*) FROM tills WHERE outlet = ? AND till_id <> ? AND revoked_at IS NULL) AS neighbours`,
    [outlet, outlet, tillId],
  );
  return { feed: last?.feed ?? 0, policy: last?.policy ?? 0, neighbours: last?.neighbours ?? 0 };
}

const nothingWritten = { published: 'same', waiting: null, neighbours: 'nothing' } as const;

type Written = Pick<Extract<Accepted, { outcome: 'looked-at' }>, 'published' | 'waiting' | 'neighbours'>;

/** Everything that new entries change, but for the till's head. */
async function write(
  { settle, neighbours }: Pick<IngestDeps, 'settle'> & { readonly neighbours: number },
  statements: Statements,
  till: Till,
  goods: Goods,
  entries: readonly CheckedEntry[],
  now: Instant,
): Promise<Written> {
  const before: TillBooks = {
    ...goods,
    tickets: entries.some(({ fact }) => endsTickets(fact)) ? await readTickets(statements, till) : new Map(),
    receipts: entries.some(({ fact }) => fact.kind === 'sale-voided' && !fact.lines)
      ? await readReceipts(statements, till)
      : new Map(),
  };
  const effects = effectsOf(before, entries, till.enrolledSeq === null ? 'not-yet' : 'before');
  const voids: TakenBack[] = [];
  for (const { seq, holderKey } of effects.voids)
    voids.push({ tillId: await ownerOf(statements, till, seq), seq, holderKey });
  const sold = { purchases: effects.purchases, voids };
  const [first, last] = [entries[0], entries.at(-1)];
  const waiting = settle ? null : soldBatch(till, last?.seq ?? 0, sold);
  const published = isPublished(before, effects) ? 'changed' : 'same';
  // All at once: none waits for the answer to another.
  const [told] = await allDone([
    neighbours > 0 ? tellNeighbours(statements, till, sold, now) : ('nothing' as const),
    writeBooks(statements, till, before, effects.books),
    writeSold(statements, till, effects),
    writeReceipts(statements, till, effects),
    writeReceived(statements, till, effects),
    statements.insertMany('batches', batchColumns, [
      [
        ...[till.outlet, till.tillId, last?.seq ?? 0, first?.seq ?? 0],
        ...[packHashes(entries.map(({ hash }) => hash)), waiting?.sales ?? null, now],
      ],
    ]),
    published === 'changed' && writeState(statements, till, effects, now),
  ]);
  settle?.(till, sold);
  return { published, waiting, neighbours: told };
}

const batchColumns = ['outlet', 'till_id', 'last_seq', 'first_seq', 'hashes', 'sales', 'accepted_at'];

const endsTickets = (fact: CheckedEntry['fact']): boolean =>
  (fact.kind === 'sale' && fact.ticketId !== undefined) ||
  fact.kind === 'ticket-cancelled' ||
  fact.kind === 'tickets-lapsed' ||
  (fact.kind === 'enrolled' && fact.standing !== undefined);

/** What is published is the stock, without or with what is promised, and whether and when the outlet sells. */
const isPublished = (before: TillBooks, { books, selling, hours }: Effects): boolean =>
  selling !== null ||
  hours !== null ||
  JSON.stringify([before.stock, [...before.lots]]) !== JSON.stringify([books.stock, [...books.lots]]);

const writeSold = (statements: Statements, { outlet }: Till, { sold }: Effects): Promise<unknown> =>
  Promise.all(
    sold.map(({ day, hour, kind, sales, pieces, voidedSales, voidedPieces }) =>
      statements.run(
        `INSERT INTO sold (outlet, day, hour, mask_kind, sales, pieces, voided_sales, voided_pieces)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (outlet, day, hour, mask_kind) DO UPDATE SET
         sales = sold.sales + excluded.sales, pieces = sold.pieces + excluded.pieces,
         voided_sales = sold.voided_sales + excluded.voided_sales,
         voided_pieces = sold.voided_pieces + excluded.voided_pieces`,
        [outlet, day, hour, kind, sales, pieces, voidedSales, voidedPieces],
      ),
    ),
  );

async function writeReceipts(
  statements: Statements,
  { outlet, tillId }: Till,
  { receipts, enrolledSeq }: Effects,
): Promise<void> {
  if (enrolledSeq !== null)
    await statements.run('DELETE FROM till_receipts WHERE outlet = ? AND till_id = ?', [outlet, tillId]);
  else if (receipts.length > 0)
    await statements.insertMany(
      'till_receipts',
      ['outlet', 'till_id', 'receipt_number', 'seq', 'holder_key', 'mask_kind', 'pieces'],
      receipts.map(({ receiptNumber, seq, holderKey, maskKind, pieces }) => [
        ...[outlet, tillId, receiptNumber, seq, holderKey, maskKind, pieces],
      ]),
    );
}

const writeReceived = (statements: Statements, { outlet }: Till, { received }: Effects): Promise<unknown> =>
  Promise.all(
    received.map(({ deliveryId, pieces, at }) =>
      statements.run(
        `UPDATE deliveries SET received_adult = coalesce(received_adult, 0) + ?,
         received_child = coalesce(received_child, 0) + ?, received_at = ?
       WHERE outlet = ? AND delivery_id = ?`,
        [pieces.adult, pieces.child, at, outlet, deliveryId],
      ),
    ),
  );

async function writeState(
  statements: Statements,
  { outlet }: Till,
  { selling, hours }: Effects,
  now: Instant,
): Promise<void> {
  await Promise.all([
    statements.run(
      `INSERT INTO outlet_states (outlet, state, state_note, state_day, hours, hours_note, changed_at)
       VALUES (?, 'open', '', NULL, NULL, '', ?) ON CONFLICT (outlet) DO UPDATE SET changed_at = excluded.changed_at`,
      [outlet, now],
    ),
    selling &&
      statements.run('UPDATE outlet_states SET state = ?, state_note = ?, state_day = ? WHERE outlet = ?', [
        selling.state,
        selling.note,
        selling.day,
        outlet,
      ]),
    hours &&
      statements.run('UPDATE outlet_states SET hours = ?, hours_note = ? WHERE outlet = ?', [
        ...[JSON.stringify(hours.week), hours.note, outlet],
      ]),
  ]);
}

async function moveHead(
  statements: Statements,
  till: Till,
  push: Push,
  entries: readonly CheckedEntry[],
  now: Instant,
): Promise<void> {
  const last = entries.at(-1) ?? till;
  const enrolled = entries.findLast(({ fact }) => fact.kind === 'enrolled');
  await statements.run(
    `UPDATE tills SET seq = ?, hash = ?, at = ?, journal_head = ?, enrolled_seq = ?, seen_at = ?
     WHERE outlet = ? AND till_id = ?`,
    [
      ...[
        last.seq,
        last.hash,
        last.at,
        Math.max(last.seq, push.head),
        enrolled?.seq ?? till.enrolledSeq,
        now,
      ],
      ...[till.outlet, till.tillId],
    ],
  );
}
