import { describe, expect, it } from 'vitest';
import { setUpWords } from '../../set-up/set-up-words.ts';
import { stockLanguages } from './words.ts';

/** Every sentence of a language that takes no parameters, with its path. */
function sentences(words: unknown, path = ''): [string, string][] {
  if (typeof words === 'string') return [[path, words]];
  if (typeof words !== 'object' || words === null) return [];
  return Object.entries(words).flatMap(([key, part]) => sentences(part, `${path}.${key}`));
}

const all = (['zh', 'en'] as const).flatMap((language) => [
  [`the manager's page in ${language}`, stockLanguages[language]] as const,
  [`the first start in ${language}`, setUpWords[language]] as const,
]);

describe.each(all)('the words of %s', (_, words) => {
  it('are never empty', () => {
    expect(sentences(words).filter(([, text]) => text.trim() === '')).toEqual([]);
  });

  it('do not raise their voice', () => {
    expect(sentences(words).filter(([, text]) => /[!！]/.test(text))).toEqual([]);
  });
});

describe('sums of money', () => {
  it.each([
    [2555, '2,555 元'],
    [1210.5, '1,210.5 元'],
    [-30, '-30 元'],
    [0, '0 元'],
  ])('%d is %s', (dollars, said) => {
    expect(stockLanguages.zh.amount(dollars)).toBe(said);
  });
});
