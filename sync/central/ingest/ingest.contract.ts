import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createTestCentre,
  holderNumber,
  listOutlet,
  saleTo,
  sampleOutlets,
  voidOf,
} from '#fixtures/central-kit';
import type { PushAnswer } from '#protocol';
import { instantOf, type OutletCode } from '#rules';
import type { OpenDatabase } from '../database/database.contract.ts';
import type { CentralDatabase } from '../database/database.ts';

const outlet = sampleOutlets[0] as OutletCode;
const tables = [
  ...['batches', 'till_stock', 'till_lots', 'till_tickets', 'till_receipts', 'sold', 'deliveries', 'feed'],
  ...['outlet_states', 'purchases', 'conflicts', 'carry'],
];

/** All that entries change, row by row. */
async function everything({ reading }: CentralDatabase): Promise<string> {
  const rows = await Promise.all(tables.map((table) => reading.all(`SELECT * FROM ${table}`)));
  return JSON.stringify(rows.map((of) => of.map((row) => JSON.stringify(row)).sort()));
}

const pushed = (answer: { readonly body: object }) => answer.body as PushAnswer;

/** What the ingest does on any database. */
export function describeIngest(open: OpenDatabase): void {
  describe('the ingest', () => {
    async function begun() {
      const centre = await createTestCentre(await open());
      const till = await centre.newTill();
      till.open();
      return { centre, till, now: centre.clock.now };
    }

    it('takes a note with a NUL in it, and what comes after', async () => {
      const { centre, till, now } = await begun();
      const note = 'closed\0 today';
      till.append({ kind: 'selling-state-set', commandId: randomUUID(), state: 'paused', note });
      till.append(saleTo(1, now()));
      expect(pushed(await till.push())).toMatchObject({ acknowledged: till.place(3) });
      const state = await centre.database.reading.get('SELECT state_note AS note FROM outlet_states');
      expect(state).toEqual({ note: 'closed today' });
    });

    it('acknowledges what it keeps: stock, sales by the hour, purchases', async () => {
      const { centre, till, now } = await begun();
      till.append({ kind: 'goods-in', commandId: randomUUID(), pieces: { adult: 200, child: 50 } });
      till.append(saleTo(1, now()));
      till.append(saleTo(2, now(), { maskKind: 'child', pieces: 5 }));
      expect(pushed(await till.push())).toMatchObject({ acknowledged: till.place(4), feed: 0, policy: 0 });
      await centre.intake.work();

      const { reading } = centre.database;
      expect(
        await reading.all(
          'SELECT mask_kind AS kind, on_hand AS n, till_id AS till FROM till_stock ORDER BY mask_kind',
        ),
      ).toEqual([
        { kind: 'adult', n: 197, till: till.name.tillId },
        { kind: 'child', n: 45, till: till.name.tillId },
      ]);
      expect(
        await reading.all('SELECT day, hour, mask_kind AS kind, sales, pieces FROM sold ORDER BY mask_kind'),
      ).toEqual([
        { day: '2020-03-12', hour: 9, kind: 'adult', sales: 1, pieces: 3 },
        { day: '2020-03-12', hour: 9, kind: 'child', sales: 1, pieces: 5 },
      ]);
      expect(await centre.quota.purchasesOf([holderNumber(2)])).toMatchObject([
        { id: { outlet, tillId: till.name.tillId, seq: 4 }, kind: 'child', pieces: 5, intervalDays: 7 },
      ]);
      expect(centre.changed).toEqual([outlet]);
    });

    it('acknowledges a repeat, whole or overlapping, and changes nothing', async () => {
      const { centre, till, now } = await begun();
      till.append(saleTo(1, now()));
      till.append(voidOf(till, 2));
      await till.push();
      await centre.intake.work();
      const before = await everything(centre.database);
      for (const [from, until] of [
        [0, 3],
        [1, 2],
        [3, 3],
      ] as const)
        expect(pushed(await till.push(from, until))).toMatchObject({ acknowledged: till.place(until) });
      await centre.intake.work();
      expect(await everything(centre.database)).toBe(before);
      till.append(saleTo(2, now()));
      expect(pushed(await till.push(1)).acknowledged).toEqual(till.place(4));
    });

    it('keeps what stands before a bad entry, and goes on from there', async () => {
      const { centre, till, now } = await begun();
      till.append(saleTo(1, now()));
      till.appendText('{"kind":"masks-flew-away"}', now());
      till.append(saleTo(2, now()));
      const { acknowledged, fault } = pushed(await till.push());
      expect(acknowledged).toEqual(till.place(2));
      expect(fault).toMatchObject({ kind: 'unknown-entry', seq: 3 });
      await centre.intake.work();
      expect(await centre.quota.purchasesOf([holderNumber(1), holderNumber(2)])).toHaveLength(1);
    });

    it('keeps what stands before an entry of another journal, and no more', async () => {
      const { centre, till, now } = await begun();
      till.append(saleTo(1, now()));
      till.open('demo');
      till.append(saleTo(2, now()));
      const { acknowledged, fault } = pushed(await till.push());
      expect([acknowledged, fault]).toEqual([till.place(2), { kind: 'wrong-journal', seq: 3 }]);
      expect(pushed(await till.push(0, 2)).acknowledged).toEqual(till.place(2));
      const { reading } = centre.database;
      expect(
        await reading.get('SELECT seq, last_seq FROM tills JOIN batches USING (outlet, till_id)'),
      ).toEqual({
        ...{ seq: 2, last_seq: 2 },
      });
    });

    it('tells a fork at its entry across batches, and a gap', async () => {
      const { till, now } = await begun();
      for (let n = 1; n <= 6; n++) till.append(saleTo(n, now()));
      for (let from = 0; from < 7; from += 2) await till.push(from, Math.min(from + 2, 7));
      till.entries.splice(4);
      for (let n = 1; n <= 6; n++) till.append(saleTo(100 + n, now()));
      expect(pushed(await till.push(1)).fault).toEqual({ kind: 'fork', seq: 5 });
      expect(pushed(await till.push(9)).fault).toEqual({ kind: 'gap', seq: 8 });
    });

    it('lets goods of a later day, tickets and counts mean what they mean at the till', async () => {
      const { centre, till } = await begun();
      const [sessionId, ticketId, other] = [randomUUID(), randomUUID(), randomUUID()] as const;
      const commandId = randomUUID();
      const handOut = (id: string, number: number) =>
        till.append({
          ...{ kind: 'ticket-handed-out', commandId, ticketId: id, sessionId, number },
          ...{ maskKind: 'adult', pieces: 3 },
        });
      const tomorrow = '2020-03-13' as ReturnType<typeof saleTo>['day'];
      till.append({ kind: 'goods-in', commandId, pieces: { adult: 20, child: 0 } });
      till.append({ kind: 'goods-in', commandId, pieces: { adult: 100, child: 0 }, onSaleFrom: tomorrow });
      handOut(ticketId, 1);
      handOut(other, 2);
      await till.push();
      const stock = () =>
        centre.database.reading.get(
          `SELECT on_hand AS "onHand", promised, defective FROM till_stock WHERE mask_kind = 'adult'`,
        );
      expect(await stock()).toEqual({ onHand: 20, promised: 6, defective: 0 });

      till.append(saleTo(1, centre.clock.now(), { ticketId }));
      till.append({
        ...{
          kind: 'stock-moved',
          commandId,
          maskKind: 'adult',
          pieces: 2,
          from: 'on-hand',
          to: 'defective',
          note: '',
        },
      });
      await till.push(5);
      expect(await stock()).toEqual({ onHand: 15, promised: 3, defective: 2 });

      centre.set('2020-03-13T08:00:00+08:00');
      till.append({ kind: 'tickets-lapsed', sessionId });
      await till.push(7);
      expect(await stock()).toEqual({ onHand: 115, promised: 0, defective: 2 });
      expect(await centre.database.reading.all('SELECT * FROM till_lots')).toEqual([]);
      expect(await centre.database.reading.all('SELECT * FROM till_tickets')).toEqual([]);
    });

    it('keeps what the outlet said of itself, and which delivery was confirmed', async () => {
      const { centre, till } = await begun();
      const [commandId, deliveryId] = [randomUUID(), randomUUID()];
      await centre.database.inOutlet(outlet, (statements) =>
        statements.insertMany(
          'deliveries',
          ['outlet', 'delivery_id', 'day', 'adult', 'child', 'note', 'announced_at'],
          [[outlet, deliveryId, '2020-03-12', 400, 100, '', 1]],
        ),
      );
      till.append({ kind: 'selling-state-set', commandId, state: 'sold-out', note: '明天請早' });
      till.append({ kind: 'opening-hours-set', commandId, week: [[], [], [], [], [], [], []], note: '' });
      till.append({ kind: 'goods-in', commandId, pieces: { adult: 400, child: 90 }, deliveryId });
      await till.push();
      const { reading } = centre.database;
      expect(
        await reading.get(
          'SELECT state, state_note AS note, state_day AS day, hours, changed_at AS at FROM outlet_states',
        ),
      ).toEqual({
        ...{ state: 'sold-out', note: '明天請早', day: '2020-03-12', hours: '[[],[],[],[],[],[],[]]' },
        at: centre.clock.now(),
      });
      expect(
        await reading.get('SELECT received_adult AS adult, received_child AS child FROM deliveries'),
      ).toEqual({ adult: 400, child: 90 });
    });

    it('undoes what was sold before the till was enrolled by the number of its receipt alone', async () => {
      const { centre, till, now } = await begun();
      till.append(saleTo(1, now()));
      till.append(saleTo(2, now(), { receiptNumber: '1090312-0002' }));
      await till.push();
      const { lines: _, ...oldVoid } = voidOf(till, 2);
      till.append(oldVoid);
      till.append({ kind: 'enrolled', tillId: till.name.tillId });
      await till.push(3);
      await centre.intake.work();
      const found = await centre.quota.purchasesOf([holderNumber(1), holderNumber(2)]);
      expect(found.map(({ id }) => id.seq)).toEqual([3]);
      expect(await centre.database.reading.all('SELECT * FROM till_receipts')).toEqual([]);
    });

    it('counts a purchase until the day from which the holder may buy again, and no voided one', async () => {
      const { centre, till, now } = await begun();
      till.append(saleTo(1, now()));
      till.append(saleTo(2, now()));
      till.append(voidOf(till, 3));
      await till.push();
      await centre.intake.work();
      const count = async () => (await centre.quota.purchasesOf([1, 2, 3, 1].map(holderNumber))).length;
      expect(await count()).toBe(1);
      centre.set('2020-03-18T23:59:59+08:00');
      expect(await count()).toBe(1);
      centre.set('2020-03-19T00:00:00+08:00');
      expect(await count()).toBe(0);
    });

    it('takes the pushes of many tills at once', async () => {
      const centre = await createTestCentre(await open());
      const tills = await Promise.all(
        Array.from({ length: 12 }, async (_, i) => {
          const code = `59010100${String(i + 60)}` as OutletCode;
          await listOutlet(centre.database, code);
          const till = await centre.newTill(code);
          till.open();
          for (let n = 0; n < 20; n++) till.append(saleTo(i * 100 + n, centre.clock.now()));
          return till;
        }),
      );
      await Promise.all(tills.flatMap((till) => [till.push(0, 11), till.push(0, 11), till.push(0, 7)]));
      await Promise.all(tills.map((till) => till.push(11)));
      await centre.intake.work();
      const { reading } = centre.database;
      expect(await reading.get('SELECT count(*) AS n FROM purchases')).toEqual({ n: 240 });
      expect(await reading.get('SELECT sum(pieces) AS n FROM sold')).toEqual({ n: 720 });
      expect(centre.faults).toEqual([]);
    });

    it('refuses entries that are too far ahead until their time has come', async () => {
      const { centre, till } = await begun();
      till.append({ kind: 'signed-in' }, instantOf('2020-03-12T09:05:00+08:00'));
      expect(pushed(await till.push()).fault).toMatchObject({ kind: 'entry-in-future', seq: 2 });
      centre.advance(3 * 60_000);
      expect(pushed(await till.push(1)).acknowledged).toEqual(till.place(2));
    });
  });
}
