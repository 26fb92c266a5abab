import type { Store } from '#store';
import type { Visit } from './session.ts';
import type { Undecided } from './visit-lines.ts';

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
  let written = store.working.visit();
  let wanted = written;
  let soon: NodeJS.Immediate | null = null;

  function write(): void {
    soon = null;
    if (wanted === written) return;
    try {
      // A sale takes the visit out of the memory in its own transaction.
      store.transact(() => store.working.keepVisit(wanted));
      written = wanted;
    } catch (error) {
      onFault(error);
    }
  }

  return {
    recall: () => (written === null ? null : (JSON.parse(written) as Remembered)),
    keep(visit) {
      wanted = visit && JSON.stringify(remembered(visit));
      soon ??= setImmediate(write);
    },
    close() {
      if (soon) clearImmediate(soon);
      write();
    },
  };
}

const remembered = ({ visitId, lines }: Visit): Remembered => ({
  visitId,
  lines: lines.map(({ lineId, visitor, ticketId, draft, confirmed }) => ({
    ...{ lineId, visitor, ticketId, confirmed },
    draft: draft && { kind: draft.offer.kind, pieces: draft.pieces },
  })),
});
