import { describe, expect, it } from 'vitest';
import type { Day, Instant } from '../../wall.ts';
import { receiptQuery } from './receipt-search.ts';

const at = (iso: string) => Date.parse(iso) as Instant;
const now = at('2020-03-12T10:24:00+08:00');
const when = { now, day: '2020-03-12' as Day, visitId: 'v1' };
const midnight = at('2020-03-13T00:00:00+08:00');

describe('a search for receipts', () => {
  it('goes by the number that is keyed in, before anything else', () => {
    expect(receiptQuery('42', 'card', when).by).toEqual({ what: 'number', text: '42' });
  });

  it('goes by the card in the visit', () => {
    expect(receiptQuery('', 'card', when).by).toEqual({ what: 'card', visitId: 'v1' });
  });

  it('goes by the day in Taipei where there is no card', () => {
    const from = at('2020-03-12T00:00:00+08:00');
    const day = { what: 'time', from, until: midnight };
    expect(receiptQuery('', 'card', { ...when, visitId: null }).by).toEqual(day);
    expect(receiptQuery('', 'today', when).by).toEqual(day);
  });

  it('goes by the hour before', () => {
    const from = at('2020-03-12T09:24:00+08:00');
    expect(receiptQuery('', 'last-hour', when).by).toEqual({ what: 'time', from, until: midnight });
  });
});
