import { afterEach, describe, expect, test } from 'vitest';
import type { ReceiptDocument } from './document.ts';
import type { Printer, PrinterStatus, PrintOutcome } from './printer.ts';

/** A printer whose device a test can reach. */
export interface PrinterHarness {
  readonly printer: Printer;
  readonly device: {
    setPaper(paper: 'ok' | 'near-end' | 'out'): void;
    setCover(cover: 'closed' | 'open'): void;
    reset(): void;
    goSilent(): void;
    /** Lets something go wrong when so many more bytes have come in, status questions not counted; resolves then. */
    afterBytes(count: number, mishap: 'paper-out' | 'cover-open' | 'reset' | 'silence'): Promise<void>;
  };
  /** Resolves with the text of the slips, once there are so many. */
  slips(count: number): Promise<readonly string[]>;
  /** Takes the device away from its address. */
  vanish(): Promise<void>;
  comeBack(): Promise<void>;
  close(): Promise<void>;
}

/** In milliseconds; a time-out that a test does not name must be too long to matter. */
export type MakePrinter = (limits: {
  readonly answerMs?: number;
  readonly confirmMs?: number;
}) => Promise<PrinterHarness>;

const slip = (text: string): ReceiptDocument => ({
  lines: [{ type: 'text', text, align: 'center', size: 'double' }, { type: 'rule' }],
});
const textOf = (text: string): string => `${text}\n${'─'.repeat(16)}`;

/** More than is sent before the first byte of a job, less than a job. */
const midJob = 30;

function harnesses(make: MakePrinter): (limits?: Parameters<MakePrinter>[0]) => Promise<PrinterHarness> {
  const open: PrinterHarness[] = [];
  afterEach(async () => {
    for (const harness of open.splice(0)) {
      await harness.printer.close();
      await harness.close();
    }
  });
  return async (limits = {}) => {
    const harness = await make(limits);
    open.push(harness);
    return harness;
  };
}

function statusWhere(printer: Printer, wanted: Partial<PrinterStatus>): Promise<void> {
  const fits = (status: PrinterStatus): boolean =>
    Object.entries(wanted).every(([key, value]) => status[key as keyof PrinterStatus] === value);
  return new Promise((resolve) => {
    if (fits(printer.status())) return resolve();
    const end = printer.subscribe((status) => {
      if (!fits(status)) return;
      end();
      resolve();
    });
  });
}

/** What every printer promises that can print at all. `printed` is the best that its line can say. */
export function printerContract(name: string, printed: 'confirmed' | 'sent', make: MakePrinter): void {
  describe(name, () => {
    const set = harnesses(make);

    test('prints a job and says so', async () => {
      const { printer, slips } = await set();
      expect(await printer.print(slip('購買證明'))).toEqual({ outcome: printed });
      expect(await slips(1)).toEqual([textOf('購買證明')]);
    });

    test('keeps two jobs in their order', async () => {
      const { printer, slips } = await set();
      const outcomes = await Promise.all([printer.print(slip('一')), printer.print(slip('二'))]);
      expect(outcomes).toEqual([{ outcome: printed }, { outcome: printed }]);
      expect(await slips(2)).toEqual([textOf('一'), textOf('二')]);
    });

    test('prints nothing where nothing listens, and prints again when it has come back', async () => {
      const { printer, slips, vanish, comeBack } = await set();
      await statusWhere(printer, { link: 'online' });
      await vanish();
      expect(await printer.print(slip('一'))).toEqual({ outcome: 'not-printed', reason: 'unreachable' });
      expect(printer.status().link).toBe('unreachable');
      await comeBack();
      await statusWhere(printer, { link: 'online' });
      expect(await printer.print(slip('二'))).toEqual({ outcome: printed });
      expect(await slips(1)).toEqual([textOf('二')]);
    });

    test('ends every job when it is closed, and takes no more', async () => {
      const { printer } = await set();
      const jobs = [printer.print(slip('一')), printer.print(slip('二'))];
      await printer.close();
      for (const { outcome } of await Promise.all(jobs))
        expect(['not-printed', 'doubtful']).toContain(outcome);
      expect(await printer.print(slip('三'))).toEqual({ outcome: 'not-printed', reason: 'closed' });
      await printer.close();
    });
  });
}

/** What a printer promises besides whose device answers. */
export function answeringPrinterContract(name: string, make: MakePrinter): void {
  printerContract(name, 'confirmed', make);

  describe(`${name}, which answers,`, () => {
    const set = harnesses(make);

    const afterwards = async ({ printer, slips }: PrinterHarness, number: number): Promise<void> => {
      expect(await printer.print(slip('次'))).toEqual({ outcome: 'confirmed' });
      expect((await slips(number)).at(-1)).toContain(textOf('次'));
    };

    test.each<[string, (device: PrinterHarness['device']) => void, PrintOutcome]>([
      ['no paper', (device) => device.setPaper('out'), { outcome: 'not-printed', reason: 'paper-out' }],
      [
        'an open cover',
        (device) => device.setCover('open'),
        { outcome: 'not-printed', reason: 'cover-open' },
      ],
    ])('prints nothing with %s, and prints again afterwards', async (_name, spoil, outcome) => {
      const harness = await set();
      spoil(harness.device);
      expect(await harness.printer.print(slip('一'))).toEqual(outcome);
      harness.device.setPaper('ok');
      harness.device.setCover('closed');
      await afterwards(harness, 1);
    });

    test.each([
      ['paper-out', 'paper-out'],
      ['cover-open', 'cover-open'],
    ] as const)(
      'is in doubt after %s in mid-job, and is not deceived by the rest of it',
      async (mishap, reason) => {
        const harness = await set();
        void harness.device.afterBytes(midJob, mishap);
        expect(await harness.printer.print(slip('一'))).toEqual({ outcome: 'doubtful', reason });
        harness.device.setPaper('ok');
        harness.device.setCover('closed');
        expect(await harness.slips(1)).toEqual([textOf('一')]);
        await afterwards(harness, 2);
      },
    );

    test('is in doubt after a reset in mid-job, and prints again afterwards', async () => {
      const harness = await set();
      void harness.device.afterBytes(midJob, 'reset');
      expect(await harness.printer.print(slip('一'))).toEqual({
        outcome: 'doubtful',
        reason: 'connection-lost',
      });
      await afterwards(harness, 1);
    });

    test('is in doubt when the line falls silent in mid-job, and prints again afterwards', async () => {
      const harness = await set({ confirmMs: 200 });
      void harness.device.afterBytes(midJob, 'silence');
      expect(await harness.printer.print(slip('一'))).toEqual({ outcome: 'doubtful', reason: 'no-answer' });
      harness.device.reset();
      harness.device.setPaper('near-end');
      await statusWhere(harness.printer, { paper: 'near-end' });
    });

    test('prints nothing on a line that is silent before the job', async () => {
      const { printer, device } = await set({ answerMs: 200 });
      device.goSilent();
      expect(await printer.print(slip('一'))).toEqual({ outcome: 'not-printed', reason: 'unreachable' });
    });

    test('announces what happens to the device, and nothing to those who have left', async () => {
      const { printer, device } = await set();
      let heard = 0;
      const leave = printer.subscribe(() => {
        heard += 1;
      });
      await statusWhere(printer, { link: 'online', paper: 'ok', cover: 'closed' });
      leave();
      const heardBefore = heard;
      device.setPaper('near-end');
      await statusWhere(printer, { link: 'online', paper: 'near-end' });
      device.setPaper('out');
      await statusWhere(printer, { link: 'offline', paper: 'out' });
      device.setPaper('ok');
      device.setCover('open');
      await statusWhere(printer, { link: 'offline', cover: 'open' });
      device.setCover('closed');
      await statusWhere(printer, { link: 'online', paper: 'ok', cover: 'closed' });
      expect(heard).toBe(heardBefore);
    });

    test('announces a device that vanishes and comes back', async () => {
      const { printer, vanish, comeBack } = await set();
      await statusWhere(printer, { link: 'online' });
      await vanish();
      await statusWhere(printer, { link: 'unreachable', paper: 'unknown' });
      await comeBack();
      await statusWhere(printer, { link: 'online', paper: 'ok' });
    });

    test('ends a job under way as doubtful when it is closed', async () => {
      const { printer, device } = await set();
      const struck = device.afterBytes(midJob, 'silence');
      const job = printer.print(slip('一'));
      await struck;
      await printer.close();
      expect(await job).toEqual({ outcome: 'doubtful', reason: 'connection-lost' });
    });
  });
}
