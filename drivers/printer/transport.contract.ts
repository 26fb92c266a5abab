import { afterEach, describe, expect, test } from 'vitest';
import type { Line, LineEvents, Transport } from './transport.ts';

/** A transport with something at its other end. */
export interface TransportHarness {
  readonly transport: Transport;
  /** Resolves with all that has arrived, once it is as long as asked. */
  arrived(length: number): Promise<Buffer>;
  /** The other end is there, but takes nothing any more. */
  stopTaking(): void;
  /** The other end goes away for good. */
  goAway(): Promise<void>;
  close(): Promise<void>;
}

/** Times out fast where a transport has to give up, and not at all where it must not. */
export type MakeTransport = (limits: { readonly writeMs: number }) => Promise<TransportHarness>;

/** More than any system keeps on its way to an end that takes nothing. */
const endless = Buffer.alloc(32 * 1024 * 1024, 'x');

const deaf: LineEvents = { answered: () => {}, lost: () => {} };

export function transportContract(name: string, make: MakeTransport): void {
  describe(name, () => {
    const ends: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
    });

    async function set(limits: { writeMs: number } = { writeMs: 30_000 }): Promise<TransportHarness> {
      const harness = await make(limits);
      ends.push(harness.close);
      return harness;
    }

    async function opened(harness: TransportHarness, events: LineEvents = deaf): Promise<Line> {
      const line = await harness.transport.open(events, new AbortController().signal);
      if (!line) throw new Error('the line was not opened');
      ends.push(line.close);
      return line;
    }

    test('all bytes arrive whole and in the order of the calls', async () => {
      const harness = await set();
      const line = await opened(harness);
      const parts = ['a', 'b', 'c'].map((letter) => Buffer.alloc(10_000, letter));
      expect(await Promise.all(parts.map((part) => line.write(part)))).toEqual(['whole', 'whole', 'whole']);
      expect((await harness.arrived(30_000)).equals(Buffer.concat(parts))).toBe(true);
    });

    test('a line can be opened again after it was closed', async () => {
      const harness = await set();
      await (await opened(harness)).close();
      expect(await (await opened(harness)).write(Buffer.from('again'))).toBe('whole');
      expect((await harness.arrived(5)).toString()).toBe('again');
    });

    test('nothing at the other end is no line', async () => {
      const harness = await set();
      await harness.goAway();
      expect(await harness.transport.open(deaf, new AbortController().signal)).toBeNull();
    });

    test('an opening that is called off is no line', async () => {
      const harness = await set();
      const off = new AbortController();
      const opening = harness.transport.open(deaf, off.signal);
      off.abort();
      expect(await opening).toBeNull();
      expect(await harness.transport.open(deaf, off.signal)).toBeNull();
    });

    test('an end that takes nothing stalls the write', async () => {
      const harness = await set({ writeMs: 200 });
      const line = await opened(harness);
      harness.stopTaking();
      expect(await line.write(endless)).toBe('stalled');
    });

    test('an end that goes away breaks the write and loses the line', async () => {
      const harness = await set();
      let noteLoss = (): void => {};
      const loss = new Promise<void>((resolve) => {
        noteLoss = resolve;
      });
      const line = await opened(harness, { ...deaf, lost: noteLoss });
      harness.stopTaking();
      const write = line.write(endless);
      await harness.goAway();
      expect(await write).toBe('broken');
      await loss;
    });

    test('closing breaks a write under way, says nothing of a loss, and may be repeated', async () => {
      const harness = await set();
      let losses = 0;
      const line = await opened(harness, {
        ...deaf,
        lost: () => {
          losses += 1;
        },
      });
      harness.stopTaking();
      const write = line.write(endless);
      await line.close();
      expect(await write).toBe('broken');
      await line.close();
      expect(losses).toBe(0);
    });
  });
}
