import { io } from 'socket.io-client';
import type { Signer } from './signer.ts';

/** Milliseconds between attempts: the first, doubling up to the last. */
const pauses = { firstMs: 2_000, mostMs: 60_000 } as const;

export interface HintLineDeps {
  readonly centre: URL;
  readonly sign: Signer;
  /** From 0 up to 1. */
  readonly random: () => number;
  /** @returns what cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
  readonly onHint: () => void;
}

/**
 * Holds a Socket.IO connection to the centre, over which it says that there is something to pull. Nothing depends on
 * it: a hint that is lost is made up for by the next pull.
 * @returns what ends it
 */
export function holdHintLine({ centre, sign, random, after, onHint }: HintLineDeps): () => void {
  let refusals = 0;
  let cancelRetry = (): void => {};
  let ended = false;
  const socket = io(new URL('/sync', centre).href, {
    transports: ['websocket'],
    reconnectionDelay: pauses.firstMs,
    reconnectionDelayMax: pauses.mostMs,
    // Half of the delay and as much again: after an outage the country does not come back in one second.
    randomizationFactor: 0.5,
    auth: (give) => give(sign('CONNECT /sync', Buffer.alloc(0))),
  });

  /** Socket.IO comes back by itself where the line broke, and never where the centre said no: that may be over soon. */
  function comeBack(): void {
    if (socket.active || ended) return;
    cancelRetry();
    const ms = Math.min(pauses.mostMs, pauses.firstMs * 2 ** Math.min(refusals++, 10));
    cancelRetry = after(ms * (0.5 + random()), () => socket.connect());
  }

  socket.on('hint', onHint);
  socket.on('connect', () => {
    refusals = 0;
    // The first thing after a break may have been missed in it.
    onHint();
  });
  socket.on('connect_error', comeBack);
  socket.on('disconnect', comeBack);
  return () => {
    ended = true;
    cancelRetry();
    socket.disconnect();
  };
}
