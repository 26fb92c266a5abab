import { describe, expect, it } from 'vitest';
import { leafletPolicy, timeline2020 } from './policies.ts';
import { ruleSetAt } from './policy.ts';
import { instantOf } from './taipei-time.ts';
import { cardsFitOneVisit, roomInVisit } from './visit.ts';

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
