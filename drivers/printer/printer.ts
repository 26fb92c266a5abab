import type { ReceiptDocument } from './document.ts';

export type PaperWidth = 58 | 80;

export interface PrinterStatus {
  /** `none`: no printer is configured. `connecting` lasts until the first answer or the first failure. */
  readonly link: 'none' | 'connecting' | 'online' | 'offline' | 'unreachable';
  readonly paper: 'ok' | 'near-end' | 'out' | 'unknown';
  readonly cover: 'closed' | 'open' | 'unknown';
}

/** Why nothing of a job can have reached paper. */
export type NotPrintedReason =
  | 'unreachable'
  | 'paper-out'
  | 'cover-open'
  | 'offline'
  | 'no-printer'
  /** This machine could not draw the slip: its installation is damaged. */
  | 'not-composed'
  | 'closed';

/** Why it is not known whether a job reached paper. */
export type DoubtReason = 'connection-lost' | 'no-answer' | 'paper-out' | 'cover-open' | 'offline';

export type PrintOutcome =
  /** The printer answered, after the last byte of the job, that it had processed everything before. */
  | { readonly outcome: 'confirmed' }
  /** Every byte was handed over on a line that cannot answer (a write-only device file). */
  | { readonly outcome: 'sent' }
  /** Not one byte of the job was handed over: it may be tried again without fear of a second slip. */
  | { readonly outcome: 'not-printed'; readonly reason: NotPrintedReason }
  /** Some of it may be on paper. Never tried again by itself; a person looks. */
  | { readonly outcome: 'doubtful'; readonly reason: DoubtReason };

export interface Printer {
  status(): PrinterStatus;
  /** Called on every change of status. Returns the function that ends the subscription. */
  subscribe(listener: (status: PrinterStatus) => void): () => void;
  /**
   * Prints one document and cuts the paper. Never rejects and always ends within its time-outs: a breakage is one of
   * the outcomes. One job at a time: a second call waits for the first.
   */
  print(document: ReceiptDocument): Promise<PrintOutcome>;
  /** Ends the line and the polling; a job under way ends as its outcome demands. Calling it again does nothing. */
  close(): Promise<void>;
}
