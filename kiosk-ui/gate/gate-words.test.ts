import { describe, expect, it } from 'vitest';
import { refusalSentence } from './gate-words.ts';
import { enGate } from './gate-words-en.ts';
import { zhGate } from './gate-words-zh.ts';

const until = Date.parse('2020-03-12T10:32:00+08:00');

describe('a sign-in that was refused', () => {
  it.each([
    ['zh', { ok: false, code: 'wrong-pin', attemptsLeft: 3 }, '密碼不符，還可再試 3 次。'],
    ['en', { ok: false, code: 'wrong-pin', attemptsLeft: 1 }, 'Wrong PIN. 1 attempt left.'],
    ['en', { ok: false, code: 'locked', until }, /until|after 10:32/],
    ['zh', { ok: false, code: 'lost' }, '連線中斷，恢復後請再輸入一次。'],
  ] as const)('is told why, in %s: %j', (language, refusal, said) => {
    expect(refusalSentence({ zh: zhGate, en: enGate }[language], refusal)).toMatch(said);
  });
});
