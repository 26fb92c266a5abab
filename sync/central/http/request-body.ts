import type { IncomingMessage } from 'node:http';

/** A whole body, or why there is none. */
export type BodyRead =
  | { readonly body: Buffer }
  /** `busy`: so much is being read of others that there is no memory for this. `cut`: the connection ended. */
  | { readonly fault: 'too-large' | 'busy' | 'cut' };

export type ReadBody = (req: IncomingMessage) => Promise<BodyRead>;

/**
 * Reads bodies and stops at the first byte too much. `express.raw` would go on reading what it has refused until the
 * client ends it.
 * @param most bytes of one. @param together bytes of all that are being read at once
 */
export function createBodyReader(most: number, together: number): ReadBody {
  let held = 0;
  return (req) =>
    new Promise((resolve) => {
      const parts: Buffer[] = [];
      let size = 0;
      const done = (read: BodyRead) => {
        held -= size;
        size = 0;
        req.off('data', take).off('end', whole).off('error', cut).off('close', cut);
        req.on('error', () => {}).pause();
        resolve(read);
      };
      const take = (part: Buffer) => {
        size += part.length;
        held += part.length;
        if (size > most) done({ fault: 'too-large' });
        else if (held > together) done({ fault: 'busy' });
        else parts.push(part);
      };
      const whole = () => done({ body: Buffer.concat(parts) });
      const cut = () => done({ fault: 'cut' });
      req.on('data', take).once('end', whole).once('error', cut).once('close', cut);
      if (Number(req.headers['content-length'] ?? 0) > most) done({ fault: 'too-large' });
    });
}
