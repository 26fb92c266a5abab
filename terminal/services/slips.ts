import type { Printer, PrintOutcome, ReceiptDocument } from '#printer';
import { type Actor, exhaustive } from '#rules';
import type { PrintJob, PrintJobState, SlipName, Store } from '#store';
import { createSignal, type Signal } from './signal.ts';
import type { TimeKeeper } from './time-keeper.ts';

export type SlipAnswer = 'done' | 'unknown' | 'not-now';

/** Prints what was recorded, after it was recorded. Nothing here can undo a sale or hold one up. */
export interface Slips {
  /** Looks for work: call after a sale, a copy, or when the printer may be able to print again. */
  wake(): void;
  /** Queues a further, marked copy. The same `commandId` a second time changes nothing. @throws a storage error */
  copy(commandId: string, slip: SlipName, actor: Actor): SlipAnswer;
  /** A person's answer about a doubtful slip. @throws a storage error */
  settle(commandId: string, jobId: number, answer: 'printed' | 'copy', actor: Actor): SlipAnswer;
  /** Prints a page that shows what the printer can do. @throws a storage error */
  test(commandId: string): SlipAnswer;
  readonly changed: Signal;
  /** Resolves when the job under way has ended. */
  close(): Promise<void>;
}

export interface SlipsDeps {
  readonly store: Store;
  readonly time: TimeKeeper;
  readonly printer: Printer;
  /** What stands on a slip; `null` if there is no such thing. `copy` 0 is the original. */
  readonly documentOf: (slip: SlipName, copy: number) => ReceiptDocument | null;
  /** A job's state could not be written, or the printer broke its promise never to reject. */
  readonly onFault: (error: unknown) => void;
}

/** How long to leave a printer alone that says it is well and could not print all the same. */
const retryAfterMs = 5_000;

export function createSlips({ store, time, printer, documentOf, onFault }: SlipsDeps): Slips {
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
      const document = documentOf(job, job.copy);
      if (!document) throw new Error(`print job ${job.id} is about something that never was`);
      // Written before the first byte leaves, so that a program cut off in between knows that it may have printed.
      move(job, 'sending');
      const outcome = await printer.print(document);
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

  function recordCopy(commandId: string, { slip, reference }: SlipName, actor: Actor): void {
    // A test page is not part of the books: it is printed again by asking for another.
    if (slip === 'test') {
      store.printJobs.add({ slip, reference: commandId }, 0);
      return;
    }
    const copy = store.slipCopies.of({ slip, reference }) + 1;
    store.record(
      { kind: 'receipt-copied', commandId, slip, receiptNumber: reference, copy, by: actor.operatorId },
      time.now(),
    );
    store.printJobs.add({ slip, reference }, copy);
  }

  return {
    wake,
    changed,
    copy(commandId, slip, actor) {
      if (printer.status().link === 'none') return 'not-now';
      const answer = store.transact((): SlipAnswer => {
        if (store.commandsDone.has(commandId)) return 'done';
        if (!documentOf(slip, 1)) return 'unknown';
        recordCopy(commandId, slip, actor);
        return 'done';
      });
      wake();
      return answer;
    },
    settle(commandId, jobId, answer, actor) {
      const settled = store.transact((): SlipAnswer => {
        const job = store.printJobs.byId(jobId);
        if (!job) return 'unknown';
        if (store.commandsDone.has(commandId)) return 'done';
        if (job.state !== 'doubtful') return 'not-now';
        store.printJobs.move(jobId, answer === 'printed' ? 'confirmed' : 'abandoned');
        if (answer === 'copy') recordCopy(commandId, job, actor);
        return 'done';
      });
      changed.raise();
      wake();
      return settled;
    },
    test(commandId) {
      if (printer.status().link === 'none') return 'not-now';
      const page: SlipName = { slip: 'test', reference: commandId };
      store.transact(() => {
        if (!store.printJobs.latestOf(page)) store.printJobs.add(page, 0);
      });
      wake();
      return 'done';
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
