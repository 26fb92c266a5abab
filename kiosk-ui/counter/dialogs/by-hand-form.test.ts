import { describe, expect, it } from 'vitest';
import { birthYearOf, byHandOrder, choosing, covered, otherCalendar, startForm } from './by-hand-form.ts';

describe('a year of birth', () => {
  it.each([
    ['79', 1990],
    ['1', 1912],
    ['109', 2020],
    ['1985', 1985],
    ['', null],
    ['0', null],
    ['1899', null],
    ['9999', null],
  ] as const)('keyed in as %j is %s', (text, year) => {
    expect(birthYearOf(text)).toBe(year);
  });

  it('is shown as the other calendar counts it', () => {
    expect(otherCalendar('79')).toEqual({ calendar: 'gregorian', year: 1990 });
    expect(otherCalendar('1985')).toEqual({ calendar: 'roc', year: 1985 });
    expect(otherCalendar('19')).toEqual({ calendar: 'gregorian', year: 1930 });
    expect(otherCalendar('')).toBeNull();
  });
});

describe('a number', () => {
  it('that came from a scanner is covered from the start', () => {
    expect(startForm('A123456789')).toMatchObject({ number: 'A123456789', numberShown: 'scanned' });
    expect(covered('A123456789')).toBe('•••••••789');
  });

  it('of a card that the broken reader cannot read is sent with that reason', () => {
    const form = { ...startForm(null), ...choosing('reader-broken'), number: 'A123456789', birthYear: '79' };
    expect(byHandOrder(form, 'not-compared')).toEqual({
      type: 'enter-by-hand',
      document: 'card-unreadable',
      number: 'A123456789',
      birthYear: 1990,
      reason: 'reader-broken',
      compared: false,
    });
  });

  it('is not sent before all of it is there', () => {
    const form = { ...startForm(null), ...choosing('residence-certificate') };
    expect(byHandOrder({ ...form, birthYear: '79' }, 'not-compared')).toBeNull();
    expect(byHandOrder({ ...form, number: 'AC01234567' }, 'not-compared')).toBeNull();
    expect(byHandOrder({ ...startForm('AC01234567'), birthYear: '79' }, 'compared')).toBeNull();
  });
});
