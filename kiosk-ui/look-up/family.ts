import type { Person } from './turn.ts';

const key = 'look-up-family';

/** The people of 「今天輪到我嗎？」, kept on this device and only if asked. A browser may refuse to keep anything. */
export function createFamily(memory: () => Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) {
  return {
    kept(): readonly Person[] | null {
      try {
        const kept: unknown = JSON.parse(memory().getItem(key) ?? 'null');
        return Array.isArray(kept) ? kept.filter(isPerson) : null;
      } catch {
        return null;
      }
    },
    keep(people: readonly Person[] | null): void {
      try {
        if (people) memory().setItem(key, JSON.stringify(people));
        else memory().removeItem(key);
      } catch {
        // Then it is forgotten with the page, which nobody was promised otherwise.
      }
    },
  };
}

function isPerson(kept: unknown): kept is Person {
  const { digit, bornIn } = (kept ?? {}) as Record<string, unknown>;
  return isWhole(digit) && digit >= 0 && digit <= 9 && isWhole(bornIn) && bornIn > 1850 && bornIn < 2200;
}

const isWhole = (n: unknown): n is number => Number.isInteger(n);
