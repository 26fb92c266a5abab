import { describe, expect, it } from 'vitest';
import { type Entry, noHash } from '#protocol';
import { instant } from '#rules';
import { checkChain } from './chain.ts';
import { entryHash } from './journal.ts';

function chainOf(length: number): Entry[] {
  const entries: Entry[] = [];
  for (let seq = 1; seq <= length; seq++) {
    const previousHash = entries.at(-1)?.hash ?? noHash;
    const [at, fact] = [instant(1_583_366_400_000 + seq), `{"kind":"test","n":${seq}}`];
    entries.push({ seq, at, fact, previousHash, hash: entryHash(seq, at, fact, previousHash) });
  }
  return entries;
}

const faultAfter = (change: (entries: Entry[]) => Entry[]) => {
  const check = checkChain(change(chainOf(5)));
  return check.whole ? 'whole' : `${check.broken.fault} at ${check.broken.seq}`;
};

const at3 = (change: Partial<Entry>) => (entries: Entry[]) =>
  entries.map((entry) => (entry.seq === 3 ? { ...entry, ...change } : entry));

describe('a chain', () => {
  it('of untouched entries is whole, an empty one too', () => {
    expect(faultAfter((entries) => entries)).toBe('whole');
    expect(faultAfter(() => [])).toBe('whole');
  });

  it.each([
    ['a fact was edited', at3({ fact: '{"kind":"test","n":4}' }), 'wrong-hash at 3'],
    ['a time was edited', at3({ at: instant(1_583_366_400_004) }), 'wrong-hash at 3'],
    ['an entry was taken out', (e: Entry[]) => e.filter((entry) => entry.seq !== 3), 'gap at 4'],
    ['an entry stands twice', (e: Entry[]) => e.flatMap((x) => (x.seq === 3 ? [x, x] : [x])), 'gap at 3'],
    ['the first is missing', (e: Entry[]) => e.slice(1), 'gap at 2'],
  ])('in which %s is broken there', (_what, change, expected) => {
    expect(faultAfter(change)).toBe(expected);
  });

  it('in which an entry was rewritten with a hash of its own breaks at the next', () => {
    const forged = (entries: Entry[]) =>
      entries.map((entry) =>
        entry.seq === 3
          ? { ...entry, fact: '{}', hash: entryHash(3, entry.at, '{}', entry.previousHash) }
          : entry,
      );
    expect(faultAfter(forged)).toBe('wrong-previous-hash at 4');
  });

  it('in which time goes back is broken there', () => {
    expect(faultAfter(at3({ at: instant(1) }))).toBe('time-goes-back at 3');
  });
});
