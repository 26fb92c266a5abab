import { io } from 'socket.io-client';
import type { Signer } from './signer.ts';

/**
 * Holds a Socket.IO connection to the centre, over which it says that there is something to pull. Nothing depends on
 * it: a hint that is lost is made up for by the next pull.
 * @returns what ends it
 */
export function holdHintLine(deps: {
  readonly centre: URL;
  readonly sign: Signer;
  readonly onHint: () => void;
}): () => void {
  const socket = io(new URL('/sync', deps.centre).href, {
    transports: ['websocket'],
    reconnectionDelay: 2_000,
    reconnectionDelayMax: 60_000,
    // Half of the delay and as much again: after an outage the country does not come back in one second.
    randomizationFactor: 0.5,
    auth: (give) => give(deps.sign('CONNECT /sync', Buffer.alloc(0))),
  });
  socket.on('hint', deps.onHint);
  // The first thing after a break may have been missed in it.
  socket.on('connect', deps.onHint);
  return () => void socket.disconnect();
}
