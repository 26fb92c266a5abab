import { describe, expect, it } from 'vitest';
import { type Instant, instant } from '#rules';
import { keptFigures } from './kept-figures.ts';

function open() {
  let now = instant(1_000_000);
  const waiting: { readonly tell: (n: number) => void; readonly fail: (error: Error) => void }[] = [];
  const read = () =>
    new Promise<number>((tell, fail) => {
      waiting.push({ tell, fail });
    });
  const ask = keptFigures(read, { now: (): Instant => now });
  return {
    ...{ ask, waiting },
    advance: (ms: number) => {
      now = instant(now + ms);
    },
  };
}

describe('figures', () => {
  it('are read once for all who ask at once, however long it takes', async () => {
    const { ask, waiting, advance } = open();
    const asked = [ask(), ask()];
    advance(60_000);
    asked.push(ask());
    expect(waiting).toHaveLength(1);
    waiting[0]?.tell(7);
    expect(await Promise.all(asked)).toEqual([7, 7, 7]);
  });

  it('are told for a second after they were read, and then read anew', async () => {
    const { ask, waiting, advance } = open();
    const first = ask();
    waiting[0]?.tell(7);
    await first;
    advance(999);
    expect([await ask(), waiting.length]).toEqual([7, 1]);
    advance(1);
    const second = ask();
    waiting[1]?.tell(8);
    expect(await second).toBe(8);
    advance(-60_000);
    ask().catch(() => {});
    expect(waiting).toHaveLength(3);
  });

  it('that could not be read are read for whoever asks next', async () => {
    const { ask, waiting } = open();
    const asked = [ask(), ask()].map((each) => each.catch(String));
    waiting[0]?.fail(new Error('no database'));
    expect(await Promise.all(asked)).toEqual(['Error: no database', 'Error: no database']);
    const next = ask();
    waiting[1]?.tell(7);
    expect(await next).toBe(7);
  });
});
