import { io, type Socket } from 'socket.io-client';
import type { ClientEvents, ScreenRole, ServerEvents } from '#api';
import { seatIn } from './seat.ts';

/** `refused`: the till does not know this page's token, and loading the page again did not help. */
export type Connection = 'connecting' | 'online' | 'lost' | 'refused';

export type TillSocket = Socket<ServerEvents, ClientEvents>;

export interface LinkEvents {
  connection(connection: Connection): void;
}

/** Opens the page's one socket. It reconnects by itself for as long as the page is open. */
export function openLink(role: ScreenRole, events: LinkEvents): TillSocket {
  const token = pageToken();
  const socket: TillSocket = io({
    // Asked for anew at every connection: who is signed in may have changed since the one before.
    auth: (give) => give(handshake(token, role, seatIn(sessionStorage))),
    transports: ['websocket'],
    reconnectionDelay: 200,
    reconnectionDelayMax: 1000,
  });
  socket.on('connect', () => events.connection('online'));
  socket.on('disconnect', () => events.connection('lost'));
  socket.on('connect_error', (error) => {
    if (error.message !== 'token') return events.connection('lost');
    if (!reloadOnce(token, sessionStorage, () => location.reload())) events.connection('refused');
  });
  return socket;
}

/** What the till is told when the page connects; without a seat nobody is signed in. */
export const handshake = (token: string, role: ScreenRole, seat: string | null) => ({
  token,
  role,
  ...(seat === null ? {} : { seat }),
});

export const pageToken = (): string =>
  document.querySelector<HTMLMetaElement>('meta[name="till-token"]')?.content ?? '';

/**
 * A till that was restarted has a new token, and the page gets it by being loaded again: once for each refused token,
 * so that a till which refuses every token does not make the page load for ever. Answers whether it reloads.
 */
export function reloadOnce(
  token: string,
  memory: Pick<Storage, 'getItem' | 'setItem'>,
  reload: () => void,
): boolean {
  if (memory.getItem('refused-token') === token) return false;
  memory.setItem('refused-token', token);
  reload();
  return true;
}

/** Whether a snapshot replaces the one on the screen. After a restart of the till the revisions begin again. */
export const replaces = (
  shown: { readonly revision: number } | null,
  incoming: { readonly revision: number },
): boolean => shown === null || incoming.revision > shown.revision;
