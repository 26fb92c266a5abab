import type { Query } from '#api';
import type { Day, Instant } from '../../wall.ts';

export type SearchBy = 'today' | 'last-hour' | 'card';

type ReceiptQuery = Extract<Query, { about: 'receipts' }>;

const hourMs = 3_600_000;
// Taiwan keeps UTC+8 all year.
const startOfDay = (day: Day) => Date.parse(`${day}T00:00:00+08:00`) as Instant;

/** What is asked for: a number where one is keyed in, else the card or the time. */
export function receiptQuery(
  text: string,
  by: SearchBy,
  { now, day, visitId }: { readonly now: Instant; readonly day: Day; readonly visitId: string | null },
): ReceiptQuery {
  if (text !== '') return { about: 'receipts', by: { what: 'number', text } };
  if (by === 'card' && visitId !== null) return { about: 'receipts', by: { what: 'card', visitId } };
  const from = by === 'last-hour' ? ((now - hourMs) as Instant) : startOfDay(day);
  // To the end of the day, so that the question does not change with every minute.
  const until = (startOfDay(day) + 24 * hourMs) as Instant;
  return { about: 'receipts', by: { what: 'time', from, until } };
}
