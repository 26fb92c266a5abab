import type { CardReader, CardReaderEvent, ReaderHealth } from './card-reader.ts';

type SlotEvent = Exclude<CardReaderEvent, { type: 'status' }>;

/** All that a reader reported, and waiting for what it is to report, for tests and benchmarks. */
export interface EventLog {
  readonly events: readonly CardReaderEvent[];
  /** The types of one reader's events so far. */
  typesOf(reader: string): readonly SlotEvent['type'][];
  /** The first event of this type and reader that no earlier call has taken, now or when it comes. */
  next<T extends SlotEvent['type']>(type: T, reader: string): Promise<Extract<SlotEvent, { type: T }>>;
  /** Resolves when the health is this. */
  health(health: ReaderHealth): Promise<void>;
  /** Resolves when `holds` does; asked now and at every event. */
  until(holds: () => boolean): Promise<void>;
}

export function logEvents(reader: Pick<CardReader, 'subscribe' | 'status'>): EventLog {
  const events: CardReaderEvent[] = [];
  const taken = new Set<CardReaderEvent>();
  const waiting = new Set<() => void>();

  reader.subscribe((event) => {
    events.push(event);
    for (const look of [...waiting]) look();
  });

  const until = (holds: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      const look = () => {
        if (!holds()) return;
        waiting.delete(look);
        resolve();
      };
      waiting.add(look);
      look();
    });

  return {
    events,
    typesOf: (name) =>
      events.flatMap((event) => (event.type !== 'status' && event.reader === name ? [event.type] : [])),
    async next<T extends SlotEvent['type']>(type: T, name: string) {
      const isNext = (event: CardReaderEvent): event is Extract<SlotEvent, { type: T }> =>
        event.type !== 'status' && event.type === type && event.reader === name && !taken.has(event);
      let found: Extract<SlotEvent, { type: T }> | undefined;
      await until(() => {
        found ??= events.find(isNext);
        if (found) taken.add(found);
        return found !== undefined;
      });
      if (!found) throw new Error('unreachable: until() resolved without an event');
      return found;
    },
    health: (health) => until(() => reader.status().health === health),
    until,
  };
}
