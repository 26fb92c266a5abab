import { describe, expect, it } from 'vitest';
import { turnsAnswerSchema } from '#central-api';
import { instantOf, leafletPolicy, timeline2020, timelineOf } from '#rules';
import { turnsFrom } from './turns.ts';

const turnsAt = (iso: string, policy = timeline2020) => turnsFrom(instantOf(`${iso}+08:00`), policy);
const dayOf = (iso: string, day: string) => turnsAt(iso).days.find((turns) => turns.day === day);
const [odd, even] = [
  [1, 3, 5, 7, 9],
  [0, 2, 4, 6, 8],
];
const all = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];

describe('whose turn it is', () => {
  it('is said of today and the next fourteen days, in the words of the contract', () => {
    const answer = turnsAt('2020-03-12T09:00:00');
    expect(turnsAnswerSchema.parse(answer)).toEqual(answer);
    expect(answer.days.map(({ day }) => day)).toHaveLength(15);
    expect([answer.days[0]?.day, answer.days.at(-1)?.day]).toEqual(['2020-03-12', '2020-03-26']);
  });

  it.each([
    ['2020-03-12', 4, even, all],
    ['2020-03-13', 5, odd, all],
    ['2020-03-15', 0, all, all],
    ['2020-03-16', 1, odd, all],
  ])(
    'on %s follows from the last digit, and children may come on any day',
    (day, weekday, adults, children) => {
      expect(dayOf('2020-03-12T09:00:00', day)).toMatchObject({
        weekday,
        adultCards: adults,
        childCards: children,
      });
    },
  );

  it('bound children as well before 27 February, and nobody after 9 April', () => {
    expect(dayOf('2020-02-21T09:00:00', '2020-02-26')).toMatchObject({ adultCards: odd, childCards: odd });
    expect(dayOf('2020-02-21T09:00:00', '2020-02-27')).toMatchObject({ adultCards: even, childCards: all });
    expect(dayOf('2020-04-08T09:00:00', '2020-04-09')).toMatchObject({
      adultCards: all,
      childMasksFor: 'any-card',
    });
  });

  it('knows the rules that are announced and not yet in force', () => {
    expect(dayOf('2020-03-12T09:00:00', '2020-03-18')?.childBornFrom).toBe(2007);
    expect(dayOf('2020-03-12T09:00:00', '2020-03-19')?.childBornFrom).toBe(2004);
    const later = { pack: { ...leafletPolicy, id: 'later', ruleSets: timeline2020.ruleSets.slice(6, 7) } };
    const both = timelineOf([
      { pack: leafletPolicy, from: null },
      { ...later, from: instantOf('2020-04-01T00:00:00+08:00') },
    ]);
    const days = turnsAt('2020-04-07T09:00:00', both).days;
    expect(days.map(({ allowance }) => allowance.adult.pieces).slice(0, 3)).toEqual([3, 3, 9]);
  });

  it('begins on the first morning, though the rules begin at nine', () => {
    expect(turnsAt('2020-02-05T12:00:00').days[0]?.day).toBe('2020-02-06');
    expect(turnsAt('2020-02-06T07:00:00').days[0]?.day).toBe('2020-02-06');
  });

  it('is not said of days before the first rules', () => {
    const at = instantOf('2020-01-01T09:00:00+08:00');
    expect(turnsFrom(at, timeline2020)).toEqual({ at, days: [] });
  });
});
