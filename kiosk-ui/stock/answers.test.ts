import { describe, expect, it } from 'vitest';
import type { Query } from '#api';
import type { Asked } from '../link/asking.ts';
import { createAnswers } from './answers.ts';
import type { Day } from './terms.ts';

const aDay = (day: string) => ({ about: 'days', from: day as Day, until: day as Day }) as const;
const today = aDay('2020-03-12');

/** A till that answers when it is told to. */
function aTill() {
  const asked: { readonly query: Query; readonly answer: (reply: Asked<'days'>) => void }[] = [];
  const ask = (query: Query) =>
    new Promise<Asked<'days'>>((answer) => {
      asked.push({ query, answer });
    });
  return { asked, answers: createAnswers({ ask: ask as never }) };
}
const nothing = { ok: true, answer: { about: 'days', days: [] } } as const satisfies Asked<'days'>;

describe('the answers of the till', () => {
  it('are kept until something changes', async () => {
    const { asked, answers } = aTill();
    const answered = answers.ask(today);
    asked[0]?.answer(nothing);
    await answered;
    expect(answers.kept(today)).toBe(nothing.answer);
    expect(answers.kept(aDay('2020-03-11'))).toBeNull();
    answers.forget();
    expect(answers.kept(today)).toBeNull();
  });

  it('serve two parts that ask the same at once', async () => {
    const { asked, answers } = aTill();
    const both = [answers.ask(today), answers.ask(today)];
    expect(asked).toHaveLength(1);
    asked[0]?.answer(nothing);
    expect(await Promise.all(both)).toEqual([nothing, nothing]);
  });

  it('are not kept if something changed while the till was answering', async () => {
    const { asked, answers } = aTill();
    const before = answers.ask(today);
    answers.forget();
    const after = answers.ask(today);
    expect(asked).toHaveLength(2);
    asked[0]?.answer(nothing);
    await before;
    expect(answers.kept(today)).toBeNull();
    asked[1]?.answer(nothing);
    await after;
    expect(answers.kept(today)).toBe(nothing.answer);
  });

  it('are asked for again after a refusal', async () => {
    const { asked, answers } = aTill();
    const refused = answers.ask(today);
    asked[0]?.answer({ ok: false, code: 'lost' });
    await refused;
    expect(answers.kept(today)).toBeNull();
    void answers.ask(today);
    expect(asked).toHaveLength(2);
  });
});
