import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createTestCentre, type TestCentre } from '#fixtures/central-kit';
import type { PullAnswer } from '#protocol';
import { leafletPolicy, type OutletCode } from '#rules';
import { createAccessDesk } from '../access/access-desk.ts';
import type { OpenDatabase } from '../database/database.contract.ts';
import { append } from '../ingest/carry-over.ts';
import { beginAnew } from './begin-anew.ts';

const tellOf = ({ database, clock }: TestCentre, outlet: OutletCode, text: string) => {
  const messageId = randomUUID();
  const item = { kind: 'message' as const, messageId, at: clock.now(), urgency: 'notice' as const, text };
  return database.inOutlet(outlet, (statements) =>
    append(statements, outlet, [{ source: text, item }], clock.now()),
  );
};

const announce = async ({ policies }: TestCentre, effective: string) => {
  const signed = await policies.sign(leafletPolicy, effective);
  expect(await policies.announce(signed)).toEqual({ outcome: 'announced' });
  return signed.number;
};

/** What a database that was put back does on its first day. */
export function describeBeginAnew(open: OpenDatabase): void {
  describe('a database that was put back', () => {
    async function begun() {
      const centre = await createTestCentre(await open());
      const till = await centre.newTill();
      await tellOf(centre, till.outlet, 'before');
      expect(await announce(centre, '2020-03-13T00:00:00+08:00')).toBe(1);
      return { centre, till };
    }

    it('numbers feed and rules above all that any till can have, and tells its tills', async () => {
      const { centre, till } = await begun();
      centre.advance(60_000);
      await beginAnew(centre.database, centre.clock.now());
      await tellOf(centre, till.outlet, 'after');
      const policy = await announce(centre, '2020-03-14T00:00:00+08:00');
      expect(policy).toBeGreaterThan(100_000);
      // The till had read far beyond the backup.
      const { items, policies, feed } = (await till.pull({ feed: 5_000, policy: 60 })).body as PullAnswer;
      expect(items.map(({ number, item }) => [number, 'text' in item && item.text])).toEqual([
        [feed, 'after'],
      ]);
      expect(policies.map(({ number }) => number)).toEqual([policy]);
      expect((await till.push()).body).toMatchObject({ feed, policy });
    });

    it('goes on one by one, and above that after another restore of the same backup', async () => {
      const { centre, till } = await begun();
      const numbersAfter = async () => {
        await beginAnew(centre.database, centre.clock.now());
        for (const text of ['one', 'two']) await tellOf(centre, till.outlet, `${text} ${centre.clock.now()}`);
        const given = await centre.database.reading.all<{ number: number }>(
          'SELECT number FROM feed WHERE number > 1 ORDER BY number',
        );
        const numbers = given.map(({ number }) => number);
        // As the backup has it again.
        await centre.database.inOutlet(till.outlet, (statements) =>
          statements.run('DELETE FROM feed WHERE number > 1'),
        );
        await centre.database.inReference((statements) => statements.run('DELETE FROM restores'));
        centre.advance(1_000);
        return numbers;
      };
      const [first = [], second = []] = [await numbersAfter(), await numbersAfter()];
      expect(first[1]).toBe((first[0] ?? 0) + 1);
      expect(second[0]).toBeGreaterThan(first[1] ?? 0);
    });

    it('takes no code that may have been used since, and says what stands again', async () => {
      const { centre, till } = await begun();
      const code = (await centre.enrolment.makeCode(till.outlet))?.code ?? '';
      const access = createAccessDesk({ ...centre, randomBytes });
      await access.give({ name: '新北', role: 'county', scope: '新北市' });
      const until = centre.clock.now();
      centre.advance(3_600_000);
      expect(await beginAnew(centre.database, centre.clock.now())).toEqual({
        ...{ until, tills: 1, accesses: ['新北'], accounts: [], policy: 1 },
      });
      expect((await till.enrol(code)).body).toEqual({ fault: { kind: 'code-unknown' } });
    });
  });
}
