import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import {
  createTestCentre,
  createTestTill,
  holderNumber,
  saleTo,
  sampleOutlets,
  voidOf,
} from '#fixtures/central-kit';
import type { EnrolledAnswer, FaultAnswer, PushAnswer } from '#protocol';
import type { BusinessDay, OutletCode } from '#rules';
import type { OpenDatabase } from './database/database.contract.ts';
import type { CentralDatabase } from './database/database.ts';
import { createEnrolment } from './enrolment.ts';
import { withoutSlots } from './ingest/conflicts.contract.ts';
import { createSettling } from './ingest/settle.ts';
import { createBoard } from './opendata/board.ts';

const outlet = sampleOutlets[0] as OutletCode;
const faultOf = (answer: { readonly body: object }) => (answer.body as FaultAnswer).fault.kind;
const pushed = (answer: { readonly body: object }) => answer.body as PushAnswer;
const hoursMs = 3_600_000;
const nothing = { onHand: 0, promised: 0, defective: 0 };

/** What the enrolment does on any database. */
export function describeEnrolment(open: OpenDatabase): void {
  describe('the enrolment', () => {
    async function begun(database?: CentralDatabase) {
      const centre = await createTestCentre(database ?? (await open()));
      const code = async (validMs?: number) => (await centre.enrolment.makeCode(outlet, validMs))?.code ?? '';
      const newTill = (journal?: Parameters<typeof createTestTill>[2]) =>
        createTestTill({ ask: centre.service.handle, now: centre.clock.now }, outlet, journal);
      return { centre, code, newTill };
    }

    it('makes a till known by a code of twelve letters that nobody mistakes', async () => {
      const { centre, code, newTill } = await begun();
      const text = await code();
      expect(text).toMatch(/^[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/);
      const till = newTill();
      const { body, status } = await till.enrol(text.toLowerCase().replaceAll('-', ' '));
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ holderSecret: centre.keys.holderSecret, centreKeys: centre.keys.centreKeys },
        ...{ acknowledged: till.place(0), now: centre.clock.now() },
      });
      expect(
        JSON.stringify(await centre.database.reading.all('SELECT * FROM enrolment_codes')),
      ).not.toContain(text.replaceAll('-', ''));
    });

    it('answers the same key and code as before, however late, and nobody else', async () => {
      const { centre, code, newTill } = await begun();
      const [text, till] = [await code(), newTill()];
      const first = (await till.enrol(text)).body as EnrolledAnswer;
      till.open();
      await till.push();
      centre.advance(100 * hoursMs);
      const again = (await till.enrol(text)).body as EnrolledAnswer;
      expect(again.tillId).toBe(first.tillId);
      expect(again.acknowledged).toEqual(till.place(1));
      expect(faultOf(await newTill().enrol(text))).toBe('code-used');
    });

    it('refuses a code that is unknown, too old, or of another outlet, and an outlet that nobody lists', async () => {
      const { centre, code, newTill } = await begun();
      const text = await code();
      expect(faultOf(await newTill().enrol('2222-2222-2222'))).toBe('code-unknown');
      const elsewhere = createTestTill(
        { ask: centre.service.handle, now: centre.clock.now },
        sampleOutlets[1] as OutletCode,
      );
      expect(faultOf(await elsewhere.enrol(text))).toBe('code-unknown');
      const nowhere = createTestTill(
        { ask: centre.service.handle, now: centre.clock.now },
        '9999999999' as OutletCode,
      );
      expect(faultOf(await nowhere.enrol(text))).toBe('unknown-outlet');
      expect(await centre.enrolment.makeCode('9999999999' as OutletCode)).toBeNull();
      centre.advance(72 * hoursMs - 1);
      expect((await newTill().enrol(text)).status).toBe(200);
      const short = await code(hoursMs);
      centre.advance(hoursMs);
      expect(faultOf(await newTill().enrol(short))).toBe('code-expired');
    });

    it('takes nothing more of a till that was revoked', async () => {
      const { centre, code, newTill } = await begun();
      const [text, till] = [await code(), newTill()];
      await till.enrol(text);
      till.open();
      expect(await centre.enrolment.revoke(till.name)).toBe('done');
      expect(await centre.enrolment.revoke(till.name)).toBe('revoked-already');
      for (const answer of [await till.push(), await till.pull(), await till.askQuota(holderNumber(1))])
        expect([answer.status, faultOf(answer)]).toEqual([403, 'revoked']);
      expect(faultOf(await till.enrol(text))).toBe('revoked');
    });

    it('counts nothing of what lay at a till that was revoked, and what goes on with its journal has it', async () => {
      const { centre, code, newTill } = await begun();
      const [lost, other] = [newTill(), newTill()];
      const board = createBoard(centre);
      const goods = (pieces: number) => ({
        ...{ kind: 'goods-in' as const, commandId: randomUUID(), pieces: { adult: pieces, child: 0 } },
      });
      for (const till of [lost, other]) {
        await till.enrol(await code());
        till.open();
        till.append(goods(100));
        till.append({ ...goods(50), onSaleFrom: '2020-03-20' as BusinessDay });
        await till.push();
      }
      await board.refreshChanged();
      expect(board.figures(outlet)).toMatchObject({ onHand: { adult: 200 }, lots: [{}, {}] });
      centre.advance(60_000);
      await centre.enrolment.revoke(lost.name);
      await board.refreshChanged();
      expect(board.figures(outlet)).toMatchObject({ onHand: { adult: 100 }, lots: [{ pieces: 50 }] });

      const found = newTill({ journalId: lost.journalId, entries: lost.entries });
      await found.enrol(await code(), lost.name.tillId);
      const stock = { adult: { onHand: 90, promised: 0, defective: 0 }, child: nothing };
      found.append({
        ...{ kind: 'enrolled', tillId: found.name.tillId, standing: { stock, lots: [], tickets: [] } },
      });
      await found.push(3);
      await board.refreshChanged();
      expect(board.figures(outlet).onHand).toEqual({ adult: 190, child: 0 });
    });

    it('says at once that what is published of an outlet changed', async () => {
      const { centre, code, newTill } = await begun();
      const told: OutletCode[] = [];
      const enrolment = createEnrolment({
        ...{ ...centre, randomBelow: () => 0, newId: randomUUID, onChanged: (which) => told.push(which) },
      });
      const till = newTill();
      await till.enrol(await code());
      await enrolment.revoke(till.name);
      await enrolment.revoke(till.name);
      expect(told).toEqual([outlet]);
    });

    /** A till whose disk was put back to its third entry after it had sent five. */
    async function rolledBack(database?: CentralDatabase) {
      const { centre, code, newTill } = await begun(database);
      const old = newTill();
      await old.enrol(await code());
      old.open();
      for (let n = 1; n <= 4; n++) old.append(saleTo(n, centre.clock.now()));
      await old.push(0, 2);
      await old.push(2);
      const till = newTill({ journalId: old.journalId, entries: old.entries.slice(0, 3) });
      const goOn = async (from = 0) => till.enrol(await code(), old.name.tillId, from);
      return { centre, code, old, till, goOn, newTill };
    }

    it('lets a journal go on under a new till from the last entry that both ends have', async () => {
      const { centre, old, till, goOn } = await rolledBack();
      const answer = (await goOn()).body as EnrolledAnswer;
      expect(answer.acknowledged).toEqual(till.place(3));
      const bucket = { onHand: 7, promised: 0, defective: 0 };
      till.append(saleTo(9, centre.clock.now()));
      till.append({
        ...{ kind: 'enrolled', tillId: till.name.tillId },
        standing: { stock: { adult: bucket, child: bucket }, lots: [], tickets: [] },
      });
      // Of before the fork, so the old till's purchase; the new till's; and none of the old till's after the fork.
      till.append(voidOf(till, 3, 4));
      expect(pushed(await till.push(3)).acknowledged).toEqual(till.place(6));
      expect(pushed(await till.push(3)).acknowledged).toEqual(till.place(6));
      await centre.intake.work();

      expect(faultOf(await old.push(5))).toBe('revoked');
      const { reading } = centre.database;
      expect(await reading.all('SELECT till_id AS till, on_hand AS n FROM till_stock')).toEqual([
        { till: till.name.tillId, n: 13 },
        { till: till.name.tillId, n: 7 },
      ]);
      const bought = await centre.quota.purchasesOf([1, 2, 3, 4, 9].map(holderNumber));
      const { tillId } = old.name;
      expect(bought.map(({ id }) => id).sort((a, b) => a.seq - b.seq)).toEqual([
        { outlet, tillId, seq: 2 },
        { outlet, tillId, seq: 4 },
        { outlet, tillId, seq: 5 },
      ]);
    });

    it('settles what the earlier till sold before the new one takes it back', async () => {
      const database = await open();
      const { centre, till, goOn } = await rolledBack(withoutSlots(database));
      await goOn();
      till.append(voidOf(till, 2));
      await till.push(3);
      expect(centre.faults).not.toEqual([]);
      // Only the new till is known to have something waiting.
      const settling = createSettling({ database, clock: centre.clock });
      const rounds = [await settling.settle([till.name])];
      for (let left = rounds; left.at(-1)?.unfinished.length; )
        left.push(await settling.settle(left.at(-1)?.unfinished ?? []));
      expect(rounds.length).toBeLessThan(5);
      const { reading } = database;
      expect(await reading.get('SELECT voided FROM purchases WHERE seq = 2')).toEqual({ voided: 1 });
      expect(await reading.get('SELECT count(*) AS n FROM batches WHERE sales IS NOT NULL')).toEqual({
        n: 0,
      });
    });

    it.each([0, 1, 2, 3])('finds the last entry that both have, shown from the %ith on', async (from) => {
      const { centre, till, goOn } = await rolledBack();
      till.append(saleTo(50, centre.clock.now()));
      expect(((await goOn(from)).body as EnrolledAnswer).acknowledged).toEqual(till.place(3));
    });

    it('asks to be shown more where what is shown begins after they part', async () => {
      const { centre, till, goOn } = await rolledBack();
      for (const n of [50, 51, 52]) till.append(saleTo(n, centre.clock.now()));
      expect((await goOn(4)).body).toEqual({ fault: { kind: 'gap', seq: 1 } });
      expect((await goOn(6)).body).toEqual({ fault: { kind: 'gap', seq: 6 } });
    });

    it('counts nothing twice of a disk that is older than its enrolment, and knows nothing of it', async () => {
      const { centre, code, old, till } = await rolledBack();
      till.append(saleTo(9, centre.clock.now()));
      const answer = (await till.enrol(await code())).body as EnrolledAnswer;
      expect(answer.acknowledged).toEqual(till.place(3));
      expect(pushed(await till.push(3)).acknowledged).toEqual(till.place(4));
      await centre.intake.work();
      expect(await centre.quota.purchasesOf([1, 2, 3, 4, 9].map(holderNumber))).toHaveLength(5);
      expect(faultOf(await old.push(5))).toBe('revoked');
    });

    it('finds what a third copy shares with the second, and not with the first', async () => {
      const { centre, code, old, till, goOn, newTill } = await rolledBack();
      await goOn();
      till.append(saleTo(9, centre.clock.now()));
      await till.push(3);
      const third = newTill({ journalId: till.journalId, entries: till.entries.slice(0, 4) });
      third.append(saleTo(10, centre.clock.now()));
      const answer = (await third.enrol(await code(), old.name.tillId, 2)).body as EnrolledAnswer;
      expect(answer.acknowledged).toEqual(third.place(4));
      await third.push(4);
      await centre.intake.work();
      expect(await centre.quota.purchasesOf([9, 10].map(holderNumber))).toHaveLength(2);
    });

    it('lets no two copies begin at once, since each might hold what the other has not sent', async () => {
      const { centre, code, old, till, goOn, newTill } = await rolledBack();
      till.append(saleTo(9, centre.clock.now()));
      await goOn();
      const twin = newTill({ journalId: till.journalId, entries: [...till.entries] });
      const answer = (await twin.enrol(await code(), old.name.tillId)).body as EnrolledAnswer;
      expect(answer.acknowledged).toEqual(till.place(3));
      expect(faultOf(await till.push(3))).toBe('revoked');
      await twin.push(3);
      const again = (await till.enrol(await code(), till.name.tillId)).body as EnrolledAnswer;
      expect(again.acknowledged).toEqual(till.place(4));
    });

    it('takes a journal that it has nothing of from the beginning, whatever its disk says', async () => {
      const { centre, code, till } = await rolledBack();
      const stranger = createTestTill({ ask: centre.service.handle, now: centre.clock.now }, outlet);
      stranger.open();
      const answer = (await stranger.enrol(await code(), till.journalId, 1)).body as EnrolledAnswer;
      expect(answer.acknowledged.seq).toBe(0);
    });

    it('lets a till whose answer was lost before it sent anything begin again', async () => {
      const { code, newTill } = await begun();
      const old = newTill();
      await old.enrol(await code());
      const till = newTill({ journalId: old.journalId, entries: [] });
      const { status } = await till.enrol(await code(), old.name.tillId);
      till.open();
      expect(status).toBe(200);
      expect(pushed(await till.push()).acknowledged).toEqual(till.place(1));
    });
  });
}
