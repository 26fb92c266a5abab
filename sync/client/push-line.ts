import { type JournalPlace, type PushAnswer, protocolVersion, pushAnswerSchema } from '#protocol';
import type { Answer, Exchange } from './exchange.ts';
import { packedPush } from './packed-push.ts';
import type { Station } from './station.ts';

/** Which part of the journal a push brings. */
export interface PushPart {
  readonly after: JournalPlace;
  /** Most entries. */
  readonly batch: number;
}

/**
 * Pushes the parts of a journal, each asked for when the one before was acknowledged. While the centre writes one, the
 * next is on its way already: after an outage that is half of the time. Where it was for nothing, it does no harm, as
 * the centre takes what follows what it has, and knows what it has.
 */
export interface PushLine {
  /** @throws where the journal cannot be read */
  push(part: PushPart): Promise<Answer<PushAnswer>>;
}

export interface PushLineDeps {
  readonly station: Pick<Station, 'journalId' | 'head' | 'entriesAfter'>;
  readonly exchange: Exchange;
  readonly timeoutMs: number;
  /** @returns what cancels it */
  readonly after: (ms: number, run: () => void) => () => void;
}

interface OnItsWay {
  readonly after: JournalPlace;
  readonly answer: Promise<Answer<PushAnswer>>;
  /** After which the next follows once all of this one is acknowledged; `null` where nothing is left. */
  readonly last: JournalPlace | null;
}

export function createPushLine({ station, exchange, timeoutMs, after: later }: PushLineDeps): PushLine {
  const { journalId } = station;
  let ahead: OnItsWay | null = null;

  function send({ after, batch }: PushPart): OnItsWay {
    const head = station.head().seq;
    const entries = station.entriesAfter(after.seq, batch);
    const push = { protocol: protocolVersion, journalId, after, entries: entries.length, head };
    const last = { seq: after.seq + entries.length, hash: entries.at(-1)?.hash ?? after.hash };
    return {
      after,
      answer: exchange('/sync/push', packedPush(push, entries), pushAnswerSchema, timeoutMs),
      last: last.seq < head && entries.length > 0 ? last : null,
    };
  }

  function sendAhead(part: PushPart): void {
    try {
      ahead = send(part);
      // Perhaps nobody asks for it any more.
      ahead.answer.catch(() => {});
    } catch {
      // A disk that cannot be read: whoever asks for this part meets that too, and can say so.
      ahead = null;
    }
  }

  return {
    async push(part) {
      const sent = ahead && isSame(ahead.after, part.after) ? ahead : send(part);
      ahead = null;
      const { last } = sent;
      // Not at once: what is packed before this one has left keeps it from leaving.
      const cancel = last ? later(0, () => sendAhead({ ...part, after: last })) : () => {};
      try {
        return await sent.answer;
      } finally {
        cancel();
      }
    },
  };
}

const isSame = (a: JournalPlace, b: JournalPlace): boolean => a.seq === b.seq && a.hash === b.hash;
