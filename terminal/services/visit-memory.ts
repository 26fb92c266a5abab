import type { Store } from '#store';
import type { Visit } from './session.ts';
import type { Undecided } from './visit-lines.ts';
import type { Visitor } from './visitor.ts';
import { createWrittenSoon } from './written-soon.ts';

/** Keeps the visit at the counter on disk, so that a program that is cut off goes on with it. */
export interface VisitMemory {
  /** What was under way when the program ended, with no card inside. */
  recall(): Remembered | null;
  /** Writes soon, and not while a customer waits for a verdict. */
  keep(visit: Visit | null): void;
  /** Writes what has not been written yet. */
  close(): void;
}

export interface Remembered {
  readonly visitId: string;
  readonly lines: readonly RememberedLine[];
}

/** Without the name of the chip and the place of the card. */
export type RememberedLine = Omit<Undecided, 'name' | 'reader'>;

export function createVisitMemory(store: Store, onFault: (error: unknown) => void): VisitMemory {
  const text = createWrittenSoon<string | null>({
    read: store.working.visit,
    // A sale takes the visit out of the memory in its own transaction.
    write: (visit) => store.transact(() => store.working.keepVisit(visit)),
    onFault,
  });
  return {
    recall() {
      const visit = text.written();
      if (visit === null) return null;
      const { visitId, lines } = JSON.parse(visit) as Remembered;
      return { visitId, lines: lines.map((line) => ({ ...line, visitor: withFormerKeys(line.visitor) })) };
    },
    keep: (visit) => text.keep(visit && JSON.stringify(remembered(visit))),
    close: text.close,
  };
}

/** A visit that an earlier version kept has none. */
const withFormerKeys = (visitor: Visitor): Visitor => ({ ...visitor, formerKeys: visitor.formerKeys ?? [] });

const remembered = ({ visitId, lines }: Visit): Remembered => ({
  visitId,
  lines: lines.map(({ lineId, visitor, ticketId, draft, confirmed }) => ({
    ...{ lineId, visitor, ticketId, confirmed },
    draft: draft && { kind: draft.offer.kind, pieces: draft.pieces },
  })),
});
