import { describe, expect, it } from 'vitest';
import type { Today } from '../wall.ts';
import { beneath, displayEn, displayZh, todayLine } from './display-words.ts';
import { darkModules } from './qr-code.tsx';

const all = [displayZh, ...Object.values(beneath).filter((words) => words !== null)];

function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(sentences);
}

describe.each(all)('the display in $lang', (words) => {
  it('says everything, and does not raise its voice', () => {
    const said = sentences({ ...words, today: words.today.digits });
    expect(said.filter((text) => text.trim() === '' || /[!！]/.test(text))).toEqual([]);
  });

  it('names the card among the cards', () => {
    expect(words.card(2, 3)).toMatch(/2.*3/);
  });
});

describe('today', () => {
  it.each([
    [{ parity: 'odd', binds: 'adult-cards' }, '今天：單號 1 3 5 7 9，兒童不限'],
    [{ parity: 'even', binds: 'everybody' }, '今天：雙號 0 2 4 6 8'],
    [{ parity: 'all', binds: 'adult-cards' }, '今天：不分單雙號'],
    [{ parity: 'odd', binds: 'nobody' }, '今天：不分單雙號'],
  ] as [Today, string][])('%j is %s', (today, line) => {
    expect(todayLine(displayZh, today)).toBe(line);
  });

  it('names the digits in English too', () => {
    expect(todayLine(displayEn, { parity: 'odd', binds: 'adult-cards' })).toBe(
      'Today: odd 1 3 5 7 9, children any day',
    );
  });
});

describe('a QR code', () => {
  it('is drawn as runs of dark modules', () => {
    expect(
      darkModules([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, true, true],
      ]),
    ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z');
  });
});
