import type { Printer, PrintOutcome } from '#printer';
import { exhaustive } from '#rules';
import type { PrintJob, PrintJobState, Store } from '#store';
import { type Outlet, receiptDocument } from './receipt-document.ts';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export type SlipAnswer = 'done' | 'unknown' | 'not-now';

/** Prints what was sold, after it was sold. Nothing here can undo a sale or hold one up. */
export interface Slips {
  /** Looks for work: call after a sale, a copy, or when the printer may be able to print again. */
  wake(): void;
  /** Queues a further, marked copy. The same `commandId` a second time changes nothing. @throws a storage error */
  copy(commandId: string, receiptNumber: string): SlipAnswer;
  /** A person's answer about a doubtful slip. @throws a storage error */
  settle(commandId: string, jobId: number, answer: 'printed' | 'copy'): SlipAnswer;
  readonly changed: Signal;
  /** Resolves when the job under way has ended. */
  close(): Promise<void>;
}

export interface SlipsDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly printer: Printer;
  readonly outlet: Outlet;
  /** A job's state could not be written, or the printer broke its promise never to reject. */
  readonly onFault: (error: unknown) => void;
}

/** How long to leave a printer alone that says it is well and could not print all the same. */
const retryAfterMs = 5_000;

export function createSlips({ store, time, printer, outlet, onFault }: SlipsDeps): Slips {
  const changed = createSignal();
  let underWay: Promise<void> | null = null;
  let askedAgain = false;
  let closed = false;
  let retry: NodeJS.Timeout | null = null;

  store.transact(() => store.printJobs.doubtInterrupted());
  const unsubscribe = printer.subscribe((status) => {
    if (status.link === 'online') wake();
  });

  function wake(): void {
    askedAgain = underWay !== null;
    if (closed || underWay) return;
    if (retry) clearTimeout(retry);
    underWay = printAll()
      .catch(onFault)
      .finally(() => {
        underWay = null;
        if (askedAgain) wake();
      });
  }

  async function printAll(): Promise<void> {
    for (let job = store.printJobs.next(); job && !closed; job = store.printJobs.next()) {
      const sale = store.sales.byReceipt(job.receiptNumber);
      if (!sale) throw new Error(`print job ${job.id} names a receipt that was never issued`);
      // Written before the first byte leaves, so that a program cut off in between knows that it may have printed.
      move(job, 'sending');
      const outcome = await printer.print(receiptDocument(sale, outlet, job.copy));
      move(job, stateAfter(outcome));
      // A printer that went away announces its return; the other slips would only come to doubt as well.
      if (printer.status().link !== 'online') return;
      if (outcome.outcome === 'not-printed') {
        retry = setTimeout(wake, retryAfterMs);
        retry.unref();
        return;
      }
    }
  }

  function move(job: PrintJob, state: PrintJobState): void {
    store.transact(() => store.printJobs.move(job.id, state));
    changed.raise();
  }

  function recordCopy(commandId: string, receiptNumber: string): void {
    const copy = store.receipts.copies(receiptNumber) + 1;
    store.record({ kind: 'receipt-copied', commandId, receiptNumber, copy }, time.now());
    store.printJobs.add(receiptNumber, copy);
  }

  return {
    wake,
    changed,
    copy(commandId, receiptNumber) {
      if (printer.status().link === 'none') return 'not-now';
      const answer = store.transact((): SlipAnswer => {
        if (store.commandsDone.has(commandId)) return 'done';
        if (!store.sales.byReceipt(receiptNumber)) return 'unknown';
        recordCopy(commandId, receiptNumber);
        return 'done';
      });
      wake();
      return answer;
    },
    settle(commandId, jobId, answer) {
      const settled = store.transact((): SlipAnswer => {
        const job = store.printJobs.byId(jobId);
        if (!job) return 'unknown';
        if (store.commandsDone.has(commandId)) return 'done';
        if (job.state !== 'doubtful') return 'not-now';
        store.printJobs.move(jobId, answer === 'printed' ? 'confirmed' : 'abandoned');
        if (answer === 'copy') recordCopy(commandId, job.receiptNumber);
        return 'done';
      });
      changed.raise();
      wake();
      return settled;
    },
    async close() {
      closed = true;
      unsubscribe();
      if (retry) clearTimeout(retry);
      await underWay;
    },
  };
}

function stateAfter(outcome: PrintOutcome): PrintJobState {
  switch (outcome.outcome) {
    case 'confirmed':
    case 'sent':
    case 'doubtful':
      return outcome.outcome;
    case 'not-printed':
      return 'queued';
    default:
      return exhaustive(outcome);
  }
}
