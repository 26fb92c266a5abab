import { expect, it } from 'vitest';
import type { CardReaderEvent } from './card-reader.ts';
import { createReaderBook } from './reader-book.ts';

const unreadable = { type: 'failed', failure: 'unreadable', detail: 'select: no answer' } as const;

function openBook() {
  const book = createReaderBook();
  const events: CardReaderEvent[] = [];
  book.subscribe((event) => events.push(event));
  book.service('answering');
  book.plugged('a');
  return { book, events, types: () => events.map(({ type }) => type).filter((type) => type !== 'status') };
}

it('takes a card out that was never reported removed before the next one', () => {
  const { book, types } = openBook();
  book.inserted('a');
  book.inserted('a');
  expect(types()).toEqual(['inserted', 'removed', 'inserted']);
});

it('ignores a second outcome, one for an empty slot, and a removal from an empty slot', () => {
  const { book, types } = openBook();
  book.ended('a', unreadable, 0);
  book.removed('a');
  book.inserted('a');
  book.ended('a', unreadable, 0);
  book.ended('a', unreadable, 0);
  book.removed('a');
  book.removed('a');
  expect(types()).toEqual(['inserted', 'failed', 'removed']);
});

it('counts no read error for a card that is merely the wrong one', () => {
  const { book } = openBook();
  book.inserted('a');
  book.ended('a', { type: 'failed', failure: 'not-nhi-card', detail: 'select: 6A82' }, 0);
  expect(book.status().readers[0]).toMatchObject({ insertions: 1, readErrors: 0 });
});

it('takes every card and every reader out when the service goes, and keeps the counts', () => {
  const { book, types } = openBook();
  book.inserted('a');
  book.service('no-service', 'killed');
  expect(types()).toEqual(['inserted', 'removed']);
  expect(book.status()).toEqual({ health: 'no-service', detail: 'killed', readers: [] });
  book.service('answering');
  book.plugged('a');
  expect(book.status().readers).toEqual([{ name: 'a', insertions: 1, readErrors: 0, slot: 'empty' }]);
});

it('takes the card out of a reader that is unplugged', () => {
  const { book, types } = openBook();
  book.inserted('a');
  book.unplugged('a');
  expect(types()).toEqual(['inserted', 'removed']);
  expect(book.status().health).toBe('no-reader');
});

it('reports the service only when it changed', () => {
  const { book, events } = openBook();
  const before = events.length;
  book.service('answering');
  expect(events.length).toBe(before);
});
