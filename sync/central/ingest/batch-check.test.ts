import { describe, expect, it } from 'vitest';
import { createTestTill, saleTo, sampleOutlets, type TestTill } from '#fixtures/central-kit';
import { type EntryHash, noHash, type Push, type SentEntry, type TillId } from '#protocol';
import { instant, instantOf, type OutletCode } from '#rules';
import { prefixOf, type Till } from '../tills.ts';
import { type BatchToCheck, checkBatch } from './batch-check.ts';
import { createEntryReader } from './read-entry.ts';

const outlet = sampleOutlets[0] as OutletCode;
const now = instantOf('2020-03-12T12:00:00+08:00');
const minute = 60_000;

/** A journal of ten entries, a minute apart, the last at noon. */
function tenEntries(): TestTill {
  const till = createTestTill({ ask: () => Promise.reject(new Error('no line')), now: () => now }, outlet);
  till.append({ kind: 'journal-opened', journalId: till.journalId, outlet, purpose: 'shop' }, at(1));
  for (let seq = 2; seq <= 10; seq++) till.append(saleTo(seq, at(seq)), at(seq));
  return till;
}
const at = (seq: number) => instant(now - (10 - seq) * minute);

/** What the centre finds that has the first `acknowledged` of this journal, and is sent those after `from`. */
function check(
  sender: TestTill,
  { from, acknowledged, known = sender }: { from: number; acknowledged: number; known?: TestTill },
  change: {
    readonly push?: Partial<Push>;
    readonly batch?: Partial<BatchToCheck>;
    readonly sent?: readonly SentEntry[];
  } = {},
) {
  const sent = change.sent ?? sender.entries.slice(from);
  const till: Till = {
    ...{ outlet, tillId: '00000000-0000-4000-8000-000000000001' as TillId, publicKey: sender.publicKey },
    ...{ journalId: known.journalId, seq: acknowledged, hash: known.place(acknowledged).hash },
    at: known.entries[acknowledged - 1]?.at ?? instant(0),
    ...{ journalHead: acknowledged, continues: null, startSeq: 0, enrolledSeq: null },
    ...{ enrolledAt: now, revokedAt: null },
  };
  const hashes = new Map<number, string>();
  for (let seq = from; seq <= acknowledged; seq++) hashes.set(seq, prefixOf(known.place(seq).hash));
  const push: Push = {
    ...{ protocol: 1, journalId: sender.journalId, after: sender.place(from) },
    ...{ entries: sent.length, head: sender.entries.length, ...change.push },
  };
  const { entries, ...rest } = checkBatch({
    ...{ till, known: hashes, push, entries: sent.map(createEntryReader(push.after)) },
    ...{ now, purpose: 'shop', way: 'line', ...change.batch },
  });
  return { new: entries.map(({ seq }) => seq), ...rest };
}

/** The same journal up to an entry, and others from there on. */
function forkedAfter(till: TestTill, seq: number): TestTill {
  const fork = createTestTill({ ask: () => Promise.reject(new Error('no line')), now: () => now }, outlet, {
    ...{ journalId: till.journalId, entries: till.entries.slice(0, seq) },
  });
  for (let next = seq + 1; next <= 10; next++) fork.append(saleTo(next + 100, at(next)), at(next));
  return fork;
}

describe('a batch', () => {
  const till = tenEntries();

  it('of new entries is taken whole', () => {
    expect(check(till, { from: 4, acknowledged: 4 })).toEqual({
      ...{ new: [5, 6, 7, 8, 9, 10], acknowledged: till.place(10) },
    });
    expect(check(till, { from: 0, acknowledged: 0 }).new).toHaveLength(10);
  });

  it('that is a repeat brings nothing new, and one that overlaps brings the rest', () => {
    expect(check(till, { from: 0, acknowledged: 10 })).toEqual({ new: [], acknowledged: till.place(10) });
    expect(check(till, { from: 2, acknowledged: 7 })).toEqual({
      new: [8, 9, 10],
      acknowledged: till.place(10),
    });
    expect(check(till, { from: 10, acknowledged: 10 })).toEqual({ new: [], acknowledged: till.place(10) });
  });

  it('after a gap is asked for from where the gap begins', () => {
    expect(check(till, { from: 6, acknowledged: 4 })).toEqual({
      ...{ new: [], acknowledged: till.place(4), fault: { kind: 'gap', seq: 5 } },
    });
  });

  it('that begins where the centre no longer can compare is asked for from its last entry', () => {
    const batch = { known: new Map() };
    expect(check(till, { from: 3, acknowledged: 8 }, { batch }).fault).toEqual({ kind: 'gap', seq: 9 });
  });

  it.each([
    ['in the middle of what is known', 2, 8, 5],
    ['at the first new entry', 5, 8, 5],
  ])('of a fork is named at its very entry: %s', (_where, from, acknowledged, after) => {
    const fork = forkedAfter(till, after);
    expect(check(fork, { from, acknowledged, known: till })).toEqual({
      ...{ new: [], acknowledged: till.place(after), fault: { kind: 'fork', seq: after + 1 } },
    });
  });

  it('of a fork that begins before the batch is named where the batch begins', () => {
    const fork = forkedAfter(till, 5);
    for (const [from, acknowledged] of [
      [7, 8],
      [8, 8],
    ] as const)
      expect(check(fork, { from, acknowledged, known: till }).fault).toEqual({ kind: 'fork', seq: from });
  });

  it('of a journal that ends before what was acknowledged is of a rolled-back disk', () => {
    const old = createTestTill({ ask: () => Promise.reject(new Error('no line')), now: () => now }, outlet, {
      ...{ journalId: till.journalId, entries: till.entries.slice(0, 6) },
    });
    for (const from of [3, 6])
      expect(check(old, { from, acknowledged: 9, known: till })).toEqual({
        ...{ new: [], acknowledged: till.place(6), fault: { kind: 'rolled-back', seq: 7 } },
      });
    // A file on a stick is old by nature.
    const batch = { way: 'file' as const };
    expect(check(old, { from: 3, acknowledged: 9, known: till }, { batch }).fault).toBeUndefined();
    // Not compared to its last entry yet: it may be a fork.
    const some = { known: new Map([3, 4, 5].map((seq) => [seq, prefixOf(till.place(seq).hash)])) };
    const sent = old.entries.slice(3, 5);
    expect(check(old, { from: 3, acknowledged: 9, known: till }, { batch: some, sent })).toEqual({
      ...{ new: [], acknowledged: till.place(5) },
    });
  });

  const spoilt = (seq: number, change: object) => ({
    sent: till.entries.map((entry, i) => (i + 1 === seq ? { ...entry, ...change } : entry)),
  });

  it.each<[string, object]>([
    ['a fact was edited', { fact: '{"kind":"signed-in"}' }],
    ['a time was edited', { at: instant(at(7) + 1) }],
    ['a hash was edited', { hash: 'f'.repeat(64) as EntryHash }],
  ])('in which %s is good up to there', (_what, change) => {
    expect(check(till, { from: 0, acknowledged: 0 }, spoilt(7, change))).toEqual({
      ...{ new: [1, 2, 3, 4, 5, 6], acknowledged: till.place(6), fault: { kind: 'broken-chain', seq: 7 } },
    });
  });

  const withLast = (append: (till: TestTill) => void) => {
    const longer = tenEntries();
    append(longer);
    return check(longer, { from: 4, acknowledged: 4 });
  };

  it('in which time goes back is good up to there', () => {
    const { fault } = withLast((longer) => longer.append(saleTo(1, at(9)), at(9)));
    expect(fault).toEqual({ kind: 'broken-chain', seq: 11 });
  });

  it('is good up to an entry that is more than two minutes ahead of the centre', () => {
    const ahead = (ms: number) =>
      withLast((longer) => longer.append(saleTo(1, now), instant(now + ms))).fault;
    expect(ahead(2 * minute)).toBeUndefined();
    expect(ahead(2 * minute + 1)).toEqual({ kind: 'entry-in-future', seq: 11, now });
  });

  it.each([
    ['of another kind', '{"kind":"masks-flew-away"}', 'invalid_union at kind'],
    ['of another shape', '{"kind":"signed-in","name":"王小明"}', 'unrecognized_keys at the fact'],
    ['that is no fact', '{"kind"}', 'not JSON'],
  ])('is good up to an entry %s, and the fault says nothing of what stands in it', (_what, text, detail) => {
    const { fault, acknowledged } = withLast((longer) => longer.appendText(text, now));
    expect(fault).toEqual({ kind: 'unknown-entry', seq: 11, detail });
    expect(acknowledged.seq).toBe(10);
  });

  it.each<[string, Partial<Push>, Partial<BatchToCheck>]>([
    ['of another journal', { journalId: '00000000-0000-4000-8000-00000000000f' }, {}],
    ['of a shop, at a centre for demonstrations', {}, { purpose: 'demo' }],
  ])('%s is refused', (_what, push, batch) => {
    expect(check(till, { from: 0, acknowledged: 0 }, { push, batch })).toMatchObject({
      ...{ new: [], acknowledged: { seq: 0, hash: noHash }, fault: { kind: 'wrong-journal' } },
    });
  });

  it('of a journal that was opened for another outlet is refused at its first entry', () => {
    const other = createTestTill({ ask: () => Promise.reject(new Error('no line')), now: () => now }, outlet);
    other.append({
      kind: 'journal-opened',
      journalId: other.journalId,
      outlet: sampleOutlets[1] as OutletCode,
      purpose: 'shop',
    });
    expect(check(other, { from: 0, acknowledged: 0 }).fault).toEqual({ kind: 'wrong-journal', seq: 1 });
  });

  it('with more entries than its journal is no request', () => {
    expect(check(till, { from: 4, acknowledged: 4 }, { push: { head: 9 } }).fault?.kind).toBe('bad-request');
  });
});
