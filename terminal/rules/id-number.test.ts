import { describe, expect, it } from 'vitest';
import { lastDigit, maskedIdNumber, parseIdNumber } from './id-number.ts';

const read = (text: string) => {
  const result = parseIdNumber(text);
  return result.ok ? `${result.value.form} ${result.value.checkDigit}` : result.problem;
};

describe('an ID number', () => {
  it.each([
    ...['A123456789', 'A100000001', 'A200000003', 'F198765430', 'I222222229', 'O135792462', 'W246813579'],
    'Z121212128',
  ])('%s is a national ID with the right check digit', (text) => {
    expect(read(text)).toBe('national right');
  });

  it.each(['AA00000009', 'AC01234567', 'BD98765430', 'HA10000009'])(
    '%s is an old residence number',
    (text) => {
      expect(read(text)).toBe('resident-old right');
    },
  );

  it.each(['A800000014', 'F901234566', 'A870000015', 'A980000010'])(
    '%s is a new residence number',
    (text) => {
      expect(read(text)).toBe('resident-new right');
    },
  );

  it.each(['A123456788', 'F123456789', 'AB12345678'])('%s has a wrong check digit and says so', (text) => {
    expect(read(text)).toMatch(/ wrong$/);
  });

  it.each(['', 'A12345678', 'A1234567890', 'A12345678?', '王123456789'])(
    '"%s" is not an ID number',
    (text) => {
      expect(read(text)).toBe('not-an-id-number');
    },
  );

  it('in a form nobody published has no check digit to judge', () => {
    expect(read('20200101AB')).toBe('other none');
  });

  it('changes in any one digit are noticed', () => {
    for (let place = 1; place < 10; place++) {
      const digits = [...'A123456789'];
      digits[place] = String((Number(digits[place]) + 1) % 10);
      expect(read(digits.join(''))).not.toBe('national right');
    }
  });

  it('gives its last digit, or null where it ends in a letter', () => {
    const digitOf = (text: string) => {
      const result = parseIdNumber(text);
      return result.ok ? lastDigit(result.value.number) : undefined;
    };
    expect(digitOf('A123456789')).toBe(9);
    expect(digitOf('20200101AB')).toBeNull();
  });

  it('leaves the session as three digits behind seven stars', () => {
    expect(maskedIdNumber('789')).toBe('*******789');
  });
});
