import { setTimeout as pause } from 'node:timers/promises';
import { type Attempt, attemptRead, type CardLink } from './card-attempt.ts';
import type { ChildTiming } from './child-orders.ts';
import type { ChildMessage } from './child-protocol.ts';
import { failed, type Move, nextMove } from './read-policy.ts';

export interface ReaderSession {
  inserted(atr: Uint8Array): void;
  removed(): void;
}

/** The time that one card spends in the reader. */
interface Stay {
  readonly atr: Uint8Array;
  readonly noticedAt: number;
  readonly left: AbortController;
  ended: boolean;
}

const retryBusyEvery = 400;

/** Reads every card that one reader notices, one at a time, and tells what became of it. */
export function createReaderSession(deps: {
  reader: string;
  link: CardLink;
  timing: ChildTiming;
  elapsed: () => number;
  tell: (message: ChildMessage) => void;
}): ReaderSession {
  const { reader, link, timing, elapsed, tell } = deps;
  let stay: Stay | null = null;
  let reading = Promise.resolve();

  function end(of: Stay, move: Exclude<Move, { type: 'again' | 'lost' }>): void {
    if (of.ended) return;
    of.ended = true;
    if (move.type === 'exchanged') tell({ ...move, reader, atr: of.atr, noticedAt: of.noticedAt });
    else tell({ ...move, reader });
  }

  async function read(of: Stay): Promise<void> {
    const attempts: Attempt[] = [];
    while (!of.left.signal.aborted && !of.ended) {
      const attempt = await attemptRead(link);
      if (of.left.signal.aborted) return;
      attempts.push(attempt);
      const move = nextMove(attempt, { elapsed: elapsed() - of.noticedAt, attempts }, timing);
      if (move.type === 'lost') return tell({ type: 'lost', health: 'no-service', detail: move.detail });
      if (move.type === 'again') {
        await unlessLeft(of, move.after);
      } else {
        end(of, move);
        if (move.type === 'failed' && move.failure === 'card-busy') await untilFree(of);
      }
    }
  }

  // The service does not tell when the other program lets go, so the card is tried until it can be read.
  async function untilFree(of: Stay): Promise<void> {
    for (;;) {
      await unlessLeft(of, retryBusyEvery);
      if (of.left.signal.aborted) return;
      const attempt = await attemptRead(link);
      if (of.left.signal.aborted) return;
      if (attempt.type !== 'busy') break;
    }
    removed();
    inserted(of.atr);
  }

  const unlessLeft = (of: Stay, ms: number): Promise<void> =>
    pause(ms, undefined, { signal: of.left.signal }).catch(() => undefined);

  function inserted(atr: Uint8Array): void {
    const own: Stay = { atr, noticedAt: elapsed(), left: new AbortController(), ended: false };
    stay = own;
    tell({ type: 'inserted', reader });
    reading = reading.then(() => read(own));
    void unlessLeft(own, timing.readWithin).then(() => {
      if (stay === own) end(own, failed('unreadable', 'no answer in time'));
    });
  }

  function removed(): void {
    if (!stay) return;
    end(stay, failed('pulled-out', 'removed before the answer'));
    stay.left.abort();
    stay = null;
    tell({ type: 'removed', reader });
  }

  return { inserted, removed };
}
