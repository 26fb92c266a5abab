import type { CounterSnapshot, MessageView } from '#api';
import type { CounterState } from './state.ts';

/** The oldest urgent word from the centre that nobody has read; `null` if there is none. */
export const urgentOf = ({ messages }: CounterSnapshot): MessageView | null =>
  messages.find(({ urgency }) => urgency === 'urgent') ?? null;

export const noticeOf = ({ messages }: CounterSnapshot): MessageView | null =>
  messages.find(({ urgency }) => urgency === 'notice') ?? null;

/**
 * The urgent message that stands in the way until someone has read it: between two customers, never over a verdict or
 * a change of money, and not over what is being keyed in. Meanwhile it speaks in the strip.
 */
export function inTheWay({
  snapshot,
  dialog,
}: Pick<CounterState, 'snapshot' | 'dialog'>): MessageView | null {
  return snapshot?.session.stage === 'idle' && dialog === null ? urgentOf(snapshot) : null;
}
