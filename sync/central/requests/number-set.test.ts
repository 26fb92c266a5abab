import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createNumberSet } from './number-set.ts';

it('knows what it was given, as a set of the language does', () => {
  const numbers = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 2_000 });
  const spread = fc.constantFrom(1, 1_024, 2 ** 40);
  fc.assert(
    fc.property(numbers, spread, (given, step) => {
      const [own, other] = [createNumberSet(), new Set<number>()];
      for (const n of given) {
        const isNew = !other.has(n * step);
        other.add(n * step);
        expect(own.add(n * step)).toBe(isNew);
      }
    }),
  );
});
