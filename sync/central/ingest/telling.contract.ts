import { describe, expect, it } from 'vitest';
import {
  createTestCentre,
  holderNumber,
  saleTo,
  sampleOutlets,
  type TestTill,
  voidOf,
} from '#fixtures/central-kit';
import type { PullAnswer } from '#protocol';
import { businessDayOf } from '#rules';
import type { OpenDatabase } from '../database/database.contract.ts';

const itemsOf = async (till: TestTill) =>
  ((await till.pull()).body as PullAnswer).items.map(({ item }) => item);

/** Who is told of a purchase, on any database. */
export function describeTelling(open: OpenDatabase): void {
  describe('of a purchase', () => {
    async function begun() {
      const centre = await createTestCentre(await open());
      const till = await centre.newTill();
      till.open();
      return { centre, till, now: centre.clock.now };
    }

    it('at one till of an outlet the others are told, and of its void, once', async () => {
      const { centre, till, now } = await begun();
      const neighbour = await centre.newTill();
      till.append(saleTo(1, now()));
      await till.push();
      till.append(voidOf(till, 2));
      await till.push();
      await till.push();
      await centre.intake.work();
      const id = { ...till.name, seq: 2 };
      expect(await itemsOf(neighbour)).toMatchObject([
        { kind: 'purchase-elsewhere', purchase: { id, holderKey: holderNumber(1) } },
        { kind: 'purchase-gone', id },
      ]);
      expect(centre.news).toContain(till.outlet);
    });

    it('who sold to the same person before is told, though nothing of that counts any more', async () => {
      const { centre, till, now } = await begun();
      const earlier = await centre.newTill(sampleOutlets[1]);
      earlier.append(saleTo(1, now(), { intervalDays: 1 }));
      await earlier.push();
      centre.advance(2 * 24 * 3_600_000);
      till.append(saleTo(1, now(), { day: businessDayOf(now()) }));
      await till.push();
      await centre.intake.work();
      expect(await itemsOf(earlier)).toMatchObject([
        { kind: 'purchase-elsewhere', purchase: { id: { ...till.name, seq: 2 } } },
      ]);
      expect(await itemsOf(till)).toEqual([]);
    });
  });
}
