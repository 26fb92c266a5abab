import { describe, expect, it } from 'vitest';
import { createOutbox, togetherMost } from './outbox.ts';

const endOfTurn = (): Promise<void> => new Promise(setImmediate);

function opened() {
  const sent: (readonly number[])[] = [];
  const outbox = createOutbox<number>((words) => sent.push(words));
  return { outbox, sent, put: (count: number) => Array.from({ length: count }, (_, n) => outbox.put(n)) };
}

describe('words for another thread', () => {
  it('of one turn go together', async () => {
    const { put, sent } = opened();
    put(3);
    expect(sent).toEqual([]);
    await endOfTurn();
    expect(sent).toEqual([[0, 1, 2]]);
  });

  it('are not held back for the end of a turn that has many', async () => {
    const { put, sent } = opened();
    put(togetherMost + 1);
    expect(sent.map(({ length }) => length)).toEqual([togetherMost]);
    await endOfTurn();
    expect(sent).toEqual([expect.anything(), [togetherMost]]);
  });

  it('go when they are told to, once, and not at all once they are dropped', async () => {
    const { outbox, put, sent } = opened();
    put(2);
    outbox.send();
    expect(sent).toEqual([[0, 1]]);
    put(1);
    outbox.drop();
    await endOfTurn();
    expect(sent).toEqual([[0, 1]]);
  });
});
