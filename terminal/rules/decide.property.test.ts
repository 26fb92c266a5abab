import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide, type Purchase } from './decide.ts';
import type { Holder } from './holder.ts';
import { leafletPolicy, timeline2020 } from './policies.ts';
import { ruleSetAt } from './policy.ts';
import { addDays, businessDayOf, type Instant, instant, instantOf } from './taipei-time.ts';

const halfDay = 12 * 3_600_000;
const plenty = { adult: 10_000, child: 10_000 };
const begin = instantOf('2020-02-01T00:00:00+08:00');
const end = instantOf('2020-07-15T00:00:00+08:00');

const holders = fc.record<Holder>({
  birthYear: fc.integer({ min: 1930, max: 2020 }),
  lastDigit: fc.option(fc.integer({ min: 0, max: 9 })),
  checkDigit: fc.constantFrom('right', 'wrong', 'none'),
});
const instants = fc.integer({ min: begin, max: end }).map(instant);
const packs = fc.constantFrom(timeline2020, leafletPolicy);

/** A holder who takes as much as is offered whenever something is, at the given instants. */
function history(holder: Holder, at: readonly Instant[], policy: typeof timeline2020, preferChild: boolean) {
  const purchases: Purchase[] = [];
  for (const now of [...at].sort((a, b) => a - b)) {
    const decision = decide({ holder, purchases, at: now, policy, onSale: plenty });
    if (decision.verdict === 'may-not') continue;
    const offer = (preferChild ? decision.offers.at(-1) : decision.offers[0]) ?? expect.fail('an offer');
    purchases.push({
      day: businessDayOf(now),
      kind: offer.kind,
      pieces: offer.most,
      intervalDays: offer.intervalDays,
    });
  }
  return purchases;
}

describe('whoever comes however often', () => {
  it('never gets more than one purchase, and its quota, in any window', () => {
    fc.assert(
      fc.property(
        holders,
        fc.array(instants, { maxLength: 60 }),
        packs,
        fc.boolean(),
        (holder, at, policy, child) => {
          const purchases = history(holder, at, policy, child);
          purchases.forEach((purchase, i) => {
            const next = purchases[i + 1];
            if (next) expect(next.day >= addDays(purchase.day, purchase.intervalDays)).toBe(true);
            const windowEnd = addDays(purchase.day, purchase.intervalDays);
            const inWindow = purchases.filter((p) => p.day >= purchase.day && p.day < windowEnd);
            const pieces = inWindow.reduce((sum, p) => sum + p.pieces, 0);
            expect(pieces).toBe(purchase.pieces);
            const most = policy.ruleSets.map((r) => r.allowance[purchase.kind].pieces);
            expect(pieces).toBeLessThanOrEqual(Math.max(...most));
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is told the first instant at which the same card is accepted', () => {
    fc.assert(
      fc.property(
        holders,
        instants,
        fc.array(instants, { maxLength: 8 }),
        packs,
        (holder, at, earlier, policy) => {
          const purchases = history(
            holder,
            earlier.filter((e) => e <= at),
            policy,
            false,
          );
          const question = { holder, purchases, policy, onSale: plenty };
          const decision = decide({ ...question, at });
          if (decision.verdict !== 'may-not') return;
          const first = decision.firstAllowed ?? expect.fail('a date');
          expect(first).toBeGreaterThan(at);
          expect(decide({ ...question, at: first }).verdict).not.toBe('may-not');
          for (let sooner = at; sooner < first; sooner = instant(sooner + halfDay)) {
            expect(decide({ ...question, at: sooner }).verdict).toBe('may-not');
          }
          expect(decide({ ...question, at: instant(first - 1) }).verdict).toBe('may-not');
        },
      ),
      { numRuns: 500 },
    );
  });
});

it('an offer never exceeds the allowance in force or the stock', () => {
  const stock = fc.integer({ min: 0, max: 12 });
  fc.assert(
    fc.property(holders, instants, stock, stock, (holder, at, adult, child) => {
      const decision = decide({ holder, purchases: [], at, policy: timeline2020, onSale: { adult, child } });
      if (decision.verdict === 'may-not') return;
      const ruleSet = ruleSetAt(timeline2020, at) ?? expect.fail('a rule set');
      for (const offer of decision.offers) {
        expect(offer.most).toBeGreaterThan(0);
        expect(offer.most).toBeLessThanOrEqual(ruleSet.allowance[offer.kind].pieces);
        expect(offer.most).toBeLessThanOrEqual(offer.kind === 'adult' ? adult : child);
      }
    }),
    { numRuns: 500 },
  );
});
