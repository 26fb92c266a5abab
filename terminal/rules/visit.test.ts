import { describe, expect, it } from 'vitest';
import { leafletPolicy, timeline2020 } from './policies.ts';
import { ruleSetAt } from './policy.ts';
import { instantOf } from './taipei-time.ts';
import { type CardPresented, type CardRole, cardsFitOneVisit, roomInVisit, withRoles } from './visit.ts';

const ruleSetOn = (day: string) =>
  ruleSetAt(timeline2020, instantOf(`${day}T12:00:00+08:00`)) ?? expect.fail(day);
const leaflet = ruleSetAt(leafletPolicy, instantOf('2020-03-12T12:00:00+08:00')) ?? expect.fail('in force');

describe('the cards of one visit', () => {
  it.each([
    [1, 0, true],
    [2, 0, true],
    [3, 0, false],
    [1, 3, true],
    [2, 3, true],
    [1, 4, false],
    // A child who comes alone brings the cards of three others.
    [0, 4, true],
    [0, 5, false],
  ])('%d adult and %d child: %s', (adult, child, fits) => {
    expect(cardsFitOneVisit({ adult, child }, leaflet)).toBe(fits);
  });

  it.each([
    [2, 0, true],
    [1, 1, true],
    [2, 1, false],
    [1, 2, false],
    [3, 0, false],
  ])(
    'under the first rules were one other of either age: %d adult and %d child: %s',
    (adult, child, fits) => {
      expect(cardsFitOneVisit({ adult, child }, ruleSetOn('2020-02-10'))).toBe(fits);
    },
  );

  it('have room for so many more', () => {
    expect(roomInVisit({ adult: 1, child: 0 }, leaflet)).toEqual({ adult: 1, child: 3 });
    expect(roomInVisit({ adult: 2, child: 3 }, leaflet)).toEqual({ adult: 0, child: 0 });
    expect(roomInVisit({ adult: 1, child: 0 }, ruleSetOn('2020-02-10'))).toEqual({ adult: 1, child: 1 });
    expect(roomInVisit({ adult: 0, child: 0 }, leaflet)).toEqual({ adult: 2, child: 4 });
  });
});

describe('whose card each of a visit is', () => {
  const presented: Record<string, CardPresented> = {
    adult: { age: 'adult', accepted: true },
    child: { age: 'child', accepted: true },
    'refused adult': { age: 'adult', accepted: false },
    'refused child': { age: 'child', accepted: false },
  };
  it.each<[string[], CardRole[]]>([
    [[], []],
    [['adult'], ['own']],
    [
      ['adult', 'adult', 'child'],
      ['own', 'proxy-adult', 'proxy-child'],
    ],
    [
      ['child', 'adult'],
      ['proxy-child', 'own'],
    ],
    [
      ['child', 'child'],
      ['own', 'proxy-child'],
    ],
    [
      ['refused adult', 'child', 'adult'],
      ['proxy-adult', 'proxy-child', 'own'],
    ],
    // The sale is the child's alone, so the card that was refused cannot be the buyer's.
    [
      ['refused child', 'child'],
      ['proxy-child', 'own'],
    ],
    [
      ['refused child', 'refused adult'],
      ['own', 'proxy-adult'],
    ],
  ])('of %j: %j', (cards, roles) => {
    const visit = withRoles(cards.map((card) => presented[card] ?? expect.fail(card)));
    expect(visit.map(({ role }) => role)).toEqual(roles);
  });
});
