import type { PrinterStatus } from './printer.ts';

/** What DLE EOT n asks for: 1 the printer, 2 why it is offline, 3 which error, 4 the paper. */
export type StatusQuestion = 1 | 2 | 3 | 4;

/** DLE EOT n. Answered in real time, also while the printer is offline. */
export const askStatus = (question: StatusQuestion): Buffer => Buffer.from([0x10, 0x04, question]);

/**
 * Tells the answers of a printer from one another by their fixed bits (Epson, ESC/POS command reference).
 * `status`: an answer to DLE EOT: bits 0 and 7 are 0, bits 1 and 4 are 1. `processed`: an answer to GS r: bits 4 and 7
 * are 0. `other`: nothing that was asked for (XON and XOFF, for example).
 */
export function kindOfAnswer(byte: number): 'status' | 'processed' | 'other' {
  if ((byte & 0b1001_0011) === 0b0001_0010) return 'status';
  return (byte & 0b1001_0000) === 0 ? 'processed' : 'other';
}

/** The answers to one round of questions. */
export type StatusAnswers = Readonly<Record<StatusQuestion, number>>;

const bit = (byte: number, at: number): boolean => (byte & (1 << at)) !== 0;

export function readStatus(answers: StatusAnswers): PrinterStatus {
  const coverOpen = bit(answers[2], 2);
  // Bit 5 of answer 2 says that printing stopped for want of paper; both pairs of sensor bits say the same twice.
  const paperOut = bit(answers[2], 5) || bit(answers[4], 5) || bit(answers[4], 6);
  const nearEnd = bit(answers[4], 2) || bit(answers[4], 3);
  // Bit 3: the knife. Bit 5: past recovery. Bit 6: recovers by itself (a hot head).
  const failed = bit(answers[3], 3) || bit(answers[3], 5) || bit(answers[3], 6);
  const offline = bit(answers[1], 3) || coverOpen || paperOut || failed;
  return {
    link: offline ? 'offline' : 'online',
    paper: paperOut ? 'out' : nearEnd ? 'near-end' : 'ok',
    cover: coverOpen ? 'open' : 'closed',
  };
}
