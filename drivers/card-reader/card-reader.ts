import type { BusinessDay, IdentifiedNumber, Personal } from '#rules';

/** What the chip says after SELECT and GET DATA, parsed and checked. Source: the published 57-byte layout. */
export interface NhiCard {
  /** Twelve digits. */
  readonly cardNumber: Personal<string>;
  readonly name: Personal<CardName>;
  readonly id: Personal<IdentifiedNumber>;
  readonly born: Personal<BusinessDay>;
  readonly sex: 'male' | 'female';
  readonly issued: BusinessDay;
}

/** A name for display only: it never blocks a sale and never enters a key. */
export interface CardName {
  readonly text: string;
  /**
   * The text is not certain: a `*` stands for a character outside Big5, the name was cut in mid-character, or a code
   * lies in an area that systems map differently.
   */
  readonly uncertain: boolean;
}

/** Why an inserted card gave no data. The list is closed; what the person does next stands beside each. */
export type CardFailure =
  /** No answer from the chip, or an answer that makes no sense: take it out, wipe the contacts, insert again. */
  | 'unreadable'
  /** Pulled while it was read: insert it again and wait for the tone. */
  | 'pulled-out'
  /** A chip card, but not an NHI card (a bank card, an access card): ask for the NHI card. */
  | 'not-nhi-card'
  /** A health professional card: this is the staff's, ask for the customer's. */
  | 'professional-card'
  /** Another program holds the card: close it, or wait. */
  | 'card-busy'
  /** The NHI application answered with fields that cannot be true: serve by hand with the printed card. */
  | 'bad-data';

export type ReaderHealth =
  /** Looking for the smart card service. */
  | 'starting'
  /** The smart card service (pcscd, or Smart Card on Windows) is not running. It is looked for again and again. */
  | 'no-service'
  /** The service is there but does not answer. */
  | 'service-frozen'
  /** The service answers and knows no reader. */
  | 'no-reader'
  /** At least one reader can take a card. */
  | 'ready';

export interface ReaderStatus {
  readonly health: ReaderHealth;
  /** Why the health is not `ready`, in English and for the log, where the service or the system said so. */
  readonly detail?: string;
  /** The readers that are plugged in now. One that comes back goes on with its counts. */
  readonly readers: readonly ReaderCounts[];
}

export interface ReaderCounts {
  readonly name: string;
  /** Since the process began; contacts wear out after about 10,000. */
  readonly insertions: number;
  /** Insertions that ended `unreadable` or `pulled-out`: what worn contacts and slack springs look like. */
  readonly readErrors: number;
  readonly slot: 'empty' | 'reading' | 'read' | 'failed';
}

export type CardReaderEvent =
  | { readonly type: 'status'; readonly status: ReaderStatus }
  /** The reader noticed a card; `read` or `failed` follows, unless the card or the reader goes first. */
  | { readonly type: 'inserted'; readonly reader: string }
  /** `waitedMs` is the time from the notice to the parsed answer, as the driver measured it. */
  | { readonly type: 'read'; readonly reader: string; readonly card: NhiCard; readonly waitedMs: number }
  /** `detail` names the field or the status word, for the log; it never holds what the field said. */
  | {
      readonly type: 'failed';
      readonly reader: string;
      readonly failure: CardFailure;
      readonly detail: string;
    }
  /** The card left the reader, or the reader itself did. Comes once for every `inserted`. */
  | { readonly type: 'removed'; readonly reader: string };

/**
 * All readers of one machine. An implementation
 * - never throws after `start()` resolves and never blocks the event loop, whatever the service or the card does;
 * - emits, for each reader, `inserted`, then at most one of `read` and `failed`, then `removed`;
 * - works again within 3 seconds of a cause of failure going away, and reports a card that lay in the reader then as
 *   a new insertion;
 * - holds the card for milliseconds, in shared mode, and leaves it powered for other programs.
 */
export interface CardReader {
  /** Resolves when looking for readers has begun; a missing service is a state, not an error. */
  start(): Promise<void>;
  status(): ReaderStatus;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: CardReaderEvent) => void): () => void;
  /** Resolves when every process and handle is gone. No event follows. Calling it again does nothing. */
  close(): Promise<void>;
}
