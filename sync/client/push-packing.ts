import { gzipSync } from 'node:zlib';
import { type JournalPlace, protocolVersion, pushText } from '#protocol';
import type { Station } from './station.ts';

/** Which part of the journal a push brings. */
export interface PushPart {
  readonly after: JournalPlace;
  /** The last entry of the journal. */
  readonly head: number;
  /** Most entries. */
  readonly batch: number;
}

/** A push, ready to be signed. */
export interface PushPacked {
  readonly body: Buffer;
  /** What is to be pushed once all of this one is acknowledged; `null` where nothing is left. */
  readonly next: PushPart | null;
}

/** Makes the bodies of pushes, and one ahead of its time. */
export interface PushPacking {
  pack(part: PushPart): PushPacked;
  /** Packs what will be asked for next, unless something else is: then it was for nothing, and no more. */
  packAhead(part: PushPart): void;
}

/** A push of few entries is packed as small with a small window, whose memory need not be made ready each time. */
const fewEntries = 8;
const ofFew = { windowBits: 12, memLevel: 4 } as const;

export function createPushPacking(station: Pick<Station, 'journalId' | 'entriesAfter'>): PushPacking {
  const { journalId } = station;
  let ahead: { readonly part: PushPart; readonly packed: PushPacked } | null = null;

  function packNow({ after, head, batch }: PushPart): PushPacked {
    const entries = station.entriesAfter(after.seq, batch);
    const push = { protocol: protocolVersion, journalId, after, entries: entries.length, head };
    const last = { seq: after.seq + entries.length, hash: entries.at(-1)?.hash ?? after.hash };
    return {
      body: gzipSync(pushText(push, entries), entries.length > fewEntries ? {} : ofFew),
      next: last.seq < head && entries.length > 0 ? { after: last, head, batch } : null,
    };
  }

  return {
    pack(part) {
      const packed = ahead && isSame(ahead.part, part) ? ahead.packed : packNow(part);
      ahead = null;
      return packed;
    },
    packAhead(part) {
      try {
        ahead = { part, packed: packNow(part) };
      } catch {
        // A disk that cannot be read: whoever asks for the push meets that too, and can say so.
        ahead = null;
      }
    },
  };
}

const isSame = (a: PushPart, b: PushPart): boolean =>
  a.after.seq === b.after.seq && a.after.hash === b.after.hash && a.head === b.head && a.batch === b.batch;
