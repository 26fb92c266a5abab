import {
  type Answered,
  answeredText,
  carriedSchema,
  carriedText,
  type Fault,
  type FaultAnswer,
  type PushAnswer,
  parseTillName,
  type TillName,
} from '#protocol';
import type { Clock } from '#rules';
import type { CentralDatabase } from '../database/database.ts';
import type { CentreKeys } from '../keys.ts';
import { tillOf } from '../tills.ts';
import type { SignatureCheck } from './check-signature.ts';
import type { Pulling } from './pulling.ts';

export type CarriedAnswer = Answered | FaultAnswer;

export interface CarriedDeskDeps {
  readonly database: CentralDatabase;
  readonly clock: Pick<Clock, 'now'>;
  readonly keys: CentreKeys;
  readonly signatures: Pick<SignatureCheck, 'holds'>;
  readonly pulling: Pulling;
  readonly push: (till: TillName, body: Buffer) => Promise<PushAnswer | FaultAnswer>;
}

const refused = (kind: Fault['kind'], detail?: string): FaultAnswer => ({
  fault: { kind, ...(detail !== undefined && { detail }) },
});

/**
 * Answers a file that came on a stick: its pushes in their order up to the first that is not taken whole, then what
 * the till would have pulled. The same file again is answered again. @throws a fault of the database
 */
export const createCarriedDesk =
  ({ database, keys, signatures, pulling, push }: CarriedDeskDeps) =>
  async (given: unknown): Promise<CarriedAnswer> => {
    const parsed = carriedSchema.safeParse(given);
    if (!parsed.success) return refused('bad-request', 'not a carried file');
    const carried = parsed.data;
    const name = parseTillName(carried.till);
    const till = name && (await tillOf(database.reading, name));
    if (!till) return refused('unknown-till');
    if (!signatures.holds(carriedText(carried), till.publicKey, carried.signature))
      return refused('bad-signature');
    if (till.revokedAt !== null) return refused('revoked');

    const pushed = await pushAll(carried.pushes, (body) => push(till, body));
    if (pushed && !('acknowledged' in pushed)) return pushed;
    const pull = await pulling.pull(till.outlet, carried.pull);
    const { feed, policy, now } = pull;
    const head = { acknowledged: { seq: till.seq, hash: till.hash }, feed, policy, slotMs: 0, now };
    const answer = {
      format: 'mask-till answered 1' as const,
      ...{ till: carried.till, nonce: carried.nonce, push: pushed ?? head, pull },
    };
    return { ...answer, keyId: keys.keyId, signature: keys.sign(answeredText(answer)) };
  };

/** @returns the last good answer; the refusal, where the very first was refused as a whole; `null` for no pushes */
async function pushAll(
  pushes: readonly string[],
  push: (body: Buffer) => Promise<PushAnswer | FaultAnswer>,
): Promise<PushAnswer | FaultAnswer | null> {
  let last: PushAnswer | FaultAnswer | null = null;
  for (const body of pushes) {
    const answer = await push(Buffer.from(body, 'base64'));
    if (!('acknowledged' in answer)) return last ? { ...last, fault: answer.fault } : answer;
    last = answer;
    if (answer.fault) break;
  }
  return last;
}
