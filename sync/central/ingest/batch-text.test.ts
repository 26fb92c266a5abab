import { expect, it } from 'vitest';
import { noHash, type Push } from '#protocol';
import { instantOf } from '#rules';
import { begin, createTillJournal, outletCodeOf, sell } from '../../../fixtures/traffic/till-journal.ts';
import { batchText, readBatchText } from './batch-text.ts';
import { effectsOf } from './effects.ts';
import { createEntryReader, type ReadEntry } from './read-entry.ts';
import { emptyBooks } from './till-books.ts';

const at = instantOf('2020-03-12T09:00:00+08:00');
const journal = createTillJournal('5d7f3a52-3a54-4f0c-9d8e-0f1f6f3c7a11');
begin(journal, { outlet: outletCodeOf(0), at, pieces: { adult: 3_000, child: 0 } });
for (let holder = 0; holder < 20; holder++) sell(journal, holder, at);
const place = { seq: 0, hash: noHash };
const entries = journal.entriesAfter(0, 500).map(createEntryReader(place));
const push: Push = {
  ...{ protocol: 1, journalId: journal.journalId, after: place, entries: entries.length, head: 23 },
};
const carriedOver = (sent: readonly ReadEntry[]) =>
  readBatchText(batchText({ push, entries: sent, way: 'line' }));

it('a batch comes over with all that it changes, and with nothing of a buyer but the key', () => {
  const over = carriedOver(entries);
  expect({ ...over, entries: over.entries.length }).toEqual({ push, way: 'line', entries: 22 });
  const meaning = (read: readonly ReadEntry[]) =>
    effectsOf(
      emptyBooks(),
      read.map(({ fact, ...entry }, i) => {
        if (typeof fact === 'string') throw new Error(fact);
        return { ...entry, seq: i + 1, fact };
      }),
      'not-yet',
    );
  expect(meaning(over.entries)).toEqual(meaning(entries));
  expect(over.entries.map(({ hash }) => hash)).toEqual(entries.map(({ hash }) => hash));
  expect(batchText({ push, entries, way: 'line' })).not.toMatch(/王○明|birthYear|789"/);
});

it.each<[string, Partial<ReadEntry>]>([
  ['does not hold', { chain: 'broken' }],
  ['nobody knows', { fact: 'invalid_union at the fact' }],
])('an entry that %s comes over as it is', (_what, change) => {
  const spoilt = entries.map((entry, i) => (i === 5 ? { ...entry, ...change } : entry));
  expect(carriedOver(spoilt).entries[5]).toEqual(spoilt[5]);
});

it('a sale of a paper form that redeems a ticket says both', () => {
  const last = entries.at(-1);
  if (typeof last?.fact !== 'object' || last.fact.kind !== 'sale') throw new Error('a sale comes last');
  const fact = { ...last.fact, paper: { soldAt: at }, ticketId: '0f1f6f3c-3a54-4f0c-9d8e-0f1f6f3c7a11' };
  const [over] = carriedOver([{ ...last, fact }]).entries;
  expect(over?.fact).toMatchObject({ paper: { soldAt: at }, ticketId: fact.ticketId });
});
