import {
  type BusinessDay,
  type Clock,
  endsWithItsDay,
  type Instant,
  instant,
  type MaskKind,
  type OpeningHours,
  type OutletCode,
  openingHoursSchema,
  type PiecesByKind,
  type SellingState,
} from '#rules';
import type { CentralDatabase, Reading } from '../database/database.ts';

/** What the tills of one outlet have said, added up. */
export interface OutletFigures {
  /** On hand, by kind, without goods of a later day; those promised by ticket are in it. */
  readonly onHand: PiecesByKind;
  readonly promised: PiecesByKind;
  readonly lots: readonly {
    readonly kind: MaskKind;
    readonly onSaleFrom: BusinessDay;
    readonly pieces: number;
  }[];
  readonly selling: { readonly state: SellingState; readonly day: BusinessDay | null; readonly note: string };
  /** When masks are sold, as the outlet says; `null` where it has not. */
  readonly hours: OpeningHours | null;
  readonly hoursNote: string;
  /**
   * When all tills were heard that have something; where none has, the last of them. `null`: none was, or none stands.
   * One that was revoked has nothing any more.
   */
  readonly heardAt: Instant | null;
}

/** The figures of every outlet in memory, so that no public page ever waits for the database. */
export interface Board {
  /** Reads everything. */
  load(): Promise<void>;
  /** Reads some outlets anew. */
  refresh(...some: readonly OutletCode[]): Promise<void>;
  /** Reads what other processes have changed since. */
  refreshChanged(): Promise<void>;
  /** Reads when the tills of every outlet were last heard; nobody is told, since it is news of nearly all at once. */
  refreshHeard(): Promise<void>;
  figures(outlet: OutletCode): OutletFigures;
  /** Every figure is at least as new as this, so that a database which does not answer makes them old. */
  readAt(): Instant;
  subscribe(changed: (outlet: OutletCode | 'all') => void): () => void;
}

const nothingKnown: OutletFigures = {
  onHand: { adult: 0, child: 0 },
  promised: { adult: 0, child: 0 },
  lots: [],
  selling: { state: 'open', day: null, note: '' },
  hours: null,
  hoursNote: '',
  heardAt: null,
};

/** Clocks of several processes differ, and a transaction becomes visible after its own instant. */
const overlapMs = 10_000;
/** So often everything is read: a process whose clock is ahead would miss for good what others write meanwhile. */
const wholeMs = 60_000;

export interface BoardDeps {
  readonly database: Pick<CentralDatabase, 'reading' | 'kind'>;
  readonly clock: Pick<Clock, 'now'>;
}

export function createBoard({ database: { reading, kind }, clock }: BoardDeps): Board {
  let outlets = new Map<OutletCode, OutletFigures>();
  const listeners = new Set<(outlet: OutletCode | 'all') => void>();
  let changedAt = 0;
  let wholeAt = 0;
  let readAt = instant(0);
  /** Outlets that changed and could not be read. */
  let missed = new Set<OutletCode>();

  const say = (outlet: OutletCode | 'all') => {
    for (const listener of listeners) listener(outlet);
  };

  /** @param from when the reading began that brought everything up to date */
  function upToDate(from: Instant): void {
    if (missed.size === 0) readAt = instant(Math.max(readAt, from));
  }

  async function refresh(...some: readonly OutletCode[]): Promise<void> {
    const wanted = [...new Set([...missed, ...some])];
    missed = new Set();
    const from = clock.now();
    try {
      const read = await readFigures(reading, wanted);
      for (const outlet of wanted) put(outlet, read.get(outlet) ?? nothingKnown, JSON.stringify);
    } catch (error) {
      for (const outlet of wanted) missed.add(outlet);
      throw error;
    }
    // Where one process writes, every change is read here.
    if (kind === 'sqlite') upToDate(from);
  }

  /** What others changed is read more than once, and only new figures are worth a new file. */
  function put(outlet: OutletCode, figures: OutletFigures, told: (of: OutletFigures) => string): void {
    const before = outlets.get(outlet) ?? nothingKnown;
    outlets.set(outlet, figures);
    if (told(figures) !== told(before)) say(outlet);
  }

  async function refreshWhole(): Promise<void> {
    const read = await readFigures(reading, null);
    missed = new Set();
    for (const outlet of new Set([...outlets.keys(), ...read.keys()]))
      put(outlet, read.get(outlet) ?? nothingKnown, withoutHeard);
  }

  return {
    async load() {
      const from = clock.now();
      outlets = await readFigures(reading, null);
      missed = new Set();
      wholeAt = from;
      upToDate(from);
      say('all');
    },
    refresh,
    async refreshChanged() {
      const from = clock.now();
      if (Math.abs(from - wholeAt) >= wholeMs) {
        await refreshWhole();
        wholeAt = from;
      }
      const rows = await reading.all<{ outlet: OutletCode; at: number }>(
        'SELECT outlet, changed_at AS at FROM outlet_states WHERE changed_at >= ?',
        [changedAt - overlapMs],
      );
      const latest = rows.reduce((latest, { at }) => Math.max(latest, at), changedAt);
      if (rows.length + missed.size > 0) await refresh(...rows.map(({ outlet }) => outlet));
      // One that is ahead must not hide what this one's own clock has still to come to.
      changedAt = Math.min(latest, from);
      upToDate(from);
    },
    async refreshHeard() {
      const from = clock.now();
      if (missed.size > 0) await refresh();
      const heard = new Map(
        (await readHeard(reading, null)).map(({ outlet, seenAt }) => [outlet, instant(seenAt)]),
      );
      for (const outlet of new Set([...outlets.keys(), ...heard.keys()])) {
        const figures = outlets.get(outlet) ?? nothingKnown;
        const heardAt = heard.get(outlet) ?? null;
        if (figures.heardAt !== heardAt) outlets.set(outlet, { ...figures, heardAt });
      }
      if (kind === 'sqlite') upToDate(from);
    },
    figures: (outlet) => outlets.get(outlet) ?? nothingKnown,
    readAt: () => readAt,
    subscribe(changed) {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

/** Whether the outlet sells on a day, and what it says about it: what ends with its day is over on the next. */
export function sellingOn(
  { selling }: OutletFigures,
  day: BusinessDay,
): { readonly state: SellingState; readonly note: string } {
  const past = endsWithItsDay(selling.state) && selling.day !== null && selling.day < day;
  return past ? { state: 'open', note: '' } : { state: selling.state, note: selling.note };
}

/** Pieces of each kind on sale on a day: none while the outlet sells nothing. Never below zero. */
export function onSaleOn(
  figures: OutletFigures,
  day: BusinessDay,
  promises: 'left-out' | 'counted',
): PiecesByKind {
  const { onHand, promised, lots } = figures;
  if (sellingOn(figures, day).state !== 'open') return { adult: 0, child: 0 };
  const of = (kind: MaskKind) => {
    const due = lots.filter((lot) => lot.kind === kind && lot.onSaleFrom <= day);
    const pieces = onHand[kind] + due.reduce((sum, lot) => sum + lot.pieces, 0);
    return Math.max(0, pieces - (promises === 'left-out' ? promised[kind] : 0));
  };
  return { adult: of('adult'), child: of('child') };
}

/** When tills were heard is news of nearly all at once, and asked for by itself. */
const withoutHeard = (figures: OutletFigures): string => JSON.stringify({ ...figures, heardAt: null });

interface StockRow {
  readonly outlet: OutletCode;
  readonly kind: MaskKind;
  readonly onHand: number;
  readonly promised: number;
}

interface LotRow {
  readonly outlet: OutletCode;
  readonly kind: MaskKind;
  readonly onSaleFrom: BusinessDay;
  readonly pieces: number;
}

interface StateRow {
  readonly outlet: OutletCode;
  readonly state: SellingState;
  readonly day: BusinessDay | null;
  readonly note: string;
  readonly hours: string | null;
  readonly hoursNote: string;
}

/** Of outlets with a till that stands. Its figure is as old as the word of the till that was silent longest. */
function readHeard(
  reading: Reading,
  some: readonly OutletCode[] | null,
): Promise<readonly { readonly outlet: OutletCode; readonly seenAt: number }[]> {
  const only = some === null ? '' : `AND ${reading.anyOf('tills.outlet')}`;
  const its = (table: string) => `${table}.outlet = tills.outlet AND ${table}.till_id = tills.till_id`;
  return reading.all(
    `SELECT outlet, coalesce(min(CASE WHEN
         EXISTS (SELECT 1 FROM till_stock WHERE ${its('till_stock')} AND till_stock.on_hand > 0)
         OR EXISTS (SELECT 1 FROM till_lots WHERE ${its('till_lots')} AND till_lots.pieces > 0)
       THEN seen_at END), max(seen_at)) AS "seenAt"
     FROM tills WHERE revoked_at IS NULL ${only} GROUP BY outlet`,
    some === null ? [] : [reading.list(some)],
  );
}

/** @param some outlets, or `null` for all */
async function readFigures(
  reading: Reading,
  some: readonly OutletCode[] | null,
): Promise<Map<OutletCode, OutletFigures>> {
  const where = some === null ? '' : `WHERE ${reading.anyOf('outlet')}`;
  const values = some === null ? [] : [reading.list(some)];
  const [stock, lots, states, tills] = await Promise.all([
    reading.all<StockRow>(
      `SELECT outlet, mask_kind AS kind, on_hand AS "onHand", promised FROM till_stock ${where}`,
      values,
    ),
    reading.all<LotRow>(
      `SELECT outlet, mask_kind AS kind, on_sale_from AS "onSaleFrom", pieces FROM till_lots ${where}`,
      values,
    ),
    reading.all<StateRow>(
      `SELECT outlet, state, state_day AS day, state_note AS note, hours, hours_note AS "hoursNote"
       FROM outlet_states ${where}`,
      values,
    ),
    readHeard(reading, some),
  ]);
  const outlets = new Map<OutletCode, OutletFigures>();
  const change = (outlet: OutletCode, to: (figures: OutletFigures) => OutletFigures) =>
    outlets.set(outlet, to(outlets.get(outlet) ?? nothingKnown));
  const plus = (pieces: PiecesByKind, kind: MaskKind, more: number) => ({
    ...pieces,
    [kind]: pieces[kind] + more,
  });
  for (const { outlet, kind, onHand, promised } of stock) {
    change(outlet, (figures) => ({
      ...figures,
      onHand: plus(figures.onHand, kind, onHand),
      promised: plus(figures.promised, kind, promised),
    }));
  }
  for (const { outlet, ...lot } of lots) {
    change(outlet, (figures) => ({ ...figures, lots: [...figures.lots, lot] }));
  }
  for (const { outlet, hours, hoursNote, ...selling } of states) {
    const week = hours === null ? null : openingHoursSchema.parse(JSON.parse(hours));
    change(outlet, (figures) => ({ ...figures, selling, hours: week, hoursNote }));
  }
  for (const { outlet, seenAt } of tills) {
    change(outlet, (figures) => ({ ...figures, heardAt: instant(seenAt) }));
  }
  return outlets;
}
