import { getBasicData, selectNhi } from './nhi-commands.ts';

/** How a conversation with a chip ended. Status words are four hex digits in capitals. */
export type ExchangeResult =
  /** The chip gave its basic data, of whatever length. */
  | { readonly type: 'answered'; readonly body: Uint8Array }
  /** The chip said no: `select` means that the application is not there. */
  | { readonly type: 'refused'; readonly step: ExchangeStep; readonly statusWord: string }
  /** Fewer bytes than a status word has: the card is gone, or dumb. */
  | { readonly type: 'no-answer'; readonly step: ExchangeStep }
  /** The chip asks for more turns than an honest one needs. */
  | { readonly type: 'endless'; readonly step: ExchangeStep };

export type ExchangeStep = 'select' | 'get-data';

/** SELECT, then GET DATA. While it is under way, `send` is the next APDU; its answer goes into `continueExchange`. */
export type Exchange = ExchangeUnderWay | { readonly at: 'end'; readonly result: ExchangeResult };

interface ExchangeUnderWay {
  readonly at: ExchangeStep;
  readonly send: Uint8Array;
  /** What was sent, without Le: what `6Cxx` wants to see again. */
  readonly command: Uint8Array;
  readonly body: Uint8Array;
  readonly turns: number;
}

// SELECT and GET DATA with a wrong Le, the repetition and a GET RESPONSE each come to six.
const mostTurns = 8;

const nothing = new Uint8Array(0);
const getResponse = Uint8Array.from([0x00, 0xc0, 0x00, 0x00]);

export const beginExchange = (): Exchange => sending('select', selectNhi, 0);

/** Pure: the state after the chip's answer. After the end it stays the end. */
export function continueExchange(exchange: Exchange, answer: Uint8Array): Exchange {
  if (exchange.at === 'end') return exchange;
  const step = exchange.at;
  if (answer.length < 2) return ended({ type: 'no-answer', step });
  const [sw1 = 0, sw2 = 0] = answer.subarray(-2);
  const body = joined(exchange.body, answer.subarray(0, -2));
  if ((sw1 === 0x61 || sw1 === 0x6c) && exchange.turns >= mostTurns) return ended({ type: 'endless', step });
  if (sw1 === 0x61) return { ...sendWithLe(exchange, getResponse, sw2), body };
  if (sw1 === 0x6c) return sendWithLe(exchange, exchange.command, sw2);
  if (sw1 !== 0x90 || sw2 !== 0x00) return ended({ type: 'refused', step, statusWord: hexWord(sw1, sw2) });
  if (step === 'select') return sending('get-data', getBasicData, exchange.turns);
  return ended({ type: 'answered', body });
}

const ended = (result: ExchangeResult): Exchange => ({ at: 'end', result });

const sending = (at: ExchangeStep, command: Uint8Array, turns: number): ExchangeUnderWay => ({
  at,
  send: command,
  command,
  body: nothing,
  turns: turns + 1,
});

const sendWithLe = (exchange: ExchangeUnderWay, command: Uint8Array, le: number): ExchangeUnderWay => ({
  ...exchange,
  send: joined(command, Uint8Array.of(le)),
  command,
  turns: exchange.turns + 1,
});

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  const whole = new Uint8Array(a.length + b.length);
  whole.set(a);
  whole.set(b, a.length);
  return whole;
}

const hexWord = (sw1: number, sw2: number): string =>
  (sw1 * 256 + sw2).toString(16).toUpperCase().padStart(4, '0');
