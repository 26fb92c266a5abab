import { exhaustive } from '#rules';
import { composeDocument, reportWhenProcessed } from './compose.ts';
import { converse, type Effect, firstConversation, type Input, type Phase } from './conversation.ts';
import type { PaperWidth, Printer, PrinterStatus, PrintOutcome } from './printer.ts';
import { createSingleLine } from './single-line.ts';
import { askStatus } from './status-bytes.ts';
import type { Transport } from './transport.ts';

export interface AnsweringPrinterDeps {
  readonly transport: Transport;
  readonly paper: PaperWidth;
  readonly timing: AnswerTiming;
}

/** All in milliseconds. */
export interface AnswerTiming {
  /** Between polls of the status, and between attempts at a line. */
  readonly pollMs: number;
  /** For the answer to one question. */
  readonly answerMs: number;
  /** From the last byte of a job to its confirmation: as long as the printing itself may take. */
  readonly confirmMs: number;
}

/**
 * A printer that answers. It keeps one line open instead of making one for each poll: cheap printers take a single
 * connection, need seconds to free it, and lock up after thousands of them; the polls keep the line from going stale.
 */
export function createAnsweringPrinter({ transport, paper, timing }: AnsweringPrinterDeps): Printer {
  const listeners = new Set<(status: PrinterStatus) => void>();
  const line = createSingleLine(transport, {
    opened: () => take({ type: 'opened' }),
    notOpened: () => take({ type: 'not-opened' }),
    answered: (byte) => take({ type: 'answered', byte }),
    lost: () => take({ type: 'lost' }),
  });
  let now = firstConversation;
  let job: { readonly bytes: Uint8Array; end(outcome: PrintOutcome): void } | null = null;
  let turn: Promise<unknown> = Promise.resolve();
  let limit: NodeJS.Timeout | undefined;

  function take(input: Input): void {
    const before = now;
    const { next, effects } = converse(before, input);
    now = next;
    limitPhase(before.phase, next.phase);
    for (const effect of effects) act(effect);
    if (!sameStatus(before.status, next.status)) for (const listener of listeners) listener(next.status);
  }

  function limitPhase(before: Phase, after: Phase): void {
    if (before === after || (before.at === 'confirming' && after.at === 'confirming')) return;
    clearTimeout(limit);
    const end = (): void => take({ type: 'time-out' });
    if (after.at === 'asking') limit = setTimeout(end, timing.answerMs);
    if (after.at === 'confirming') limit = setTimeout(end, timing.confirmMs);
  }

  function act(effect: Effect): void {
    switch (effect.type) {
      case 'open':
        line.open();
        return;
      case 'hang-up':
        line.hangUp();
        return;
      case 'ask':
        line.write(effect.question === 'processed' ? reportWhenProcessed : askStatus(effect.question));
        return;
      case 'send':
        if (job) line.write(job.bytes, (written) => take({ type: 'written', written }));
        return;
      case 'end':
        job?.end(effect.outcome);
        job = null;
        return;
      default:
        exhaustive(effect);
    }
  }

  const ticks = setInterval(() => take({ type: 'tick' }), timing.pollMs);
  take({ type: 'tick' });

  return {
    status: () => now.status,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    print(document) {
      const outcome = turn.then(async (): Promise<PrintOutcome> => {
        const bytes = await composeDocument(document, paper).catch(() => null);
        if (!bytes) return { outcome: 'not-printed', reason: 'not-composed' };
        return new Promise((end) => {
          job = { bytes, end };
          take({ type: 'print' });
        });
      });
      turn = outcome;
      return outcome;
    },
    close() {
      clearInterval(ticks);
      take({ type: 'close' });
      return line.ended();
    },
  };
}

const sameStatus = (one: PrinterStatus, other: PrinterStatus): boolean =>
  one.link === other.link && one.paper === other.paper && one.cover === other.cover;
