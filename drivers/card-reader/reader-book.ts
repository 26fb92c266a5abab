import type { CardReader, CardReaderEvent, ReaderCounts, ReaderHealth, ReaderStatus } from './card-reader.ts';
import type { ReadOutcome } from './read-outcome.ts';

/** How looking for readers stands; `ready` and `no-reader` follow from the readers themselves. */
export type ServiceHealth = Exclude<ReaderHealth, 'ready' | 'no-reader'> | 'answering';

/**
 * The book of all readers of one machine: it counts, keeps the status and guards the order of events, whatever order
 * the notices come in. Every implementation of `CardReader` writes into one.
 */
export interface ReaderBook extends Pick<CardReader, 'status' | 'subscribe'> {
  /** Anything but `answering` takes every reader out, and with it every card. */
  service(health: ServiceHealth, detail?: string): void;
  plugged(reader: string): void;
  unplugged(reader: string): void;
  inserted(reader: string): void;
  /** Ignored unless the reader is reading. `waitedMs` counts from the notice of the card. */
  ended(reader: string, outcome: ReadOutcome, waitedMs: number): void;
  removed(reader: string): void;
  /** No event follows. */
  close(): void;
}

export function createReaderBook(): ReaderBook {
  const counts = new Map<string, ReaderCounts>();
  const present = new Set<string>();
  const listeners = new Set<(event: CardReaderEvent) => void>();
  let service: { health: ServiceHealth; detail?: string } = { health: 'starting' };

  const emit = (event: CardReaderEvent) => {
    for (const listener of [...listeners]) listener(event);
  };
  const emitStatus = () => emit({ type: 'status', status: status() });
  const countsOf = (name: string): ReaderCounts =>
    counts.get(name) ?? { name, insertions: 0, readErrors: 0, slot: 'empty' };
  const note = (name: string, change: Partial<ReaderCounts>) =>
    counts.set(name, { ...countsOf(name), ...change });

  function status(): ReaderStatus {
    const { health, detail } = service;
    const answering = present.size > 0 ? 'ready' : 'no-reader';
    return {
      health: health === 'answering' ? answering : health,
      ...(detail === undefined ? {} : { detail }),
      readers: [...present].map(countsOf),
    };
  }

  function takeOut(reader: string): void {
    if (countsOf(reader).slot === 'empty') return;
    note(reader, { slot: 'empty' });
    emit({ type: 'removed', reader });
  }

  return {
    status,
    subscribe(listener) {
      // A wrapper of its own, so that the same function subscribed twice ends one subscription at a time.
      const own = (event: CardReaderEvent) => listener(event);
      listeners.add(own);
      return () => void listeners.delete(own);
    },
    service(health, detail) {
      if (health === service.health && detail === service.detail) return;
      service = detail === undefined ? { health } : { health, detail };
      if (health !== 'answering') {
        for (const reader of present) takeOut(reader);
        present.clear();
      }
      emitStatus();
    },
    plugged(reader) {
      present.add(reader);
      emitStatus();
    },
    unplugged(reader) {
      takeOut(reader);
      present.delete(reader);
      emitStatus();
    },
    inserted(reader) {
      takeOut(reader);
      note(reader, { slot: 'reading', insertions: countsOf(reader).insertions + 1 });
      emit({ type: 'inserted', reader });
      emitStatus();
    },
    ended(reader, outcome, waitedMs) {
      const { slot, readErrors } = countsOf(reader);
      if (slot !== 'reading') return;
      if (outcome.type === 'read') {
        note(reader, { slot: 'read' });
        emit({ type: 'read', reader, card: outcome.card, waitedMs });
      } else {
        const { failure, detail } = outcome;
        const worn = failure === 'unreadable' || failure === 'pulled-out';
        note(reader, { slot: 'failed', readErrors: readErrors + (worn ? 1 : 0) });
        emit({ type: 'failed', reader, failure, detail });
      }
      emitStatus();
    },
    removed(reader) {
      takeOut(reader);
      emitStatus();
    },
    close: () => listeners.clear(),
  };
}
