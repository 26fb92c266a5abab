import { composeDocument } from './compose.ts';
import { doubtAfter } from './conversation.ts';
import type { PaperWidth, Printer, PrinterStatus, PrintOutcome } from './printer.ts';
import type { Line, Transport, Written } from './transport.ts';

export interface WriteOnlyPrinterDeps {
  readonly transport: Transport;
  readonly paper: PaperWidth;
  /** Milliseconds between two looks for a device that was not there. */
  readonly lookMs: number;
}

/**
 * A printer that cannot answer. The line is open only for a job, so that other programs can print as well. Of the
 * paper only its end is known, where the system's printer port reports it; of the cover nothing.
 */
export function createWriteOnlyPrinter({ transport, paper, lookMs }: WriteOnlyPrinterDeps): Printer {
  const listeners = new Set<(status: PrinterStatus) => void>();
  let status: PrinterStatus = { link: 'connecting', paper: 'unknown', cover: 'unknown' };
  let line: Line | null = null;
  const life = new AbortController();

  function noteStatus(link: PrinterStatus['link'], paperNow: PrinterStatus['paper']): void {
    if (life.signal.aborted || (status.link === link && status.paper === paperNow)) return;
    status = { link, paper: paperNow, cover: 'unknown' };
    for (const listener of listeners) listener(status);
  }

  async function whileOpen<T>(use: (line: Line) => Promise<T>): Promise<T | null> {
    line = await transport.open({ answered: () => {}, lost: () => {} }, life.signal);
    if (!line) {
      noteStatus('unreachable', 'unknown');
      return null;
    }
    const result = await use(line);
    await line.close();
    line = null;
    return result;
  }

  async function look(): Promise<void> {
    await whileOpen(async () => noteStatus('online', 'unknown'));
  }

  async function printNow(document: Parameters<Printer['print']>[0]): Promise<PrintOutcome> {
    if (life.signal.aborted) return { outcome: 'not-printed', reason: 'closed' };
    const bytes = await composeDocument(document, paper).catch(() => null);
    if (!bytes) return { outcome: 'not-printed', reason: 'not-composed' };
    const written = await whileOpen((open) => open.write(bytes));
    if (!written) return { outcome: 'not-printed', reason: life.signal.aborted ? 'closed' : 'unreachable' };
    noteStatus(...statusAfter[written]);
    return written === 'whole' ? { outcome: 'sent' } : { outcome: 'doubtful', reason: doubtAfter[written] };
  }

  let turn: Promise<unknown> = look();
  const looks = setInterval(() => {
    if (status.link === 'unreachable') turn = turn.then(look);
  }, lookMs);

  return {
    status: () => status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    print(document) {
      const outcome = turn.then(() => printNow(document));
      turn = outcome;
      return outcome;
    },
    async close() {
      life.abort();
      clearInterval(looks);
      await line?.close();
      await turn;
    },
  };
}

const statusAfter: Readonly<Record<Written, [PrinterStatus['link'], PrinterStatus['paper']]>> = {
  whole: ['online', 'unknown'],
  broken: ['unreachable', 'unknown'],
  stalled: ['offline', 'unknown'],
  'no-paper': ['offline', 'out'],
};
