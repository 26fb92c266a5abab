import { expect, it } from 'vitest';
import { stationInMemory } from '#fixtures/sync-kit';
import type { FeedItem, JournalPlace, PullHeard, PushAnswer } from '#protocol';
import { instant } from '#rules';
import { createAnswerBook } from './answer-book.ts';

const journalId = '1b4e28ba-2fa1-4d7c-8d9a-0c1f6f3f8a11';
const now = instant(1_583_370_000_000);
const item: FeedItem = {
  kind: 'message',
  messageId: journalId,
  at: now,
  urgency: 'notice',
  text: '明日公休',
};

function aBook() {
  const station = stationInMemory(journalId);
  for (let i = 0; i < 9; i++) station.append({ i });
  const pushed = (seq: number, change: Partial<PushAnswer> = {}): PushAnswer => ({
    acknowledged: { seq, hash: station.hashAt(seq) as JournalPlace['hash'] },
    ...{ feed: 0, policy: 0, slotMs: seq, now, ...change },
  });
  const pulled = (feed: number): PullHeard => ({
    items: Array.from({ length: feed }, (_, i) => ({ number: i + 1, item })),
    ...{ policies: [], feed, policy: 0, now },
  });
  return { station, book: createAnswerBook(station, []), pushed, pulled };
}

it('an answer that a stick brings after a later one changes nothing', () => {
  const { station, book, pushed, pulled } = aBook();
  book.accept(pushed(7), 'answered-earlier');
  book.receive(pulled(5), 'answered-earlier');
  const kept = station.pulled.length;
  expect(
    book.accept(pushed(3, { fault: { kind: 'entry-in-future', seq: 4 } }), 'answered-earlier'),
  ).toBeNull();
  book.receive(pulled(2), 'answered-earlier');
  expect([station.acknowledged().seq, station.cursors().feed, book.slotMs()]).toEqual([7, 5, 7]);
  expect(station.pulled).toHaveLength(kept);
});

it('but one of a centre that was put back is followed, and what it says is taken from the start', () => {
  const { station, book, pushed, pulled } = aBook();
  book.accept(pushed(7), 'answered-earlier');
  book.receive(pulled(5), 'answered-earlier');
  const gap = { kind: 'gap', seq: 4 } as const;
  expect(book.accept(pushed(3, { fault: gap }), 'put-back')).toEqual(gap);
  book.receive(pulled(2), 'put-back');
  expect([station.acknowledged().seq, station.cursors().feed]).toEqual([3, 0]);
  expect(book.isBehind({ feed: 2, policy: 0 })).toBe(true);
});

it('an earlier answer of another journal is a fork all the same', () => {
  const { book, pushed } = aBook();
  book.accept(pushed(7), 'answered-earlier');
  const other = { seq: 3, hash: 'f'.repeat(64) as JournalPlace['hash'] };
  expect(book.accept(pushed(3, { acknowledged: other }), 'answered-earlier')).toEqual({
    kind: 'fork',
    seq: 3,
  });
});

it('items of a later kind are passed over, and not asked for again', () => {
  const { station, book, pulled } = aBook();
  const items = [
    { number: 1, item },
    { number: 2, item: null },
  ];
  book.receive({ ...pulled(2), items }, 'answered-earlier');
  expect(station.pulled).toMatchObject([{ items: [item], cursors: { feed: 2 } }]);
  expect(book.isBehind({ feed: 2, policy: 0 })).toBe(false);
});

it('a later fault in the answer to a push puts off what is sent, and what stands before it is acknowledged', () => {
  const { station, book, pushed } = aBook();
  const fault = { kind: 'later-fault', named: 'outlet-closed' } as const;
  expect(book.accept(pushed(4, { fault }), 'answered-earlier')).toEqual({ ...fault, step: 'wait' });
  expect(station.acknowledged().seq).toBe(4);
});
