import { describe, expect, it } from 'vitest';
import { leafletPolicy, timeline2020 } from './policies.ts';
import { policyPackSchema, ruleSetAt } from './policy.ts';
import { instantOf } from './taipei-time.ts';

describe('a policy pack', () => {
  it.each([
    ['2020-02-06T08:59:59', null],
    ['2020-02-06T09:00:00', 'R1'],
    ['2020-02-19T23:59:59', 'R1'],
    ['2020-02-20T00:00:00', 'R3'],
    ['2020-02-22T00:00:00', 'R4'],
    ['2020-02-27T00:00:00', 'R5'],
    ['2020-03-04T23:59:59', 'R5'],
    ['2020-03-05T00:00:00', 'R6'],
    ['2020-03-19T06:59:59', 'R6'],
    ['2020-03-19T07:00:00', 'R8'],
    ['2020-04-09T00:00:00', 'R11'],
    ['2020-04-23T00:00:00', 'R15'],
    ['2020-06-01T00:00:00', 'R17'],
  ])('of 2020 has at %s the rule set %s in force', (at, expected) => {
    expect(ruleSetAt(timeline2020, instantOf(`${at}+08:00`))?.id ?? null).toBe(expected);
  });

  it('whose rule sets are out of order is refused', () => {
    const backwards = { id: 'x', ruleSets: timeline2020.ruleSets.toReversed() };
    expect(policyPackSchema.safeParse(backwards).success).toBe(false);
  });

  it('without an offset on its instant is refused, because the second of the change would depend on the machine', () => {
    const [ruleSet] = leafletPolicy.ruleSets;
    const pack = { id: 'x', ruleSets: [{ ...ruleSet, effective: '2020-03-05T00:00:00' }] };
    expect(policyPackSchema.safeParse(pack).success).toBe(false);
  });
});
