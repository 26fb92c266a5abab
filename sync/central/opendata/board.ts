import {
  type BusinessDay,
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
  /** When its tills were last heard. */
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

export function createBoard({ reading }: Pick<CentralDatabase, 'reading'>): Board {
  let outlets = new Map<OutletCode, OutletFigures>();
  const listeners = new Set<(outlet: OutletCode | 'all') => void>();
  let changedAt = 0;

  const say = (outlet: OutletCode | 'all') => {
    for (const listener of listeners) listener(outlet);
  };

  async function refresh(...some: readonly OutletCode[]): Promise<void> {
    const read = await readFigures(reading, some);
    for (const outlet of some) {
      const [before, figures] = [outlets.get(outlet) ?? nothingKnown, read.get(outlet) ?? nothingKnown];
      outlets.set(outlet, figures);
      // What others changed is read more than once, and only new figures are worth a new file.
      if (JSON.stringify(figures) !== JSON.stringify(before)) say(outlet);
    }
  }

  return {
    async load() {
      outlets = await readFigures(reading, null);
      say('all');
    },
    refresh,
    async refreshChanged() {
      const rows = await reading.all<{ outlet: OutletCode; at: number }>(
        'SELECT outlet, changed_at AS at FROM outlet_states WHERE changed_at >= ?',
        [changedAt - overlapMs],
      );
      changedAt = rows.reduce((latest, { at }) => Math.max(latest, at), changedAt);
      if (rows.length > 0) await refresh(...rows.map(({ outlet }) => outlet));
    },
    async refreshHeard() {
      const rows = await reading.all<{ outlet: OutletCode; seenAt: number }>(
        'SELECT outlet, max(seen_at) AS "seenAt" FROM tills GROUP BY outlet',
      );
      for (const { outlet, seenAt } of rows) {
        const figures = outlets.get(outlet) ?? nothingKnown;
        if (figures.heardAt !== seenAt) outlets.set(outlet, { ...figures, heardAt: instant(seenAt) });
      }
    },
    figures: (outlet) => outlets.get(outlet) ?? nothingKnown,
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
    reading.all<{ outlet: OutletCode; seenAt: number }>(
      `SELECT outlet, seen_at AS "seenAt" FROM tills ${where}`,
      values,
    ),
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
    change(outlet, (figures) => ({ ...figures, heardAt: instant(Math.max(figures.heardAt ?? 0, seenAt)) }));
  }
  return outlets;
}
