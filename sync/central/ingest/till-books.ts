import type { TillName } from '#protocol';
import type { BusinessDay, HolderKey, MaskKind } from '#rules';
import type { Reading, Statements } from '../database/database.ts';

export interface Bucket {
  onHand: number;
  promised: number;
  defective: number;
}

export interface OpenTicket {
  readonly sessionId: string;
  readonly kind: MaskKind;
  readonly pieces: number;
}

export interface ReceiptLine {
  readonly seq: number;
  readonly holderKey: HolderKey;
  readonly maskKind: MaskKind;
  readonly pieces: number;
}

/** What stands at one till, as its own tables would say: pieces, goods of later days, tickets that are open. */
export interface TillBooks {
  readonly stock: Record<MaskKind, Bucket>;
  /** By kind and day of sale. */
  readonly lots: Map<string, Lot>;
  readonly tickets: Map<string, OpenTicket>;
  /** Of before the till was enrolled, by receipt number. */
  readonly receipts: Map<string, ReceiptLine[]>;
}

export interface Lot {
  readonly kind: MaskKind;
  readonly onSaleFrom: BusinessDay;
  readonly pieces: number;
}

export const lotName = ({ kind, onSaleFrom }: Pick<Lot, 'kind' | 'onSaleFrom'>): string =>
  `${kind}/${onSaleFrom}`;

export const emptyBooks = (): TillBooks => ({
  stock: {
    adult: { onHand: 0, promised: 0, defective: 0 },
    child: { onHand: 0, promised: 0, defective: 0 },
  },
  lots: new Map(),
  tickets: new Map(),
  receipts: new Map(),
});

export const copyOf = ({ stock, lots, tickets, receipts }: TillBooks): TillBooks => ({
  stock: { adult: { ...stock.adult }, child: { ...stock.child } },
  lots: new Map(lots),
  tickets: new Map(tickets),
  receipts: new Map([...receipts].map(([receiptNumber, lines]) => [receiptNumber, [...lines]])),
});

/** What of the books every batch needs. */
export type Goods = Pick<TillBooks, 'stock' | 'lots'>;

const ofTill = 'WHERE outlet = ? AND till_id = ?';

export async function readGoods(reading: Reading, { outlet, tillId }: TillName): Promise<Goods> {
  const { stock, lots } = emptyBooks();
  const till = [outlet, tillId];
  const [buckets, later] = await Promise.all([
    reading.all<Bucket & { kind: MaskKind }>(
      `SELECT mask_kind AS kind, on_hand AS "onHand", promised, defective FROM till_stock ${ofTill}`,
      till,
    ),
    reading.all<Lot>(
      `SELECT mask_kind AS kind, on_sale_from AS "onSaleFrom", pieces FROM till_lots ${ofTill}`,
      till,
    ),
  ]);
  for (const { kind, ...bucket } of buckets) stock[kind] = bucket;
  for (const lot of later) lots.set(lotName(lot), lot);
  return { stock, lots };
}

export async function readTickets(
  reading: Reading,
  { outlet, tillId }: TillName,
): Promise<TillBooks['tickets']> {
  const tickets = await reading.all<OpenTicket & { ticketId: string }>(
    `SELECT ticket_id AS "ticketId", session_id AS "sessionId", mask_kind AS kind, pieces FROM till_tickets ${ofTill}`,
    [outlet, tillId],
  );
  return new Map(tickets.map(({ ticketId, ...ticket }) => [ticketId, ticket]));
}

export async function readReceipts(
  reading: Reading,
  { outlet, tillId }: TillName,
): Promise<TillBooks['receipts']> {
  const lines = await reading.all<ReceiptLine & { receiptNumber: string }>(
    `SELECT receipt_number AS "receiptNumber", seq, holder_key AS "holderKey", mask_kind AS "maskKind", pieces
     FROM till_receipts ${ofTill} ORDER BY seq`,
    [outlet, tillId],
  );
  const receipts: TillBooks['receipts'] = new Map();
  for (const { receiptNumber, ...line } of lines) addLine(receipts, receiptNumber, line);
  return receipts;
}

export function addLine(receipts: TillBooks['receipts'], receiptNumber: string, line: ReceiptLine): void {
  const lines = receipts.get(receiptNumber);
  if (lines) lines.push(line);
  else receipts.set(receiptNumber, [line]);
}

/** Writes what differs. */
export async function writeBooks(
  statements: Statements,
  till: TillName,
  before: TillBooks,
  after: TillBooks,
): Promise<void> {
  const name = [till.outlet, till.tillId];
  const ended = [...before.tickets.keys()].filter((ticketId) => !after.tickets.has(ticketId));
  const endedLots = [...before.lots].filter(([key, lot]) => after.lots.get(key) !== lot);
  await Promise.all([
    ...(['adult', 'child'] as const)
      .filter((kind) => !isSameBucket(before.stock[kind], after.stock[kind]))
      .map((kind) => writeBucket(statements, till, kind, after.stock[kind])),
    ...endedLots.map(([, { kind, onSaleFrom }]) =>
      statements.run(`DELETE FROM till_lots ${ofTill} AND mask_kind = ? AND on_sale_from = ?`, [
        ...[...name, kind, onSaleFrom],
      ]),
    ),
    statements.insertMany(
      'till_lots',
      ['outlet', 'till_id', 'mask_kind', 'on_sale_from', 'pieces'],
      newIn(after.lots, before.lots).map(([, { kind, onSaleFrom, pieces }]) => [
        ...[...name, kind, onSaleFrom, pieces],
      ]),
    ),
    ended.length > 0 &&
      statements.run(`DELETE FROM till_tickets ${ofTill} AND ${statements.anyOf('ticket_id')}`, [
        ...[...name, statements.list(ended)],
      ]),
    statements.insertMany(
      'till_tickets',
      ['outlet', 'till_id', 'ticket_id', 'session_id', 'mask_kind', 'pieces'],
      newIn(after.tickets, before.tickets).map(([ticketId, { sessionId, kind, pieces }]) => [
        ...[...name, ticketId, sessionId, kind, pieces],
      ]),
    ),
  ]);
}

const isSameBucket = (a: Bucket, b: Bucket): boolean =>
  a.onHand === b.onHand && a.promised === b.promised && a.defective === b.defective;

const writeBucket = (
  statements: Statements,
  { outlet, tillId }: TillName,
  kind: MaskKind,
  { onHand, promised, defective }: Bucket,
): Promise<number> =>
  statements.run(
    `INSERT INTO till_stock (outlet, till_id, mask_kind, on_hand, promised, defective) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (outlet, till_id, mask_kind) DO UPDATE SET
       on_hand = excluded.on_hand, promised = excluded.promised, defective = excluded.defective`,
    [outlet, tillId, kind, onHand, promised, defective],
  );

const newIn = <T>(after: ReadonlyMap<string, T>, before: ReadonlyMap<string, T>): [string, T][] =>
  [...after].filter(([key, value]) => before.get(key) !== value);

/** The till's stock is no more: it was replaced by another, whose `enrolled` says what stands. */
export async function dropBooks(statements: Statements, { outlet, tillId }: TillName): Promise<void> {
  for (const table of ['till_stock', 'till_lots', 'till_tickets', 'till_receipts'])
    await statements.run(`DELETE FROM ${table} ${ofTill}`, [outlet, tillId]);
}
