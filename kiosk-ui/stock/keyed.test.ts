import { describe, expect, it } from 'vitest';
import { birthYearKeyed, clockKeyed, spansKeyed, spansText, wholeNumber } from './keyed.ts';

describe('a whole number', () => {
  it.each([
    ['', null],
    ['0', 0],
    ['600', 600],
    ['-3', null],
    ['6.5', null],
  ])('%j is %j: nothing keyed in is not zero', (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});

describe('a clock time', () => {
  it.each([
    ['0830', '08:30'],
    ['830', '08:30'],
    ['8:30', '08:30'],
    ['０８：３０', '08:30'],
    ['23:59', '23:59'],
    ['24:00', null],
    ['0860', null],
    ['83', null],
    ['', null],
  ])('keyed in as %j is %j', (text, time) => {
    expect(clockKeyed(text)).toBe(time);
  });
});

describe('a year of birth', () => {
  it.each([
    ['79', 1990],
    ['１０９', 2020],
    ['110', null],
    ['0', null],
    ['1990', null],
    ['', null],
  ])('of the Republic, %j, is %j in 2020', (text, year) => {
    expect(birthYearKeyed(text, 2020)).toBe(year);
  });
});

describe('the hours of a day', () => {
  it.each([
    ['0800-1200 1400-1800', '08:00–12:00、14:00–18:00'],
    ['８：００～１２：００、１４００－１８００', '08:00–12:00、14:00–18:00'],
    ['8:00 – 12:00', '08:00–12:00'],
    ['', ''],
  ])('%j is understood as %j', (text, shown) => {
    const spans = spansKeyed(text);
    expect(spans && spansText(spans)).toBe(shown);
  });

  it('reads back what it shows', () => {
    const spans = spansKeyed('0800-1200 1400-1800') ?? [];
    expect(spansKeyed(spansText(spans))).toEqual(spans);
  });

  it.each([
    ['that end before they begin', '1200-0800'],
    ['that overlap', '0800-1200 1100-1500'],
    ['out of order', '1400-1800 0800-1200'],
    ['without an end', '0800'],
    ['in words', '早上'],
    ['of more than four spans', '0800-0900 0900-1000 1000-1100 1100-1200 1200-1300'],
  ])('%s are not', (_, text) => {
    expect(spansKeyed(text)).toBeNull();
  });
});
