import type { CardReader, CardReaderEvent } from '#card-reader';
import type { Store } from '#store';

/** `clean`: wipe the contacts. `order`: this reader is near its end, order another. */
export type Care = 'none' | 'clean' | 'order';

/** How worn each reader is, over restarts of the program. */
export interface ReaderCare {
  of(reader: string): { readonly insertions: number; readonly readErrors: number; readonly care: Care };
  /** Writes what has been counted since it was last written. */
  close(): void;
}

export interface ReaderCareDeps {
  readonly store: Pick<Store, 'working' | 'transact'>;
  readonly reader: Pick<CardReader, 'subscribe'>;
  readonly onFault: (error: unknown) => void;
}

// Contacts last about 10,000 insertions; with 250 a day a new reader has to be ordered four days before.
const orderFrom = 9_000;
const lookBack = 20;
const mostFailures = 2;
// What a power cut may forget of the count.
const writeEvery = 20;

interface Wear {
  readonly insertions: number;
  readonly readErrors: number;
  /** Of the last insertions, newest last: whether contacts failed. */
  readonly recent: readonly boolean[];
}

export function createReaderCare({ store, reader, onFault }: ReaderCareDeps): ReaderCare {
  const wear = new Map<string, Wear>(
    store.working.readerCounts().map(({ name, ...counts }) => [name, { ...counts, recent: [] }]),
  );
  const unwritten = new Map<string, number>();
  const wearOf = (name: string): Wear => wear.get(name) ?? { insertions: 0, readErrors: 0, recent: [] };

  function note(event: CardReaderEvent): void {
    if (event.type === 'status' || event.type === 'removed') return;
    const { insertions, readErrors, recent } = wearOf(event.reader);
    if (event.type === 'inserted') {
      wear.set(event.reader, { insertions: insertions + 1, readErrors, recent });
      const since = (unwritten.get(event.reader) ?? 0) + 1;
      unwritten.set(event.reader, since);
      if (since >= writeEvery) write();
      return;
    }
    const failed = event.type === 'failed' && event.failure === 'unreadable';
    wear.set(event.reader, {
      insertions,
      readErrors: readErrors + (failed ? 1 : 0),
      recent: [...recent, failed].slice(-lookBack),
    });
  }

  function write(): void {
    if (unwritten.size === 0) return;
    try {
      store.transact(() => {
        for (const name of unwritten.keys()) {
          const { insertions, readErrors } = wearOf(name);
          store.working.keepReaderCounts({ name, insertions, readErrors });
        }
      });
      unwritten.clear();
    } catch (error) {
      onFault(error);
    }
  }

  const unsubscribe = reader.subscribe(note);
  return {
    of(name) {
      const { insertions, readErrors, recent } = wearOf(name);
      return { insertions, readErrors, care: careOf(insertions, recent) };
    },
    close() {
      unsubscribe();
      write();
    },
  };
}

function careOf(insertions: number, recent: readonly boolean[]): Care {
  if (insertions >= orderFrom) return 'order';
  return recent.filter((failed) => failed).length > mostFailures ? 'clean' : 'none';
}
