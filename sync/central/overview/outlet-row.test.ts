import { describe, expect, it } from 'vitest';
import type { OutletRow, RunsOut } from '#central-api';
import { businessDayOf, instantOf, type OpeningHours, type OutletCode, type SellingState } from '#rules';
import { type RowParts, rowOf } from './outlet-row.ts';
import { nothingSold } from './sold-figures.ts';

const now = instantOf('2020-03-12T11:00:00+08:00');
const heard = instantOf('2020-03-12T10:59:00+08:00');
const hours = (sold: Record<number, number>) => Array.from({ length: 24 }, (_, hour) => sold[hour] ?? 0);
/** Sixty adult masks an hour, nine to noon and two to five. */
const usual = { adult: hours({ 9: 60, 10: 60, 11: 60, 14: 60, 15: 60, 16: 60 }), child: hours({}) };
const likeUsual = { sold: { adult: hours({ 9: 60, 10: 60 }), child: hours({}) }, sales: 40 };

const parts = (
  change: Partial<Omit<RowParts, 'figures'>> & { figures?: Partial<RowParts['figures']> } = {},
): RowParts => ({
  listed: {
    ...{ outlet: '5901010058' as OutletCode, name: '示範藥局', address: '', phone: '', county: '臺北市' },
    ...{
      town: '松山區',
      village: '',
      chain: '',
      place: null,
      servicePeriods: '',
      note: '',
      ownNote: '',
      website: '',
    },
  },
  ...{ tills: 1, unsent: 0, today: likeUsual, usual, conflicts: 0, state: 'none-due' },
  announced: { adult: 0, child: 0 },
  received: { adult: 0, child: 0 },
  ...change,
  figures: {
    onHand: { adult: 300, child: 10 },
    promised: { adult: 0, child: 0 },
    lots: [],
    selling: { state: 'open', day: null, note: '' },
    hours: null,
    heardAt: heard,
    ...change.figures,
  } as RowParts['figures'],
});
const saying = (state: SellingState): RowParts['figures']['selling'] => ({
  ...{ state, day: businessDayOf(now), note: '' },
});
/** The same every day. */
const weekOf = (...spans: readonly (readonly [string, string])[]): OpeningHours =>
  Array.from({ length: 7 }, () => spans.map(([from, until]) => ({ from, until }))) as never;
const today = (time: string): RunsOut => ({ when: 'today', at: instantOf(`2020-03-12T${time}:00+08:00`) });
const noticesOf = (change: Parameters<typeof parts>[0]) => rowOf(parts(change), now, 'left-out').notices;

describe('a row of the overview', () => {
  it('says nothing of an outlet at which all is well', () => {
    expect(rowOf(parts(), now, 'left-out')).toMatchObject({
      available: { adult: 300, child: 10 },
      soldToday: { adult: 120, child: 0 },
      usualDay: { adult: 360, child: 0 },
      runsOut: { adult: { when: 'not-today' }, child: { when: 'unknown' } },
      notices: [],
    });
  });

  it('leaves out what is promised, where the policy does, and what is of a later day', () => {
    const lots = [
      { kind: 'adult', onSaleFrom: '2020-03-12', pieces: 100 },
      { kind: 'adult', onSaleFrom: '2020-03-13', pieces: 600 },
    ] as unknown as RowParts['figures']['lots'];
    const promised = { adult: 50, child: 0 };
    const row = rowOf(parts({ figures: { lots, promised } }), now, 'left-out');
    expect(row).toMatchObject({
      available: { adult: 350 },
      onHand: { adult: 400 },
      notYetOnSale: { adult: 600 },
    });
    expect(rowOf(parts({ figures: { lots, promised } }), now, 'counted').available.adult).toBe(400);
  });

  it.each<[string, Parameters<typeof parts>[0]]>([
    ['no-till', { tills: 0 }],
    ['silent', { figures: { heardAt: instantOf('2020-03-12T10:44:00+08:00') } }],
    ['silent', { figures: { heardAt: null } }],
    ['not-selling', { figures: { selling: { state: 'paused', day: null, note: '點貨' } } }],
    ['sold-out', { figures: { onHand: { adult: 0, child: 0 } } }],
    ['oversold', { figures: { onHand: { adult: -3, child: 10 } } }],
    ['oversold', { figures: { promised: { adult: 301, child: 0 } } }],
    ['will-run-out', { figures: { onHand: { adult: 100, child: 10 } } }],
    ['left-with-stock', { figures: { onHand: { adult: 1_000, child: 10 } } }],
    ['conflicts', { conflicts: 2 }],
    [
      'goods-differ',
      { state: 'all-received', announced: { adult: 600, child: 0 }, received: { adult: 550, child: 0 } },
    ],
  ])('notices %s: %j', (notice, change) => {
    expect(noticesOf(change)).toContain(notice);
  });

  it.each<[string, Parameters<typeof parts>[0], OutletRow['runsOut']['adult']]>([
    ['nothing is left', { figures: { onHand: { adult: 0, child: 0 } } }, { when: 'gone' }],
    ['it said so itself', { figures: { selling: saying('sold-out') } }, { when: 'gone' }],
    ['it will be this afternoon', { figures: { onHand: { adult: 100, child: 0 } } }, today('14:40')],
    ['there is enough', {}, { when: 'not-today' }],
    ['it is paused', { figures: { selling: saying('paused') } }, { when: 'unknown' }],
    ['it is closed today', { figures: { selling: saying('closed-today') } }, { when: 'unknown' }],
    ['it never sold', { usual: nothingSold, today: { sold: nothingSold, sales: 0 } }, { when: 'unknown' }],
  ])('says when the last piece goes where %s', (_, change, runsOut) => {
    expect(rowOf(parts(change), now, 'left-out').runsOut.adult).toEqual(runsOut);
  });

  it('suggests whole packs for tomorrow: a usual day and a fifth, less what will be there', () => {
    const suggested = (adult: number, lots: RowParts['figures']['lots'] = []) =>
      rowOf(parts({ figures: { onHand: { adult, child: 10 }, lots } }), now, 'left-out').suggested;
    expect(suggested(240)).toEqual({ adult: 450, child: 0 });
    // 240 will be sold today, so a hundred more are there tomorrow.
    expect(suggested(340).adult).toBe(350);
    const tomorrow = [{ kind: 'adult', onSaleFrom: '2020-03-13', pieces: 600 }];
    expect(suggested(240, tomorrow as unknown as RowParts['figures']['lots']).adult).toBe(0);
  });

  it('waits for goods that are still due, and is not silent at night', () => {
    const due = { state: 'some-due', announced: { adult: 600, child: 0 } } as const;
    expect(noticesOf(due)).toEqual([]);
    const night = instantOf('2020-03-12T22:30:00+08:00');
    expect(rowOf(parts(), night, 'left-out').notices).not.toContain('silent');
  });

  it.each<[string, Partial<RowParts['figures']>, string]>([
    ['its lunch', { hours: weekOf(['09:00', '10:50'], ['14:00', '17:00']) }, '2020-03-12T11:30:00+08:00'],
    ['a day on which it is closed', { hours: weekOf() }, '2020-03-12T11:30:00+08:00'],
    ['its holiday', { selling: saying('closed-today') }, '2020-03-12T11:30:00+08:00'],
    ['the first minutes of its morning', { hours: weekOf(['11:00', '17:00']) }, '2020-03-12T11:10:00+08:00'],
  ])('is not called silent in %s', (_, figures, at) => {
    const yesterday = instantOf('2020-03-11T18:00:00+08:00');
    const row = rowOf(parts({ figures: { ...figures, heardAt: yesterday } }), instantOf(at), 'left-out');
    expect(row.notices).not.toContain('silent');
  });

  it('is called silent once it has been open for a quarter of an hour without a word', () => {
    const figures = {
      hours: weekOf(['11:00', '17:00']),
      heardAt: instantOf('2020-03-11T18:00:00+08:00'),
    };
    const later = instantOf('2020-03-12T11:20:00+08:00');
    expect(rowOf(parts({ figures }), later, 'left-out').notices).toContain('silent');
  });

  it('has an outlet sell again on the day after it was sold out', () => {
    const selling = { state: 'sold-out', day: '2020-03-11', note: '' } as RowParts['figures']['selling'];
    expect(rowOf(parts({ figures: { selling } }), now, 'left-out').selling.state).toBe('open');
    expect(rowOf(parts({ today: { sold: nothingSold, sales: 0 } }), now, 'left-out').notices).toEqual([]);
  });
});
