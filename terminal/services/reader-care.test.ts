import { describe, expect, it } from 'vitest';
import type { CardReaderEvent } from '#card-reader';
import { freshFolder } from '#fixtures/folder';
import { createStore, openDatabase } from '#store';
import { createReaderCare } from './reader-care.ts';

function aReader(folder = freshFolder()) {
  const store = createStore(openDatabase(folder));
  let listener: (event: CardReaderEvent) => void = () => undefined;
  const care = createReaderCare({
    store,
    reader: {
      subscribe: (given) => {
        listener = given;
        return () => undefined;
      },
    },
    onFault: (error) => expect.fail(String(error)),
  });
  const insert = (ended: 'unreadable' | 'pulled-out' | null = null) => {
    listener({ type: 'inserted', reader: 'R' });
    if (ended) listener({ type: 'failed', reader: 'R', failure: ended, detail: '' });
  };
  return { store, care, insert, folder };
}

describe('the care of a reader', () => {
  it('counts insertions over restarts of the program', () => {
    const first = aReader();
    for (let i = 0; i < 23; i++) first.insert();
    first.care.close();
    first.store.close();
    const second = aReader(first.folder);
    second.insert();
    expect(second.care.of('R')).toEqual({ insertions: 24, readErrors: 0, care: 'none' });
    second.care.close();
    second.store.close();
  });

  it('asks for clean contacts after three failures in the last twenty cards, and not for a card pulled out', () => {
    const { insert, care } = aReader();
    for (let i = 0; i < 3; i++) insert('pulled-out');
    for (let i = 0; i < 2; i++) insert('unreadable');
    expect(care.of('R').care).toBe('none');
    insert('unreadable');
    expect(care.of('R')).toMatchObject({ care: 'clean', readErrors: 3 });
  });

  it('asks for a new reader before the old one is worn out', () => {
    const { store, folder, care } = aReader();
    care.close();
    store.working.keepReaderCounts({ name: 'R', insertions: 8_999, readErrors: 12 });
    store.close();
    const later = aReader(folder);
    expect(later.care.of('R').care).toBe('none');
    later.insert();
    expect(later.care.of('R').care).toBe('order');
  });
});
