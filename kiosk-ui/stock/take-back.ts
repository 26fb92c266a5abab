import type { TakeBackReply } from '#api';
import { seatIn } from '../link/seat.ts';

/** What became of a file from the centre. `lost`: the till did not answer; the same file may be given again. */
export type TakenBack = TakeBackReply | { readonly ok: false; readonly code: 'lost' };

/** Gives the till a file that came from the centre, as it is: its signature is over every byte. */
export async function takeBack(file: Blob, fetched = fetch, seat = seatIn): Promise<TakenBack> {
  try {
    const reply = await fetched('/answered', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${seat(sessionStorage) ?? ''}`,
        'content-type': 'application/json',
      },
      body: file,
    });
    const said: unknown = await reply.json();
    return isReply(said) ? said : { ok: false, code: 'fault' };
  } catch {
    return { ok: false, code: 'lost' };
  }
}

const isReply = (said: unknown): said is TakeBackReply =>
  typeof said === 'object' && said !== null && 'ok' in said && typeof said.ok === 'boolean';
