import { describe, expect, it } from 'vitest';
import { everyLanguage } from './every-language.ts';
import type { GuideStep } from './guide-words.ts';

function sentences(words: unknown): string[] {
  if (typeof words === 'string') return [words];
  if (typeof words !== 'object' || words === null) return [];
  return Object.values(words).flatMap(sentences);
}

/** Every way through the guide, by where it ends. */
const ends = (step: GuideStep): string[] =>
  'way' in step ? [step.way] : step.answers.flatMap(([, next]) => ends(next));

type Shape = 'way' | readonly Shape[];
const shapeOf = (step: GuideStep): Shape =>
  'way' in step ? 'way' : step.answers.map(([, next]) => shapeOf(next));

describe.each(Object.values(everyLanguage))('the public page in $lang', (words) => {
  it('says everything, and does not raise its voice', () => {
    expect(sentences(words).filter((text) => text.trim() === '' || /[!！]/.test(text))).toEqual([]);
  });

  it('names the seven days, each otherwise', () => {
    expect(new Set(words.weekdays).size).toBe(7);
  });

  it('puts the numbers into its sentences', () => {
    expect(words.list.found('7,000')).toContain('7,000');
    expect(words.card.old(words.hours(3))).toContain('3');
    expect(words.turn.person(4, 1985)).toMatch(/4.*1985/);
    expect(words.map.cluster(12, 5)).toMatch(/12.*5/);
  });

  it('guides by the same questions as in Chinese, and says the names that stand on signs', () => {
    expect(shapeOf(words.guide.start)).toEqual(shapeOf(everyLanguage.zh.guide.start));
    const said = sentences(words.guide).join(' ');
    for (const name of ['健保卡', '全民健保行動快易通', '健康存摺', '防疫大作戰', 'ibon', '居留證', '衛生所'])
      expect(said).toContain(name);
  });

  it('leads to each of the three ways of buying', () => {
    const ways = ends(words.guide.start).join(' ');
    for (const version of ['1.0', '2.0', '3.0']) expect(ways).toContain(version);
  });
});
