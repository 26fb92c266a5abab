import { describe, expect, it } from 'vitest';
import type { TurnsOfDay } from '#central-api';
import type { Day } from './figures.ts';
import { bornYear, turnOf } from './turn.ts';

const odd = [1, 3, 5, 7, 9];
const even = [0, 2, 4, 6, 8];
const all = [...even, ...odd];

/** Two weeks from Thursday 12 March 2020, under the leaflet's rules. */
const days: TurnsOfDay[] = Array.from({ length: 15 }, (_, i) => {
  const weekday = (4 + i) % 7;
  return {
    ...{ day: `2020-03-${12 + i}` as Day, weekday, childCards: all },
    adultCards: weekday === 0 ? all : weekday % 2 === 1 ? odd : even,
    ...{ childBornFrom: 2007, childMasksFor: 'child-cards', unitPrice: 5 },
    ...{ weekdayBinds: 'adult-cards', proxy: { adultCards: 1, childCards: 3, cards: null } },
    allowance: { adult: { pieces: 3, days: 7 }, child: { pieces: 5, days: 7 } },
  };
});
const today = '2020-03-12' as Day;

describe('whose turn it is', () => {
  it.each([
    [{ digit: 4, bornIn: 1985 }, 'may-buy', '2020-03-14', 'adult'],
    [{ digit: 0, bornIn: 2006 }, 'may-buy', '2020-03-14', 'adult'],
    [{ digit: 3, bornIn: 1985 }, 'may-not', '2020-03-13', 'adult'],
    [{ digit: 3, bornIn: 2007 }, 'may-buy', '2020-03-13', 'child'],
  ])('%j: %s today, next on %s, with the card of an %s', (person, sign, next, card) => {
    expect(turnOf(person, days, today)).toMatchObject({ sign, next, card });
  });

  it('lets a child choose between the kinds, and an adult not', () => {
    const kindsOf = (bornIn: number) =>
      turnOf({ digit: 2, bornIn }, days, today).buys.map(({ kind }) => kind);
    expect(kindsOf(2012)).toEqual(['adult', 'child']);
    expect(kindsOf(1985)).toEqual(['adult']);
  });

  it('shows two weeks, and forgets the days that are past', () => {
    const turn = turnOf({ digit: 4, bornIn: 1985 }, days, '2020-03-13' as Day);
    expect(turn.days).toHaveLength(14);
    expect(turn.days[0]).toMatchObject({ day: '2020-03-13', turn: 'no' });
  });

  it('asks to confirm what no rule on this device says', () => {
    expect(turnOf({ digit: 4, bornIn: 1985 }, days, '2020-05-01' as Day)).toMatchObject({
      ...{ sign: 'confirm', next: null, days: [] },
    });
    expect(turnOf({ digit: 4, bornIn: 1985 }, [], today).sign).toBe('confirm');
  });
});

describe('a year of birth', () => {
  it.each([
    ['1985', 1985],
    ['74', 1985],
    ['１９８５', 1985],
    [' 109 ', 2020],
    ['2020', 2020],
    ['2021', null],
    ['1850', null],
    ['0', null],
    ['', null],
    ['19.5', null],
    ['abcd', null],
  ])('%j is %s', (text, year) => {
    expect(bornYear(text, 2020)).toBe(year);
  });
});
