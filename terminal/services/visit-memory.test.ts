import { expect, it } from 'vitest';
import { createCounterKit, visitorNumber } from '#fixtures/counter-kit';
import { freshFolder } from '#fixtures/folder';
import { createVisitMemory } from './visit-memory.ts';

it('a visit that an earlier version kept is remembered, of people without former keys', () => {
  const { store } = createCounterKit(freshFolder());
  const { formerKeys: _, ...visitor } = visitorNumber(2);
  const line = { lineId: 'line', visitor, ticketId: null, confirmed: false, draft: null };
  store.working.keepVisit(JSON.stringify({ visitId: 'visit', lines: [line] }));
  const memory = createVisitMemory(store, () => undefined);
  expect(memory.recall()?.lines[0]?.visitor).toEqual(visitorNumber(2));
  memory.close();
});
