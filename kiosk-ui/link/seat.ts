import type { SignIn, SignInReply } from '#api';
import type { TillSocket } from './link.ts';

/** What became of a sign-in. `lost`: the connection dropped before the till answered. */
export type SignInOutcome = SignInReply | { readonly ok: false; readonly code: 'lost' };

type Memory = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
type SeatSocket = Pick<TillSocket, 'connected' | 'emit' | 'once' | 'off'>;

const key = 'till-seat';

/** The secret by which this screen stays signed in when the connection or the page comes back; `null` without one. */
export const seatIn = (memory: Pick<Storage, 'getItem'>): string | null => memory.getItem(key);

/** Signs a person in at this screen and keeps the seat for as long as the tab is open. */
export async function signIn(
  socket: SeatSocket,
  who: SignIn,
  memory: Memory = sessionStorage,
): Promise<SignInOutcome> {
  const reply = await answered<SignInReply>(socket, (answer) => socket.emit('sign-in', who, answer));
  if (reply?.ok) memory.setItem(key, reply.seat);
  return reply ?? { ok: false, code: 'lost' };
}

/** Forgets the seat first: a till that cannot be told now finds no seat when the screen comes back. */
export async function signOut(socket: SeatSocket, memory: Memory = sessionStorage): Promise<void> {
  memory.removeItem(key);
  await answered<{ readonly ok: true }>(socket, (answer) => socket.emit('sign-out', answer));
}

/** The till's answer, or `null` if the connection drops first. A closed connection is not waited for. */
function answered<T>(socket: SeatSocket, emit: (answer: (reply: T) => void) => void): Promise<T | null> {
  return new Promise((resolve) => {
    if (!socket.connected) return resolve(null);
    const lost = () => resolve(null);
    socket.once('disconnect', lost);
    emit((reply) => {
      socket.off('disconnect', lost);
      resolve(reply);
    });
  });
}
