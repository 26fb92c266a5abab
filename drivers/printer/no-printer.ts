import type { Printer, PrinterStatus } from './printer.ts';

/** A till without a printer: nothing is ever printed, and nobody is warned about it. */
export function createNoPrinter(): Printer {
  const status: PrinterStatus = { link: 'none', paper: 'unknown', cover: 'unknown' };
  return {
    status: () => status,
    subscribe: () => () => {},
    print: async () => ({ outcome: 'not-printed', reason: 'no-printer' }),
    close: async () => {},
  };
}
