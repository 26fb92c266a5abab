import { describe, expect, it } from 'vitest';
import { createAnswerKeeper, type Kept } from './answer-keeper.ts';
import type { Answer } from './ask.ts';

/** A centre that answers when the test says so. */
function aKeeper() {
  const asked: { readonly path: string; answer(said: Answer<string>): Promise<void> }[] = [];
  const shown: Kept<string>[] = [];
  const planned = new Set<() => void>();
  const keeper = createAnswerKeeper<string>({
    ask: (path) =>
      new Promise((resolve) => {
        asked.push({
          path,
          async answer(said) {
            resolve(said);
            await Promise.resolve();
          },
        });
      }),
    show: (kept) => shown.push(kept),
    after: (_ms, run) => {
      planned.add(run);
      return () => planned.delete(run);
    },
  });
  const pass = () => {
    for (const run of [...planned]) {
      planned.delete(run);
      run();
    }
  };
  return { keeper, asked, last: () => shown.at(-1), pass };
}

const said = (done: string): Answer<string> => ({ done });
const cut: Answer<string> = { refused: 'not-reached', status: 0 };
const answered = (path: string, answer: string) => ({ path, asked: { stage: 'answered', answer } });

describe('an answer of the centre', () => {
  it('is dropped as soon as another path is wanted, and also where it comes late', async () => {
    const { keeper, asked, last } = aKeeper();
    keeper.want('/day?day=2020-03-12');
    await asked[0]?.answer(said('twelfth'));
    expect(last()).toEqual(answered('/day?day=2020-03-12', 'twelfth'));
    keeper.want('/day?day=2020-03-11');
    expect(last()).toEqual({ path: '/day?day=2020-03-11', asked: { stage: 'asking' } });
    keeper.want('/day?day=2020-03-10');
    await asked[1]?.answer(said('eleventh'));
    expect(last()).toEqual({ path: '/day?day=2020-03-10', asked: { stage: 'asking' } });
    await asked[2]?.answer(said('tenth'));
    expect(last()).toEqual(answered('/day?day=2020-03-10', 'tenth'));
  });

  it('is asked for again once, however much changes at once, and stays in sight meanwhile', async () => {
    const { keeper, asked, last, pass } = aKeeper();
    keeper.want('/deliveries');
    await asked[0]?.answer(said('none'));
    for (let n = 0; n < 200; n++) keeper.news();
    expect(asked).toHaveLength(1);
    pass();
    expect(asked).toHaveLength(2);
    expect(last()).toEqual(answered('/deliveries', 'none'));
    await asked[1]?.answer(said('one'));
    expect(last()).toEqual(answered('/deliveries', 'one'));
    pass();
    expect(asked).toHaveLength(2);
  });

  it('outlives a line that breaks, and a refusal gives way to what comes next', async () => {
    const { keeper, asked, last } = aKeeper();
    keeper.want('/conflicts');
    await asked[0]?.answer(cut);
    expect(last()).toEqual({ path: '/conflicts', asked: { stage: 'refused', refused: cut } });
    keeper.again();
    expect(last()?.asked.stage).toBe('asking');
    await asked[1]?.answer(said('two'));
    keeper.again();
    await asked[2]?.answer(cut);
    expect(last()).toEqual(answered('/conflicts', 'two'));
  });

  it('is shown to nobody after the end', async () => {
    const { keeper, asked, last, pass } = aKeeper();
    keeper.want('/audit');
    keeper.news();
    keeper.end();
    pass();
    await asked[0]?.answer(said('late'));
    expect(last()?.asked.stage).toBe('asking');
    expect(asked).toHaveLength(1);
  });
});
