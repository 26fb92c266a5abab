import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { maskedName } from './holder.ts';
import { outletCheckDigitHolds, outletCodeSchema } from './outlet.ts';
import { personal, reveal } from './personal.ts';
import { tendersFor } from './tender.ts';

describe('change', () => {
  it.each([
    [45, '50:5 100:55 500:455'],
    [15, '20:5 50:35 100:85'],
    [10, '20:10 50:40 100:90'],
    [50, '100:50 500:450 1000:950'],
    [1000, ''],
  ])('for NT$%i is named for the likeliest notes and coins', (amount, expected) => {
    expect(
      tendersFor(amount)
        .map(({ given, change }) => `${given}:${change}`)
        .join(' '),
    ).toBe(expected);
  });
});

describe('a name', () => {
  it.each([
    ['王小明', '王○明'],
    ['王明', '王○'],
    ['阿布杜拉', '阿○○拉'],
    ['王', '○'],
    ['', ''],
    ['王𠮷明', '王○明'],
  ])('%s is shown as %s', (name, expected) => {
    expect(maskedName(name)).toBe(expected);
  });
});

describe('a value that identifies a person', () => {
  const secret = personal('A123456789');

  it('cannot be printed, logged or serialised', () => {
    expect([`${secret}`, JSON.stringify({ secret }), inspect({ deep: { secret } })].join()).not.toContain(
      'A123456789',
    );
    expect(JSON.stringify({ secret })).toBe('{"secret":"<redacted>"}');
  });

  it('can be read on purpose', () => {
    expect(reveal(secret)).toBe('A123456789');
  });
});

describe('an outlet code', () => {
  it('may hold a letter in the seventh place', () => {
    expect(outletCodeSchema.safeParse('592202A296').success).toBe(true);
  });

  it('is ten characters', () => {
    expect(outletCodeSchema.safeParse('592202296').success).toBe(false);
  });

  it('is known by its check digit, which real exceptions forbid to enforce', () => {
    expect(outletCheckDigitHolds(outletCodeSchema.parse('5901010058'))).toBe(true);
    expect(outletCheckDigitHolds(outletCodeSchema.parse('592202A296'))).toBe(true);
    expect(outletCheckDigitHolds(outletCodeSchema.parse('5901023523'))).toBe(false);
  });
});
