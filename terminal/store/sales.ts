import type { Database } from 'better-sqlite3';
import type { Entry, Sale } from '#protocol';
import {
  type BusinessDay,
  businessDayOf,
  type CardRole,
  type HolderKey,
  type IdentifiedBy,
  type Instant,
  type MaskKind,
  type OperatorId,
  type Purchase,
  rocDate,
  type VoidReason,
} from '#rules';

/** One card's purchase, as the screens and the slip need it. */
export interface SaleRecord extends Purchase {
  readonly seq: number;
  readonly lastThree: string;
  readonly unitPrice: number;
  readonly role: CardRole;
  readonly identifiedBy: IdentifiedBy;
  readonly contested: string | null;
  readonly ticketId: string | null;
  /** Of the journal entry. */
  readonly hash: string;
}

/** What was sold together, on one slip. */
export interface Receipt {
  readonly receiptNumber: string;
  readonly visitId: string;
  readonly day: BusinessDay;
  /** When it was sold; for a paper form, what was written on it. */
  readonly soldAt: Instant;
  readonly by: OperatorId | null;
  /** The line of a paper form, if it was keyed in from one. */
  readonly formLine: string | null;
  /** At least one. */
  readonly lines: readonly SaleRecord[];
  readonly voided: VoidRecord | null;
}

export interface VoidRecord {
  readonly at: Instant;
  readonly day: BusinessDay;
  readonly by: OperatorId | null;
  readonly reason: VoidReason;
  readonly note: string;
}

export const amountOf = (lines: readonly Pick<SaleRecord, 'pieces' | 'unitPrice'>[]): number =>
  lines.reduce((sum, { pieces, unitPrice }) => sum + pieces * unitPrice, 0);

export interface Sales {
  /** The latest purchases of a holder that stand, newest first; more than any window can hold. */
  of(holder: HolderKey): readonly Purchase[];
  byVisit(visitId: string): Receipt | null;
  byReceipt(receiptNumber: string): Receipt | null;
  last(): Receipt | null;
  /** The number of that day's next receipt. */
  nextReceiptNumber(day: BusinessDay): string;
  /** Which receipt and holder an entry is of, if it is a sale. */
  entry(seq: number): SaleEntry | null;
  /** What a void of a receipt takes back, entry by entry. */
  voidLines(receiptNumber: string): readonly VoidLine[];
  /** Newest first, at most 50. */
  receiptsOf(holder: HolderKey): readonly Receipt[];
  /** All of one day, in the order of their numbers. */
  receiptsOn(day: BusinessDay): readonly Receipt[];
  /** Sold in a span of time, newest first, at most 50. */
  receiptsBetween(from: Instant, until: Instant): readonly Receipt[];
  /** The latest `soldAt` of a sale from a paper form that stands. */
  lastPaperSale(): Instant | null;
  project(entry: Entry, sale: Sale): void;
  projectVoid(entry: Entry, voided: VoidFact): void;
}

/** What one entry sold, as far as it names itself. */
export interface SaleEntry {
  readonly receiptNumber: string;
  readonly holderKey: HolderKey;
  /** Of a paper form, what is written on it. */
  readonly soldAt: Instant;
}

/** One purchase that a void takes back. */
export interface VoidLine {
  readonly seq: number;
  readonly holderKey: HolderKey;
  readonly maskKind: MaskKind;
  readonly pieces: number;
  /** Of a paper form, what is written on it. */
  readonly soldAt: Instant;
}

type VoidFact = {
  readonly receiptNumber: string;
  readonly day: BusinessDay;
  readonly reason: VoidReason;
  readonly note: string;
  readonly by?: OperatorId | undefined;
};

/** `1090312-0001`: ROC date, then a number within the day. */
export const receiptNumberOf = (day: BusinessDay, number: number): string =>
  `${rocDay(day)}-${padded(number)}`;
export const rocDay = (day: BusinessDay): string => rocDate(day).replaceAll('/', '');
const padded = (number: number): string => String(number).padStart(4, '0');

interface Row extends SaleRecord {
  readonly visitId: string;
  readonly receiptNumber: string;
  readonly soldAt: Instant;
  readonly by: OperatorId | null;
  readonly formLine: string | null;
  readonly voided: 0 | 1;
}

const columns = `seq, visit_id AS visitId, receipt_number AS receiptNumber, sold_at AS soldAt, day,
  last_three AS lastThree, mask_kind AS kind, pieces, unit_price AS unitPrice, interval_days AS intervalDays, role,
  identified_by AS identifiedBy, form_line AS formLine, contested, ticket_id AS ticketId, operator_id AS "by", hash, voided`;

export function createSales(db: Database): Sales {
  const ofHolder = db.prepare<
    [HolderKey],
    { day: BusinessDay; kind: MaskKind; pieces: number; intervalDays: number }
  >(
    `SELECT day, mask_kind AS kind, pieces, interval_days AS intervalDays
     FROM sales WHERE holder_key = ? AND voided = 0 ORDER BY day DESC LIMIT 20`,
  );
  const rows = (rest: string) => db.prepare<unknown[], Row>(`SELECT ${columns} FROM sales ${rest}`);
  const byVisit = rows('WHERE visit_id = ? ORDER BY seq');
  const byReceipt = rows('WHERE receipt_number = ? ORDER BY seq');
  const onDay = rows('WHERE receipt_number > ? AND receipt_number < ? ORDER BY receipt_number, seq');
  const lastNumber = db.prepare<[], { receiptNumber: string }>(
    'SELECT receipt_number AS receiptNumber FROM sales ORDER BY seq DESC LIMIT 1',
  );
  const highest = db
    .prepare<[number, string, string], number | null>(
      `SELECT max(CAST(substr(receipt_number, ?) AS INTEGER)) FROM sales WHERE receipt_number > ? AND receipt_number < ?`,
    )
    .pluck();
  const numbers = (rest: string) =>
    db.prepare<unknown[], string>(`SELECT DISTINCT receipt_number FROM sales ${rest}`).pluck();
  const numbersOfHolder = numbers('WHERE holder_key = ? ORDER BY seq DESC LIMIT 50');
  const numbersBetween = numbers(
    'WHERE receipt_number >= ? AND receipt_number < ? AND sold_at >= ? AND sold_at < ? ORDER BY sold_at DESC, seq DESC LIMIT 50',
  );
  const lastPaper = db
    .prepare<[], Instant>('SELECT max(sold_at) FROM sales WHERE form_line IS NOT NULL AND voided = 0')
    .pluck();
  const bySeq = db.prepare<[number], SaleEntry>(
    'SELECT receipt_number AS receiptNumber, holder_key AS holderKey, sold_at AS soldAt FROM sales WHERE seq = ?',
  );
  const toVoid = db.prepare<[string], VoidLine>(
    `SELECT seq, holder_key AS holderKey, mask_kind AS maskKind, pieces, sold_at AS soldAt
     FROM sales WHERE receipt_number = ? ORDER BY seq`,
  );
  const insert = db.prepare(`INSERT INTO sales VALUES (${Array(21).fill('?').join(', ')})`);
  const voidOf = db.prepare<[string], VoidRecord>(
    'SELECT at, day, operator_id AS "by", reason, note FROM voids WHERE receipt_number = ?',
  );
  const insertVoid = db.prepare('INSERT INTO voids VALUES (?, ?, ?, ?, ?, ?, ?)');
  const markVoided = db.prepare('UPDATE sales SET voided = 1 WHERE receipt_number = ?');

  function receipt(lines: readonly Row[]): Receipt | null {
    const [first] = lines;
    if (!first) return null;
    const { receiptNumber, visitId, day, soldAt, by, formLine } = first;
    const voided = first.voided === 0 ? null : (voidOf.get(receiptNumber) ?? null);
    return { receiptNumber, visitId, day, soldAt, by, formLine, lines, voided };
  }
  const byNumber = (receiptNumber: string) => receipt(byReceipt.all(receiptNumber));
  const all = (found: readonly string[]) => found.map(byNumber).filter((r) => r !== null);

  return {
    of: (holder) => ofHolder.all(holder),
    byVisit: (visitId) => receipt(byVisit.all(visitId)),
    byReceipt: byNumber,
    last: () => {
      const last = lastNumber.get();
      return last ? byNumber(last.receiptNumber) : null;
    },
    nextReceiptNumber(day) {
      const last = lastNumber.get()?.receiptNumber;
      const prefix = `${rocDay(day)}-`;
      // Nearly always the last sale is of the same day and has its highest number; a paper form may have come between.
      if (last?.startsWith(prefix)) {
        const next = receiptNumberOf(day, Number(last.slice(prefix.length)) + 1);
        if (byReceipt.get(next) === undefined) return next;
      }
      return receiptNumberOf(day, (highest.get(prefix.length + 1, prefix, `${rocDay(day)}.`) ?? 0) + 1);
    },
    entry: (seq) => bySeq.get(seq) ?? null,
    voidLines: (receiptNumber) => toVoid.all(receiptNumber),
    receiptsOf: (holder) => all(numbersOfHolder.all(holder)),
    receiptsOn(day) {
      const byReceiptNumber = new Map<string, Row[]>();
      for (const row of onDay.all(`${rocDay(day)}-`, `${rocDay(day)}.`)) {
        const lines = byReceiptNumber.get(row.receiptNumber);
        if (lines) lines.push(row);
        else byReceiptNumber.set(row.receiptNumber, [row]);
      }
      return [...byReceiptNumber.values()].map(receipt).filter((r) => r !== null);
    },
    receiptsBetween: (from, until) =>
      all(
        numbersBetween.all(
          `${rocDay(businessDayOf(from))}-`,
          `${rocDay(businessDayOf(until))}.`,
          from,
          until,
        ),
      ),
    lastPaperSale: () => lastPaper.get() ?? null,
    project: ({ seq, at, hash }, sale) => {
      const { visitId, receiptNumber, day, holder, maskKind, pieces, unitPrice, intervalDays, paper } = sale;
      insert.run(
        ...[seq, at, paper?.soldAt ?? at, visitId, receiptNumber, day, holder.key, holder.lastThree],
        ...[maskKind, pieces, unitPrice, intervalDays, sale.role ?? 'own', sale.identifiedBy],
        ...[
          paper?.formLine ?? null,
          sale.contested ?? null,
          sale.ticketId ?? null,
          sale.by ?? null,
          hash,
          0,
          null,
        ],
      );
    },
    projectVoid({ seq, at }, { receiptNumber, day, reason, note, by }) {
      insertVoid.run(receiptNumber, seq, at, day, reason, note, by ?? null);
      markVoided.run(receiptNumber);
    },
  };
}
