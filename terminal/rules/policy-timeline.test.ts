import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leafletPolicy, timeline2020 } from './policies.ts';
import { type PolicyPack, policyPackSchema, ruleSetAt } from './policy.ts';
import { packAt, type StandingPack, timelineOf } from './policy-timeline.ts';
import { type Instant, instant, instantOf, isoOf } from './taipei-time.ts';

const hour = 3_600_000;
const begin = instantOf('2020-02-01T00:00:00+08:00');
/** Few enough that instants coincide. */
const instants = fc.integer({ min: 0, max: 40 }).map((n) => instant(begin + n * hour));
const [template] = leafletPolicy.ruleSets;

const packs = fc
  .tuple(fc.uniqueArray(instants, { minLength: 1, maxLength: 4 }), fc.nat(99))
  .map(([effective, n]): PolicyPack => {
    const ruleSets = effective
      .sort((a, b) => a - b)
      .map((at, i) => ({ ...template, id: `${n}-${i}`, effective: isoOf(at) }));
    return policyPackSchema.parse({ id: `pack-${n}`, ruleSets });
  });
const standing = fc
  .tuple(packs, fc.array(fc.record({ pack: packs, from: instants }), { maxLength: 5 }))
  .map(([pack, more]): StandingPack[] => [{ pack, from: null }, ...more]);

const withoutEffective = (pack: PolicyPack | undefined, at: Instant) => {
  const { effective: _, ...rest } = (pack && ruleSetAt(pack, at)) ?? { effective: '' };
  return rest;
};

describe('a timeline', () => {
  it('decides at every instant as the pack that stands then', () => {
    fc.assert(
      fc.property(standing, fc.integer({ min: -1, max: 42 * 60 }), (all, minutes) => {
        const at = instant(begin + minutes * 60_000);
        const timeline = timelineOf(all);
        expect(withoutEffective(timeline, at)).toEqual(withoutEffective(packAt(all, at)?.pack, at));
      }),
    );
  });

  it('is a policy pack, in order and readable as one', () => {
    fc.assert(
      fc.property(standing, (all) => {
        const timeline = timelineOf(all);
        expect(policyPackSchema.parse(timeline)).toEqual(timeline);
      }),
    );
  });

  it('of one pack is that pack', () => {
    expect(timelineOf([{ pack: timeline2020, from: null }])).toEqual(timeline2020);
  });

  it('goes on by the pack before until the first rule set of the next begins', () => {
    const late = { id: 'late', ruleSets: timeline2020.ruleSets.slice(6, 7) };
    const from = instantOf('2020-04-01T00:00:00+08:00');
    const timeline = timelineOf([
      { pack: leafletPolicy, from: null },
      { pack: late, from },
    ]);
    expect(ruleSetAt(timeline, from)?.id).toBe('R6');
    expect(ruleSetAt(timeline, instantOf('2020-04-09T00:00:00+08:00'))?.id).toBe('R11');
  });

  it('begins a rule set that is in force already with its pack', () => {
    const from = instantOf('2020-03-12T10:30:00+08:00');
    const timeline = timelineOf([
      { pack: timeline2020, from: null },
      { pack: { ...leafletPolicy, id: 'second' }, from },
    ]);
    expect(timeline.ruleSets.at(-1)).toMatchObject({ id: 'R6', effective: '2020-03-12T10:30:00.000+08:00' });
    expect(timeline.ruleSets.map(({ id }) => id)).toEqual(['R1', 'R3', 'R4', 'R5', 'R6', 'R6']);
  });
});
