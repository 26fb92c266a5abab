import type { OutletCode, OutletRow } from '../wall.ts';

/** A row for tests. */
export const rowFor = (of: {
  readonly code: OutletCode;
  readonly name: string;
  readonly county: string;
  readonly town: string;
  readonly adult: number;
}): OutletRow => ({
  ...{ code: of.code, name: of.name, county: of.county, town: of.town, chain: '', place: null },
  available: { adult: of.adult, child: 0 },
  bands: { adult: 'few', child: 'none' },
  promised: { adult: 0, child: 0 },
  onHand: { adult: of.adult, child: 0 },
  notYetOnSale: { adult: 0, child: 0 },
  selling: { state: 'open', note: '' },
  ...{ heardAt: null, tills: 1, unsent: 0, soldToday: { adult: 0, child: 0 }, salesToday: 0 },
  usualDay: { adult: 0, child: 0 },
  runsOut: { adult: { when: 'unknown' }, child: { when: 'unknown' } },
  suggested: { adult: 0, child: 0 },
  ...{ announced: { adult: 0, child: 0 }, received: { adult: 0, child: 0 }, conflicts: 0, notices: [] },
});
