import { expect, test } from 'vitest';
import { createNoPrinter } from './no-printer.ts';
import type { PrinterStatus, PrintOutcome } from './printer.ts';
import type { Transport, Written } from './transport.ts';
import { createWriteOnlyPrinter } from './write-only-printer.ts';

const document = { lines: [{ type: 'text', text: '一' }] } as const;

/** A line that ends every write as told. */
function ending(written: Written): Transport {
  return { open: async () => ({ write: async () => written, close: async () => {} }) };
}

const printerOn = (transport: Transport) => createWriteOnlyPrinter({ transport, paper: 58, lookMs: 60_000 });

test.each<[Written, PrintOutcome, PrinterStatus['link'], PrinterStatus['paper']]>([
  ['whole', { outcome: 'sent' }, 'online', 'unknown'],
  ['broken', { outcome: 'doubtful', reason: 'connection-lost' }, 'unreachable', 'unknown'],
  ['stalled', { outcome: 'doubtful', reason: 'no-answer' }, 'offline', 'unknown'],
  ['no-paper', { outcome: 'doubtful', reason: 'paper-out' }, 'offline', 'out'],
])(
  'a write that ends %s leaves the job and the status as they are known',
  async (written, outcome, link, paper) => {
    const printer = printerOn(ending(written));
    expect(await printer.print(document)).toEqual(outcome);
    expect(printer.status()).toEqual({ link, paper, cover: 'unknown' });
    await printer.close();
  },
);

test('the status is connecting until the device was looked for, and then announced', async () => {
  const printer = printerOn(ending('whole'));
  expect(printer.status().link).toBe('connecting');
  await new Promise<void>((resolve) => {
    printer.subscribe(({ link }) => {
      if (link === 'online') resolve();
    });
  });
  await printer.close();
});

test('closing in the middle of a write ends the job in doubt', async () => {
  let end = (_written: Written): void => {};
  let begun = (): void => {};
  const writing = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const transport: Transport = {
    open: async () => ({
      write: () => {
        begun();
        return new Promise((resolve) => {
          end = resolve;
        });
      },
      close: async () => end('broken'),
    }),
  };
  const printer = printerOn(transport);
  const job = printer.print(document);
  await writing;
  await printer.close();
  expect(await job).toEqual({ outcome: 'doubtful', reason: 'connection-lost' });
});

test('no printer prints nothing and warns nobody', async () => {
  const printer = createNoPrinter();
  expect(printer.status()).toEqual({ link: 'none', paper: 'unknown', cover: 'unknown' });
  expect(await printer.print(document)).toEqual({ outcome: 'not-printed', reason: 'no-printer' });
  await printer.close();
});
