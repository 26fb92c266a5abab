import { describe, expect, it, vi } from 'vitest';
import { reloadOnce, replaces } from './link.ts';

function memory() {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
  };
}

describe('a refused token', () => {
  it('loads the page again once, and not for ever', () => {
    const reload = vi.fn();
    const kept = memory();
    expect(reloadOnce('old', kept, reload)).toBe(true);
    expect(reloadOnce('old', kept, reload)).toBe(false);
    expect(reload).toHaveBeenCalledTimes(1);
  });

  it('loads the page again after the next restart of the till', () => {
    const reload = vi.fn();
    const kept = memory();
    reloadOnce('first', kept, reload);
    expect(reloadOnce('second', kept, reload)).toBe(true);
    expect(reload).toHaveBeenCalledTimes(2);
  });
});

describe('a snapshot', () => {
  it.each([
    { shown: null, incoming: 1, taken: true },
    { shown: 4, incoming: 5, taken: true },
    { shown: 5, incoming: 5, taken: false },
    { shown: 5, incoming: 4, taken: false },
  ])('of revision $incoming over $shown is taken: $taken', ({ shown, incoming, taken }) => {
    expect(replaces(shown === null ? null : { revision: shown }, { revision: incoming })).toBe(taken);
  });
});
