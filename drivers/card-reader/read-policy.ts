import type { ExchangeResult } from './apdu-exchange.ts';
import type { Attempt } from './card-attempt.ts';
import type { ChildTiming } from './child-orders.ts';

/** Why it never came to an exchange. */
export interface NoExchange {
  readonly type: 'failed';
  readonly failure: 'unreadable' | 'pulled-out' | 'card-busy';
  readonly detail: string;
}

/** What has been tried on one insertion so far. */
export interface Effort {
  /** Milliseconds since the notice of the card. */
  readonly elapsed: number;
  readonly attempts: readonly Attempt[];
}

export type Move =
  | { readonly type: 'exchanged'; readonly result: ExchangeResult }
  | NoExchange
  /** Try again after so many milliseconds; a card that leaves meanwhile was pulled out. */
  | { readonly type: 'again'; readonly after: number }
  | { readonly type: 'lost'; readonly detail: string };

const busyPause = 50;
const mostResets = 3;

/** Pure: what to do after an attempt, the last of `effort.attempts`. */
export function nextMove(
  attempt: Attempt,
  effort: Effort,
  timing: Pick<ChildTiming, 'busyFor' | 'pullNoticed'>,
): Move {
  const times = effort.attempts.filter((a) => a.type === attempt.type).length;
  switch (attempt.type) {
    case 'exchanged':
      return attempt;
    case 'busy':
      // A program that holds the card for milliseconds, as this one does, is waited for.
      if (effort.elapsed < timing.busyFor) return { type: 'again', after: busyPause };
      return failed('card-busy', 'held by another program');
    case 'reset':
      if (times <= mostResets) return { type: 'again', after: 0 };
      return failed('card-busy', 'reset by another program');
    case 'silent':
      // A card that slid in crookedly often answers the second time.
      if (times === 1) return { type: 'again', after: timing.pullNoticed };
      return failed('unreadable', attempt.detail);
    case 'gone':
      return failed('pulled-out', attempt.detail);
    case 'service':
      return { type: 'lost', detail: attempt.detail };
  }
}

export const failed = (failure: NoExchange['failure'], detail: string): NoExchange => ({
  type: 'failed',
  failure,
  detail,
});
