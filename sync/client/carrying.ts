import {
  type Answered,
  answeredSchema,
  answeredText,
  batchMost,
  type Carried,
  type CentreKey,
  carriedText,
  type JournalPlace,
  protocolVersion,
} from '#protocol';
import type { Instant } from '#rules';
import { packedPush } from './packed-push.ts';
import type { Station } from './station.ts';
import type { SyncClient } from './sync-client.ts';
import { signatureHolds, type TillKey } from './till-key.ts';

/** Puts everything that the centre does not have into one signed file. */
export function carryOut(
  station: Station,
  by: { readonly key: TillKey; readonly till: string; readonly now: Instant; readonly nonce: string },
): Carried {
  const pushes: string[] = [];
  const head = station.head().seq;
  for (let after = station.acknowledged(); ; ) {
    const entries = station.entriesAfter(after.seq, batchMost);
    const last = entries.at(-1);
    if (!last) break;
    const { journalId } = station;
    const push = { protocol: protocolVersion, journalId, after, entries: entries.length, head };
    pushes.push(packedPush(push, entries).toString('base64'));
    after = { seq: after.seq + entries.length, hash: last.hash } satisfies JournalPlace;
  }
  const { till, now: date, nonce } = by;
  const unsigned = {
    format: 'mask-till carried 1' as const,
    till,
    date,
    nonce,
    pushes,
    pull: station.cursors(),
  };
  return { ...unsigned, signature: by.key.sign(carriedText(unsigned)) };
}

/** A file that came back: what it says, and the text that the centre signed. */
export interface AnsweredFile {
  readonly says: Answered;
  /** Of the file as it was written: neither the order of its parts nor what this program passes over may be lost. */
  readonly signedText: string;
}

/** @returns `null` where the text is no such file */
export function readAnswered(text: string): AnsweredFile | null {
  try {
    const given: unknown = JSON.parse(text);
    const says = answeredSchema.safeParse(given);
    return says.success ? { says: says.data, signedText: answeredText(given as Answered) } : null;
  } catch {
    return null;
  }
}

/** Why a file that came back says nothing to this till. */
export type AnsweredFault = 'another-tills' | 'wrongly-signed' | 'not-acknowledged';

/** Takes what came back on the stick, perhaps after a later one: then it says nothing new, and changes nothing. */
export function takeBack(
  { says, signedText }: AnsweredFile,
  to: { readonly till: string; readonly centreKeys: readonly CentreKey[]; readonly client: SyncClient },
): AnsweredFault | null {
  if (says.till !== to.till) return 'another-tills';
  const key = to.centreKeys.find(({ id }) => id === says.keyId);
  if (!key || !signatureHolds(signedText, says.signature, key.key)) return 'wrongly-signed';
  const { push, pull } = says;
  const less = push.fault?.kind === 'gap' ? 'put-back' : 'answered-earlier';
  const trouble = to.client.accept(push, less);
  to.client.receive(pull, less);
  return trouble ? 'not-acknowledged' : null;
}
