import { describe, expect, it } from 'vitest';
import { timeline2020 } from '#rules';
import { type Base, draftOf, packIn, type Written } from './draft.ts';

const base = (id: string): Base => {
  const rules = timeline2020.ruleSets.find((set) => set.id === id);
  if (!rules) throw new Error(id);
  return { rules, promised: 'left-out' };
};
const [march, april] = [base('R6'), base('R11')];
const effective = '2020-04-09T00:00';
const packed = (written: Partial<Written>, of = march) =>
  packIn(draftOf(of, { id: 'new', effective, ...written }), of);

describe('a draft of rules', () => {
  it.each([
    'id',
    'effective',
    'adultPieces',
    'childDays',
    'childCardMaxAge',
    'unitPrice',
    'proxyAdult',
  ] as const)('is not packed without %s, and says so', (field) => {
    expect(packed({ [field]: ' ' })).toEqual({ outcome: 'incomplete', missing: [field] });
  });

  it('names all that is missing, in the order of the form', () => {
    expect(packed({ proxyChild: '', id: '', adultDays: '' })).toEqual({
      ...{ outcome: 'incomplete', missing: ['id', 'adultDays', 'proxyChild'] },
    });
  });

  it('takes a 0 that somebody wrote for a 0', () => {
    expect(packed({ unitPrice: '0' })).toMatchObject({
      ...{ outcome: 'packed', pack: { ruleSets: [{ unitPrice: 0 }] } },
    });
  });

  it('follows the rules that its instant falls under, and keeps what was written', () => {
    const written: Written = { effective, unitPrice: '4' };
    expect(draftOf(march, written)).toMatchObject({
      ...{ adultPieces: String(march.rules.allowance.adult.pieces), unitPrice: '4' },
    });
    expect(draftOf(april, written)).toMatchObject({
      ...{ adultPieces: String(april.rules.allowance.adult.pieces), unitPrice: '4' },
    });
    expect(march.rules.allowance).not.toEqual(april.rules.allowance);
  });
});
