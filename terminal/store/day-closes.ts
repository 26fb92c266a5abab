import type { Database } from 'better-sqlite3';
import type { DayClosed, Entry } from '#protocol';
import type { BusinessDay, Instant } from '#rules';

export interface DayClose {
  readonly at: Instant;
  /** Of its entry in the journal. */
  readonly seq: number;
  readonly closed: DayClosed;
}

export interface DayCloses {
  /** The one that counts: a later close of a day replaces an earlier. */
  last(): DayClose | null;
  of(day: BusinessDay): readonly DayClose[];
  byNumber(day: BusinessDay, number: number): DayClose | null;
  /** Days on which something was sold or voided and not closed afterwards, oldest first. */
  daysToClose(): readonly BusinessDay[];
  /** Days up to this one on which something was sold. */
  sellingDays(until: BusinessDay): number;
  projectMovement(day: BusinessDay, what: 'sale' | 'void'): void;
  projectClose(entry: Entry, closed: DayClosed): void;
}

type Row = { readonly at: Instant; readonly seq: number; readonly fact: string };
const closeOf = ({ at, seq, fact }: Row): DayClose => ({ at, seq, closed: JSON.parse(fact) as DayClosed });

export function createDayCloses(db: Database): DayCloses {
  const select = (rest: string) => db.prepare<unknown[], Row>(`SELECT at, seq, fact FROM day_closes ${rest}`);
  const last = select('ORDER BY seq DESC LIMIT 1');
  const ofDay = select('WHERE day = ? ORDER BY number');
  const byNumber = select('WHERE day = ? AND number = ?');
  const insert = db.prepare('INSERT INTO day_closes VALUES (?, ?, ?, ?, ?)');
  const daysToClose = db
    .prepare<[], BusinessDay>('SELECT day FROM days WHERE to_close = 1 ORDER BY day')
    .pluck();
  const sellingDays = db
    .prepare<[BusinessDay], number>('SELECT count(*) FROM days WHERE sold = 1 AND day <= ?')
    .pluck();
  // Nothing is written while the day stands as it should, which is so for all of its sales but the first.
  const moved = db.prepare(
    `INSERT INTO days VALUES (@day, @sold, 1) ON CONFLICT (day) DO UPDATE SET sold = max(sold, @sold), to_close = 1
     WHERE to_close = 0 OR sold < @sold`,
  );
  const closed = db.prepare('UPDATE days SET to_close = 0 WHERE day = ?');
  const one = (row: Row | undefined) => (row ? closeOf(row) : null);
  return {
    last: () => one(last.get()),
    of: (day) => ofDay.all(day).map(closeOf),
    byNumber: (day, number) => one(byNumber.get(day, number)),
    daysToClose: () => daysToClose.all(),
    sellingDays: (until) => sellingDays.get(until) ?? 0,
    projectMovement: (day, what) => void moved.run({ day, sold: what === 'sale' ? 1 : 0 }),
    projectClose({ seq, at, fact }, { day, number }) {
      insert.run(day, number, seq, at, fact);
      closed.run(day);
    },
  };
}
