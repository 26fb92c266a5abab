import type { OfferPairingReply } from '#api';
import type { TillSocket } from '../link/link.ts';

type Wire = Pick<TillSocket, 'connected' | 'emit' | 'once' | 'off'>;

/** Asks the till for a code by which one phone may be paired. `lost`: the line dropped first. */
export function offerPairing(
  socket: Wire,
  address: string | null,
): Promise<OfferPairingReply | { readonly ok: false; readonly code: 'lost' }> {
  return new Promise((resolve) => {
    const lost = () => resolve({ ok: false, code: 'lost' });
    if (!socket.connected) return lost();
    socket.once('disconnect', lost);
    socket.emit('offer-pairing', { address }, (reply) => {
      socket.off('disconnect', lost);
      resolve(reply);
    });
  });
}
