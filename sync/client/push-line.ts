import { gzipSync } from 'node:zlib';
import { type JournalPlace, type PushAnswer, protocolVersion, pushAnswerSchema, pushText } from '#protocol';
import type { Answer, Exchange } from './exchange.ts';
import type { Station } from './station.ts';

/** Which part of the journal a push brings. */
export interface PushPart {
  readonly after: JournalPlace;
  /** Most entries. */
  readonly batch: number;
}

/**
 * Pushes the parts of a journal, each asked for when the one before was acknowledged. While the centre writes one, the
 * next are on their way already: after an outage that is half of the time. Where they were for nothing, they do no harm,
 * as the centre takes what follows what it has, and knows what it has.
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

/** A push of few entries is packed as small with a small window, whose memory need not be made ready each time. */
const fewEntries = 8;
const ofFew = { windowBits: 12, memLevel: 4, chunkSize: 1024 } as const;

/** One is read there while another is written, and those that wait for the disk are written together. */
const aheadMost = 2;

interface OnItsWay {
  readonly after: JournalPlace;
  readonly answer: Promise<Answer<PushAnswer>>;
  /** What follows once all of this one is acknowledged; `null` where nothing is left. */
  readonly next: PushPart | null;
}

export function createPushLine({ station, exchange, timeoutMs, after: later }: PushLineDeps): PushLine {
  const { journalId } = station;
  /** Each follows the one before it. */
  let ahead: OnItsWay[] = [];

  function send({ after, batch }: PushPart): OnItsWay {
    const head = station.head().seq;
    const entries = station.entriesAfter(after.seq, batch);
    const push = { protocol: protocolVersion, journalId, after, entries: entries.length, head };
    const body = gzipSync(pushText(push, entries), entries.length > fewEntries ? {} : ofFew);
    const last = { seq: after.seq + entries.length, hash: entries.at(-1)?.hash ?? after.hash };
    return {
      after,
      answer: exchange('/sync/push', body, pushAnswerSchema, timeoutMs),
      next: last.seq < head && entries.length > 0 ? { after: last, batch } : null,
    };
  }

  /** What `part` asks for, if that is on its way; else nothing is that anybody will ask for. */
  function takeAhead({ after }: PushPart): OnItsWay | null {
    const [first, ...rest] = ahead;
    const fits = first?.after.seq === after.seq && first.after.hash === after.hash;
    ahead = fits ? rest : [];
    return fits ? first : null;
  }

  /** Not at once: what is packed before one has left keeps it from leaving. @returns what ends it */
  function sendAhead(before: OnItsWay): () => void {
    const { next } = ahead.at(-1) ?? before;
    if (next === null || ahead.length === aheadMost) return () => {};
    let cancel = later(0, () => {
      try {
        const sent = send(next);
        // Perhaps nobody asks for it any more.
        sent.answer.catch(() => {});
        ahead.push(sent);
        cancel = sendAhead(before);
      } catch {
        // A disk that cannot be read: whoever asks for this part meets that too, and can say so.
      }
    });
    return () => cancel();
  }

  return {
    async push(part) {
      const sent = takeAhead(part) ?? send(part);
      const end = sendAhead(sent);
      try {
        return await sent.answer;
      } finally {
        end();
      }
    },
  };
}
