import { describe, expect, it } from 'vitest';
import { instantOf, isoOf, type OpeningHours } from '#rules';
import { type KnownHours, openSince } from './open-since.ts';

const span = (from: string, until: string) => ({ from, until });
const day = [span('09:00', '12:00'), span('14:00', '17:30')];
const week = [[], day, day, day, day, day, [span('09:00', '12:00')]] as unknown as OpeningHours;
const said: KnownHours = { hours: week, servicePeriods: 'Y'.repeat(21) };
/** Mornings on weekdays, afternoons on weekdays but Thursday, no evening. */
const listed: KnownHours = { hours: null, servicePeriods: `NNNNNYY${'NNNYNYY'}${'Y'.repeat(7)}` };
const unknown: KnownHours = { hours: null, servicePeriods: '' };

describe('since when an outlet is open', () => {
  // 12 March 2020 is a Thursday, and the 15th a Sunday.
  it.each<[string, KnownHours, string, string | null]>([
    ['in its morning', said, '2020-03-12T10:00', '2020-03-12T09:00'],
    ['over its lunch', said, '2020-03-12T12:00', null],
    ['after its lunch', said, '2020-03-12T14:00', '2020-03-12T14:00'],
    ['in its evening', said, '2020-03-12T17:30', null],
    ['on its closed day', said, '2020-03-15T10:00', null],
    ['on a morning of the list', listed, '2020-03-12T10:00', '2020-03-12T09:00'],
    ['on a free afternoon of the list', listed, '2020-03-12T15:00', null],
    ['on a Sunday of the list', listed, '2020-03-15T10:00', null],
    ['in the hours of the scheme, where nothing is known', unknown, '2020-03-15T10:00', '2020-03-15T08:00'],
    ['at night, where nothing is known', unknown, '2020-03-12T22:30', null],
  ])('%s', (_, known, at, since) => {
    const opened = openSince(known, instantOf(`${at}:00+08:00`));
    expect(opened && isoOf(opened)).toBe(since && `${since}:00.000+08:00`);
  });
});
