import type { CardName, NhiCard } from '#card-reader';
import {
  type ByHandReason,
  businessDayOf,
  type ConfirmReason,
  type Document,
  type Holder,
  type HolderKey,
  type HolderRecord,
  holderOf,
  type IdentifiedBy,
  type IdentifiedNumber,
  lastThree,
  maskedName,
  parseIdNumber,
  personal,
  reveal,
  yearOf,
} from '#rules';
import type { HolderKeys } from './holder-keys.ts';
import type { TimeKeeper } from './time-keeper.ts';

/** One person, as far as a decision and a sale need them. Nothing in it gives the ID number away. */
export interface Visitor {
  readonly record: HolderRecord;
  /** Under which this till may have kept earlier purchases of the same person. */
  readonly formerKeys: readonly HolderKey[];
  readonly holder: Holder;
  readonly identifiedBy: IdentifiedBy;
  /** Why the number was keyed in; `null` for a chip. */
  readonly byHand: ByHandReason | null;
  /** Doubts that were found when the card was read. */
  readonly doubts: readonly ConfirmReason[];
}

/** What was keyed in for a person without a chip. */
export interface KeyedIn {
  readonly document: Document | 'passport';
  readonly number: string;
  readonly birthYear: number;
  readonly reason: ByHandReason;
  /** A number whose check digit is wrong was compared with the document. */
  readonly compared: boolean;
}

/** Why nothing can be decided about what was keyed in. */
export type KeyedInFault =
  | 'passport-not-accepted'
  | 'not-an-id-number'
  | 'check-digit-wrong'
  | 'in-the-future';

/** Makes visitors of cards and of documents: the one place where an ID number becomes a key. */
export interface Reception {
  ofCard(card: NhiCard): Promise<{ readonly visitor: Visitor; readonly name: CardName }>;
  ofDocument(keyedIn: KeyedIn): Promise<Visitor | KeyedInFault>;
}

export function createReception(deps: {
  readonly holderKeys: HolderKeys;
  readonly time: TimeKeeper;
}): Reception {
  const { holderKeys, time } = deps;

  async function known(id: IdentifiedNumber, birthYear: number, name: string) {
    const { key, former } = await holderKeys.keysOf(personal(id.number));
    return {
      record: { key, birthYear, maskedName: maskedName(name), lastThree: lastThree(id.number) },
      formerKeys: former,
      holder: holderOf(id, birthYear),
    };
  }

  return {
    async ofCard(card) {
      const id = reveal(card.id);
      const birthYear = yearOf(reveal(card.born));
      const name = reveal(card.name);
      const today = businessDayOf(time.now());
      const future = card.issued > today || reveal(card.born) > today;
      return {
        name,
        visitor: {
          ...(await known(id, birthYear, name.text)),
          identifiedBy: 'chip',
          byHand: null,
          doubts: future ? ['issued-in-future'] : [],
        },
      };
    },
    async ofDocument({ document, number, birthYear, reason, compared }) {
      if (document === 'passport') return 'passport-not-accepted';
      const id = parseIdNumber(number);
      if (!id.ok) return 'not-an-id-number';
      if (id.value.checkDigit === 'wrong' && !compared) return 'check-digit-wrong';
      if (birthYear > yearOf(businessDayOf(time.now()))) return 'in-the-future';
      return {
        ...(await known(id.value, birthYear, '')),
        identifiedBy: document,
        byHand: reason,
        doubts: [],
      };
    },
  };
}
