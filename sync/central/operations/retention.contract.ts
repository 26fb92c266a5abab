import { describe, expect, it } from 'vitest';
import {
  createTestCentre,
  saleTo,
  sampleOutlets,
  type TestCentre,
  type TestTill,
} from '#fixtures/central-kit';
import { type FeedItem, type PullAnswer, pullAnswerSchema } from '#protocol';
import type { OutletCode } from '#rules';
import type { OpenDatabase } from '../database/database.contract.ts';
import { createRetention } from './retention.ts';

const count = async ({ database }: TestCentre, table: string, where = '1 = 1') =>
  (await database.reading.get<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`))?.n;

/** Two outlets that sold to one holder on 12 and 13 March, seven days each, and to others. */
async function begun(open: OpenDatabase) {
  const centre = await createTestCentre(await open());
  const tills = [await centre.newTill(sampleOutlets[0]), await centre.newTill(sampleOutlets[1])] as const;
  tills[0].open();
  tills[1].open();
  for (const holder of [1, 2, 3]) tills[0].append(saleTo(holder, centre.clock.now()));
  await tills[0].push();
  centre.set('2020-03-13T09:00:00+08:00');
  tills[1].append(saleTo(1, centre.clock.now()));
  tills[1].append(saleTo(4, centre.clock.now(), { intervalDays: 14 }));
  await tills[1].push();
  await centre.intake.work();
  return { centre, tills, retention: createRetention(centre) };
}

/** Every till, or some, has just been heard. */
const hear = async ({ database, clock }: TestCentre, ...tills: readonly TestTill[]) => {
  for (const { outlet, name } of tills)
    await database.inOutlet(outlet, (statements) =>
      statements.run('UPDATE tills SET seen_at = ? WHERE outlet = ? AND till_id = ?', [
        ...[clock.now(), outlet, name.tillId],
      ]),
    );
};

/** What retention does on any database. */
export function describeRetention(open: OpenDatabase): void {
  describe('retention', () => {
    it('forgets a purchase eight days after its window, and not a day before', async () => {
      const { centre, tills, retention } = await begun(open);
      centre.set('2020-03-26T23:59:59+08:00');
      await hear(centre, ...tills);
      expect((await retention.run()).purchases).toBe(0);
      centre.set('2020-03-27T00:00:00+08:00');
      expect((await retention.run()).purchases).toBe(3);
      expect(await count(centre, 'purchases')).toBe(2);
      centre.set('2020-03-28T00:00:00+08:00');
      expect((await retention.run()).purchases).toBe(1);
      centre.set('2020-04-04T00:00:00+08:00');
      await hear(centre, ...tills);
      expect((await retention.run()).purchases).toBe(1);
      expect(await count(centre, 'purchases')).toBe(0);
    });

    it('finds a double sale that a station brings on a stick after a month', async () => {
      const { centre, tills, retention } = await begun(open);
      centre.set('2020-03-15T09:00:00+08:00');
      tills[1].append(saleTo(2, centre.clock.now()));
      centre.set('2020-04-14T09:00:00+08:00');
      await hear(centre, tills[0]);
      await retention.run();
      await tills[1].push(2);
      await centre.intake.work();
      expect(await count(centre, 'conflicts')).toBe(2);
    });

    it.each<[string, (centre: TestCentre, till: TestTill) => Promise<unknown>]>([
      ['since it was revoked', ({ enrolment }, till) => enrolment.revoke(till.name)],
      ['since it has been silent for 46 days', async (centre) => centre.set('2020-04-28T00:00:00+08:00')],
      // 14 days of window and a week.
      ['once it was heard', (centre, till) => hear(centre, till)],
    ])('keeps no purchase for a till that can bring nothing, %s', async (_, change) => {
      const { centre, tills, retention } = await begun(open);
      centre.set('2020-04-10T09:00:00+08:00');
      await hear(centre, tills[0]);
      expect((await retention.run()).purchases).toBe(0);
      await change(centre, tills[1]);
      await hear(centre, tills[0]);
      expect((await retention.run()).purchases).toBe(5);
    });

    it('keeps purchases for a till that has said it has more than it sent', async () => {
      const { centre, tills, retention } = await begun(open);
      centre.set('2020-03-15T09:00:00+08:00');
      for (const holder of [5, 6]) tills[1].append(saleTo(holder, centre.clock.now()));
      centre.set('2020-04-10T09:00:00+08:00');
      // Its journal is five entries long; four come.
      await tills[1].push(2, 3);
      await hear(centre, ...tills);
      await centre.intake.work();
      expect((await retention.run()).purchases).toBe(0);
      await tills[1].push(3);
      await centre.intake.work();
      expect((await retention.run()).purchases).toBeGreaterThan(0);
    });

    it('keeps what happened of a conflict, and not to whom', async () => {
      const { centre, tills, retention } = await begun(open);
      expect(await count(centre, 'conflicts')).toBe(1);
      centre.set('2020-03-27T00:00:00+08:00');
      await hear(centre, ...tills);
      await retention.run();
      expect(await count(centre, 'conflicts')).toBe(0);
      const past = await centre.database.reading.all<{ outlet: string; earlier: string; later: string }>(
        'SELECT * FROM past_conflicts',
      );
      expect(past).toMatchObject([{ outlet: sampleOutlets[1] }]);
      expect(JSON.parse(past[0]?.earlier ?? '')).toMatchObject({
        id: { outlet: sampleOutlets[0] },
        pieces: 3,
      });
      expect(JSON.stringify(past)).not.toMatch(/holder/i);
    });

    it('leaves no holder’s key in a feed longer than the purchase, and numbers go on', async () => {
      const { centre, tills, retention } = await begun(open);
      const before = (await tills[0].pull()).body as PullAnswer;
      expect(before.items.map(({ item }) => item.kind).sort()).toEqual([
        'conflict-found',
        'purchase-elsewhere',
      ]);
      centre.set('2020-03-28T00:00:00+08:00');
      await retention.run();
      expect(await count(centre, 'feed', `item LIKE '%holderKey%'`)).toBe(0);
      const after = pullAnswerSchema.parse((await tills[0].pull()).body);
      expect(after.feed).toBe(before.feed);
      expect(after.items.some(({ item }: { item: FeedItem }) => item.kind === 'conflict-found')).toBe(true);
    });

    it('drops what is older than 30 days from a feed, but never its last number', async () => {
      const { centre, tills, retention } = await begun(open);
      const { feed } = (await tills[0].pull()).body as PullAnswer;
      expect(feed).toBe(2);
      centre.set('2020-04-13T00:00:00+08:00');
      await retention.run();
      expect(((await tills[0].pull()).body as PullAnswer).items.map(({ number }) => number)).toEqual([2]);
      expect(await retention.run()).toMatchObject({ feedItems: 0 });
    });

    it('keeps an item whose word still waits to be carried, so that it is not carried twice', async () => {
      const { centre, tills, retention } = await begun(open);
      const { reading, inSlot } = centre.database;
      const outlet = sampleOutlets[0] as OutletCode;
      const rows = await reading.all<{ source: string; item: string }>(
        'SELECT source, item FROM feed WHERE outlet = ? ORDER BY number',
        [outlet],
      );
      // Cut off after the feed was written, and before the word was taken away.
      const [first] = rows;
      await inSlot(0, (statements) =>
        statements.insertMany(
          'carry',
          ['holder_slot', 'source', 'outlet', 'item', 'at'],
          [[0, first?.source ?? '', outlet, first?.item ?? '', 1]],
        ),
      );
      centre.set('2020-05-01T00:00:00+08:00');
      await retention.run();
      await centre.intake.work();
      expect(((await tills[0].pull()).body as PullAnswer).items.map(({ number }) => number)).toEqual([1, 2]);
      await retention.run();
      expect(((await tills[0].pull()).body as PullAnswer).items.map(({ number }) => number)).toEqual([2]);
    });

    it('drops old hashes but the newest of a till, and codes that are long over', async () => {
      const { centre, tills, retention } = await begun(open);
      tills[0].append(saleTo(9, centre.clock.now()));
      await tills[0].push(4);
      await centre.intake.work();
      expect(await count(centre, 'batches')).toBe(3);
      centre.set('2020-03-22T09:00:00+08:00');
      await retention.run();
      expect(await count(centre, 'enrolment_codes')).toBe(2);
      centre.set('2020-05-13T09:00:00+08:00');
      await retention.run();
      expect(await count(centre, 'batches')).toBe(2);
      expect(await count(centre, 'enrolment_codes')).toBe(0);
      // The till goes on from its last entry as before.
      tills[0].append(saleTo(10, centre.clock.now()));
      expect((await tills[0].push(5)).body).toMatchObject({ acknowledged: { seq: 6 } });
    });

    it('leaves what waits to be settled', async () => {
      const { centre, tills, retention } = await begun(open);
      await centre.database.inOutlet(tills[0].outlet, (statements) =>
        statements.run(`UPDATE batches SET sales = '[[],[]]' WHERE outlet = ?`, [tills[0].outlet]),
      );
      tills[0].append(saleTo(9, centre.clock.now()));
      centre.set('2020-05-14T09:00:00+08:00');
      await retention.run();
      expect(await count(centre, 'batches', 'sales IS NOT NULL')).toBe(1);
    });
  });
}
