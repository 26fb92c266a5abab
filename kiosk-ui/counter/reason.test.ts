import { describe, expect, it } from 'vitest';
import type { Day, MayNot, Today } from '../wall.ts';
import { en } from '../words/en.ts';
import { zh } from '../words/zh.ts';
import { reasonLine } from './reason.ts';
import { holder, mayBuyAdult } from './sample-snapshots.ts';

const day = (text: string) => text as Day;
const today: Today = { parity: 'odd', binds: 'everybody' };
const mayNot = (
  reason: MayNot['reason'],
  nextDay: string | null,
  nextTime: string | null = null,
): MayNot => ({
  verdict: 'may-not',
  reason,
  nextDay: nextDay === null ? null : day(nextDay),
  nextTime,
});

describe('the line of reason', () => {
  it('names the purchase and the next day', () => {
    const verdict = mayNot('bought-recently', '2020-02-26');
    expect(reasonLine(zh, verdict, holder, today)).toBe('2/19 已購 2 片，2/26 起可再購');
    expect(reasonLine(en, verdict, holder, today)).toBe('Bought 2 on 2/19, again from 2/26');
  });

  it('says where the purchase was made if not here', () => {
    const verdict = mayNot('bought-recently', '2020-02-26');
    const purchases = holder.purchases.map((purchase) => ({ ...purchase, place: 'elsewhere' as const }));
    const there = { ...holder, purchases };
    expect(reasonLine(zh, verdict, there, today)).toBe('2/19 已於他處購 2 片，2/26 起可再購');
    expect(reasonLine(en, verdict, there, today)).toBe('Bought 2 elsewhere on 2/19, again from 2/26');
  });

  it('keeps the purchase to itself once the card is out', () => {
    expect(reasonLine(zh, mayNot('bought-recently', '2020-02-26'), null, today)).toBe('2/26 起可再購');
  });

  it.each([
    [mayNot('not-your-weekday', '2020-02-27'), '今天限單號，2/27 起可購買'],
    [mayNot('scheme-not-in-force', '2020-02-06', '09:00'), '目前沒有適用的販售規定，2/6\u00a009:00 起可購買'],
    [mayNot('scheme-not-in-force', null), '目前沒有適用的販售規定'],
    [mayNot('sold-out', null), '口罩已售完'],
    [mayNot('sold-out', '2020-03-13'), '口罩已售完，3/13 開賣'],
    [mayNot('too-many-cards', null), '已超過一次可代購的卡數'],
    [mayNot('not-your-weekday', null), '今天限單號，目前查無可購日期'],
  ])('of $reason until $nextDay is %s', (verdict, line) => {
    expect(reasonLine(zh, verdict, holder, today)).toBe(line);
  });

  it('names the latest of several purchases', () => {
    const [before] = holder.purchases;
    const purchases = [
      { day: day('2020-02-26'), kind: 'adult', pieces: 3, place: 'here' } as const,
      ...(before ? [before] : []),
    ];
    const line = reasonLine(zh, mayNot('bought-recently', '2020-03-04'), { ...holder, purchases }, today);
    expect(line).toBe('2/26 已購 3 片，3/4 起可再購');
  });

  it('says when a buyer may come again', () => {
    expect(reasonLine(zh, mayBuyAdult, holder, today)).toBe('3/19 起可再購');
  });
});
