import type { ExchangeResult } from './apdu-exchange.ts';
import type { CardFailure, NhiCard } from './card-reader.ts';
import { parseNhiBasic } from './nhi-profile.ts';

/** What became of one insertion. `detail` names a field or a status word and never holds what a field said. */
export type ReadOutcome =
  | { readonly type: 'read'; readonly card: NhiCard }
  | { readonly type: 'failed'; readonly failure: CardFailure; readonly detail: string };

/** Judges an exchange. The ATR only gives a failure its name; no card is turned away for it. */
export function outcomeOf(result: ExchangeResult, atr: Uint8Array): ReadOutcome {
  switch (result.type) {
    case 'answered':
      return outcomeOfBody(result.body);
    case 'no-answer':
    case 'endless':
      return failed('unreadable', `${result.step}: ${result.type}`);
    case 'refused': {
      const detail = `${result.step}: ${result.statusWord}`;
      if (result.step === 'get-data' || isChipTrouble(result.statusWord)) return failed('unreadable', detail);
      return failed(isProfessionalCard(atr) ? 'professional-card' : 'not-nhi-card', detail);
    }
  }
}

/** A wrong length is the contact's fault, a wrong field is the card's. */
function outcomeOfBody(body: Uint8Array): ReadOutcome {
  const card = parseNhiBasic(body);
  if (card.ok) return { type: 'read', card: card.value };
  if (card.problem === 'length') return failed('unreadable', `length ${body.length}`);
  return failed('bad-data', card.problem);
}

const failed = (failure: CardFailure, detail: string): ReadOutcome => ({ type: 'failed', failure, detail });

// ISO 7816-4: 62 to 66 and 6F speak of the chip's own state; 67 to 6E say that it does not know what it was asked.
const isChipTrouble = (statusWord: string): boolean => /^6[2-6F]/.test(statusWord);

// From the public smart card list.
const professionalAtr = '3bf91800008131fe4550565f4a3244303831b6';

const isProfessionalCard = (atr: Uint8Array): boolean => Buffer.from(atr).toString('hex') === professionalAtr;
