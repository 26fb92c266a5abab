import { describe, expect, it } from 'vitest';
import type { Day, Today } from '../wall.ts';
import { en } from './en.ts';
import { languages } from './languages.ts';
import { zh } from './zh.ts';

/** Every sentence of a language that takes no parameters, with its path. */
function sentences(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}

describe.each(Object.entries(languages))('the words in %s', (_, fetchWords) => {
  it('are never empty', async () => {
    expect(sentences(await fetchWords()).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('do not raise their voice', async () => {
    expect(sentences(await fetchWords()).filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

describe('today', () => {
  it.each([
    [{ parity: 'odd', binds: 'adult-cards' }, '今天：單號', '兒童不限'],
    [{ parity: 'even', binds: 'everybody' }, '今天：雙號', null],
    [{ parity: 'all', binds: 'adult-cards' }, '今天：單雙號皆可', null],
    [{ parity: 'odd', binds: 'nobody' }, '今天：不分單雙號', null],
  ] as [Today, string, string | null][])('%j is %s', (today, digits, children) => {
    expect(zh.today(today)).toEqual({ digits, children });
  });
});

describe('sentences with parameters', () => {
  it('are of the counter', () => {
    expect(zh.tender(50, 5)).toBe('收 50 找 5');
    expect(zh.visit.bornIn(1990)).toBe('民國79年');
    expect(zh.visit.bornIn(1910)).toBe('西元1910年');
    expect(zh.visit.room({ adult: 1, child: 3 })).toBe('還可加成人卡 1 張、兒童卡 3 張');
    expect(zh.visit.room({ adult: 0, child: 0 })).toBe('已達一次可持的卡數');
    expect(zh.pieceCounts({ adult: 3, child: 0 })).toEqual(['成人 3 片']);
    expect(zh.slipQuestion('ticket', 'A012')).toBe('號碼牌 A012，印出來了嗎？');
    expect([30, -20, 0].map(zh.goodsIn.signed)).toEqual(['＋30', '−20', '0']);
    expect(zh.date('2020-03-12' as Day)).toBe('3 月 12 日（四）');
    expect(zh.status.unsent(1204, 47)).toBe('未上傳 1,204 筆，最久 47 分鐘');
    expect(zh.status.unsent(7500, 30 * 24 * 60)).toBe('未上傳 7,500 筆，最久 30 天');
    expect(
      zh.rulesChange('4/9 00:00', { adult: { pieces: 9, days: 14 }, child: { pieces: 10, days: 14 } }),
    ).toBe('4/9 00:00 起：成人 9 片 / 14 日，兒童 10 片 / 14 日');
    expect(zh.virtual.card('a-card-of-tomorrow')).toBe('a-card-of-tomorrow');
  });

  it('count one mask as one in English', () => {
    expect([en.count(1), en.count(2)]).toEqual(['1 mask', '2 masks']);
  });
});
