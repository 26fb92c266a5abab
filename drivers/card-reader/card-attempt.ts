import type pcsclite from 'pcsclite';
import { beginExchange, continueExchange, type ExchangeResult } from './apdu-exchange.ts';

export type NativeReader = Parameters<Parameters<ReturnType<typeof pcsclite>['on']>[1]>[0];

/** How one attempt to read a card ended. */
export type Attempt =
  /** The chip answered, if only to say no; asking again changes nothing. */
  | { readonly type: 'exchanged'; readonly result: ExchangeResult }
  /** Another program holds the card exclusively. */
  | { readonly type: 'busy' }
  /** Another program reset the card in between. */
  | { readonly type: 'reset' }
  /** No answer: pulled, dirty or dead; what the slot says next tells which. */
  | { readonly type: 'silent'; readonly detail: string }
  | { readonly type: 'gone'; readonly detail: string }
  /** The PC/SC service itself failed. */
  | { readonly type: 'service'; readonly detail: string };

/** Connects in shared mode, asks and lets go at once, leaving the card powered for other programs. Never rejects. */
export async function attemptRead(link: CardLink): Promise<Attempt> {
  const attempt = await ask(link).catch(attemptOfError);
  // A link that cannot be let go of would answer later attempts from a connection that is no more.
  return link.disconnect().then(
    () => attempt,
    (error) => ({ type: 'service', detail: String(error) }),
  );
}

async function ask(link: CardLink): Promise<Attempt> {
  const protocol = await link.connect();
  let exchange = beginExchange();
  while (exchange.at !== 'end') {
    exchange = continueExchange(exchange, await link.transmit(exchange.send, protocol));
  }
  const { result } = exchange;
  if (result.type === 'no-answer') return { type: 'silent', detail: `${result.step}: no answer` };
  return { type: 'exchanged', result };
}

const attemptOfCode: Readonly<Record<string, Exclude<Attempt['type'], 'exchanged'>>> = {
  '8010000b': 'busy', // SCARD_E_SHARING_VIOLATION
  '80100068': 'reset', // SCARD_W_RESET_CARD
  '80100009': 'gone', // SCARD_E_UNKNOWN_READER
  '8010000c': 'gone', // SCARD_E_NO_SMARTCARD
  '80100017': 'gone', // SCARD_E_READER_UNAVAILABLE
  '80100069': 'gone', // SCARD_W_REMOVED_CARD
  '80100003': 'service', // SCARD_E_INVALID_HANDLE
  '80100013': 'service', // SCARD_F_COMM_ERROR
  '8010001d': 'service', // SCARD_E_NO_SERVICE
  '8010001e': 'service', // SCARD_E_SERVICE_STOPPED
};

/** pcsclite gives the service's error code only inside its message: `SCardConnect error: ...(0x8010000b)`. */
export function attemptOfError(error: unknown): Attempt {
  const code = /0x([0-9a-f]{8})\b/i.exec(String(error))?.[1]?.toLowerCase() ?? 'no code';
  return { type: attemptOfCode[code] ?? 'silent', detail: code };
}

/** One reader's connection to its card. */
export interface CardLink {
  /** Resolves to the protocol to transmit with. */
  connect(): Promise<number>;
  transmit(apdu: Uint8Array, protocol: number): Promise<Uint8Array>;
  disconnect(): Promise<void>;
}

// The longest short answer: 256 bytes and the status word.
const longestAnswer = 258;

/**
 * A link of its own beside the watched reader. Each native reader has one mutex, which `transmit` holds until the chip
 * answers and which delivering a status needs on the main thread: one object for both would stop the process while a
 * slow card thinks. The new object's thread field is never initialised and its destructor reads it, so links must
 * not be collected: keep them for the life of the process.
 */
export function linkBeside(watched: NativeReader): CardLink {
  const Native = watched.constructor as new (name: string) => NativeReader;
  const native = new Native(watched.name);
  return {
    connect: () =>
      new Promise((resolve, reject) => {
        native.connect({ share_mode: native.SCARD_SHARE_SHARED }, (error, protocol) =>
          error ? reject(error) : resolve(protocol),
        );
      }),
    transmit: (apdu, protocol) =>
      new Promise((resolve, reject) => {
        native.transmit(Buffer.from(apdu), longestAnswer, protocol, (error, answer) =>
          error ? reject(error) : resolve(answer),
        );
      }),
    disconnect: () =>
      new Promise((resolve, reject) => {
        native.disconnect(native.SCARD_LEAVE_CARD, (error) => (error ? reject(error) : resolve()));
      }),
  };
}
