import { describe, expect, it } from 'vitest';
import type { PublicOutlet } from '#central-api';
import { countryOf } from './country.ts';
import type { OutletCode } from './figures.ts';
import { stateOf, withCountry, withListed } from './look-up-state.ts';
import { sampleAt, sampleView } from './sample-view.ts';

const [here, there] = ['5901010058', '592202A296'] as [OutletCode, OutletCode];

/** A page that shows two outlets, one of them chosen on the map. */
function aState() {
  const { list, ...view } = sampleView({});
  const [first] = list.outlets as [PublicOutlet];
  const outlets = [first, { ...first, code: there, name: '康泰藥局', note: '備註' }];
  const state = stateOf({ ...view, list: { ...list, outlets, total: 2 } });
  return { first, state: { ...state, chosenCode: there, chosen: state.outlets[1] ?? null } };
}

function aCountry(codes: OutletCode[]) {
  const [zeros, head] = [codes.map(() => 0), { format: 3, list: 'a'.repeat(16) } as const];
  const country = countryOf({
    positions: { ...head, codes, longitudes: codes.map(() => 10_000), latitudes: zeros },
    names: {
      directory: {
        ...{ ...head, counties: ['臺北市'], towns: [['大安區', 0]], town: zeros },
        ...{ countiesEnglish: [''], townsEnglish: [''] },
        ...{ names: codes.map((code) => `新 ${code}`), addresses: codes.map(() => '1號'), phones: codes },
      },
      details: {
        ...{ ...head, weeks: [null], week: zeros, periods: [''], period: zeros },
        ...{ hoursNotes: [], notes: [[0, '新備註']], ownNotes: [], websites: [] },
      },
    },
    stock: {
      ...{ ...head, at: sampleAt, cursor: 1, adult: codes.map(() => 7), child: zeros },
      ...{ promised: [[1, 4, 0]], notSelling: [] },
      ...{ heardMinutesAgo: codes.map(() => 3), bandsFrom: { plenty: 100, some: 30 } },
      freshness: { agedAfterMs: 1, oldAfterMs: 2 },
      promises: 'left-out' as const,
      readAt: sampleAt,
    },
  });
  if (!country) throw new Error('the columns belong together');
  return country;
}

describe('outlets that are asked for by their codes', () => {
  it('go where they are listed no more, from the map as well, and are counted no more', () => {
    const { state, first } = aState();
    const after = {
      ...state,
      ...withListed(state, [here, there], { outlets: [{ ...first, name: '改名' }] }),
    };
    expect(after.outlets.map(({ name }) => name)).toEqual(['改名']);
    expect([after.total, after.chosen, after.chosenCode]).toEqual([1, null, null]);
  });

  it('stay where they were not asked for', () => {
    const { state, first } = aState();
    const after = { ...state, ...withListed(state, [here], { outlets: [first] }) };
    expect(after.outlets).toHaveLength(2);
    expect([after.total, after.chosenCode]).toEqual([2, there]);
  });
});

describe('outlets that are shown while the columns come anew', () => {
  it('have all that columns tell, and were heard no earlier than was known', () => {
    const { state } = aState();
    const [, other] = { ...state, ...withCountry(state, aCountry([here, there])) }.outlets;
    expect(other).toMatchObject({
      ...{ name: `新 ${there}`, county: '臺北市', place: { longitude: 2, latitude: 0 }, note: '' },
      ...{ pieces: { adult: 7, child: 0 }, promised: { adult: 4, child: 0 } },
      // Heard this minute, and columns round down.
      heardAt: sampleAt,
    });
  });

  it('go where the columns have them no more', () => {
    const { state } = aState();
    const after = { ...state, ...withCountry(state, aCountry([here])) };
    expect(after.outlets.map(({ code }) => code)).toEqual([here]);
    expect([after.chosen, after.chosenCode]).toEqual([null, null]);
  });
});
