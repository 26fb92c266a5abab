import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createTestCentre,
  holderNumber,
  saleTo,
  sampleOutlets,
  type TestCentre,
  type TestTill,
  voidOf,
} from '#fixtures/central-kit';
import type { FactOf, FeedItem, FeedItemOf, PullAnswer, PurchaseId } from '#protocol';
import { addDays, type BusinessDay, businessDayOf, instant, type OutletCode } from '#rules';
import type { OpenDatabase } from '../database/database.contract.ts';
import type { CentralDatabase } from '../database/database.ts';

/** What happens in a small country: who buys where and when, what is voided, and in what order the centre hears of it. */
interface Country {
  readonly sales: readonly { till: number; holder: number; hour: number; interval: number; void: boolean }[];
  readonly pushes: readonly { till: number; entries: number }[];
}

const tills = 4;
const country: fc.Arbitrary<Country> = fc.record({
  sales: fc.array(
    fc.record({
      ...{ till: fc.nat(tills - 1), holder: fc.nat(4), hour: fc.nat(96) },
      ...{ interval: fc.constantFrom(1, 2, 7), void: fc.nat(2).map((n) => n === 0) },
    }),
    { minLength: 8, maxLength: 30, size: 'max' },
  ),
  pushes: fc.array(fc.record({ till: fc.nat(tills - 1), entries: fc.integer({ min: 1, max: 6 }) }), {
    maxLength: 20,
    size: 'max',
  }),
});

const start = '2020-03-16T20:00:00+08:00';
const hourMs = 3_600_000;

/** Two tills stand in one outlet. */
async function settle(country: Country, database: CentralDatabase) {
  const centre = await createTestCentre(database, { iso: start });
  const places = [0, 0, 1, 2].map((i) => sampleOutlets[i] as OutletCode);
  const all = [];
  for (const outlet of places) all.push(await centre.newTill(outlet));
  for (const till of all) till.open();
  const began = centre.clock.now() - 100 * hourMs;
  for (const sale of [...country.sales].sort((a, b) => a.hour - b.hour)) {
    const till = all[sale.till] as TestTill;
    const at = instant(began + sale.hour * hourMs);
    // Of a paper form, since a journal's own time is only as early as its first entry.
    const paper = { formLine: '1-1', soldAt: at };
    const seq = till.append(
      saleTo(sale.holder, at, { paper, intervalDays: sale.interval, day: businessDayOf(at) }),
    );
    if (sale.void) till.append(voidOf(till, seq));
  }
  return { centre, all };
}

/** Brings everything to the centre: first as the country says, then what is left. */
async function bringAll(all: readonly TestTill[], pushes: Country['pushes'], work: () => Promise<void>) {
  const sent = all.map(() => 0);
  for (const { till: i, entries } of pushes) {
    const [till, from] = [all[i] as TestTill, sent[i] ?? 0];
    const until = Math.min(from + entries, till.entries.length);
    await till.push(from, until);
    sent[i] = until;
    if (entries % 2) await work();
  }
  for (const till of all) await till.push();
}

const nameOf = ({ outlet, tillId, seq }: PurchaseId) => `${outlet}/${tillId}/${seq}`;

interface Bought {
  readonly name: string;
  readonly till: TestTill;
  readonly fact: FactOf<'sale'>;
}

/** Added up by hand from the journals. */
function standing(all: readonly TestTill[]): Bought[] {
  return all.flatMap((till) => {
    const facts = till.entries.map(({ fact }) => JSON.parse(fact) as FactOf<'sale'> | FactOf<'sale-voided'>);
    const gone = new Set(
      facts.flatMap((f) => (f.kind === 'sale-voided' ? (f.lines ?? []).map(({ seq }) => seq) : [])),
    );
    return facts.flatMap((fact, i) =>
      fact.kind === 'sale' && !gone.has(i + 1)
        ? [{ name: nameOf({ ...till.name, seq: i + 1 }), till, fact }]
        : [],
    );
  });
}

function conflictsByHand(bought: readonly Bought[]): string[] {
  const order = ({ fact, till, name }: Bought) =>
    `${String(fact.paper?.soldAt).padStart(15, '0')} ${till.name.outlet} ${till.name.tillId} ${name.split('/')[2]?.padStart(9, '0')}`;
  const inOrder = [...bought].sort((a, b) => (order(a) < order(b) ? -1 : 1));
  return inOrder
    .flatMap((earlier, i) =>
      inOrder
        .slice(i + 1)
        .flatMap((later) =>
          later.fact.holder.key === earlier.fact.holder.key &&
          later.fact.day < addDays(earlier.fact.day, earlier.fact.intervalDays)
            ? [`${earlier.name} ${later.name}`]
            : [],
        ),
    )
    .sort();
}

const itemsOf = async (till: TestTill): Promise<FeedItem[]> =>
  ((await till.pull()).body as PullAnswer).items.map(({ item }) => item);

const ofKind = <K extends FeedItem['kind']>(items: readonly FeedItem[], kind: K) =>
  items.filter((item): item is FeedItemOf<K> => item.kind === kind);

async function expectTruth(centre: TestCentre, all: readonly TestTill[]): Promise<number> {
  const bought = standing(all);
  const expected = conflictsByHand(bought);
  const rows = await centre.database.reading.all<{ earlier: string; later: string }>(
    'SELECT earlier, later FROM conflicts WHERE ended_at IS NULL',
  );
  const pairs = rows.map(
    ({ earlier, later }) => `${nameOf(JSON.parse(earlier).id)} ${nameOf(JSON.parse(later).id)}`,
  );
  expect(pairs.sort()).toEqual(expected);
  for (const till of all) {
    const items = await itemsOf(till);
    const ended = new Set(ofKind(items, 'conflict-ended').map(({ conflictId }) => conflictId));
    const shown = ofKind(items, 'conflict-found').filter(({ conflictId }) => !ended.has(conflictId));
    expect(shown.map(({ earlier, later }) => `${nameOf(earlier.id)} ${nameOf(later.id)}`).sort()).toEqual(
      expected.filter((pair) => pair.includes(till.outlet)),
    );
    expectElsewhere(items, till, bought);
    expectOrder(items);
  }
  expect(await centre.database.reading.all('SELECT * FROM carry')).toEqual([]);
  expect(await centre.database.reading.all('SELECT 1 AS one FROM batches WHERE sales IS NOT NULL')).toEqual(
    [],
  );
  expect(centre.faults).toEqual([]);
  return expected.length;
}

/** Nothing ends before it began. */
function expectOrder(items: readonly FeedItem[]): void {
  const begun = new Set<string>();
  for (const item of items) {
    if (item.kind === 'conflict-found') begun.add(item.conflictId);
    if (item.kind === 'conflict-ended') expect(begun).toContain(item.conflictId);
    if (item.kind === 'purchase-elsewhere')
      expect(items.slice(0, items.indexOf(item)).some((other) => endsPurchase(other, item.purchase.id))).toBe(
        false,
      );
  }
}

const endsPurchase = (item: FeedItem, id: PurchaseId): boolean =>
  item.kind === 'purchase-gone' && nameOf(item.id) === nameOf(id);

/** The outlet knows of every purchase elsewhere that counts for a holder who bought here, and of none that is gone. */
function expectElsewhere(items: readonly FeedItem[], till: TestTill, bought: readonly Bought[]): void {
  const gone = new Set(ofKind(items, 'purchase-gone').map(({ id }) => nameOf(id)));
  const told = ofKind(items, 'purchase-elsewhere').map(({ purchase }) => nameOf(purchase.id));
  const known = told.filter((name) => !gone.has(name));
  const runs = ({ fact }: Bought) => addDays(fact.day, fact.intervalDays) > ('2020-03-16' as BusinessDay);
  const here = bought.filter((own) => own.till === till && runs(own));
  const needed = bought.filter(
    (other) =>
      other.till !== till &&
      runs(other) &&
      here.some(({ fact }) => fact.holder.key === other.fact.holder.key),
  );
  expect(new Set(told).size).toBe(told.length);
  expect(known).toEqual(expect.arrayContaining(needed.map(({ name }) => name)));
  const stands = new Set(bought.map(({ name }) => name));
  expect(known.filter((name) => !stands.has(name))).toEqual([]);
}

/** The same countries every time: what the counts below ask for has to happen in them. The simulation has others. */
const seed = 20_200_206;

/** What the centre finds over quota, on any database. */
export function describeConflicts(open: OpenDatabase, runs: number): void {
  describe('conflicts', () => {
    it('are the same in whatever order and pieces the journals come, and every outlet is told', async () => {
      let found = 0;
      await fc.assert(
        fc.asyncProperty(country, async (given) => {
          const { centre, all } = await settle(given, await open());
          await bringAll(all, given.pushes, centre.intake.work);
          await centre.intake.work();
          found += await expectTruth(centre, all);
        }),
        { numRuns: runs, seed },
      );
      expect(found).toBeGreaterThan(0);
    }, 240_000);

    it('are the same where the centre is cut off between any two of its transactions', async () => {
      let cuts = 0;
      await fc.assert(
        fc.asyncProperty(country, fc.integer({ min: 0, max: 40 }), async (given, after) => {
          const database = await open();
          const { centre, all } = await settle(given, withoutSlots(database));
          for (const till of all) await till.push(0, till.entries.length >> 1);
          const dying = await createTestCentre(dyingAfter(database, after), { iso: start, outlets: [] });
          await dying.intake.work().catch(() => {
            cuts += 1;
          });
          for (const till of all) await till.push();
          const next = await createTestCentre(database, { iso: start, outlets: [] });
          await next.intake.work();
          centre.faults.splice(0);
          await expectTruth(centre, all);
        }),
        { numRuns: runs, seed },
      );
      expect(cuts).toBeGreaterThan(0);
    }, 240_000);

    it('name both outlets, and no holder', async () => {
      const centre = await createTestCentre(await open());
      const [a, b] = [await centre.newTill(sampleOutlets[0]), await centre.newTill(sampleOutlets[1])];
      for (const till of [a, b]) {
        till.append(saleTo(1, centre.clock.now()));
        await till.push();
      }
      await centre.intake.work();
      const [found] = ofKind(await itemsOf(a), 'conflict-found');
      expect([found?.earlier.outletName, found?.later.outletName].sort()).toEqual(
        [`Outlet ${a.outlet}`, `Outlet ${b.outlet}`].sort(),
      );
      expect(JSON.stringify(found)).not.toContain(holderNumber(1));
      expect([...new Set(centre.news)].toSorted()).toEqual([a.outlet, b.outlet].toSorted());
    });

    it('are none where a sale was voided and made anew', async () => {
      const centre = await createTestCentre(await open());
      const till = await centre.newTill();
      till.append(saleTo(1, centre.clock.now()));
      till.append(voidOf(till, 1));
      till.append(saleTo(1, centre.clock.now()));
      await till.push();
      await centre.intake.work();
      expect(await itemsOf(till)).toEqual([]);
    });
  });
}

/** What is accepted waits, since it cannot be brought to its holders. */
export const withoutSlots = (database: CentralDatabase): CentralDatabase => ({
  ...database,
  beforeCommit: null,
  inSlot: () => Promise.reject(new Error('no slots today')),
});

/** Does so many transactions more, and then nothing: every second time the last is done, and nobody hears of it. */
function dyingAfter(database: CentralDatabase, transactions: number): CentralDatabase {
  let left = transactions;
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    left -= 1;
    if (left < 0 && transactions % 2 === 0) throw new Error('cut off');
    if (left < -1) throw new Error('cut off');
    const value = await work();
    if (left < 0) throw new Error('cut off');
    return value;
  };
  return {
    ...database,
    inOutlet: (outlet, work) => run(() => database.inOutlet(outlet, work)),
    inSlot: (slot, work) => run(() => database.inSlot(slot, work)),
  };
}
