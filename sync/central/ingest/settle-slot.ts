import type { FeedItem, PurchaseId, PurchaseMade } from '#protocol';
import type { BusinessDay, HolderKey, Instant, MaskKind, OutletCode } from '#rules';
import type { HolderSlot, Reading, Statements } from '../database/database.ts';
import {
  type Conflict,
  conflictOf,
  type KeptSide,
  purchaseName,
  type Standing,
  sideOf,
  stillRuns,
} from './conflicts.ts';

/** What comes to one slot of holders. */
export interface SlotSales {
  /** None is voided yet. */
  readonly purchases: Standing[];
  readonly voids: (PurchaseId & { readonly holderKey: HolderKey })[];
}

/** An item of a feed, before the outlets' names stand in it. */
export type CarriedItem =
  | Exclude<FeedItem, { kind: 'conflict-found' }>
  | {
      readonly kind: 'conflict-found';
      readonly conflictId: string;
      readonly earlier: KeptSide;
      readonly later: KeptSide;
    };

/** What an outlet has to be told. */
interface Word {
  /** Names it in the outlet's feed. `begin …` sorts before the `end …` of the same thing, and is carried first. */
  readonly source: string;
  readonly outlet: OutletCode;
  readonly item: CarriedItem;
}

interface Outcome {
  readonly voided: readonly Standing[];
  readonly fresh: readonly Standing[];
  readonly began: readonly Conflict[];
  readonly ended: readonly Conflict[];
  readonly words: readonly Word[];
}

/**
 * Writes purchases and voids with their holders, and with them the conflicts that begin and end and what the outlets
 * have to be told. What stands there already is left: it may be cut off and run again, and which conflicts stand in the
 * end does not depend on the order in which purchases came.
 * @returns how many words wait to be carried over
 */
export async function settleSlot(
  statements: Statements,
  slot: HolderSlot,
  sales: SlotSales,
  now: Instant,
  today: BusinessDay,
): Promise<number> {
  const keys = [...new Set([...sales.purchases, ...sales.voids].map(({ holderKey }) => holderKey))];
  const outcome = outcomeOf(await purchasesOf(statements, slot, keys), sales, today);
  await write(statements, slot, outcome, now);
  return outcome.words.length;
}

/** By holder, all that are kept. */
async function purchasesOf(
  reading: Reading,
  slot: HolderSlot,
  keys: readonly HolderKey[],
): Promise<Map<HolderKey, Standing[]>> {
  const rows = await reading.all<PurchaseRow>(
    `SELECT holder_key AS "holderKey", outlet, till_id AS "tillId", seq, at, day, interval_days AS "intervalDays",
       mask_kind AS kind, pieces, voided
     FROM purchases WHERE holder_slot = ? AND ${reading.anyOf('holder_key')}`,
    [slot, reading.list(keys)],
  );
  const byHolder = new Map<HolderKey, Standing[]>();
  for (const { outlet, tillId, seq, voided, ...row } of rows) {
    const purchase: Standing = {
      ...{ ...row, id: { outlet, tillId, seq }, state: voided === 0 ? 'stands' : 'voided' },
    };
    const ofHolder = byHolder.get(row.holderKey);
    if (ofHolder) ofHolder.push(purchase);
    else byHolder.set(row.holderKey, [purchase]);
  }
  return byHolder;
}

interface PurchaseRow extends PurchaseId {
  readonly holderKey: HolderKey;
  readonly at: Instant;
  readonly day: BusinessDay;
  readonly intervalDays: number;
  readonly kind: MaskKind;
  readonly pieces: number;
  readonly voided: 0 | 1;
}

/** Voids first, those of new purchases too: a sale that was voided and made anew was never a conflict. */
function outcomeOf(byHolder: Map<HolderKey, Standing[]>, sales: SlotSales, today: BusinessDay): Outcome {
  const takenBack = new Set(sales.voids.map(purchaseName));
  const outcome = { voided: [], fresh: [], began: [], ended: [], words: [] } as {
    -readonly [K in keyof Outcome]: Outcome[K][number][];
  };
  const isTakenBack = ({ id }: PurchaseMade) => takenBack.size > 0 && takenBack.has(purchaseName(id));

  for (const ofHolder of takenBack.size > 0 ? byHolder.values() : []) {
    for (const [i, purchase] of ofHolder.entries()) {
      if (purchase.state === 'voided' || !isTakenBack(purchase)) continue;
      ofHolder[i] = { ...purchase, state: 'voided' };
      outcome.voided.push(purchase);
      const ended = conflictsWith(purchase, ofHolder);
      outcome.ended.push(...ended);
      outcome.words.push(...ended.flatMap(wordsOfEnd), ...wordsOfVoid(purchase, ofHolder, today));
    }
  }
  for (const purchase of sales.purchases) {
    const ofHolder = byHolder.get(purchase.holderKey);
    if (ofHolder?.some(({ id }) => purchaseName(id) === purchaseName(purchase.id))) continue;
    const made: Standing = isTakenBack(purchase) ? { ...purchase, state: 'voided' } : purchase;
    outcome.fresh.push(made);
    if (!ofHolder) {
      byHolder.set(purchase.holderKey, [made]);
      continue;
    }
    if (made.state === 'stands') {
      const began = conflictsWith(made, ofHolder);
      outcome.began.push(...began);
      outcome.words.push(...began.flatMap(wordsOfConflict), ...wordsOfPurchase(made, ofHolder, today));
    }
    ofHolder.push(made);
  }
  return outcome;
}

const conflictsWith = (purchase: Standing, ofHolder: readonly Standing[]): Conflict[] =>
  ofHolder.flatMap((other) =>
    other.state === 'voided' || other.id === purchase.id ? [] : (conflictOf(purchase, other) ?? []),
  );

const wordsOfConflict = ({ conflictId, earlier, later }: Conflict): Word[] =>
  bothOutlets(earlier, later).map((outlet) => ({
    ...{ source: `begin conflict ${conflictId}`, outlet },
    item: { kind: 'conflict-found', conflictId, earlier: sideOf(earlier), later: sideOf(later) },
  }));

const wordsOfEnd = ({ conflictId, earlier, later }: Conflict): Word[] =>
  bothOutlets(earlier, later).map((outlet) => ({
    ...{ source: `end conflict ${conflictId}`, outlet },
    item: { kind: 'conflict-ended', conflictId },
  }));

const bothOutlets = (a: PurchaseMade, b: PurchaseMade): OutletCode[] => [
  ...new Set([a.id.outlet, b.id.outlet]),
];

/**
 * Who has sold to this holder before is told, since that is where she will come again, perhaps while there is no line; and
 * the till that sold now, of those that still count.
 */
function wordsOfPurchase(made: Standing, ofHolder: readonly Standing[], today: BusinessDay): Word[] {
  if (!stillRuns(made, today)) return [];
  const others = ofHolder.filter((other) => other.state === 'stands' && elsewhere(made, other));
  return others.flatMap((other) => [
    wordOfPurchase(other.id.outlet, made),
    ...(stillRuns(other, today) ? [wordOfPurchase(made.id.outlet, other)] : []),
  ]);
}

const wordOfPurchase = (outlet: OutletCode, { state: _, ...purchase }: Standing): Word => ({
  source: `begin purchase ${purchaseName(purchase.id)}`,
  outlet,
  item: { kind: 'purchase-elsewhere', purchase },
});

function wordsOfVoid(purchase: Standing, ofHolder: readonly Standing[], today: BusinessDay): Word[] {
  if (!stillRuns(purchase, today)) return [];
  const outlets = new Set(ofHolder.filter((other) => elsewhere(purchase, other)).map(({ id }) => id.outlet));
  return [...outlets].map((outlet) => ({
    ...{ source: `end purchase ${purchaseName(purchase.id)}`, outlet },
    item: { kind: 'purchase-gone', id: purchase.id },
  }));
}

/** At another till; of the same outlet too, since each till has its own journal. */
const elsewhere = (a: PurchaseMade, b: PurchaseMade): boolean =>
  a.id.outlet !== b.id.outlet || a.id.tillId !== b.id.tillId;

async function write(
  statements: Statements,
  slot: HolderSlot,
  { voided, fresh, began, ended, words }: Outcome,
  now: Instant,
): Promise<void> {
  // In the order of the table, so that rows of one page are written together.
  const inOrder = [...fresh].sort((a, b) => (a.holderKey < b.holderKey ? -1 : 1));
  // All at once: none waits for the answer to another.
  await Promise.all([
    ...voided.map(({ holderKey, id }) =>
      statements.run(
        `UPDATE purchases SET voided = 1
         WHERE holder_slot = ? AND holder_key = ? AND outlet = ? AND till_id = ? AND seq = ?`,
        [slot, holderKey, id.outlet, id.tillId, id.seq],
      ),
    ),
    ...ended.map(({ conflictId, earlier }) =>
      statements.run(
        `UPDATE conflicts SET ended_at = ?
         WHERE holder_slot = ? AND holder_key = ? AND conflict_id = ? AND ended_at IS NULL`,
        [now, slot, earlier.holderKey, conflictId],
      ),
    ),
    statements.insertNew(
      'purchases',
      purchaseColumns,
      inOrder.map((each) => purchaseRow(slot, each)),
    ),
    statements.insertMany(
      'conflicts',
      ['holder_slot', 'holder_key', 'conflict_id', 'earlier', 'later', 'found_at'],
      began.map((conflict) => conflictRow(slot, conflict, now)),
    ),
    statements.insertMany(
      'carry',
      ['holder_slot', 'source', 'outlet', 'item', 'at'],
      words.map(({ source, outlet, item }) => [slot, source, outlet, JSON.stringify(item), now]),
    ),
  ]);
}

const conflictRow = (slot: HolderSlot, { conflictId, earlier, later }: Conflict, now: Instant) => [
  ...[
    slot,
    earlier.holderKey,
    conflictId,
    JSON.stringify(sideOf(earlier)),
    JSON.stringify(sideOf(later)),
    now,
  ],
];

const purchaseColumns = [
  ...[
    'holder_slot',
    'holder_key',
    'outlet',
    'till_id',
    'seq',
    'at',
    'day',
    'interval_days',
    'mask_kind',
    'pieces',
  ],
  'voided',
];

function purchaseRow(slot: HolderSlot, standing: Standing) {
  const { id, holderKey, at, day, intervalDays, kind, pieces, state } = standing;
  const voided = state === 'voided' ? 1 : 0;
  return [slot, holderKey, id.outlet, id.tillId, id.seq, at, day, intervalDays, kind, pieces, voided];
}
