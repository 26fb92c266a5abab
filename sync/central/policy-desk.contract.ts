import { describe, expect, it } from 'vitest';
import { createTestCentre } from '#fixtures/central-kit';
import { type PullAnswer, packOf, policyText, type SignedPolicy } from '#protocol';
import { leafletPolicy } from '#rules';
import type { OpenDatabase } from './database/database.contract.ts';
import { checkPolicy } from './policy-desk.ts';

const tomorrow = '2020-03-13T00:00:00+08:00';

/** What the policy desk does on any database. */
export function describePolicyDesk(open: OpenDatabase): void {
  describe('the policy desk', () => {
    it('announces what it signed, in numbers, and every till that pulls receives it', async () => {
      const centre = await createTestCentre(await open());
      const { policies, keys } = centre;
      const till = await centre.newTill();
      for (const effective of [tomorrow, '2020-03-19T07:00:00+08:00']) {
        const signed = await policies.sign(leafletPolicy, effective);
        expect(checkPolicy(signed, keys.centreKeys)).toBeNull();
        expect(await policies.announce(signed)).toEqual({ outcome: 'announced' });
      }
      expect(await policies.lastNumber()).toBe(2);
      expect((await policies.after(1)).map(({ number }) => number)).toEqual([2]);
      const pulled = (await till.pull()).body as PullAnswer;
      expect(pulled.policies.map((signed) => [signed.number, packOf(signed)?.id])).toEqual([
        [1, leafletPolicy.id],
        [2, leafletPolicy.id],
      ]);
      expect(pulled.policy).toBe(2);
      expect(((await till.pull({ feed: 0, policy: 2 })).body as PullAnswer).policies).toEqual([]);
    });

    it('refuses each by its name, and nothing is announced', async () => {
      const { policies, keys } = await createTestCentre(await open());
      const good = await policies.sign(leafletPolicy, tomorrow);
      const anew = (change: Partial<SignedPolicy>): SignedPolicy => {
        const changed = { ...good, ...change };
        return { ...changed, signature: keys.sign(policyText(changed)) };
      };
      const refusals = async (given: unknown) => {
        const answer = await policies.announce(given);
        return answer.outcome === 'refused' ? answer.refusal : answer.outcome;
      };
      expect(await refusals('a text')).toBe('not-a-pack');
      expect(await refusals(anew({ pack: '{"id":"R6"}' }))).toBe('not-a-pack');
      const { signature: _, keyId: __, ...unsigned } = good;
      expect(await refusals(unsigned)).toBe('unsigned');
      expect(await refusals({ ...good, signature: '' })).toBe('unsigned');
      expect(await refusals({ ...good, keyId: '0000000000000000' })).toBe('unsigned');
      expect(await refusals({ ...good, effective: '2020-03-14T00:00:00+08:00' })).toBe('wrongly-signed');
      expect(await refusals(anew({ number: 2 }))).toBe('number-ahead');
      expect(await refusals(anew({ effective: '2020-03-12T08:58:59+08:00' }))).toBe('effective-past');
      expect(await policies.lastNumber()).toBe(0);
      expect(await refusals(good)).toBe('announced');
      expect(await refusals(good)).toBe('old-number');
      expect(await refusals(anew({ number: 2, effective: '2020-03-12T23:59:59+08:00' }))).toBe(
        'effective-before-last',
      );
      expect(await refusals(anew({ number: 2, effective: '2020-03-12T16:00:00Z' }))).toBe('announced');
    });
  });
}
