import type { LookUpView, Promises, PublicOutlet } from '#central-api';
import type { Day, Instant, OutletCode } from './figures.ts';

/** Thursday 12 March 2020, 09:40 in Taipei. */
export const sampleAt = Date.parse('2020-03-12T09:40:00+08:00') as Instant;

const outlet: PublicOutlet = {
  ...{ code: '5901010058' as OutletCode, name: '安心藥局', address: '臺北市中正區許昌街１７號' },
  ...{ phone: '(02)25774551', county: '臺北市', town: '中正區' },
  place: { longitude: 121.517, latitude: 25.045 },
  ...{ pieces: { adult: 120, child: 12 }, bands: { adult: 'plenty', child: 'few' } },
  ...{ promised: { adult: 60, child: 0 }, selling: { state: 'open', note: '' }, heardAt: sampleAt },
  ...{ hours: null, hoursNote: '', servicePeriods: '', note: '', ownNote: '', website: '' },
};

/** A page as the centre would make it, for tests of what it says. */
export function sampleView(change: {
  readonly language?: LookUpView['language'];
  readonly asked?: LookUpView['asked'];
  readonly at?: Instant;
  readonly readAt?: Instant;
  readonly note?: string;
  readonly promises?: Promises;
  readonly turns?: LookUpView['turns'];
  readonly outlets?: readonly PublicOutlet[];
}): LookUpView {
  const { language = 'zh', asked = null, note = '', at = sampleAt } = change;
  const outlets = [...(change.outlets ?? [{ ...outlet, note }])];
  return {
    ...{ language, asked, tiles: null, query: { q: '', county: '', town: '', has: undefined, after: 0 } },
    list: {
      ...{ at, day: '2020-03-12' as Day, total: outlets.length, outlets, next: null },
      freshness: { agedAfterMs: 600_000, oldAfterMs: 3_600_000 },
      promises: change.promises ?? 'left-out',
      readAt: change.readAt ?? at,
    },
    places: { at: sampleAt, counties: [] },
    turns: change.turns ?? {
      at: sampleAt,
      days: [turnsOn('2020-03-12', 4, [0, 2, 4, 6, 8]), turnsOn('2020-03-13', 5, [1, 3, 5, 7, 9])],
    },
  };
}

const turnsOn = (day: string, weekday: number, adultCards: number[]) => ({
  ...{
    day: day as Day,
    weekday,
    adultCards,
    childCards: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
    childBornFrom: 2007,
  },
  ...{ childMasksFor: 'child-cards' as const, unitPrice: 5, weekdayBinds: 'adult-cards' as const },
  proxy: { adultCards: 1, childCards: 3, cards: null },
  allowance: { adult: { pieces: 3, days: 7 }, child: { pieces: 5, days: 7 } },
});
